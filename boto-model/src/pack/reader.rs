//! Reading records: varints, strings, shape numbers. Every read is checked; `None` means that the bytes are corrupt.

use crate::{ShapeId, Text};
use std::borrow::Cow;

/// The strings that occur more than once.
#[derive(Clone, Copy)]
pub(super) struct Strings<'a> {
    /// Where each begins; one more entry than there are strings.
    pub(super) offsets: &'a [u32],
    pub(super) bytes: &'a Cow<'static, [u8]>,
}

impl Strings<'_> {
    pub(super) const NONE: Strings<'static> = Strings { offsets: &[], bytes: &Cow::Borrowed(&[]) };
}

/// A place in a record.
pub(super) struct Reader<'a> {
    bytes: &'a Cow<'static, [u8]>,
    at: usize,
    end: usize,
    strings: Strings<'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a Cow<'static, [u8]>, strings: Strings<'a>) -> Self {
        Reader { bytes, at: 0, end: bytes.len(), strings }
    }

    /// Reads only that span, which must lie within the bytes.
    pub(super) fn within(bytes: &'a Cow<'static, [u8]>, span: (u32, u32), strings: Strings<'a>) -> Self {
        Reader { bytes, at: span.0 as usize, end: (span.1 as usize).min(bytes.len()), strings }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn left(&self) -> usize {
        self.end - self.at
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        if self.at >= self.end {
            return None;
        }
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        if length > self.left() {
            return None;
        }
        let taken = &self.bytes[self.at..self.at + length];
        self.at += length;
        Some(taken)
    }

    pub(super) fn varint(&mut self) -> Option<u64> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(u64::from(first));
        }
        let mut value = u64::from(first & 0x7f);
        let mut shift = 7;
        loop {
            let byte = self.byte()?;
            if shift >= 63 && byte > 1 {
                return None;
            }
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
            shift += 7;
        }
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let zigzag = self.varint()?;
        Some((zigzag >> 1) as i64 ^ -((zigzag & 1) as i64))
    }

    /// A number of things that each take at least one byte (the lengths of records excepted).
    pub(super) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.varint()?).ok().filter(|n| *n <= self.bytes.len())
    }

    /// A number as JSON writes it: an integer, or a float in eight bytes.
    pub(super) fn number(&mut self) -> Option<f64> {
        match self.byte()? {
            0 => Some(self.signed()? as f64),
            _ => Some(f64::from_le_bytes(self.take(8)?.try_into().ok()?)),
        }
    }

    fn string_span(&mut self) -> Option<(usize, usize)> {
        let head = usize::try_from(self.varint()?).ok()?;
        if head & 1 == 0 {
            let start = self.at;
            self.take(head >> 1)?;
            return Some((start, self.at));
        }
        let offsets = self.strings.offsets;
        Some((*offsets.get(head >> 1)? as usize, *offsets.get((head >> 1) + 1)? as usize))
    }

    /// A string, borrowed from the table.
    pub(super) fn str(&mut self) -> Option<&'a str> {
        let (start, end) = self.string_span()?;
        std::str::from_utf8(self.strings.bytes.get(start..end)?).ok()
    }

    /// A string that outlives the table: for free where the table is a literal, as a copy elsewhere.
    pub(super) fn text(&mut self) -> Option<Text> {
        let (start, end) = self.string_span()?;
        Some(match self.strings.bytes {
            Cow::Borrowed(bytes) => Text::Borrowed(std::str::from_utf8(bytes.get(start..end)?).ok()?),
            Cow::Owned(bytes) => Text::Owned(std::str::from_utf8(bytes.get(start..end)?).ok()?.to_owned()),
        })
    }

    pub(super) fn text_if(&mut self, present: bool) -> Option<Option<Text>> {
        if present {
            self.text().map(Some)
        } else {
            Some(None)
        }
    }

    /// A counted list.
    pub(super) fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Box<[T]>> {
        let count = self.varint()? as usize;
        // Everything takes a byte at least, so a corrupt count cannot ask for more memory than the record has bytes.
        if count > self.left() {
            return None;
        }
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(one(self)?);
        }
        Some(items.into_boxed_slice())
    }

    pub(super) fn texts(&mut self) -> Option<Box<[Text]>> {
        self.list(Reader::text)
    }

    pub(super) fn texts_if(&mut self, present: bool) -> Option<Box<[Text]>> {
        if present {
            self.texts()
        } else {
            Some(Box::default())
        }
    }

    pub(super) fn id(&mut self) -> Option<ShapeId> {
        u32::try_from(self.varint()?).ok().map(ShapeId)
    }

    pub(super) fn id_if(&mut self, present: bool) -> Option<Option<ShapeId>> {
        if present {
            self.id().map(Some)
        } else {
            Some(None)
        }
    }

    pub(super) fn ids(&mut self) -> Option<Box<[ShapeId]>> {
        self.list(Reader::id)
    }
}
