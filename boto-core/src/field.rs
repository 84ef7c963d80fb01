//! How codecs see data: typed structs and untyped [`Value`]s through the same few methods.
//!
//! A codec walks the tables of `boto-model` and, beside them, a [`Field`]: it never knows whether a typed struct or a
//! [`Value`] is behind it. Reading uses [`Field::view`]; writing uses `put` for scalars and `open` for containers.

use crate::{body::ByteStream, value::Object, DateTime, Value};
use bytes::Bytes;
use std::borrow::Cow;

/// One datum: a scalar, a container or nothing.
///
/// Every method of the traits of this module is compiled for each type that a program uses, with an entry in a table of
/// methods that the loader has to relocate: so there are few, and what can be is left to methods of the trait objects.
/// They are seldom called but through such tables, and never inlined, for then each codegen unit would have its own.
pub trait Field: Send + Sync {
    /// What is there.
    fn view(&self) -> View<'_>;

    /// Stores a scalar, which it takes out of there (what is left is not said), or opens a container. Nulls make optional
    /// fields absent and leave others alone. (Had it the scalar itself, dropping it would be code for every type.)
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_>;

    /// Whether [`Change::Null`] makes a value of this type absent (it changes nothing in others).
    fn nullable() -> bool
    where
        Self: Sized,
    {
        false
    }
}

impl dyn Field + '_ {
    /// Stores a scalar.
    #[inline]
    pub fn put(&mut self, mut scalar: Change<'_>) -> Result<(), Mismatch> {
        let outcome = self.change(&mut scalar).map(drop);
        if !scalar.owns() {
            // To find that there is nothing to drop takes longer otherwise, and most have nothing.
            std::mem::forget(scalar);
        }
        outcome
    }

    /// Makes this an (empty, present) container of that kind and gives access to it. Scalars answer `None`.
    /// An existing record is kept (its members may be written in several turns); lists and maps start empty.
    pub fn open(&mut self, container: Container) -> Option<Slot<'_>> {
        self.slot(Change::Open(container))
    }

    /// Like `open`, but keeps what is there: flattened lists and maps in XML arrive one element at a time.
    pub fn resume(&mut self, container: Container) -> Option<Slot<'_>> {
        self.slot(Change::Resume(container))
    }

    #[inline]
    fn slot(&mut self, mut change: Change<'_>) -> Option<Slot<'_>> {
        let changed = self.change(&mut change);
        // As above: no container is asked for with anything that is owned.
        std::mem::forget(change);
        changed.unwrap_or_default()
    }
}

/// What came of a [`Change`]: the container, if one was opened.
pub type Changed<'a> = Result<Option<Slot<'a>>, Mismatch>;

/// What a [`Field`] holds.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// Nothing.
    Absent,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A 64-bit float.
    Float(f64),
    /// A 32-bit float (prints shorter than the same number as 64 bits).
    Float32(f32),
    /// A number of any size or precision, as text.
    Number(&'a str),
    /// A string.
    Str(&'a str),
    /// Bytes.
    Blob(&'a Bytes),
    /// An instant.
    Time(DateTime),
    /// A typed structure or union.
    Record(&'a dyn Record),
    /// A typed list. It has no way to be absent: empty is unset, and not sent where the member is optional.
    List(&'a dyn List),
    /// An untyped list.
    Array(&'a dyn List),
    /// A typed map, for which holds what holds for typed lists.
    Map(&'a dyn Entries),
    /// An untyped object: record, union, map or document, as the table says.
    Object(&'a Object),
    /// A body that streams.
    Stream(&'a ByteStream),
    /// A stream of events to send.
    Events(&'a crate::body::EventSource),
}

impl<'a> View<'a> {
    /// As a record, typed or not.
    pub fn record(self) -> Option<&'a dyn Record> {
        match self {
            View::Record(r) => Some(r),
            View::Object(v) => Some(v),
            _ => None,
        }
    }

    /// As a map, typed or not.
    pub fn map(self) -> Option<&'a dyn Entries> {
        match self {
            View::Map(m) => Some(m),
            View::Object(v) => Some(v),
            _ => None,
        }
    }

    /// As a list, typed or not.
    pub fn list(self) -> Option<&'a dyn List> {
        match self {
            View::List(l) | View::Array(l) => Some(l),
            _ => None,
        }
    }

    /// Whether there is nothing.
    pub fn is_absent(self) -> bool {
        matches!(self, View::Absent)
    }

    /// A word for error messages: `string`, `list` …
    pub fn noun(self) -> &'static str {
        match self {
            View::Absent => "nothing",
            View::Bool(_) => "boolean",
            View::Int(_) => "integer",
            View::Float(_) | View::Float32(_) | View::Number(_) => "number",
            View::Str(_) => "string",
            View::Blob(_) => "blob",
            View::Time(_) => "timestamp",
            View::Record(_) => "structure",
            View::List(_) | View::Array(_) => "list",
            View::Map(_) => "map",
            View::Object(_) => "object",
            View::Stream(_) => "stream",
            View::Events(_) => "event stream",
        }
    }
}

/// A scalar to store, or a container to open.
// With a tag of its own: looking for it in what the larger ones leave free takes every field longer.
#[repr(u8)]
pub enum Change<'a> {
    /// A container that is to be there, lists and maps empty.
    Open(Container),
    /// A container that is to be there with what is in it.
    Resume(Container),
    /// Null.
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// A number of any size or precision, as text.
    Number(&'a str),
    /// A string.
    Str(Cow<'a, str>),
    /// Bytes.
    Blob(Bytes),
    /// An instant.
    Time(DateTime),
    /// Any JSON value.
    Document(Value),
    /// A body that streams.
    Stream(ByteStream),
    /// Events that stream in.
    Events(crate::body::EventReader),
}

impl Change<'_> {
    #[inline]
    fn owns(&self) -> bool {
        match self {
            Change::Str(text) => matches!(text, Cow::Owned(_)),
            Change::Null
            | Change::Bool(_)
            | Change::Int(_)
            | Change::Float(_)
            | Change::Number(_)
            | Change::Time(_)
            | Change::Open(_)
            | Change::Resume(_) => false,
            Change::Blob(_) | Change::Document(_) | Change::Stream(_) | Change::Events(_) => true,
        }
    }
}

/// The scalar does not fit the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// What the field wants: `integer of 32 bits`.
    pub wanted: &'static str,
}

/// The kinds of containers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Container {
    /// A structure or union.
    Record,
    /// A list.
    List,
    /// A map.
    Map,
}

/// An opened container.
pub enum Slot<'a> {
    /// A structure or union.
    Record(&'a mut dyn Record),
    /// A list.
    List(&'a mut dyn List),
    /// A map.
    Map(&'a mut dyn Entries),
}

/// A structure or union. Members are addressed by their index in the table; untyped records go by the name.
pub trait Record: Send + Sync {
    /// The member; absent ones (and, in unions, all but the one that is set) view as [`View::Absent`].
    fn get(&self, index: usize, name: &str) -> &dyn Field;

    /// The member, to be written. In a union, selects the variant.
    fn get_mut(&mut self, index: usize, name: &str) -> &mut dyn Field;

    /// What it is beyond its members, if it is.
    fn special(&self) -> Option<&dyn Special> {
        None
    }

    /// The same, to be changed.
    fn special_mut(&mut self) -> Option<&mut dyn Special> {
        None
    }
}

/// What unions and untyped records are beyond their members.
pub trait Special: Send + Sync {
    /// For a typed union, the index of the variant that is set.
    fn active(&self) -> Option<usize> {
        None
    }

    /// The variant that the table does not know, if that is what this union holds.
    fn unknown(&self) -> Option<(&str, &Value)> {
        None
    }

    /// The names that are present but unknown to the table (untyped records only), for validation.
    fn unknown_names(&self, known: &dyn Fn(&str) -> bool) -> Vec<String> {
        let _ = known;
        Vec::new()
    }

    /// Keeps a variant, or a name, that the table does not know.
    fn put_unknown(&mut self, name: &str, value: Value) {
        let _ = (name, value);
    }

    /// Undoes [`Record::get_mut`] of a member into which nothing was put: untyped records lose the name again.
    fn forget(&mut self, name: &str) {
        let _ = name;
    }
}

impl dyn Record + '_ {
    /// [`Special::active`]; `None` for structures.
    pub fn active(&self) -> Option<usize> {
        self.special().and_then(Special::active)
    }

    /// [`Special::unknown`]; `None` for structures.
    pub fn unknown(&self) -> Option<(&str, &Value)> {
        self.special().and_then(Special::unknown)
    }

    /// [`Special::unknown_names`]; none for typed structures.
    pub fn unknown_names(&self, known: &dyn Fn(&str) -> bool) -> Vec<String> {
        self.special().map_or_else(Vec::new, |special| special.unknown_names(known))
    }

    /// [`Special::put_unknown`]; nothing for typed structures.
    pub fn put_unknown(&mut self, name: &str, value: Value) {
        if let Some(special) = self.special_mut() {
            special.put_unknown(name, value);
        }
    }

    /// [`Special::forget`]; nothing for typed structures and unions.
    pub fn forget(&mut self, name: &str) {
        if let Some(special) = self.special_mut() {
            special.forget(name);
        }
    }
}

/// A list.
#[allow(clippy::len_without_is_empty)] // It is a method of the trait object.
pub trait List: Send + Sync {
    /// How many elements.
    fn len(&self) -> usize;
    /// The element at that index (must be below `len`).
    fn get(&self, index: usize) -> &dyn Field;
    /// The element at that index, to be changed.
    fn get_mut(&mut self, index: usize) -> Option<&mut dyn Field>;
    /// Appends an empty element and gives access to it.
    fn push(&mut self) -> &mut dyn Field;
    /// Appends null, where the elements can be null; others leave it out.
    fn push_null(&mut self);
}

impl dyn List + '_ {
    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The entries of a map, in the order of keys.
#[allow(clippy::len_without_is_empty)] // It is a method of the trait object.
pub trait Entries: Send + Sync {
    /// How many entries.
    fn len(&self) -> usize;
    /// The entry at that place, if there are so many.
    fn get(&self, place: usize) -> Option<(&str, &dyn Field)>;
    /// The value at that place, to be changed.
    fn get_mut(&mut self, place: usize) -> Option<&mut dyn Field>;
    /// Adds an entry behind all others, wherever it belongs, and gives access to its value.
    /// [`settle`](Entries::settle) has to follow when all are there.
    fn push(&mut self, key: String) -> &mut dyn Field;
    /// Puts all entries where they belong; of those with one key the last one stays.
    fn settle(&mut self);
    /// Makes room for so many entries more.
    fn reserve(&mut self, more: usize);
}

impl<'a> dyn Entries + 'a {
    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Keys and values, in the order of keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &dyn Field)> {
        (0..self.len()).map_while(|place| self.get(place))
    }
}

/// The field that is not there.
pub static ABSENT: Absent = Absent;

/// The type of [`ABSENT`].
#[derive(Debug, Clone, Copy)]
pub struct Absent;

impl Field for Absent {
    fn view(&self) -> View<'_> {
        View::Absent
    }
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match change {
            Change::Open(_) | Change::Resume(_) => Err(Mismatch { wanted: "nothing" }),
            _ => Ok(None),
        }
    }
}

/// A boxed record is a record (recursive shapes are boxed).
impl<T: Record> Record for Box<T> {
    #[inline(never)]
    fn get(&self, index: usize, name: &str) -> &dyn Field {
        (**self).get(index, name)
    }
    #[inline(never)]
    fn get_mut(&mut self, index: usize, name: &str) -> &mut dyn Field {
        (**self).get_mut(index, name)
    }
    #[inline(never)]
    fn special(&self) -> Option<&dyn Special> {
        (**self).special()
    }
    #[inline(never)]
    fn special_mut(&mut self) -> Option<&mut dyn Special> {
        (**self).special_mut()
    }
}

/// Every record is a field.
impl<T: Record> Field for T {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        View::Record(self)
    }
    #[inline(never)]
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        record_changed(self, change)
    }
}

/// What comes of a change of a container of that kind: compiled once for each kind, and not for each type.
macro_rules! changed {
    ($name:ident, $kind:ident: $behind:ident, $wanted:literal) => {
        #[inline(never)]
        pub(crate) fn $name<'a>(here: &'a mut dyn $behind, change: &Change<'_>) -> Changed<'a> {
            match change {
                Change::Open(Container::$kind) | Change::Resume(Container::$kind) => Ok(Some(Slot::$kind(here))),
                Change::Null => Ok(None),
                _ => Err(Mismatch { wanted: $wanted }),
            }
        }
    };
}
changed!(record_changed, Record: Record, "structure");
changed!(list_changed, List: List, "list");
changed!(map_changed, Map: Entries, "map");
