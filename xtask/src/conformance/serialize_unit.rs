//! `serialize-unit`: botocore's unit tests of its serializers, in its intermediate form of a request.

use super::{
    case::{self, request, same, value},
    decoded::decoded,
    Report,
};
use boto_core::{codec::text, event::Frame, protocol::Encoded};
use serde_json::{json, Value as Json};

/// Runs the suite.
pub fn run(report: &mut Report) {
    for file in report.files() {
        for case in report.cases(&file) {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            report.case(&id, one(&case));
        }
    }
}

fn one(case: &Json) -> Result<(), String> {
    let protocol = match case["serializer"].as_str().unwrap_or_default() {
        "QuerySerializer" => "query",
        "EC2Serializer" => "ec2",
        "JSONSerializer" => "json",
        "RestJSONSerializer" => "rest-json",
        "RestXMLSerializer" => "rest-xml",
        "RpcV2CBORSerializer" => "smithy-rpc-v2-cbor",
        other => return Err(format!("no such serializer: {other}")),
    };
    let mut asked = case.clone();
    asked["protocol"] = json!(protocol);
    let service = case::service(&case["model"])?;
    let encoded = request::encode(&asked, &service);
    let want = &case["expect"]["request"];
    let encoded = match (encoded, want.is_null()) {
        (Ok(_), true) => return Err("no error".to_owned()),
        (Err(_), true) => return Ok(()),
        (encoded, false) => encoded?,
    };
    let request = &encoded.request;
    same("method", Some(request.method.as_str()), want["method"].as_str())?;
    same("path", Some(request.url.path.as_str()), want["url_path"].as_str())?;
    same("host prefix", encoded.host_prefix.as_deref(), want["host_prefix"].as_str())?;
    for (name, want) in want["headers"].as_object().into_iter().flatten() {
        let got = request.headers.get(name).and_then(|v| v.to_str().ok());
        same(name, got, Some(want.as_str().map_or_else(|| want.to_string(), str::to_owned)).as_deref())?;
    }
    same("headers", request.headers.len(), want["headers"].as_object().map_or(0, |h| h.len()))?;
    same("query", decoded(&request.url.query), wanted(&want["query_string"]))?;
    let mut body = request.body.bytes().map(|b| b.to_vec()).unwrap_or_default();
    if request.headers.get("content-type").is_some_and(|t| t == "application/vnd.amazon.eventstream") {
        // What botocore has as the body of a request that streams events is the first message of the stream.
        body = initial(&encoded)?;
    }
    match value::plain(&want["body"]) {
        boto_core::Value::Blob(bytes) if protocol.ends_with("json") => {
            let json = |bytes: &[u8]| serde_json::from_slice::<Json>(bytes).unwrap_or_default();
            same("body", json(&body), json(&bytes))
        }
        boto_core::Value::Blob(bytes) => same("body", body, bytes.to_vec()),
        _ => same("body", decoded(&String::from_utf8_lossy(&body)), wanted(&want["body"])),
    }
}

/// The same out of botocore's map, whose values are not always strings.
fn wanted(map: &Json) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (name, value) in map.as_object().into_iter().flatten() {
        let list = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
        for value in list {
            let text = match &value {
                Json::String(s) => s.clone(),
                Json::Number(n) if n.is_f64() => text::float_text(n.as_f64().unwrap_or_default()),
                other => other.to_string(),
            };
            pairs.push((name.clone(), text));
        }
    }
    pairs.sort();
    pairs
}

/// The payload of the message that opens a request's stream of events.
fn initial(encoded: &Encoded) -> Result<Vec<u8>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|e| e.to_string())?;
    let body = runtime.block_on(encoded.request.body.clone().collect()).map_err(|e| e.to_string())?;
    // A frame begins with its length.
    let length = body.first_chunk().map_or(0, |length| u32::from_be_bytes(*length) as usize);
    let frame = Frame::decode(body.slice(..length.min(body.len()))).map_err(|e| e.to_string())?;
    Ok(frame.payload.to_vec())
}
