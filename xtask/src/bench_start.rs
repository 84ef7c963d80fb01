//! `cargo xtask bench-start`: what a program pays before its first answer.
//!
//! CPU time of whole processes, from start to end, against a server with canned answers in this process, best of
//! several rounds; peers in the same run.

mod programs;

use crate::{bench_build::Bench, canned, check_all::children_seconds};
use programs::{BARE, OURS};
use std::process::Command;

/// How many processes make one round, and how many rounds.
const RUNS: u32 = 100;
const ROUNDS: u32 = 5;

/// Runs `cargo xtask bench-start`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    if !arguments.is_empty() {
        return Err("cargo xtask bench-start   takes no arguments".to_owned());
    }
    let bench = Bench::new()?;
    for program in [OURS, BARE] {
        bench.write(program.name, &bench.manifest(program.dependencies), program.source)?;
        bench.fetch(program.name)?;
        bench.build(program.name, &["--release"])?;
    }
    let plain = canned::start(false, |_, _| (answer(), [].into()))?;
    let program = |name: &str, call: &str, url: &str| {
        let mut command = Command::new(bench.folder(name).join("target/release/program"));
        command.env_clear().args([url, call]);
        for (name, value) in [
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            ("AWS_REGION", "us-east-1"),
            ("HOME", "/nonexistent"),
        ] {
            command.env(name, value);
        }
        command
    };

    println!("| from process start to the end of the first answer, plain HTTP | CPU ms |\n|---|---|");
    for (title, name, call) in [
        ("a program that does nothing", BARE.name, "nothing"),
        ("bare tokio, one TCP connection", BARE.name, "tokio"),
        ("bare hyper, plain", BARE.name, "hyper"),
        ("bare hyper, with TLS set up (Mozilla's roots)", BARE.name, "hyper-tls"),
        ("boto, typed, the first SQS answer", OURS.name, "start"),
        ("boto, blocking", OURS.name, "blocking"),
    ] {
        println!("| {title} | {:.2} |", start(|| program(name, call, &plain))? * 1000.0);
    }

    println!("\n| warm | µs |\n|---|---|");
    for (title, call) in [("Session::new()", "session"), ("Session::new() and connect_to(typed)", "connect")] {
        println!("| {title} | {:.2} |", told(&mut program(OURS.name, call, &plain))?);
    }
    Ok(())
}

/// What SQS answers to ListQueues.
fn answer() -> Vec<u8> {
    let body = r#"{"QueueUrls":["http://127.0.0.1/1/jobs"]}"#;
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: {length}\r\n\r\n{body}")
        .into()
}

/// CPU-seconds of one process, the best round's mean.
fn start(command: impl Fn() -> Command) -> Result<f64, String> {
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let before = children_seconds();
        for _ in 0..RUNS {
            let output = command().output().map_err(|error| error.to_string())?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into_owned());
            }
        }
        best = best.min((children_seconds() - before) / f64::from(RUNS));
    }
    Ok(best)
}

/// The number that a program prints, the best of several.
fn told(command: &mut Command) -> Result<f64, String> {
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let output = command.output().map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stdout);
        let number: f64 =
            text.trim().parse().map_err(|_| format!("{text}{}", String::from_utf8_lossy(&output.stderr)))?;
        best = best.min(number);
    }
    Ok(best)
}
