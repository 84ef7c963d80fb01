//! Collecting a body into one buffer.

use super::{
    buffer::{Buffer, TRUSTED},
    BoxStream,
};
use crate::{Error, ErrorKind, Result};
use bytes::Bytes;
use std::{future::poll_fn, task::Poll};

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
    let second = second?;
    let mut buffer = Buffer::new(length).map_err(|_| no_memory(length.unwrap_or(0) as usize))?;
    for chunk in [only, second] {
        buffer.append(&chunk).map_err(|_| no_memory(buffer.len() + chunk.len()))?;
    }
    while let Some(chunk) = next(stream).await {
        let chunk = chunk?;
        buffer.append(&chunk).map_err(|_| no_memory(buffer.len() + chunk.len()))?;
    }
    Ok(buffer.into_bytes())
}

/// The same behind what `buffer` holds; says how many bytes came.
pub(super) async fn collect_into(
    stream: &mut BoxStream,
    rest: Bytes,
    length: Option<u64>,
    buffer: &mut Vec<u8>,
) -> Result<usize> {
    let mut kept = Kept { start: buffer.len(), buffer, whole: false };
    kept.append(&rest, length.unwrap_or(0).saturating_sub(rest.len() as u64))?;
    drop(rest);
    while let Some(chunk) = next(stream).await {
        kept.append(&chunk?, 0)?;
    }
    kept.whole = true;
    Ok(kept.buffer.len() - kept.start)
}

/// A buffer of the caller's. Of a body that did not come whole, nothing stays in it: not after an error, nor where the
/// caller stopped waiting.
struct Kept<'a> {
    buffer: &'a mut Vec<u8>,
    start: usize,
    whole: bool,
}

impl Kept<'_> {
    /// Appends, with room for as many more, within reason.
    fn append(&mut self, chunk: &[u8], more: u64) -> Result<()> {
        let more = usize::try_from(more.min(TRUSTED)).unwrap_or(usize::MAX);
        let wanted = chunk.len().saturating_add(more);
        let room = if more > 0 { self.buffer.try_reserve_exact(wanted) } else { self.buffer.try_reserve(wanted) };
        room.map_err(|_| no_memory((self.buffer.len() - self.start).saturating_add(wanted)))?;
        self.buffer.extend_from_slice(chunk);
        Ok(())
    }
}

impl Drop for Kept<'_> {
    fn drop(&mut self) {
        if !self.whole {
            self.buffer.truncate(self.start);
        }
    }
}

fn no_memory(size: usize) -> Error {
    Error::new(ErrorKind::Stream, format!("no memory to collect a body of {size} bytes or more"))
        .with_hint("read it as a stream instead")
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
