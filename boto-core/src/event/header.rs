//! The headers of a frame.

use super::frame::Malformed;
use bytes::{Buf, Bytes};
use std::fmt;

/// A header of a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name: 1 to 255 bytes.
    pub name: String,
    /// Its value.
    pub value: HeaderValue,
}

/// The value of a header.
#[derive(Clone, Debug, PartialEq)]
pub enum HeaderValue {
    /// A boolean.
    Bool(bool),
    /// 8 bits.
    Byte(i8),
    /// 16 bits.
    Short(i16),
    /// 32 bits.
    Int(i32),
    /// 64 bits.
    Long(i64),
    /// At most 32,767 bytes.
    Bytes(Bytes),
    /// At most 32,767 bytes of UTF-8.
    String(String),
    /// Milliseconds since 1970.
    Timestamp(i64),
    /// A UUID.
    Uuid([u8; 16]),
}

impl fmt::Display for HeaderValue {
    /// Numbers and text as they are, bytes in lower-case hex, UUIDs with their hyphens.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HeaderValue::Bool(b) => b.fmt(f),
            HeaderValue::Byte(n) => n.fmt(f),
            HeaderValue::Short(n) => n.fmt(f),
            HeaderValue::Int(n) => n.fmt(f),
            HeaderValue::Long(n) | HeaderValue::Timestamp(n) => n.fmt(f),
            HeaderValue::String(text) => f.write_str(text),
            HeaderValue::Bytes(bytes) => bytes.iter().try_for_each(|b| write!(f, "{b:02x}")),
            HeaderValue::Uuid(uuid) => uuid
                .iter()
                .enumerate()
                .try_for_each(|(i, b)| write!(f, "{}{b:02x}", if matches!(i, 4 | 6 | 8 | 10) { "-" } else { "" })),
        }
    }
}

impl Header {
    /// A header that is text.
    pub fn text(name: &str, value: &str) -> Header {
        Header { name: name.to_owned(), value: HeaderValue::String(value.to_owned()) }
    }

    /// Appends the header.
    pub(super) fn write(&self, out: &mut Vec<u8>) -> Result<(), Malformed> {
        let name = self.name.as_bytes();
        let length = u8::try_from(name.len()).ok().filter(|n| *n > 0);
        out.push(length.ok_or_else(|| Malformed(format!("header name of {} bytes, not 1 to 255", name.len())))?);
        out.extend_from_slice(name);
        match &self.value {
            HeaderValue::Bool(true) => out.push(0),
            HeaderValue::Bool(false) => out.push(1),
            HeaderValue::Byte(n) => out.extend([2, n.to_be_bytes()[0]]),
            HeaderValue::Short(n) => tagged(out, 3, &n.to_be_bytes()),
            HeaderValue::Int(n) => tagged(out, 4, &n.to_be_bytes()),
            HeaderValue::Long(n) => tagged(out, 5, &n.to_be_bytes()),
            HeaderValue::Bytes(bytes) => self.sized(out, 6, bytes)?,
            HeaderValue::String(text) => self.sized(out, 7, text.as_bytes())?,
            HeaderValue::Timestamp(millis) => tagged(out, 8, &millis.to_be_bytes()),
            HeaderValue::Uuid(uuid) => tagged(out, 9, uuid),
        }
        Ok(())
    }

    fn sized(&self, out: &mut Vec<u8>, tag: u8, bytes: &[u8]) -> Result<(), Malformed> {
        let length = u16::try_from(bytes.len()).ok().filter(|n| *n <= MAX_VALUE);
        let length = length.ok_or_else(|| {
            Malformed(format!("header {} of {} bytes, more than {MAX_VALUE}", self.name, bytes.len()))
        })?;
        tagged(out, tag, &length.to_be_bytes());
        out.extend_from_slice(bytes);
        Ok(())
    }
}

/// The most bytes a value may have.
const MAX_VALUE: u16 = 32_767;

fn tagged(out: &mut Vec<u8>, tag: u8, bytes: &[u8]) {
    out.push(tag);
    out.extend_from_slice(bytes);
}

/// Reads all headers. Each name may come once.
pub(super) fn read(mut block: Bytes) -> Result<Vec<Header>, Malformed> {
    let mut headers: Vec<Header> = Vec::new();
    while !block.is_empty() {
        let length = usize::from(block.get_u8());
        let name = text(take(&mut block, length, "name of a header")?, "name of a header")?;
        if name.is_empty() {
            return Err(Malformed("header without a name".to_owned()));
        }
        if headers.iter().any(|h| h.name == name) {
            return Err(Malformed(format!("header {name:?} twice")));
        }
        let value = value(&mut block, &name)?;
        headers.push(Header { name, value });
    }
    Ok(headers)
}

fn value(block: &mut Bytes, name: &str) -> Result<HeaderValue, Malformed> {
    let tag = take(block, 1, name)?[0];
    let mut fixed = |size| take(block, size, name);
    Ok(match tag {
        0 => HeaderValue::Bool(true),
        1 => HeaderValue::Bool(false),
        2 => HeaderValue::Byte(fixed(1)?.get_i8()),
        3 => HeaderValue::Short(fixed(2)?.get_i16()),
        4 => HeaderValue::Int(fixed(4)?.get_i32()),
        5 => HeaderValue::Long(fixed(8)?.get_i64()),
        6 | 7 => {
            let length = usize::from(fixed(2)?.get_u16());
            let bytes = take(block, length, name)?;
            if tag == 6 {
                HeaderValue::Bytes(bytes)
            } else {
                HeaderValue::String(text(bytes, name)?)
            }
        }
        8 => HeaderValue::Timestamp(fixed(8)?.get_i64()),
        9 => {
            let mut uuid = [0; 16];
            uuid.copy_from_slice(&fixed(16)?);
            HeaderValue::Uuid(uuid)
        }
        other => return Err(Malformed(format!("header {name:?} of unknown type {other}"))),
    })
}

fn take(block: &mut Bytes, size: usize, what: &str) -> Result<Bytes, Malformed> {
    if block.len() < size {
        return Err(Malformed(format!("{what} is cut off")));
    }
    Ok(block.split_to(size))
}

fn text(bytes: Bytes, what: &str) -> Result<String, Malformed> {
    String::from_utf8(bytes.into()).map_err(|_| Malformed(format!("{what} is not UTF-8")))
}
