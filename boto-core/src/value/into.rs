//! [`to_value`]: any type of serde into a value.

use super::{out_of::Misfit, Object, Value};
use crate::{Error, ErrorKind, Result};
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// Any type of serde as a value: what untyped calls take.
///
/// # Errors
/// [`ErrorKind::Usage`] where a map has keys that are not text, or the type refuses.
pub fn to_value<T: Serialize + ?Sized>(data: &T) -> Result<Value> {
    data.serialize(Sink).map_err(|misfit| Error::new(ErrorKind::Usage, misfit.0))
}

struct Sink;

impl Serializer for Sink {
    type Ok = Value;
    type Error = Misfit;
    type SerializeSeq = Elements;
    type SerializeTuple = Elements;
    type SerializeTupleStruct = Elements;
    type SerializeTupleVariant = Elements;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    fn serialize_bool(self, v: bool) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_i8(self, v: i8) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_i16(self, v: i16) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_i32(self, v: i32) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_i64(self, v: i64) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_i128(self, v: i128) -> Result<Value, Misfit> {
        Ok(i64::try_from(v).map_or_else(|_| Value::Number(v.to_string().into()), Value::Int))
    }
    fn serialize_u8(self, v: u8) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_u16(self, v: u16) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_u32(self, v: u32) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_u64(self, v: u64) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_u128(self, v: u128) -> Result<Value, Misfit> {
        Ok(i64::try_from(v).map_or_else(|_| Value::Number(v.to_string().into()), Value::Int))
    }
    fn serialize_f32(self, v: f32) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_f64(self, v: f64) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_char(self, v: char) -> Result<Value, Misfit> {
        Ok(Value::String(v.to_string()))
    }
    fn serialize_str(self, v: &str) -> Result<Value, Misfit> {
        Ok(v.into())
    }
    fn serialize_bytes(self, v: &[u8]) -> Result<Value, Misfit> {
        Ok(Value::Blob(v.to_vec().into()))
    }
    fn serialize_none(self) -> Result<Value, Misfit> {
        Ok(Value::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, v: &T) -> Result<Value, Misfit> {
        v.serialize(self)
    }
    fn serialize_unit(self) -> Result<Value, Misfit> {
        Ok(Value::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Misfit> {
        Ok(Value::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Value, Misfit> {
        Ok(variant.into())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, v: &T) -> Result<Value, Misfit> {
        v.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        v: &T,
    ) -> Result<Value, Misfit> {
        Ok(tagged(variant, v.serialize(self)?))
    }
    fn serialize_seq(self, length: Option<usize>) -> Result<Elements, Misfit> {
        // The length is only a promise.
        Ok(Elements { variant: None, list: Vec::with_capacity(length.unwrap_or(0).min(1024)) })
    }
    fn serialize_tuple(self, length: usize) -> Result<Elements, Misfit> {
        self.serialize_seq(Some(length))
    }
    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Elements, Misfit> {
        self.serialize_seq(Some(length))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Elements, Misfit> {
        Ok(Elements { variant: Some(variant), ..self.serialize_seq(Some(length))? })
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Entries, Misfit> {
        Ok(Entries { variant: None, key: String::new(), object: Object::default() })
    }
    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Entries, Misfit> {
        self.serialize_map(Some(length))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Entries, Misfit> {
        Ok(Entries { variant: Some(variant), ..self.serialize_map(Some(length))? })
    }
}

/// `{variant: value}`, as unions are written.
fn tagged(variant: &str, value: Value) -> Value {
    Value::Map([(variant, value)].into_iter().collect())
}

struct Elements {
    variant: Option<&'static str>,
    list: Vec<Value>,
}

impl Elements {
    fn add<T: Serialize + ?Sized>(&mut self, v: &T) -> Result<(), Misfit> {
        self.list.push(v.serialize(Sink)?);
        Ok(())
    }

    fn done(self) -> Result<Value, Misfit> {
        let list = Value::List(self.list);
        Ok(match self.variant {
            Some(variant) => tagged(variant, list),
            None => list,
        })
    }
}

struct Entries {
    variant: Option<&'static str>,
    key: String,
    object: Object,
}

impl Entries {
    fn add<T: Serialize + ?Sized>(&mut self, key: &str, v: &T) -> Result<(), Misfit> {
        self.object.0.push(key.to_owned(), v.serialize(Sink)?);
        Ok(())
    }

    fn done(mut self) -> Result<Value, Misfit> {
        self.object.0.settle();
        let object = Value::Map(self.object);
        Ok(match self.variant {
            Some(variant) => tagged(variant, object),
            None => object,
        })
    }
}

macro_rules! compound {
    ($($trait:ident for $type:ident: $method:ident($($key:ident: $key_type:ty)?);)*) => {$(
        impl $trait for $type {
            type Ok = Value;
            type Error = Misfit;

            fn $method<T: Serialize + ?Sized>(&mut self, $($key: $key_type,)? v: &T) -> Result<(), Misfit> {
                self.add($($key,)? v)
            }
            fn end(self) -> Result<Value, Misfit> {
                self.done()
            }
        }
    )*};
}
compound! {
    SerializeSeq for Elements: serialize_element();
    SerializeTuple for Elements: serialize_element();
    SerializeTupleStruct for Elements: serialize_field();
    SerializeTupleVariant for Elements: serialize_field();
    SerializeStruct for Entries: serialize_field(key: &'static str);
    SerializeStructVariant for Entries: serialize_field(key: &'static str);
}

impl SerializeMap for Entries {
    type Ok = Value;
    type Error = Misfit;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Misfit> {
        self.key = match key.serialize(Sink)? {
            Value::String(text) => text,
            value @ (Value::Int(_) | Value::Bool(_) | Value::Number(_)) => value.to_json(),
            _ => return Err(Misfit("the keys of a map must be text".to_owned())),
        };
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, v: &T) -> Result<(), Misfit> {
        let key = std::mem::take(&mut self.key);
        self.add(&key, v)
    }
    fn end(self) -> Result<Value, Misfit> {
        self.done()
    }
}
