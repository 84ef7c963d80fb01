//! Frames: `length, length of headers, CRC | headers | payload | CRC`, all numbers big-endian, both CRCs the CRC-32 of
//! everything before them.

use super::header::{self, Header, HeaderValue};
use crate::{Error, ErrorKind};
use bytes::{Buf, Bytes, BytesMut};
use std::fmt;

/// Length of the prelude, its checksum included.
const PRELUDE: usize = 12;
/// What a frame has beside headers and payload.
const OVERHEAD: usize = PRELUDE + 4;
/// The most bytes of headers.
pub const MAX_HEADERS: usize = 128 << 10;
/// The most bytes of payload that are read; services send at most 16 MiB.
pub const MAX_PAYLOAD: usize = 24 << 20;

/// One message of an event stream.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Its headers.
    pub headers: Vec<Header>,
    /// Its payload.
    pub payload: Bytes,
}

/// The bytes are not a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed(pub String);

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "malformed event: {}", self.0)
    }
}

impl std::error::Error for Malformed {}

impl From<Malformed> for Error {
    fn from(malformed: Malformed) -> Error {
        Error::new(ErrorKind::Stream, malformed.to_string())
    }
}

impl Frame {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&HeaderValue> {
        self.headers.iter().find(|h| h.name == name).map(|h| &h.value)
    }

    /// The value of a header that is text.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.header(name) {
            Some(HeaderValue::String(text)) => Some(text),
            _ => None,
        }
    }

    /// The frame in bytes. Fails if it is larger than services take.
    pub fn encode(&self) -> Result<Bytes, Malformed> {
        let mut out = vec![0; PRELUDE];
        out.reserve(self.payload.len() + 256);
        for header in &self.headers {
            header.write(&mut out)?;
        }
        let headers = out.len() - PRELUDE;
        if headers > MAX_HEADERS {
            return Err(Malformed(format!("{headers} bytes of headers, more than {MAX_HEADERS}")));
        }
        if self.payload.len() > MAX_PAYLOAD {
            return Err(Malformed(format!("payload of {} bytes, more than {MAX_PAYLOAD}", self.payload.len())));
        }
        out.extend_from_slice(&self.payload);
        // Both fit 32 bits, by the limits above.
        out[..4].copy_from_slice(&((OVERHEAD + headers + self.payload.len()) as u32).to_be_bytes());
        out[4..8].copy_from_slice(&(headers as u32).to_be_bytes());
        let prelude = crc32fast::hash(&out[..8]);
        out[8..PRELUDE].copy_from_slice(&prelude.to_be_bytes());
        let whole = crc32fast::hash(&out);
        out.extend_from_slice(&whole.to_be_bytes());
        Ok(Bytes::from(out))
    }

    /// The headers alone, in bytes, as signatures cover them.
    pub fn encode_headers(headers: &[Header]) -> Result<Vec<u8>, Malformed> {
        let mut out = Vec::new();
        for header in headers {
            header.write(&mut out)?;
        }
        Ok(out)
    }

    /// The one frame that these bytes are.
    pub fn decode(bytes: impl Into<Bytes>) -> Result<Frame, Malformed> {
        let mut decoder = Decoder::default();
        decoder.feed(bytes.into());
        match decoder.frame()? {
            Some(frame) if decoder.is_empty() => Ok(frame),
            Some(_) => Err(Malformed("bytes behind the frame".to_owned())),
            None => Err(Malformed("cut off".to_owned())),
        }
    }
}

/// Cuts a stream of bytes into frames.
#[derive(Debug, Default)]
pub struct Decoder {
    /// The chunk that is being read: frames within it are not copied.
    chunk: Bytes,
    /// The beginning of a frame whose rest has not come.
    partial: BytesMut,
}

impl Decoder {
    /// Adds bytes. All frames that were complete must have been taken.
    pub fn feed(&mut self, bytes: Bytes) {
        if self.chunk.is_empty() && self.partial.is_empty() {
            self.chunk = bytes;
            return;
        }
        self.partial.extend_from_slice(&std::mem::take(&mut self.chunk));
        self.partial.extend_from_slice(&bytes);
    }

    /// Whether all bytes have been taken.
    pub fn is_empty(&self) -> bool {
        self.chunk.is_empty() && self.partial.is_empty()
    }

    /// What has not been taken yet.
    pub fn rest(self) -> Bytes {
        if self.chunk.is_empty() {
            return self.partial.freeze();
        }
        self.chunk
    }

    /// The next frame; `None` if more bytes are needed. After an error the stream cannot be read on. The lengths are
    /// judged as soon as they are there, so a false one makes nobody wait (or buffer) for megabytes.
    pub fn frame(&mut self) -> Result<Option<Frame>, Malformed> {
        let buffered = if self.partial.is_empty() { &self.chunk[..] } else { &self.partial[..] };
        let Some(prelude) = buffered.first_chunk::<PRELUDE>() else { return Ok(None) };
        let (total, headers) = lengths(prelude)?;
        if buffered.len() < total {
            return Ok(None);
        }
        let bytes =
            if self.partial.is_empty() { self.chunk.split_to(total) } else { self.partial.split_to(total).freeze() };
        parse(bytes, headers).map(Some)
    }
}

/// Total length and length of the headers, both plausible.
fn lengths(prelude: &[u8; PRELUDE]) -> Result<(usize, usize), Malformed> {
    let mut fields = &prelude[..];
    let (total, headers, stated) = (fields.get_u32(), fields.get_u32(), fields.get_u32());
    let actual = crc32fast::hash(&prelude[..8]);
    if stated != actual {
        return Err(Malformed(format!("prelude has checksum {stated:08x}, its bytes {actual:08x}")));
    }
    let (total, headers) = (total as usize, headers as usize);
    if headers > MAX_HEADERS {
        return Err(Malformed(format!("{headers} bytes of headers, more than {MAX_HEADERS}")));
    }
    let payload = total.checked_sub(OVERHEAD + headers);
    match payload {
        None => Err(Malformed(format!("{total} bytes in all, but {headers} of headers"))),
        Some(payload) if payload > MAX_PAYLOAD => {
            Err(Malformed(format!("payload of {payload} bytes, more than {MAX_PAYLOAD}")))
        }
        Some(_) => Ok((total, headers)),
    }
}

fn parse(mut bytes: Bytes, headers: usize) -> Result<Frame, Malformed> {
    let mut stated = bytes.split_off(bytes.len() - 4);
    let (stated, actual) = (stated.get_u32(), crc32fast::hash(&bytes));
    if stated != actual {
        return Err(Malformed(format!("message has checksum {stated:08x}, its bytes {actual:08x}")));
    }
    bytes.advance(PRELUDE);
    let headers = header::read(bytes.split_to(headers))?;
    Ok(Frame { headers, payload: bytes })
}
