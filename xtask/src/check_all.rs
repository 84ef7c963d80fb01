//! `cargo xtask check-all`: expands every service whole and type-checks it.

use crate::expand;
use boto_model::archive;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const USAGE: &str = "cargo xtask check-all [--edition 2024] [--lines] [SERVICE …]";

/// Everything a user's crate may forbid.
const HEAD: &str = "#![deny(missing_docs, unsafe_code, warnings, missing_debug_implementations)]\n//! One service.\n";

/// What one service costs.
struct Cost {
    service: String,
    seconds: f64,
    memory_mb: u64,
    operations: usize,
    lines: Option<usize>,
}

/// Runs `cargo xtask check-all`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let (mut edition, mut lines, mut services) = ("2021".to_owned(), false, Vec::new());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--edition" => edition.clone_from(rest.next().ok_or(USAGE)?),
            "--lines" => lines = true,
            option if option.starts_with('-') => return Err(USAGE.to_owned()),
            service => services.push(service.to_owned()),
        }
    }
    if services.is_empty() {
        services.extend(archive::services().map(str::to_owned));
    }
    let compiler = Compiler::new()?;
    let (mut costs, mut failed) = (Vec::new(), Vec::new());
    for service in services {
        match compiler.check(&service, &edition) {
            Ok((seconds, memory_mb)) => {
                let operations = archive::open(&service).map_or(0, |tables| tables.operation_count());
                let lines =
                    lines.then(|| expand::expand(&format!("{service:?}")).map_or(0, |text| text.lines().count()));
                println!("{service}: {seconds:.2} CPU-s, {memory_mb} MB, {operations} operations{}", shown(lines));
                costs.push(Cost { service, seconds, memory_mb, operations, lines });
            }
            Err(output) => {
                println!("{service}: FAILED\n{output}");
                failed.push(service);
            }
        }
    }
    summary(&mut costs);
    if failed.is_empty() {
        return Ok(());
    }
    Err(format!("{} services do not compile: {}", failed.len(), failed.join(", ")))
}

fn shown(lines: Option<usize>) -> String {
    lines.map_or_else(String::new, |lines| format!(", {lines} lines"))
}

fn summary(costs: &mut [Cost]) {
    let total: f64 = costs.iter().map(|cost| cost.seconds).sum();
    let operations: usize = costs.iter().map(|cost| cost.operations).sum();
    let lines = costs.iter().map(|cost| cost.lines).sum::<Option<usize>>();
    println!("\n{} services, {operations} operations: {total:.1} CPU-s{}", costs.len(), shown(lines));
    costs.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    for cost in costs.iter().take(10) {
        println!("  {}: {:.2} CPU-s, {} MB", cost.service, cost.seconds, cost.memory_mb);
    }
}

/// rustc with boto-core at hand.
pub struct Compiler {
    core: PathBuf,
    work: PathBuf,
}

impl Compiler {
    /// Checks boto-core and finds where its metadata went.
    ///
    /// In a target directory of its own, for another build would replace that metadata while it is read.
    pub fn new() -> Result<Compiler, String> {
        let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/check-all");
        let output = Command::new(env!("CARGO"))
            .args(["check", "-p", "boto-core", "--message-format=json-render-diagnostics", "--target-dir"])
            .arg(&target)
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| format!("cargo does not start: {error}"))?;
        let messages = String::from_utf8_lossy(&output.stdout);
        let core =
            messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()).find_map(|m| {
                let ours = m["reason"] == "compiler-artifact" && m["target"]["name"] == "boto_core";
                let files = m["filenames"].as_array().filter(|_| ours)?;
                files.iter().filter_map(|file| file.as_str()).find(|file| file.ends_with(".rmeta")).map(PathBuf::from)
            });
        let core = core.ok_or("boto-core does not compile")?;
        let work = target.join("services");
        fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
        Ok(Compiler { core, work })
    }

    /// Type-checks one service; its CPU-seconds and peak memory, or what the compiler says.
    fn check(&self, service: &str, edition: &str) -> Result<(f64, u64), String> {
        let name = service.replace('-', "_");
        let source = self.work.join(format!("{name}.rs"));
        fs::write(&source, format!("{HEAD}boto_core::service!({service:?});\n")).map_err(|error| error.to_string())?;
        let mut command = Command::new("rustc");
        command
            .args(["--edition", edition, "--crate-type", "lib", "--emit=metadata", "--crate-name"])
            .arg(format!("checked_{name}"))
            .arg("-o")
            .arg(self.work.join(format!("{name}.rmeta")))
            .arg("--extern")
            .arg(format!("boto_core={}", self.core.display()))
            .arg(format!("-Ldependency={}", self.core.parent().unwrap_or(Path::new(".")).display()))
            .arg(&source);
        measured(command)
    }
}

/// Runs a command: its CPU-seconds and peak memory in MB, or what it printed if it failed.
pub fn measured(mut command: Command) -> Result<(f64, u64), String> {
    let before = children_seconds();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{:?} does not start: {error}", command.get_program()))?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let watch = std::thread::spawn(move || {
        let mut peak = 0;
        // The file is gone, or says nothing of memory, once the process has ended.
        while let Some(now) = fs::read_to_string(&status).ok().and_then(|text| field_kb(&text, "VmHWM:")) {
            peak = now;
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        peak / 1024
    });
    let stderr = child.stderr.take().map(|mut pipe| {
        std::thread::spawn(move || {
            let mut text = Vec::new();
            let _ = std::io::Read::read_to_end(&mut pipe, &mut text);
            String::from_utf8_lossy(&text).into_owned()
        })
    });
    let outcome = child.wait().map_err(|error| error.to_string())?;
    let peak = watch.join().unwrap_or(0);
    let text = stderr.and_then(|reader| reader.join().ok()).unwrap_or_default();
    if !outcome.success() {
        return Err(text);
    }
    Ok((children_seconds() - before, peak))
}

fn field_kb(status: &str, field: &str) -> Option<u64> {
    let line = status.lines().find(|line| line.starts_with(field))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The CPU-seconds of all children waited for so far (Linux; 0 elsewhere).
pub fn children_seconds() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0; // what Linux reports to user space, whatever the kernel's own clock
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    // Behind the name come state, ppid …: cutime and cstime are the 14th and 15th of them.
    let ticks = |at: usize| fields.get(at).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(13) + ticks(14)) / TICKS_A_SECOND
}
