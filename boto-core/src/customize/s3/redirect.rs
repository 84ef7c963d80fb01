//! Buckets in other regions: S3 says where they are, and we remember it.
//!
//! The pipeline follows one redirect per call: it asks [`redirects`], finds the region by [`bucket_region`] (or, if the
//! answer does not name it, by the headers that `HeadBucket` gets), remembers it and sends the request there.

use crate::{arn::Arn, http::HeaderMap, Error};
use std::{collections::BTreeMap, sync::Mutex};

/// The regions of buckets, as far as redirects told.
#[derive(Debug, Default)]
pub struct BucketRegions(Mutex<BTreeMap<String, String>>);

impl BucketRegions {
    /// The region of a bucket.
    pub fn get(&self, bucket: &str) -> Option<String> {
        self.lock().get(bucket).cloned()
    }

    /// Remembers a region.
    pub fn remember(&self, bucket: &str, region: &str) {
        self.lock().insert(bucket.to_owned(), region.to_owned());
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        // A panic between two map operations leaves the map whole.
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Whether the answer means that the bucket is in another region.
pub fn redirects(operation: &str, bucket: &str, error: &Error, headers: &HeaderMap, body: &[u8]) -> bool {
    if Arn::is(bucket) {
        return false;
    }
    match (error.code().unwrap_or_default(), error.status()) {
        ("PermanentRedirect", _) | (_, Some(301 | 302 | 307)) => true,
        ("AuthorizationHeaderMalformed", _) => region_in(body).is_some(),
        ("IllegalLocationConstraintException", _) => operation != "CreateBucket",
        // Answers to HEAD have no body that could say more.
        (_, Some(400)) if operation == "HeadObject" => body.is_empty(),
        (_, Some(400)) if operation == "HeadBucket" => headers.contains_key(HEADER),
        _ => false,
    }
}

const HEADER: &str = "x-amz-bucket-region";

/// The region that an answer names, in a header or in its body.
pub fn bucket_region(headers: &HeaderMap, body: &[u8]) -> Option<String> {
    let header = headers.get(HEADER).and_then(|v| v.to_str().ok());
    header.or_else(|| region_in(body)).filter(|region| is_region(region)).map(str::to_owned)
}

/// `<Region>` in an error document, which is flat and holds no such text otherwise.
fn region_in(body: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(body).ok()?;
    let (_, rest) = text.split_once("<Region>")?;
    rest.split_once("</Region>").map(|(region, _)| region.trim())
}

/// A region becomes part of a host name.
fn is_region(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    fn error(status: u16, code: &str) -> Error {
        Error::new(ErrorKind::Service, "no").with_status(status).with_code(code)
    }

    #[test]
    fn knows_what_means_another_region() {
        let mut located = HeaderMap::new();
        located.insert(HEADER, "eu-west-1".parse().unwrap());
        let plain = HeaderMap::new();
        let malformed = "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region></Error>";
        for (operation, status, code, headers, body, expected) in [
            ("GetObject", 301, "PermanentRedirect", &plain, "", true),
            ("GetObject", 307, "TemporaryRedirect", &plain, "", true),
            ("GetObject", 400, "AuthorizationHeaderMalformed", &plain, malformed, true),
            ("GetObject", 400, "AuthorizationHeaderMalformed", &plain, "<Error/>", false),
            ("GetObject", 400, "IllegalLocationConstraintException", &plain, "", true),
            ("CreateBucket", 400, "IllegalLocationConstraintException", &plain, "", false),
            ("HeadObject", 400, "400", &plain, "", true),
            ("HeadBucket", 400, "400", &plain, "", false),
            ("HeadBucket", 400, "400", &located, "", true),
            ("GetObject", 400, "InvalidRequest", &located, "", false),
            ("GetObject", 404, "NoSuchKey", &located, "", false),
        ] {
            let answer = redirects(operation, "bucket", &error(status, code), headers, body.as_bytes());
            assert_eq!(answer, expected, "{operation} {status} {code}");
        }
        let arn = "arn:aws:s3:us-west-2:123456789012:accesspoint:p";
        assert!(!redirects("GetObject", arn, &error(301, "PermanentRedirect"), &plain, b""));
    }

    #[test]
    fn finds_the_region_and_distrusts_it() {
        let mut headers = HeaderMap::new();
        assert_eq!(bucket_region(&headers, b"<Error><Region>eu-west-1</Region></Error>").as_deref(), Some("eu-west-1"));
        assert_eq!(bucket_region(&headers, b"<Error/>"), None);
        headers.insert(HEADER, "us-west-2".parse().unwrap());
        assert_eq!(bucket_region(&headers, b"<Region>eu-west-1</Region>").as_deref(), Some("us-west-2"));
        headers.insert(HEADER, "evil.example.com/".parse().unwrap());
        assert_eq!(bucket_region(&headers, b""), None);
    }

    #[test]
    fn remembers() {
        let regions = BucketRegions::default();
        assert_eq!(regions.get("b"), None);
        regions.remember("b", "eu-west-1");
        assert_eq!(regions.get("b").as_deref(), Some("eu-west-1"));
    }
}
