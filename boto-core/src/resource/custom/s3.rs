//! S3: transfers of buckets and objects, and what is loaded in a way of its own.

use crate::{
    body::ByteStream,
    resource::{
        transfer::{Transfer, Transferred},
        Outcome, Resource,
    },
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use bytes::Bytes;
use std::{
    io,
    path::PathBuf,
    pin::Pin,
    task::{Context, Poll},
};
use tokio::io::AsyncWrite;

/// Bucket and key of an object, or of a bucket with the key given.
#[inline]
fn place(of: &Resource, key: Option<String>) -> Result<(String, String)> {
    let text = |name: &str| of.identifier(name).and_then(Value::as_str).map(str::to_owned);
    let bucket = text("BucketName").or_else(|| text("Name"));
    match (bucket, text("Key").or(key)) {
        (Some(bucket), Some(key)) => Ok((bucket, key)),
        (bucket, _) => {
            let missing = if bucket.is_some() { "key" } else { "bucket" };
            let error = Error::new(ErrorKind::Validation, format!("to transfer an object its {missing} is needed"));
            Err(error.at(of.class().service(), of.class().name()))
        }
    }
}

fn transfer<'a>(
    of: &Resource,
    key: Option<String>,
    make: impl FnOnce(&crate::Connection, &str, &str) -> Transfer<'a>,
) -> Transfer<'a> {
    match place(of, key) {
        Ok((bucket, key)) => make(of.connection(), &bucket, &key),
        Err(flaw) => Transfer::flawed(of.connection(), flaw),
    }
}

/// Uploads a file as an object, or as an object of a bucket.
#[inline]
pub fn upload_file(of: &Resource, path: PathBuf, key: Option<String>) -> Transfer<'static> {
    transfer(of, key, |s3, bucket, key| Transfer::upload_file(s3, path, bucket, key))
}

/// Uploads a body.
#[inline]
pub fn upload(of: &Resource, body: ByteStream, key: Option<String>) -> Transfer<'static> {
    transfer(of, key, |s3, bucket, key| Transfer::upload(s3, body, bucket, key))
}

/// Downloads to a file.
#[inline]
pub fn download_file(of: &Resource, path: PathBuf, key: Option<String>) -> Transfer<'static> {
    transfer(of, key, |s3, bucket, key| Transfer::download_file(s3, bucket, key, path))
}

/// Downloads into a writer.
#[inline]
pub fn download<'a>(of: &Resource, to: Box<dyn AsyncWrite + Send + Unpin + 'a>, key: Option<String>) -> Transfer<'a> {
    transfer(of, key, |s3, bucket, key| Transfer::download(s3, bucket, key, to))
}

/// Copies an object to that one.
#[inline]
pub fn copy(of: &Resource, source: Value, key: Option<String>) -> Transfer<'static> {
    transfer(of, key, |s3, bucket, key| Transfer::copy(s3, source, bucket, key))
}

#[inline]
pub(super) async fn upload_file_action(of: Resource, mut input: Object) -> Result<Outcome> {
    let path = taken(&of, &mut input, "Filename")?;
    let key = key(&mut input);
    done(upload_file(&of, PathBuf::from(path), key), input).await
}

#[inline]
pub(super) async fn upload_action(of: Resource, mut input: Object) -> Result<Outcome> {
    let given = input.remove("Fileobj").or_else(|| input.remove("Body")).unwrap_or_default();
    let body = match given {
        Value::Stream(body) => body,
        Value::Blob(bytes) => bytes.into(),
        Value::String(text) => text.into(),
        _ => return Err(missing(&of, "Fileobj", "a body: bytes, text or a stream")),
    };
    let key = key(&mut input);
    done(upload(&of, body, key), input).await
}

#[inline]
pub(super) async fn download_file_action(of: Resource, mut input: Object) -> Result<Outcome> {
    let path = taken(&of, &mut input, "Filename")?;
    let key = key(&mut input);
    done(download_file(&of, PathBuf::from(path), key), input).await
}

/// Gives the bytes. Who has a writer takes [`Transfer::download`].
#[inline]
pub(super) async fn download_action(of: Resource, mut input: Object) -> Result<Outcome> {
    let key = key(&mut input);
    let mut bytes = Vec::new();
    set(download(&of, Box::new(Memory(&mut bytes)), key), input)?.await?;
    Ok(Outcome::Value(Value::Blob(Bytes::from(bytes))))
}

#[inline]
pub(super) async fn copy_action(of: Resource, mut input: Object) -> Result<Outcome> {
    let source = input.remove("CopySource").unwrap_or_default();
    let key = key(&mut input);
    done(copy(&of, source, key), input).await
}

#[inline]
fn key(input: &mut Object) -> Option<String> {
    match input.remove("Key") {
        Some(Value::String(key)) => Some(key),
        _ => None,
    }
}

#[inline]
fn taken(of: &Resource, input: &mut Object, name: &str) -> Result<String> {
    match input.remove(name) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(missing(of, name, "a path")),
    }
}

#[inline]
fn missing(of: &Resource, name: &str, what: &str) -> Error {
    let error = Error::new(ErrorKind::Validation, format!("{name}: {what} is wanted"));
    error.at(of.class().service(), of.class().name())
}

/// What the caller says of a transfer: boto3's `Config` and `ExtraArgs`, and members of the input.
#[inline]
fn set<'a>(mut transfer: Transfer<'a>, mut input: Object) -> Result<Transfer<'a>> {
    let mut params = Object::default();
    if let Some(Value::Map(extra)) = input.remove("ExtraArgs") {
        params = extra;
    }
    if let Some(Value::Map(config)) = input.remove("Config") {
        for (name, value) in &config.0 {
            let flaw = |what: &str| Err(Error::new(ErrorKind::Validation, format!("Config.{name}: {what}")));
            let Some(number) = value.as_i64().and_then(|number| u64::try_from(number).ok()) else {
                return flaw("a number is wanted");
            };
            transfer = match name.as_str() {
                "multipart_threshold" => transfer.threshold(number),
                "multipart_chunksize" => transfer.part_size(number),
                "max_concurrency" => transfer.at_once(usize::try_from(number).unwrap_or(usize::MAX)),
                _ => return flaw("there are multipart_threshold, multipart_chunksize and max_concurrency"),
            };
        }
    }
    params.0.extend(input.0);
    Ok(transfer.with_params(params))
}

#[inline]
async fn done(transfer: Transfer<'_>, input: Object) -> Result<Outcome> {
    let Transferred { output, .. } = set(transfer, input)?.await?;
    Ok(Outcome::Value(output))
}

/// Writes into memory.
struct Memory<'a>(&'a mut Vec<u8>);

impl AsyncWrite for Memory<'_> {
    #[inline]
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.0.extend_from_slice(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    #[inline]
    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    #[inline]
    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// What is known of a bucket is known from the list of all. One that does not stand there may exist all the same, and
/// belong to another account; and who may use a bucket need not be allowed to list all: then nothing is known.
pub(super) fn listed_bucket(bucket: &Resource, answer: Result<Value>) -> Result<Value> {
    let buckets = match answer {
        Err(error) if error.code() == Some("AccessDenied") => Value::Null,
        answer => answer?,
    };
    let name = bucket.identifier("Name");
    let found = buckets.as_list().iter().find(|listed| listed.get("Name") == name);
    Ok(found.cloned().unwrap_or_else(|| Value::Map(Object::default())))
}

/// What lists call `Size` is the length of the content for whoever asks for one object.
pub(super) fn summary(answer: Value) -> Value {
    match answer {
        Value::Map(mut members) => {
            if let Some(length) = members.remove("ContentLength") {
                members["Size"] = length;
            }
            Value::Map(members)
        }
        other => other,
    }
}
