//! Bodies: bytes, or streams of them; and streams of events.

mod buffer;
mod collect;
mod file;
mod reader;
mod shared;

pub use crate::event::{EventReader, EventSource};
pub use reader::FromReader;

use crate::{BoxFuture, Error, ErrorKind, Result};
use bytes::Bytes;
use futures_core::Stream;
use shared::Shared;
use std::{
    fmt,
    path::Path,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};

/// A boxed stream of bytes.
pub type BoxStream = Pin<Box<dyn Stream<Item = Result<Bytes>> + Send>>;

/// A body that streams: bytes in memory, or a stream that can be read once (or again, if it can be replayed).
///
/// Clones share the source: of a body that can be read only once, the first clone that is read takes it all. Bodies
/// that can be replayed (bytes, files, [`ByteStream::replayable`]) give every clone all bytes.
///
/// To read it, take it as a [`Stream`] of [`Bytes`], as a [`tokio::io::AsyncRead`], or [`collect`](Self::collect) it.
#[derive(Default)]
pub struct ByteStream {
    source: Source,
    reading: Option<Box<Reading>>,
}

#[derive(Clone)]
enum Source {
    Bytes(Bytes),
    Shared(Arc<Shared>),
}

impl Default for Source {
    fn default() -> Self {
        Source::Bytes(Bytes::new())
    }
}

/// The state of a body that is being read through this very clone.
struct Reading {
    /// The mutex is never locked: it makes the stream `Sync`.
    stream: Mutex<BoxStream>,
    /// What a reader with a small buffer has not taken yet.
    rest: Bytes,
}

impl ByteStream {
    /// A body from a stream; `length` is the number of bytes where it is known. A stream that then yields fewer or
    /// more is an error when it is read. It can be read once, so a request that carries it cannot be retried after
    /// the first byte: see [`ByteStream::replayable`].
    ///
    /// Some services must be told the length; of a body for S3 whose length is not known, up to 8 MiB are read into
    /// memory to learn it, and a longer one is an [`ErrorKind::Usage`] error that names the ways out, such as uploads in
    /// parts.
    pub fn from_stream<S, B, E>(stream: S, length: Option<u64>) -> ByteStream
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        ByteStream::from_shared(Shared::once(shared::uniform(stream), length))
    }

    /// A body from a reader; `length` is the number of bytes where it is known. It can be read once.
    pub fn from_reader<R>(reader: R, length: Option<u64>) -> ByteStream
    where
        R: tokio::io::AsyncRead + Send + 'static,
    {
        ByteStream::from_shared(Shared::once(Box::pin(FromReader::new(reader)), length))
    }

    /// A body that can be read as often as needed: `open` makes the same stream anew each time.
    pub fn replayable<F, S, B, E>(open: F, length: Option<u64>) -> ByteStream
    where
        F: Fn() -> S + Send + Sync + 'static,
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        ByteStream::from_shared(Shared::replay(Box::new(move || shared::uniform(open())), length))
    }

    /// The contents of a file. The file is opened when the body is read, and again when it is replayed; its length is
    /// taken now. A pipe or a device, `/dev/stdin` say, has none and can be read once. Fails with
    /// [`ErrorKind::Stream`] if there is no such file.
    pub fn from_path(path: impl AsRef<Path>) -> Result<ByteStream> {
        let path = path.as_ref();
        Ok(match file::length(path)? {
            Some(length) => ByteStream::from_path_range(path, 0, length),
            None => {
                let stream = file::FileStream::new(path.to_path_buf(), 0, u64::MAX);
                ByteStream::from_shared(Shared::once(Box::pin(stream), None))
            }
        })
    }

    /// `length` bytes of a file from `offset` on, as for one part of a multipart upload.
    pub fn from_path_range(path: impl AsRef<Path>, offset: u64, length: u64) -> ByteStream {
        let path = path.as_ref().to_path_buf();
        let open = move || -> BoxStream { Box::pin(file::FileStream::new(path.clone(), offset, length)) };
        ByteStream::from_shared(Shared::replay(Box::new(open), Some(length)))
    }

    /// A body whose length the transport itself watches over.
    pub(crate) fn from_transport(stream: BoxStream, length: Option<u64>) -> ByteStream {
        ByteStream::from_shared(Shared::trusted(stream, length))
    }

    /// The same; where its length is not known, held to the one that was announced for it.
    pub(crate) fn held_to(self, length: u64) -> ByteStream {
        if self.length().is_some() {
            return self;
        }
        if self.can_replay() {
            return ByteStream::replayable(move || self.clone(), Some(length));
        }
        ByteStream::from_stream(self, Some(length))
    }

    fn from_shared(shared: Shared) -> ByteStream {
        ByteStream { source: Source::Shared(Arc::new(shared)), reading: None }
    }

    /// How many bytes there are in all, where that is known.
    pub fn length(&self) -> Option<u64> {
        match &self.source {
            Source::Bytes(bytes) => Some(bytes.len() as u64),
            Source::Shared(shared) => shared.length(),
        }
    }

    /// The bytes, if they are in memory.
    pub fn bytes(&self) -> Option<&Bytes> {
        match &self.source {
            Source::Bytes(bytes) => Some(bytes),
            Source::Shared(_) => None,
        }
    }

    /// Whether it can be read again from the start, as a retry must.
    pub fn can_replay(&self) -> bool {
        match &self.source {
            Source::Bytes(_) => true,
            Source::Shared(shared) => shared.can_replay(),
        }
    }

    /// Whether it can be read no more: it could be read once, and has been begun. A body that was not begun, because
    /// no connection came about, say, can still be sent.
    pub fn is_spent(&self) -> bool {
        match &self.source {
            Source::Bytes(_) => false,
            Source::Shared(shared) => shared.is_spent(),
        }
    }

    /// Starts to read from the first byte. A body that can be read only once and has been is an
    /// [`ErrorKind::Usage`] error.
    pub fn open(&self) -> Result<BoxStream> {
        match &self.source {
            Source::Bytes(bytes) => Ok(Box::pin(shared::Once(Some(bytes.clone())))),
            Source::Shared(shared) => shared.open(),
        }
    }

    /// All bytes (that have not been read yet) in one buffer. Where the length is known there is one allocation, and
    /// none if the bytes arrived in one piece.
    pub async fn collect(self) -> Result<Bytes> {
        self.collected().await
    }

    /// Boxed, so that it is compiled here and not wherever it is awaited.
    fn collected(mut self) -> BoxFuture<'static, Result<Bytes>> {
        Box::pin(async move {
            if let (Source::Bytes(bytes), None) = (&self.source, &self.reading) {
                return Ok(bytes.clone());
            }
            let length = self.length();
            let reading = self.reading()?;
            let rest = std::mem::take(&mut reading.rest);
            collect::collect(reading.stream(), rest, length).await
        })
    }

    /// Appends all bytes (that have not been read yet) to `buffer`, and says how many they were. `collect` gets new
    /// memory for every body; this is for who reads one after the other and wants to allocate once.
    ///
    /// Room for the whole is made at once where the length is known and `buffer` has less; of more than 128 MiB, as it
    /// comes.
    ///
    /// # Errors
    /// Those of the body, a wrong checksum among them. Then, and where the future is dropped halfway, `buffer` holds what
    /// it held before, so the next attempt may go into it.
    ///
    /// ```
    /// # async fn example(bodies: Vec<boto_core::ByteStream>) -> boto_core::Result<()> {
    /// let mut buffer = Vec::new();
    /// for body in bodies {
    ///     buffer.clear();
    ///     body.collect_into(&mut buffer).await?;
    ///     println!("{} bytes", buffer.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn collect_into(mut self, buffer: &mut Vec<u8>) -> Result<usize> {
        let length = self.length();
        let reading = self.reading()?;
        let rest = std::mem::take(&mut reading.rest);
        collect::collect_into(reading.stream(), rest, length, buffer).await
    }

    /// This as an [`AsyncRead`](tokio::io::AsyncRead) and [`AsyncBufRead`](tokio::io::AsyncBufRead).
    pub fn into_reader(self) -> impl tokio::io::AsyncBufRead + Send + Sync + Unpin {
        self
    }

    fn reading(&mut self) -> Result<&mut Reading> {
        if self.reading.is_none() {
            let stream = Mutex::new(self.open()?);
            self.reading = Some(Box::new(Reading { stream, rest: Bytes::new() }));
        }
        self.reading.as_deref_mut().ok_or_else(|| Error::new(ErrorKind::Stream, "body is not open"))
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        let reading = match self.reading() {
            Ok(reading) => reading,
            Err(error) => {
                // A stream must end after its error.
                self.reading =
                    Some(Box::new(Reading { stream: Mutex::new(Box::pin(shared::Once(None))), rest: Bytes::new() }));
                return Poll::Ready(Some(Err(error)));
            }
        };
        if !reading.rest.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut reading.rest))));
        }
        reading.stream().as_mut().poll_next(context)
    }
}

impl Reading {
    fn stream(&mut self) -> &mut BoxStream {
        self.stream.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_chunk(context)
    }
}

impl Clone for ByteStream {
    /// Shares the source; the clone begins at the start.
    fn clone(&self) -> Self {
        ByteStream { source: self.source.clone(), reading: None }
    }
}

impl fmt::Debug for ByteStream {
    /// The length, never the content.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length() {
            Some(length) => write!(f, "ByteStream({length} bytes)"),
            None => f.write_str("ByteStream(length unknown)"),
        }
    }
}

impl From<Bytes> for ByteStream {
    fn from(bytes: Bytes) -> Self {
        ByteStream { source: Source::Bytes(bytes), reading: None }
    }
}

macro_rules! from {
    ($($type:ty),*) => {$(
        impl From<$type> for ByteStream {
            fn from(body: $type) -> Self {
                ByteStream::from(Bytes::from(body))
            }
        }
    )*};
}
from!(Vec<u8>, String, &'static str, &'static [u8]);

#[cfg(test)]
mod tests;
