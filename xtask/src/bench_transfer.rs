//! `cargo xtask bench-transfer`: CPU time of moving large bodies, ours beside bare reqwest.
//!
//! The server is a thread of this process, so that the children's CPU time is the caller's alone.

mod programs;
mod server;

use crate::{bench_build::Bench, check_all::children_seconds};
use programs::{Program, PROGRAMS};
use std::process::Command;

/// The size of one body.
const SIZE: usize = 64 << 20;
/// How many bodies go over one connection.
const BODIES: usize = 16;

/// Runs `cargo xtask bench-transfer`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    if let Some(unknown) = arguments.first() {
        return Err(format!("bench-transfer takes no arguments, not {unknown:?}"));
    }
    let bench = Bench::new()?;
    let plain = server::start(SIZE, false).map_err(|error| format!("server: {error}"))?;
    let tls = server::start(SIZE, true).map_err(|error| format!("server: {error}"))?;
    println!("| program | transfer of 64 MiB | CPU ms, plain HTTP | CPU ms, TLS |\n|---|---|---|---|");
    for program in PROGRAMS {
        bench.write(program.name, &bench.manifest(program.dependencies), program.source)?;
        bench.fetch(program.name)?;
        bench.build(program.name, &["--release"])?;
        for transfer in program.transfers {
            let [plain, tls] = [&plain, &tls].map(|url| milliseconds(&bench, program, transfer, url));
            println!("| {} | {transfer} | {:.1} | {:.1} |", program.title, plain?, tls?);
        }
    }
    Ok(())
}

/// CPU time of one transfer, the best of three runs: everything else on the machine only adds.
fn milliseconds(bench: &Bench, program: &Program, transfer: &str, url: &str) -> Result<f64, String> {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let before = children_seconds();
        let output = Command::new(bench.folder(program.name).join("target/release/program"))
            .args([url, transfer, &BODIES.to_string()])
            .env("AWS_CA_BUNDLE", server::authority())
            .env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
            .env("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
            .env("AWS_REGION", "us-east-1")
            .output()
            .map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(format!("{} {transfer} {url}:\n{}", program.name, String::from_utf8_lossy(&output.stderr)));
        }
        best = best.min(children_seconds() - before);
    }
    Ok(best * 1000.0 / BODIES as f64)
}
