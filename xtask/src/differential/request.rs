//! Two requests: method, URL, query, headers, signature, body by its meaning.

use super::tally::Difference;
use crate::conformance::case::{form, xml};
use base64::{engine::general_purpose::STANDARD, Engine};
use boto_core::codec::{cbor, json};
use serde_json::Value as Json;

/// Headers that say who asks and how often.
const OWN: &[&str] = &["user-agent", "amz-sdk-invocation-id", "amz-sdk-request", "content-length", "x-amz-user-agent"];
/// Headers that depend on the very bytes of the body.
const OF_BYTES: &[&str] = &["content-md5", "x-amz-content-sha256", "x-amz-decoded-content-length"];

/// In what they differ.
pub fn differences(case: &Json, sent: &Json) -> Vec<Difference> {
    if let Some(error) = sent.get("error") {
        return vec![("refusal".into(), "a request".into(), error.to_string())];
    }
    let wanted = &case["request"];
    let mut found = Vec::new();
    let mut same = |part: &str, theirs: String, ours: String| {
        let equal = theirs == ours;
        if !equal {
            found.push((part.to_owned(), theirs, ours));
        }
        equal
    };
    let text = |json: &Json, name: &str| json[name].as_str().unwrap_or_default().to_owned();
    same("method", text(wanted, "method"), text(sent, "method"));
    let (mut theirs, ours) = (text(wanted, "url"), text(sent, "url"));
    // An address without a path is asked for `/`.
    if theirs.matches('/').count() == 2 && !theirs.contains('?') {
        theirs.push('/');
    }
    let ((their_url, their_query), (our_url, our_query)) = (split(&theirs), split(&ours));
    same("url", their_url.to_owned(), our_url.to_owned());
    same("query", pairs(their_query), pairs(our_query));

    let body = |json: &Json| STANDARD.decode(text(json, "body_base64")).unwrap_or_default();
    let (theirs, ours) = (body(wanted), body(sent));
    let same_bytes = theirs == ours;
    if !same_bytes {
        let protocol = case["protocol"].as_str().unwrap_or_default();
        same("body", meaning(protocol, &theirs), meaning(protocol, &ours));
    }

    let (theirs, ours) = (headers(wanted, same_bytes), headers(sent, same_bytes));
    for (name, value) in &theirs {
        let our = ours.iter().find(|(n, _)| n == name).map_or_else(String::new, |(_, value)| value.clone());
        same(&format!("header {name}"), value.clone(), our);
    }
    for (name, value) in ours.iter().filter(|(name, _)| !theirs.iter().any(|(n, _)| n == name)) {
        same(&format!("header {name}"), String::new(), value.clone());
    }
    found
}

fn split(url: &str) -> (&str, &str) {
    url.split_once('?').unwrap_or((url, ""))
}

fn pairs(query: &str) -> String {
    let mut pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.sort_unstable();
    pairs.join("&")
}

/// The headers that have to be equal. A signature is compared whole if it goes over the same bytes, and up to its
/// digits otherwise.
fn headers(request: &Json, same_bytes: bool) -> Vec<(String, String)> {
    let of_bytes = |name: &str| OF_BYTES.contains(&name) || name.starts_with("x-amz-checksum-");
    let pair = |pair: &Json| Some((pair[0].as_str()?.to_ascii_lowercase(), pair[1].as_str()?.to_owned()));
    let mut headers: Vec<(String, String)> = request["headers"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(pair)
        .filter(|(name, _)| !OWN.contains(&name.as_str()))
        .map(|(name, value)| {
            let value = match name.as_str() {
                name if of_bytes(name) && !same_bytes => "(of other bytes)".to_owned(),
                "authorization" if !same_bytes => value.split("Signature=").next().unwrap_or_default().to_owned(),
                // HTTP does not carry the white space around it.
                _ => value.trim_matches([' ', '\t']).to_owned(),
            };
            (name, value)
        })
        .collect();
    headers.sort();
    headers
}

/// Text that is equal for bodies that mean the same.
fn meaning(protocol: &str, body: &[u8]) -> String {
    let lossy = || String::from_utf8_lossy(body).into_owned();
    match protocol {
        "json" | "rest-json" => serde_json::from_slice::<Json>(body).map_or_else(|_| lossy(), |v| canonical(&v)),
        "rest-xml" => xml::parse(body).map_or_else(lossy, |element| format!("{element:?}")),
        "smithy-rpc-v2-cbor" => cbor::parse(body).map_or_else(|_| lossy(), |value| json::to_text(&value)),
        _ => form::pairs(&lossy()).iter().map(|pair| presigned(pair)).collect::<Vec<_>>().join("&"),
    }
}

/// A pair of a form; if it is a presigned URL, with its query sorted, for the signature covers it in that order.
fn presigned(pair: &str) -> String {
    match pair.split_once("%3F").filter(|(_, query)| query.contains("X-Amz-Signature")) {
        Some((before, query)) => {
            let mut pairs: Vec<&str> = query.split("%26").collect();
            pairs.sort_unstable();
            format!("{before}%3F{}", pairs.join("%26"))
        }
        None => pair.to_owned(),
    }
}

/// JSON with numbers by their value: `1.0` is `1`.
fn canonical(json: &Json) -> String {
    match json {
        Json::Number(n) if n.is_f64() => n.as_f64().map_or_else(String::new, |f| f.to_string()),
        Json::Array(list) => format!("[{}]", list.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Json::Object(map) => {
            let mut entries: Vec<String> =
                map.iter().map(|(k, v)| format!("{}:{}", Json::String(k.clone()), canonical(v))).collect();
            entries.sort();
            format!("{{{}}}", entries.join(","))
        }
        other => other.to_string(),
    }
}
