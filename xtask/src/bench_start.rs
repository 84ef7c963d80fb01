//! `cargo xtask bench-start`: what a program pays before its first answer.
//!
//! CPU time of whole processes, from start to end, against a server with canned answers in this process, best of
//! several rounds; peers in the same run, the official SDK and the Python ones with `--peers`.

mod programs;

use crate::{bench_build::Bench, canned, check_all::children_seconds, models::root, test::venv};
use programs::{Program, BARE, BOTO3, OFFICIAL, OURS};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// How many processes make one round, and how many rounds.
const RUNS: u32 = 100;
const ROUNDS: u32 = 5;

/// Runs `cargo xtask bench-start`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let peers = match arguments {
        [] => false,
        [peers] if peers == "--peers" => true,
        _ => return Err("cargo xtask bench-start [--peers]   with the official SDK, boto3 and the AWS CLI".to_owned()),
    };
    let bench = Bench::new()?;
    let mut compiled = vec![OURS, BARE];
    compiled.extend(peers.then_some(OFFICIAL));
    for Program { name, dependencies, source } in compiled {
        bench.write(name, &bench.manifest(dependencies), source)?;
        bench.fetch(name)?;
        let cost = bench.build(name, &["--release"])?;
        eprintln!("{name}: {:.0} CPU-s to build what was not built yet", cost.seconds);
    }
    let plain = canned::start(false, |_, _| (answer(), [].into()))?;
    let binary = |program: &Program| bench.folder(program.name).join("target/release/program");
    let run = |program: &Path, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.env_clear().args(arguments);
        for (name, value) in [
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            ("AWS_REGION", "us-east-1"),
            ("AWS_DEFAULT_REGION", "us-east-1"),
            ("HOME", "/nonexistent"),
            // The CLI prints; nobody is there to page through it.
            ("AWS_PAGER", ""),
        ] {
            command.env(name, value);
        }
        command
    };

    println!("| from process start to the end of the first answer, plain HTTP | CPU ms |\n|---|---|");
    let row = |title: &str, runs: u32, program: &Path, arguments: &[&str]| -> Result<(), String> {
        println!("| {title} | {:.2} |", start(runs, || run(program, arguments))? * 1000.0);
        Ok(())
    };
    let (ours, bare) = (binary(&OURS), binary(&BARE));
    for (title, program, call) in [
        ("a program that does nothing", &bare, "nothing"),
        ("bare tokio, one TCP connection", &bare, "tokio"),
        ("bare hyper, plain", &bare, "hyper"),
        ("bare hyper, with TLS set up (Mozilla's roots)", &bare, "hyper-tls"),
        ("bare hyper, with TLS set up (the system's roots)", &bare, "hyper-tls-system"),
        ("boto, typed, the first SQS answer", &ours, "start"),
        ("boto, blocking", &ours, "blocking"),
    ] {
        row(title, RUNS, program, &[&plain, call])?;
    }
    if peers {
        row("the official SDK (aws-config, aws-sdk-sqs)", RUNS, &binary(&OFFICIAL), &[&plain])?;
        let bin = venv::ready(&root(), &root().join("target/xtask-test"), "peers")?;
        let script = script(&bench)?;
        let script = script.display().to_string();
        row("boto3", RUNS / 20, &bin.join("python"), &[&script, &plain])?;
        let cli = bin.join("aws").display().to_string();
        let call = [&cli, "sqs", "list-queues", "--endpoint-url", &plain];
        row("the AWS CLI", RUNS / 20, &bin.join("python"), &call)?;
    }

    println!("\n| warm | µs |\n|---|---|");
    for (title, call) in [("Session::new()", "session"), ("Session::new() and connect_to(typed)", "connect")] {
        println!("| {title} | {:.2} |", told(&mut run(&ours, &[&plain, call]))?);
    }
    Ok(())
}

/// The program for boto3, written to a file.
fn script(bench: &Bench) -> Result<PathBuf, String> {
    let path = bench.folder("start-boto3.py");
    std::fs::write(&path, BOTO3).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// What SQS answers to ListQueues.
fn answer() -> Vec<u8> {
    let body = r#"{"QueueUrls":["http://127.0.0.1/1/jobs"]}"#;
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: {length}\r\n\r\n{body}")
        .into()
}

/// CPU-seconds of one process, the best round's mean.
fn start(runs: u32, command: impl Fn() -> Command) -> Result<f64, String> {
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let before = children_seconds();
        for _ in 0..runs {
            let output = command().output().map_err(|error| error.to_string())?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into_owned());
            }
        }
        best = best.min((children_seconds() - before) / f64::from(runs));
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
