//! The archive of all services, embedded: one file, from which any service is opened without touching the others.
//!
//! The file holds an index (names, API versions, lengths), a dictionary of what many services have in common, and one
//! block per entry: packed tables, compressed with raw DEFLATE against the dictionary. A block is inflated when it is
//! first asked for and kept, so that tables opened from it borrow their strings.

use crate::legacy::{self, Endpoints};
use crate::pack::{Reader, Source};
use crate::Service;
use miniz_oxide::inflate::{core, TINFLStatus};
use std::sync::OnceLock;

pub use crate::partitions::partitions;

/// The first bytes of the archive; the last one is the version of its format.
pub const MAGIC: [u8; 4] = *b"bta\x01";

/// The name of the entry that is no service: the packed [`legacy::Endpoints`].
pub const ENDPOINTS: &str = "_endpoints";

static FILE: &[u8] = include_bytes!("../models/archive.bin");

/// The names of all services, sorted.
pub fn services() -> impl Iterator<Item = &'static str> {
    entries().iter().map(|e| e.name).filter(|name| *name != ENDPOINTS)
}

/// The API versions that the pinned models have of a service, oldest first; the tables are those of the last one.
/// Empty for names that are no service.
pub fn versions(service: &str) -> &'static [&'static str] {
    find(service).map_or(&[], |entry| &entry.versions)
}

/// Opens a service by its name, `sqs`. The first time in a process inflates its block.
pub fn open(service: &str) -> Option<Service> {
    let entry = find(service).filter(|e| e.name != ENDPOINTS)?;
    Service::open(entry.inflated()?).ok()
}

/// `endpoints.json`, the table from before endpoint rules.
pub fn legacy_endpoints() -> &'static Endpoints {
    static ENDPOINTS_TABLE: OnceLock<Endpoints> = OnceLock::new();
    ENDPOINTS_TABLE.get_or_init(|| {
        let bytes = find(ENDPOINTS).and_then(Entry::inflated).map(Source::literal);
        bytes.and_then(|bytes| legacy::read(&mut Reader::whole(bytes))).unwrap_or_default()
    })
}

struct Entry {
    name: &'static str,
    versions: Box<[&'static str]>,
    compressed: &'static [u8],
    length: usize,
    inflated: OnceLock<Option<Box<[u8]>>>,
}

impl Entry {
    fn inflated(&'static self) -> Option<&'static [u8]> {
        self.inflated.get_or_init(|| inflate(self.compressed, dictionary(), self.length)).as_deref()
    }
}

fn find(name: &str) -> Option<&'static Entry> {
    let entries = entries();
    entries.binary_search_by(|e| e.name.cmp(name)).ok().map(|at| &entries[at])
}

struct Index {
    dictionary: (&'static [u8], usize),
    entries: Vec<Entry>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    // The file is the one that this crate was published with; were it damaged, there would be no services.
    INDEX.get_or_init(|| read_index().unwrap_or(Index { dictionary: (&[], 0), entries: Vec::new() }))
}

fn entries() -> &'static [Entry] {
    &index().entries
}

fn dictionary() -> &'static [u8] {
    static DICTIONARY: OnceLock<Option<Box<[u8]>>> = OnceLock::new();
    let (compressed, length) = index().dictionary;
    DICTIONARY.get_or_init(|| inflate(compressed, &[], length)).as_deref().unwrap_or_default()
}

fn read_index() -> Option<Index> {
    let mut r = Reader::whole(Source::literal(FILE));
    if r.take(MAGIC.len())? != MAGIC {
        return None;
    }
    let dictionary_lengths = (r.varint()? as usize, r.varint()? as usize);
    let heads = r.list(|r| {
        let name = r.str()?;
        let versions = r.list(Reader::str)?;
        Some((name, versions, r.varint()? as usize, r.varint()? as usize))
    })?;
    let dictionary = (r.take(dictionary_lengths.0)?, dictionary_lengths.1);
    let mut entries = Vec::with_capacity(heads.len());
    for (name, versions, compressed, length) in heads {
        entries.push(Entry { name, versions, compressed: r.take(compressed)?, length, inflated: OnceLock::new() });
    }
    Some(Index { dictionary, entries })
}

/// Inflates raw DEFLATE whose window begins filled with the dictionary.
fn inflate(compressed: &[u8], dictionary: &[u8], length: usize) -> Option<Box<[u8]>> {
    const WHOLE_OUTPUT_AT_HAND: u32 = core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut out = vec![0; dictionary.len().checked_add(length)?];
    out[..dictionary.len()].copy_from_slice(dictionary);
    let mut state = core::DecompressorOxide::new();
    let (status, _, written) =
        core::decompress(&mut state, compressed, &mut out, dictionary.len(), WHOLE_OUTPUT_AT_HAND);
    if status != TINFLStatus::Done || written != length {
        return None;
    }
    out.drain(..dictionary.len());
    Some(out.into_boxed_slice())
}
