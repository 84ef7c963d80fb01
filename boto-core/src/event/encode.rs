//! From records to frames.

use super::{Events, Frame, Header, HeaderValue};
use crate::{
    field::{Field, Record, View, ABSENT},
    Error, ErrorKind, Result, Value,
};
use boto_model::{Kind, Member, Shape, Traits};
use bytes::Bytes;

impl Events {
    /// The frame of one event of the union.
    pub(super) fn encode(&self, union: &dyn Record) -> Result<Frame> {
        let (index, member) = self.chosen(union)?;
        let view = union.get(index, &member.name).view();
        let record = view.record().ok_or_else(|| self.unfit(&member.name, "structure", view))?;
        let shape = self.service.shape(member.target);
        let mut headers = vec![Header::text(":message-type", "event"), Header::text(":event-type", member.wire_name())];
        let (media, payload) = self.payload(shape, member, record)?;
        headers.extend(media.map(|media| Header::text(":content-type", media)));
        for (index, member) in shape.members().iter().enumerate() {
            let view = record.get(index, &member.name).view();
            if member.traits.has(Traits::EVENT_HEADER) && !view.is_absent() {
                let value = self.header(member, view)?;
                headers.push(Header { name: member.wire_name().to_owned(), value });
            }
        }
        Ok(Frame { headers, payload })
    }

    /// The one event that is set.
    fn chosen(&self, union: &dyn Record) -> Result<(usize, &Member)> {
        let members = self.service.shape(self.shape).members();
        if let Some((name, _)) = union.unknown() {
            return Err(self.invalid(format!("{name}: the model knows no such event")));
        }
        let mut set = members.iter().enumerate().filter(|(i, m)| !union.get(*i, &m.name).view().is_absent());
        match (set.next(), set.next()) {
            (Some(one), None) => Ok(one),
            (Some((_, a)), Some((_, b))) => Err(self.invalid(format!("both {} and {} are set", a.name, b.name))),
            (None, _) => {
                let others = union.unknown_names(&|name| members.iter().any(|m| m.name == name));
                let known = members.iter().map(|m| &*m.name).collect::<Vec<_>>().join(", ");
                let what = others.first().map_or("no event is set".to_owned(), |o| format!("{o}: no such event"));
                Err(self.invalid(what).with_hint(format!("events are {known}")))
            }
        }
    }

    /// Media type and bytes.
    fn payload(&self, shape: &Shape, of: &Member, record: &dyn Record) -> Result<(Option<&'static str>, Bytes)> {
        let members = shape.members();
        if let Some(index) = members.iter().position(|m| m.traits.has(Traits::EVENT_PAYLOAD)) {
            let member = &members[index];
            return self.explicit(member, record.get(index, &member.name).view());
        }
        if members.iter().all(|m| m.traits.has(Traits::EVENT_HEADER)) {
            return Ok((None, Bytes::new()));
        }
        let mut out = Vec::new();
        let body = BodyOnly { record, members, nowhere: Value::Null };
        self.codec.write(&self.service, of.target, &body, &mut out).map_err(|e| self.place(e))?;
        Ok((Some(self.codec.media_type()), out.into()))
    }

    /// A member that is the whole payload.
    fn explicit(&self, member: &Member, view: View<'_>) -> Result<(Option<&'static str>, Bytes)> {
        Ok(match (&self.service.shape(member.target).kind, view) {
            (_, View::Absent) => (None, Bytes::new()),
            (Kind::Blob { .. }, View::Blob(bytes)) => (Some("application/octet-stream"), bytes.clone()),
            (Kind::Blob { .. }, View::Stream(stream)) if stream.bytes().is_some() => {
                (Some("application/octet-stream"), stream.bytes().cloned().unwrap_or_default())
            }
            (Kind::Blob { .. }, View::Str(text)) => {
                (Some("application/octet-stream"), Bytes::copy_from_slice(text.as_bytes()))
            }
            (Kind::String { .. }, View::Str(text)) => (Some("text/plain"), Bytes::copy_from_slice(text.as_bytes())),
            (Kind::Blob { .. }, other) => return Err(self.unfit(&member.name, "blob", other)),
            (Kind::String { .. }, other) => return Err(self.unfit(&member.name, "string", other)),
            (_, view) => {
                let record = view.record().ok_or_else(|| self.unfit(&member.name, "structure", view))?;
                let mut out = Vec::new();
                self.codec.write(&self.service, member.target, record, &mut out).map_err(|e| self.place(e))?;
                (Some(self.codec.media_type()), out.into())
            }
        })
    }

    fn header(&self, member: &Member, view: View<'_>) -> Result<HeaderValue> {
        let shape = self.service.shape(member.target);
        // botocore's format writes bytes and shorts as integers, but keeps the names of their shapes.
        let narrow = match (&shape.kind, &*shape.name) {
            (Kind::Integer, "Byte" | "PrimitiveByte") => &Kind::Byte,
            (Kind::Integer, "Short" | "PrimitiveShort") => &Kind::Short,
            (kind, _) => kind,
        };
        let value = match (narrow, view) {
            (Kind::Boolean, View::Bool(value)) => Some(HeaderValue::Bool(value)),
            (Kind::Byte, View::Int(n)) => n.try_into().ok().map(HeaderValue::Byte),
            (Kind::Short, View::Int(n)) => n.try_into().ok().map(HeaderValue::Short),
            (Kind::Integer, View::Int(n)) => n.try_into().ok().map(HeaderValue::Int),
            (Kind::Long, View::Int(n)) => Some(HeaderValue::Long(n)),
            (Kind::Blob { .. }, View::Blob(bytes)) => Some(HeaderValue::Bytes(bytes.clone())),
            (Kind::Blob { .. }, View::Str(text)) => Some(HeaderValue::Bytes(Bytes::copy_from_slice(text.as_bytes()))),
            (Kind::String { .. }, View::Str(text)) => Some(HeaderValue::String(text.to_owned())),
            (Kind::Timestamp, View::Time(time)) => {
                let millis = i64::from(time.subsec_nanos() / 1_000_000);
                time.seconds().checked_mul(1000).and_then(|s| s.checked_add(millis)).map(HeaderValue::Timestamp)
            }
            _ => None,
        };
        value.ok_or_else(|| self.unfit(&member.name, kind_noun(narrow), view))
    }

    fn unfit(&self, name: &str, wanted: &str, view: View<'_>) -> Error {
        self.invalid(format!("{name}: wants {wanted}, has {}", view.noun()))
    }

    fn invalid(&self, problem: String) -> Error {
        self.place(Error::new(ErrorKind::Validation, format!("event cannot be sent: {problem}")))
    }
}

fn kind_noun(kind: &Kind) -> &'static str {
    match kind {
        Kind::Boolean => "boolean",
        Kind::Byte => "integer of 8 bits",
        Kind::Short => "integer of 16 bits",
        Kind::Integer => "integer of 32 bits",
        Kind::Long => "integer",
        Kind::Blob { .. } => "blob",
        Kind::Timestamp => "timestamp",
        Kind::String { .. } => "string",
        _ => "a type that headers can carry",
    }
}

/// A record without what travels in headers.
struct BodyOnly<'a> {
    record: &'a dyn Record,
    members: &'a [Member],
    /// Nobody writes to a record while it is encoded.
    nowhere: Value,
}

impl Record for BodyOnly<'_> {
    fn get(&self, index: usize, name: &str) -> &dyn Field {
        if self.members.get(index).is_some_and(|m| m.traits.has(Traits::EVENT_HEADER)) {
            return &ABSENT;
        }
        self.record.get(index, name)
    }

    fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn Field {
        &mut self.nowhere
    }

    fn active(&self) -> Option<usize> {
        self.record.active()
    }
}
