//! How codecs see data: typed structs and untyped [`Value`]s through the same few methods.
//!
//! A codec walks the tables of `boto-model` and, beside them, a [`Field`]: it never knows whether a typed struct or a
//! [`Value`] is behind it. Reading uses [`Field::view`]; writing uses [`Field::accept`] for scalars and [`Field::open`]
//! for containers.

use crate::{body::ByteStream, value::Object, DateTime, Value};
use bytes::Bytes;
use std::borrow::Cow;

/// One datum: a scalar, a container or nothing.
pub trait Field: Send + Sync {
    /// What is there.
    fn view(&self) -> View<'_>;

    /// Stores a scalar that it takes out of there; what is left is not said. [`Scalar::Null`] makes optional fields absent
    /// and leaves others alone. (Had it the scalar itself, dropping it would be code for every type.)
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch>;

    /// Makes this an (empty, present) container of that kind and gives access to it. Scalars answer `None`.
    /// An existing record is kept (its members may be written in several turns); lists and maps start empty.
    #[inline(never)]
    fn open(&mut self, container: Container) -> Option<Slot<'_>> {
        let _ = container;
        None
    }

    /// Like [`Field::open`], but keeps what is there: flattened lists and maps in XML arrive one element at a time.
    #[inline(never)]
    fn resume(&mut self, container: Container) -> Option<Slot<'_>> {
        self.open(container)
    }

    /// Whether this holds what it held when it was made. Typed lists and maps have no way to be absent: there, empty
    /// is unset, and an optional one is not sent.
    #[inline(never)]
    fn unset(&self) -> bool {
        self.view().is_absent()
    }

    /// Whether [`Scalar::Null`] makes a value of this type absent (it changes nothing in others).
    fn nullable() -> bool
    where
        Self: Sized,
    {
        false
    }
}

impl dyn Field + '_ {
    /// Stores a scalar, as [`Field::accept`] does.
    pub fn put(&mut self, mut scalar: Scalar<'_>) -> Result<(), Mismatch> {
        let outcome = self.accept(&mut scalar);
        if !scalar.owns() {
            // To find that there is nothing to drop takes longer otherwise, and most have nothing.
            std::mem::forget(scalar);
        }
        outcome
    }
}

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
    /// A list.
    List(&'a dyn List),
    /// A typed map.
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

    /// As a list.
    pub fn list(self) -> Option<&'a dyn List> {
        match self {
            View::List(l) => Some(l),
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
            View::List(_) => "list",
            View::Map(_) => "map",
            View::Object(_) => "object",
            View::Stream(_) => "stream",
            View::Events(_) => "event stream",
        }
    }
}

/// A scalar to store.
pub enum Scalar<'a> {
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

impl Scalar<'_> {
    #[inline]
    fn owns(&self) -> bool {
        match self {
            Scalar::Str(text) => matches!(text, Cow::Owned(_)),
            Scalar::Null
            | Scalar::Bool(_)
            | Scalar::Int(_)
            | Scalar::Float(_)
            | Scalar::Number(_)
            | Scalar::Time(_) => false,
            Scalar::Blob(_) | Scalar::Document(_) | Scalar::Stream(_) | Scalar::Events(_) => true,
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

    /// Undoes [`Record::get_mut`] of a member into which nothing was put: untyped records lose the name again.
    #[inline(never)]
    fn forget(&mut self, index: usize, name: &str) {
        let _ = (index, name);
    }

    /// For a typed union, the index of the variant that is set.
    #[inline(never)]
    fn active(&self) -> Option<usize> {
        None
    }

    /// Keeps a variant that the table does not know (unions only; others ignore it).
    #[inline(never)]
    fn put_unknown(&mut self, name: &str, value: Value) {
        let _ = (name, value);
    }

    /// The variant that the table does not know, if that is what this union holds.
    #[inline(never)]
    fn unknown(&self) -> Option<(&str, &Value)> {
        None
    }

    /// The names that are present but unknown to the table (untyped records only), for validation.
    #[inline(never)]
    fn unknown_names(&self, known: &dyn Fn(&str) -> bool) -> Vec<String> {
        let _ = known;
        Vec::new()
    }
}

/// A list.
pub trait List: Send + Sync {
    /// How many elements.
    fn len(&self) -> usize;
    /// Whether there are none.
    #[inline(never)]
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The element at that index (must be below `len`).
    fn get(&self, index: usize) -> &dyn Field;
    /// The element at that index, to be changed.
    fn get_mut(&mut self, index: usize) -> Option<&mut dyn Field>;
    /// Appends an empty element and gives access to it.
    fn push(&mut self) -> &mut dyn Field;
    /// Appends null, where the elements can be null; others leave it out.
    fn push_null(&mut self);
}

/// The entries of a map, in the order of keys.
pub trait Entries: Send + Sync {
    /// How many entries.
    fn len(&self) -> usize;
    /// Whether there are none.
    #[inline(never)]
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
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
    fn accept(&mut self, _: &mut Scalar<'_>) -> Result<(), Mismatch> {
        Ok(())
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
    fn forget(&mut self, index: usize, name: &str) {
        (**self).forget(index, name);
    }
    #[inline(never)]
    fn active(&self) -> Option<usize> {
        (**self).active()
    }
    #[inline(never)]
    fn put_unknown(&mut self, name: &str, value: Value) {
        (**self).put_unknown(name, value);
    }
    #[inline(never)]
    fn unknown(&self) -> Option<(&str, &Value)> {
        (**self).unknown()
    }
    #[inline(never)]
    fn unknown_names(&self, known: &dyn Fn(&str) -> bool) -> Vec<String> {
        (**self).unknown_names(known)
    }
}

/// Every record is a field.
impl<T: Record> Field for T {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        View::Record(self)
    }
    #[inline(never)]
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => Ok(()),
            _ => Err(Mismatch { wanted: "structure" }),
        }
    }
    #[inline(never)]
    fn open(&mut self, container: Container) -> Option<Slot<'_>> {
        (container == Container::Record).then_some(Slot::Record(self))
    }
}
