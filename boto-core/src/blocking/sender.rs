//! A body to send out of a [`std::io::Read`].

use crate::{
    body::ByteStream,
    tasks::{self, Blocking},
    Error, ErrorKind, Result,
};
use bytes::Bytes;
use futures_core::Stream;
use std::{
    future::Future,
    io::Read,
    pin::Pin,
    task::{Context, Poll},
};

/// Bytes per read, as for files.
const CHUNK: u64 = 256 << 10;

impl ByteStream {
    /// A body out of a [`std::io::Read`]; `length` is the number of bytes where it is known. It is read on a thread that
    /// may block, and once, so a call that carries it cannot be retried after the first byte.
    pub fn from_read(reader: impl Read + Send + 'static, length: Option<u64>) -> ByteStream {
        ByteStream::from_stream(Reading::Idle(Box::new(reader)), length)
    }
}

type Source = Box<dyn Read + Send>;

enum Reading {
    Idle(Source),
    Busy(Blocking<Result<(Source, Bytes)>>),
    Done,
}

fn start(mut source: Source) -> Result<Reading> {
    let runtime = tokio::runtime::Handle::try_current()
        .map_err(|_| Error::new(ErrorKind::Usage, "sending what is read needs a tokio runtime, or a blocking call"))?;
    Ok(Reading::Busy(tasks::blocking(&runtime, move || {
        let mut buffer = Vec::new();
        Read::take(&mut source as &mut dyn Read, CHUNK).read_to_end(&mut buffer).map_err(failed)?;
        Ok((source, buffer.into()))
    })))
}

fn failed(error: std::io::Error) -> Error {
    Error::new(ErrorKind::Stream, format!("cannot read the body: {error}"))
}

impl Stream for Reading {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match std::mem::replace(&mut *self, Reading::Done) {
                Reading::Done => return Poll::Ready(None),
                Reading::Idle(source) => match start(source) {
                    Ok(busy) => *self = busy,
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                Reading::Busy(mut work) => {
                    let Poll::Ready(read) = Pin::new(&mut work).poll(context) else {
                        *self = Reading::Busy(work);
                        return Poll::Pending;
                    };
                    let panicked = |_| Err(Error::new(ErrorKind::Stream, "the reader of the body panicked"));
                    let (source, chunk) = match read.unwrap_or_else(panicked) {
                        Ok(read) => read,
                        Err(error) => return Poll::Ready(Some(Err(error))),
                    };
                    if chunk.is_empty() {
                        return Poll::Ready(None);
                    }
                    *self = Reading::Idle(source);
                    return Poll::Ready(Some(Ok(chunk)));
                }
            }
        }
    }
}
