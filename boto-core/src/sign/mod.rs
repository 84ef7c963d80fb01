//! Signing: Signature V4 in headers, in the query and along streams, V4a, the old versions that a few services still
//! speak, bearer tokens, and the signed things that are not requests (POST policies, database tokens, CloudFront).
//!
//! Everything here is a function of its arguments: the time comes from the caller, and nothing is sent.

pub(crate) mod canonical;
pub mod cloudfront;
pub mod hash;
mod key;
pub mod post;
mod stamp;
pub mod stream;
pub mod token;
pub mod v2;
pub mod v4;
pub mod v4a;

pub use key::Keys;
pub use stamp::Stamp;

use crate::{
    error::{Error, ErrorKind, Result},
    http::{HeaderName, HeaderValue, Request},
    identity::{Credentials, Token},
    DateTime,
};
use std::{borrow::Cow, fmt};

/// What to sign with, and how.
#[derive(Clone, Debug)]
pub struct Signing<'a> {
    /// Who signs.
    pub credentials: &'a Credentials,
    /// Derived keys kept between signatures.
    pub keys: &'a Keys,
    /// The region of the scope; for V4a the set of regions, joined with commas, `*` for all.
    pub region: &'a str,
    /// The service's signing name, `s3`.
    pub service: &'a str,
    /// The time of the signature, already corrected for clock skew.
    pub time: DateTime,
    /// What is said about the body.
    pub payload: PayloadHash<'a>,
    /// Resolve `.` and `..` in the path and join slashes before signing: everywhere but in S3.
    pub normalize_path: bool,
    /// Percent-encode the path of the wire once more: everywhere but in S3.
    pub double_encode: bool,
    /// Send `x-amz-content-sha256` even where the payload is hashed: S3 and what resembles it. Whatever is not a hash
    /// of the payload is always sent, since no server could guess it.
    pub content_sha256_header: bool,
    /// How a session token travels.
    pub session_token: SessionToken,
}

impl<'a> Signing<'a> {
    /// Signing as all services but S3 want it, with the hash of that body.
    pub fn new(
        credentials: &'a Credentials,
        keys: &'a Keys,
        region: &'a str,
        service: &'a str,
        time: DateTime,
        body: &'a [u8],
    ) -> Signing<'a> {
        Signing {
            credentials,
            keys,
            region,
            service,
            time,
            payload: PayloadHash::Bytes(body),
            normalize_path: true,
            double_encode: true,
            content_sha256_header: false,
            session_token: SessionToken::Signed,
        }
    }

    /// Signing without a body for the same identity, region and time.
    pub(crate) fn new_like(other: &Signing<'a>) -> Signing<'a> {
        Signing::new(other.credentials, other.keys, other.region, other.service, other.time, b"")
    }

    /// The same for S3 and its relatives: the path as it is on the wire, and the hash of the payload in a header.
    #[must_use]
    pub fn for_s3(mut self) -> Signing<'a> {
        self.normalize_path = false;
        self.double_encode = false;
        self.content_sha256_header = true;
        self
    }
}

/// What a signature says about the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadHash<'a> {
    /// The hash of these bytes.
    Bytes(&'a [u8]),
    /// A hash computed before, in lower-case hex.
    Hex(&'a str),
    /// Nothing: `UNSIGNED-PAYLOAD`.
    Unsigned,
    /// `aws-chunked` without signatures, with trailing headers: `STREAMING-UNSIGNED-PAYLOAD-TRAILER`.
    UnsignedTrailer,
    /// `aws-chunked`, each chunk signed: `STREAMING-AWS4-HMAC-SHA256-PAYLOAD`.
    Chunks,
    /// The same with signed trailing headers: `STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER`.
    ChunksTrailer,
    /// An event stream, each event signed: `STREAMING-AWS4-HMAC-SHA256-EVENTS`.
    Events,
}

impl PayloadHash<'_> {
    /// As it stands in the canonical request.
    pub fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            PayloadHash::Bytes([]) => hash::EMPTY_SHA256,
            PayloadHash::Bytes(bytes) => return Cow::Owned(hash::sha256_hex(bytes)),
            PayloadHash::Hex(hex) => hex,
            PayloadHash::Unsigned => "UNSIGNED-PAYLOAD",
            PayloadHash::UnsignedTrailer => "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            PayloadHash::Chunks => "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            PayloadHash::ChunksTrailer => "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            PayloadHash::Events => "STREAMING-AWS4-HMAC-SHA256-EVENTS",
        })
    }

    /// Whether the server can compute it from the body.
    fn is_hash(&self) -> bool {
        matches!(self, PayloadHash::Bytes(_) | PayloadHash::Hex(_))
    }
}

/// How a session token travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SessionToken {
    /// As `x-amz-security-token`, signed with the rest.
    #[default]
    Signed,
    /// The same, but added after signing (some services that predate the rule want it so).
    After,
    /// As `x-amz-s3session-token`: S3 Express.
    S3Express,
}

impl SessionToken {
    fn header(self) -> HeaderName {
        match self {
            SessionToken::Signed | SessionToken::After => HeaderName::from_static("x-amz-security-token"),
            SessionToken::S3Express => HeaderName::from_static("x-amz-s3session-token"),
        }
    }

    fn parameter(self) -> &'static str {
        match self {
            SessionToken::Signed | SessionToken::After => "X-Amz-Security-Token",
            SessionToken::S3Express => "X-Amz-S3session-Token",
        }
    }
}

/// A signature and how it came about. It may hold a session token, so its `Debug` shows the signature alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Signature {
    /// The canonical request.
    pub canonical_request: String,
    /// What was signed.
    pub string_to_sign: String,
    /// The signature, in hex.
    pub signature: String,
    /// The `Authorization` header; empty for signatures in the query.
    pub authorization: String,
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signature").field("signature", &self.signature).finish_non_exhaustive()
    }
}

/// Puts a bearer token into the `Authorization` header (RFC 6750). Refuses to send it over plain HTTP, except to this
/// machine, where test servers live.
pub fn bearer(request: &mut Request, token: &Token) -> Result<()> {
    if request.url.scheme != "https" && !is_loopback(&request.url.authority) {
        return Err(Error::new(
            ErrorKind::Config,
            format!(
                "a bearer token is sent over https only, not to {}://{}",
                request.url.scheme, request.url.authority
            ),
        ));
    }
    let value = secret_value(&format!("Bearer {}", token.token.expose()), "bearer token")?;
    request.headers.insert(::http::header::AUTHORIZATION, value);
    Ok(())
}

/// Removes what an earlier signature left: for anonymous requests, and before signing again.
pub fn anonymous(request: &mut Request) {
    request.headers.remove(::http::header::AUTHORIZATION);
    for name in ["x-amz-security-token", "x-amz-s3session-token", "x-amz-date"] {
        request.headers.remove(name);
    }
}

fn is_loopback(authority: &str) -> bool {
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host == "localhost" || host == "::1" || host.parse::<std::net::Ipv4Addr>().is_ok_and(|ip| ip.is_loopback())
}

/// A header value that is never printed.
fn secret_value(text: &str, what: &str) -> Result<HeaderValue> {
    let mut value = plain_value(text, what)?;
    value.set_sensitive(true);
    Ok(value)
}

fn plain_value(text: &str, what: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(|_| {
        Error::new(ErrorKind::Credentials, format!("the {what} holds characters that cannot stand in a header"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        http::{HeaderMap, Method, Url},
        identity::Secret,
        ByteStream,
    };

    fn request(scheme: &str, authority: &str) -> Request {
        Request {
            method: Method::GET,
            url: Url { scheme: scheme.into(), authority: authority.into(), path: "/".into(), query: String::new() },
            headers: HeaderMap::new(),
            body: ByteStream::default(),
        }
    }

    #[test]
    fn bearer_tokens_travel_over_https_or_stay_here() {
        let token = Token { token: Secret::new("t0k"), expiry: None };
        let mut secure = request("https", "codecatalyst.global.api.aws");
        bearer(&mut secure, &token).unwrap();
        assert_eq!(secure.headers["authorization"], "Bearer t0k");
        assert!(!format!("{secure:?}").contains("t0k"));
        bearer(&mut request("http", "127.0.0.1:5000"), &token).unwrap();
        bearer(&mut request("http", "[::1]:5000"), &token).unwrap();
        let error = bearer(&mut request("http", "example.com"), &token).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(!error.to_string().contains("t0k"));
    }

    #[test]
    fn a_token_with_a_line_break_is_an_error() {
        let token = Token { token: Secret::new("a\r\nx: y"), expiry: None };
        let error = bearer(&mut request("https", "h"), &token).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
    }
}
