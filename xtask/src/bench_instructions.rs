//! `cargo xtask bench-instructions`: instructions that a call costs the caller, counted by callgrind.
//!
//! Counts, unlike seconds, are the same on a busy machine. A program is built in release, runs under
//! `valgrind --tool=callgrind` against a server with canned answers in this process, once with few calls and once with
//! more; the difference is what one call costs when everything is warm.

mod answers;
mod programs;

use crate::{bench_build::Bench, canned};
use programs::{Program, OURS, PEERS};
use std::process::Command;

const USAGE: &str = "\
cargo xtask bench-instructions [--peers] [CALL …]   instructions per call, against canned answers
cargo xtask bench-instructions --profile CALL       the same for one call, leaving a profile for callgrind_annotate";

/// How many calls the two runs differ by, and how many warm up.
const CALLS: u64 = 40;
const WARM: u64 = 10;

/// Runs `cargo xtask bench-instructions`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let (options, names): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|a| a.starts_with("--"));
    if options.iter().any(|option| !["--peers", "--profile"].contains(&option.as_str())) {
        return Err(USAGE.to_owned());
    }
    let peers = options.iter().any(|option| *option == "--peers");
    let profile = options.iter().any(|option| *option == "--profile");
    let bench = Bench::new()?;
    let programs = if peers { [OURS, PEERS].concat() } else { OURS.to_vec() };
    let url = canned::start(false, |head, _| (answers::answer(head), [].into()))?;

    println!("| program | call | instructions |\n|---|---|---|");
    for program in programs {
        // Names of functions for profiles; they do not change what is executed.
        let manifest = bench.manifest(program.dependencies).replace("strip = true", "debug = \"line-tables-only\"");
        bench.write(program.name, &manifest, program.source)?;
        bench.write_beside(program.name, "query.json", &answers::query())?;
        bench.write_beside(program.name, "listing.xml", &answers::listing())?;
        bench.fetch(program.name)?;
        bench.build(program.name, &["--release"])?;
        for call in program.calls.iter().filter(|call| names.is_empty() || names.iter().any(|name| name == *call)) {
            println!("| {} | {call} | {} |", program.title, grouped(cost(&bench, &program, call, &url, profile)?));
        }
    }
    Ok(())
}

/// Instructions of one call.
fn cost(bench: &Bench, program: &Program, call: &str, url: &str, profile: bool) -> Result<u64, String> {
    let few = count(bench, program, call, url, WARM, None)?;
    let out = profile.then(|| format!("{}/{call}.callgrind", bench.folder(program.name).display()));
    let more = count(bench, program, call, url, WARM + CALLS, out.as_deref())?;
    Ok(more.saturating_sub(few) / CALLS)
}

/// Instructions of a whole run.
fn count(
    bench: &Bench,
    program: &Program,
    call: &str,
    url: &str,
    calls: u64,
    out: Option<&str>,
) -> Result<u64, String> {
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", &format!("--callgrind-out-file={}", out.unwrap_or("/dev/null"))])
        .arg(bench.folder(program.name).join("target/release/program"))
        .args([url, call, &calls.to_string()])
        .env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
        .env("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
        .env("AWS_REGION", "us-east-1");
    let output = command.output().map_err(|error| format!("valgrind: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find(|line| line.contains("Collected : ")).filter(|_| output.status.success());
    line.and_then(|line| line.rsplit(' ').next()?.parse().ok())
        .ok_or_else(|| format!("{} {call} failed:\n{text}{}", program.name, String::from_utf8_lossy(&output.stdout)))
}

/// With commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.char_indices() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_grouped() {
        assert_eq!(super::grouped(1), "1");
        assert_eq!(super::grouped(123), "123");
        assert_eq!(super::grouped(4_950_123), "4,950,123");
    }
}
