//! `cargo xtask bench-build`: what a user's program costs to build, ours beside bare HTTP and, with `--peers`, beside
//! the official SDK. Everything is fetched first; only building is measured.

mod cost;
mod programs;

pub use cost::Bench;
use cost::Cost;
use programs::{Program, ADDED, PROGRAMS};
use std::time::Instant;

const USAGE: &str = "\
cargo xtask bench-build [--peers] [--dev] [PROGRAM …]   whole programs, from a clean target directory
cargo xtask bench-build added                           what a service adds to a program that has one
cargo xtask bench-build incremental                     an edit of main.rs in a program with three services
cargo xtask bench-build macros                          boto-macros with everything it needs, and expansions";

/// Runs `cargo xtask bench-build`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let (options, names): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|a| a.starts_with("--"));
    if options.iter().any(|option| !["--peers", "--dev"].contains(&option.as_str())) {
        return Err(USAGE.to_owned());
    }
    let bench = Bench::new()?;
    match names.first().map(|name| name.as_str()) {
        Some("added") => return added(&bench),
        Some("incremental") => return incremental(&bench),
        Some("macros") => return macros(&bench),
        _ => {}
    }
    let peers = options.iter().any(|option| *option == "--peers");
    let release = !options.iter().any(|option| *option == "--dev");
    let chosen: Vec<&Program> = PROGRAMS
        .iter()
        .filter(
            |program| if names.is_empty() { peers || !program.peer } else { names.iter().any(|n| *n == program.name) },
        )
        .collect();
    if chosen.is_empty() {
        let all: Vec<&str> = PROGRAMS.iter().map(|program| program.name).collect();
        return Err(format!("{USAGE}\nprograms: {}", all.join(", ")));
    }
    println!("| program | dev CPU-s | release CPU-s | stripped release | crates | largest rustc |\n|---|---|---|---|---|---|");
    for program in chosen {
        let built = whole(&bench, program, release)?;
        println!("{built}");
    }
    Ok(())
}

/// Builds one program from nothing, in dev and in release.
fn whole(bench: &Bench, program: &Program, release: bool) -> Result<String, String> {
    bench.write(program.name, &bench.manifest(program.dependencies), program.source)?;
    bench.fetch(program.name)?;
    let dev = bench.clean_build(program.name, &[])?;
    let (seconds, size) = if release {
        let cost = bench.clean_build(program.name, &["--release"])?;
        (format!("{:.0}", cost.seconds), format!("{:.2} MB", bench.binary_bytes(program.name)? as f64 / 1e6))
    } else {
        ("–".to_owned(), "–".to_owned())
    };
    let crates = bench.crates(program.name)?;
    Ok(format!("| {} | {:.0} | {seconds} | {size} | {crates} | {} MB |", program.title, dev.seconds, dev.memory_mb))
}

/// What further services add to the crate that names them; dependencies are built already.
fn added(bench: &Bench) -> Result<(), String> {
    let sqs = "boto_core::service!(\"sqs\", operations = [SendMessage, ReceiveMessage, ListQueues]);\n";
    let base = format!("{sqs}{}", programs::SQS_MAIN);
    bench.write("added", &bench.manifest(programs::OURS), &base)?;
    bench.fetch("added")?;
    bench.build("added", &[])?;
    let sources: Vec<String> = ADDED.iter().map(|(_, line)| format!("{line}\n{base}")).collect();
    // The best of several rounds, in each of which all are built: everything else on the machine only adds, and machines
    // are faster in one minute than in the next.
    let mut best: Vec<Option<Cost>> = vec![None; sources.len() + 1];
    for _ in 0..5 {
        for (best, source) in best.iter_mut().zip(std::iter::once(&base).chain(&sources)) {
            let cost = bench.rebuild("added", source)?;
            if best.as_ref().is_none_or(|best| cost.seconds < best.seconds) {
                *best = Some(cost);
            }
        }
    }
    let mut best = best.into_iter().flatten();
    let floor = best.next().map_or(0.0, |floor| floor.seconds);
    println!("a program with three operations of SQS: {floor:.2} CPU-s for its own crate\n");
    println!("| added | CPU-s more | rustc |\n|---|---|---|");
    for ((title, _), cost) in ADDED.iter().zip(best) {
        println!("| {title} | {:.2} | {} MB |", cost.seconds - floor, cost.memory_mb);
    }
    Ok(())
}

/// What an edit of `main.rs` costs, three services being used by a few operations each.
fn incremental(bench: &Bench) -> Result<(), String> {
    let source = |edit: usize| format!("{}\npub const EDIT: usize = {edit};\n", programs::THREE);
    bench.write("incremental", &bench.manifest(programs::OURS), &source(0))?;
    bench.fetch("incremental")?;
    println!("| profile | CPU-s | wall s |\n|---|---|---|");
    for (profile, options) in [("dev", &[][..]), ("release", &["--release"][..])] {
        bench.build("incremental", options)?;
        let mut best = (f64::INFINITY, f64::INFINITY);
        for edit in 1..=3 {
            bench.write("incremental", &bench.manifest(programs::OURS), &source(edit))?;
            let start = Instant::now();
            let cost = bench.build("incremental", options)?;
            best = (best.0.min(cost.seconds), best.1.min(start.elapsed().as_secs_f64()));
        }
        println!("| {profile} | {:.2} | {:.2} |", best.0, best.1);
    }
    Ok(())
}

/// The macro crate itself, and how long its expansions take.
fn macros(bench: &Bench) -> Result<(), String> {
    let cost = bench.clean_build_of_macros()?;
    println!("boto-macros with everything it needs: {:.1} CPU-s", cost.seconds);
    bench.write("added", &bench.manifest(programs::OURS), programs::SQS_MAIN)?;
    bench.fetch("added")?;
    println!("\n| expansion, debug-built macro | ms |\n|---|---|");
    for (title, line) in ADDED {
        let times = (0..5).map(|_| bench.expansion("added", line)).collect::<Result<Vec<f64>, _>>()?;
        println!("| {title} | {:.0} |", times.into_iter().fold(f64::INFINITY, f64::min) * 1000.0);
    }
    Ok(())
}
