//! What S3's inputs need before they are encoded.

use super::super::Input;
use crate::{
    arn::Arn,
    codec::text::{base64, percent},
    field::View,
    integrity,
    value::Object,
    Error, ErrorKind, Result, Value,
};

/// A bucket is 1 to 255 letters, digits, dots, hyphens and underscores, or the ARN of an access point.
pub fn bucket_name(input: &mut Input<'_>) -> Result<()> {
    match input.record.text("Bucket") {
        Some(bucket) if !is_bucket(bucket) && !is_access_point(bucket) => Err(Error::new(
            ErrorKind::Validation,
            format!(
                "Bucket: {bucket:?} is neither a bucket name (1 to 255 letters, digits, '.', '-', '_') nor the ARN of \
                 an access point"
            ),
        )),
        _ => Ok(()),
    }
}

fn is_bucket(name: &str) -> bool {
    (1..=255).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b))
}

/// Whether this is the ARN of an access point of S3, Object Lambda or Outposts.
fn is_access_point(text: &str) -> bool {
    let Ok(arn) = Arn::parse(text) else { return false };
    let region = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let plain = text.starts_with("arn:aws")
        && arn.region.bytes().all(region)
        && arn.account.len() == 12
        && arn.account.bytes().all(|b| b.is_ascii_digit());
    let name = |text: &str, dots: bool| {
        (1..=63).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || (dots && b == b'.'))
    };
    let parts: Vec<&str> = arn.resource.split(['/', ':']).collect();
    plain
        && match (arn.service, &parts[..]) {
            ("s3" | "s3-object-lambda", ["accesspoint", point]) => name(point, true),
            ("s3-outposts", ["outpost", outpost, "accesspoint", point]) => {
                !arn.region.is_empty() && name(outpost, false) && name(point, false)
            }
            _ => false,
        }
}

/// `SSECustomerKey` in base64, with its MD5; a caller who gives the MD5 has done both.
pub fn sse_key(input: &mut Input<'_>) -> Result<()> {
    customer_key(input, "SSECustomerKey", "SSECustomerKeyMD5")
}

/// `CopySourceSSECustomerKey` likewise.
pub fn copy_source_sse_key(input: &mut Input<'_>) -> Result<()> {
    customer_key(input, "CopySourceSSECustomerKey", "CopySourceSSECustomerKeyMD5")
}

fn customer_key(input: &mut Input<'_>, key: &str, md5: &str) -> Result<()> {
    let bytes = match input.record.view(key) {
        View::Str(text) => text.as_bytes(),
        View::Blob(bytes) => bytes,
        _ => return Ok(()),
    };
    if input.record.view(md5).is_absent() {
        let (encoded, digest) = (base64(bytes), base64(&integrity::md5(bytes)));
        input.record.set(key, Value::String(encoded));
        input.record.set(md5, Value::String(digest));
    }
    Ok(())
}

/// `CopySource` percent-encoded: `bucket/key?versionId=v`, or (untyped) `{"Bucket", "Key", "VersionId"}`.
pub fn copy_source(input: &mut Input<'_>) -> Result<()> {
    let encoded = match input.record.view("CopySource") {
        View::Str(text) => {
            let (path, version) = text.split_at(version_suffix(text).unwrap_or(text.len()));
            percent(path, true) + version
        }
        View::Object(parts) => copy_source_of(parts)?,
        _ => return Ok(()),
    };
    input.record.set("CopySource", Value::String(encoded));
    Ok(())
}

fn copy_source_of(parts: &Object) -> Result<String> {
    let text = |name: &str| match parts.0.get(name) {
        Some(Value::String(text)) => Ok(text.as_str()),
        Some(_) => Err(Error::new(ErrorKind::Validation, format!("CopySource.{name}: wants a string"))),
        None => Err(Error::new(ErrorKind::Validation, format!("CopySource.{name}: required"))),
    };
    let (bucket, key) = (text("Bucket")?, text("Key")?);
    let middle = if is_access_point(bucket) { "/object/" } else { "/" };
    let mut encoded = percent(&[bucket, middle, key].concat(), true);
    if !matches!(parts.0.get("VersionId"), None | Some(Value::Null)) {
        encoded.push_str("?versionId=");
        encoded.push_str(text("VersionId")?);
    }
    Ok(encoded)
}

/// Where `?versionId=…` begins, if nothing but an id follows.
fn version_suffix(text: &str) -> Option<usize> {
    const MARK: &str = "?versionId=";
    let id = |at: usize| &text[at + MARK.len()..];
    text.match_indices(MARK).map(|(at, _)| at).find(|at| !id(*at).is_empty() && !id(*at).contains(char::is_whitespace))
}

/// Refuses metadata that is not ASCII, naming the entry.
pub fn ascii_metadata(input: &mut Input<'_>) -> Result<()> {
    let ascii = |(key, value): &(&str, &dyn crate::field::Field)| {
        key.is_ascii() && !matches!(value.view(), View::Str(text) if !text.is_ascii())
    };
    match input.record.view("Metadata").map().and_then(|map| map.iter().find(|entry| !ascii(entry))) {
        Some((key, _)) => {
            let message = format!("Metadata[{key:?}]: S3 metadata can only contain ASCII characters");
            Err(Error::new(ErrorKind::Validation, message))
        }
        None => Ok(()),
    }
}

/// Asks for url-encoded keys, and remembers to decode them.
pub fn encoding_type(input: &mut Input<'_>) -> Result<()> {
    if input.record.view("EncodingType").is_absent() {
        input.record.set("EncodingType", Value::String("url".to_owned()));
        input.notes.encoding_type_added = true;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{object, text, Case};
    use super::*;

    #[test]
    fn bucket_name() {
        let case = Case::new(["Bucket"]);
        let check = |bucket: &str| super::bucket_name(&mut case.input(&object([("Bucket", bucket)])));
        let long = "a".repeat(255);
        for good in [
            "my.bucket_NAME-1",
            &long,
            "arn:aws:s3:us-west-2:123456789012:accesspoint:my.point",
            "arn:aws-cn:s3-object-lambda::123456789012:accesspoint/point",
            "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/point",
        ] {
            assert!(check(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "a/b",
            "bücket",
            "bucket\n",
            &(long.clone() + "a"),
            "arn:aws:s3:us-west-2:123456789012:bucket:name",
            "arn:aws:s3:us-west-2:1234:accesspoint:point",
            "arn:aws:s3-outposts::123456789012:outpost/op-1/accesspoint/point",
        ] {
            assert!(check(bad).unwrap_err().to_string().contains("Bucket: "), "{bad}");
        }
    }

    #[test]
    fn sse_key() {
        let case = Case::new(["SSECustomerKey", "SSECustomerKeyMD5"]);
        let mut given = object([("SSECustomerKey", "bar")]);
        for key in [text("bar"), Value::Blob("bar".into())] {
            given.0.insert("SSECustomerKey".into(), key);
            let mut input = case.input(&given);
            super::sse_key(&mut input).unwrap();
            assert_eq!(input.record.text("SSECustomerKey"), Some("YmFy"));
            assert_eq!(input.record.text("SSECustomerKeyMD5"), Some("N7UdGUp1E+RbVvZSTy1R8g=="));
        }
        given.0.insert("SSECustomerKeyMD5".to_owned(), text("own"));
        let mut input = case.input(&given);
        super::sse_key(&mut input).unwrap();
        assert!(!input.record.is_changed());
    }

    #[test]
    fn copy_source_sse_key() {
        let case = Case::new(["CopySourceSSECustomerKey", "CopySourceSSECustomerKeyMD5"]);
        let given = object([("CopySourceSSECustomerKey", "bar")]);
        let mut input = case.input(&given);
        super::copy_source_sse_key(&mut input).unwrap();
        assert_eq!(input.record.text("CopySourceSSECustomerKeyMD5"), Some("N7UdGUp1E+RbVvZSTy1R8g=="));
    }

    #[test]
    fn copy_source() {
        let case = Case::new(["CopySource"]);
        let run = |source: Value| {
            let mut given = object([]);
            given.0.insert("CopySource".into(), source);
            let mut input = case.input(&given);
            super::copy_source(&mut input).map(|()| input.record.text("CopySource").unwrap().to_owned())
        };
        for (source, expected) in [
            ("/foo/bar+baz", "/foo/bar%2Bbaz"),
            ("foo/key?versionId=qwerty", "foo/key?versionId=qwerty"),
            ("foo/key?versionId", "foo/key%3FversionId"),
            ("foo/a?versionId=a b?versionId=c", "foo/a%3FversionId%3Da%20b?versionId=c"),
            ("foo/☃", "foo/%E2%98%83"),
        ] {
            assert_eq!(run(text(source)).unwrap(), expected);
        }
        let dict = |entries: &[(&'static str, &'static str)]| Value::Map(object(entries.iter().copied()));
        let point = "arn:aws:s3:us-west-2:123456789012:accesspoint:p";
        assert_eq!(run(dict(&[("Bucket", "b"), ("Key", "k+"), ("VersionId", "v")])).unwrap(), "b/k%2B?versionId=v");
        let encoded = "arn%3Aaws%3As3%3Aus-west-2%3A123456789012%3Aaccesspoint%3Ap/object/k";
        assert_eq!(run(dict(&[("Bucket", point), ("Key", "k")])).unwrap(), encoded);
        assert!(run(dict(&[("Bucket", "b")])).unwrap_err().to_string().contains("CopySource.Key: required"));
    }

    #[test]
    fn ascii_metadata() {
        let case = Case::new(["Metadata"]);
        let run = |key: &'static str, value: &'static str| {
            let mut given = object([]);
            given.0.insert("Metadata".into(), Value::Map(object([("good", "good"), (key, value)])));
            super::ascii_metadata(&mut case.input(&given))
        };
        assert!(run("key", "value").is_ok());
        assert!(run("key", "✓").unwrap_err().to_string().contains("\"key\""));
        assert!(run("kéy", "value").is_err());
    }

    #[test]
    fn encoding_type() {
        let case = Case::new(["EncodingType"]);
        let given = object([]);
        let mut input = case.input(&given);
        super::encoding_type(&mut input).unwrap();
        assert_eq!((input.record.text("EncodingType"), input.notes.encoding_type_added), (Some("url"), true));
        let given = object([("EncodingType", "url")]);
        let mut input = case.input(&given);
        super::encoding_type(&mut input).unwrap();
        assert!(!input.notes.encoding_type_added);
    }
}
