//! Reading records: varints, strings, shape numbers. Every read is checked; `None` means that the bytes are corrupt.

use crate::{ShapeId, Text};
use std::borrow::Cow;

/// The bytes that are read, and the same for ever if they are a literal: then strings are borrowed from them.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    bytes: &'a [u8],
    literal: Option<&'static [u8]>,
}

impl Source<'static> {
    pub(crate) const fn literal(bytes: &'static [u8]) -> Self {
        Source { bytes, literal: Some(bytes) }
    }
}

impl<'a> From<&'a Cow<'static, [u8]>> for Source<'a> {
    fn from(bytes: &'a Cow<'static, [u8]>) -> Self {
        match bytes {
            Cow::Borrowed(bytes) => Source::literal(bytes),
            Cow::Owned(bytes) => Source { bytes, literal: None },
        }
    }
}

/// A place in a record.
pub(crate) struct Reader<'a> {
    source: Source<'a>,
    at: usize,
    end: usize,
    /// Where each string of the table of strings begins; one more entry than there are strings.
    strings: &'a [u32],
}

impl<'a> Reader<'a> {
    /// Reads from the beginning of bytes that are one record without a table of strings.
    pub(crate) fn whole(source: impl Into<Source<'a>>) -> Self {
        let source = source.into();
        Reader { at: 0, end: source.bytes.len(), source, strings: &[] }
    }

    /// Reads only that span; none if it is not within the bytes.
    pub(crate) fn within(source: impl Into<Source<'a>>, span: (u32, u32), strings: &'a [u32]) -> Option<Self> {
        let (source, at, end) = (source.into(), span.0 as usize, span.1 as usize);
        source.bytes.get(at..end)?;
        Some(Reader { source, at, end, strings })
    }

    /// Reads the rest of this record with its own table of strings, which begins here: how many, their lengths, their
    /// bytes. Gives back where each begins, for [`Reader::with`].
    pub(crate) fn local_strings(&mut self) -> Option<Vec<u32>> {
        let lengths = self.list(|r| u32::try_from(r.varint()?).ok())?;
        let mut offsets = Vec::with_capacity(lengths.len() + 1);
        offsets.push(u32::try_from(self.at).ok()?);
        for length in lengths {
            self.take(length as usize)?;
            offsets.push(u32::try_from(self.at).ok()?);
        }
        Some(offsets)
    }

    /// The same place, with that table of strings.
    pub(crate) fn with<'b>(&self, strings: &'b [u32]) -> Reader<'b>
    where
        'a: 'b,
    {
        Reader { strings, ..*self }
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn left(&self) -> usize {
        self.end - self.at
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        if self.at >= self.end {
            return None;
        }
        let byte = *self.source.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        if length > self.left() {
            return None;
        }
        let taken = &self.source.bytes[self.at..self.at + length];
        self.at += length;
        Some(taken)
    }

    pub(crate) fn varint(&mut self) -> Option<u64> {
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

    pub(crate) fn signed(&mut self) -> Option<i64> {
        let zigzag = self.varint()?;
        Some((zigzag >> 1) as i64 ^ -((zigzag & 1) as i64))
    }

    /// A number of things that each take at least one byte (the lengths of records excepted).
    pub(crate) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.varint()?).ok().filter(|n| *n <= self.source.bytes.len())
    }

    /// A number as JSON writes it: an integer, or a float in eight bytes.
    pub(crate) fn number(&mut self) -> Option<f64> {
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
        Some((*self.strings.get(head >> 1)? as usize, *self.strings.get((head >> 1) + 1)? as usize))
    }

    /// A string, borrowed from the table.
    pub(crate) fn str(&mut self) -> Option<&'a str> {
        let (start, end) = self.string_span()?;
        std::str::from_utf8(self.source.bytes.get(start..end)?).ok()
    }

    /// A string that outlives the table: for free where the table is a literal, as a copy elsewhere.
    pub(crate) fn text(&mut self) -> Option<Text> {
        let (start, end) = self.string_span()?;
        Some(match self.source.literal {
            Some(bytes) => Text::Borrowed(std::str::from_utf8(bytes.get(start..end)?).ok()?),
            None => Text::Owned(std::str::from_utf8(self.source.bytes.get(start..end)?).ok()?.to_owned()),
        })
    }

    pub(crate) fn text_if(&mut self, present: bool) -> Option<Option<Text>> {
        if present {
            self.text().map(Some)
        } else {
            Some(None)
        }
    }

    /// A counted list.
    pub(crate) fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Box<[T]>> {
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

    pub(crate) fn texts(&mut self) -> Option<Box<[Text]>> {
        self.list(Reader::text)
    }

    pub(crate) fn texts_if(&mut self, present: bool) -> Option<Box<[Text]>> {
        if present {
            self.texts()
        } else {
            Some(Box::default())
        }
    }

    pub(crate) fn id(&mut self) -> Option<ShapeId> {
        u32::try_from(self.varint()?).ok().map(ShapeId)
    }

    pub(crate) fn id_if(&mut self, present: bool) -> Option<Option<ShapeId>> {
        if present {
            self.id().map(Some)
        } else {
            Some(None)
        }
    }

    pub(crate) fn ids(&mut self) -> Option<Box<[ShapeId]>> {
        self.list(Reader::id)
    }
}
