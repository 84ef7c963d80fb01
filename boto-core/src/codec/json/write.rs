//! Writing fields as JSON, through the tables.

use super::document;
use crate::{
    codec::{
        coerce::{self, Plain},
        date, present,
        swar::json_special as special,
        text, too_deep, Flaw, DEPTH,
    },
    field::{Record, View},
    value::Object,
};
use boto_model::{Kind, Location, Member, Service, ShapeId, TimestampFormat};

/// Appends the record of that structure as a JSON object. `body` leaves out the members that travel elsewhere in the
/// HTTP message.
pub fn write(
    service: &Service,
    shape: ShapeId,
    record: &dyn Record,
    body: bool,
    out: &mut Vec<u8>,
) -> Result<(), Flaw> {
    let mut writer = Writer { service, timestamps: TimestampFormat::UnixTimestamp, out };
    match &service.shape(shape).kind {
        Kind::Structure(_) => writer.record(service.shape(shape).members(), record, body, DEPTH),
        _ => Err(Flaw::new("the table has no structure here")),
    }
}

/// Appends what a member holds as a JSON value.
pub fn write_member(service: &Service, member: &Member, view: View<'_>, out: &mut Vec<u8>) -> Result<(), Flaw> {
    Writer { service, timestamps: TimestampFormat::UnixTimestamp, out }.value(member, view, DEPTH)
}

/// Writes fields as JSON.
pub struct Writer<'a> {
    /// The tables.
    pub service: &'a Service,
    /// How timestamps are written whose member does not say.
    pub timestamps: TimestampFormat,
    /// Where to.
    pub out: &'a mut Vec<u8>,
}

impl Writer<'_> {
    fn record(&mut self, members: &[Member], record: &dyn Record, body: bool, depth: u32) -> Result<(), Flaw> {
        self.out.push(b'{');
        let mut first = true;
        if let Some((name, value)) = record.unknown() {
            push_string(self.out, name);
            self.out.push(b':');
            document::push_value(self.out, value);
        } else if let Some(index) = record.active() {
            if let Some(member) = members.get(index) {
                self.entry(member, record.get(index, &member.name).view(), &mut first, depth)?;
            }
        } else {
            for (index, member) in members.iter().enumerate() {
                if body && member.location != Location::Body {
                    continue;
                }
                if let Some(view) = present(record, index, member) {
                    self.entry(member, view, &mut first, depth)?;
                }
            }
        }
        self.out.push(b'}');
        Ok(())
    }

    #[inline]
    fn entry(&mut self, member: &Member, view: View<'_>, first: &mut bool, depth: u32) -> Result<(), Flaw> {
        self.comma(first);
        push_key(self.out, member.wire_name());
        if let (View::Str(text), Kind::String { .. }) = (view, &self.service.shape(member.target).kind) {
            push_string(self.out, text);
            return Ok(());
        }
        self.value(member, view, depth).map_err(|flaw| flaw.within(&member.name))
    }

    #[inline]
    fn comma(&mut self, first: &mut bool) {
        if !std::mem::take(first) {
            self.out.push(b',');
        }
    }

    /// One value.
    pub fn value(&mut self, member: &Member, view: View<'_>, depth: u32) -> Result<(), Flaw> {
        let shape = self.service.shape(member.target);
        let mismatch = || Flaw::wanted(coerce::noun(&shape.kind), view.noun());
        let inner = depth.checked_sub(1);
        match &shape.kind {
            Kind::Structure(s) => {
                let record = view.record().ok_or_else(mismatch)?;
                self.record(&s.members, record, false, inner.ok_or_else(too_deep)?)
            }
            Kind::List { member, .. } => {
                let list = view.list().ok_or_else(mismatch)?;
                let inner = inner.ok_or_else(too_deep)?;
                self.out.push(b'[');
                for index in 0..list.len() {
                    if index > 0 {
                        self.out.push(b',');
                    }
                    match list.get(index).view() {
                        View::Absent => self.out.extend_from_slice(b"null"),
                        view => self.value(member, view, inner).map_err(|flaw| flaw.element(index))?,
                    }
                }
                self.out.push(b']');
                Ok(())
            }
            Kind::Map { value, .. } => {
                let map = view.map().ok_or_else(mismatch)?;
                let inner = inner.ok_or_else(too_deep)?;
                self.out.push(b'{');
                let mut first = true;
                for (key, field) in map.iter() {
                    self.comma(&mut first);
                    push_key(self.out, key);
                    match field.view() {
                        View::Absent => self.out.extend_from_slice(b"null"),
                        view => self.value(value, view, inner).map_err(|flaw| flaw.entry(key))?,
                    }
                }
                self.out.push(b'}');
                Ok(())
            }
            Kind::Document => push_document(self.out, view, depth),
            kind => {
                match coerce::scalar(kind, view)? {
                    Plain::Text(s) => push_string(self.out, s),
                    Plain::Bool(true) => self.out.extend_from_slice(b"true"),
                    Plain::Bool(false) => self.out.extend_from_slice(b"false"),
                    Plain::Int(i) => text::push_int(self.out, i),
                    Plain::Float(f) => document::push_float(self.out, f),
                    Plain::Float32(f) if f.is_finite() => {
                        self.out.extend_from_slice(text::float32_text(f).as_bytes());
                    }
                    Plain::Float32(f) => document::push_float(self.out, f.into()),
                    Plain::Digits(digits) => self.out.extend_from_slice(digits.as_bytes()),
                    Plain::Blob(bytes) => document::push_blob(self.out, &bytes),
                    Plain::Time(time) => {
                        let format = member.timestamp_format.unwrap_or(self.timestamps);
                        let text = date::text(time, format).ok_or_else(|| Flaw::new("year out of range"))?;
                        if format == TimestampFormat::UnixTimestamp {
                            self.out.extend_from_slice(text.as_bytes());
                        } else {
                            push_string(self.out, &text);
                        }
                    }
                }
                Ok(())
            }
        }
    }
}

/// Appends any data as JSON, without a table.
pub fn write_document(out: &mut Vec<u8>, view: View<'_>) -> Result<(), Flaw> {
    push_document(out, view, DEPTH)
}

fn push_document(out: &mut Vec<u8>, view: View<'_>, depth: u32) -> Result<(), Flaw> {
    match view {
        View::Absent => out.extend_from_slice(b"null"),
        View::Bool(b) => out.extend_from_slice(if b { b"true" } else { b"false" }),
        View::Int(i) => text::push_int(out, i),
        View::Float(f) => document::push_float(out, f),
        View::Float32(f) => document::push_float(out, f.into()),
        View::Number(n) => document::push_digits(out, n),
        View::Str(s) => push_string(out, s),
        View::Blob(b) => document::push_blob(out, b),
        View::Time(t) => push_string(out, &t.to_string()),
        View::Object(Object(map)) => {
            let depth = depth.checked_sub(1).ok_or_else(too_deep)?;
            out.push(b'{');
            for (i, (key, value)) in map.iter().enumerate() {
                if i > 0 {
                    out.push(b',');
                }
                push_string(out, key);
                out.push(b':');
                push_document(out, crate::field::Field::view(value), depth).map_err(|flaw| flaw.entry(key))?;
            }
            out.push(b'}');
        }
        View::List(list) | View::Array(list) => {
            let depth = depth.checked_sub(1).ok_or_else(too_deep)?;
            out.push(b'[');
            for index in 0..list.len() {
                if index > 0 {
                    out.push(b',');
                }
                push_document(out, list.get(index).view(), depth).map_err(|flaw| flaw.element(index))?;
            }
            out.push(b']');
        }
        view => return Err(Flaw::wanted("document", view.noun())),
    }
    Ok(())
}

/// Appends a key: a string in quotes and its colon.
#[inline]
fn push_key(out: &mut Vec<u8>, name: &str) {
    let bytes = name.as_bytes();
    if special(bytes, 0) == bytes.len() {
        out.reserve(bytes.len() + 3);
        out.push(b'"');
        out.extend_from_slice(bytes);
        out.extend_from_slice(b"\":");
    } else {
        push_string(out, name);
        out.push(b':');
    }
}

/// Appends a string in quotes.
#[inline]
pub fn push_string(out: &mut Vec<u8>, text: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let bytes = text.as_bytes();
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    if special(bytes, 0) == bytes.len() {
        out.extend_from_slice(bytes);
        out.push(b'"');
        return;
    }
    let mut start = 0;
    loop {
        let end = special(bytes, start);
        out.extend_from_slice(&bytes[start..end]);
        let Some(&byte) = bytes.get(end) else { break };
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            _ => {
                out.extend_from_slice(&[
                    b'\\',
                    b'u',
                    b'0',
                    b'0',
                    HEX[usize::from(byte >> 4)],
                    HEX[usize::from(byte & 15)],
                ]);
            }
        }
        start = end + 1;
    }
    out.push(b'"');
}
