//! `protocols-output`: answers of botocore's protocol tests, into untyped values.

use super::{case, case::value, Report};
use boto_core::{
    http::{HeaderMap, HeaderName, HeaderValue},
    protocol::{self, Payload},
    value::Object,
    Error, Value,
};
use boto_model::{Operation, Protocol, Service};
use serde_json::{json, Value as Json};
use std::sync::Arc;

const DEVIATIONS: &[(&str, &str)] =
    &[("legacy/rest-json/9.0", "names of headers have no case: the keys of a prefix map are in lower case")];

/// Runs the suite.
pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    for file in report.files() {
        for case in report.cases(&file) {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            report.case(&id, one(&case));
        }
    }
}

/// Runs one case of this or of Smithy's suite.
pub fn one(case: &Json) -> Result<(), String> {
    let service = case::service(&case["model"])?;
    let operation = service.operation(case["operation"].as_str().unwrap_or_default()).ok_or("no such operation")?;
    let protocol = case["protocol"].as_str().and_then(Protocol::from_name).ok_or("no such protocol")?;
    let outcome = answer(&service, operation, protocol, &case["response"]);
    let want = &case["expect"];
    match (outcome, &want["error"]) {
        (Ok(got), Json::Null) => compare_output(&service, operation, &got, &want["output"]),
        (Err(error), Json::Null) => Err(error.to_string()),
        (Ok(got), _) => Err(format!("no error, but {got:?}")),
        (Err(error), want) => {
            if !want["code"].is_null() {
                case::same("code", error.code(), want["code"].as_str())?;
            }
            if !want["message"].is_null() {
                case::same("message", Some(error.message()), want["message"].as_str())?;
            }
            if want["members"].is_null() {
                return Ok(());
            }
            compare_members(&service, operation, &error, &want["members"])
        }
    }
}

/// The output of an answer, or the error that it is.
pub fn answer(
    service: &Arc<Service>,
    operation: &Operation,
    protocol: Protocol,
    response: &Json,
) -> Result<Object, Error> {
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
        body => case::bytes(body),
    };
    if status >= 300 {
        return Err(protocol::decode_fault(service, operation, protocol, status, &headers, &body));
    }
    let mut output = Object::default();
    let payload = Payload::Bytes(body.into());
    protocol::decode(service, operation, protocol, status, &headers, payload, &mut output).map(|()| output)
}

/// Compares an output.
pub fn compare_output(service: &Service, operation: &Operation, got: &Object, want: &Json) -> Result<(), String> {
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
pub fn compare_members(service: &Service, operation: &Operation, error: &Error, want: &Json) -> Result<(), String> {
    let shape = operation.errors.iter().chain(service.exceptions()).find(|id| {
        let shape = service.shape(**id);
        let exception = shape.structure().and_then(|s| s.exception.as_ref());
        let code = exception.and_then(|e| e.code.as_deref()).unwrap_or(&shape.name);
        Some(code) == error.code() || Some(&*shape.name) == error.code()
    });
    let fields = Value::Map(error.fields().clone());
    let got = match shape {
        Some(shape) => value::output(service, *shape, &fields),
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
