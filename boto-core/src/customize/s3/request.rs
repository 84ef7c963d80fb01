//! What S3's requests need before they get an address.

use super::super::{Address, Outgoing};
use crate::{arn::Arn, body::ByteStream, http::HeaderValue, http::Method, Result};
use boto_model::{Kind, Operation, Traits};
use percent_encoding::percent_decode_str;

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

/// The path to sign with Signature Version 2, which always has the bucket in it (an ARN excepted), given the encoded
/// path before [`bucket_out_of_path`].
pub fn signing_path(operation: &Operation, encoded: &str) -> String {
    let mut path = encoded.to_owned();
    if operation.http.uri.split('?').next() == Some(BUCKET) {
        path.push('/');
    }
    let bucket = path.strip_prefix('/').and_then(|rest| rest.split('/').next()).unwrap_or_default();
    if bucket.starts_with("arn%3A") && Arn::is(&percent_decode_str(bucket).decode_utf8_lossy()) {
        path.replace_range(..bucket.len() + 1, "");
    }
    path
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

/// Which style to address a bucket in, where only one works.
pub fn addressing(address: &mut Address<'_>) {
    let arn = address.bucket.is_some_and(Arn::is);
    // Signed for the wrong region, which the caller asks for because he does not know it, only paths are answered.
    if address.operation.name == "GetBucketLocation" {
        address.path_style = true;
    } else if arn {
        address.path_style = false;
    }
    let needs_path = address.bucket.is_some_and(|bucket| !is_host_label(bucket));
    let express = address.bucket.is_some_and(|bucket| bucket.ends_with("--x-s3"));
    if address.prefer_global && !needs_path && !address.path_style && !arn && !express {
        "aws-global".clone_into(&mut address.region);
        address.global = true;
    }
}

fn is_host_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
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
    fn signing_paths_keep_the_bucket() {
        let mut case = Case::new([]);
        for (uri, path, expected) in [
            ("/{Bucket}?acl", "/bucket", "/bucket/"),
            ("/{Bucket}/{Key+}", "/bucket/key", "/bucket/key"),
            ("/{Bucket}/{Key+}", "/arn%3Aaws%3As3%3Aus-west-2%3A123456789012%3Aaccesspoint%3Ap/key", "/key"),
            ("/", "/", "/"),
        ] {
            case.operation.http.uri = uri.into();
            assert_eq!(signing_path(&case.operation, path), expected);
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

    #[test]
    fn addressing() {
        let run = |operation: &'static str, bucket: Option<&str>, prefer_global: bool| {
            let mut case = Case::new([]);
            case.operation.name = operation.into();
            let mut address = Address {
                operation: &case.operation,
                bucket,
                region: "us-west-2".to_owned(),
                prefer_global,
                path_style: false,
                global: false,
            };
            super::addressing(&mut address);
            (address.region, address.path_style, address.global)
        };
        let west = |path_style| ("us-west-2".to_owned(), path_style, false);
        assert_eq!(run("GetObject", Some("bucket"), false), west(false));
        assert_eq!(run("GetBucketLocation", Some("bucket"), true), west(true));
        assert_eq!(run("GetObject", Some("bucket"), true), ("aws-global".to_owned(), false, true));
        assert_eq!(run("GetObject", Some("dotted.bucket"), true), west(false));
        assert_eq!(run("GetObject", Some("bucket--usw2-az1--x-s3"), true), west(false));
        assert_eq!(run("GetObject", Some("arn:aws:s3:us-west-2:123456789012:accesspoint:p"), true), west(false));
    }
}
