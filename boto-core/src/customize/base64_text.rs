//! Members that hold base64 on the wire while the model calls them strings.

use super::Input;
use crate::{field::View, Result, Value};
use base64::{engine::general_purpose::STANDARD, Engine};

/// `UserData` in base64.
pub fn user_data(input: &mut Input<'_>) -> Result<()> {
    let encoded = match input.record.view("UserData") {
        View::Str(text) => STANDARD.encode(text),
        View::Blob(bytes) => STANDARD.encode(bytes),
        _ => return Ok(()),
    };
    input.record.set("UserData", Value::String(encoded));
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
            given.0.insert("UserData".to_owned(), value);
            let mut input = case.input(&given);
            super::user_data(&mut input).unwrap();
            assert_eq!(input.record.text("UserData"), Some("Zm9v"));
        }
    }
}
