//! The one door through which expansions of the macros reach this crate. Not for anyone else: it changes without notice.

mod faces;
mod modeled;
mod open;
mod serial;
mod table;
mod text;

#[cfg(feature = "resources")]
pub use crate::resource::{typed as resources, Base, Collection as UntypedCollection, Resource as Untyped};
pub use crate::{
    body::ByteStream,
    call::{Answer, Call, Metadata},
    connection::Connection,
    event::EventStream,
    field::{Change, Changed, Field, Record, Special, View},
    http::{Request, Response},
    map::Map,
    paginate::{Items, Page, Pages},
    presign::Presigned,
    session::{Connect, Session},
    time::DateTime,
    unknown::UnknownVariant,
    value::{Object, Value},
    wait::Wait,
    BoxFuture, Error,
};
pub use boto_model::Service;
pub use bytes::Bytes;
pub use core::{
    clone::Clone,
    cmp::{Eq, PartialEq},
    convert::{AsRef, From, Into},
    default::Default,
    fmt::{Debug, Display, Formatter, Result as FmtResult},
    future::{Future, IntoFuture},
    hash::{Hash, Hasher},
    include_bytes,
    iter::IntoIterator,
    marker::{Copy, Send, Unpin},
    ops::{FnMut, FnOnce},
    option::Option::{self, None, Some},
    result::Result::{self, Ok},
    time::Duration,
};
pub use faces::{debug, same};
pub use modeled::Modeled;
pub use open::{enum_change, enum_from, enum_hash, enum_same, enum_str, enum_view, Enum, Values};
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
pub use serial::{deserialize, enum_deserialize, serialize};
pub use std::{boxed::Box, path::PathBuf, string::String, sync::Arc, vec::Vec};
pub use table::Table;
pub use text::{text, text_map, texts, Text};
pub use tokio::io::AsyncWrite;

use crate::field::Absent;

/// The shape of an input or output without members that the model does not even name.
pub const NO_SHAPE: u32 = u32::MAX;

/// A list out of what becomes its elements.
pub fn list<T>(items: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

/// The identifiers of a resource.
pub fn object<const N: usize>(entries: [(&str, Option<String>); N]) -> Object {
    entries.into_iter().filter_map(|(name, value)| Some((name, Value::from(value?)))).collect()
}

/// A map out of what becomes its entries.
pub fn map<V>(entries: impl IntoIterator<Item = (impl Text, impl Into<V>)>) -> Map<V> {
    entries.into_iter().map(|(key, value)| (text(key), value.into())).collect()
}

/// An output that is a page of items.
#[diagnostic::on_unimplemented(message = "`{Self}` is no page of items", label = "this operation has no pages")]
pub trait Paged {
    /// An item.
    type Item;
    /// The items of this page.
    fn into_items(self) -> Vec<Self::Item>;
}

/// The items of typed pages.
pub fn items<I: Record + Clone + 'static, O: Page + Paged + 'static>(pages: Pages<I, O>) -> Items<I, O, O::Item> {
    pages.items_of(|page| Ok(page.into_items())).counted()
}

/// The items inside each of these, one after the other.
pub fn each<T, U>(outer: Vec<T>, inner: impl FnMut(T) -> Vec<U>) -> Vec<U> {
    outer.into_iter().flat_map(inner).collect()
}

/// [`UnknownVariant::new`], which leaves nothing to be dropped to its caller.
pub fn unknown_variant(name: &str, value: Value) -> UnknownVariant {
    UnknownVariant::new(name, value)
}

/// The field that is not there. (A function that is a call for certain: see [`Field`].)
#[inline(never)]
pub fn absent() -> &'static dyn Field {
    &crate::field::ABSENT
}

/// A field that takes everything and keeps nothing: what an index beyond a table opens.
#[inline(never)]
pub fn nowhere() -> &'static mut dyn Field {
    // `Absent` has no size, so this allocates nothing.
    Box::leak(Box::new(Absent))
}
