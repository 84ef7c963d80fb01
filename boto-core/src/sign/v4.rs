//! Signature Version 4: in headers ([`sign`]) and in the query ([`presign`]).

use super::{
    canonical::{self, PathRules},
    hash::{hex, sha256_hex},
    plain_value, secret_value, SessionToken, Signature, Signing, Stamp,
};
use crate::{
    body::ByteStream,
    codec::json,
    error::{Error, ErrorKind, Result},
    http::{HeaderName, Request},
    Value,
};
use ring::hmac;

pub(super) const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// The longest that servers accept a presigned URL for: seven days.
pub const MAX_EXPIRES: u32 = 604_800;

/// Signs a request in its headers. What an earlier signature left is replaced, so that attempts can be signed again.
///
/// Signed is every header but those that change on the way; a `Host` header is taken from the URL if there is none.
pub fn sign(request: &mut Request, signing: &Signing<'_>) -> Result<Signature> {
    check(signing)?;
    let stamp = Stamp::new(signing.time);
    let payload = prepare(request, signing, &stamp)?;
    let headers = canonical::headers(request);
    let signed = canonical::signed_names(&headers);
    let canonical = canonical::request(request, paths(signing), &headers, &signed, &payload);
    let scope = scope(&stamp, signing.region, signing.service);
    let (string_to_sign, signature) = seal(signing, &stamp, &scope, &canonical);
    let id = &signing.credentials.access_key_id;
    let authorization = format!("{ALGORITHM} Credential={id}/{scope}, SignedHeaders={signed}, Signature={signature}");
    finish(request, signing, &authorization)?;
    Ok(Signature { canonical_request: text(canonical), string_to_sign, signature, authorization })
}

/// Signs a request in its query, so that whoever has the URL can send it, for `expires` seconds (at most
/// [`MAX_EXPIRES`]). The headers that are left in the request are signed and must be sent along.
///
/// S3 wants [`super::PayloadHash::Unsigned`] here, since nobody knows the payload yet; other services the hash of the
/// body that will be sent, usually none.
pub fn presign(request: &mut Request, signing: &Signing<'_>, expires: u32) -> Result<Signature> {
    check(signing)?;
    let stamp = Stamp::new(signing.time);
    let scope = scope(&stamp, signing.region, signing.service);
    strip(request);
    let signed = canonical::signed_names(&canonical::headers(request));
    let mut parameters: Vec<(&str, &str)> = Vec::with_capacity(6);
    let credential = format!("{}/{scope}", signing.credentials.access_key_id);
    let seconds = expires.to_string();
    parameters.push(("X-Amz-Algorithm", ALGORITHM));
    parameters.push(("X-Amz-Credential", &credential));
    parameters.push(("X-Amz-Date", stamp.as_str()));
    parameters.push(("X-Amz-Expires", &seconds));
    parameters.push(("X-Amz-SignedHeaders", &signed));
    let token = signing.credentials.session_token.as_ref().map(|t| (signing.session_token.parameter(), t.expose()));
    if signing.session_token != SessionToken::After {
        parameters.extend(token);
    }
    extend_query(request, &parameters);
    let headers = canonical::headers(request);
    let payload = signing.payload.text();
    let canonical = canonical::request(request, paths(signing), &headers, &signed, &payload);
    let (string_to_sign, signature) = seal(signing, &stamp, &scope, &canonical);
    if signing.session_token == SessionToken::After {
        extend_query(request, token.as_slice());
    }
    append_query(request, "X-Amz-Signature", &signature);
    Ok(Signature { canonical_request: text(canonical), string_to_sign, signature, authorization: String::new() })
}

/// Moves a form or a JSON object in the body into the query, as boto's presigned URLs have it: whoever sends them sends
/// no body. The content type of a form goes too. Other bodies stay.
pub fn body_into_query(request: &mut Request) {
    let Some(bytes) = request.body.bytes().filter(|bytes| !bytes.is_empty()).cloned() else { return };
    let of_type = |kind: &[u8]| {
        let given = request.headers.get(::http::header::CONTENT_TYPE);
        given.is_some_and(|value| value.as_bytes().starts_with(kind))
    };
    if of_type(b"application/x-www-form-urlencoded") {
        let Ok(form) = std::str::from_utf8(&bytes) else { return };
        // A form writes spaces as `+`, a query as `%20`.
        let form = form.replace('+', "%20");
        if !request.url.query.is_empty() {
            request.url.query.push('&');
        }
        request.url.query.push_str(&form);
        request.headers.remove(::http::header::CONTENT_TYPE);
    } else if of_type(b"application/json") || of_type(b"application/x-amz-json") {
        let Ok(Value::Map(object)) = json::parse(&bytes) else { return };
        for (name, value) in &object.0 {
            match value {
                Value::List(list) => list.iter().for_each(|value| append_query(request, name, &plain(value))),
                value => append_query(request, name, &plain(value)),
            }
        }
    } else {
        return;
    }
    request.body = ByteStream::default();
}

/// A JSON value as a parameter.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => json::to_text(value),
    }
}

/// Refuses what would yield a signature that no server accepts.
pub(super) fn check(signing: &Signing<'_>) -> Result<()> {
    if signing.region.is_empty() {
        return Err(Error::new(ErrorKind::Config, format!("no region to sign for {} with", signing.service))
            .with_hint("set a region: argument, AWS_REGION or the profile's region"));
    }
    if signing.service.is_empty() {
        return Err(Error::new(ErrorKind::Usage, "no service name to sign with"));
    }
    if signing.credentials.access_key_id.is_empty() {
        return Err(Error::new(ErrorKind::Credentials, "the access key id is empty"));
    }
    Ok(())
}

/// Sets the headers that are signed and answers what is said about the payload.
pub(super) fn prepare(request: &mut Request, signing: &Signing<'_>, stamp: &Stamp) -> Result<String> {
    super::anonymous(request);
    request.headers.insert(HeaderName::from_static("x-amz-date"), plain_value(stamp.as_str(), "time")?);
    if signing.session_token != SessionToken::After {
        add_token(request, signing)?;
    }
    let name = HeaderName::from_static("x-amz-content-sha256");
    // A trailer announces itself in other headers; only S3 wants to read of it here, too, and botocore tells nobody else.
    let told = signing.payload.is_hash() || signing.payload == super::PayloadHash::UnsignedTrailer;
    if signing.content_sha256_header || !told {
        let payload = signing.payload.text();
        request.headers.insert(name, plain_value(&payload, "payload hash")?);
        return Ok(payload.into_owned());
    }
    // A hash the caller put there (Glacier does) is what the server will compare with.
    if let Some(given) = request.headers.get(&name).and_then(|v| v.to_str().ok()) {
        return Ok(given.to_owned());
    }
    Ok(signing.payload.text().into_owned())
}

/// Adds what is not signed.
pub(super) fn finish(request: &mut Request, signing: &Signing<'_>, authorization: &str) -> Result<()> {
    if signing.session_token == SessionToken::After {
        add_token(request, signing)?;
    }
    request.headers.insert(::http::header::AUTHORIZATION, secret_value(authorization, "access key id")?);
    Ok(())
}

fn add_token(request: &mut Request, signing: &Signing<'_>) -> Result<()> {
    if let Some(token) = &signing.credentials.session_token {
        let value = secret_value(token.expose(), "session token")?;
        request.headers.insert(signing.session_token.header(), value);
    }
    Ok(())
}

pub(super) fn paths(signing: &Signing<'_>) -> PathRules {
    PathRules { normalize: signing.normalize_path, double_encode: signing.double_encode }
}

/// `20150830/us-east-1/service/aws4_request`.
pub(super) fn scope(stamp: &Stamp, region: &str, service: &str) -> String {
    [stamp.day(), "/", region, "/", service, "/aws4_request"].concat()
}

fn seal(signing: &Signing<'_>, stamp: &Stamp, scope: &str, canonical: &[u8]) -> (String, String) {
    let string_to_sign = [ALGORITHM, "\n", stamp.as_str(), "\n", scope, "\n", &sha256_hex(canonical)].concat();
    let key = signing.keys.get(signing.credentials, stamp, signing.region, signing.service);
    let signature = hex(hmac::sign(&key, string_to_sign.as_bytes()).as_ref());
    (string_to_sign, signature)
}

/// Removes headers that make no sense in a presigned URL: those of signatures.
pub(super) fn strip(request: &mut Request) {
    super::anonymous(request);
    request.headers.remove("x-amz-content-sha256");
}

/// Adds parameters to the query, bringing those that are there to their canonical encoding first.
pub(super) fn extend_query(request: &mut Request, parameters: &[(&str, &str)]) {
    let mut query = String::with_capacity(request.url.query.len() + 256);
    for (name, value) in canonical::query_pairs(&request.url.query) {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(&name);
        query.push('=');
        query.push_str(&value);
    }
    request.url.query = query;
    for (name, value) in parameters {
        append_query(request, name, value);
    }
}

pub(super) fn append_query(request: &mut Request, name: &str, value: &str) {
    let query = &mut request.url.query;
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(name);
    query.push('=');
    query.push_str(&canonical::encode_query(value));
}

/// For people to read; header values that are not UTF-8 are shown with replacement characters.
pub(super) fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}
