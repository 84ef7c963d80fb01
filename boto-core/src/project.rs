//! Between typed records and [`Value`]s, by way of the tables: what paginators, waiters and resources need of both.

use crate::{
    codec::present,
    field::{Change, Container, Field, Record, Slot, View},
    value::{Object, Value},
    DateTime, Error, ErrorKind, Result,
};
use boto_model::{Kind, Member, Service, ShapeId};
use std::borrow::Cow;

/// A field as a value. Streams are shared, not read.
pub(crate) fn to_value(service: &Service, member: &Member, field: &dyn Field) -> Value {
    value(service, member, field.view(), false)
}

/// A record as an object: the members that are there.
pub(crate) fn to_object(service: &Service, shape: ShapeId, record: &dyn Record) -> Object {
    object(service, shape, record, false)
}

/// A record as what is sent of it: without what stands empty in a type only because nobody gave it.
#[cfg(feature = "resources")]
pub(crate) fn to_sent(service: &Service, shape: ShapeId, record: &dyn Record) -> Object {
    object(service, shape, record, true)
}

fn value(service: &Service, member: &Member, view: View<'_>, sent: bool) -> Value {
    match view {
        View::Absent => Value::Null,
        View::Events(source) => Value::Events(source.clone().into()),
        View::Bool(b) => Value::Bool(b),
        View::Int(i) => Value::Int(i),
        View::Float(f) => Value::Float(f),
        View::Float32(f) => Value::Float(f64::from(f)),
        View::Number(n) => Value::Number(n.into()),
        View::Str(s) => Value::String(s.to_owned()),
        View::Blob(b) => Value::Blob(b.clone()),
        View::Time(t) => Value::Time(t),
        View::Object(object) => Value::Map(object.clone()),
        View::Stream(stream) => Value::Stream(stream.clone()),
        View::Record(record) => Value::Map(object(service, member.target, record, sent)),
        View::List(list) | View::Array(list) => {
            let element = match &service.shape(member.target).kind {
                Kind::List { member, .. } => member,
                _ => member,
            };
            Value::List((0..list.len()).map(|i| value(service, element, list.get(i).view(), sent)).collect())
        }
        View::Map(map) => {
            let element = match &service.shape(member.target).kind {
                Kind::Map { value, .. } => value,
                _ => member,
            };
            let entry =
                |(name, field): (&str, &dyn Field)| (name.to_owned(), value(service, element, field.view(), sent));
            Value::Map(Object(map.iter().map(entry).collect()))
        }
    }
}

fn object(service: &Service, shape: ShapeId, record: &dyn Record, sent: bool) -> Object {
    let mut object = Object::default();
    for (index, member) in service.shape(shape).members().iter().enumerate() {
        let view = match sent {
            true => present(record, index, member),
            false => Some(record.get(index, &member.name).view()),
        };
        if let Some(view) = view.filter(|view| !matches!(view, View::Absent)) {
            object.0.insert(member.name.to_string(), value(service, member, view, sent));
        }
    }
    if let Some((name, value)) = record.unknown() {
        object.0.insert(name.to_owned(), value.clone());
    }
    object
}

/// Stores a value in a field, as the table says. A value that does not fit is an error that names the path.
pub(crate) fn assign(service: &Service, member: &Member, field: &mut dyn Field, value: &Value) -> Result<()> {
    let target = service.shape(member.target);
    let flaw = |wanted: &str| {
        Error::new(ErrorKind::Validation, format!("{}: {wanted} is wanted, not {}", member.name, value.noun()))
    };
    match (&target.kind, value) {
        (_, Value::Null) => field.put(Change::Null).map_err(|m| flaw(m.wanted)),
        (Kind::Structure(structure), Value::Map(object)) => {
            let Some(Slot::Record(record)) = field.open(Container::Record) else { return Err(flaw("a scalar")) };
            for (name, value) in &object.0 {
                match structure.member(name) {
                    Some((index, inner)) => assign(service, inner, record.get_mut(index, name), value)
                        .map_err(|e| within(&e, &member.name))?,
                    None => record.put_unknown(name, value.clone()),
                }
            }
            Ok(())
        }
        (Kind::List { member: element, .. }, Value::List(list)) => {
            let Some(Slot::List(slot)) = field.open(Container::List) else { return Err(flaw("a scalar")) };
            list.iter().try_for_each(|value| {
                assign(service, element, slot.push(), value).map_err(|e| within(&e, &member.name))
            })
        }
        (Kind::Map { value: element, .. }, Value::Map(object)) => {
            let Some(Slot::Map(slot)) = field.open(Container::Map) else { return Err(flaw("a scalar")) };
            object.0.iter().try_for_each(|(name, value)| {
                assign(service, element, slot.push(name.to_owned()), value).map_err(|e| within(&e, &member.name))
            })?;
            slot.settle();
            Ok(())
        }
        (Kind::Document, value) => field.put(Change::Document(value.clone())).map_err(|m| flaw(m.wanted)),
        // General expressions of JMESPath know JSON only: instants and bytes come out of them as text.
        (Kind::Timestamp, Value::String(text)) => {
            let time = DateTime::parse(text).ok_or_else(|| flaw("a timestamp"))?;
            field.put(Change::Time(time)).map_err(|m| flaw(m.wanted))
        }
        (_, Value::Bool(b)) => field.put(Change::Bool(*b)).map_err(|m| flaw(m.wanted)),
        (_, Value::Int(i)) => field.put(Change::Int(*i)).map_err(|m| flaw(m.wanted)),
        (_, Value::Float(f)) => field.put(Change::Float(*f)).map_err(|m| flaw(m.wanted)),
        (_, Value::Number(n)) => field.put(Change::Number(n)).map_err(|m| flaw(m.wanted)),
        (_, Value::String(s)) => field.put(Change::Str(Cow::Borrowed(s))).map_err(|m| flaw(m.wanted)),
        (_, Value::Blob(b)) => field.put(Change::Blob(b.clone())).map_err(|m| flaw(m.wanted)),
        (_, Value::Time(t)) => field.put(Change::Time(*t)).map_err(|m| flaw(m.wanted)),
        (_, Value::Stream(s)) => field.put(Change::Stream(s.clone())).map_err(|m| flaw(m.wanted)),
        (_, Value::Events(e)) if e.source().is_none() => {
            field.put(Change::Events(e.clone())).map_err(|m| flaw(m.wanted))
        }
        (_, Value::Events(_)) => Err(flaw("a stream of events that come in")),
        _ => Err(flaw(kind_noun(&target.kind))),
    }
}

/// Stores what there is of an object in a record. What does not fit is left out.
pub(crate) fn fill(service: &Service, shape: ShapeId, object: &Object, record: &mut dyn Record) {
    for (index, member) in service.shape(shape).members().iter().enumerate() {
        let value = &object[&*member.name];
        if !value.is_null() {
            let _ = assign(service, member, record.get_mut(index, &member.name), value);
        }
    }
}

fn within(error: &Error, name: &str) -> Error {
    Error::new(error.kind(), format!("{name}.{}", error.message()))
}

fn kind_noun(kind: &Kind) -> &'static str {
    match kind {
        Kind::Structure(_) => "a structure",
        Kind::List { .. } => "a list",
        Kind::Map { .. } => "a map",
        _ => "a scalar",
    }
}
