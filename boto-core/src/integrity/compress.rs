//! Request compression (`requestcompression`): gzip, RFC 1952.

use super::decide::add_encoding;
use crate::{
    body::{BoxStream, ByteStream},
    http::Request,
    Result,
};
use boto_model::{Kind, Operation, Service};
use bytes::Bytes;
use futures_core::Stream;
use miniz_oxide::deflate::{
    core::{create_comp_flags_from_zip_params, CompressorOxide},
    stream::deflate,
};
use miniz_oxide::{MZFlush, MZStatus};
use std::{
    pin::Pin,
    task::{Context, Poll},
};

/// Compresses the body if the operation says so and it is worth it: at least `minimum` bytes
/// (`request_min_compression_size_bytes`, 10240 by default), or a stream whose length need not be told. Must come
/// before [`request`](super::request), since checksums are over what is sent. Answers whether it did.
pub fn compress(service: &Service, operation: &Operation, request: &mut Request, minimum: u64) -> Result<bool> {
    if !operation.compression.iter().any(|encoding| encoding == "gzip") {
        return Ok(false);
    }
    let input = operation.input.and_then(|id| service.shape(id).structure());
    let payload = input.and_then(|input| input.members.get(usize::from(input.payload?)));
    let worth = match payload.map(|member| &service.shape(member.target).kind) {
        Some(Kind::Blob { requires_length, .. }) => !requires_length,
        _ => request.body.length().is_some_and(|length| length >= minimum),
    };
    if !worth {
        return Ok(false);
    }
    add_encoding(&mut request.headers, "gzip")?;
    request.headers.remove(::http::header::CONTENT_LENGTH);
    let body = std::mem::take(&mut request.body);
    request.body = match body.bytes() {
        Some(bytes) => ByteStream::from(gzip(bytes)),
        None if body.can_replay() => {
            drop(body.open()?); // an error to open is told now
            ByteStream::replayable(move || Gzip::new(body.open()), None)
        }
        None => ByteStream::from_stream(Gzip::new(body.open()), None),
    };
    Ok(true)
}

/// Bytes in memory, compressed.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut state = Deflater::new();
    let mut out = HEADER.to_vec();
    state.feed(bytes, MZFlush::Finish, &mut out);
    out.extend(state.tail());
    out
}

/// Deflate, no name, no time, unknown system: the same bytes give the same bytes.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

struct Deflater {
    state: Box<CompressorOxide>,
    checksum: crc32fast::Hasher,
    length: u32,
}

impl Deflater {
    fn new() -> Deflater {
        // Level 6, raw deflate (negative window bits).
        let state = Box::new(CompressorOxide::new(create_comp_flags_from_zip_params(6, -15, 0)));
        Deflater { state, checksum: crc32fast::Hasher::new(), length: 0 }
    }

    fn feed(&mut self, mut input: &[u8], flush: MZFlush, out: &mut Vec<u8>) {
        self.checksum.update(input);
        self.length = self.length.wrapping_add(input.len() as u32);
        let mut buffer = [0; 8 << 10];
        loop {
            let step = deflate(&mut self.state, input, &mut buffer, flush);
            input = &input[step.bytes_consumed..];
            out.extend_from_slice(&buffer[..step.bytes_written]);
            // Without room left over there may be more to come.
            let more = step.bytes_written == buffer.len() || !input.is_empty();
            if !more || matches!(step.status, Ok(MZStatus::StreamEnd) | Err(_)) {
                return;
            }
        }
    }

    /// Checksum and length, least significant byte first.
    fn tail(self) -> [u8; 8] {
        let (checksum, length) = (self.checksum.finalize().to_le_bytes(), self.length.to_le_bytes());
        let mut tail = [0; 8];
        tail[..4].copy_from_slice(&checksum);
        tail[4..].copy_from_slice(&length);
        tail
    }
}

/// A stream, compressed.
struct Gzip {
    source: Option<Result<BoxStream>>,
    state: Option<Deflater>,
    begun: bool,
}

impl Gzip {
    fn new(source: Result<BoxStream>) -> Gzip {
        Gzip { source: Some(source), state: Some(Deflater::new()), begun: false }
    }
}

impl Stream for Gzip {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let mut out = Vec::new();
        if !std::mem::replace(&mut this.begun, true) {
            out.extend(HEADER);
        }
        loop {
            let item = match &mut this.source {
                None => return Poll::Ready(None),
                Some(Ok(source)) => match source.as_mut().poll_next(context) {
                    Poll::Ready(item) => item,
                    Poll::Pending if out.is_empty() => return Poll::Pending,
                    Poll::Pending => {
                        // Nothing is lost: whoever takes this asks again, and the source wakes him then.
                        return Poll::Ready(Some(Ok(out.into())));
                    }
                },
                Some(Err(_)) => match this.source.take() {
                    Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                    _ => return Poll::Ready(None),
                },
            };
            match (item, &mut this.state) {
                (Some(Ok(chunk)), Some(state)) => state.feed(&chunk, MZFlush::None, &mut out),
                (Some(Err(error)), _) => {
                    this.source = None;
                    return Poll::Ready(Some(Err(error)));
                }
                (None, _) | (_, None) => {
                    this.source = None;
                    if let Some(mut state) = this.state.take() {
                        state.feed(&[], MZFlush::Finish, &mut out);
                        out.extend(state.tail());
                    }
                    return Poll::Ready(Some(Ok(out.into())));
                }
            }
            if out.len() >= 16 << 10 {
                return Poll::Ready(Some(Ok(out.into())));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unzip(bytes: &[u8], data: &[u8]) {
        assert_eq!(bytes[..10], HEADER);
        let body = &bytes[10..bytes.len() - 8];
        assert!(miniz_oxide::inflate::decompress_to_vec(body).unwrap() == data);
        let tail = [crc32fast::hash(data).to_le_bytes(), (data.len() as u32).to_le_bytes()].concat();
        assert_eq!(bytes[bytes.len() - 8..], tail);
    }

    #[tokio::test]
    async fn what_was_compressed_can_be_read() {
        let mut noise = 1u32;
        let random = std::iter::repeat_with(|| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (noise >> 24) as u8
        });
        let random: Vec<u8> = random.take(300_000).collect();
        for data in [vec![], b"a".to_vec(), vec![b'x'; 500_000], random] {
            unzip(&gzip(&data), &data);
            let source = ByteStream::from_reader(std::io::Cursor::new(data.clone()), None);
            let stream = ByteStream::from_stream(Gzip::new(source.open()), None);
            unzip(&stream.collect().await.unwrap(), &data);
        }
    }
}
