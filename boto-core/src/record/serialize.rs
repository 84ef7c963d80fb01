//! Records into serde.

use crate::{
    codec::{present, text},
    field::{Record, View},
    value::Object,
};
use boto_model::{Kind, Member, Service, ShapeId};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

/// Serializes a record under the names of the model: blobs as base64, timestamps as RFC 3339, floats that are not
/// finite as strings, unions as objects with one key. Absent members are left out; a body that streams must be in
/// memory.
pub fn serialize_record<S: Serializer>(
    service: &Service,
    shape: ShapeId,
    record: &dyn Record,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    if let Some((name, value)) = record.unknown() {
        map.serialize_entry(name, value)?;
        return map.end();
    }
    for (index, member) in service.shape(shape).members().iter().enumerate() {
        if let Some(view) = present(record, index, member) {
            map.serialize_entry(&*member.name, &ViewRef { service, member, view })?;
        }
    }
    map.end()
}

/// A record that can be serialized.
pub struct RecordRef<'a> {
    /// The tables.
    pub service: &'a Service,
    /// The structure of the record.
    pub shape: ShapeId,
    /// The record.
    pub record: &'a dyn Record,
}

impl Serialize for RecordRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_record(self.service, self.shape, self.record, serializer)
    }
}

struct ViewRef<'a> {
    service: &'a Service,
    member: &'a Member,
    view: View<'a>,
}

impl Serialize for ViewRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ViewRef { service, member, view } = *self;
        let kind = &service.shape(member.target).kind;
        match (kind, view) {
            (Kind::Structure(_), View::Record(record)) => serialize_record(service, member.target, record, serializer),
            (Kind::Structure(_), View::Object(object)) => serialize_record(service, member.target, object, serializer),
            (Kind::List { member, .. }, View::List(list) | View::Array(list)) => {
                let mut seq = serializer.serialize_seq(Some(list.len()))?;
                for index in 0..list.len() {
                    seq.serialize_element(&ViewRef { service, member, view: list.get(index).view() })?;
                }
                seq.end()
            }
            (Kind::Map { value, .. }, view) => {
                let Some(map) = view.map() else { return untyped(view, serializer) };
                let mut out = serializer.serialize_map(Some(map.len()))?;
                for (key, field) in map.iter() {
                    out.serialize_entry(key, &ViewRef { service, member: value, view: field.view() })?;
                }
                out.end()
            }
            (_, view) => untyped(view, serializer),
        }
    }
}

/// A scalar, or anything without a table.
fn untyped<S: Serializer>(view: View<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    match view {
        View::Absent => serializer.serialize_unit(),
        View::Bool(b) => serializer.serialize_bool(b),
        View::Int(i) => serializer.serialize_i64(i),
        View::Float(f) if f.is_finite() => serializer.serialize_f64(f),
        View::Float(f) => serializer.serialize_str(text::special(f)),
        View::Float32(f) if f.is_finite() => serializer.serialize_f32(f),
        View::Float32(f) => serializer.serialize_str(text::special(f.into())),
        View::Number(n) => crate::value::serialize_digits(n, serializer),
        View::Str(s) => serializer.serialize_str(s),
        View::Blob(b) => serializer.serialize_str(&text::base64(b)),
        View::Time(t) => serializer.collect_str(&t),
        View::List(list) | View::Array(list) => {
            let mut seq = serializer.serialize_seq(Some(list.len()))?;
            for index in 0..list.len() {
                seq.serialize_element(&Untyped(list.get(index).view()))?;
            }
            seq.end()
        }
        View::Object(Object(map)) => serializer.collect_map(map),
        View::Stream(stream) => match stream.bytes() {
            Some(bytes) => serializer.serialize_str(&text::base64(bytes)),
            None => Err(S::Error::custom("a body that streams cannot be serialized: collect it first")),
        },
        View::Events(_) => Err(S::Error::custom("a stream of events cannot be serialized")),
        View::Record(_) | View::Map(_) => Err(S::Error::custom("the table disagrees with the type of a member")),
    }
}

struct Untyped<'a>(View<'a>);

impl Serialize for Untyped<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        untyped(self.0, serializer)
    }
}
