//! `response-parsing`: answers of real services, recorded between 2012 and 2014.

use super::{
    case::{answer, value},
    Report,
};
use boto_core::{protocol, Error};
use boto_model::{archive, Protocol, Service};
use serde_json::Value as Json;
use std::{collections::HashMap, sync::Arc};

const DEVIATIONS: &[(&str, &str)] =
    &[("xml/cloudformation-get-template", "the template is parsed by a row of the customisations, after decoding")];

/// Runs the suite.
pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    let mut services: HashMap<String, Option<Arc<Service>>> = HashMap::new();
    for file in report.files() {
        for case in report.cases(&file) {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            let name = case["service"].as_str().unwrap_or_default().to_owned();
            let service = services.entry(name.clone()).or_insert_with(|| archive::open(&name).map(Arc::new));
            report.case(&id, service.as_ref().ok_or(format!("no service {name}")).and_then(|s| one(&case, s)));
        }
    }
}

fn one(case: &Json, service: &Arc<Service>) -> Result<(), String> {
    let operation = service.operation(case["operation"].as_str().unwrap_or_default()).ok_or("no such operation")?;
    let protocol = case["protocol"].as_str().and_then(Protocol::from_name).ok_or("no such protocol")?;
    let (want, response) = (&case["expect"], &case["response"]);
    match answer::untyped(service, operation, protocol, response) {
        Ok(got) => {
            if let Some(id) = want["metadata"]["RequestId"].as_str() {
                let body = response["body"].as_str().unwrap_or_default();
                let found = protocol::request_id_in_body(protocol, body.as_bytes());
                super::case::same("request id", found.as_deref(), Some(id))?;
            }
            answer::output(service, operation, &got, &want["output"])
        }
        Err(error) if want["error"].is_null() => Err(error.to_string()),
        Err(error) => compare_error(&error, want),
    }
}

/// Compares an error: code, message, request id, and what stands beside them in an XML body.
pub fn compare_error(error: &Error, want: &Json) -> Result<(), String> {
    use super::case::same;
    same("code", error.code(), want["error"]["Code"].as_str())?;
    same("message", error.message(), want["error"]["Message"].as_str().unwrap_or_default())?;
    if let Some(id) = want["metadata"]["RequestId"].as_str() {
        same("request id", error.request_id(), Some(id))?;
    }
    for (name, want) in want["error"].as_object().into_iter().flatten() {
        if !matches!(name.as_str(), "Code" | "Message" | "Type" | "QueryErrorCode") {
            let got = error.fields().get(name).and_then(|v| v.as_str());
            same(name, got, want.as_str())?;
        }
    }
    for (name, want) in want["members"].as_object().into_iter().flatten() {
        let got = error.fields().get(name).map(value::untyped).unwrap_or_default();
        if !value::equal(&got, want) {
            return Err(format!("{name}: got {got}, want {want}"));
        }
    }
    Ok(())
}
