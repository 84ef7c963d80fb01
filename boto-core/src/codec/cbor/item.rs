//! CBOR, item by item.

use crate::codec::{too_deep, Flaw, DEPTH};
use std::borrow::Cow;

/// One item. Lists and maps are followed by their elements, tags by what they tag.
#[derive(Clone, Debug, PartialEq)]
pub enum Item<'a> {
    /// A number from 0 on.
    Uint(u64),
    /// The number -1 - n.
    Negint(u64),
    /// Bytes.
    Bytes(Cow<'a, [u8]>),
    /// A string.
    Text(Cow<'a, str>),
    /// So many elements follow; or any number of them, up to [`Item::Break`].
    List(Option<u64>),
    /// So many pairs follow; or any number of them, up to [`Item::Break`].
    Map(Option<u64>),
    /// The next item is tagged with this number.
    Tag(u64),
    /// A boolean.
    Bool(bool),
    /// Null.
    Null,
    /// Undefined, which reads as null.
    Undefined,
    /// A 32-bit float (16-bit ones are widened).
    Float32(f32),
    /// A 64-bit float.
    Float64(f64),
    /// The end of a list or map without a length.
    Break,
}

impl Item<'_> {
    /// A word for messages.
    pub fn noun(&self) -> &'static str {
        match self {
            Item::Uint(_) | Item::Negint(_) | Item::Float32(_) | Item::Float64(_) => "number",
            Item::Bytes(_) => "bytes",
            Item::Text(_) => "string",
            Item::List(_) => "list",
            Item::Map(_) => "map",
            Item::Tag(_) => "tag",
            Item::Bool(_) => "boolean",
            Item::Null | Item::Undefined => "null",
            Item::Break => "the end",
        }
    }
}

/// A position in CBOR.
pub struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    /// At the beginning.
    pub fn new(bytes: &'a [u8]) -> Scanner<'a> {
        Scanner { bytes, at: 0 }
    }

    /// The offset in the bytes.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// Whether nothing follows.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Takes a null (or undefined), if one comes next.
    #[inline]
    pub fn null(&mut self) -> bool {
        let null = matches!(self.bytes.get(self.at), Some(0xf6 | 0xf7));
        self.at += usize::from(null);
        null
    }

    /// Takes the end of a list or map without a length, if it comes next.
    #[inline]
    pub fn end(&mut self) -> bool {
        let end = self.bytes.get(self.at) == Some(&0xff);
        self.at += usize::from(end);
        end
    }

    /// Whether another element of a list or map follows, of which `left` are left.
    #[inline]
    pub fn more(&mut self, left: &mut Option<u64>) -> bool {
        match left {
            Some(0) => false,
            Some(n) => {
                *n -= 1;
                true
            }
            None => !self.end(),
        }
    }

    /// The next item.
    #[inline]
    pub fn item(&mut self) -> Result<Item<'a>, Flaw> {
        let at = self.at;
        self.try_item().map_err(|flaw| flaw.at(at))
    }

    fn try_item(&mut self) -> Result<Item<'a>, Flaw> {
        let &first = self.bytes.get(self.at).ok_or_else(|| Flaw::new("the bytes end too early"))?;
        self.at += 1;
        let (major, info) = (first >> 5, first & 31);
        Ok(match major {
            0 => Item::Uint(self.argument(info)?),
            1 => Item::Negint(self.argument(info)?),
            2 if info == 31 => Item::Bytes(Cow::Owned(self.chunks(2)?)),
            2 => {
                let length = self.argument(info)?;
                Item::Bytes(Cow::Borrowed(self.take(length)?))
            }
            3 if info == 31 => {
                let text = String::from_utf8(self.chunks(3)?).map_err(|_| Flaw::new("a string is not UTF-8"))?;
                Item::Text(Cow::Owned(text))
            }
            3 => {
                let length = self.argument(info)?;
                Item::Text(Cow::Borrowed(
                    std::str::from_utf8(self.take(length)?).map_err(|_| Flaw::new("a string is not UTF-8"))?,
                ))
            }
            4 if info == 31 => Item::List(None),
            4 => Item::List(Some(self.count(info, 1)?)),
            5 if info == 31 => Item::Map(None),
            5 => Item::Map(Some(self.count(info, 2)?)),
            6 => Item::Tag(self.argument(info)?),
            _ => match info {
                20 => Item::Bool(false),
                21 => Item::Bool(true),
                22 => Item::Null,
                23 => Item::Undefined,
                25 => Item::Float32(half(self.fixed::<2>().map(u16::from_be_bytes)?)),
                26 => Item::Float32(f32::from_be_bytes(self.fixed()?)),
                27 => Item::Float64(f64::from_be_bytes(self.fixed()?)),
                31 => Item::Break,
                _ => return Err(Flaw::new("a simple value that has no meaning")),
            },
        })
    }

    /// The number in (or after) the first byte.
    #[inline]
    fn argument(&mut self, info: u8) -> Result<u64, Flaw> {
        Ok(match info {
            0..=23 => u64::from(info),
            24 => u64::from(self.fixed::<1>()?[0]),
            25 => u64::from(u16::from_be_bytes(self.fixed()?)),
            26 => u64::from(u32::from_be_bytes(self.fixed()?)),
            27 => u64::from_be_bytes(self.fixed()?),
            _ => return Err(Flaw::new("a length that has no meaning")),
        })
    }

    /// How many elements or pairs follow; each needs a byte or two at least, so that no promise is believed that the
    /// bytes cannot keep.
    fn count(&mut self, info: u8, size: u64) -> Result<u64, Flaw> {
        let count = self.argument(info)?;
        let left = (self.bytes.len() - self.at) as u64;
        if count.saturating_mul(size) > left {
            return Err(Flaw::new("the bytes end too early"));
        }
        Ok(count)
    }

    fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Flaw> {
        let bytes = self.take(N as u64)?;
        bytes.try_into().map_err(|_| Flaw::new("the bytes end too early"))
    }

    #[inline]
    fn take(&mut self, length: u64) -> Result<&'a [u8], Flaw> {
        let end = usize::try_from(length).ok().and_then(|l| self.at.checked_add(l));
        let taken = end.and_then(|end| self.bytes.get(self.at..end));
        let taken = taken.ok_or_else(|| Flaw::new("the bytes end too early"))?;
        self.at += taken.len();
        Ok(taken)
    }

    /// The chunks of a string without a length; each has one and is of the same major type.
    fn chunks(&mut self, major: u8) -> Result<Vec<u8>, Flaw> {
        let mut out = Vec::new();
        while !self.end() {
            let &first = self.bytes.get(self.at).ok_or_else(|| Flaw::new("the bytes end too early"))?;
            if first >> 5 != major || first & 31 == 31 {
                return Err(Flaw::new("a chunk of a string that is none"));
            }
            self.at += 1;
            let length = self.argument(first & 31)?;
            out.extend_from_slice(self.take(length)?);
        }
        Ok(out)
    }

    /// Skips one item with all that belongs to it, without recursion.
    pub fn skip(&mut self) -> Result<(), Flaw> {
        let mut open: Vec<Option<u64>> = Vec::new();
        loop {
            let at = self.at;
            match self.item()? {
                Item::List(count) => open.push(count),
                Item::Map(count) => open.push(count.map(|c| c * 2)),
                Item::Tag(_) => {
                    // Tags cost no depth, but each a byte, so that they end with the bytes.
                    continue;
                }
                Item::Break => return Err(Flaw::new("an end without a beginning").at(at)),
                _ => {}
            }
            if open.len() > DEPTH as usize {
                return Err(too_deep().at(at));
            }
            loop {
                let Some(left) = open.last_mut() else { return Ok(()) };
                if self.more(left) {
                    break;
                }
                open.pop();
            }
        }
    }
}

/// A 16-bit float.
fn half(bits: u16) -> f32 {
    let sign = if bits & 0x8000 != 0 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f32::from(bits & 0x3ff));
    match exponent {
        0 => sign * fraction * 2f32.powi(-24),
        31 if fraction == 0.0 => sign * f32::INFINITY,
        31 => f32::NAN,
        _ => sign * (1024.0 + fraction) * 2f32.powi(exponent - 25),
    }
}
