//! What people write into settings: regions and endpoint URLs, refused where no endpoint could come of them.

use crate::{
    error::{Error, ErrorKind, Result},
    http::Url,
};

/// Refuses what cannot be a region: it becomes part of host names and signatures. The error names the problem; the
/// caller adds where the setting comes from.
pub fn check_region(region: &str) -> Result<()> {
    let problem = if region.is_empty() {
        "it is empty"
    } else if region.contains("://") {
        "it is a URL; set it as endpoint_url, and the region beside it"
    } else if region.trim() != region {
        "it has white space around it"
    } else if region.len() > 63 {
        "it is longer than 63 characters"
    } else if region.contains('_') {
        "regions are written with hyphens, not underscores"
    } else if !super::functions::is_valid_host_label(region, false) {
        "a region is made of letters, digits and hyphens"
    } else {
        return Ok(());
    };
    let mut error = Error::new(ErrorKind::Config, format!("invalid region {}: {problem}", shortened(region)));
    let likely = region.trim().replace('_', "-").to_ascii_lowercase();
    if likely != region && super::functions::is_valid_host_label(&likely, false) {
        error = error.with_hint(format!("did you mean {likely:?}?"));
    }
    Err(error)
}

/// Reads an endpoint URL of a setting: `http` or `https`, a host, perhaps a port and a path. Credentials, queries and
/// fragments are refused, since they would get lost or end in logs.
pub fn parse_endpoint_url(text: &str) -> Result<Url> {
    let fail = |problem: &str| {
        // Whatever stands before an `@` may be a password.
        let shown = match text.rsplit_once('@') {
            Some((_, host)) => format!("…@{host}"),
            None => text.to_owned(),
        };
        Err(Error::new(ErrorKind::Config, format!("invalid endpoint URL {}: {problem}", shortened(&shown))))
    };
    if text.is_empty() {
        return fail("it is empty");
    }
    if text.bytes().any(|b| b <= b' ' || b == 0x7f) {
        return fail("it has white space or control characters in it");
    }
    let Some((scheme, rest)) = text.split_once("://") else {
        return fail("it has no scheme; write http:// or https:// in front").map_err(|e| {
            if text.contains('@') {
                return e;
            }
            e.with_hint(format!("did you mean \"https://{text}\"?"))
        });
    };
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return fail("its scheme is neither http nor https");
    }
    let (authority, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    if authority.contains('@') {
        return fail("it holds credentials; set them as credentials instead");
    }
    if rest.contains('?') {
        return fail("it has a query, which an endpoint cannot have");
    }
    if rest.contains('#') {
        return fail("it has a fragment, which an endpoint cannot have");
    }
    if let Some(problem) = authority_problem(authority) {
        return fail(problem);
    }
    let mut path = String::with_capacity(rest.len());
    for c in rest.chars() {
        // Servers see paths percent-encoded; what is written plainly is encoded for them.
        if c.is_ascii() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}') {
            path.push(c);
        } else {
            path.push_str(&super::functions::uri_encode(c.encode_utf8(&mut [0; 4])));
        }
    }
    Ok(Url { scheme, authority: authority.to_ascii_lowercase(), path, query: String::new() })
}

/// What is wrong with a host and port.
fn authority_problem(authority: &str) -> Option<&'static str> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(v6) => {
            let Some((inner, after)) = v6.split_once(']') else {
                return Some("the bracket of its IPv6 address is not closed");
            };
            if inner.parse::<std::net::Ipv6Addr>().is_err() {
                return Some("what stands in brackets is not an IPv6 address");
            }
            match after.strip_prefix(':') {
                Some(port) => ("v6", Some(port)),
                None if after.is_empty() => ("v6", None),
                None => return Some("something stands between its IPv6 address and the port"),
            }
        }
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    if host.is_empty() {
        return Some("it has no host");
    }
    if !host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_')) {
        return Some("its host has characters that no host name has");
    }
    if host.len() > 253 || host.split('.').any(|label| label.len() > 63) {
        return Some("its host is longer than host names can be");
    }
    match port {
        Some(port) if port.parse::<u16>().is_err() || port.starts_with('+') => {
            Some("its port is not a number up to 65535")
        }
        _ => None,
    }
}

/// Reads the URL that rules have put together.
pub(super) fn parse_resolved(text: &str) -> Result<Url> {
    let bad = || Error::new(ErrorKind::Endpoint, format!("the endpoint rules yield no valid URL: {}", shortened(text)));
    let (scheme, rest) = text.split_once("://").ok_or_else(bad)?;
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let plain =
        |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}');
    if !matches!(scheme, "http" | "https") || authority.is_empty() || !rest.bytes().all(plain) {
        return Err(bad());
    }
    Ok(Url { scheme: scheme.into(), authority: authority.into(), path: path.into(), query: query.into() })
}

/// Quoted, and cut where it is too long for a message.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 80 {
        return format!("{text:?}");
    }
    let head: String = text.chars().take(60).collect();
    format!("{head:?}… ({} characters)", text.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions() {
        for good in ["us-east-1", "aws-global", "local", "eusc-de-east-1", "US-East-1"] {
            check_region(good).unwrap();
        }
        let long = "a".repeat(300);
        for (bad, problem) in [
            ("", "empty"),
            ("us-east-1 ", "white space"),
            ("us_east_1", "hyphens"),
            ("http://localhost:4566", "endpoint_url"),
            (&long, "longer than 63"),
            ("us-east-1.evil.com", "letters, digits"),
            ("us-east-1/", "letters, digits"),
            ("us-öst-1", "letters, digits"),
        ] {
            let error = check_region(bad).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(error.message().contains(problem), "{bad}: {error}");
            assert!(error.message().len() < 200, "{error}");
        }
        assert_eq!(check_region("us_east_1").unwrap_err().hint(), Some("did you mean \"us-east-1\"?"));
    }

    #[test]
    fn endpoint_urls() {
        let url = parse_endpoint_url("HTTP://LocalHost:9000/base/ä b".replace(' ', "%20").as_str()).unwrap();
        assert_eq!(url.to_string(), "http://localhost:9000/base/%C3%A4%20b");
        assert_eq!(parse_endpoint_url("https://[::1]:443").unwrap().authority, "[::1]:443");
        for (bad, problem) in [
            ("", "empty"),
            ("localhost:9000", "no scheme"),
            ("example.com", "no scheme"),
            ("s3://bucket", "neither http nor https"),
            ("https://u:p@example.com", "credentials"),
            ("https://example.com/?x=1", "query"),
            ("https://example.com#x", "fragment"),
            ("https://", "no host"),
            ("https://:80", "no host"),
            ("https://h:x", "port"),
            ("https://h:70000", "port"),
            ("https://a b", "white space"),
            ("https://ex$ample.com", "characters"),
            ("https://[::1", "not closed"),
            ("https://[zz]", "IPv6"),
        ] {
            let error = parse_endpoint_url(bad).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config);
            assert!(error.message().contains(problem), "{bad}: {error}");
        }
        let error = parse_endpoint_url("https://user:hunter2@example.com").unwrap_err();
        assert!(!error.to_string().contains("hunter2"), "{error}");
    }
}
