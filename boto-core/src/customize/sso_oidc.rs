//! IAM Identity Center OIDC.

use crate::{Error, Value};

/// The description that OAuth 2 gives, as the message.
pub fn description(error: Error) -> Error {
    let text = |name: &str| match error.fields().0.get(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text.clone()),
        _ => None,
    };
    match text("error_description") {
        Some(description) if text("message").or_else(|| text("Message")).is_none() => error.with_message(description),
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::object;
    use crate::{Error, ErrorKind};

    #[test]
    fn description() {
        let error = Error::new(ErrorKind::Service, "");
        let given = error.with_fields(object([("error", "invalid_grant"), ("error_description", "token expired")]));
        assert_eq!(super::description(given).message(), "token expired");
        let error = Error::new(ErrorKind::Service, "own");
        let given = error.with_fields(object([("message", "own"), ("error_description", "other")]));
        assert_eq!(super::description(given).message(), "own");
    }
}
