//! Writing fields as XML, through the tables.

use crate::{
    codec::{
        coerce::{self, Plain},
        date, present, text, too_deep, Flaw, DEPTH,
    },
    field::{Record, View},
};
use boto_model::{Kind, Location, Member, Service, TimestampFormat, Traits, XmlNamespace};
use std::borrow::Cow;

/// The element around everything.
pub struct Root<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its namespace.
    pub namespace: Option<&'a XmlNamespace>,
}

/// Appends the record as an XML element. `body` leaves out the members that travel elsewhere in the HTTP message.
pub fn write(
    service: &Service,
    root: &Root<'_>,
    target: boto_model::ShapeId,
    view: View<'_>,
    body: bool,
    out: &mut Vec<u8>,
) -> Result<(), Flaw> {
    let mut writer = Writer { service, out };
    match &service.shape(target).kind {
        Kind::Structure(s) => {
            let record = view.record().ok_or_else(|| Flaw::wanted("structure", view.noun()))?;
            writer.record(&s.members, root.name, root.namespace, record, body, DEPTH)
        }
        _ => {
            // A list, a map or a scalar that is the whole body.
            let member = Member {
                name: root.name.to_owned().into(),
                target,
                location_name: None,
                location: Location::Body,
                query_name: None,
                timestamp_format: None,
                xml_namespace: root.namespace.cloned(),
                context_param: None,
                traits: Traits::default(),
            };
            writer.value(&member, root.name, view, DEPTH)
        }
    }
}

struct Writer<'a> {
    service: &'a Service,
    out: &'a mut Vec<u8>,
}

impl Writer<'_> {
    /// `<name xmlns="…" attribute="…">…</name>`
    fn record(
        &mut self,
        members: &[Member],
        name: &str,
        namespace: Option<&XmlNamespace>,
        record: &dyn Record,
        body: bool,
        depth: u32,
    ) -> Result<(), Flaw> {
        let depth = depth.checked_sub(1).ok_or_else(too_deep)?;
        let body = body && members.iter().any(|m| m.location != Location::Body);
        self.out.push(b'<');
        self.out.extend_from_slice(name.as_bytes());
        self.namespace(namespace);
        if members.iter().any(|m| m.traits.has(Traits::XML_ATTRIBUTE)) {
            for (index, member) in members.iter().enumerate() {
                if member.traits.has(Traits::XML_ATTRIBUTE) {
                    if let Some(view) = present(record, index, member) {
                        let plain = coerce::scalar(&self.service.shape(member.target).kind, view)
                            .map_err(|flaw| flaw.within(&member.name))?;
                        self.out.push(b' ');
                        self.out.extend_from_slice(member.wire_name().as_bytes());
                        self.out.extend_from_slice(b"=\"");
                        self.plain(member, plain, true)?;
                        self.out.push(b'"');
                    }
                }
            }
        }
        self.out.push(b'>');
        for (index, member) in members.iter().enumerate() {
            if member.traits.has(Traits::XML_ATTRIBUTE) || (body && member.location != Location::Body) {
                continue;
            }
            if let Some(view) = present(record, index, member) {
                self.value(member, member.wire_name(), view, depth).map_err(|flaw| flaw.within(&member.name))?;
            }
        }
        self.close(name);
        Ok(())
    }

    /// One member as an element of that name, or as many if it is flattened.
    fn value(&mut self, member: &Member, name: &str, view: View<'_>, depth: u32) -> Result<(), Flaw> {
        let shape = self.service.shape(member.target);
        let mismatch = || Flaw::wanted(coerce::noun(&shape.kind), view.noun());
        let inner = depth.checked_sub(1);
        match &shape.kind {
            Kind::Structure(s) => {
                let record = view.record().ok_or_else(mismatch)?;
                self.record(&s.members, name, member.xml_namespace.as_ref(), record, false, depth)
            }
            Kind::List { member: element, .. } => {
                let list = view.list().ok_or_else(mismatch)?;
                let inner = inner.ok_or_else(too_deep)?;
                let flattened = member.traits.has(Traits::FLATTENED);
                let element_name = if flattened { name } else { element.location_name.as_deref().unwrap_or("member") };
                if !flattened {
                    self.open(name, member.xml_namespace.as_ref());
                }
                for index in 0..list.len() {
                    match list.get(index).view() {
                        View::Absent => {
                            self.open(element_name, None);
                            self.close(element_name);
                        }
                        view => {
                            self.value(element, element_name, view, inner).map_err(|flaw| flaw.element(index))?;
                        }
                    }
                }
                if !flattened {
                    self.close(name);
                }
                Ok(())
            }
            Kind::Map { key: key_member, value: value_member, .. } => {
                let map = view.map().ok_or_else(mismatch)?;
                let inner = inner.ok_or_else(too_deep)?;
                let flattened = member.traits.has(Traits::FLATTENED);
                let entry = if flattened { name } else { "entry" };
                if !flattened {
                    self.open(name, member.xml_namespace.as_ref());
                }
                for (key, field) in map.iter() {
                    if field.view().is_absent() {
                        continue;
                    }
                    self.open(entry, None);
                    let key_name = key_member.location_name.as_deref().unwrap_or("key");
                    self.open(key_name, key_member.xml_namespace.as_ref());
                    push_escaped(self.out, key, false);
                    self.close(key_name);
                    let value_name = value_member.location_name.as_deref().unwrap_or("value");
                    self.value(value_member, value_name, field.view(), inner).map_err(|flaw| flaw.entry(key))?;
                    self.close(entry);
                }
                if !flattened {
                    self.close(name);
                }
                Ok(())
            }
            kind => {
                let plain = coerce::scalar(kind, view)?;
                self.open(name, member.xml_namespace.as_ref());
                self.plain(member, plain, false)?;
                self.close(name);
                Ok(())
            }
        }
    }

    fn open(&mut self, name: &str, namespace: Option<&XmlNamespace>) {
        self.out.push(b'<');
        self.out.extend_from_slice(name.as_bytes());
        self.namespace(namespace);
        self.out.push(b'>');
    }

    fn close(&mut self, name: &str) {
        self.out.extend_from_slice(b"</");
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'>');
    }

    fn namespace(&mut self, namespace: Option<&XmlNamespace>) {
        let Some(XmlNamespace { uri, prefix }) = namespace else { return };
        self.out.extend_from_slice(b" xmlns");
        if let Some(prefix) = prefix.as_deref().filter(|p| !p.is_empty()) {
            self.out.push(b':');
            self.out.extend_from_slice(prefix.as_bytes());
        }
        self.out.extend_from_slice(b"=\"");
        push_escaped(self.out, uri, true);
        self.out.push(b'"');
    }

    fn plain(&mut self, member: &Member, plain: Plain<'_>, attribute: bool) -> Result<(), Flaw> {
        let text: Cow<'_, str> = match plain {
            Plain::Text(s) | Plain::Digits(s) => Cow::Borrowed(s),
            Plain::Bool(b) => Cow::Borrowed(if b { "true" } else { "false" }),
            Plain::Int(i) => {
                text::push_int(self.out, i);
                return Ok(());
            }
            Plain::Float(f) => Cow::Owned(text::float_text(f)),
            Plain::Float32(f) => Cow::Owned(text::float32_text(f)),
            Plain::Blob(bytes) => {
                text::push_base64(self.out, &bytes);
                return Ok(());
            }
            Plain::Time(time) => {
                let format = member.timestamp_format.unwrap_or(TimestampFormat::Iso8601);
                Cow::Owned(date::text(time, format).ok_or_else(|| Flaw::new("year out of range"))?)
            }
        };
        push_escaped(self.out, &text, attribute);
        Ok(())
    }
}

/// Appends text with what XML cannot carry as it is escaped: carriage returns and the exotic line ends too, which
/// readers would turn into plain ones.
fn push_escaped(out: &mut Vec<u8>, text: &str, attribute: bool) {
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let escape: Cow<'_, str> = match c {
            '&' => "&amp;".into(),
            '<' => "&lt;".into(),
            '>' => "&gt;".into(),
            '"' if attribute => "&quot;".into(),
            '\n' | '\t' if !attribute => continue,
            '\u{0}'..='\u{1f}' | '\u{85}' | '\u{2028}' => format!("&#x{:X};", u32::from(c)).into(),
            _ => continue,
        };
        out.extend_from_slice(&text.as_bytes()[start..at]);
        out.extend_from_slice(escape.as_bytes());
        start = at + c.len_utf8();
    }
    out.extend_from_slice(&text.as_bytes()[start..]);
}
