//! What S3's requests need before they get an address.

use super::super::Outgoing;
use crate::{body::ByteStream, http::HeaderValue, http::Method, Result};
use boto_model::{Kind, Traits};

const BUCKET: &str = "/{Bucket}";

/// Takes the bucket off the front of the path, which may leave it empty.
pub fn bucket_out_of_path(outgoing: &mut Outgoing<'_>) -> Result<()> {
    if outgoing.operation.http.uri.starts_with(BUCKET) {
        let path = &mut outgoing.request.url.path;
        let end = path[1.min(path.len())..].find('/').map_or(path.len(), |at| at + 1);
        path.replace_range(..end, "");
    }
    Ok(())
}

/// `Expect: 100-continue` where a body is given that the model calls a stream.
pub fn expect_continue(outgoing: &mut Outgoing<'_>) -> Result<()> {
    let uploads = matches!(outgoing.request.method, Method::PUT | Method::POST);
    if uploads && has_stream(outgoing) {
        outgoing.request.headers.insert("expect", HeaderValue::from_static("100-continue"));
    }
    Ok(())
}

fn has_stream(outgoing: &Outgoing<'_>) -> bool {
    let structure = outgoing.operation.input.and_then(|id| outgoing.service.shape(id).structure());
    let payload = structure.and_then(|s| Some((s.payload?, s.members.get(usize::from(s.payload?))?)));
    payload.is_some_and(|(index, member)| {
        let streams = matches!(outgoing.service.shape(member.target).kind, Kind::Blob { streaming: true, .. });
        (streams || member.traits.has(Traits::STREAMING))
            && !outgoing.record.get(usize::from(index), &member.name).view().is_absent()
    })
}

/// Carriage returns and newlines as references, so that they survive parsing.
pub fn escape_newlines(outgoing: &mut Outgoing<'_>) -> Result<()> {
    let Some(body) = outgoing.request.body.bytes() else { return Ok(()) };
    if !body.iter().any(|b| matches!(b, b'\r' | b'\n')) {
        return Ok(());
    }
    let mut escaped = Vec::with_capacity(body.len() + 32);
    for &b in body {
        match b {
            b'\r' => escaped.extend_from_slice(b"&#xD;"),
            b'\n' => escaped.extend_from_slice(b"&#xA;"),
            b => escaped.push(b),
        }
    }
    outgoing.request.body = ByteStream::from(bytes::Bytes::from(escaped));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{object, Case};
    use super::*;

    #[test]
    fn bucket_out_of_path() {
        for (uri, path, expected) in [
            ("/{Bucket}/{Key+}", "/bucket/a/b", "/a/b"),
            ("/{Bucket}?list-type=2", "/bucket", ""),
            ("/{Bucket}/{Key+}", "/bucket//a", "//a"),
            ("/", "/", "/"),
            ("/WriteGetObjectResponse", "/WriteGetObjectResponse", "/WriteGetObjectResponse"),
        ] {
            let mut case = Case::new([]);
            case.operation.http.uri = uri.into();
            case.request.url.path = path.to_owned();
            super::bucket_out_of_path(&mut case.outgoing()).unwrap();
            assert_eq!(case.request.url.path, expected, "{uri}");
        }
    }

    #[test]
    fn expect_continue() {
        for (method, given, expected) in [
            (Method::PUT, object([("Body", "")]), true),
            (Method::PUT, object([]), false),
            (Method::GET, object([("Body", "x")]), false),
        ] {
            let mut case = Case::streaming("Body");
            case.request.method = method;
            case.record = given;
            super::expect_continue(&mut case.outgoing()).unwrap();
            assert_eq!(case.request.headers.contains_key("expect"), expected);
        }
    }

    #[test]
    fn escape_newlines() {
        let mut case = Case::new([]);
        case.request.body = ByteStream::from(bytes::Bytes::from_static(b"<Key>a\r\nb</Key>"));
        super::escape_newlines(&mut case.outgoing()).unwrap();
        assert_eq!(case.request.body.bytes().unwrap(), "<Key>a&#xD;&#xA;b</Key>");
    }
}
