//! One event of an event stream, and the messages that open one, in each protocol. Frames and their checksums are the
//! business of [`crate::event`].

use super::{fault_xml, rest::Parsed, rest_xml};
use crate::{
    body::ByteStream,
    codec::{cbor, coerce, json, open_record, xml, Flaw},
    event::{EventReader, Events, PayloadCodec},
    field::{Absent, Field, Record, Scalar, View, ABSENT},
    value::Object,
    DateTime, Error, ErrorKind, Result, Value,
};
use boto_model::{shape::Structure, Kind, Member, Operation, Protocol, Service, ShapeId, Traits};
use bytes::Bytes;
use std::{borrow::Cow, sync::Arc};

/// The value of a header of an event message.
#[derive(Clone, Debug, PartialEq)]
pub enum EventHeader {
    /// A boolean.
    Bool(bool),
    /// 8 bits.
    Byte(i8),
    /// 16 bits.
    Short(i16),
    /// 32 bits.
    Int(i32),
    /// 64 bits.
    Long(i64),
    /// Bytes.
    Bytes(Bytes),
    /// A string.
    String(String),
    /// An instant, to the millisecond.
    Time(DateTime),
}

/// An event, ready to be framed.
#[derive(Clone, Debug, PartialEq)]
pub struct EncodedEvent {
    /// `:event-type`.
    pub event_type: String,
    /// `:content-type`; none for an event without payload.
    pub content_type: Option<&'static str>,
    /// The headers that members are.
    pub headers: Vec<(String, EventHeader)>,
    /// The payload.
    pub payload: Bytes,
}

/// The reader of the events of an answer.
pub fn reader(
    service: &Arc<Service>,
    protocol: Protocol,
    operation: &str,
    union: ShapeId,
    body: ByteStream,
) -> EventReader {
    EventReader::new(body, events(service, protocol, operation, union))
}

/// Tables and codec of the events of one stream.
pub fn events(service: &Arc<Service>, protocol: Protocol, operation: &str, union: ShapeId) -> Events {
    let codec = Arc::new(Payloads(protocol));
    Events { service: Arc::clone(service), operation: operation.to_owned(), shape: union, codec }
}

/// Payloads of events in one protocol.
struct Payloads(Protocol);

impl PayloadCodec for Payloads {
    fn media_type(&self) -> &'static str {
        content_type(self.0)
    }

    fn write(&self, service: &Service, shape: ShapeId, record: &dyn Record, out: &mut Vec<u8>) -> Result<()> {
        let written = match self.0 {
            Protocol::RpcV2Cbor => cbor::write(service, shape, record, out),
            Protocol::Json | Protocol::RestJson => json::write(service, shape, record, false, out),
            Protocol::RestXml | Protocol::Query | Protocol::Ec2 => {
                let root = xml::Root { name: service.shape_name(shape), namespace: None };
                xml::write(service, &root, shape, View::Record(record), false, out)
            }
        };
        written.map_err(|flaw| Error::new(ErrorKind::Validation, flaw.to_string()))
    }

    fn read(&self, service: &Service, shape: ShapeId, payload: &[u8], record: &mut dyn Record) -> Result<()> {
        let Some(structure) = service.shape(shape).structure() else { return Ok(()) };
        read_structure(service, self.0, structure, payload, record)
            .map_err(|flaw| Error::new(ErrorKind::Decode, flaw.to_string()))
    }
}

/// Reads one event into the union of events. An event that the table does not know is kept with its payload as bytes.
pub fn decode_event(
    service: &Service,
    protocol: Protocol,
    union: ShapeId,
    event_type: &str,
    headers: &[(String, EventHeader)],
    payload: Bytes,
    out: &mut dyn Record,
) -> Result<()> {
    let members = service.shape(union).members();
    let Some(index) = members.iter().position(|m| m.wire_name() == event_type || m.name == event_type) else {
        out.put_unknown(event_type, Value::Blob(payload));
        return Ok(());
    };
    let member = &members[index];
    let read = move || -> Result<(), Flaw> {
        let Some(structure) = service.shape(member.target).structure() else {
            return Err(Flaw::new("the table has no structure here"));
        };
        let record = open_record(out.get_mut(index, &member.name))?;
        members_of_event(service, protocol, structure, headers, payload, record)
    };
    read().map_err(|flaw| {
        let message = format!("the event is not the {event_type} it should be: {flaw}");
        Error::new(ErrorKind::Decode, message)
    })
}

/// The error that a message of type `exception` is: the modeled one of that name, or the name alone.
pub fn decode_exception(
    service: &Service,
    protocol: Protocol,
    union: ShapeId,
    exception_type: &str,
    headers: &[(String, EventHeader)],
    payload: Bytes,
) -> Error {
    let members = service.shape(union).members();
    let member = members.iter().find(|m| m.wire_name() == exception_type || m.name == exception_type);
    let structure = member.and_then(|m| service.shape(m.target).structure());
    let mut fields = Object::default();
    let mut hint = None;
    if let Some(structure) = structure {
        if let Err(flaw) = members_of_event(service, protocol, structure, headers, payload.clone(), &mut fields) {
            hint = Some(format!("the members of the error could not be read: {flaw}"));
        }
    }
    let named = |object: &Object| {
        ["message", "Message"].iter().find_map(|name| match object.0.get(*name) {
            Some(Value::String(text)) => Some(text.clone()),
            _ => None,
        })
    };
    let message = named(&fields).or_else(|| match json::parse(&payload) {
        Ok(Value::Map(object)) => named(&object),
        _ => None,
    });
    let exception = structure.and_then(|s| s.exception.clone()).unwrap_or_default();
    let error = Error::new(ErrorKind::Service, message.unwrap_or_default())
        .with_code(exception_type)
        .with_retryable(exception.retryable, exception.throttling)
        .with_fields(fields);
    match hint {
        Some(hint) => error.with_hint(hint),
        None => error,
    }
}

/// Headers and payload of one event into its structure.
fn members_of_event(
    service: &Service,
    protocol: Protocol,
    structure: &Structure,
    headers: &[(String, EventHeader)],
    payload: Bytes,
    out: &mut dyn Record,
) -> Result<(), Flaw> {
    for (index, member) in structure.members.iter().enumerate() {
        if member.traits.has(Traits::EVENT_HEADER) {
            if let Some((_, value)) = headers.iter().find(|(name, _)| name == member.wire_name()) {
                put_header(service, member, value, out.get_mut(index, &member.name))
                    .map_err(|flaw| flaw.within(&member.name))?;
            }
        }
    }
    let whole = structure.members.iter().position(|m| m.traits.has(Traits::EVENT_PAYLOAD));
    let Some(index) = whole else { return read_structure(service, protocol, structure, &payload, out) };
    let member = &structure.members[index];
    let field = out.get_mut(index, &member.name);
    match &service.shape(member.target).kind {
        Kind::Blob { .. } => Ok(field.put(Scalar::Blob(payload))?),
        Kind::String { .. } => {
            let text = std::str::from_utf8(&payload).map_err(|e| Flaw::new("not UTF-8").at(e.valid_up_to()))?;
            Ok(field.put(Scalar::Str(Cow::Borrowed(text)))?)
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
        Protocol::Json | Protocol::RestJson => json::read_structure(service, structure, payload, false, out),
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
        Protocol::Json | Protocol::RestJson => super::rest_json::Read(service).payload(member, payload, field),
        Protocol::RestXml | Protocol::Query | Protocol::Ec2 => rest_xml::Read(service).payload(member, payload, field),
    }
}

fn put_header(service: &Service, member: &Member, value: &EventHeader, field: &mut dyn Field) -> Result<(), Flaw> {
    let scalar = match value {
        EventHeader::Bool(b) => Scalar::Bool(*b),
        EventHeader::Byte(i) => Scalar::Int(i64::from(*i)),
        EventHeader::Short(i) => Scalar::Int(i64::from(*i)),
        EventHeader::Int(i) => Scalar::Int(i64::from(*i)),
        EventHeader::Long(i) => Scalar::Int(*i),
        EventHeader::Bytes(bytes) => Scalar::Blob(bytes.clone()),
        EventHeader::Time(time) => Scalar::Time(*time),
        EventHeader::String(text) => {
            match coerce::from_text(&service.shape(member.target).kind, Cow::Borrowed(text))? {
                Some(scalar) => scalar,
                None => return Ok(()),
            }
        }
    };
    Ok(field.put(scalar)?)
}

/// Writes the one event that the union holds.
pub fn encode_event(service: &Service, protocol: Protocol, union: ShapeId, event: &dyn Record) -> Result<EncodedEvent> {
    let members = service.shape(union).members();
    let set = |(i, m): &(usize, &Member)| !event.get(*i, &m.name).view().is_absent();
    let index = event.active().or_else(|| members.iter().enumerate().find(set).map(|(i, _)| i));
    let encoded = match index.and_then(|i| Some((i, members.get(i)?))) {
        Some((index, member)) => encode_member(service, protocol, member, event.get(index, &member.name).view())
            .map_err(|flaw| flaw.within(&member.name)),
        None => Err(Flaw::new("an event has one member set; this one has none")),
    };
    encoded.map_err(|flaw| Error::new(ErrorKind::Validation, flaw.to_string()))
}

fn encode_member(service: &Service, protocol: Protocol, member: &Member, view: View<'_>) -> Result<EncodedEvent, Flaw> {
    let shape = service.shape(member.target);
    let structure = shape.structure().ok_or_else(|| Flaw::new("the table has no structure here"))?;
    let record = view.record().ok_or_else(|| Flaw::wanted("structure", view.noun()))?;
    let mut headers = Vec::new();
    let (mut whole, mut others) = (None, false);
    for (index, m) in structure.members.iter().enumerate() {
        let view = record.get(index, &m.name).view();
        if m.traits.has(Traits::EVENT_HEADER) {
            if !view.is_absent() {
                let kind = &service.shape(m.target).kind;
                let header = header_of(kind, view).map_err(|flaw| flaw.within(&m.name))?;
                headers.push((m.wire_name().to_owned(), header));
            }
        } else if m.traits.has(Traits::EVENT_PAYLOAD) {
            whole = Some((m, view));
        } else {
            others = true;
        }
    }
    let mut payload = Vec::new();
    let content_type = match whole {
        Some((_, view)) if view.is_absent() => None,
        Some((m, view)) => {
            encode_payload(service, protocol, m, view, &mut payload).map(Some).map_err(|flaw| flaw.within(&m.name))?
        }
        None if others || !matches!(protocol, Protocol::RestXml) => {
            write_structure(service, protocol, member, record, &mut payload)?;
            Some(content_type(protocol))
        }
        None => None,
    };
    Ok(EncodedEvent { event_type: member.wire_name().to_owned(), content_type, headers, payload: payload.into() })
}

/// The member that is the payload, and its type.
fn encode_payload(
    service: &Service,
    protocol: Protocol,
    member: &Member,
    view: View<'_>,
    out: &mut Vec<u8>,
) -> Result<&'static str, Flaw> {
    let kind = &service.shape(member.target).kind;
    match kind {
        Kind::Blob { .. } | Kind::String { .. } => {
            return Ok(match coerce::scalar(kind, view)? {
                coerce::Plain::Text(text) => {
                    out.extend_from_slice(text.as_bytes());
                    "text/plain"
                }
                coerce::Plain::Blob(bytes) => {
                    out.extend_from_slice(&bytes);
                    "application/octet-stream"
                }
                _ => "application/octet-stream",
            });
        }
        _ => {}
    }
    match protocol {
        Protocol::RpcV2Cbor => cbor::write_member(service, member, view, out)?,
        Protocol::Json | Protocol::RestJson => json::write_member(service, member, view, out)?,
        Protocol::RestXml | Protocol::Query | Protocol::Ec2 => {
            let name = member.location_name.as_deref().unwrap_or_else(|| service.shape_name(member.target));
            let root = xml::Root { name, namespace: member.xml_namespace.as_ref() };
            xml::write(service, &root, member.target, view, false, out)?;
        }
    }
    Ok(content_type(protocol))
}

/// The members of an event that are neither headers nor the payload.
fn write_structure(
    service: &Service,
    protocol: Protocol,
    member: &Member,
    record: &dyn Record,
    out: &mut Vec<u8>,
) -> Result<(), Flaw> {
    let hidden = |m: &Member| m.traits.has(Traits::EVENT_HEADER);
    let members = service.shape(member.target).members();
    let rest = Without { members, record, hidden: &hidden, nowhere: Absent };
    match protocol {
        Protocol::RpcV2Cbor => cbor::write(service, member.target, &rest, out),
        Protocol::Json | Protocol::RestJson => json::write(service, member.target, &rest, false, out),
        Protocol::RestXml | Protocol::Query | Protocol::Ec2 => {
            let root = xml::Root { name: service.shape_name(member.target), namespace: None };
            xml::write(service, &root, member.target, View::Record(&rest), false, out)
        }
    }
}

/// A record without some of its members.
struct Without<'a> {
    members: &'a [Member],
    record: &'a dyn Record,
    hidden: &'a (dyn Fn(&Member) -> bool + Send + Sync),
    /// What [`Record::get_mut`] gives away; encoding never writes.
    nowhere: Absent,
}

impl Record for Without<'_> {
    fn get(&self, index: usize, name: &str) -> &dyn Field {
        if self.members.get(index).is_some_and(self.hidden) {
            &ABSENT
        } else {
            self.record.get(index, name)
        }
    }
    fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn Field {
        &mut self.nowhere
    }
}

fn content_type(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::RpcV2Cbor => "application/cbor",
        Protocol::Json | Protocol::RestJson => "application/json",
        Protocol::RestXml | Protocol::Query | Protocol::Ec2 => "application/xml",
    }
}

fn header_of(kind: &Kind, view: View<'_>) -> Result<EventHeader, Flaw> {
    use coerce::Plain;
    let out_of_range = || Flaw::new("integer out of range");
    Ok(match (kind, coerce::scalar(kind, view)?) {
        (_, Plain::Text(text)) => EventHeader::String(text.to_owned()),
        (_, Plain::Bool(b)) => EventHeader::Bool(b),
        (Kind::Byte, Plain::Int(i)) => EventHeader::Byte(i.try_into().map_err(|_| out_of_range())?),
        (Kind::Short, Plain::Int(i)) => EventHeader::Short(i.try_into().map_err(|_| out_of_range())?),
        (Kind::Integer, Plain::Int(i)) => EventHeader::Int(i.try_into().map_err(|_| out_of_range())?),
        (_, Plain::Int(i)) => EventHeader::Long(i),
        (_, Plain::Blob(bytes)) => EventHeader::Bytes(bytes.into_owned().into()),
        (_, Plain::Time(time)) => EventHeader::Time(time),
        (_, _) => return Err(Flaw::wanted("what a header of an event can hold", view.noun())),
    })
}

/// The payload of the message that opens the request's stream of events: the other members of the input. Only RPC
/// protocols have one; the rest protocols put those members elsewhere.
pub fn initial_request(
    service: &Service,
    operation: &Operation,
    protocol: Protocol,
    input: &dyn Record,
) -> Result<Option<Bytes>> {
    let Some(shape) = operation.input else { return Ok(None) };
    let mut out = Vec::new();
    let hidden = |m: &Member| super::is_events(service, m);
    let members = service.shape(shape).members();
    let without = Without { members, record: input, hidden: &hidden, nowhere: Absent };
    let outcome = match protocol {
        Protocol::RpcV2Cbor => cbor::write(service, shape, &without, &mut out),
        Protocol::Json => json::write(service, shape, &without, false, &mut out),
        _ => return Ok(None),
    };
    match outcome {
        Ok(()) => Ok(Some(out.into())),
        Err(flaw) => {
            Err(Error::new(ErrorKind::Validation, flaw.to_string()).at(&service.metadata().name, &operation.name))
        }
    }
}

/// Reads the message that opens an answer's stream of events (`initial-response`) into the other members of the output.
pub fn initial_response(
    service: &Service,
    operation: &Operation,
    protocol: Protocol,
    payload: &[u8],
    output: &mut dyn Record,
) -> Result<()> {
    let Some(shape) = operation.output else { return Ok(()) };
    let outcome = match protocol {
        Protocol::RpcV2Cbor => cbor::read(service, shape, payload, output),
        Protocol::Json => json::read(service, shape, payload, false, output),
        _ => Ok(()),
    };
    outcome.map_err(|flaw| {
        let message = format!("the initial response is not what it should be: {flaw}");
        Error::new(ErrorKind::Decode, message).at(&service.metadata().name, &operation.name)
    })
}
