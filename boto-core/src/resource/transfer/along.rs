//! What S3 takes along by itself only where an object is copied in one request, and boto3 in parts too if it is told to:
//! tags and annotations. Like there, both go to the copy when it is whole.

use super::job::Job;
use crate::{
    call::{Call, UntypedCall},
    connection::Connection,
    feature::Feature,
    lookup,
    value::{Object, Value},
    Error, Result,
};
use percent_encoding::percent_decode_str;

/// What the caller wants to have taken along.
pub(super) struct Along {
    tags: Option<Tags>,
    annotations: bool,
}

enum Tags {
    /// Those of the source.
    Same,
    /// These.
    These(Value),
}

/// Where the copy comes from.
pub(super) struct From<'a> {
    pub(super) connection: &'a Connection,
    /// Bucket and key, and what else is said of the source.
    pub(super) place: &'a Object,
}

impl Along {
    /// What the directives say; an error if the connection's tables lack what it takes.
    #[inline]
    pub(super) fn of(job: &Job) -> Result<Along> {
        let tags = match job.param("TaggingDirective").as_str() {
            Some("COPY") => Some(Tags::Same),
            Some("REPLACE") => Some(Tags::These(tags(job.param("Tagging").as_str().unwrap_or_default()))),
            _ => None,
        };
        let along = Along { tags, annotations: job.param("AnnotationDirective").as_str() == Some("COPY") };
        let tagging = ["GetObjectTagging", "PutObjectTagging"].into_iter().filter(|_| along.tags.is_some());
        let annotations = ["ListObjectAnnotations", "GetObjectAnnotation", "PutObjectAnnotation"];
        for operation in tagging.chain(annotations.into_iter().filter(|_| along.annotations)) {
            lookup::operation(job.connection.service(), operation)?;
        }
        Ok(along)
    }

    /// Gives it to the copy that `done` tells of.
    #[inline]
    pub(super) async fn give(&self, job: &Job, from: From<'_>, done: &Value) -> Result<()> {
        let given = match &self.tags {
            Some(wanted) => give_tags(job, &from, wanted, done).await,
            None => Ok(()),
        };
        given.map_err(|error| but("its tags are not", error))?;
        match self.annotations {
            true => {
                give_annotations(job, &from, done).await.map_err(|error| but("not all of its annotations are", error))
            }
            false => Ok(()),
        }
    }
}

#[inline]
async fn give_tags(job: &Job, from: &From<'_>, wanted: &Tags, done: &Value) -> Result<()> {
    let tags = match wanted {
        Tags::Same => from.ask("GetObjectTagging").await?["TagSet"].take(),
        Tags::These(tags) => tags.clone(),
    };
    if tags.as_list().is_empty() {
        return Ok(());
    }
    let call = to(job, "PutObjectTagging", done).param("Tagging", Value::from([("TagSet", tags)]));
    call.await.map(drop)
}

/// Goes on after one that fails, and tells of all that did.
#[inline]
async fn give_annotations(job: &Job, from: &From<'_>, done: &Value) -> Result<()> {
    let mut failed: Option<(Error, Vec<String>)> = None;
    let mut next = Value::Null;
    loop {
        let page = from.ask("ListObjectAnnotations").param("ContinuationToken", next.clone()).await?;
        for name in page["Annotations"].as_list().iter().map(|one| &one["AnnotationName"]) {
            if let Err(error) = give_annotation(job, from, name, done).await {
                let told = name.as_str().unwrap_or_default().to_owned();
                failed.get_or_insert_with(|| (error, Vec::new())).1.push(told);
            }
        }
        let token = &page["NextContinuationToken"];
        if token.is_null() || *token == next {
            break;
        }
        next = token.clone();
    }
    match failed {
        None => Ok(()),
        Some((error, names)) => {
            let message = format!("{} ({})", error.message(), names.join(", "));
            Err(error.with_message(message))
        }
    }
}

#[inline]
async fn give_annotation(job: &Job, from: &From<'_>, name: &Value, done: &Value) -> Result<()> {
    let mut found = from.ask("GetObjectAnnotation").param("AnnotationName", name.clone()).await?;
    let payload = match found["AnnotationPayload"].take() {
        Value::Stream(body) => Value::Blob(body.collect().await?),
        other => other,
    };
    let call = to(job, "PutObjectAnnotation", done).param("AnnotationName", name.clone());
    let call = call.param("AnnotationPayload", payload).param("ObjectIfMatch", done["ETag"].clone());
    call.await.map(drop)
}

impl From<'_> {
    #[inline]
    fn ask(&self, operation: &'static str) -> UntypedCall {
        let names = ["Bucket", "Key", "VersionId", "RequestPayer", "ExpectedBucketOwner"];
        let known = names.iter().filter_map(|name| Some(((*name).to_owned(), self.place.get(name)?.clone())));
        Call::new(self.connection, operation, known.collect::<Object>()).making_use_of(Feature::S3Transfer)
    }
}

/// A call about the version of the copy that was made.
#[inline]
fn to(job: &Job, operation: &'static str, done: &Value) -> UntypedCall {
    let call = job.call_with(operation, &["ChecksumAlgorithm", "ExpectedBucketOwner", "RequestPayer"]);
    match &done["VersionId"] {
        Value::Null => call,
        version => call.param("VersionId", version.clone()),
    }
}

#[inline]
fn but(what: &str, error: Error) -> Error {
    let message = format!("the object is copied, {what}: {}", error.message());
    error.with_message(message)
}

/// Tags as they are written in a header: `name=value&…`, as in a query.
#[inline]
fn tags(text: &str) -> Value {
    let plain =
        |text: &str| -> Value { percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned().into() };
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let tag = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Value::from([("Key", plain(name)), ("Value", plain(value))])
    };
    pairs.map(tag).collect()
}
