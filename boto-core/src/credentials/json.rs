//! JSON as metadata services, processes and cache files speak it: objects of texts.

use crate::{codec::json, identity::Sealed, value::Object, DateTime, Value};
use boto_model::TimestampFormat;

/// Parses an object. What is wrong with it is not told, for it may hold secrets.
pub(super) fn parse(bytes: &[u8]) -> Result<Sealed, &'static str> {
    match json::parse(bytes) {
        Ok(Value::Map(object)) => Ok(object.into()),
        Ok(_) => Err("not a JSON object"),
        Err(_) => Err("not JSON"),
    }
}

/// Takes a text out of an object; blank ones count as absent.
pub(super) fn take(object: &mut Object, name: &str) -> Option<String> {
    match object.0.remove(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// A text of an object.
pub(super) fn text<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    match object.0.get(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// A number of an object.
pub(super) fn number(object: &Object, name: &str) -> Option<i64> {
    match object.0.get(name) {
        Some(Value::Int(n)) => Some(*n),
        Some(Value::Float(f)) => Some(*f as i64),
        Some(Value::Time(t)) => Some(t.seconds()),
        _ => None,
    }
}

/// A time of an object, whatever its form.
pub(super) fn time_of(object: &Object, name: &str) -> Option<DateTime> {
    match object.0.get(name)? {
        Value::Time(time) => Some(*time),
        Value::String(text) => time(text),
        Value::Int(seconds) => Some(DateTime::from_parts(*seconds, 0)),
        Value::Float(seconds) => Some(DateTime::from_parts(*seconds as i64, 0)),
        _ => None,
    }
}

/// The object as text: the separators are Python's usual ones, or none of their spaces, since hashes of such texts are
/// names of cache files.
pub(super) fn write(object: &Object, spaces: bool) -> String {
    // Enough for what is written here: a buffer that grows leaves copies of its beginning behind.
    let mut out = String::with_capacity(16 << 10);
    object_into(&mut out, object, spaces);
    out
}

fn object_into(out: &mut String, object: &Object, spaces: bool) {
    out.push('{');
    for (i, (name, value)) in object.0.iter().enumerate() {
        if i > 0 {
            out.push_str(if spaces { ", " } else { "," });
        }
        json::ascii(out, name);
        out.push_str(if spaces { ": " } else { ":" });
        value_into(out, value, spaces);
    }
    out.push('}');
}

fn value_into(out: &mut String, value: &Value, spaces: bool) {
    match value {
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        Value::Int(i) => out.push_str(&i.to_string()),
        Value::Float(f) if f.is_finite() => out.push_str(&f.to_string()),
        Value::Number(n) => out.push_str(n),
        Value::String(s) => json::ascii(out, s),
        Value::Time(t) => json::ascii(out, &utc(*t)),
        Value::Map(object) => object_into(out, object, spaces),
        Value::List(list) => {
            out.push('[');
            for (i, value) in list.iter().enumerate() {
                if i > 0 {
                    out.push_str(if spaces { ", " } else { "," });
                }
                value_into(out, value, spaces);
            }
            out.push(']');
        }
        _ => out.push_str("null"),
    }
}

/// `2021-12-25T21:30:00Z`; the year 9999 for what lies after it.
pub(super) fn utc(time: DateTime) -> String {
    let whole = DateTime::from_seconds(time.seconds());
    whole.format(TimestampFormat::Iso8601).unwrap_or_else(|| "9999-12-31T23:59:59Z".to_owned())
}

/// A time in whatever form, also with the letters `UTC` at its end, as the CLI's older cache files have it.
pub(super) fn time(text: &str) -> Option<DateTime> {
    let text = text.trim();
    DateTime::parse(text.strip_suffix("UTC").unwrap_or(text))
}
