//! Collecting a body into one buffer.

use super::{buffer::Buffer, BoxStream};
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
    let none = |size: usize| {
        Error::new(ErrorKind::Stream, format!("no memory to collect a body of {size} bytes or more"))
            .with_hint("read it as a stream instead")
    };
    let mut buffer = Buffer::new(length).map_err(|_| none(length.unwrap_or(0) as usize))?;
    for chunk in [only, second] {
        buffer.append(&chunk).map_err(|_| none(buffer.len() + chunk.len()))?;
    }
    while let Some(chunk) = next(stream).await {
        let chunk = chunk?;
        buffer.append(&chunk).map_err(|_| none(buffer.len() + chunk.len()))?;
    }
    Ok(buffer.into_bytes())
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
