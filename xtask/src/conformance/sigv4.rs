//! `sigv4`: Signature V4 and V4a in headers and in the query, and along streams.

use super::{
    json::{self, list, text},
    Report,
};
use base64::Engine as _;
use boto_core::{
    http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Url},
    identity::Credentials,
    sign::{self, stream::Chain, Keys, PayloadHash, SessionToken, Signature, Signing},
    ByteStream, DateTime,
};
use bytes::Bytes;
use serde_json::Value as Json;

pub fn run(report: &mut Report) {
    for file in ["v4", "v4a", "botocore-aws4"] {
        for case in report.cases(file) {
            report.case(text(&case["id"]), request_case(&case));
        }
    }
    for case in report.cases("stream") {
        report.case(text(&case["id"]), stream_case(&case));
    }
}

pub(super) fn request_case(case: &Json) -> Result<(), String> {
    let expect = &case["expect"];
    let mut request = request(&case["request"])?;
    let body = request.body.bytes().cloned().unwrap_or_default();
    let (credentials, keys) = (credentials(case), Keys::new());
    let mut signing = signing(case, &credentials, &keys, &body);
    signing.normalize_path = case["normalize_path"] == true;
    signing.content_sha256_header = case["sign_body"] == true;
    if case["omit_session_token"] == true {
        signing.session_token = SessionToken::After;
    }
    let v4a = case["algorithm"] == "AWS4-ECDSA-P256-SHA256";
    let in_query = case["location"] == "query";
    let expires = case["expires"].as_u64().unwrap_or_default() as u32;
    let signature = match (in_query, v4a) {
        (false, false) => sign::v4::sign(&mut request, &signing),
        (false, true) => sign::v4a::sign(&mut request, &signing),
        (true, false) => sign::v4::presign(&mut request, &signing, expires),
        (true, true) => sign::v4a::presign(&mut request, &signing, expires),
    }
    .map_err(|e| e.to_string())?;
    same("canonical request", &signature.canonical_request, text(&expect["canonical_request"]))?;
    same("string to sign", &signature.string_to_sign, text(&expect["string_to_sign"]))?;
    if v4a {
        verify(&signature, &expect["public_key"])?;
    } else {
        same("signature", &signature.signature, text(&expect["signature"]))?;
    }
    if let Some(authorization) = expect["authorization"].as_str() {
        same("authorization", &signature.authorization, authorization)?;
    }
    if expect["signed_request"].is_object() {
        signed_request(&request, &expect["signed_request"], v4a)?;
    }
    Ok(())
}

/// Headers and query of the request we made against the expected ones; V4a signatures differ from run to run.
fn signed_request(request: &Request, expect: &Json, v4a: bool) -> Result<(), String> {
    let target = text(&expect["target"]);
    let query = target.split_once('?').map_or("", |t| t.1);
    let sorted = |query: &str| {
        let mut pairs: Vec<String> = query
            .split('&')
            .map(|pair| match v4a && pair.starts_with("X-Amz-Signature=") {
                true => "X-Amz-Signature=".to_owned(),
                false => pair.to_owned(),
            })
            .map(|pair| pair.replace('ሴ', "%E1%88%B4"))
            .collect();
        pairs.sort();
        pairs
    };
    if sorted(&request.url.query) != sorted(query) {
        return Err(format!("query: {} instead of {query}", request.url.query));
    }
    let without_signature = |value: &str| value.split(", Signature=").next().unwrap_or_default().to_owned();
    let mut ours: Vec<(String, String)> = request
        .headers
        .iter()
        .map(|(name, value)| (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    let mut theirs: Vec<(String, String)> =
        list(&expect["headers"]).map(|h| (text(&h[0]).to_lowercase(), unfold(text(&h[1])).trim().to_owned())).collect();
    for headers in [&mut ours, &mut theirs] {
        headers.iter_mut().for_each(|(name, value)| {
            if v4a && name == "authorization" {
                *value = without_signature(value);
            }
        });
        headers.sort();
    }
    if ours != theirs {
        return Err(format!("headers: {ours:?} instead of {theirs:?}"));
    }
    Ok(())
}

/// That the signature is one of the derived key, whose public half is known.
fn verify(signature: &Signature, key: &Json) -> Result<(), String> {
    let mut point = vec![4];
    point.extend(unhex(text(&key["x"]))?);
    point.extend(unhex(text(&key["y"]))?);
    ring::signature::UnparsedPublicKey::new(&ring::signature::ECDSA_P256_SHA256_ASN1, point)
        .verify(signature.string_to_sign.as_bytes(), &unhex(&signature.signature)?)
        .map_err(|_| "the signature does not verify with the public key".to_owned())
}

fn stream_case(case: &Json) -> Result<(), String> {
    let seed = text(&case["seed_signature"]);
    let (credentials, keys) = (credentials(case), Keys::new());
    let mut signing = signing(case, &credentials, &keys, b"");
    if let Some(given) = case["request"].as_object() {
        let mut request = request(&case["request"])?;
        signing.time = time(&given["timestamp"]);
        signing.payload = PayloadHash::Hex(text(&given["payload_hash"]));
        signing.content_sha256_header = true;
        let signature = sign::v4::sign(&mut request, &signing).map_err(|e| e.to_string())?;
        same("seed", &signature.signature, seed)?;
    } else {
        signing.time = time(&case["steps"][0]["timestamp"]);
    }
    let mut chain = Chain::with_seed(&signing, seed);
    for (i, step) in list(&case["steps"]).enumerate() {
        let decode =
            |name: &str| base64::engine::general_purpose::STANDARD.decode(text(&step[name])).map_err(|e| e.to_string());
        let signature = match text(&step["type"]) {
            "chunk" => {
                let count = step["data"]["count"].as_u64().unwrap_or_default() as usize;
                chain.chunk(&text(&step["data"]["byte"]).as_bytes().repeat(count))
            }
            "trailer" => chain.trailer(trailers(&step["trailers"]).as_bytes()),
            "event" => chain.event(time(&step["timestamp"]), &decode("headers_b64")?, &decode("payload_b64")?),
            other => return Err(format!("unknown step {other:?}")),
        };
        same(&format!("step {i}"), signature, text(&step["signature"]))?;
    }
    Ok(())
}

/// Trailing headers as they are signed.
fn trailers(given: &Json) -> String {
    let mut lines: Vec<String> = match given {
        Json::Object(map) => map.iter().map(|(k, v)| format!("{}:{}\n", k.to_lowercase(), text(v))).collect(),
        rows => list(rows).map(|h| format!("{}:{}\n", text(&h[0]).to_lowercase(), text(&h[1]))).collect(),
    };
    lines.sort();
    lines.concat()
}

fn signing<'a>(case: &'a Json, credentials: &'a Credentials, keys: &'a Keys, body: &'a [u8]) -> Signing<'a> {
    let (region, service) = (text(&case["region"]), text(&case["service"]));
    let signing = Signing::new(credentials, keys, region, service, time(&case["timestamp"]), body);
    match service {
        "s3" => signing.for_s3(),
        _ => signing,
    }
}

fn credentials(case: &Json) -> Credentials {
    let given = &case["credentials"];
    let token = given["token"].as_str().map(str::to_owned);
    Credentials::new(text(&given["access_key"]), text(&given["secret_key"]), token)
}

fn request(given: &Json) -> Result<Request, String> {
    let mut headers = HeaderMap::new();
    let mut authority = text(&given["host"]).to_owned();
    for header in list(&given["headers"]) {
        let name = HeaderName::from_bytes(text(&header[0]).as_bytes()).map_err(|e| e.to_string())?;
        let value = unfold(text(&header[1]));
        if name == "host" {
            authority = value.clone();
        }
        headers.append(name, HeaderValue::from_str(value.trim()).map_err(|e| e.to_string())?);
    }
    let target = text(&given["target"]);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    Ok(Request {
        method: Method::from_bytes(text(&given["method"]).as_bytes()).map_err(|e| e.to_string())?,
        url: Url { scheme: "https".into(), authority, path: path.into(), query: query.into() },
        headers,
        body: ByteStream::from(Bytes::from(text(&given["body"]).to_owned())),
    })
}

/// A folded header value in one line: HTTP has no line breaks in values any more (RFC 9112, 5.2).
fn unfold(value: &str) -> String {
    value.replace(['\r', '\n'], " ")
}

fn time(stamp: &Json) -> DateTime {
    json::time(text(stamp)).unwrap_or_default()
}

fn unhex(text: &str) -> Result<Vec<u8>, String> {
    (0..text.len() / 2).map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|e| e.to_string())).collect()
}

fn same(what: &str, ours: &str, theirs: &str) -> Result<(), String> {
    (ours == theirs).then_some(()).ok_or_else(|| format!("{what}: {ours:?} instead of {theirs:?}"))
}
