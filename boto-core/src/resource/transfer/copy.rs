//! Copies within S3.

use super::{
    along::{Along, From},
    job::Job,
    parts::{part_size, ranges, Multipart},
    Transferred,
};
use crate::{
    call::Call,
    connection::Connection,
    feature::Feature,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use std::sync::Arc;

/// The operations it may take, the one for small objects first.
pub(super) const OPERATIONS: &[&str] =
    &["CopyObject", "CreateMultipartUpload", "UploadPartCopy", "CompleteMultipartUpload", "AbortMultipartUpload"];

/// How parameters about the source are called where it is asked for.
const OF_SOURCE: &[(&str, &str)] = &[
    ("CopySourceIfMatch", "IfMatch"),
    ("CopySourceIfModifiedSince", "IfModifiedSince"),
    ("CopySourceIfNoneMatch", "IfNoneMatch"),
    ("CopySourceIfUnmodifiedSince", "IfUnmodifiedSince"),
    ("CopySourceSSECustomerAlgorithm", "SSECustomerAlgorithm"),
    ("CopySourceSSECustomerKey", "SSECustomerKey"),
    ("CopySourceSSECustomerKeyMD5", "SSECustomerKeyMD5"),
    ("ExpectedSourceBucketOwner", "ExpectedBucketOwner"),
    ("RequestPayer", "RequestPayer"),
];

/// What S3 itself takes along only if an object is copied in one request.
const METADATA: &[&str] =
    &["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires", "Metadata"];

/// Copies an object.
#[inline]
pub(super) async fn copy(job: Arc<Job>, source: Value, from: Option<Connection>) -> Result<Transferred> {
    let mut input = place(&source)?;
    for (theirs, name) in OF_SOURCE {
        if let Some(value) = job.params().get(theirs) {
            input[name] = value.clone();
        }
    }
    let from = from.as_ref().unwrap_or(&job.connection);
    let head = Call::<Object, Value>::new(from, "HeadObject", input.clone());
    let found = head.making_use_of(Feature::S3Transfer).await?;
    let length = found["ContentLength"].as_i64().and_then(|length| u64::try_from(length).ok()).unwrap_or(0);
    job.expect(length);
    if length < job.settings.threshold {
        let output = job.call("CopyObject").param("CopySource", source).await?;
        job.more(length);
        return Ok(Transferred { bytes: length, parts: 0, output });
    }
    let size = part_size(job.settings.part_size, Some(length))?;
    let along = Along::of(&job)?;
    let mut create = job.call("CreateMultipartUpload");
    let _ = create.input_mut().0.remove("Tagging");
    if job.param("MetadataDirective").as_str() != Some("REPLACE") {
        for name in METADATA {
            // What the caller says instead does not count without the directive, here as in one request.
            match &found[*name] {
                Value::Null => drop(create.input_mut().0.remove(name)),
                known => create = create.param(*name, known.clone()),
            }
        }
    }
    let mut multipart = Multipart::begin(&job, create, Object::default()).await?;
    match send(&job, &mut multipart, (&source, &found["ETag"]), length, size).await {
        Ok((output, parts)) => {
            along.give(&job, From { connection: from, place: &input }, &output).await?;
            Ok(Transferred { bytes: length, parts, output })
        }
        Err(error) => Err(multipart.abort(error).await),
    }
}

#[inline]
async fn send(
    job: &Job,
    multipart: &mut Multipart,
    (source, etag): (&Value, &Value),
    length: u64,
    size: u64,
) -> Result<(Value, u32)> {
    for range in ranges(length, size) {
        let mut call = job.call("UploadPartCopy").param("CopySource", source.clone());
        call = call.param("CopySourceRange", format!("bytes={}-{}", range.start, range.end - 1));
        // All parts are to be of one and the same object.
        if job.param("CopySourceIfMatch").is_null() && !etag.is_null() {
            call = call.param("CopySourceIfMatch", etag.clone());
        }
        multipart.send(call, range.end - range.start).await?;
    }
    multipart.complete().await
}

/// Bucket, key and version of a source, to ask for it.
#[inline]
fn place(source: &Value) -> Result<Object> {
    const WANTED: &str = "bucket/key, bucket/key?versionId=… or an object of Bucket and Key is wanted as a source";
    let flaw = || Error::new(ErrorKind::Validation, WANTED);
    let mut place = Object::default();
    match source {
        Value::Map(object) => {
            for name in ["Bucket", "Key", "VersionId"] {
                match object.get(name) {
                    Some(Value::String(text)) => place[name] = text.as_str().into(),
                    None | Some(Value::Null) if name == "VersionId" => {}
                    _ => return Err(flaw()),
                }
            }
        }
        Value::String(text) => {
            let text = text.strip_prefix('/').unwrap_or(text);
            let (path, version) = match text.rsplit_once("?versionId=") {
                Some((path, version)) => (path, Some(version)),
                None => (text, None),
            };
            let split = match path.split_once(":accesspoint/") {
                // arn:aws:s3:region:account:accesspoint/name/object/key
                Some(_) => path.split_once("/object/"),
                None => path.split_once('/'),
            };
            let (bucket, key) = split.ok_or_else(flaw)?;
            place["Bucket"] = bucket.into();
            place["Key"] = key.into();
            if let Some(version) = version {
                place["VersionId"] = version.into();
            }
        }
        _ => return Err(flaw()),
    }
    Ok(place)
}
