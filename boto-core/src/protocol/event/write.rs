//! From events to frames.

use super::{content_type, Codec};
use crate::{
    codec::{cbor, coerce, json, xml, Flaw},
    event::{Frame, Header, HeaderValue},
    field::{Absent, Field, Record, View, ABSENT},
    Error, ErrorKind, Result,
};
use boto_model::{Kind, Member, Protocol, Service, Shape, ShapeId, Traits};
use bytes::Bytes;

/// Writes the one event that the union holds.
pub(super) fn event(codec: &Codec, event: &dyn Record) -> Result<Frame> {
    let service = &*codec.service;
    let members = service.shape(codec.union).members();
    let encoded = match chosen(members, event) {
        Ok((index, member)) => encode_member(service, codec.protocol, member, event.get(index, &member.name).view())
            .map_err(|flaw| flaw.within(&member.name)),
        Err(flaw) => Err(flaw),
    };
    encoded.map_err(|flaw| {
        let known = members.iter().map(|m| &*m.name).collect::<Vec<_>>().join(", ");
        let message = format!("event cannot be sent: {flaw}");
        Error::new(ErrorKind::Validation, message).with_hint(format!("the events are {known}"))
    })
}

/// The one event that is set.
fn chosen<'a>(members: &'a [Member], event: &dyn Record) -> Result<(usize, &'a Member), Flaw> {
    if let Some((name, _)) = event.unknown() {
        return Err(Flaw::new(format!("the model has no event {name}")));
    }
    let mut set = members.iter().enumerate().filter(|(i, m)| !event.get(*i, &m.name).view().is_absent());
    match (set.next(), set.next()) {
        (Some(one), None) => Ok(one),
        (Some((_, a)), Some((_, b))) => {
            Err(Flaw::new(format!("one event at a time: both {} and {} are set", a.name, b.name)))
        }
        (None, _) => match event.unknown_names(&|name| members.iter().any(|m| m.name == name)).first() {
            Some(name) => Err(Flaw::new(format!("the model has no event {name}"))),
            None => Err(Flaw::new("an event has one member set; this one has none")),
        },
    }
}

fn encode_member(service: &Service, protocol: Protocol, member: &Member, view: View<'_>) -> Result<Frame, Flaw> {
    let shape = service.shape(member.target);
    let structure = shape.structure().ok_or_else(|| Flaw::new("the table has no structure here"))?;
    let record = view.record().ok_or_else(|| Flaw::wanted("structure", view.noun()))?;
    let (kind, name) = match structure.exception {
        None => ("event", ":event-type"),
        Some(_) => ("exception", ":exception-type"),
    };
    let mut headers = vec![Header::text(":message-type", kind), Header::text(name, member.wire_name())];
    let mut own = Vec::new();
    let (mut whole, mut others) = (None, false);
    for (index, m) in structure.members.iter().enumerate() {
        let view = record.get(index, &m.name).view();
        if m.traits.has(Traits::EVENT_HEADER) {
            if !view.is_absent() {
                let value = header_of(service.shape(m.target), view).map_err(|flaw| flaw.within(&m.name))?;
                own.push(Header { name: m.wire_name().to_owned(), value });
            }
        } else if m.traits.has(Traits::EVENT_PAYLOAD) {
            whole = Some((m, view));
        } else {
            others = true;
        }
    }
    let mut payload = Vec::new();
    let media = match whole {
        Some((_, view)) if view.is_absent() => None,
        Some((m, view)) => {
            encode_payload(service, protocol, m, view, &mut payload).map(Some).map_err(|flaw| flaw.within(&m.name))?
        }
        None if others => {
            write_structure(service, protocol, member, record, &mut payload)?;
            Some(content_type(protocol))
        }
        None => None,
    };
    headers.extend(media.map(|media| Header::text(":content-type", media)));
    headers.append(&mut own);
    Ok(Frame { headers, payload: payload.into() })
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
        Protocol::Json | Protocol::RestJson | Protocol::RpcV2Json => json::write_member(service, member, view, out)?,
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
        Protocol::Json | Protocol::RestJson | Protocol::RpcV2Json => {
            json::write(service, member.target, &rest, false, out)
        }
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

fn header_of(shape: &Shape, view: View<'_>) -> Result<HeaderValue, Flaw> {
    use coerce::Plain;
    // Models in botocore's format write bytes and shorts as integers, but keep the names of Smithy's shapes.
    let kind = match (&shape.kind, &*shape.name) {
        (Kind::Integer, "Byte" | "PrimitiveByte") => &Kind::Byte,
        (Kind::Integer, "Short" | "PrimitiveShort") => &Kind::Short,
        (kind, _) => kind,
    };
    let out_of_range = || Flaw::new("integer out of range");
    Ok(match (kind, coerce::scalar(kind, view)?) {
        (_, Plain::Text(text)) => HeaderValue::String(text.to_owned()),
        (_, Plain::Bool(b)) => HeaderValue::Bool(b),
        (Kind::Byte, Plain::Int(i)) => HeaderValue::Byte(i.try_into().map_err(|_| out_of_range())?),
        (Kind::Short, Plain::Int(i)) => HeaderValue::Short(i.try_into().map_err(|_| out_of_range())?),
        (Kind::Integer, Plain::Int(i)) => HeaderValue::Int(i.try_into().map_err(|_| out_of_range())?),
        (_, Plain::Int(i)) => HeaderValue::Long(i),
        (_, Plain::Blob(bytes)) => HeaderValue::Bytes(bytes.into_owned().into()),
        (_, Plain::Time(time)) => {
            let millis = i64::from(time.subsec_nanos() / 1_000_000);
            let seconds = time.seconds().checked_mul(1000).and_then(|s| s.checked_add(millis));
            HeaderValue::Timestamp(seconds.ok_or_else(|| Flaw::new("timestamp out of range"))?)
        }
        (_, _) => return Err(Flaw::wanted("what a header of an event can hold", view.noun())),
    })
}

/// The payload of the message that opens the request's stream of events: the other members of the input. Only RPC
/// protocols have one; the rest protocols put those members elsewhere.
pub(super) fn initial_request(
    service: &Service,
    shape: ShapeId,
    protocol: Protocol,
    input: &dyn Record,
) -> Result<Option<Bytes>, Flaw> {
    let mut out = Vec::new();
    let hidden = |m: &Member| crate::protocol::is_events(service, m);
    let members = service.shape(shape).members();
    let without = Without { members, record: input, hidden: &hidden, nowhere: Absent };
    match protocol {
        Protocol::RpcV2Cbor => cbor::write(service, shape, &without, &mut out)?,
        Protocol::Json | Protocol::RpcV2Json => json::write(service, shape, &without, false, &mut out)?,
        _ => return Ok(None),
    }
    Ok(Some(out.into()))
}
