//! Reaching into values: indexing, accessors, and making them.

use crate::{
    value::{Object, Value},
    DateTime,
};
use bytes::Bytes;
use std::{
    collections::BTreeMap,
    ops::{Index, IndexMut},
};

static NULL: Value = Value::Null;

impl Value {
    /// A word for error messages: `string`, `list` …
    pub fn noun(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Bool(_) => "boolean",
            Value::Int(_) => "integer",
            Value::Float(_) | Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Blob(_) => "blob",
            Value::Time(_) => "timestamp",
            Value::List(_) => "list",
            Value::Map(_) => "object",
            Value::Stream(_) => "stream",
            Value::Events(_) => "event stream",
        }
    }

    /// The member of an object, or the value there is none of.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.0.get(name)
    }

    /// Whether there is nothing.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// A boolean.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(b) => Some(*b),
            _ => None,
        }
    }

    /// An integer.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Value::Int(i) => Some(*i),
            Value::Number(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Any number, as a 64-bit float.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Value::Int(i) => Some(*i as f64),
            Value::Float(f) => Some(*f),
            Value::Number(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// The bytes of a blob, or of a string.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Value::Blob(bytes) => Some(bytes),
            Value::String(text) => Some(text.as_bytes()),
            _ => None,
        }
    }

    /// An instant.
    pub fn as_time(&self) -> Option<DateTime> {
        match self {
            Value::Time(time) => Some(*time),
            _ => None,
        }
    }

    /// The elements of a list; none for everything else.
    pub fn as_list(&self) -> &[Value] {
        match self {
            Value::List(list) => list,
            _ => &[],
        }
    }

    /// An object.
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Value::Map(object) => Some(object),
            _ => None,
        }
    }
}

/// The member of that name; [`Value::Null`] if there is none or this is no object.
impl Index<&str> for Value {
    type Output = Value;
    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or(&NULL)
    }
}

/// The element at that index; [`Value::Null`] if there is none or this is no list.
impl Index<usize> for Value {
    type Output = Value;
    fn index(&self, at: usize) -> &Value {
        self.as_list().get(at).unwrap_or(&NULL)
    }
}

/// The member of that name; [`Value::Null`] if there is none.
impl Index<&str> for Object {
    type Output = Value;
    fn index(&self, name: &str) -> &Value {
        self.0.get(name).unwrap_or(&NULL)
    }
}

/// The member of that name, made if there is none.
impl IndexMut<&str> for Object {
    fn index_mut(&mut self, name: &str) -> &mut Value {
        self.0.entry(name.to_owned()).or_default()
    }
}

macro_rules! from {
    ($($type:ty => $make:expr),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Value {
                ($make)(value)
            }
        }
    )*};
}

from! {
    bool => Value::Bool,
    i16 => |i| Value::Int(i64::from(i)),
    i32 => |i| Value::Int(i64::from(i)),
    i64 => Value::Int,
    u32 => |i| Value::Int(i64::from(i)),
    f32 => |f| Value::Float(f64::from(f)),
    f64 => Value::Float,
    &str => |s: &str| Value::String(s.to_owned()),
    String => Value::String,
    &String => |s: &String| Value::String(s.clone()),
    Bytes => Value::Blob,
    Vec<u8> => |b: Vec<u8>| Value::Blob(b.into()),
    DateTime => Value::Time,
    Object => Value::Map,
    BTreeMap<String, Value> => |m| Value::Map(Object(m)),
    crate::body::ByteStream => Value::Stream,
    Vec<Value> => Value::List,
    &Value => Value::clone,
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

impl<N: Into<String>, V: Into<Value>, const LEN: usize> From<[(N, V); LEN]> for Value {
    fn from(members: [(N, V); LEN]) -> Value {
        Value::Map(members.into_iter().collect())
    }
}

impl<N: Into<String>, V: Into<Value>> FromIterator<(N, V)> for Object {
    fn from_iter<T: IntoIterator<Item = (N, V)>>(members: T) -> Object {
        Object(members.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

impl<V: Into<Value>> FromIterator<V> for Value {
    fn from_iter<T: IntoIterator<Item = V>>(items: T) -> Value {
        Value::List(items.into_iter().map(Into::into).collect())
    }
}
