//! `cargo xtask differential [--service S …] [--sample N] [--seed N]`: every operation of every service, side by side
//! with botocore.
//!
//! `xtask/differential/main.py` calls the pinned botocore's own client with random inputs and gives it random answers;
//! the same questions go through `wire`. Requests have to be equal down to the scope of their signature, and so have
//! outputs and errors; what may differ stands in [`rules`], each with its reason, and a rule that explains nothing in a
//! whole run is a failure too.

mod answer;
mod request;
mod rules;
mod tally;

use crate::{test::venv, wire};
use serde_json::Value as Json;
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Instant,
};
use tally::Tally;

/// The seed, unless another is asked for.
const SEED: u64 = 20_261_122;

/// What was asked for.
struct Arguments {
    services: Vec<String>,
    sample: u64,
    seed: u64,
}

/// Runs the test.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let arguments = parse(arguments)?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent directory")?;
    let work = root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into())).join("xtask-test");
    std::fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
    let python = venv::ready(root, &work, "botocore")?.join("python");
    let start = Instant::now();
    println!("seed {}, one operation in {}", arguments.seed, arguments.sample);
    let shards = match arguments.services.is_empty() {
        true => thread::available_parallelism().map_or(1, usize::from),
        false => 1,
    };
    let run = |shard: usize| {
        let mut command = Command::new(&python);
        command.arg(root.join("xtask/differential/main.py")).env("AWS_EC2_METADATA_DISABLED", "true");
        command.args(["--seed", &arguments.seed.to_string(), "--sample", &arguments.sample.to_string()]);
        command.args(["--shard", &format!("{shard}/{shards}")]);
        // What a user has configured for himself must not reach botocore.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("AWS_")) {
            command.env_remove(name);
        }
        command.env("AWS_CONFIG_FILE", "/nonexistent").env("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
        for service in &arguments.services {
            command.args(["--service", service]);
        }
        compare(&mut command)
    };
    let tallies: Vec<Result<Tally, String>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..shards).map(|shard| scope.spawn(move || run(shard))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("a shard panicked".into()))).collect()
    });
    let mut total = Tally::default();
    for tally in tallies {
        total.add(tally?);
    }
    let whole = arguments.services.is_empty();
    let outcome = total.judge(whole, whole && arguments.sample == 1 && arguments.seed == SEED);
    println!("{:.0} s", start.elapsed().as_secs_f64());
    outcome
}

fn parse(arguments: &[String]) -> Result<Arguments, String> {
    let mut parsed = Arguments { services: Vec::new(), sample: 1, seed: SEED };
    let mut words = arguments.iter();
    while let Some(flag) = words.next() {
        let value = words.next().ok_or_else(|| format!("{flag}: a value is wanted"))?;
        let number =
            || value.parse::<u64>().ok().filter(|n| *n > 0).ok_or_else(|| format!("{flag} {value}: no number"));
        match flag.as_str() {
            "--service" => parsed.services.push(value.clone()),
            "--sample" => parsed.sample = number()?,
            "--seed" => parsed.seed = number()?,
            other => return Err(format!("no option {other}: --service, --sample, --seed")),
        }
    }
    Ok(parsed)
}

/// Goes through what the other side says.
fn compare(command: &mut Command) -> Result<Tally, String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| format!("python: {e}"))?;
    let mut lines = child.stdout.take().map(BufReader::new).ok_or("python without an output")?;
    let mut world = wire::World::new().map_err(|e| e.to_string())?;
    let mut tally = Tally::default();
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).map_err(|e| e.to_string())? > 0 {
        let case: Json = serde_json::from_slice(&line).map_err(|e| format!("the other side's line: {e}"))?;
        one(&mut world, &case, &mut tally);
        line.clear();
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(tally),
        other => Err(format!("the other side ended with {other:?}")),
    }
}

fn one(world: &mut wire::World, case: &Json, tally: &mut Tally) {
    if let Some(why) = case["skipped"].as_str() {
        return tally.skipped(why);
    }
    let mut ask = |question: &Json| {
        let answer = wire::answer(world, question.to_string().as_bytes());
        serde_json::from_str::<Json>(&boto_core::codec::json::to_text(&boto_core::Value::Map(answer)))
            .unwrap_or_else(|e| serde_json::json!({ "error": { "kind": "no JSON", "message": e.to_string() } }))
    };
    let sent = ask(&case["questions"][0]);
    if case["request"].is_null() {
        return match sent.get("error") {
            Some(_) => tally.refused(),
            None => tally.differ(case, "request", &[("refusal".into(), case["refused"].to_string(), sent.to_string())]),
        };
    }
    tally.differ(case, "request", &request::differences(case, &sent));
    tally.differ(case, "answer", &answer::differences(case, &ask(&case["questions"][1])));
}
