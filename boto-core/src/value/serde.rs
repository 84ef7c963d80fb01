//! [`Value`] and [`Object`] as data of serde.

use super::{Object, Value};
use crate::codec::text;
use serde::{
    de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor},
    ser::{Error as _, Serialize, Serializer},
};
use std::fmt;

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(b) => serializer.serialize_bool(*b),
            Value::Int(i) => serializer.serialize_i64(*i),
            Value::Float(f) if f.is_finite() => serializer.serialize_f64(*f),
            Value::Float(f) => serializer.serialize_str(text::special(*f)),
            Value::Number(n) => serialize_digits(n, serializer),
            Value::String(s) => serializer.serialize_str(s),
            Value::Blob(b) => serializer.serialize_str(&text::base64(b)),
            Value::Time(t) => serializer.collect_str(t),
            Value::List(list) => serializer.collect_seq(list),
            Value::Map(object) => object.serialize(serializer),
            Value::Stream(stream) => match stream.bytes() {
                Some(bytes) => serializer.serialize_str(&text::base64(bytes)),
                None => Err(S::Error::custom("a body that streams cannot be serialized: collect it first")),
            },
            Value::Events(_) => Err(S::Error::custom("a stream of events cannot be serialized")),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}

/// The digits of a number as the largest number that serde has and that keeps them, else as a string.
pub(crate) fn serialize_digits<S: Serializer>(digits: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(int) = digits.parse() {
        return serializer.serialize_i64(int);
    }
    if let Ok(int) = digits.parse() {
        return serializer.serialize_u64(int);
    }
    match crate::codec::json::number(digits) {
        Value::Float(f) => serializer.serialize_f64(f),
        _ => serializer.serialize_str(digits),
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object, D::Error> {
        match deserializer.deserialize_map(Any)? {
            Value::Map(object) => Ok(object),
            _ => Err(D::Error::custom("expected an object")),
        }
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }
    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or_else(|_| Value::Number(value.to_string().into()), Value::Int))
    }
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or_else(|_| Value::Number(value.to_string().into()), Value::Int))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<Value, E> {
        Ok(Value::Blob(value.to_vec().into()))
    }
    fn visit_byte_buf<E: Error>(self, value: Vec<u8>) -> Result<Value, E> {
        Ok(Value::Blob(value.into()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = seq.next_element()? {
            list.push(element);
        }
        Ok(Value::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut object = Object::default();
        while let Some(key) = map.next_key::<String>()? {
            object.0.push(key, map.next_value()?);
        }
        object.0.settle();
        Ok(Value::Map(object))
    }
}
