//! Collecting a body into one buffer.

use super::BoxStream;
use crate::{Error, ErrorKind, Result};
use bytes::Bytes;
use std::{future::poll_fn, task::Poll};

/// The most that is allocated on the word of a `Content-Length` alone; beyond, the buffer grows with what has really
/// arrived.
const TRUSTED: u64 = 128 << 20;

/// `rest` and what `stream` yields, in one buffer. `length` is the length of the whole, where it is known.
pub(super) async fn collect(stream: &mut BoxStream, rest: Bytes, length: Option<u64>) -> Result<Bytes> {
    let mut only = rest;
    while only.is_empty() {
        match next(stream).await {
            None => return Ok(only),
            Some(chunk) => only = chunk?,
        }
    }
    let Some(second) = next(stream).await else {
        return Ok(only); // one piece: no copy
    };
    let mut buffer = Vec::new();
    let wanted = length.map_or(0, |l| l.min(TRUSTED) as usize);
    append(&mut buffer, &only, wanted)?;
    drop(only);
    append(&mut buffer, &second?, 0)?;
    while let Some(chunk) = next(stream).await {
        append(&mut buffer, &chunk?, 0)?;
    }
    Ok(Bytes::from(buffer))
}

async fn next(stream: &mut BoxStream) -> Option<Result<Bytes>> {
    poll_fn(|context| match stream.as_mut().poll_next(context) {
        Poll::Ready(Some(Ok(chunk))) if chunk.is_empty() => {
            context.waker().wake_by_ref();
            Poll::Pending
        }
        other => other,
    })
    .await
}

/// Appends without ever aborting the process when memory is short.
fn append(buffer: &mut Vec<u8>, chunk: &[u8], wanted: usize) -> Result<()> {
    let reserved = if wanted > 0 { buffer.try_reserve_exact(wanted.max(chunk.len())) } else { Ok(()) };
    if reserved.and_then(|()| buffer.try_reserve(chunk.len())).is_err() {
        let size = (buffer.len() + chunk.len()).max(wanted);
        return Err(Error::new(ErrorKind::Stream, format!("no memory to collect a body of {size} bytes"))
            .with_hint("read it as a stream instead"));
    }
    buffer.extend_from_slice(chunk);
    Ok(())
}
