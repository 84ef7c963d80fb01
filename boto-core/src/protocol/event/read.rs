//! From frames to events.

use super::Codec;
use crate::{
    codec::{cbor, coerce, json, open_record, Flaw},
    event::{Frame, HeaderValue},
    field::{Change, Field, Record},
    protocol::{fault_xml, rest::Parsed, rest_json, rest_xml},
    value::Object,
    DateTime, Error, ErrorKind, Result, Value,
};
use boto_model::{shape::Structure, Kind, Member, Protocol, Service, Traits};
use std::borrow::Cow;

/// Reads one event into the union of events. An event that the table does not know is kept with its payload as bytes.
pub(super) fn event(codec: &Codec, name: &str, frame: &Frame, out: &mut dyn Record) -> Result<()> {
    let service = &*codec.service;
    let members = service.shape(codec.union).members();
    let Some(index) = position(members, name) else {
        out.put_unknown(name, Value::Blob(frame.payload.clone()));
        return Ok(());
    };
    let member = &members[index];
    let mut read = || -> Result<(), Flaw> {
        let Some(structure) = service.shape(member.target).structure() else {
            return Err(Flaw::new("the table has no structure here"));
        };
        let record = open_record(out.get_mut(index, &member.name))?;
        members_of_event(service, codec.protocol, structure, frame, record)
    };
    read().map_err(|flaw| Error::new(ErrorKind::Decode, format!("the event is not the {name} it should be: {flaw}")))
}

/// The error that a message of type `exception` is: the modeled one of that name, or the name alone.
pub(super) fn exception(codec: &Codec, name: &str, frame: &Frame) -> Error {
    let service = &*codec.service;
    let members = service.shape(codec.union).members();
    let shape = position(members, name).map(|index| service.shape(members[index].target));
    let structure = shape.and_then(|shape| shape.structure());
    let mut fields = Object::default();
    let mut hint = None;
    if let Some(structure) = structure {
        if let Err(flaw) = members_of_event(service, codec.protocol, structure, frame, &mut fields) {
            hint = Some(format!("the members of the error could not be read: {flaw}"));
        }
    }
    let named = |object: &Object| {
        ["message", "Message"].iter().find_map(|name| match object.0.get(name) {
            Some(Value::String(text)) => Some(text.clone()),
            _ => None,
        })
    };
    let message = named(&fields).or_else(|| match json::parse(&frame.payload) {
        Ok(Value::Map(object)) => named(&object),
        _ => None,
    });
    let exception = structure.and_then(|s| s.exception.clone()).unwrap_or_default();
    // The frame has the name of the member; outside of streams the same error goes by its code or its shape's name.
    let code = exception.code.as_deref().or(shape.map(|s| &*s.name)).unwrap_or(name);
    let error = Error::new(ErrorKind::Service, message.unwrap_or_else(|| "the service gives no message".to_owned()))
        .with_code(code)
        .with_retryable(exception.retryable || exception.throttling, exception.throttling)
        .with_fields(fields);
    match hint {
        Some(hint) => error.with_hint(hint),
        None => error,
    }
}

fn position(members: &[Member], name: &str) -> Option<usize> {
    members.iter().position(|m| m.wire_name() == name || m.name == name)
}

/// Headers and payload of one event into its structure.
fn members_of_event(
    service: &Service,
    protocol: Protocol,
    structure: &Structure,
    frame: &Frame,
    out: &mut dyn Record,
) -> Result<(), Flaw> {
    for (index, member) in structure.members.iter().enumerate() {
        if member.traits.has(Traits::EVENT_HEADER) {
            if let Some(value) = frame.header(member.wire_name()) {
                put_header(service, member, value, out.get_mut(index, &member.name))
                    .map_err(|flaw| flaw.within(&member.name))?;
            }
        }
    }
    let whole = structure.members.iter().position(|m| m.traits.has(Traits::EVENT_PAYLOAD));
    let Some(index) = whole else {
        if structure.members.iter().all(|m| m.traits.has(Traits::EVENT_HEADER)) {
            return Ok(());
        }
        return read_structure(service, protocol, structure, &frame.payload, out);
    };
    let payload = frame.payload.clone();
    let member = &structure.members[index];
    let field = out.get_mut(index, &member.name);
    match &service.shape(member.target).kind {
        Kind::Blob { .. } => Ok(field.put(Change::Blob(payload))?),
        Kind::String { .. } => {
            let text = std::str::from_utf8(&payload).map_err(|e| Flaw::new("not UTF-8").at(e.valid_up_to()))?;
            Ok(field.put(Change::Str(Cow::Borrowed(text)))?)
        }
        _ if payload.is_empty() => Ok(()),
        _ => read_member(service, protocol, member, &payload, field),
    }
    .map_err(|flaw| flaw.within(&member.name))
}

fn read_structure(
    service: &Service,
    protocol: Protocol,
    structure: &Structure,
    payload: &[u8],
    out: &mut dyn Record,
) -> Result<(), Flaw> {
    match protocol {
        Protocol::RpcV2Cbor => cbor::read_structure(service, structure, payload, out),
        Protocol::Json | Protocol::RestJson | Protocol::RpcV2Json => {
            json::read_structure(service, structure, payload, false, out)
        }
        Protocol::RestXml | Protocol::Query | Protocol::Ec2 => fault_xml::record(service, structure, payload, out),
    }
}

fn read_member(
    service: &Service,
    protocol: Protocol,
    member: &Member,
    payload: &[u8],
    field: &mut dyn Field,
) -> Result<(), Flaw> {
    match protocol {
        Protocol::RpcV2Cbor => cbor::value(service, member, payload, field),
        Protocol::Json | Protocol::RestJson | Protocol::RpcV2Json => {
            rest_json::Read(service).payload(member, payload, field)
        }
        Protocol::RestXml | Protocol::Query | Protocol::Ec2 => rest_xml::Read(service).payload(member, payload, field),
    }
}

fn put_header(service: &Service, member: &Member, value: &HeaderValue, field: &mut dyn Field) -> Result<(), Flaw> {
    let kind = &service.shape(member.target).kind;
    let scalar = match value {
        HeaderValue::Bool(b) => Change::Bool(*b),
        HeaderValue::Byte(i) => Change::Int(i64::from(*i)),
        HeaderValue::Short(i) => Change::Int(i64::from(*i)),
        HeaderValue::Int(i) => Change::Int(i64::from(*i)),
        HeaderValue::Long(i) | HeaderValue::Timestamp(i) if matches!(kind, Kind::Timestamp) => {
            Change::Time(DateTime::from_parts(i.div_euclid(1000), i.rem_euclid(1000) as u32 * 1_000_000))
        }
        HeaderValue::Long(i) | HeaderValue::Timestamp(i) => Change::Int(*i),
        HeaderValue::Bytes(bytes) => Change::Blob(bytes.clone()),
        HeaderValue::Uuid(_) => Change::Str(Cow::Owned(value.to_string())),
        HeaderValue::String(text) => match coerce::from_text(kind, Cow::Borrowed(text))? {
            Some(scalar) => scalar,
            None => return Ok(()),
        },
    };
    Ok(field.put(scalar)?)
}
