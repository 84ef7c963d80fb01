//! [`Reader`]: a body as [`std::io::Read`].

use super::block_on;
use crate::body::ByteStream;
use bytes::{Buf, Bytes};
use futures_core::Stream;
use std::{
    future::poll_fn,
    io::{self, BufRead, Read},
    pin::Pin,
};

impl ByteStream {
    /// This as a [`std::io::Read`] and [`std::io::BufRead`] for code without an async runtime.
    pub fn reader(self) -> Reader {
        Reader { body: self, rest: Bytes::new() }
    }
}

/// A body as [`Read`] and [`BufRead`]. Errors hold the [`crate::Error`] as their source.
#[derive(Debug)]
pub struct Reader {
    body: ByteStream,
    /// What has come and was not taken yet.
    rest: Bytes,
}

impl BufRead for Reader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.rest.is_empty() {
            let next = block_on(poll_fn(|context| Pin::new(&mut self.body).poll_next(context)));
            match next.map_err(io::Error::other)? {
                Some(chunk) => self.rest = chunk.map_err(io::Error::other)?,
                None => break,
            }
        }
        Ok(&self.rest)
    }

    fn consume(&mut self, amount: usize) {
        self.rest.advance(amount.min(self.rest.len()));
    }
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let ready = self.fill_buf()?;
        let taken = ready.len().min(buffer.len());
        buffer[..taken].copy_from_slice(&ready[..taken]);
        self.consume(taken);
        Ok(taken)
    }
}
