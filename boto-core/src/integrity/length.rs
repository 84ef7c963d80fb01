//! Bodies whose length nobody has said, for services that must be told.
//!
//! S3 refuses what comes without `Content-Length` and, in `aws-chunked` bodies, without `x-amz-decoded-content-length`
//! (`MissingContentLength`, <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>); botocore sends such
//! requests and leaves the refusal to S3.

use crate::{body::ByteStream, http::Request, Error, ErrorKind, Result};
use ::http::header;
use boto_model::{Kind, Operation, Service};
use bytes::Bytes;
use std::future::poll_fn;

/// How much of a body is held in memory to learn its length: as much as an upload sends in one piece.
const HELD: usize = 8 << 20;

/// Learns the length of the request's body, if the operation needs it and nobody has said it. What fits into 8 MiB
/// is then in memory and can be sent again, too; what is longer is read twice, if it can be, and else is an
/// [`ErrorKind::Usage`] error.
pub(super) async fn learn(service: &Service, operation: &Operation, request: &mut Request) -> Result<()> {
    let told = request.body.length().is_some() || request.headers.contains_key(header::CONTENT_LENGTH);
    if told || !is_needed(service, operation) {
        return Ok(());
    }
    let body = std::mem::take(&mut request.body);
    let mut stream = body.open()?;
    let (mut held, mut length) = (Vec::new(), 0u64);
    while let Some(chunk) = poll_fn(|context| stream.as_mut().poll_next(context)).await {
        let chunk = chunk?;
        length += chunk.len() as u64;
        if length <= HELD as u64 {
            held.push(chunk);
        } else if body.can_replay() {
            held.clear();
        } else {
            let message = "the body is longer than 8 MiB and of unknown length, which the service does not take";
            return Err(Error::new(ErrorKind::Usage, message).with_hint(
                "give its length to `ByteStream`, or as the member `ContentLength`; `upload` of resources and \
                 `Transfer` sends a body of any length in parts",
            ));
        }
    }
    request.body = match length <= HELD as u64 {
        true => joined(held, length as usize).into(),
        false => ByteStream::replayable(move || body.open().unwrap_or_else(super::chunked::failed), Some(length)),
    };
    Ok(())
}

/// Whether the body is one blob whose length has to be told.
fn is_needed(service: &Service, operation: &Operation) -> bool {
    match super::decide::payload(service, operation) {
        Some(Kind::Blob { requires_length, .. }) => *requires_length || operation.checksum.is_some(),
        _ => false,
    }
}

fn joined(mut chunks: Vec<Bytes>, length: usize) -> Bytes {
    if chunks.len() == 1 {
        return chunks.remove(0);
    }
    let mut whole = Vec::with_capacity(length);
    chunks.iter().for_each(|chunk| whole.extend_from_slice(chunk));
    whole.into()
}
