//! serde for every typed structure, union and enumeration, through the one adapter of [`crate::record`].

use super::{enum_from, Enum, Table, NO_SHAPE};
use crate::{field::Record, record};
use boto_model::ShapeId;
use serde::{
    de::{IgnoredAny, Visitor},
    Deserialize, Deserializer, Serializer,
};
use std::{fmt, marker::PhantomData};

/// Serializes a structure or union under the names of the model.
pub fn serialize<S: Serializer>(
    table: &'static Table,
    shape: u32,
    record: &dyn Record,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    record::serialize_record(table.get(), ShapeId(shape), record, serializer)
}

/// Deserializes a structure or union from the names of the model.
pub fn deserialize<'de, T: Record + Default, D: Deserializer<'de>>(
    table: &'static Table,
    shape: u32,
    deserializer: D,
) -> Result<T, D::Error> {
    if shape == NO_SHAPE {
        return IgnoredAny::deserialize(deserializer).map(|_| T::default());
    }
    let mut out = T::default();
    record::deserialize_record(table.get(), ShapeId(shape), &mut out, deserializer)?;
    Ok(out)
}

/// Deserializes an enumeration from a string.
pub fn enum_deserialize<'de, E: Enum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    struct Text<E>(PhantomData<E>);
    impl<E: Enum> Visitor<'_> for Text<E> {
        type Value = E;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }
        fn visit_str<X>(self, text: &str) -> Result<E, X> {
            Ok(enum_from(text))
        }
    }
    deserializer.deserialize_str(Text(PhantomData))
}
