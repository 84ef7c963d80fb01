//! `application/x-www-form-urlencoded` request bodies: the query and ec2 protocols.

use crate::{
    codec::{
        coerce::{self, Plain},
        date, present, text, too_deep, Flaw, DEPTH,
    },
    field::{Entries, List, Record, View},
};
use boto_model::{Kind, Member, Service, ShapeId, TimestampFormat, Traits};
use std::borrow::Cow;

/// The two ways to name things.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The query protocol.
    Query,
    /// The ec2 protocol: lists are flat, names begin with capitals.
    Ec2,
}

/// Appends the record of that structure as `&name=value` pairs.
pub fn write(
    service: &Service,
    shape: ShapeId,
    record: &dyn Record,
    style: Style,
    out: &mut Vec<u8>,
) -> Result<(), Flaw> {
    let mut writer = Writer { service, style, prefix: String::new(), out };
    writer.record(service.shape(shape).members(), record, DEPTH)
}

struct Writer<'a> {
    service: &'a Service,
    style: Style,
    /// The name so far, `Entries.member.1`.
    prefix: String,
    out: &'a mut Vec<u8>,
}

impl Writer<'_> {
    fn record(&mut self, members: &[Member], record: &dyn Record, depth: u32) -> Result<(), Flaw> {
        for (index, member) in members.iter().enumerate() {
            let Some(view) = present(record, index, member) else { continue };
            let length = self.prefix.len();
            let name = self.name(member);
            self.push(&name);
            let outcome = self.value(member, view, length, depth).map_err(|flaw| flaw.within(&member.name));
            self.prefix.truncate(length);
            outcome?;
        }
        Ok(())
    }

    /// The name of a structure's member.
    fn name<'m>(&self, member: &'m Member) -> Cow<'m, str> {
        if self.style == Style::Query {
            return Cow::Borrowed(member.wire_name());
        }
        if let Some(name) = &member.query_name {
            return Cow::Borrowed(name);
        }
        let name = member.wire_name();
        match name.as_bytes().first() {
            Some(first) if first.is_ascii_lowercase() => {
                Cow::Owned(format!("{}{}", char::from(first.to_ascii_uppercase()), &name[1..]))
            }
            _ => Cow::Borrowed(name),
        }
    }

    fn push(&mut self, name: &str) {
        if !self.prefix.is_empty() {
            self.prefix.push('.');
        }
        self.prefix.push_str(name);
    }

    fn push_index(&mut self, index: usize) {
        self.push(&text::int_text(index as i64 + 1));
    }

    /// What is at `prefix`; up to `parent` it is the name of the structure around.
    fn value(&mut self, member: &Member, view: View<'_>, parent: usize, depth: u32) -> Result<(), Flaw> {
        let shape = self.service.shape(member.target);
        let mismatch = || Flaw::wanted(coerce::noun(&shape.kind), view.noun());
        let inner = depth.checked_sub(1);
        match &shape.kind {
            Kind::Structure(s) => {
                let record = view.record().ok_or_else(mismatch)?;
                self.record(&s.members, record, inner.ok_or_else(too_deep)?)
            }
            Kind::List { member: element, .. } => {
                let list = view.list().ok_or_else(mismatch)?;
                self.list(member, element, list, parent, inner.ok_or_else(too_deep)?)
            }
            Kind::Map { key, value, .. } => {
                let map = view.map().ok_or_else(mismatch)?;
                self.map(member, key, value, map, inner.ok_or_else(too_deep)?)
            }
            kind => {
                self.pair_name();
                let plain = coerce::scalar(kind, view)?;
                push_plain(self.out, member, plain)
            }
        }
    }

    fn list(
        &mut self,
        member: &Member,
        element: &Member,
        list: &dyn List,
        parent: usize,
        depth: u32,
    ) -> Result<(), Flaw> {
        if list.is_empty() && self.style == Style::Query {
            // An empty list is sent, as an empty value.
            self.pair_name();
            return Ok(());
        }
        if self.style == Style::Query {
            if !member.traits.has(Traits::FLATTENED) {
                self.push(element.location_name.as_deref().unwrap_or("member"));
            } else if let Some(name) = element.location_name.as_deref().filter(|_| flat_by_shape(member)) {
                self.prefix.truncate(parent);
                self.push(name);
            }
        }
        let length = self.prefix.len();
        for index in 0..list.len() {
            let view = list.get(index).view();
            if view.is_absent() {
                continue;
            }
            self.push_index(index);
            self.value(element, view, length, depth).map_err(|flaw| flaw.element(index))?;
            self.prefix.truncate(length);
        }
        Ok(())
    }

    fn map(
        &mut self,
        member: &Member,
        key_member: &Member,
        value_member: &Member,
        map: &dyn Entries,
        depth: u32,
    ) -> Result<(), Flaw> {
        if !member.traits.has(Traits::FLATTENED) {
            self.push("entry");
        }
        let length = self.prefix.len();
        let mut index = 0;
        for (key, field) in map.iter() {
            let view = field.view();
            if view.is_absent() {
                continue;
            }
            self.push_index(index);
            index += 1;
            let entry = self.prefix.len();
            self.push(key_member.location_name.as_deref().unwrap_or("key"));
            self.pair_name();
            text::push_percent(self.out, key.as_bytes(), false);
            self.prefix.truncate(entry);
            self.push(value_member.location_name.as_deref().unwrap_or("value"));
            self.value(value_member, view, entry, depth).map_err(|flaw| flaw.entry(key))?;
            self.prefix.truncate(length);
        }
        Ok(())
    }

    /// `&name=`
    fn pair_name(&mut self) {
        if !self.out.is_empty() {
            self.out.push(b'&');
        }
        text::push_percent(self.out, self.prefix.as_bytes(), false);
        self.out.push(b'=');
    }
}

/// Whether the list shape itself is flattened (as against the reference to it): then the elements are named by the
/// shape, else by the member.
pub(super) fn flat_by_shape(member: &Member) -> bool {
    member.traits.has(Traits::FLATTENED_SHAPE)
}

/// Appends a scalar as a form value.
fn push_plain(out: &mut Vec<u8>, member: &Member, plain: Plain<'_>) -> Result<(), Flaw> {
    let text: Cow<'_, str> = match plain {
        Plain::Text(s) | Plain::Digits(s) => Cow::Borrowed(s),
        Plain::Bool(b) => Cow::Borrowed(if b { "true" } else { "false" }),
        Plain::Int(i) => {
            text::push_int(out, i);
            return Ok(());
        }
        Plain::Float(f) => Cow::Owned(text::float_text(f)),
        Plain::Float32(f) => Cow::Owned(text::float32_text(f)),
        Plain::Blob(bytes) => Cow::Owned(text::base64(&bytes)),
        Plain::Time(time) => {
            let format = member.timestamp_format.unwrap_or(TimestampFormat::Iso8601);
            Cow::Owned(date::text(time, format).ok_or_else(|| Flaw::new("year out of range"))?)
        }
    };
    text::push_percent(out, text.as_bytes(), false);
    Ok(())
}
