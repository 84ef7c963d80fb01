//! The canonical request: the one way to write a request down that both sides hash.
//!
//! Rules: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.

use crate::{
    http::{Request, Url},
    order::order,
};
use std::borrow::Cow;

/// Headers that are never signed: hop-by-hop ones, those that proxies and load balancers rewrite or add, and those
/// that change from attempt to attempt after signing.
const NEVER_SIGNED: &[&str] = &[
    "accept-encoding",
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "baggage",
    "connection",
    "expect",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "traceparent",
    "tracestate",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-amzn-trace-id",
    "x-forwarded-for",
];

/// The headers to sign, sorted by name; those of one name stay in their order.
pub(super) fn headers(request: &Request) -> Vec<(&str, &[u8])> {
    let mut headers: Vec<(&str, &[u8])> = Vec::with_capacity(request.headers.len() + 1);
    for (name, value) in &request.headers {
        if !NEVER_SIGNED.contains(&name.as_str()) {
            headers.push((name.as_str(), value.as_bytes()));
        }
    }
    if !request.headers.contains_key(::http::header::HOST) {
        headers.push(("host", host(&request.url).as_bytes()));
    }
    let sorted = order(headers.len(), &|a, b| headers[a].0.cmp(headers[b].0));
    sorted.into_iter().map(|at| headers[at]).collect()
}

/// What the `Host` header will say: the authority without the scheme's own port.
pub(super) fn host(url: &Url) -> &str {
    let port = match url.scheme.as_str() {
        "https" => ":443",
        "http" => ":80",
        _ => return &url.authority,
    };
    url.authority.strip_suffix(port).unwrap_or(&url.authority)
}

/// The names of those headers, joined with semicolons.
pub(super) fn signed_names(headers: &[(&str, &[u8])]) -> String {
    let mut names = String::with_capacity(headers.iter().map(|h| h.0.len() + 1).sum());
    let mut last = "";
    for (name, _) in headers {
        if *name == last {
            continue;
        }
        if !names.is_empty() {
            names.push(';');
        }
        names.push_str(name);
        last = name;
    }
    names
}

/// How the path is written.
#[derive(Clone, Copy)]
pub(super) struct PathRules {
    /// Resolve `.` and `..` and join repeated slashes.
    pub normalize: bool,
    /// Percent-encode once more what is already percent-encoded on the wire.
    pub double_encode: bool,
}

/// The canonical request. Header values may hold any bytes, hence bytes.
pub(super) fn request(
    request: &Request,
    path: PathRules,
    headers: &[(&str, &[u8])],
    signed: &str,
    payload: &str,
) -> Vec<u8> {
    let url = &request.url;
    let mut out = Vec::with_capacity(512);
    out.extend_from_slice(request.method.as_str().as_bytes());
    out.push(b'\n');
    write_path(&mut out, &url.path, path);
    out.push(b'\n');
    write_query(&mut out, &url.query);
    out.push(b'\n');
    let mut last = "";
    for (name, value) in headers {
        if *name == last {
            out.push(b',');
        } else {
            if !last.is_empty() {
                out.push(b'\n');
            }
            out.extend_from_slice(name.as_bytes());
            out.push(b':');
            last = name;
        }
        write_trimmed(&mut out, value);
    }
    out.extend_from_slice(b"\n\n");
    out.extend_from_slice(signed.as_bytes());
    out.push(b'\n');
    out.extend_from_slice(payload.as_bytes());
    out
}

fn write_path(out: &mut Vec<u8>, path: &str, rules: PathRules) {
    let path = if path.is_empty() { "/" } else { path };
    let path = if rules.normalize { normalize(path) } else { Cow::Borrowed(path) };
    if rules.double_encode {
        encode(out, path.as_bytes(), true);
    } else {
        out.extend_from_slice(canonical(&path, true).as_bytes());
    }
}

/// Without empty, `.` and `..` segments.
fn normalize(path: &str) -> Cow<'_, str> {
    if !path.contains("//") && !path.contains("/.") {
        return Cow::Borrowed(path);
    }
    let kept = crate::codec::text::segments(path);
    let mut out = String::with_capacity(path.len());
    for segment in &kept {
        out.push('/');
        out.push_str(segment);
    }
    if kept.is_empty() || path.ends_with('/') {
        out.push('/');
    }
    Cow::Owned(out)
}

/// The pairs of a query, each brought to its canonical encoding; a name without `=` has an empty value.
pub(super) fn query_pairs(query: &str) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (canonical(name, false), canonical(value, false))
        })
        .collect()
}

fn write_query(out: &mut Vec<u8>, query: &str) {
    if query.is_empty() {
        return;
    }
    let pairs = query_pairs(query);
    let sorted = order(pairs.len(), &|a, b| pairs[a].cmp(&pairs[b]));
    for (i, (name, value)) in sorted.into_iter().map(|at| &pairs[at]).enumerate() {
        if i > 0 {
            out.push(b'&');
        }
        out.extend_from_slice(name.as_bytes());
        out.push(b'=');
        out.extend_from_slice(value.as_bytes());
    }
}

/// The value without spaces around it, inner runs of white space made one space.
fn write_trimmed(out: &mut Vec<u8>, value: &[u8]) {
    let plain = |b: u8| !b.is_ascii_whitespace();
    let is_trimmed = value.first().is_none_or(|b| plain(*b))
        && value.last().is_none_or(|b| plain(*b))
        && value.windows(2).all(|w| plain(w[0]) || (w[0] == b' ' && plain(w[1])));
    if is_trimmed {
        out.extend_from_slice(value);
        return;
    }
    let words = value.split(|b| b.is_ascii_whitespace()).filter(|word| !word.is_empty());
    for (i, word) in words.enumerate() {
        if i > 0 {
            out.push(b' ');
        }
        out.extend_from_slice(word);
    }
}

/// Percent-encodes everything but letters, digits, `-._~` (and `/`, if told).
pub(crate) fn encode(out: &mut Vec<u8>, bytes: &[u8], keep_slash: bool) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in bytes {
        if UNRESERVED[usize::from(byte)] || (byte == b'/' && keep_slash) {
            out.push(byte);
        } else {
            out.extend_from_slice(&[b'%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
    }
}

/// Percent-encodes a name or value for a query.
pub(crate) fn encode_query(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len() + 16);
    encode(&mut out, text.as_bytes(), false);
    String::from_utf8(out).unwrap_or_default() // percent-encoding yields ASCII
}

/// Brings text that is percent-encoded in whatever way to the one canonical encoding: servers decode what they receive
/// and encode it again, so what came encoded differently must be signed in this form. An encoded slash stays encoded.
fn canonical(text: &str, keep_slash: bool) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if bytes.iter().all(|b| UNRESERVED[usize::from(*b)] || (*b == b'/' && keep_slash)) {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(bytes.len() + 8);
    let mut i = 0;
    while i < bytes.len() {
        let escaped = (bytes[i] == b'%').then(|| decode_hex(bytes.get(i + 1..i + 3)?)).flatten();
        match escaped {
            Some(byte) => {
                encode(&mut out, &[byte], false);
                i += 3;
            }
            None => {
                encode(&mut out, &bytes[i..=i], keep_slash);
                i += 1;
            }
        }
    }
    Cow::Owned(String::from_utf8(out).unwrap_or_default()) // percent-encoding yields ASCII
}

/// The byte behind two hex digits.
fn decode_hex(digits: &[u8]) -> Option<u8> {
    let digit = |b: u8| (b as char).to_digit(16);
    match digits {
        [high, low] => Some((digit(*high)? * 16 + digit(*low)?) as u8),
        _ => None,
    }
}

/// Text with its percent-encoding undone; bytes that are then not UTF-8 are replaced.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        match (bytes[i] == b'%').then(|| decode_hex(bytes.get(i + 1..i + 3)?)).flatten() {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}

static UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        table[byte] = b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str, normalize: bool, double_encode: bool) -> String {
        let mut out = Vec::new();
        write_path(&mut out, path, PathRules { normalize, double_encode });
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn paths() {
        assert_eq!(path("", true, true), "/");
        assert_eq!(path("/a/./b/../c//d/", true, true), "/a/c/d/");
        assert_eq!(path("/../..", true, true), "/");
        assert_eq!(path("/a%20b", true, true), "/a%2520b");
        assert_eq!(path("/a%20b//../x", false, false), "/a%20b//../x");
        assert_eq!(path("/a+b%2fc%41", false, false), "/a%2Bb%2FcA");
    }

    #[test]
    fn queries() {
        let mut out = Vec::new();
        write_query(&mut out, "b=2&acl&a=%2f&b=1&a-b=x&&c=%");
        assert_eq!(String::from_utf8(out).unwrap(), "a=%2F&a-b=x&acl=&b=1&b=2&c=%25");
    }

    #[test]
    fn values_are_trimmed() {
        for (raw, want) in [(" a  b ", "a b"), ("a b", "a b"), ("", ""), ("  ", ""), ("a\tb", "a b"), ("a", "a")] {
            let mut out = Vec::new();
            write_trimmed(&mut out, raw.as_bytes());
            assert_eq!(String::from_utf8(out).unwrap(), want, "{raw:?}");
        }
    }

    #[test]
    fn default_ports_are_left_out() {
        let url = |scheme: &str, authority: &str| Url {
            scheme: scheme.to_owned(),
            authority: authority.to_owned(),
            ..Url::default()
        };
        assert_eq!(host(&url("https", "h:443")), "h");
        assert_eq!(host(&url("http", "h:80")), "h");
        assert_eq!(host(&url("http", "h:443")), "h:443");
        assert_eq!(host(&url("http", "[::1]:9000")), "[::1]:9000");
    }
}
