//! The source that all clones of a body share.

use super::BoxStream;
use crate::{Error, ErrorKind, Result};
use bytes::Bytes;
use futures_core::Stream;
use std::{
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{Context, Poll},
};

/// A source of bytes other than memory.
pub(super) struct Shared {
    origin: Origin,
    length: Option<u64>,
    /// Nobody else holds the stream to its length.
    check: bool,
}

enum Origin {
    /// Taken by whoever reads first.
    Once(Mutex<Option<BoxStream>>),
    /// Made anew for every reader.
    Replay(Box<dyn Fn() -> BoxStream + Send + Sync>),
}

impl Shared {
    pub(super) fn once(stream: BoxStream, length: Option<u64>) -> Shared {
        Shared { origin: Origin::Once(Mutex::new(Some(stream))), length, check: true }
    }

    pub(super) fn trusted(stream: BoxStream, length: Option<u64>) -> Shared {
        Shared { check: false, ..Shared::once(stream, length) }
    }

    pub(super) fn replay(open: Box<dyn Fn() -> BoxStream + Send + Sync>, length: Option<u64>) -> Shared {
        Shared { origin: Origin::Replay(open), length, check: true }
    }

    pub(super) fn length(&self) -> Option<u64> {
        self.length
    }

    pub(super) fn can_replay(&self) -> bool {
        matches!(self.origin, Origin::Replay(_))
    }

    pub(super) fn is_spent(&self) -> bool {
        match &self.origin {
            Origin::Replay(_) => false,
            Origin::Once(cell) => cell.lock().unwrap_or_else(PoisonError::into_inner).is_none(),
        }
    }

    pub(super) fn open(&self) -> Result<BoxStream> {
        let stream = match &self.origin {
            Origin::Replay(open) => open(),
            Origin::Once(cell) => {
                cell.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or_else(already_read)?
            }
        };
        Ok(match self.length {
            Some(length) if self.check => Box::pin(Counted { stream, length, seen: 0, done: false }),
            _ => stream,
        })
    }
}

fn already_read() -> Error {
    Error::new(ErrorKind::Usage, "this body can be read only once, and it has been read already").with_hint(
        "of an answer, keep what was read first (clones of `Bytes` are cheap); for a request, make it from bytes, a \
             path or `ByteStream::replayable`",
    )
}

/// Chunks as `Bytes` and errors as ours, whatever the stream yields.
pub(super) fn uniform<S, B, E>(stream: S) -> BoxStream
where
    S: Stream<Item = Result<B, E>> + Send + 'static,
    B: Into<Bytes>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    Box::pin(Uniform(Box::pin(stream)))
}

struct Uniform<S>(Pin<Box<S>>);

impl<S, B, E> Stream for Uniform<S>
where
    S: Stream<Item = Result<B, E>>,
    B: Into<Bytes>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map(|item| item.map(|item| item.map(Into::into).map_err(|e| own(e.into()))))
    }
}

/// Our own error, unwrapped if it travelled inside another one.
pub(crate) fn own(error: Box<dyn std::error::Error + Send + Sync>) -> Error {
    let error = match error.downcast::<Error>() {
        Ok(own) => return *own,
        Err(error) => error,
    };
    match error.downcast::<std::io::Error>() {
        Ok(io) if io.get_ref().is_some_and(|inner| inner.is::<Error>()) => match io.into_inner() {
            Some(inner) => own(inner),
            None => Error::new(ErrorKind::Stream, "body failed"),
        },
        Ok(io) => Error::new(ErrorKind::Stream, format!("body failed: {io}")),
        Err(error) => Error::new(ErrorKind::Stream, format!("body failed: {error}")),
    }
}

/// One chunk, or none.
pub(super) struct Once(pub(super) Option<Bytes>);

impl Stream for Once {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().filter(|bytes| !bytes.is_empty()).map(Ok))
    }
}

/// Holds a stream to the length it was announced with: what follows on the wire depends on it.
struct Counted {
    stream: BoxStream,
    length: u64,
    seen: u64,
    done: bool,
}

impl Stream for Counted {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.done {
            return Poll::Ready(None);
        }
        let item = match self.stream.as_mut().poll_next(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(item) => item,
        };
        let outcome = match item {
            Some(Ok(chunk)) => {
                self.seen += chunk.len() as u64;
                if self.seen <= self.length {
                    return Poll::Ready(Some(Ok(chunk)));
                }
                Some(format!("body goes on after the {} bytes it was announced with", self.length))
            }
            None if self.seen < self.length => Some(format!("body ended after {} of {} bytes", self.seen, self.length)),
            None => None,
            Some(Err(error)) => {
                self.done = true;
                return Poll::Ready(Some(Err(error)));
            }
        };
        self.done = true;
        Poll::Ready(outcome.map(|message| Err(Error::new(ErrorKind::Stream, message))))
    }
}
