//! `aws-chunked` bodies: chunks with their length before them, and a trailer behind the last one.
//!
//! Rules: <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html> and, for trailers,
//! `sigv4-streaming-trailers.html` beside it.

use super::{
    decide::{add_encoding, value},
    Algorithm, Checksum,
};
use crate::{
    body::{BoxStream, ByteStream},
    http::{HeaderName, HeaderValue, Request},
    Result,
};
use ::http::header;
use bytes::Bytes;
use futures_core::Stream;
use std::{
    collections::VecDeque,
    fmt::Write,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// Bytes per chunk; S3 wants 8 KiB at least.
const CHUNK: usize = 1 << 20;

/// What a signature is wanted for.
pub enum Part<'a> {
    /// A chunk; the last one is empty.
    Chunk(&'a [u8]),
    /// The trailer as it is signed: `name:value` and a line feed.
    Trailer(&'a [u8]),
}

/// Signs one part after the other and answers the signature in hex; each signature covers the one before.
pub type Signer = Box<dyn FnMut(Part<'_>) -> String + Send>;

/// Turns the body into chunks without signatures, with the checksum as trailer.
pub fn unsigned(request: &mut Request, algorithm: Option<Algorithm>) -> Result<()> {
    announce(request, algorithm)?;
    request.headers.insert(header::TRANSFER_ENCODING, HeaderValue::from_static("chunked"));
    let body = std::mem::take(&mut request.body);
    request.body = encode(&body, algorithm, None)?;
    Ok(())
}

/// Sets the headers of a chunked body, which are signed with the request.
pub fn announce(request: &mut Request, algorithm: Option<Algorithm>) -> Result<()> {
    let headers = &mut request.headers;
    add_encoding(headers, "aws-chunked")?;
    if let Some(algorithm) = algorithm {
        headers.insert(HeaderName::from_static("x-amz-trailer"), HeaderValue::from_static(algorithm.header()));
    }
    let announced = headers.remove(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse().ok());
    if let Some(announced) = announced {
        request.body = std::mem::take(&mut request.body).held_to(announced);
    }
    if let Some(length) = request.body.length() {
        headers.insert(HeaderName::from_static("x-amz-decoded-content-length"), value(&length.to_string())?);
    }
    Ok(())
}

/// Turns a body that was announced for signed chunks into plain ones, where it turns out that nobody signs.
pub fn unsign(request: &mut Request, algorithm: Option<Algorithm>) -> Result<()> {
    let headers = &mut request.headers;
    headers.insert(header::TRANSFER_ENCODING, HeaderValue::from_static("chunked"));
    let what = HeaderValue::from_static("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
    headers.insert(HeaderName::from_static("x-amz-content-sha256"), what);
    let body = std::mem::take(&mut request.body);
    request.body = encode(&body, algorithm, None)?;
    Ok(())
}

/// A body of signed chunks, for a request that is signed already. `begin` starts a chain of signatures from that of
/// the request; it is called once for every time the body is read.
pub fn signed(
    body: &ByteStream,
    algorithm: Option<Algorithm>,
    begin: impl Fn() -> Signer + Send + Sync + 'static,
) -> Result<ByteStream> {
    encode(body, algorithm, Some(Arc::new(begin)))
}

type Begin = Arc<dyn Fn() -> Signer + Send + Sync>;

fn encode(body: &ByteStream, algorithm: Option<Algorithm>, begin: Option<Begin>) -> Result<ByteStream> {
    let length = body.length().map(|l| encoded_length(l, algorithm, begin.is_some()));
    if body.can_replay() {
        let body = body.clone();
        let open = move || Encoder::new(body.open().unwrap_or_else(failed), algorithm, begin.as_deref());
        return Ok(ByteStream::replayable(open, length));
    }
    Ok(ByteStream::from_stream(Encoder::new(body.open()?, algorithm, begin.as_deref()), length))
}

/// An error to open, told as the one item of a stream.
pub(super) fn failed(error: crate::Error) -> BoxStream {
    struct Failed(Option<crate::Error>);
    impl Stream for Failed {
        type Item = Result<Bytes>;
        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(self.0.take().map(Err))
        }
    }
    Box::pin(Failed(Some(error)))
}

/// How long the chunked form of `length` bytes is.
fn encoded_length(length: u64, algorithm: Option<Algorithm>, signed: bool) -> u64 {
    let digits = |n: u64| u64::from((64 - n.leading_zeros()).div_ceil(4).max(1));
    let signature = if signed { ";chunk-signature=".len() as u64 + 64 } else { 0 };
    let chunk = |n: u64| digits(n) + signature + 2 + n + 2;
    let (full, rest) = (length / CHUNK as u64, length % CHUNK as u64);
    let mut total = full * chunk(CHUNK as u64) + if rest > 0 { chunk(rest) } else { 0 };
    total += 1 + signature + 2; // the empty chunk
    if let Some(algorithm) = algorithm {
        let base64 = Checksum::new(algorithm).base64().len();
        total += (algorithm.header().len() + 1 + base64 + 2) as u64;
        if signed {
            total += "x-amz-trailer-signature:".len() as u64 + 64 + 2;
        }
    }
    total + 2
}

struct Encoder {
    source: BoxStream,
    checksum: Option<(Algorithm, Checksum)>,
    signer: Option<Signer>,
    /// What has come in and does not make a chunk yet.
    pending: VecDeque<Bytes>,
    size: usize,
    /// What goes out next.
    ready: VecDeque<Bytes>,
    ended: bool,
}

impl Encoder {
    fn new(
        source: BoxStream,
        algorithm: Option<Algorithm>,
        begin: Option<&(dyn Fn() -> Signer + Send + Sync)>,
    ) -> Encoder {
        Encoder {
            source,
            checksum: algorithm.map(|a| (a, Checksum::new(a))),
            signer: begin.map(|begin| begin()),
            pending: VecDeque::new(),
            size: 0,
            ready: VecDeque::new(),
            ended: false,
        }
    }

    fn take(&mut self, mut bytes: Bytes) {
        if let Some((_, checksum)) = &mut self.checksum {
            checksum.update(&bytes);
        }
        while self.size + bytes.len() >= CHUNK {
            let piece = bytes.split_to(CHUNK - self.size);
            self.size += piece.len();
            self.pending.push_back(piece);
            self.chunk();
        }
        if !bytes.is_empty() {
            self.size += bytes.len();
            self.pending.push_back(bytes);
        }
    }

    /// Closes the chunk that is pending.
    fn chunk(&mut self) {
        let head = match &mut self.signer {
            None => format!("{:x}\r\n", self.size),
            Some(signer) => {
                // A signature is over one piece of memory.
                if self.pending.len() > 1 {
                    let whole: Vec<u8> = self.pending.iter().flat_map(|b| b.iter().copied()).collect();
                    self.pending = VecDeque::from([Bytes::from(whole)]);
                }
                let bytes = self.pending.front().map_or(&[][..], |b| b);
                format!("{:x};chunk-signature={}\r\n", self.size, signer(Part::Chunk(bytes)))
            }
        };
        self.ready.push_back(head.into());
        self.ready.append(&mut self.pending);
        if self.size > 0 {
            self.ready.push_back(Bytes::from_static(b"\r\n"));
        }
        self.size = 0;
    }

    /// The last chunk, the trailer and the end.
    fn end(&mut self) {
        self.ended = true;
        if self.size > 0 {
            self.chunk();
        }
        self.chunk();
        let mut tail = String::new();
        if let Some((algorithm, checksum)) = self.checksum.take() {
            let (name, sum) = (algorithm.header(), checksum.base64());
            let _ = write!(tail, "{name}:{sum}\r\n");
            if let Some(signer) = &mut self.signer {
                let signature = signer(Part::Trailer(format!("{name}:{sum}\n").as_bytes()));
                let _ = write!(tail, "x-amz-trailer-signature:{signature}\r\n");
            }
        }
        tail.push_str("\r\n");
        self.ready.push_back(tail.into());
    }
}

impl Stream for Encoder {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(bytes) = this.ready.pop_front() {
                return Poll::Ready(Some(Ok(bytes)));
            }
            if this.ended {
                return Poll::Ready(None);
            }
            match this.source.as_mut().poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(Ok(bytes))) => this.take(bytes),
                Poll::Ready(None) => this.end(),
                Poll::Ready(Some(Err(error))) => {
                    this.ended = true;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn text(body: ByteStream) -> String {
        let length = body.length();
        let bytes = body.collect().await.unwrap();
        assert_eq!(length, Some(bytes.len() as u64));
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_trailer_follows_the_chunks() {
        let body = ByteStream::from("hello world");
        let chunked = encode(&body, Some(Algorithm::Crc32), None).unwrap();
        assert!(chunked.can_replay());
        for _ in 0..2 {
            let text = text(chunked.clone()).await;
            assert_eq!(text, "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n");
        }
        let empty = text(encode(&ByteStream::default(), Some(Algorithm::Crc32), None).unwrap()).await;
        assert_eq!(empty, "0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
        assert_eq!(text(encode(&ByteStream::default(), None, None).unwrap()).await, "0\r\n\r\n");
    }

    #[tokio::test]
    async fn chunks_are_full_whatever_the_pieces() {
        let data: Vec<u8> = (0..CHUNK * 2 + 10).map(|i| b'a' + (i % 23) as u8).collect();
        let reader = ByteStream::from_reader(std::io::Cursor::new(data.clone()), Some(data.len() as u64));
        let (a, b) = (data[..CHUNK].to_vec(), data[CHUNK..2 * CHUNK].to_vec());
        let expected = [
            b"100000\r\n".to_vec(),
            a,
            b"\r\n100000\r\n".to_vec(),
            b,
            b"\r\na\r\n".to_vec(),
            data[2 * CHUNK..].to_vec(),
            b"\r\n0\r\n\r\n".to_vec(),
        ]
        .concat();
        assert!(text(encode(&reader, None, None).unwrap()).await.into_bytes() == expected);
        // And exactly at the border, the length still holds.
        let exact = text(encode(&ByteStream::from(data[..CHUNK].to_vec()), None, None).unwrap()).await;
        assert!(exact.ends_with("\r\n0\r\n\r\n"));
    }

    #[tokio::test]
    async fn signatures_stand_beside_their_chunks() {
        let begin = || -> Signer {
            let mut count = 0;
            Box::new(move |part| {
                count += 1;
                let length = match part {
                    Part::Chunk(bytes) => bytes.len(),
                    Part::Trailer(bytes) => {
                        assert_eq!(bytes, b"x-amz-checksum-crc32:DUoRhQ==\n");
                        bytes.len()
                    }
                };
                format!("{:064}", count * 1000 + length)
            })
        };
        let body = signed(&ByteStream::from("hello world"), Some(Algorithm::Crc32), begin).unwrap();
        let expected = format!(
            "b;chunk-signature={:064}\r\nhello world\r\n0;chunk-signature={:064}\r\n\
             x-amz-checksum-crc32:DUoRhQ==\r\nx-amz-trailer-signature:{:064}\r\n\r\n",
            1011, 2000, 3030
        );
        assert_eq!(text(body.clone()).await, expected);
        assert_eq!(text(body).await, expected, "a replay starts a chain of its own");
    }
}
