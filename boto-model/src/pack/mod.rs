//! The packed binary form of a service's tables: compact, and readable at random.
//!
//! A packed table is a header (counts, the lengths of all records) and then the records: metadata, operations sorted by
//! name, shapes, paginators, waiters, endpoint rules, and the strings that occur more than once. Opening reads the
//! header only; each record is decoded when it is asked for. Integers are LEB128 varints, shapes are numbers, strings
//! stand in the record itself or are numbers into the table of strings.

mod operation;
#[cfg(feature = "import")]
mod prune;
mod reader;
mod rules;
mod service;
mod shape;
#[cfg(feature = "import")]
mod writer;

#[cfg(feature = "import")]
pub use prune::prune;
#[cfg(feature = "import")]
pub use rules::write_record as write_rules;
#[cfg(feature = "import")]
pub(crate) use rules::DEPTH;
#[cfg(feature = "import")]
pub(crate) use writer::Out;
#[cfg(feature = "import")]
pub use writer::{write, Tables};

use crate::{rules::RuleSet, service::Metadata, Kind, Operation, Paginator, Shape, ShapeId, Text, Waiter};
pub(crate) use reader::{Reader, Source};
use std::borrow::Cow;

/// The first bytes of every packed table; the last one is the version of the format.
pub(crate) const MAGIC: [u8; 4] = *b"bto\x01";

/// The bytes are not a packed table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrupt(pub String);

impl std::fmt::Display for Corrupt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "corrupt service table: {}", self.0)
    }
}

impl std::error::Error for Corrupt {}

/// Packed tables and where their parts begin.
pub struct Packed {
    bytes: Cow<'static, [u8]>,
    operations: Box<[u32]>,
    shapes: Box<[u32]>,
    strings: Box<[u32]>,
    paginators: Span,
    waiters: Span,
    rules: Span,
    exceptions: Span,
}

type Span = (u32, u32);

impl std::fmt::Debug for Packed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Packed({} bytes)", self.bytes.len())
    }
}

impl Packed {
    /// Reads the header and the metadata.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<(Packed, Metadata), Corrupt> {
        Packed::parse(bytes).ok_or_else(|| Corrupt("bad header".to_owned()))
    }

    fn parse(bytes: Cow<'static, [u8]>) -> Option<(Packed, Metadata)> {
        let mut r = Reader::whole(&bytes);
        if r.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let counts = [r.count()?, r.count()?, r.count()?];
        let mut parts = [0u32; 5];
        for part in &mut parts {
            *part = u32::try_from(r.varint()?).ok()?;
        }
        let mut lengths: [Vec<u32>; 3] = Default::default();
        let mut totals = [0u32; 3];
        for i in 0..3 {
            // One byte at least stands for each length, so the counts cannot ask for more memory than the bytes do.
            if counts[i] > r.left() {
                return None;
            }
            lengths[i].reserve_exact(counts[i] + 1);
            for _ in 0..counts[i] {
                lengths[i].push(totals[i]);
                totals[i] = totals[i].checked_add(u32::try_from(r.varint()?).ok()?)?;
            }
            lengths[i].push(totals[i]);
        }
        let mut at = u32::try_from(r.at()).ok()?;
        let mut span = |length: u32| -> Option<Span> {
            let start = at;
            at = at.checked_add(length)?;
            Some((start, at))
        };
        let [metadata, paginators, waiters, rules, exceptions] = parts;
        let metadata = span(metadata)?;
        let spans = [span(paginators)?, span(waiters)?, span(rules)?, span(exceptions)?];
        for i in 0..3 {
            let (start, _) = span(totals[i])?;
            for offset in &mut lengths[i] {
                *offset = offset.checked_add(start)?;
            }
        }
        if at as usize != bytes.len() {
            return None;
        }
        let [operations, shapes, strings] = lengths.map(Vec::into_boxed_slice);
        let [paginators, waiters, rules, exceptions] = spans;
        let packed = Packed { bytes, operations, shapes, strings, paginators, waiters, rules, exceptions };
        let metadata = service::read_metadata(&mut packed.reader(metadata)?)?;
        Some((packed, metadata))
    }

    fn reader(&self, span: Span) -> Option<Reader<'_>> {
        Reader::within(&self.bytes, span, &self.strings)
    }

    fn record(&self, offsets: &[u32], index: usize) -> Option<Reader<'_>> {
        self.reader((*offsets.get(index)?, *offsets.get(index + 1)?))
    }

    /// The packed bytes, as they were opened.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many operations there are.
    pub fn operation_count(&self) -> usize {
        self.operations.len() - 1
    }

    /// How many shapes there are.
    pub fn shape_count(&self) -> usize {
        self.shapes.len() - 1
    }

    /// Decodes an operation. Corrupt bytes read as an operation without a name.
    pub fn operation(&self, index: usize) -> Operation {
        self.record(&self.operations, index)
            .and_then(|mut r| operation::read_operation(&mut r))
            // What corrupt bytes read as.
            .unwrap_or_else(|| Operation::named(Text::Borrowed("")))
    }

    /// The name of an operation.
    pub fn operation_name(&self, index: usize) -> &str {
        self.record(&self.operations, index).and_then(|mut r| r.str()).unwrap_or_default()
    }

    /// The index of the operation of that name: a binary search that decodes names only.
    pub fn find_operation(&self, name: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.operation_count());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.operation_name(middle).cmp(name) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Decodes a shape. Corrupt bytes read as [`empty_shape`].
    pub fn shape(&self, id: ShapeId) -> Shape {
        self.record(&self.shapes, id.0 as usize)
            .and_then(|mut r| shape::read_shape(&mut r, id))
            .unwrap_or_else(|| empty_shape().clone())
    }

    /// The name of a shape, read without the rest of it.
    pub fn shape_name(&self, id: ShapeId) -> &str {
        self.record(&self.shapes, id.0 as usize)
            .and_then(|mut r| {
                r.byte()?;
                r.str()
            })
            .unwrap_or_default()
    }

    /// The endpoint rules, if there are any.
    pub fn rules(&self) -> Option<RuleSet> {
        if self.rules.0 == self.rules.1 {
            return None;
        }
        rules::read_record(&mut self.reader(self.rules)?)
    }

    /// The record of the endpoint rules; empty if there are none.
    #[cfg(feature = "import")]
    pub(crate) fn rules_record(&self) -> &[u8] {
        self.bytes.get(self.rules.0 as usize..self.rules.1 as usize).unwrap_or_default()
    }

    /// All paginators, sorted by operation.
    pub fn paginators(&self) -> Box<[Paginator]> {
        self.reader(self.paginators).and_then(|mut r| service::read_paginators(&mut r)).unwrap_or_default()
    }

    /// All waiters, sorted by name.
    pub fn waiters(&self) -> Box<[Waiter]> {
        self.reader(self.waiters).and_then(|mut r| service::read_waiters(&mut r)).unwrap_or_default()
    }

    /// All modeled errors of the service, also those that no operation names.
    pub fn exceptions(&self) -> Box<[ShapeId]> {
        self.reader(self.exceptions).and_then(|mut r| r.ids()).unwrap_or_default()
    }
}

/// What a missing shape reads as.
pub fn empty_shape() -> &'static Shape {
    static EMPTY: Shape = Shape {
        name: Text::Borrowed(""),
        kind: Kind::Document,
        sensitive: false,
        deprecated: false,
        min: None,
        max: None,
        pattern: None,
    };
    &EMPTY
}
