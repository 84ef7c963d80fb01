//! Writes the archive; the format and its reader are in `boto_model::archive`.

use miniz_oxide::deflate::core::{compress_to_output, create_comp_flags_from_zip_params, CompressorOxide, TDEFLFlush};

/// One block of the archive.
pub struct Entry<'a> {
    pub name: &'a str,
    pub versions: &'a [String],
    pub compressed: Vec<u8>,
    /// The length when inflated.
    pub length: usize,
}

/// The whole file. Sorts the entries by name.
pub fn write(entries: &mut [Entry<'_>], dictionary: &[u8]) -> Vec<u8> {
    entries.sort_by(|a, b| a.name.cmp(b.name));
    let compressed_dictionary = deflate(dictionary, &[]);
    let mut out = boto_model::archive::MAGIC.to_vec();
    varint(&mut out, compressed_dictionary.len());
    varint(&mut out, dictionary.len());
    varint(&mut out, entries.len());
    for entry in &*entries {
        text(&mut out, entry.name);
        varint(&mut out, entry.versions.len());
        entry.versions.iter().for_each(|v| text(&mut out, v));
        varint(&mut out, entry.compressed.len());
        varint(&mut out, entry.length);
    }
    out.extend_from_slice(&compressed_dictionary);
    entries.iter().for_each(|e| out.extend_from_slice(&e.compressed));
    out
}

/// Raw DEFLATE with a window that begins filled with the dictionary.
pub fn deflate(bytes: &[u8], dictionary: &[u8]) -> Vec<u8> {
    const BEST: i32 = 10;
    const RAW: i32 = -15;
    let mut state = CompressorOxide::new(create_comp_flags_from_zip_params(BEST, RAW, 0));
    // The library cannot be given a dictionary, but it can compress one and come to a byte boundary; what follows
    // refers back into it, and the reader puts it there before it begins.
    if !dictionary.is_empty() {
        compress_to_output(&mut state, dictionary, TDEFLFlush::Sync, |_| true);
    }
    let mut out = Vec::new();
    compress_to_output(&mut state, bytes, TDEFLFlush::Finish, |piece| {
        out.extend_from_slice(piece);
        true
    });
    out
}

fn varint(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// A string as the packed form writes one that is in no table.
fn text(out: &mut Vec<u8>, text: &str) {
    varint(out, text.len() << 1);
    out.extend_from_slice(text.as_bytes());
}
