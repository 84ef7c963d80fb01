//! The one place where lenient data becomes what the table asks for.
//!
//! Untyped values may carry a timestamp as RFC 3339 text or as epoch seconds, a blob as base64 text, a float as
//! `"NaN"`, an integer as a float without a fraction; and services send numbers as strings. Going out, [`scalar`]
//! decides; coming in, [`from_text`] and [`from_number`].

use crate::{
    codec::{date, text, Flaw},
    field::{Change, View},
    DateTime,
};
use boto_model::Kind;
use std::borrow::Cow;

/// A scalar that fits its table.
pub enum Plain<'a> {
    /// A string, and the text of a number of any size.
    Text(&'a str),
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A 64-bit float.
    Float(f64),
    /// A 32-bit float.
    Float32(f32),
    /// The digits of a number of any size.
    Digits(&'a str),
    /// Bytes.
    Blob(Cow<'a, [u8]>),
    /// An instant.
    Time(DateTime),
}

/// What the view is as a scalar of that kind. Containers, documents and absent views are flaws here.
#[inline]
pub fn scalar<'a>(kind: &Kind, view: View<'a>) -> Result<Plain<'a>, Flaw> {
    match (kind, view) {
        (Kind::String { .. }, View::Str(s)) => Ok(Plain::Text(s)),
        (Kind::Boolean, View::Bool(b)) => Ok(Plain::Bool(b)),
        (Kind::Integer | Kind::Long | Kind::Short | Kind::Byte, View::Int(i)) => Ok(Plain::Int(i)),
        (Kind::Double, View::Float(f)) => Ok(Plain::Float(f)),
        (Kind::Float, View::Float32(f)) => Ok(Plain::Float32(f)),
        (Kind::Blob { .. }, View::Blob(b)) => Ok(Plain::Blob(Cow::Borrowed(b))),
        (Kind::Timestamp, View::Time(t)) => Ok(Plain::Time(t)),
        _ => lenient(kind, view).ok_or_else(|| Flaw::wanted(noun(kind), view.noun())),
    }
}

fn lenient<'a>(kind: &Kind, view: View<'a>) -> Option<Plain<'a>> {
    match kind {
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => match view {
            View::Float(f) => text::integral(f).map(Plain::Int),
            View::Float32(f) => text::integral(f.into()).map(Plain::Int),
            View::Number(n) => text::parse_int(n).map(Plain::Int),
            _ => None,
        },
        Kind::Float | Kind::Double => match view {
            View::Int(i) => Some(Plain::Int(i)),
            View::Float(f) => Some(Plain::Float(f)),
            View::Float32(f) => Some(Plain::Float32(f)),
            View::Number(n) if text::is_number(n) => Some(Plain::Digits(n)),
            View::Str(s @ ("NaN" | "Infinity" | "-Infinity")) => text::parse_float(s).map(Plain::Float),
            _ => None,
        },
        Kind::BigInteger | Kind::BigDecimal => match view {
            View::Int(i) => Some(Plain::Int(i)),
            View::Float(f) if f.is_finite() => Some(Plain::Float(f)),
            View::Number(n) if text::is_number(n) => Some(Plain::Digits(n)),
            View::Str(s) if text::is_number(s) => Some(Plain::Digits(s)),
            _ => None,
        },
        Kind::Blob { .. } => match view {
            View::Str(s) => text::unbase64(s).map(|bytes| Plain::Blob(Cow::Owned(bytes))),
            View::Stream(stream) => stream.bytes().map(|bytes| Plain::Blob(Cow::Borrowed(bytes))),
            _ => None,
        },
        Kind::Timestamp => match view {
            View::Str(s) | View::Number(s) => date::parse(s).map(Plain::Time),
            View::Int(i) => Some(Plain::Time(DateTime::from_seconds(i))),
            View::Float(f) => date::from_float(f).map(Plain::Time),
            _ => None,
        },
        _ => None,
    }
}

/// What a scalar of that kind is called in messages.
pub fn noun(kind: &Kind) -> &'static str {
    match kind {
        Kind::Structure(s) if s.union => "union",
        Kind::Structure(_) => "structure",
        Kind::List { .. } => "list",
        Kind::Map { .. } => "map",
        Kind::String { .. } => "string",
        Kind::Boolean => "boolean",
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::BigInteger => "integer",
        Kind::Float | Kind::Double | Kind::BigDecimal => "number",
        Kind::Blob { .. } => "blob (bytes, or base64 text)",
        Kind::Timestamp => "timestamp",
        Kind::Document => "document",
    }
}

/// Text from an XML element, a header or a JSON string as a scalar of that kind; `None` if it is empty where empty
/// means nothing (numbers, booleans, timestamps).
#[inline]
pub fn from_text<'a>(kind: &Kind, text: Cow<'a, str>) -> Result<Option<Change<'a>>, Flaw> {
    if let Kind::String { .. } = kind {
        return Ok(Some(Change::Str(text)));
    }
    let scalar = match kind {
        Kind::Blob { .. } => text::unbase64(&text).map(|bytes| Change::Blob(bytes.into())),
        _ if text.trim().is_empty() => return Ok(None),
        Kind::Boolean => match text.trim() {
            t if t.eq_ignore_ascii_case("true") => Some(Change::Bool(true)),
            t if t.eq_ignore_ascii_case("false") => Some(Change::Bool(false)),
            "1" => Some(Change::Bool(true)),
            "0" => Some(Change::Bool(false)),
            _ => None,
        },
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => match text::parse_int(&text) {
            Some(i) => Some(Change::Int(i)),
            // More digits than fit are kept; a fraction is no integer.
            None => trimmed(text).filter(|t| text::is_number(t) && !t.contains(['.', 'e', 'E'])).map(number),
        },
        Kind::Float | Kind::Double => text::parse_float(&text).map(Change::Float),
        Kind::BigInteger | Kind::BigDecimal => trimmed(text).filter(|t| text::is_number(t)).map(number),
        // Text that is no timestamp stays text: untyped data keeps it, typed data refuses it.
        Kind::Timestamp => Some(date::parse(&text).map_or(Change::Str(text), Change::Time)),
        _ => None,
    };
    scalar.map(Some).ok_or_else(|| Flaw::wanted(noun(kind), "other text"))
}

/// A number without its surrounding white space.
fn trimmed(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    Some(match text {
        Cow::Borrowed(t) => Cow::Borrowed(t.trim()),
        Cow::Owned(t) => Cow::Owned(t.trim().to_owned()),
    })
}

/// The digits of a number, borrowed where they can be.
fn number(text: Cow<'_, str>) -> Change<'_> {
    match text {
        Cow::Borrowed(t) => Change::Number(t),
        Cow::Owned(t) => Change::Document(crate::Value::Number(t.into())),
    }
}

/// A number from JSON as a scalar of that kind.
#[inline]
pub fn from_number<'a>(kind: &Kind, digits: &'a str) -> Result<Change<'a>, Flaw> {
    let scalar = match kind {
        Kind::Integer | Kind::Long | Kind::Short | Kind::Byte => {
            Some(text::parse_int(digits).map_or(Change::Number(digits), Change::Int))
        }
        Kind::Float | Kind::Double => text::parse_float(digits).map(Change::Float),
        Kind::BigInteger | Kind::BigDecimal => Some(Change::Number(digits)),
        Kind::Timestamp => date::parse(digits).map(Change::Time),
        // Some services send numbers where their model says string; the digits are the string.
        Kind::String { .. } => Some(Change::Str(Cow::Borrowed(digits))),
        Kind::Boolean if digits == "0" || digits == "1" => Some(Change::Bool(digits == "1")),
        _ => None,
    };
    scalar.ok_or_else(|| Flaw::wanted(noun(kind), "number"))
}
