//! [`Value`]: data without a type, what untyped calls take and return.

mod access;
mod into;
mod out_of;
mod serde;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use self::serde::serialize_digits;
pub use access::Key;
pub use into::to_value;

use crate::{
    body::{ByteStream, EventReader},
    field::{Change, Changed, Container, Entries, Field, Record, Slot, Special, View},
    DateTime, Map,
};
use bytes::Bytes;

/// A JSON-like value with the types that AWS adds: blobs, timestamps, big numbers, streams.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// A number that fits neither, as text.
    Number(Box<str>),
    /// A string.
    String(String),
    /// Bytes.
    Blob(Bytes),
    /// An instant.
    Time(DateTime),
    /// A list.
    List(Vec<Value>),
    /// An object: a structure, union, map or document.
    Map(Object),
    /// A body that streams; clones share it.
    Stream(ByteStream),
    /// Events that stream in; clones share them.
    Events(EventReader),
}

impl PartialEq for Value {
    /// Streams are never equal, for comparing them would consume them.
    fn eq(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a == b,
            (Value::Number(a), Value::Number(b)) => a == b,
            (Value::String(a), Value::String(b)) => a == b,
            (Value::Blob(a), Value::Blob(b)) => a == b,
            (Value::Time(a), Value::Time(b)) => a == b,
            (Value::List(a), Value::List(b)) => a == b,
            (Value::Map(a), Value::Map(b)) => a == b,
            _ => false,
        }
    }
}

/// An untyped object: names and values, in the order of names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(pub Map<Value>);

static NULL: Value = Value::Null;

impl Field for Value {
    fn view(&self) -> View<'_> {
        match self {
            Value::Null => View::Absent,
            Value::Bool(b) => View::Bool(*b),
            Value::Int(i) => View::Int(*i),
            Value::Float(f) => View::Float(*f),
            Value::Number(n) => View::Number(n),
            Value::String(s) => View::Str(s),
            Value::Blob(b) => View::Blob(b),
            Value::Time(t) => View::Time(*t),
            Value::List(l) => View::Array(l),
            Value::Map(m) => View::Object(m),
            Value::Stream(s) => View::Stream(s),
            Value::Events(e) => e.source().map_or(View::Absent, View::Events),
        }
    }

    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        *self = match std::mem::replace(change, Change::Null) {
            Change::Null => Value::Null,
            Change::Bool(b) => Value::Bool(b),
            Change::Int(i) => Value::Int(i),
            Change::Float(f) => Value::Float(f),
            Change::Number(n) => Value::Number(n.into()),
            Change::Str(s) => Value::String(s.into_owned()),
            Change::Blob(b) => Value::Blob(b),
            Change::Time(t) => Value::Time(t),
            Change::Document(v) => v,
            Change::Stream(s) => Value::Stream(s),
            Change::Events(e) => Value::Events(e),
            Change::Open(container) => return Ok(self.container(container, container == Container::Record)),
            Change::Resume(container) => return Ok(self.container(container, true)),
        };
        Ok(None)
    }

    fn nullable() -> bool {
        true
    }
}

impl Value {
    /// Makes this a container of that kind, with what is in it or without.
    fn container(&mut self, container: Container, keep: bool) -> Option<Slot<'_>> {
        match (container, &*self) {
            (Container::List, Value::List(_)) | (Container::Record | Container::Map, Value::Map(_)) if keep => {}
            (Container::List, _) => *self = Value::List(Vec::new()),
            (Container::Record | Container::Map, _) => *self = Value::Map(Object::default()),
        }
        match (container, self) {
            (Container::List, Value::List(list)) => Some(Slot::List(list)),
            (Container::Record, Value::Map(object)) => Some(Slot::Record(object)),
            (Container::Map, Value::Map(object)) => Some(Slot::Map(object)),
            _ => None,
        }
    }
}

impl Record for Object {
    fn get(&self, _: usize, name: &str) -> &dyn Field {
        self.0.get(name).unwrap_or(&NULL)
    }
    fn get_mut(&mut self, _: usize, name: &str) -> &mut dyn Field {
        self.0.get_or_insert_default(name)
    }
    fn special(&self) -> Option<&dyn Special> {
        Some(self)
    }
    fn special_mut(&mut self) -> Option<&mut dyn Special> {
        Some(self)
    }
}

impl Special for Object {
    fn forget(&mut self, name: &str) {
        if self.0.get(name).is_some_and(|value| matches!(value, Value::Null)) {
            self.0.remove(name);
        }
    }
    fn put_unknown(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }
    fn unknown_names(&self, known: &dyn Fn(&str) -> bool) -> Vec<String> {
        self.0.keys().filter(|name| !known(name)).cloned().collect()
    }
}

impl Entries for Object {
    fn len(&self) -> usize {
        self.0.len()
    }
    fn get(&self, place: usize) -> Option<(&str, &dyn Field)> {
        Entries::get(&self.0, place)
    }
    fn get_mut(&mut self, place: usize) -> Option<&mut dyn Field> {
        Entries::get_mut(&mut self.0, place)
    }
    fn push(&mut self, key: String) -> &mut dyn Field {
        Entries::push(&mut self.0, key)
    }
    fn settle(&mut self) {
        self.0.settle();
    }
    fn reserve(&mut self, more: usize) {
        self.0.reserve(more);
    }
}
