//! `eventstream`: binary frames, decoded, and the valid ones encoded again.

use super::{
    case::same,
    json::{list, text},
    Report,
};
use base64::{engine::general_purpose::STANDARD, Engine as _};
use boto_core::event::{frame::Decoder, Frame, Header, HeaderValue};
use bytes::Bytes;
use serde_json::Value as Json;

/// Runs the suite.
pub fn run(report: &mut Report) {
    for file in report.files() {
        for case in report.cases(&file) {
            report.case(text(&case["id"]), one(&case));
        }
    }
}

fn one(case: &Json) -> Result<(), String> {
    let bytes = encoded(case)?;
    let want = &case["expect"];
    let frame = match (Frame::decode(bytes.clone()), &want["error"]) {
        (Err(_), Json::String(_)) => return Ok(()),
        (Ok(frame), Json::String(name)) => return Err(format!("no error, wants {name}: {frame:?}")),
        (Err(error), _) => return Err(error.to_string()),
        (Ok(frame), _) => frame,
    };
    let headers: Result<Vec<Header>, String> = list(&want["headers"])
        .map(|h| Ok(Header { name: text(&h["name"]).to_owned(), value: value(text(&h["type"]), &h["value"])? }))
        .collect();
    same("headers", &frame.headers, &headers?)?;
    same("payload", &frame.payload[..], &base64(&want["payload_b64"])?[..])?;
    same("encoded again", frame.encode().map_err(|e| e.to_string())?, bytes.clone())?;
    byte_by_byte(&bytes, &frame)
}

/// The same frame out of a stream that comes one byte at a time (large ones in larger pieces).
fn byte_by_byte(bytes: &Bytes, want: &Frame) -> Result<(), String> {
    let mut decoder = Decoder::default();
    let mut found = None;
    for piece in bytes.chunks(bytes.len().div_ceil(10_000).max(1)) {
        decoder.feed(Bytes::copy_from_slice(piece));
        found = decoder.frame().map_err(|e| e.to_string())?.or(found);
    }
    same("in pieces", found.as_ref(), Some(want))
}

fn encoded(case: &Json) -> Result<Bytes, String> {
    if case["encoded_b64"].is_string() {
        return base64(&case["encoded_b64"]).map(Bytes::from);
    }
    let parts = &case["encoded"];
    let mut bytes = base64(&parts["head_b64"])?;
    let fill = parts["fill_byte"].as_u64().unwrap_or_default() as u8;
    let count = parts["fill_count"].as_u64().unwrap_or_default() as usize;
    bytes.resize(bytes.len() + count, fill);
    bytes.extend(base64(&parts["tail_b64"])?);
    Ok(bytes.into())
}

/// A header's value as the suites write it.
pub fn value(kind: &str, json: &Json) -> Result<HeaderValue, String> {
    let number = || json.as_i64().ok_or_else(|| format!("{json} is no number"));
    let fits = |_| format!("{json} does not fit {kind}");
    Ok(match kind {
        "bool" | "boolean" => HeaderValue::Bool(json.as_bool().ok_or("no boolean")?),
        "byte" => HeaderValue::Byte(number()?.try_into().map_err(fits)?),
        "short" => HeaderValue::Short(number()?.try_into().map_err(fits)?),
        "int" | "integer" => HeaderValue::Int(number()?.try_into().map_err(fits)?),
        "long" => HeaderValue::Long(number()?),
        "bytes" | "blob" => HeaderValue::Bytes(base64(json)?.into()),
        "string" => HeaderValue::String(text(json).to_owned()),
        "timestamp" if json.is_string() => {
            let time = boto_core::DateTime::parse(text(json)).ok_or_else(|| format!("{json} is no time"))?;
            HeaderValue::Timestamp(time.seconds() * 1000 + i64::from(time.subsec_nanos() / 1_000_000))
        }
        "timestamp" => HeaderValue::Timestamp(number()?),
        "uuid" => {
            let digits: Vec<u8> = text(json).chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
            let bytes: Vec<u8> = digits.chunks(2).map(|pair| pair.iter().fold(0, |n, d| n << 4 | d)).collect();
            HeaderValue::Uuid(bytes.try_into().map_err(|_| format!("{json} is no UUID"))?)
        }
        other => return Err(format!("unknown type {other}")),
    })
}

/// Bytes in base64; none if it is absent.
pub fn base64(json: &Json) -> Result<Vec<u8>, String> {
    STANDARD.decode(text(json)).map_err(|e| e.to_string())
}
