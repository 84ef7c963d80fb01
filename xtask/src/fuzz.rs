//! `cargo xtask fuzz [--seconds N] [TARGET …]`: the targets of `fuzz/` with libFuzzer, on the stable compiler.
//!
//! What `cargo fuzz` needs a nightly compiler for are sanitizers, and safe code has little for those to find. Coverage,
//! which guides libFuzzer, is a pass of LLVM that any compiler runs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const TRIPLE: &str = "x86_64-unknown-linux-gnu";
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions -Cdebuginfo=0 --cfg fuzzing";

/// Runs the command.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let (mut seconds, mut names) = (60, Vec::new());
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seconds" => {
                let value = words.next().and_then(|value| value.parse::<u32>().ok());
                seconds = value.ok_or("--seconds: a number is wanted")?;
            }
            flag if flag.starts_with('-') => return Err(format!("no option {flag}: --seconds")),
            name => names.push(name.to_owned()),
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent directory")?;
    let all = targets(root)?;
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        return Err(format!("no target {unknown}: {}", all.join(", ")));
    }
    let names = if names.is_empty() { all } else { names };
    let target = root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into())).join("fuzz");
    build(root, &target)?;
    println!("| target | executions | covered edges | found |\n|---|---|---|---|");
    let mut failed = Vec::new();
    for name in &names {
        if !run(&target, name, seconds)? {
            failed.push(name.as_str());
        }
    }
    match failed.is_empty() {
        true => Ok(()),
        false => Err(format!("what failed is in {}: {}", target.display(), failed.join(", "))),
    }
}

/// The names of the targets: those of their files.
fn targets(root: &Path) -> Result<Vec<String>, String> {
    let folder = root.join("fuzz/fuzz_targets");
    let files = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut names: Vec<String> = files
        .filter_map(|file| file.ok()?.file_name().into_string().ok()?.strip_suffix(".rs").map(str::to_owned))
        .collect();
    names.sort();
    Ok(names)
}

fn build(root: &Path, target: &Path) -> Result<(), String> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // With a target named, build scripts and macros go without the flags.
    cargo.args(["build", "--locked", "--release", "--bins", "--target", TRIPLE]).current_dir(root.join("fuzz"));
    let status = cargo.env("CARGO_TARGET_DIR", target).env("RUSTFLAGS", FLAGS).status();
    match status.map_err(|e| format!("cargo: {e}"))?.success() {
        true => Ok(()),
        false => Err("the targets do not build".to_owned()),
    }
}

/// Runs one target and prints its row; whether it came through. What it finds interesting is kept for the next time.
fn run(target: &Path, name: &str, seconds: u32) -> Result<bool, String> {
    let corpus: PathBuf = target.join("corpus").join(name);
    fs::create_dir_all(&corpus).map_err(|e| format!("{}: {e}", corpus.display()))?;
    let output = Command::new(target.join(TRIPLE).join("release").join(name))
        .arg(&corpus)
        .args([format!("-max_total_time={seconds}"), format!("-artifact_prefix={}/{name}-", target.display())])
        .args(["-max_len=8192", "-rss_limit_mb=2048", "-timeout=10", "-print_final_stats=1"])
        .output()
        .map_err(|e| format!("{name}: {e}"))?;
    let told = String::from_utf8_lossy(&output.stderr);
    let after = |line: &str, key: &str| line.split_once(key).map(|(_, rest)| rest.trim_start().to_owned());
    let executions = told.lines().find_map(|line| after(line, "number_of_executed_units:")).unwrap_or_default();
    let covered = told.lines().rev().find_map(|line| after(line, " cov: ")).unwrap_or_default();
    let covered = covered.split(' ').next().unwrap_or_default();
    let found = told.lines().find(|line| line.contains("ERROR: libFuzzer") || line.contains("panicked at"));
    println!("| {name} | {executions} | {covered} | {} |", found.unwrap_or("nothing"));
    Ok(output.status.success())
}
