//! Records out of serde.

use crate::{
    codec::{coerce, open_list, open_map, open_record, position_by_name, Flaw, DEPTH},
    field::{Change, Field, Record},
    DateTime, Value,
};
use boto_model::{shape::Structure, Kind, Member, Service, ShapeId, Traits};
use serde::de::{
    DeserializeSeed, Deserializer, Error as DeError, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};
use std::{borrow::Cow, fmt};

/// Deserializes a record from what [`super::serialize_record`] makes of it, leniently as untyped calls are: epoch
/// seconds for timestamps, integral floats for integers. Unknown keys are ignored, but in unions.
pub fn deserialize_record<'de, D: Deserializer<'de>>(
    service: &Service,
    shape: ShapeId,
    record: &mut dyn Record,
    deserializer: D,
) -> Result<(), D::Error> {
    RecordSeed { service, shape, record, depth: DEPTH }.deserialize(deserializer)
}

/// Deserializes into a record.
pub struct RecordSeed<'a> {
    service: &'a Service,
    shape: ShapeId,
    record: &'a mut dyn Record,
    depth: u32,
}

impl<'de> DeserializeSeed<'de> for RecordSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RecordSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.service.shape_name(self.shape))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match self.service.shape(self.shape).structure() {
            Some(structure) => members(self.service, structure, self.record, self.depth, map),
            None => Err(A::Error::custom("the table has no structure here")),
        }
    }
}

fn members<'de, A: MapAccess<'de>>(
    service: &Service,
    structure: &Structure,
    record: &mut dyn Record,
    depth: u32,
    mut map: A,
) -> Result<(), A::Error> {
    let depth = depth.checked_sub(1).ok_or_else(|| A::Error::custom("nested deeper than 128 levels"))?;
    let mut hint = 0;
    while let Some(key) = map.next_key::<String>()? {
        match position_by_name(&structure.members, hint, &key) {
            Some(index) => {
                hint = index + 1;
                let open = Lazy { record: &mut *record, index };
                let member = &structure.members[index];
                map.next_value_seed(FieldSeed { service, member, field: Place::Member(open), depth })?;
            }
            None if structure.union => record.put_unknown(&key, map.next_value::<Value>()?),
            None => {
                map.next_value::<IgnoredAny>()?;
            }
        }
    }
    Ok(())
}

/// A member, opened only when its value turns out not to be null (in a union, opening selects).
struct Lazy<'a> {
    record: &'a mut dyn Record,
    index: usize,
}

/// Where a value goes.
enum Place<'a> {
    Member(Lazy<'a>),
    Field(&'a mut dyn Field),
}

struct FieldSeed<'a> {
    service: &'a Service,
    member: &'a Member,
    field: Place<'a>,
    depth: u32,
}

impl<'a> FieldSeed<'a> {
    fn kind(&self) -> &'a Kind {
        &self.service.shape(self.member.target).kind
    }

    fn open(self) -> &'a mut dyn Field {
        match self.field {
            Place::Member(lazy) => lazy.record.get_mut(lazy.index, &self.member.name),
            Place::Field(field) => field,
        }
    }

    fn put<E: DeError>(self, scalar: Result<Option<Change<'_>>, Flaw>) -> Result<(), E> {
        let name = &self.member.name;
        let wrong = |flaw: Flaw| E::custom(flaw.within(name));
        match scalar.map_err(wrong)? {
            Some(scalar) => self.open().put(scalar).map_err(|mismatch| E::custom(Flaw::from(mismatch).within(name))),
            None => Ok(()),
        }
    }
}

impl<'de> DeserializeSeed<'de> for FieldSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        // A string that travels as JSON is typed as any value.
        if matches!(self.kind(), Kind::Document) || self.member.traits.has(Traits::JSON_VALUE) {
            let value = <Value as serde::Deserialize>::deserialize(deserializer)?;
            return self.put(Ok(Some(Change::Document(value))));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FieldSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} for {}", coerce::noun(self.kind()), self.member.name)
    }

    fn visit_unit<E: DeError>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: DeError>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: DeError>(self, value: bool) -> Result<(), E> {
        match self.kind() {
            Kind::Boolean => self.put(Ok(Some(Change::Bool(value)))),
            _ => Err(E::invalid_type(Unexpected::Bool(value), &self)),
        }
    }

    fn visit_i64<E: DeError>(self, value: i64) -> Result<(), E> {
        let scalar = match self.kind() {
            Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => Change::Int(value),
            Kind::Float | Kind::Double => Change::Float(value as f64),
            Kind::Timestamp => Change::Time(DateTime::from_seconds(value)),
            Kind::BigInteger | Kind::BigDecimal => return self.digits(&value.to_string()),
            _ => return Err(E::invalid_type(Unexpected::Signed(value), &self)),
        };
        self.put(Ok(Some(scalar)))
    }

    fn visit_u64<E: DeError>(self, value: u64) -> Result<(), E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => self.digits(&value.to_string()),
        }
    }

    fn visit_f64<E: DeError>(self, value: f64) -> Result<(), E> {
        let scalar = match self.kind() {
            Kind::Float | Kind::Double => Some(Change::Float(value)),
            Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => {
                crate::codec::text::integral(value).map(Change::Int)
            }
            Kind::Timestamp => DateTime::from_float(value).map(Change::Time),
            Kind::BigDecimal => return self.digits(&crate::codec::text::float_text(value)),
            _ => None,
        };
        match scalar {
            Some(scalar) => self.put(Ok(Some(scalar))),
            None => Err(E::invalid_type(Unexpected::Float(value), &self)),
        }
    }

    fn visit_str<E: DeError>(self, value: &str) -> Result<(), E> {
        let scalar = coerce::from_text(self.kind(), Cow::Borrowed(value));
        self.put(scalar)
    }

    fn visit_bytes<E: DeError>(self, value: &[u8]) -> Result<(), E> {
        match self.kind() {
            Kind::Blob { .. } => self.put(Ok(Some(Change::Blob(value.to_vec().into())))),
            _ => Err(E::invalid_type(Unexpected::Bytes(value), &self)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Kind::List { member, .. } = self.kind() else {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self));
        };
        let (service, depth) = (self.service, deeper::<A::Error>(self.depth)?);
        let list = open_list(self.open()).map_err(A::Error::custom)?;
        // The element is read aside, as whether there is one shows only when it is asked for.
        loop {
            let mut element = ElementSeed { service, member, depth, list: &mut *list };
            if seq.next_element_seed(&mut element)?.is_none() {
                return Ok(());
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (service, depth) = (self.service, deeper::<A::Error>(self.depth)?);
        match self.kind() {
            Kind::Structure(structure) => {
                let record = open_record(self.open()).map_err(A::Error::custom)?;
                members(service, structure, record, depth, map)
            }
            Kind::Map { value, .. } => {
                let out = open_map(self.open()).map_err(A::Error::custom)?;
                while let Some(key) = map.next_key::<String>()? {
                    let field = Place::Field(out.push(key));
                    map.next_value_seed(FieldSeed { service, member: value, field, depth })?;
                }
                out.settle();
                Ok(())
            }
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

impl FieldSeed<'_> {
    /// A number of any size.
    fn digits<E: DeError>(self, digits: &str) -> Result<(), E> {
        match self.kind() {
            Kind::BigInteger | Kind::BigDecimal => self.put(Ok(Some(Change::Number(digits)))),
            _ => Err(E::custom(format_args!("{}: {digits} is out of range", self.member.name))),
        }
    }
}

fn deeper<E: DeError>(depth: u32) -> Result<u32, E> {
    depth.checked_sub(1).ok_or_else(|| E::custom("nested deeper than 128 levels"))
}

struct ElementSeed<'a> {
    service: &'a Service,
    member: &'a Member,
    depth: u32,
    list: &'a mut dyn crate::field::List,
}

impl<'de> DeserializeSeed<'de> for &mut ElementSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for &mut ElementSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an element")
    }

    fn visit_none<E: DeError>(self) -> Result<(), E> {
        self.list.push_null();
        Ok(())
    }

    fn visit_unit<E: DeError>(self) -> Result<(), E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let field = Place::Field(self.list.push());
        FieldSeed { service: self.service, member: self.member, field, depth: self.depth }.deserialize(deserializer)
    }
}
