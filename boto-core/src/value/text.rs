//! Values as JSON text.
//!
//! Blobs are base64, timestamps RFC 3339, floats that are not finite the strings `"NaN"`, `"Infinity"`,
//! `"-Infinity"`; a body that is in memory is its base64, one that streams is null. Read back without a table, those
//! are strings; calls take them as what they are.

use super::{Object, Value};
use crate::{codec::json, Error, ErrorKind, Result};
use std::{fmt, str::FromStr};

impl Value {
    /// JSON text as a value. Numbers that fit neither `i64` nor `f64` keep their digits.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] where the text is not JSON, with the place.
    pub fn from_json(text: &str) -> Result<Value> {
        json::parse(text.as_bytes()).map_err(|flaw| Error::new(ErrorKind::Usage, format!("not JSON: {flaw}")))
    }

    /// The value as JSON text.
    pub fn to_json(&self) -> String {
        json::to_text(self)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_json())
    }
}

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Vec::new();
        json::push_object(&mut out, self);
        f.write_str(&String::from_utf8_lossy(&out))
    }
}

impl FromStr for Value {
    type Err = Error;

    fn from_str(text: &str) -> Result<Value> {
        Value::from_json(text)
    }
}
