//! Automation for maintainers: `cargo xtask <command>`.

// The modules of boto-macros that `expand` includes name it.
extern crate proc_macro;

mod bench_build;
mod bench_instructions;
mod bench_start;
mod bench_transfer;
mod canned;
mod check_all;
mod conformance;
mod differential;
mod expand;
mod fuzz;
#[cfg(test)]
mod interchange;
mod models;
#[cfg(test)]
mod older;
mod resources;
mod scenarios;
mod suites;
mod test;
mod tidy;
mod wire;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>
  bench-build [--peers] [--dev] [PROGRAM …] | added | incremental | macros
                              what programs cost to build
  bench-instructions [--peers | --profile] [CALL …]
                              what calls cost, in instructions
  bench-start                 what a program pays before its first answer
  bench-start [--peers]       what a program pays before its first answer, in CPU time
  bench-transfer              what large bodies cost, in CPU time
  check-all [SERVICE …]       expand every service whole and type-check it
  conformance DIR [SUITE …]   run the conformance cases of that folder
  differential [--service S …] [--sample N] [--seed N]
                              every operation of every service, side by side with botocore
  expand SERVICE [OPERATION …]
                              print what service! writes, formatted
  expand --snapshots          rewrite tests/expand/*.rs
  fuzz [--seconds N] [TARGET …]
                              the targets of fuzz/, with libFuzzer
  models                      make the tables of all services from the pinned models
  models show SERVICE [OPERATION …]
                              print tables for a human
  models report               counts, sizes and timings of the tables
  resources SERVICE … | --all
                              resources that are inferred from the tables
  scenarios                   which tests say what botocore's tests of sessions say
  suites                      the pinned botocore's protocol tests, through both faces
  test [-p PACKAGE] [FILTER …]
                              run every test, with the servers that they need
  wire                        answer JSON lines: what would be sent, how an answer reads, where to, how signed
  tidy                        check layers, file lengths, names, licences, duplicate dependencies
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.first().map(String::as_str) {
        Some("bench-build") => bench_build::main(&arguments[1..]),
        Some("bench-instructions") => bench_instructions::main(&arguments[1..]),
        Some("bench-start") => bench_start::main(&arguments[1..]),
        Some("bench-transfer") => bench_transfer::main(&arguments[1..]),
        Some("check-all") => check_all::main(&arguments[1..]),
        Some("conformance") => conformance::main(&arguments[1..]),
        Some("differential") => differential::main(&arguments[1..]),
        Some("expand") => expand::main(&arguments[1..]),
        Some("fuzz") => fuzz::main(&arguments[1..]),
        Some("models") => models::main(&arguments[1..]),
        Some("resources") => resources::main(&arguments[1..]),
        Some("scenarios") => scenarios::main(&arguments[1..]),
        Some("suites") => suites::main(),
        Some("test") => test::main(&arguments[1..]),
        Some("tidy") => tidy::main(),
        Some("wire") => wire::main(),
        Some(other) => Err(format!("no command {other:?}\n\n{USAGE}")),
        None => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
