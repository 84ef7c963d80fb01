//! `cargo xtask wire`: the oracle. JSON lines in, one answer a line out: what would be sent, how an answer reads, where
//! a call goes, how it is signed. Everything goes through the same pipeline as a real call, and nothing is sent.

mod endpoint;
mod json;
mod request;
mod response;
mod sign;
mod world;

use boto_core::{codec, value::Object, Value};

use json::{fault, get, object};
use std::io::{BufRead, BufReader, Write};
pub use world::World;

/// Answers every line of standard input.
pub fn main() -> Result<(), String> {
    // A defect must cost one line, not the run, and the line tells of it.
    std::panic::set_hook(Box::new(|_| {}));
    let mut world = World::new().map_err(|e| e.to_string())?;
    let mut input = BufReader::with_capacity(1 << 20, std::io::stdin());
    let mut output = std::io::BufWriter::with_capacity(1 << 20, std::io::stdout());
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(|e| e.to_string())? == 0 {
            return output.flush().map_err(|e| e.to_string());
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let mut told = Vec::with_capacity(line.len());
        codec::json::push_value(&mut told, &Value::Map(answer(&mut world, &line)));
        told.push(b'\n');
        let written = output.write_all(&told);
        // Whoever waits for this answer before the next question must get it.
        let flushed = if input.buffer().is_empty() { output.flush() } else { Ok(()) };
        match written.and(flushed) {
            Err(broken) if broken.kind() == std::io::ErrorKind::BrokenPipe => return Ok(()),
            outcome => outcome.map_err(|e| e.to_string())?,
        }
    }
}

/// The answer to one line.
pub fn answer(world: &mut World, line: &[u8]) -> Object {
    let question = match codec::json::parse(line) {
        Ok(Value::Map(question)) => question,
        Ok(_) => return object([("id", Value::Null), ("error", fault("input", "the line is no JSON object"))]),
        Err(flaw) => {
            return object([("id", Value::Null), ("error", fault("input", &format!("the line is no JSON: {flaw}")))])
        }
    };
    // A defect is an answer too, under the same id.
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| one(world, &question, line)));
    let answered = outcome.unwrap_or_else(|cause| {
        let why = cause.downcast_ref::<String>().map(String::as_str).or(cause.downcast_ref::<&str>().copied());
        Err(fault("panic", why.unwrap_or("a defect of this program")))
    });
    let mut object = answered.unwrap_or_else(|error| object([("error", error)]));
    object.0.insert("id".into(), get(&question, "id").cloned().unwrap_or_default());
    object
}

fn one(world: &mut World, question: &Object, line: &[u8]) -> Result<Object, Value> {
    json::check(question)?;
    match get(question, "kind") {
        None => request::answer(world, question, line),
        Some(Value::String(kind)) => match kind.as_str() {
            "request" => request::answer(world, question, line),
            "response" => response::answer(world, question, line),
            "endpoint" => endpoint::answer(world, question, line),
            "sign" => sign::answer(question),
            other => Err(fault("input", &format!("no kind {other:?}: request, response, endpoint or sign"))),
        },
        Some(other) => Err(fault("input", &format!("kind: expected string, found {}", other.noun()))),
    }
}
