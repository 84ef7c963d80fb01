//! CBOR (RFC 8949) as smithy-rpc-v2 uses it: a writer of definite lengths and a reader of everything.

mod item;
mod read;
mod write;

pub use item::{Item, Scanner};
pub use read::{parse, read, read_structure, value};
pub use write::{write, write_member};
