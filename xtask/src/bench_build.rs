//! `cargo xtask bench-build`: what a user's program costs to build, ours beside bare HTTP and, with `--peers`, beside
//! the official SDK. Everything is fetched first; only building is measured.

mod cost;
mod programs;

pub use cost::Bench;
use cost::Cost;
use programs::{Program, ADDED, PROGRAMS};
use std::time::Instant;

const USAGE: &str = "\
cargo xtask bench-build [--peers] [--dev] [--twice] [PROGRAM …]   whole programs, from a clean target directory;
                                                                  the better of two rounds
cargo xtask bench-build added         what a service adds to a program that has one
cargo xtask bench-build size          what a second service adds to a stripped binary
cargo xtask bench-build incremental   an edit of main.rs in a program with three services
cargo xtask bench-build macros        boto-macros with everything it needs, and expansions";

/// Runs `cargo xtask bench-build`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let (options, names): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|a| a.starts_with("--"));
    if options.iter().any(|option| !["--peers", "--dev", "--twice"].contains(&option.as_str())) {
        return Err(USAGE.to_owned());
    }
    let bench = Bench::new()?;
    match names.first().map(|name| name.as_str()) {
        Some("added") => return added(&bench),
        Some("size") => return size(&bench),
        Some("incremental") => return incremental(&bench),
        Some("macros") => return macros(&bench),
        _ => {}
    }
    let has = |wanted: &str| options.iter().any(|option| *option == wanted);
    let peers = has("--peers");
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
    // All are built in each round: machines are faster in one quarter of an hour than in the next.
    let mut best: Vec<Option<Whole>> = chosen.iter().map(|_| None).collect();
    for _ in 0..if has("--twice") { 2 } else { 1 } {
        for (best, program) in best.iter_mut().zip(&chosen) {
            let built = whole(&bench, program, !has("--dev"))?;
            *best = Some(match best.take() {
                Some(before) => before.or_better(built),
                None => built,
            });
        }
    }
    for (best, program) in best.iter().flatten().zip(&chosen) {
        println!("| {} | {} |", program.title, best.columns());
    }
    Ok(())
}

/// What one program costs.
struct Whole {
    dev: Cost,
    /// With the size of the stripped binary in bytes.
    release: Option<(Cost, u64)>,
    crates: usize,
}

impl Whole {
    fn or_better(self, other: Whole) -> Whole {
        let better = |a: Cost, b: Cost| if b.seconds < a.seconds { b } else { a };
        let release = self.release.zip(other.release).map(|((a, size), (b, _))| (better(a, b), size));
        Whole { dev: better(self.dev, other.dev), release, crates: self.crates }
    }

    fn columns(&self) -> String {
        let release = match &self.release {
            Some((cost, size)) => format!("{:.0} | {:.2} MB", cost.seconds, *size as f64 / 1e6),
            None => "– | –".to_owned(),
        };
        format!("{:.0} | {release} | {} | {} MB", self.dev.seconds, self.crates, self.dev.memory_mb)
    }
}

/// Builds one program from nothing, in dev and in release.
fn whole(bench: &Bench, program: &Program, release: bool) -> Result<Whole, String> {
    bench.write(program.name, &bench.manifest(program.dependencies), program.source)?;
    bench.fetch(program.name)?;
    let dev = bench.clean_build(program.name, &[])?;
    let release = match release {
        true => Some((bench.clean_build(program.name, &["--release"])?, bench.binary_bytes(program.name)?)),
        false => None,
    };
    Ok(Whole { dev, release, crates: bench.crates(program.name)? })
}

/// What a second service, three operations of which are called, adds to the stripped binary of a program that has one.
fn size(bench: &Bench) -> Result<(), String> {
    let build = |source: &str| {
        bench.write("size", &bench.manifest(programs::OURS), source)?;
        bench.fetch("size")?;
        bench.build("size", &["--release"])?;
        bench.binary_bytes("size")
    };
    let alone = build(&programs::two("", ""))?;
    println!("a program with three operations of SQS: {:.2} MB stripped\n", alone as f64 / 1e6);
    println!("| a second service | kB more |\n|---|---|");
    for (title, line, calls) in programs::SECOND {
        let bytes = build(&programs::two(line, calls))?;
        println!("| {title} | {:.0} |", (bytes as f64 - alone as f64) / 1e3);
    }
    Ok(())
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
