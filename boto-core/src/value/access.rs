//! Looking into values, and making them.

use super::{Object, Value};
use crate::{codec::text, map, ByteStream, DateTime, Map};
use bytes::Bytes;
use std::{
    collections::BTreeMap,
    ops::{Index, IndexMut},
};

static NULL: Value = Value::Null;

/// What values are looked up by: a name in an object, a place in a list.
pub trait Key {
    /// What is there.
    fn look<'v>(&self, value: &'v Value) -> Option<&'v Value>;
    /// What is there, to be changed; an object gets the name, a list no new places.
    fn look_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value>;
}

impl Key for str {
    fn look<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        value.as_object()?.get(self)
    }
    fn look_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        if let Value::Null = value {
            *value = Value::Map(Object::default());
        }
        match value {
            Value::Map(object) => Some(object.0.get_or_insert_default(self)),
            _ => None,
        }
    }
}

impl Key for String {
    fn look<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.as_str().look(value)
    }
    fn look_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        self.as_str().look_mut(value)
    }
}

impl Key for usize {
    fn look<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        value.as_list().get(*self)
    }
    fn look_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        match value {
            Value::List(list) => list.get_mut(*self),
            _ => None,
        }
    }
}

impl<K: Key + ?Sized> Key for &K {
    fn look<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        (**self).look(value)
    }
    fn look_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        (**self).look_mut(value)
    }
}

/// `value["Messages"][0]["Body"]`; null where nothing is, never a panic.
impl<K: Key> Index<K> for Value {
    type Output = Value;

    fn index(&self, key: K) -> &Value {
        key.look(self).unwrap_or(&NULL)
    }
}

/// `value["Tags"] = tags.into()`. Null becomes an object.
///
/// # Panics
/// As the index of a slice: by a name where something else than an object is, or a place beyond the list.
impl<K: Key> IndexMut<K> for Value {
    fn index_mut(&mut self, key: K) -> &mut Value {
        #[allow(clippy::expect_used)] // the contract of IndexMut, as for slices
        key.look_mut(self).expect("an object for a name, or a place within the list")
    }
}

impl Value {
    /// What is at that name or place.
    pub fn get(&self, key: impl Key) -> Option<&Value> {
        key.look(self)
    }

    /// Whether there is nothing.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// A word for messages: `string`, `list` …
    pub fn noun(&self) -> &'static str {
        match self {
            Value::Events(_) => "event stream",
            value => crate::field::Field::view(value).noun(),
        }
    }

    /// The boolean.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(b) => Some(*b),
            _ => None,
        }
    }

    /// The number as an integer, if it is one that fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Value::Int(i) => Some(*i),
            Value::Float(f) => text::integral(*f),
            Value::Number(n) => text::parse_int(n),
            _ => None,
        }
    }

    /// The number as a float; also `"NaN"`, `"Infinity"`, `"-Infinity"`.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Value::Int(i) => Some(*i as f64),
            Value::Float(f) => Some(*f),
            Value::Number(n) => n.parse().ok(),
            Value::String(s) if matches!(s.as_str(), "NaN" | "Infinity" | "-Infinity") => text::parse_float(s),
            _ => None,
        }
    }

    /// The string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(s) => Some(s),
            _ => None,
        }
    }

    /// The bytes: of a blob, of a string, or of a body in memory.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Value::Blob(b) => Some(b),
            Value::String(s) => Some(s.as_bytes()),
            Value::Stream(s) => s.bytes().map(|b| &b[..]),
            _ => None,
        }
    }

    /// The instant; also of a string in one of AWS's formats, and of epoch seconds.
    pub fn as_time(&self) -> Option<DateTime> {
        match self {
            Value::Time(t) => Some(*t),
            Value::String(s) => DateTime::parse(s),
            Value::Int(i) => Some(DateTime::from_seconds(*i)),
            Value::Float(f) => DateTime::from_float(*f),
            _ => None,
        }
    }

    /// The elements of a list; none of anything else.
    pub fn as_list(&self) -> &[Value] {
        match self {
            Value::List(list) => list,
            _ => &[],
        }
    }

    /// The object.
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Value::Map(object) => Some(object),
            _ => None,
        }
    }

    /// The elements of a list; none of anything else.
    pub fn iter(&self) -> std::slice::Iter<'_, Value> {
        self.as_list().iter()
    }

    /// Takes the value out, and leaves null.
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }
}

impl Object {
    /// An object without members.
    pub fn new() -> Object {
        Object::default()
    }

    /// The member of that name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// Sets a member; gives back what was there.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.0.insert(name.into(), value.into())
    }

    /// Removes a member.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    /// Whether there is a member of that name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names and values, in the order of names.
    pub fn iter(&self) -> map::Iter<'_, Value> {
        self.0.iter()
    }
}

/// `object["Body"]`; null where nothing is.
impl Index<&str> for Object {
    type Output = Value;

    fn index(&self, name: &str) -> &Value {
        self.0.get(name).unwrap_or(&NULL)
    }
}

/// `object["Body"] = body.into()`.
impl IndexMut<&str> for Object {
    fn index_mut(&mut self, name: &str) -> &mut Value {
        self.0.get_or_insert_default(name)
    }
}

impl<'a> IntoIterator for &'a Object {
    type Item = (&'a String, &'a Value);
    type IntoIter = map::Iter<'a, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl IntoIterator for Object {
    type Item = (String, Value);
    type IntoIter = <Map<Value> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Object {
        let mut object = Object::default();
        object.extend(entries);
        object
    }
}

impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for Object {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        self.0.extend(entries.into_iter().map(|(name, value)| (name.into(), value.into())));
    }
}

impl<V: Into<Value>> FromIterator<V> for Value {
    fn from_iter<I: IntoIterator<Item = V>>(elements: I) -> Value {
        Value::List(elements.into_iter().map(Into::into).collect())
    }
}

macro_rules! from {
    ($($type:ty => |$value:ident| $to:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Value {
                $to
            }
        }
    )*};
}
from! {
    () => |_nothing| Value::Null;
    bool => |b| Value::Bool(b);
    i8 => |i| Value::Int(i.into());
    i16 => |i| Value::Int(i.into());
    i32 => |i| Value::Int(i.into());
    i64 => |i| Value::Int(i);
    u8 => |i| Value::Int(i.into());
    u16 => |i| Value::Int(i.into());
    u32 => |i| Value::Int(i.into());
    u64 => |i| i64::try_from(i).map_or_else(|_| Value::Number(i.to_string().into()), Value::Int);
    usize => |i| Value::from(i as u64);
    f32 => |f| Value::Float(f.into());
    f64 => |f| Value::Float(f);
    &str => |s| Value::String(s.to_owned());
    String => |s| Value::String(s);
    &String => |s| Value::String(s.clone());
    std::borrow::Cow<'_, str> => |s| Value::String(s.into_owned());
    Bytes => |b| Value::Blob(b);
    DateTime => |t| Value::Time(t);
    std::time::SystemTime => |t| Value::Time(t.into());
    Object => |object| Value::Map(object);
    ByteStream => |stream| Value::Stream(stream);
    &Value => |value| value.clone();
    Vec<u8> => |bytes| Value::Blob(bytes.into());
    Vec<Value> => |list| Value::List(list);
    Vec<String> => |list| list.into_iter().collect();
    Vec<&str> => |list| list.into_iter().collect();
    Vec<i64> => |list| list.into_iter().collect();
    Vec<Object> => |list| list.into_iter().collect();
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

impl<K: Into<String>, V: Into<Value>, const N: usize> From<[(K, V); N]> for Value {
    fn from(members: [(K, V); N]) -> Value {
        Value::Map(members.into_iter().collect())
    }
}

impl<V: Into<Value>> From<BTreeMap<String, V>> for Value {
    fn from(map: BTreeMap<String, V>) -> Value {
        Value::Map(map.into_iter().collect())
    }
}

impl<V: Into<Value>> From<Map<V>> for Value {
    fn from(map: Map<V>) -> Value {
        Value::Map(map.into_iter().collect())
    }
}

impl PartialEq<str> for Value {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Value {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<i64> for Value {
    fn eq(&self, other: &i64) -> bool {
        self.as_i64() == Some(*other)
    }
}

impl PartialEq<bool> for Value {
    fn eq(&self, other: &bool) -> bool {
        self.as_bool() == Some(*other)
    }
}
