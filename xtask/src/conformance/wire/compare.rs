//! Requests and outputs side by side.

use super::client::{body, Sent};
use serde_json::Value as Json;

/// Headers that the transport adds, or that name us.
const TRANSPORT: &[&str] = &[
    "accept-encoding",
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "connection",
    "content-length",
    "host",
    "transfer-encoding",
    "user-agent",
];

/// A request against the recorded one: method, URL with its query in any order, headers, body by its meaning.
pub fn request(exchange: &Json, sent: &Sent) -> Result<(), String> {
    let expected = &exchange["request"];
    same("method", &sent.method, expected["method"].as_str().unwrap_or_default())?;
    let (path, query) = split(&sent.url);
    let (expected_path, expected_query) = split(expected["url"].as_str().unwrap_or_default());
    same("url", path, expected_path)?;
    let same_bytes = sent.body == body(&expected["body"]);
    if !same_bytes && !same_body(&sent.body, &body(&expected["body"])) {
        return Err(format!("body {:?}, expected {}", String::from_utf8_lossy(&sent.body), expected["body"]));
    }
    // Equal meaning in other bytes has another hash, and another signature; so has a later attempt, for our clock goes
    // on while we wait and the recorded one does not.
    let same_bytes = same_bytes && sent.headers.get("x-amz-date").is_none_or(|date| is_recorded(expected, date));
    let blur = |text: &str| if same_bytes { text.to_owned() } else { without_signature(text) };
    same("query", &blur(&query.join("&")), &blur(&expected_query.join("&")))?;
    headers(expected, sent, same_bytes)?;
    let header = sent.headers.get("amz-sdk-request").and_then(|v| v.to_str().ok()).unwrap_or_default();
    match exchange["amz_sdk_request"].as_str() {
        Some(expected) => same("amz-sdk-request", header, expected),
        None => Ok(()),
    }
}

fn is_recorded(expected: &Json, date: &boto_core::http::HeaderValue) -> bool {
    expected["headers"]["X-Amz-Date"].as_str().is_none_or(|recorded| recorded.as_bytes() == date.as_bytes())
}

fn headers(expected: &Json, sent: &Sent, same_bytes: bool) -> Result<(), String> {
    let value = |value: &str| if same_bytes { value.to_owned() } else { without_signature(value) };
    let hashed = |name: &str| {
        matches!(name, "x-amz-content-sha256" | "x-amz-date" | "content-md5") || name.starts_with("x-amz-checksum-")
    };
    let known = |name: &str| !TRANSPORT.contains(&name) && (same_bytes || !hashed(name));
    let mut theirs: Vec<(String, String)> = expected["headers"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, text)| (name.to_ascii_lowercase(), value(text.as_str().unwrap_or_default())))
        .filter(|(name, _)| known(name))
        .collect();
    let mut ours: Vec<(String, String)> = sent
        .headers
        .iter()
        .map(|(name, text)| (name.as_str().to_owned(), value(&String::from_utf8_lossy(text.as_bytes()))))
        .filter(|(name, _)| known(name))
        .collect();
    theirs.sort();
    ours.sort();
    if ours == theirs {
        return Ok(());
    }
    let missing: Vec<_> = theirs.iter().filter(|h| !ours.contains(h)).collect();
    let extra: Vec<_> = ours.iter().filter(|h| !theirs.contains(h)).collect();
    Err(format!("headers: missing {missing:?}, extra {extra:?}"))
}

fn same(what: &str, got: &str, expected: &str) -> Result<(), String> {
    if got == expected {
        return Ok(());
    }
    Err(format!("{what} {got}, expected {expected}"))
}

fn split(url: &str) -> (&str, Vec<&str>) {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let mut pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.sort_unstable();
    (path, pairs)
}

fn without_signature(text: &str) -> String {
    let cut = text.find("Signature=").map_or(text.len(), |at| at + "Signature=".len());
    text[..cut].to_owned()
}

/// Whether two bodies mean the same: JSON, a form, or XML but for its declaration.
fn same_body(ours: &[u8], theirs: &[u8]) -> bool {
    if let (Ok(ours), Ok(theirs)) = (serde_json::from_slice(ours), serde_json::from_slice(theirs)) {
        return same_json(&ours, &theirs);
    }
    let (Ok(ours), Ok(theirs)) = (std::str::from_utf8(ours), std::str::from_utf8(theirs)) else { return false };
    if ours.starts_with('<') {
        return xml(ours) == xml(theirs);
    }
    let pairs = |text: &str| {
        let mut pairs: Vec<String> = text.split('&').map(form_pair).collect();
        pairs.sort();
        pairs
    };
    pairs(ours) == pairs(theirs)
}

/// XML without its declaration, and with start and end tags for what is empty.
fn xml(text: &str) -> String {
    let mut rest = text.split_once("?>").map_or(text, |(_, rest)| rest).trim();
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("/>") {
        let name = before.rsplit('<').next().and_then(|tag| tag.split_whitespace().next()).unwrap_or_default();
        out.push_str(before.trim_end());
        out.push_str(&format!("></{name}>"));
        rest = after;
    }
    out + rest
}

/// A pair of a form. A presigned URL in it is signed over what may differ harmlessly, so it ends before the signature.
fn form_pair(pair: &str) -> String {
    pair.split("X-Amz-Signature").next().unwrap_or_default().to_owned()
}

/// Equality where `1` and `1.0` are the same, and bytes in memory are as good as a stream of them.
pub fn same_json(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Object(ours), Json::Object(theirs)) if theirs.contains_key("$stream") => {
            ours.contains_key("$b64") || ours.contains_key("$stream")
        }
        (Json::Number(a), Json::Number(b)) => a.as_f64() == b.as_f64(),
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_json(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, value)| b.get(name).is_some_and(|other| same_json(value, other)))
        }
        _ => a == b,
    }
}
