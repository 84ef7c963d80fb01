//! Waiters that users write: the format of botocore's `waiters-2.json`.

use crate::{codec::json, value::Value, Error, ErrorKind, Result};
use boto_model::{wait::Expected, Acceptor, Text, Waiter};

/// Reads a document of waiters: `{"version": 2, "waiters": {"ThingExists": {"operation": …}}}`. Mistakes name their
/// place.
pub fn waiters(text: &str) -> Result<Vec<Waiter>> {
    let document =
        json::parse(text.as_bytes()).map_err(|flaw| Error::new(ErrorKind::Config, format!("waiters: {flaw}")))?;
    if !matches!(document["version"].as_i64(), None | Some(2)) {
        return Err(wrong("version", "only version 2 is known"));
    }
    let Some(entries) = document["waiters"].as_object() else { return Err(wrong("waiters", "an object is wanted")) };
    entries.0.iter().map(|(name, entry)| one(name, entry)).collect()
}

fn one(name: &str, entry: &Value) -> Result<Waiter> {
    let place = |key: &str| format!("waiters.{name}.{key}");
    let number = |key: &str| {
        let number = entry[key].as_i64().and_then(|number| u32::try_from(number).ok());
        number.ok_or_else(|| wrong(&place(key), "a whole number is wanted"))
    };
    let acceptors = entry["acceptors"].as_list().iter().enumerate();
    let acceptors = acceptors.map(|(index, entry)| acceptor(&place(&format!("acceptors.{index}")), entry));
    let waiter = Waiter {
        name: name.to_owned().into(),
        operation: string(entry, "operation", &place("operation"))?,
        delay: number("delay")?,
        max_attempts: number("maxAttempts")?,
        acceptors: acceptors.collect::<Result<_>>()?,
    };
    super::Judge::new(&waiter)?;
    Ok(waiter)
}

fn acceptor(place: &str, entry: &Value) -> Result<Acceptor> {
    Ok(Acceptor {
        state: string(entry, "state", &format!("{place}.state"))?,
        matcher: string(entry, "matcher", &format!("{place}.matcher"))?,
        argument: entry["argument"].as_str().map(|text| Text::from(text.to_owned())),
        expected: match &entry["expected"] {
            Value::String(text) => Expected::String(text.clone().into()),
            Value::Bool(b) => Expected::Bool(*b),
            Value::Null => Expected::Null,
            other => Expected::Int(other.as_i64().ok_or_else(|| {
                wrong(&format!("{place}.expected"), "a string, a boolean, a whole number or null is wanted")
            })?),
        },
    })
}

fn string(entry: &Value, key: &str, place: &str) -> Result<Text> {
    let text = entry[key].as_str().map(|text| Text::from(text.to_owned()));
    text.ok_or_else(|| wrong(place, "a string is wanted"))
}

fn wrong(place: &str, what: &str) -> Error {
    Error::new(ErrorKind::Config, format!("{place}: {what}"))
}
