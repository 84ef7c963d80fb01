//! `cargo xtask bench-start`: what a program pays before its first answer, and for one large upload.
//!
//! CPU time of whole processes, from start to end, against a server with canned answers in this process, best of
//! several rounds; peers in the same run. Uploads are told by the program itself, from the scheduler's clock.

mod programs;
mod server;

use crate::{bench_build::Bench, check_all::children_seconds};
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
    let plain = server::start(None).map_err(|error| format!("canned answers: {error}"))?;
    let tls = server::start(Some(server::tls()?)).map_err(|error| format!("canned answers: {error}"))?;
    let program = |name: &str, call: &str, url: &str| {
        let mut command = Command::new(bench.folder(name).join("target/release/program"));
        command.env_clear().args([url, call]).arg(server::authority());
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

    println!("\n| 64 MiB from memory, warm | CPU ms |\n|---|---|");
    for (title, name, call, url) in [
        ("bare hyper and CRC32, plain HTTP", BARE.name, "upload", &plain),
        ("boto, plain HTTP, payload hashed (default)", OURS.name, "upload", &plain),
        ("boto, plain HTTP, `payload_signing_enabled = false`, CRC32", OURS.name, "upload-unsigned", &plain),
        ("bare hyper and CRC32, TLS", BARE.name, "upload", &tls),
        ("boto, TLS, CRC32 behind the body (default for AWS)", OURS.name, "upload-crc", &tls),
    ] {
        println!("| {title} | {:.1} |", told(&mut program(name, call, url))?);
    }

    println!("\n| warm | µs |\n|---|---|");
    for (title, call) in [("Session::new()", "session"), ("Session::new() and connect_to(typed)", "connect")] {
        println!("| {title} | {:.2} |", told(&mut program(OURS.name, call, &plain))?);
    }
    Ok(())
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
