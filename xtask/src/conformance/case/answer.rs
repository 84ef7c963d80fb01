//! An answer against the output, or the error, that a case expects.

use super::{bytes, same, value};
use boto_core::{
    field::Record,
    http::{HeaderMap, HeaderName, HeaderValue},
    protocol::{self, Payload},
    value::Object,
    Error, Value,
};
use boto_model::{Operation, Protocol, Service};
use serde_json::{json, Value as Json};
use std::sync::Arc;

/// Compares what came of the answer with what the case expects.
pub fn compare(
    case: &Json,
    service: &Service,
    operation: &Operation,
    got: Result<Object, Error>,
) -> Result<(), String> {
    let want = &case["expect"];
    match (got, &want["error"]) {
        (Ok(got), Json::Null) => output(service, operation, &got, &want["output"]),
        (Err(error), Json::Null) => Err(error.to_string()),
        (Ok(got), _) => Err(format!("no error, but {got:?}")),
        (Err(error), want) => {
            if !want["code"].is_null() {
                same("code", error.code(), want["code"].as_str())?;
            }
            if !want["message"].is_null() {
                same("message", Some(error.message()), want["message"].as_str())?;
            }
            if want["members"].is_null() {
                return Ok(());
            }
            members(service, operation, &error, &Value::Map(error.fields().clone()), &want["members"])
        }
    }
}

/// The output of an answer, or the error that it is.
pub fn untyped(
    service: &Arc<Service>,
    operation: &Operation,
    protocol: Protocol,
    response: &Json,
) -> Result<Object, Error> {
    let mut output = Object::default();
    read(service, operation, protocol, response, &mut output).map(|()| output)
}

/// Reads the answer of a case into the record.
pub fn read(
    service: &Arc<Service>,
    operation: &Operation,
    protocol: Protocol,
    response: &Json,
    into: &mut dyn Record,
) -> Result<(), Error> {
    let status = response["status"].as_u64().unwrap_or(200) as u16;
    let mut headers = HeaderMap::new();
    for (name, value) in response["headers"].as_object().into_iter().flatten() {
        let name = HeaderName::from_bytes(name.as_bytes());
        let value = HeaderValue::from_bytes(value.as_str().unwrap_or_default().as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.append(name, value);
        }
    }
    let body = match &response["body"] {
        Json::String(text) => text.as_bytes().to_vec(),
        body => bytes(body),
    };
    if status >= 300 {
        return Err(protocol::decode_fault(service, operation, protocol, status, &headers, &body));
    }
    protocol::decode(service, operation, protocol, status, &headers, Payload::Bytes(body.into()), into)
}

/// Compares an output.
pub fn output(service: &Service, operation: &Operation, got: &Object, want: &Json) -> Result<(), String> {
    let got = match operation.output {
        Some(shape) => value::output(service, shape, &Value::Map(got.clone())),
        None => json!({}),
    };
    let want = if want.is_null() { &json!({}) } else { want };
    if value::equal(&got, want) {
        Ok(())
    } else {
        Err(format!("got {got}, want {want}"))
    }
}

/// Compares the modeled members of an error.
pub fn members(
    service: &Service,
    operation: &Operation,
    error: &Error,
    fields: &Value,
    want: &Json,
) -> Result<(), String> {
    let shape = operation.errors.iter().chain(service.exceptions()).find(|id| {
        let shape = service.shape(**id);
        let exception = shape.structure().and_then(|s| s.exception.as_ref());
        let code = exception.and_then(|e| e.code.as_deref()).unwrap_or(&shape.name);
        Some(code) == error.code() || Some(&*shape.name) == error.code()
    });
    let got = match shape {
        Some(shape) => value::output(service, *shape, fields),
        None => json!({}),
    };
    // What the model does not know is there too, as text.
    for (name, want) in want.as_object().into_iter().flatten() {
        if !value::equal(&got[name.as_str()], want) {
            return Err(format!("members: got {got}, want {want} as {name}"));
        }
    }
    Ok(())
}
