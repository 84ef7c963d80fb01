//! The functions that rules call on text.
//!
//! Specification: <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html>, and beside it that of
//! the AWS extensions.

use super::value::{Arn, UrlParts};
use crate::codec::text::segments;
use percent_encoding::{utf8_percent_encode, AsciiSet, NON_ALPHANUMERIC};
use std::{borrow::Cow, rc::Rc};

type Str<'v> = Cow<'v, str>;

/// A part of a text: borrowed if the text is.
fn part<'v>(text: &Str<'v>, range: std::ops::Range<usize>) -> Str<'v> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[range]),
        Cow::Owned(text) => Cow::Owned(text[range].to_owned()),
    }
}

/// The part of `inner` within `outer`, of which it is a slice.
fn slice<'v>(outer: &Str<'v>, inner: &str) -> Str<'v> {
    let start = inner.as_ptr() as usize - outer.as_ptr() as usize;
    part(outer, start..start + inner.len())
}

/// ASCII text from `start` to `stop` (from the end, if `reverse`); nothing if it is too short or not ASCII.
pub(super) fn substring<'v>(text: &Str<'v>, start: i64, stop: i64, reverse: bool) -> Option<Str<'v>> {
    let (start, stop) = (usize::try_from(start).ok()?, usize::try_from(stop).ok()?);
    if start >= stop || text.len() < stop || !text.is_ascii() {
        return None;
    }
    Some(if reverse { part(text, text.len() - stop..text.len() - start) } else { part(text, start..stop) })
}

/// Everything but letters, digits and `-._~` percent-encoded.
pub(super) fn uri_encode(text: &str) -> String {
    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The text cut at the delimiter; into at most `limit` parts, if that is not 0.
pub(super) fn split<'v>(text: &Str<'v>, delimiter: &str, limit: i64) -> Option<Rc<[Str<'v>]>> {
    if delimiter.is_empty() {
        return None;
    }
    let limit = usize::try_from(limit).ok().filter(|l| *l > 0).unwrap_or(usize::MAX);
    Some(text.splitn(limit, delimiter).map(|piece| slice(text, piece)).collect())
}

/// One to 63 letters, digits and hyphens, no hyphen at either end; several, with dots between, if allowed.
pub(super) fn is_valid_host_label(text: &str, allow_subdomains: bool) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if allow_subdomains {
        text.split('.').all(is_label)
    } else {
        is_label(text)
    }
}

/// Whether a bucket of that name can be part of a host name.
pub(super) fn is_virtual_hostable_bucket(name: &str, allow_subdomains: bool) -> bool {
    (3..=63).contains(&name.len())
        && !name.bytes().any(|b| b.is_ascii_uppercase())
        && !looks_like_ipv4(name)
        && is_valid_host_label(name, allow_subdomains)
}

fn looks_like_ipv4(text: &str) -> bool {
    let mut parts = 0;
    text.split('.').all(|part| {
        parts += 1;
        (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    }) && parts == 4
}

/// `arn:partition:service:region:account:resource`; partition, service and resource must not be empty. The resource is
/// cut at `:` and `/`.
pub(super) fn parse_arn<'v>(text: &Str<'v>) -> Option<Arn<'v>> {
    let mut parts = text.splitn(6, ':');
    let mut next = || parts.next();
    let (arn, partition, service, region, account, resource) = (next()?, next()?, next()?, next()?, next()?, next()?);
    if arn != "arn" || partition.is_empty() || service.is_empty() || resource.is_empty() {
        return None;
    }
    Some(Arn {
        partition: slice(text, partition),
        service: slice(text, service),
        region: slice(text, region),
        account_id: slice(text, account),
        resource_id: resource.split([':', '/']).map(|piece| slice(text, piece)).collect(),
    })
}

/// The parts of an `http` or `https` URL; nothing for other texts and for URLs with a query.
pub(super) fn parse_url<'v>(text: &Str<'v>) -> Option<UrlParts<'v>> {
    let (scheme, rest) = text.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or_default();
    if rest.contains('?') {
        return None;
    }
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = authority.rsplit('@').next().unwrap_or_default();
    let (name, port) = match host.strip_prefix('[') {
        Some(v6) => {
            let (inner, after) = v6.split_once(']')?;
            (inner, after.strip_prefix(':').or_else(|| after.is_empty().then_some(""))?)
        }
        None => host.split_once(':').unwrap_or((host, "")),
    };
    if name.is_empty() || !(port.is_empty() || port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok())
    {
        return None;
    }
    let is_ip = if host.starts_with('[') {
        name.parse::<std::net::Ipv6Addr>().is_ok()
    } else {
        name.parse::<std::net::Ipv4Addr>().is_ok()
    };
    Some(UrlParts {
        scheme: slice(text, scheme),
        authority: slice(text, authority),
        normalized_path: normalize(path),
        path: slice(text, path),
        is_ip,
    })
}

/// The path without empty and dot segments, with a slash at both ends.
fn normalize(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 2);
    out.push('/');
    for segment in segments(path) {
        out.push_str(segment);
        out.push('/');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_labels() {
        assert!(is_valid_host_label("us-east-1", false));
        assert!(is_valid_host_label("a.b", true));
        for bad in ["", "-a", "a-", "a.b", "a_b", "ä", &"a".repeat(64)] {
            assert!(!is_valid_host_label(bad, false), "{bad}");
        }
        assert!(!is_valid_host_label("a..b", true));
    }

    #[test]
    fn bucket_names() {
        assert!(is_virtual_hostable_bucket("a.b-c.d", true));
        for bad in ["ab", "Abc", "192.168.5.4", "a..b", "a.-b", "a_b", &"a".repeat(64)] {
            assert!(!is_virtual_hostable_bucket(bad, true), "{bad}");
        }
        assert!(!is_virtual_hostable_bucket("a.bc", false));
        assert!(is_virtual_hostable_bucket("1.2.3.4.5", true));
    }

    #[test]
    fn urls() {
        let parse = |text: &'static str| parse_url(&Cow::Borrowed(text));
        let url = parse("http://[::1]:9000/a/../b//c").unwrap();
        assert!(url.is_ip);
        assert_eq!((&*url.authority, &*url.path, &*url.normalized_path), ("[::1]:9000", "/a/../b//c", "/b/c/"));
        for bad in
            ["example.com", "ftp://h", "http://h?x=1", "http://h:port", "http://h:99999", "http://", "http://[::1"]
        {
            assert!(parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn splits() {
        let cut = |text: &'static str, limit| split(&Cow::Borrowed(text), "--", limit).unwrap().join("|");
        assert_eq!(cut("--x--az--", 0), "|x|az|");
        assert_eq!(cut("a--b--c", 2), "a|b--c");
        assert_eq!(cut("", 0), "");
        assert!(split(&Cow::Borrowed("a"), "", 0).is_none());
    }
}
