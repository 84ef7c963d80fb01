//! Between streams of chunks and readers.

use super::{shared::own, ByteStream};
use crate::Result;
use bytes::{Buf, Bytes, BytesMut};
use futures_core::Stream;
use std::{
    io,
    pin::Pin,
    task::{ready, Context, Poll},
};
use tokio::io::{AsyncBufRead, AsyncRead, ReadBuf};

/// Bytes per read.
const CHUNK: usize = 64 << 10;

/// A reader as a stream of chunks.
pub struct FromReader<R> {
    reader: Pin<Box<R>>,
    buffer: BytesMut,
    done: bool,
}

impl<R: AsyncRead> FromReader<R> {
    /// Wraps a reader.
    pub fn new(reader: R) -> FromReader<R> {
        FromReader { reader: Box::pin(reader), buffer: BytesMut::new(), done: false }
    }
}

impl<R: AsyncRead> Stream for FromReader<R> {
    type Item = Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if this.done {
            return Poll::Ready(None);
        }
        // Small reads share one allocation until less than an eighth of it is left.
        if this.buffer.len() < CHUNK / 8 {
            this.buffer = BytesMut::zeroed(CHUNK);
        }
        let mut target = ReadBuf::new(&mut this.buffer);
        let outcome = ready!(this.reader.as_mut().poll_read(context, &mut target));
        let filled = target.filled().len();
        match outcome {
            Ok(()) if filled > 0 => Poll::Ready(Some(Ok(this.buffer.split_to(filled).freeze()))),
            Ok(()) => {
                this.done = true;
                Poll::Ready(None)
            }
            Err(error) => {
                this.done = true;
                Poll::Ready(Some(Err(own(Box::new(error)))))
            }
        }
    }
}

impl AsyncBufRead for ByteStream {
    fn poll_fill_buf(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = self.get_mut();
        let empty = this.reading.as_ref().is_none_or(|reading| reading.rest.is_empty());
        if empty {
            loop {
                match ready!(this.poll_chunk(context)) {
                    None => return Poll::Ready(Ok(&[])),
                    Some(Err(error)) => return Poll::Ready(Err(io::Error::other(error))),
                    Some(Ok(chunk)) if chunk.is_empty() => {}
                    Some(Ok(chunk)) => {
                        if let Some(reading) = &mut this.reading {
                            reading.rest = chunk;
                        }
                        break;
                    }
                }
            }
        }
        Poll::Ready(Ok(this.reading.as_ref().map_or(&[], |reading| &reading.rest)))
    }

    fn consume(mut self: Pin<&mut Self>, amount: usize) {
        if let Some(reading) = &mut self.reading {
            reading.rest.advance(amount.min(reading.rest.len()));
        }
    }
}

impl AsyncRead for ByteStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        target: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let available = ready!(self.as_mut().poll_fill_buf(context))?;
        let amount = available.len().min(target.remaining());
        target.put_slice(&available[..amount]);
        self.consume(amount);
        Poll::Ready(Ok(()))
    }
}
