//! Members that hold base64 on the wire while the model calls them strings.

use super::{Input, Output};
use crate::{
    codec::text::{base64, unbase64},
    field::{Change, View},
    Result, Value,
};

/// `UserData` in base64.
pub fn user_data(input: &mut Input<'_>) -> Result<()> {
    let encoded = match input.record.view("UserData") {
        View::Str(text) => base64(text.as_bytes()),
        View::Blob(bytes) => base64(bytes),
        _ => return Ok(()),
    };
    input.record.set("UserData", Value::String(encoded));
    Ok(())
}

/// `Output` as text; what is not UTF-8 in it becomes U+FFFD, and what is not base64 stays as it is.
pub fn console_output(output: &mut Output<'_>) -> Result<()> {
    if let Some(field) = output.field("Output") {
        let decoded = match field.view() {
            View::Str(text) => unbase64(text).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
            _ => None,
        };
        if let Some(decoded) = decoded {
            // The field holds a string already.
            let _ = field.put(Change::Str(decoded.into()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{object, Case};
    use crate::Value;

    #[test]
    fn user_data() {
        let case = Case::new(["UserData"]);
        let mut given = object([("UserData", "foo")]);
        for value in [Value::String("foo".into()), Value::Blob("foo".into())] {
            given.0.insert("UserData".into(), value);
            let mut input = case.input(&given);
            super::user_data(&mut input).unwrap();
            assert_eq!(input.record.text("UserData"), Some("Zm9v"));
        }
    }

    #[test]
    fn console_output() {
        let case = Case::new(["Output"]);
        for (given, expected) in [("Zm9v", "foo"), ("Zm9v/w==", "foo\u{fffd}"), ("no base64!", "no base64!")] {
            let mut output = object([("Output", given)]);
            super::console_output(&mut case.output(&mut output)).unwrap();
            assert_eq!(output.0["Output"], Value::String(expected.to_owned()));
        }
    }
}
