//! [`Value::to`]: values into any type of serde.

use super::{Object, Value};
use crate::{codec::text, Error, ErrorKind, Result};
use serde::{
    de::{
        value::{MapDeserializer, SeqDeserializer},
        DeserializeOwned, Deserializer, EnumAccess, Error as DeError, IntoDeserializer, Unexpected, VariantAccess,
        Visitor,
    },
    forward_to_deserialize_any,
};
use std::fmt;

impl Value {
    /// This value as any type of serde: `let rows: Vec<Row> = out["Items"].to()?`. Blobs arrive as bytes where the type
    /// asks for bytes, else as base64; timestamps as RFC 3339, or as epoch seconds where it asks for a number.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] where the type does not fit.
    pub fn to<T: DeserializeOwned>(&self) -> Result<T> {
        T::deserialize(Out(self)).map_err(|misfit| Error::new(ErrorKind::Decode, misfit.0))
    }
}

impl Object {
    /// This object as any type of serde; see [`Value::to`].
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] where the type does not fit.
    pub fn to<T: DeserializeOwned>(&self) -> Result<T> {
        T::deserialize(MapDeserializer::new(self.0.iter().map(|(k, v)| (Name(k), Out(v)))))
            .map_err(|misfit: Misfit| Error::new(ErrorKind::Decode, misfit.0))
    }
}

/// Why a type and a value do not fit.
#[derive(Debug)]
pub(super) struct Misfit(pub(super) String);

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misfit {}

impl DeError for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Misfit {
        Misfit(message.to_string())
    }
}

impl serde::ser::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Misfit {
        Misfit(message.to_string())
    }
}

/// The name of a member: text, and a number or boolean where the type of the keys is one.
struct Name<'a>(&'a str);

impl<'de> IntoDeserializer<'de, Misfit> for Name<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! parsed {
    ($($method:ident => $visit:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
            match self.0.parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => visitor.visit_str(self.0),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Name<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    parsed! {
        deserialize_bool => visit_bool
        deserialize_i8 => visit_i8
        deserialize_i16 => visit_i16
        deserialize_i32 => visit_i32
        deserialize_i64 => visit_i64
        deserialize_i128 => visit_i128
        deserialize_u8 => visit_u8
        deserialize_u16 => visit_u16
        deserialize_u32 => visit_u32
        deserialize_u64 => visit_u64
        deserialize_u128 => visit_u128
    }

    forward_to_deserialize_any! {
        f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Out<'a>(&'a Value);

impl<'de> IntoDeserializer<'de, Misfit> for Out<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Out<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null | Value::Events(_) => visitor.visit_unit(),
            Value::Bool(b) => visitor.visit_bool(*b),
            Value::Int(i) => visitor.visit_i64(*i),
            Value::Float(f) => visitor.visit_f64(*f),
            Value::Number(n) => number(n, visitor),
            Value::String(s) => visitor.visit_str(s),
            Value::Blob(b) => visitor.visit_string(text::base64(b)),
            Value::Time(t) => visitor.visit_string(t.to_string()),
            Value::List(list) => {
                let mut seq = SeqDeserializer::new(list.iter().map(Out));
                let value = visitor.visit_seq(&mut seq)?;
                seq.end()?;
                Ok(value)
            }
            Value::Map(object) => {
                let mut map = MapDeserializer::new(object.0.iter().map(|(k, v)| (Name(k), Out(v))));
                let value = visitor.visit_map(&mut map)?;
                map.end()?;
                Ok(value)
            }
            Value::Stream(stream) => match stream.bytes() {
                Some(bytes) => visitor.visit_string(text::base64(bytes)),
                None => Err(Misfit("a body that streams: collect it first".to_owned())),
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_byte_buf(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match (self.0, self.0.as_bytes()) {
            (Value::Blob(_) | Value::Stream(_), Some(bytes)) => visitor.visit_bytes(bytes),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Time(t) => visitor.visit_f64(t.to_float()),
            Value::String(_) => match self.0.as_f64() {
                Some(float) => visitor.visit_f64(float),
                None => self.deserialize_any(visitor),
            },
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Time(t) => visitor.visit_i64(t.seconds()),
            Value::Float(_) => match self.0.as_i64() {
                Some(int) => visitor.visit_i64(int),
                None => self.deserialize_any(visitor),
            },
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(name.as_str().into_deserializer()),
            Value::Map(object) => match object.0.iter().next().filter(|_| object.len() == 1) {
                Some((name, value)) => visitor.visit_enum(Variant(name, value)),
                None => Err(Misfit("expected an object with one key".to_owned())),
            },
            _ => Err(Misfit("expected a string or an object with one key".to_owned())),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i128 u8 u16 u32 u128 char str string unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}

fn number<'de, V: Visitor<'de>>(digits: &str, visitor: V) -> Result<V::Value, Misfit> {
    if let Ok(int) = digits.parse() {
        return visitor.visit_i64(int);
    }
    if let Ok(int) = digits.parse() {
        return visitor.visit_u64(int);
    }
    visitor.visit_str(digits)
}

/// A variant of an enum and what it holds.
struct Variant<'a>(&'a str, &'a Value);

impl<'de, 'a> EnumAccess<'de> for Variant<'a> {
    type Error = Misfit;
    type Variant = Out<'a>;

    fn variant_seed<S: serde::de::DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Out<'a>), Misfit> {
        Ok((seed.deserialize(IntoDeserializer::<Misfit>::into_deserializer(self.0))?, Out(self.1)))
    }
}

impl<'de> VariantAccess<'de> for Out<'_> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        match self.0 {
            Value::Null => Ok(()),
            _ => Err(Misfit::invalid_type(Unexpected::NewtypeVariant, &"unit variant")),
        }
    }
    fn newtype_variant_seed<S: serde::de::DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Misfit> {
        seed.deserialize(self)
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_any(visitor)
    }
    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_any(visitor)
    }
}
