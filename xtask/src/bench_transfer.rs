//! `cargo xtask bench-transfer`: CPU time of moving large bodies, ours beside bare reqwest.
//!
//! Each program tells itself, from the scheduler's clock, what one transfer costs it once the connection is warm.

mod programs;

use crate::{bench_build::Bench, canned};
use programs::{Program, PROGRAMS};
use std::{process::Command, sync::Arc};

/// The size of one body.
const SIZE: usize = 64 << 20;
/// How many bodies go over one connection.
const TRANSFERS: usize = 10;
/// How many connections there are, one after the other.
const PROCESSES: usize = 3;

/// Runs `cargo xtask bench-transfer`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    if let Some(unknown) = arguments.first() {
        return Err(format!("bench-transfer takes no arguments, not {unknown:?}"));
    }
    let bench = Bench::new()?;
    let [plain, tls] = [false, true].map(|tls| {
        let object: Arc<[u8]> = (0..SIZE).map(|i| (i / 7) as u8).collect();
        canned::start(tls, move |head, taken| answer(&object, head, taken))
    });
    let (plain, tls) = (plain?, tls?);
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

/// An object to whoever asks, thanks to whoever brings one.
fn answer(object: &Arc<[u8]>, head: &str, taken: u64) -> (Vec<u8>, Arc<[u8]>) {
    if head.starts_with("get ") {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", object.len());
        return (head.into_bytes(), object.clone());
    }
    let line = if taken < SIZE as u64 { "400 Too Short" } else { "200 OK" };
    (format!("HTTP/1.1 {line}\r\netag: \"x\"\r\ncontent-length: 0\r\n\r\n").into_bytes(), [].into())
}

/// CPU time of one transfer, the best of those of a few processes: everything else on the machine only adds.
fn milliseconds(bench: &Bench, program: &Program, transfer: &str, url: &str) -> Result<f64, String> {
    let mut best = f64::INFINITY;
    for _ in 0..PROCESSES {
        let output = Command::new(bench.folder(program.name).join("target/release/program"))
            .args([url, transfer, &TRANSFERS.to_string()])
            .env("AWS_CA_BUNDLE", canned::authority())
            .env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
            .env("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
            .env("AWS_REGION", "us-east-1")
            .output()
            .map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stdout);
        let number: Result<f64, _> = text.trim().parse();
        best =
            best.min(number.map_err(|_| {
                format!("{} {transfer} {url}:\n{}", program.name, String::from_utf8_lossy(&output.stderr))
            })?);
    }
    Ok(best)
}
