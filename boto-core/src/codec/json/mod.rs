//! JSON: a streaming writer and a reader that borrows, both over tables.

mod alike;
mod document;
mod read;
mod scan;
mod write;

pub(crate) use document::{ascii, number};
pub use document::{parse, push_object, push_value, to_text};
pub use read::{read, read_structure, Reader};
pub use scan::Scanner;
pub use write::{push_string, write, write_document, write_member, Writer};
