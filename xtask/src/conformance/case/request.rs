//! A request against the one a case expects.

use super::{bytes, form, same, value, xml};
use boto_core::{
    codec::{cbor, json},
    field::Record,
    integrity,
    protocol::Encoded,
    value::Object,
    Value,
};
use boto_model::{Protocol, Service};
use serde_json::Value as Json;
use std::sync::Arc;

/// What the suites put in for absent idempotency tokens.
pub const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// The request that untyped data gives.
pub fn encode(case: &Json, service: &Arc<Service>) -> Result<Encoded, String> {
    match params(case, service)? {
        Value::Map(object) => encode_record(case, service, &object),
        _ => encode_record(case, service, &Object::default()),
    }
}

/// The parameters of a case.
pub fn params(case: &Json, service: &Service) -> Result<Value, String> {
    let operation = service.operation(case["operation"].as_str().unwrap_or_default()).ok_or("no such operation")?;
    Ok(match operation.input {
        Some(shape) => value::input(service, shape, &case["params"]),
        None => value::plain(&case["params"]),
    })
}

/// The request that a record gives.
pub fn encode_record(case: &Json, service: &Arc<Service>, input: &dyn Record) -> Result<Encoded, String> {
    let name = case["operation"].as_str().unwrap_or_default();
    let operation = service.operation(name).ok_or("no such operation")?;
    let protocol = case["protocol"].as_str().and_then(Protocol::from_name);
    let protocol = protocol.unwrap_or_else(|| boto_core::protocol::choose(service.metadata()));
    let encoded = boto_core::protocol::encode(service, operation, protocol, input, &|| TOKEN.to_owned());
    let mut encoded = encoded.map_err(|e| e.to_string())?;
    encoded.request.url.scheme = "https".to_owned();
    integrity::compress(service, operation, &mut encoded.request, 0).map_err(|e| e.to_string())?;
    if operation.checksum_required {
        let settings = Default::default();
        let digest = integrity::request(service, operation, input, &mut encoded.request, &settings);
        let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|e| e.to_string())?;
        runtime.block_on(digest).map_err(|e| e.to_string())?;
    }
    Ok(encoded)
}

/// Compares, with the allowances of the suite.
pub fn compare(case: &Json, encoded: &Encoded, protocol: Option<Protocol>) -> Result<(), String> {
    let (want, request) = (&case["expect"], &encoded.request);
    let endpoint = case["client_endpoint"].as_str().unwrap_or("https://example.com");
    let authority = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    let (host, base) = authority.split_once('/').map_or((authority, ""), |(host, base)| (host, base));
    let path = match base.trim_end_matches('/') {
        "" => request.url.path.clone(),
        base => format!("/{base}{}", request.url.path),
    };
    if let Some(method) = want["method"].as_str() {
        same("method", request.method.as_str(), method)?;
    }
    if let Some(want) = want["path"].as_str() {
        same("path", path.as_str(), want)?;
    }
    if let Some(pairs) = want["query"].as_array() {
        let mut got: Vec<&str> = request.url.query.split('&').filter(|p| !p.is_empty()).collect();
        let mut pairs: Vec<&str> = pairs.iter().filter_map(Json::as_str).collect();
        got.sort_unstable();
        pairs.sort_unstable();
        // `key` and `key=` say the same.
        let bare = |p: &&str| p.strip_suffix('=').unwrap_or(p).to_owned();
        same("query", got.iter().map(bare).collect::<Vec<_>>(), pairs.iter().map(bare).collect())?;
    }
    if let Some(want) = want["host"].as_str() {
        // Some cases write the base path of the endpoint into the host.
        let want = want.split('/').next().unwrap_or(want);
        let host = format!("{}{host}", encoded.host_prefix.as_deref().unwrap_or(""));
        same("host", host.as_str(), want)?;
    }
    headers(want, encoded, protocol)?;
    body(&want["body"], request.body.bytes().map(|b| b.as_ref()).unwrap_or(&[]))
}

fn headers(want: &Json, encoded: &Encoded, protocol: Option<Protocol>) -> Result<(), String> {
    let headers = &encoded.request.headers;
    let text = |name: &str| headers.get(name).map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned());
    for (name, value) in want["headers"].as_object().into_iter().flatten() {
        let value = match value {
            Json::Array(list) => list.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(","),
            value => value.as_str().unwrap_or_default().to_owned(),
        };
        let got = text(name);
        if name.eq_ignore_ascii_case("content-type") {
            let lenient = match protocol {
                Some(Protocol::Query | Protocol::Ec2) => got.as_deref() == Some(&format!("{value}; charset=utf-8")),
                Some(Protocol::RestXml) => got.is_none(),
                Some(Protocol::RestJson) => value != "application/json",
                _ => false,
            };
            if lenient {
                continue;
            }
        }
        let loose = |s: &str| s.replace(", ", ",");
        same(name, got.as_deref().map(loose), Some(loose(&value)))?;
    }
    for name in want["forbid_headers"].as_array().into_iter().flatten().filter_map(Json::as_str) {
        same(name, text(name), None)?;
    }
    for name in want["require_headers"].as_array().into_iter().flatten().filter_map(Json::as_str) {
        // The transport adds the length.
        if !name.eq_ignore_ascii_case("content-length") && text(name).is_none() {
            return Err(format!("no header {name}"));
        }
    }
    Ok(())
}

fn body(want: &Json, got: &[u8]) -> Result<(), String> {
    let data = bytes(want);
    let lossy = String::from_utf8_lossy;
    match want["compare"].as_str() {
        Some("json") => {
            let got_json: Json = serde_json::from_slice(got).map_err(|e| format!("{e}: {}", lossy(got)))?;
            let want: Json = serde_json::from_slice(&data).map_err(|e| e.to_string())?;
            if value::equal(&got_json, &want) && value::equal(&want, &got_json) {
                return Ok(());
            }
            Err(format!("body: got {got_json}, want {want}"))
        }
        Some("xml") => match (xml::parse(got), xml::parse(&data)) {
            (Some(a), Some(b)) if a == b => Ok(()),
            _ => Err(format!("body: got {}, want {}", lossy(got), lossy(&data))),
        },
        Some("form") => same("body", form::pairs(&lossy(got)), form::pairs(&lossy(&data))),
        Some("cbor") if data.is_empty() => same("body", got, &data[..]),
        Some("cbor") => {
            let shown = |v: &[u8]| cbor::parse(v).map(|v| json::to_text(&v)).map_err(|f| f.to_string());
            same("body", shown(got)?, shown(&data)?)
        }
        Some("bytes") => same("body", lossy(got), lossy(&data)),
        _ => Ok(()),
    }
}
