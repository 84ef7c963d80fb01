//! `parse-unit`: botocore's unit tests of its parsers.

use super::{
    case::{self, answer, value},
    response_parsing, Report,
};
use boto_core::{
    event::{Frame, Header, HeaderValue},
    protocol::{self, event},
    value::Object,
    Error, Value,
};
use boto_model::Protocol;
use serde_json::{json, Value as Json};
use std::sync::Arc;

const DEVIATIONS: &[(&str, &str)] = &[(
    "parsers/TestEventStreamParsers.test_parses_exception_event",
    "an error has the same code within a stream and outside of one: its shape's, not the name of the stream's member",
)];

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

fn one(case: &Json) -> Result<(), String> {
    let parser = case["parser"].as_str().unwrap_or_default();
    let protocol = match parser.trim_start_matches("EventStream") {
        "QueryParser" => Protocol::Query,
        "EC2QueryParser" => Protocol::Ec2,
        "JSONParser" if parser.starts_with("EventStream") => Protocol::RestJson,
        "JSONParser" => Protocol::Json,
        "RestJSONParser" => Protocol::RestJson,
        "RestXMLParser" | "XMLParser" => Protocol::RestXml,
        "RpcV2CBORParser" | "CBORParser" => Protocol::RpcV2Cbor,
        other => return Err(format!("no such parser: {other}")),
    };
    let (service, modeled) = service(case, protocol)?;
    let operation = service.operation("Operation").ok_or("no operation")?;
    let response = &case["response"];
    if parser.starts_with("EventStream") {
        let union = service.shape_named(case["shape"]["name"].as_str().unwrap_or_default()).ok_or("no shape")?;
        return event_case(case, &service, protocol, union);
    }
    let want = &case["expect"]["parsed"];
    let mut response = response.clone();
    let error = service.exceptions().first().and_then(|id| service.shape(*id).structure()?.exception.as_ref());
    if let Some(code) = error.and_then(|e| e.code.as_deref()).filter(|_| protocol == Protocol::RestJson) {
        response["headers"]["x-amzn-errortype"] = json!(code);
    }
    let response = &response;
    let outcome = answer::untyped(&service, operation, protocol, response);
    match outcome {
        Ok(got) => {
            if want.is_null() {
                return Err(format!("no error, but {got}"));
            }
            metadata(want, response, protocol)?;
            answer::output(&service, operation, &got, &without_metadata(want))
        }
        Err(error) if want.is_null() => {
            let text = error.to_string();
            let shown = matches!(error.kind(), boto_core::ErrorKind::Decode | boto_core::ErrorKind::Service);
            if shown && !text.is_empty() {
                Ok(())
            } else {
                Err(text)
            }
        }
        Err(error) if modeled => {
            let fields = value::untyped(&Value::Map(error.fields().clone()));
            for (name, want) in want.as_object().into_iter().flatten() {
                if !value::equal(&fields[name], want) {
                    return Err(format!("{name}: got {fields}, want {want}"));
                }
            }
            Ok(())
        }
        Err(error) => {
            let status = want["ResponseMetadata"]["HTTPStatusCode"].as_u64().map(|s| s as u16);
            case::same("status", error.status(), status)?;
            let host = want["ResponseMetadata"]["HostId"].as_str();
            case::same("host id", error.extended_request_id(), host.or(error.extended_request_id()))?;
            let want = json!({ "error": want["Error"], "metadata": want["ResponseMetadata"] });
            response_parsing::compare_error(&error, &want)
        }
    }
}

/// A service whose one operation returns (or fails with) the shape of the case.
fn service(case: &Json, protocol: Protocol) -> Result<(Arc<boto_model::Service>, bool), String> {
    let shape = &case["shape"];
    let mut shapes = case["shapes"].as_object().cloned().unwrap_or_default();
    let mut operation = json!({ "name": "Operation", "http": { "method": "POST", "requestUri": "/" } });
    let mut modeled = false;
    if let Some(name) = shape["name"].as_str() {
        let mut definition = shape["definition"].clone();
        modeled = definition["exception"] == true;
        if modeled {
            // The case says which shape to parse; a service finds it by its code.
            let body = case["response"]["body"]["data"].as_str().unwrap_or_default();
            let codes = ["SomeError", "SomeCode", "NoSuchDistribution"];
            let code = codes.iter().find(|code| body.contains(**code)).copied().unwrap_or("400");
            definition["error"] = json!({ "code": code });
            operation["errors"] = json!([{ "shape": name }]);
        } else if definition["eventstream"] != true {
            let wrapper = definition["resultWrapper"].clone();
            operation["output"] = json!({ "shape": name });
            if !wrapper.is_null() {
                operation["output"]["resultWrapper"] = wrapper;
            }
        }
        shapes.insert(name.to_owned(), definition);
    }
    let model = json!({
        "metadata": { "protocol": protocol.as_str(), "apiVersion": "2014-01-01" },
        "operations": { "Operation": operation },
        "shapes": shapes,
    });
    Ok((case::service(&model)?, modeled))
}

fn without_metadata(want: &Json) -> Json {
    let mut want = want.clone();
    if let Some(object) = want.as_object_mut() {
        object.remove("ResponseMetadata");
    }
    want
}

/// The ids of a successful answer.
fn metadata(want: &Json, response: &Json, protocol: Protocol) -> Result<(), String> {
    let want = &want["ResponseMetadata"];
    let mut headers = boto_core::http::HeaderMap::new();
    for (name, value) in response["headers"].as_object().into_iter().flatten() {
        let name = boto_core::http::HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value.as_str().unwrap_or_default().parse()) {
            headers.insert(name, value);
        }
    }
    let (id, extended) = protocol::request_ids(&headers);
    let body = case::bytes(&response["body"]);
    let id = id.or_else(|| protocol::request_id_in_body(protocol, &body));
    case::same("request id", id.as_deref(), want["RequestId"].as_str())?;
    case::same("host id", extended.as_deref(), want["HostId"].as_str())
}

fn event_case(
    case: &Json,
    service: &Arc<boto_model::Service>,
    protocol: Protocol,
    union: boto_model::ShapeId,
) -> Result<(), String> {
    let response = &case["response"];
    let text = |name: &str| response["headers"][name].as_str();
    let header = |(name, value): (&String, &Json)| {
        let value = match value {
            Json::Number(n) => HeaderValue::Long(n.as_i64().unwrap_or_default()),
            Json::Bool(b) => HeaderValue::Bool(*b),
            other => HeaderValue::String(other.as_str().unwrap_or_default().to_owned()),
        };
        Header { name: name.clone(), value }
    };
    let headers = response["headers"].as_object().into_iter().flatten().map(header).collect();
    let frame = Frame { headers, payload: case::bytes(&response["body"]).into() };
    let codec = event::codec(service, protocol, "Operation", union);
    let want = &case["expect"]["parsed"];
    let error = |error: &Error| response_parsing::compare_error(error, &json!({ "error": want["Error"] }));
    if let Some(exception) = text(":exception-type") {
        return error(&codec.exception(exception, &frame));
    }
    if text(":message-type") == Some("error") {
        let code = text(":error-code").unwrap_or_default();
        let message = text(":error-message").unwrap_or_default();
        return error(&Error::new(boto_core::ErrorKind::Service, message).with_code(code));
    }
    let mut out = Object::default();
    codec.decode(text(":event-type").unwrap_or_default(), &frame, &mut out).map_err(|e| e.to_string())?;
    let got = value::output(service, union, &Value::Map(out));
    if value::equal(&got, want) {
        Ok(())
    } else {
        Err(format!("got {got}, want {want}"))
    }
}
