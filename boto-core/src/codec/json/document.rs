//! JSON text and [`Value`], without a table: documents, `jsonvalue` headers, unknown variants, and what users see.

use super::{push_string, Scanner};
use crate::{
    codec::{text, too_deep, Flaw, DEPTH},
    value::Object,
    Value,
};

/// JSON text as a value. Numbers that fit neither `i64` nor `f64` without loss stay text.
pub fn parse(bytes: &[u8]) -> Result<Value, Flaw> {
    let mut scan = Scanner::new(bytes)?;
    let parsed = value(&mut scan, DEPTH)?;
    scan.end()?;
    Ok(parsed)
}

/// The value at the scanner's place.
pub(super) fn value(scan: &mut Scanner<'_>, depth: u32) -> Result<Value, Flaw> {
    Ok(match scan.peek() {
        b'"' => Value::String(scan.string()?.into_owned()),
        b'{' => {
            let depth = depth.checked_sub(1).ok_or_else(|| too_deep().at(scan.offset()))?;
            scan.expect(b'{')?;
            let mut object = Object::default();
            if !scan.eat(b'}') {
                loop {
                    let key = scan.string()?;
                    scan.expect(b':')?;
                    object.0.push(key.into_owned(), value(scan, depth)?);
                    if !scan.more(b'}')? {
                        object.0.settle();
                        break;
                    }
                }
            }
            Value::Map(object)
        }
        b'[' => {
            let depth = depth.checked_sub(1).ok_or_else(|| too_deep().at(scan.offset()))?;
            scan.expect(b'[')?;
            let mut list = Vec::new();
            if !scan.eat(b']') {
                loop {
                    list.push(value(scan, depth)?);
                    if !scan.more(b']')? {
                        break;
                    }
                }
            }
            Value::List(list)
        }
        b't' => scan.literal("true").map(|()| Value::Bool(true))?,
        b'f' => scan.literal("false").map(|()| Value::Bool(false))?,
        b'n' => scan.literal("null").map(|()| Value::Null)?,
        _ => number(scan.number()?),
    })
}

/// The digits as the smallest kind of number that keeps them.
pub(crate) fn number(digits: &str) -> Value {
    if let Ok(int) = digits.parse() {
        return Value::Int(int);
    }
    match digits.parse::<f64>() {
        Ok(float) if float.is_finite() && (digits.len() <= 17 || keeps(digits, float)) => Value::Float(float),
        _ => Value::Number(digits.into()),
    }
}

/// Whether the float prints with all the significant digits of the text.
fn keeps(digits: &str, float: f64) -> bool {
    let significant = |s: &str| {
        let mantissa: String = s.chars().take_while(|c| !matches!(c, 'e' | 'E')).filter(char::is_ascii_digit).collect();
        mantissa.trim_matches('0').to_owned()
    };
    significant(digits) == significant(&format!("{float:e}"))
}

/// A value as JSON text: blobs as base64, timestamps as RFC 3339, floats that are not finite as strings, streams that
/// are not in memory as null.
pub fn to_text(value: &Value) -> String {
    let mut out = Vec::new();
    push_value(&mut out, value);
    String::from_utf8(out).unwrap_or_default()
}

/// Appends a value as JSON text.
pub fn push_value(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null | Value::Events(_) => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Int(i) => text::push_int(out, *i),
        Value::Float(f) => push_float(out, *f),
        Value::Number(n) => push_digits(out, n),
        Value::String(s) => push_string(out, s),
        Value::Blob(b) => push_blob(out, b),
        Value::Time(t) => push_string(out, &t.to_string()),
        Value::List(list) => {
            out.push(b'[');
            for (i, element) in list.iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                push_value(out, element);
            }
            out.push(b']');
        }
        Value::Map(object) => push_object(out, object),
        Value::Stream(stream) => match stream.bytes() {
            Some(bytes) => push_blob(out, bytes),
            None => out.extend_from_slice(b"null"),
        },
    }
}

/// Appends an object as JSON text.
pub fn push_object(out: &mut Vec<u8>, object: &Object) {
    out.push(b'{');
    for (i, (key, element)) in object.0.iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        push_string(out, key);
        out.push(b':');
        push_value(out, element);
    }
    out.push(b'}');
}

/// Appends a float; those that are not finite become strings.
pub(super) fn push_float(out: &mut Vec<u8>, float: f64) {
    if float.is_finite() {
        out.extend_from_slice(text::float_text(float).as_bytes());
    } else {
        push_string(out, text::special(float));
    }
}

/// Appends the digits of a number; what is none becomes a string.
pub(super) fn push_digits(out: &mut Vec<u8>, digits: &str) {
    if text::is_number(digits) {
        out.extend_from_slice(digits.as_bytes());
    } else {
        push_string(out, digits);
    }
}

/// Appends bytes as a base64 string.
pub(super) fn push_blob(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'"');
    text::push_base64(out, bytes);
    out.push(b'"');
}

/// Appends a JSON string in ASCII, as Python writes it.
pub(crate) fn ascii(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(c),
            _ => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    out.push('"');
}
