//! How a request is signed.

use super::json::{bytes, fault, fault_of, flag, header_list, headers, inner, int, object, string, text, time};
use boto_core::{
    http::{Method, Request, Url},
    identity::Credentials,
    sign::{self, stream::Chain, Keys, PayloadHash, Signature, Signing},
    value::Object,
    ByteStream, DateTime, Value,
};
use bytes::Bytes;

pub fn answer(question: &Object) -> Result<Object, Value> {
    let body = bytes(question, "body_base64")?;
    let mut request = Request {
        method: Method::from_bytes(text(question, "method").unwrap_or("GET").as_bytes())
            .map_err(|_| fault("input", "method: not a method"))?,
        url: url(text(question, "url").unwrap_or_default())?,
        headers: headers(question)?,
        body: ByteStream::from(body.clone()),
    };
    let given = inner(question, "credentials");
    let credentials = Credentials::new(
        text(given, "access_key_id").unwrap_or_default(),
        text(given, "secret_access_key").unwrap_or_default(),
        text(given, "session_token").map(str::to_owned),
    );
    let keys = Keys::new();
    let service = text(question, "service").unwrap_or_default();
    let region = text(question, "region").unwrap_or("us-east-1");
    let when = time(question, "time").ok_or_else(|| fault("input", "time: required"))?;
    let mut signing = Signing::new(&credentials, &keys, region, service, when, &body);
    if matches!(service, "s3" | "s3-outposts" | "s3-object-lambda" | "s3express") {
        signing = signing.for_s3();
    }
    if let Some(normalize) = flag(question, "normalize_path") {
        signing.normalize_path = normalize;
    }
    if let Some(double) = flag(question, "double_encode") {
        signing.double_encode = double;
    }
    let expires = u32::try_from(int(question, "expires").unwrap_or(3600))
        .map_err(|_| fault("input", "expires: seconds are wanted"))?;
    let variant = text(question, "variant").unwrap_or("header");
    match variant {
        "event" => return stream(question, &signing, &body, when),
        "chunked" => {
            signing.content_sha256_header = true;
            signing.payload = PayloadHash::Chunks;
        }
        _ => {}
    }
    let signed = match variant {
        "header" | "chunked" => sign::v4::sign(&mut request, &signing),
        "query" => sign::v4::presign(&mut request, &signing, expires),
        "v4a" if question.0.contains_key("expires") => sign::v4a::presign(&mut request, &signing, expires),
        "v4a" => sign::v4a::sign(&mut request, &signing),
        other => return Err(fault("input", &format!("no variant {other:?}: header, query, event, chunked or v4a"))),
    };
    let signature = signed.map_err(|error| fault_of(&error))?;
    let mut told = told(&request, &signature);
    if variant == "chunked" {
        let mut chain = Chain::new(&signing, &signature);
        let size = int(question, "chunk_size").and_then(|n| usize::try_from(n).ok()).filter(|n| *n > 0);
        let mut signatures: Vec<Value> =
            body.chunks(size.unwrap_or(65_536)).map(|chunk| string(chain.chunk(chunk))).collect();
        signatures.push(string(chain.chunk(b"")));
        told.0.insert("chunk_signatures".to_owned(), Value::List(signatures));
    }
    Ok(told)
}

/// One event of a stream: `prior_signature`, and the encoded headers of its frame (`:date` alone, by default).
fn stream(question: &Object, signing: &Signing<'_>, payload: &Bytes, when: DateTime) -> Result<Object, Value> {
    let prior = text(question, "prior_signature").ok_or_else(|| fault("input", "prior_signature: required"))?;
    let headers = match question.0.contains_key("headers_base64") {
        true => bytes(question, "headers_base64")?.to_vec(),
        false => date_header(when),
    };
    let signature = string(Chain::with_seed(signing, prior).event(when, &headers, payload));
    Ok(object([("signature", signature)]))
}

/// `:date` as the one header of a frame: a timestamp, in milliseconds.
fn date_header(when: DateTime) -> Vec<u8> {
    let millis = when.seconds() * 1000 + i64::from(when.subsec_nanos() / 1_000_000);
    [&b"\x05:date\x08"[..], &millis.to_be_bytes()].concat()
}

fn told(request: &Request, signature: &Signature) -> Object {
    object([
        ("canonical_request", string(&signature.canonical_request)),
        ("string_to_sign", string(&signature.string_to_sign)),
        ("signature", string(&signature.signature)),
        ("authorization", string(&signature.authorization)),
        ("url", Value::String(request.url.to_string())),
        ("headers", header_list(&request.headers)),
    ])
}

fn url(text: &str) -> Result<Url, Value> {
    let wrong = || fault("input", &format!("url: {text:?} is not of the form https://host/path?query"));
    let (scheme, rest) = text.split_once("://").ok_or_else(wrong)?;
    let at = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, target) = rest.split_at(at);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = if path.is_empty() { "/" } else { path };
    Ok(Url { scheme: scheme.into(), authority: authority.into(), path: path.into(), query: query.into() })
}
