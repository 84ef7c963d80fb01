//! Uploads.

use super::{
    job::Job,
    parts::{checksums, part_size, ranges, Multipart},
    Transferred,
};
use crate::{body::ByteStream, value::Value, Result};
use bytes::Bytes;
use futures_core::Stream;
use std::{future::poll_fn, path::PathBuf, pin::Pin, sync::Arc};

/// The operations it may take, the one for small objects first.
pub(super) const OPERATIONS: &[&str] =
    &["PutObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "AbortMultipartUpload"];

/// What is uploaded, part by part.
enum Source {
    File(PathBuf, u64),
    Bytes(Bytes),
    Stream { body: ByteStream, rest: Vec<Bytes>, over: bool },
}

/// Uploads a file.
#[inline]
pub(super) async fn file(job: Arc<Job>, path: PathBuf) -> Result<Transferred> {
    let contents = ByteStream::from_path(&path)?;
    let Some(length) = contents.length() else {
        return body(job, contents).await;
    };
    job.expect(length);
    match length < job.settings.threshold {
        true => whole(&job, contents, length).await,
        false => in_parts(&job, Source::File(path, length), Some(length)).await,
    }
}

/// Uploads a body.
#[inline]
pub(super) async fn body(job: Arc<Job>, body: ByteStream) -> Result<Transferred> {
    let length = body.length();
    if let Some(length) = length {
        job.expect(length);
    }
    if let Some(bytes) = body.bytes() {
        let length = bytes.len() as u64;
        return match length < job.settings.threshold {
            true => whole(&job, body, length).await,
            false => in_parts(&job, Source::Bytes(bytes.clone()), Some(length)).await,
        };
    }
    // What is small is held in memory: it can be sent again then, and who says no length may be small as well.
    let threshold = job.settings.threshold;
    let mut source = Source::Stream { body, rest: Vec::new(), over: false };
    if length.is_none_or(|length| length < threshold) {
        let mut first = source.take(threshold).await?;
        let size = first.iter().map(|chunk| chunk.len() as u64).sum::<u64>();
        if size < threshold {
            return whole(&job, joined(first).into(), size).await;
        }
        if let Source::Stream { rest, .. } = &mut source {
            first.append(rest);
            *rest = first;
        }
    }
    in_parts(&job, source, length).await
}

/// Everything in one request.
#[inline]
async fn whole(job: &Job, body: ByteStream, length: u64) -> Result<Transferred> {
    let output = job.call("PutObject").param("Body", Value::Stream(body)).await?;
    job.more(length);
    Ok(Transferred { bytes: length, parts: 0, output })
}

#[inline]
async fn in_parts(job: &Arc<Job>, source: Source, length: Option<u64>) -> Result<Transferred> {
    let size = part_size(job.settings.part_size, length)?;
    let told = checksums(job).await?;
    let mut multipart = Multipart::begin(job, job.call("CreateMultipartUpload"), told).await?;
    match send(job, &mut multipart, source, size).await {
        Ok((output, parts)) => Ok(Transferred { bytes: job.done(), parts, output }),
        Err(error) => Err(multipart.abort(error).await),
    }
}

#[inline]
async fn send(job: &Job, multipart: &mut Multipart, mut source: Source, size: u64) -> Result<(Value, u32)> {
    let part = |body: ByteStream| job.call("UploadPart").param("Body", Value::Stream(body));
    match &mut source {
        Source::File(path, length) => {
            for range in ranges(*length, size) {
                let bytes = range.end - range.start;
                multipart.send(part(ByteStream::from_path_range(&*path, range.start, bytes)), bytes).await?;
            }
        }
        Source::Bytes(all) => {
            for range in ranges(all.len() as u64, size) {
                // They lie within what is in memory.
                let bytes = all.slice(range.start as usize..range.end as usize);
                let length = bytes.len() as u64;
                multipart.send(part(bytes.into()), length).await?;
            }
        }
        Source::Stream { .. } => loop {
            let bytes = joined(source.take(size).await?);
            if bytes.is_empty() {
                break;
            }
            let length = bytes.len() as u64;
            multipart.send(part(bytes.into()), length).await?;
        },
    }
    multipart.complete().await
}

impl Source {
    /// The next bytes of what streams: that many, or fewer at the end.
    #[inline]
    async fn take(&mut self, wanted: u64) -> Result<Vec<Bytes>> {
        let Source::Stream { body, rest, over } = self else { return Ok(Vec::new()) };
        let mut taken = Vec::new();
        let mut open = wanted;
        let mut held = std::mem::take(rest).into_iter();
        while open > 0 {
            let next = match held.next() {
                Some(chunk) => Some(chunk),
                None if *over => None,
                None => poll_fn(|context| Pin::new(&mut *body).poll_next(context)).await.transpose()?,
            };
            let Some(mut chunk) = next else {
                *over = true;
                break;
            };
            if chunk.len() as u64 > open {
                // It is longer than `open`, which therefore fits.
                rest.push(chunk.split_off(open as usize));
            }
            open -= chunk.len() as u64;
            taken.push(chunk);
        }
        rest.extend(held);
        Ok(taken)
    }
}

#[inline]
fn joined(mut chunks: Vec<Bytes>) -> Bytes {
    match chunks.len() {
        0 => Bytes::new(),
        1 => chunks.swap_remove(0),
        _ => chunks.concat().into(),
    }
}
