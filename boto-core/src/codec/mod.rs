//! One codec per wire format: each reads and writes any shape of any service through its tables and the [`Field`] view
//! of the data, and knows nothing of HTTP or of protocols.
//!
//! A reader never recurses deeper than [`DEPTH`], never allocates more than a small multiple of the bytes it is given,
//! and answers every malformed byte with a [`Flaw`] that says what and where.

pub mod cbor;
pub mod coerce;
pub mod date;
mod flaw;
pub mod form;
pub mod json;
mod swar;
pub mod text;
pub mod xml;

pub use flaw::Flaw;

use crate::field::{Entries, Field, List, Record, View};
use boto_model::{Member, Traits};

/// How deep data may be nested, reading and writing. As deep as other JSON readers go, and far deeper than any service.
pub const DEPTH: u32 = 128;

/// Opens a record for as long as the inner function runs.
pub type Open<'a> = &'a mut dyn FnMut(&mut dyn FnMut(&mut dyn Record) -> Result<(), Flaw>) -> Result<(), Flaw>;

/// What a member holds, if it is to be sent. An empty typed list or map is sent only where the member is required: it
/// has no other way to say that it is absent.
#[inline]
pub fn present<'a>(record: &'a dyn Record, index: usize, member: &Member) -> Option<View<'a>> {
    let view = record.get(index, &member.name).view();
    let there = match view {
        View::Absent => return None,
        View::List(list) => !list.is_empty() || member.traits.has(Traits::REQUIRED),
        View::Map(map) => !map.is_empty() || member.traits.has(Traits::REQUIRED),
        _ => true,
    };
    there.then_some(view)
}

/// The index of the member with that name on the wire. Members mostly arrive in the order of the model, so the search
/// begins at `hint` and wraps around.
#[inline]
pub fn position(members: &[Member], hint: usize, name: &str) -> Option<usize> {
    let is = |m: &Member| m.wire_name() == name;
    let hint = hint.min(members.len());
    let (before, after) = members.split_at(hint);
    after.iter().position(is).map(|i| i + hint).or_else(|| before.iter().position(is))
}

/// As [`position`], by the names of the model.
#[inline]
pub fn position_by_name(members: &[Member], hint: usize, name: &str) -> Option<usize> {
    let hint = hint.min(members.len());
    let (before, after) = members.split_at(hint);
    after.iter().position(|m| m.name == name).map(|i| i + hint).or_else(|| before.iter().position(|m| m.name == name))
}

/// The field as a record to write into.
pub fn open_record(field: &mut dyn Field) -> Result<&mut dyn Record, Flaw> {
    match field.open(crate::field::Container::Record) {
        Some(crate::field::Slot::Record(record)) => Ok(record),
        _ => Err(disagrees("structure")),
    }
}

/// The field as an empty list to write into.
pub fn open_list(field: &mut dyn Field) -> Result<&mut dyn List, Flaw> {
    match field.open(crate::field::Container::List) {
        Some(crate::field::Slot::List(list)) => Ok(list),
        _ => Err(disagrees("list")),
    }
}

/// The field as an empty map to write into.
pub fn open_map(field: &mut dyn Field) -> Result<&mut dyn Entries, Flaw> {
    match field.open(crate::field::Container::Map) {
        Some(crate::field::Slot::Map(map)) => Ok(map),
        _ => Err(disagrees("map")),
    }
}

/// The table says container, the type behind the field says otherwise.
fn disagrees(container: &str) -> Flaw {
    Flaw::new(format!("the type of this member cannot hold a {container}, as its table says"))
}

/// Nested deeper than [`DEPTH`].
pub fn too_deep() -> Flaw {
    Flaw::new("nested deeper than 128 levels")
}
