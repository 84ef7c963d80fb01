//! `cargo xtask wire`: the oracle. JSON lines in, one answer a line out: what would be sent, how an answer reads, where
//! a call goes, how it is signed. Everything goes through the same pipeline as a real call, and nothing is sent.

mod endpoint;
mod json;
mod request;
mod response;
mod sign;
mod world;

use boto_core::{codec, value::Object, Value};

use json::{fault, get, object, text};
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
        let mut answer = Vec::with_capacity(line.len());
        codec::json::push_value(&mut answer, &Value::Map(guarded(&mut world, &line)));
        answer.push(b'\n');
        let written = output.write_all(&answer);
        // Whoever waits for this answer before the next question must get it.
        let flushed = if input.buffer().is_empty() { output.flush() } else { Ok(()) };
        match written.and(flushed) {
            Err(broken) if broken.kind() == std::io::ErrorKind::BrokenPipe => return Ok(()),
            outcome => outcome.map_err(|e| e.to_string())?,
        }
    }
}

/// The answer to one line; a defect is an answer too.
pub fn guarded(world: &mut World, line: &[u8]) -> Object {
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| answer(world, line)));
    outcome.unwrap_or_else(|cause| {
        let why = cause.downcast_ref::<String>().map(String::as_str).or(cause.downcast_ref::<&str>().copied());
        object([("id", Value::Null), ("error", fault("panic", why.unwrap_or("a defect of this program")))])
    })
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
    let answered = match text(&question, "kind").unwrap_or("request") {
        "request" => request::answer(world, &question, line),
        "response" => response::answer(world, &question, line),
        "endpoint" => endpoint::answer(world, &question, line),
        "sign" => sign::answer(&question),
        other => Err(fault("input", &format!("no kind {other:?}: request, response, endpoint or sign"))),
    };
    let mut object = answered.unwrap_or_else(|error| object([("error", error)]));
    object.0.insert("id".to_owned(), get(&question, "id").cloned().unwrap_or_default());
    object
}
