//! Shapes and members in packed form.

use super::reader::Reader;
#[cfg(feature = "import")]
use super::writer::Out;
use crate::shape::{Exception, Structure};
use crate::{Kind, Location, Member, Shape, ShapeId, Text, TimestampFormat, Traits, XmlNamespace};

const SENSITIVE: u8 = 0x20;
const DEPRECATED: u8 = 0x40;
const BOUNDS: u8 = 0x80;

const PLAIN_STRUCTURE: u8 = 0;
const LIST: u8 = 1;
const MAP: u8 = 2;
const STRING: u8 = 3;
const ENUM: u8 = 4;
const BLOB: u8 = 14; // and 15, 16, 17: streaming, requires_length, both
const STRUCTURE: u8 = 20;
const SPARSE_LIST: u8 = 21;
const SPARSE_MAP: u8 = 22;

/// The kinds that carry nothing further.
const SIMPLE: [(u8, Kind); 10] = [
    (5, Kind::Boolean),
    (6, Kind::Byte),
    (7, Kind::Short),
    (8, Kind::Integer),
    (9, Kind::Long),
    (10, Kind::Float),
    (11, Kind::Double),
    (12, Kind::BigInteger),
    (13, Kind::BigDecimal),
    (18, Kind::Timestamp),
];
const DOCUMENT: u8 = 19;

pub(super) fn read_shape(r: &mut Reader<'_>, _id: ShapeId) -> Option<Shape> {
    let head = r.byte()?;
    let name = r.text()?;
    let (mut min, mut max, mut pattern) = (None, None, None);
    if head & BOUNDS != 0 {
        let which = r.byte()?;
        if which & 1 != 0 {
            min = Some(r.number()?);
        }
        if which & 2 != 0 {
            max = Some(r.number()?);
        }
        pattern = r.text_if(which & 4 != 0)?;
    }
    let kind = match head & 0x1f {
        PLAIN_STRUCTURE => Kind::Structure(Structure { members: r.list(read_member)?, ..Structure::default() }),
        STRUCTURE => Kind::Structure(read_structure(r)?),
        tag @ (LIST | SPARSE_LIST) => Kind::List { member: Box::new(read_element(r, "member")?), sparse: tag != LIST },
        tag @ (MAP | SPARSE_MAP) => Kind::Map {
            key: Box::new(read_element(r, "key")?),
            value: Box::new(read_element(r, "value")?),
            sparse: tag != MAP,
        },
        STRING => Kind::String { values: Box::default() },
        ENUM => Kind::String { values: r.texts()? },
        tag @ BLOB..=17 => Kind::Blob { streaming: (tag - BLOB) & 1 != 0, requires_length: (tag - BLOB) & 2 != 0 },
        DOCUMENT => Kind::Document,
        tag => SIMPLE.iter().find(|(t, _)| *t == tag)?.1.clone(),
    };
    Some(Shape { name, kind, sensitive: head & SENSITIVE != 0, deprecated: head & DEPRECATED != 0, min, max, pattern })
}

fn read_structure(r: &mut Reader<'_>) -> Option<Structure> {
    let flags = r.byte()?;
    let payload = if flags & 16 != 0 { Some(u16::try_from(r.varint()?).ok()?) } else { None };
    let exception = if flags & 32 != 0 {
        let which = r.byte()?;
        Some(Exception {
            code: r.text_if(which & 1 != 0)?,
            status: if which & 2 != 0 { Some(u16::try_from(r.varint()?).ok()?) } else { None },
            sender_fault: which & 4 != 0,
            retryable: which & 8 != 0,
            throttling: which & 16 != 0,
        })
    } else {
        None
    };
    Some(Structure {
        union: flags & 1 != 0,
        event_stream: flags & 2 != 0,
        event: flags & 4 != 0,
        wrapper: flags & 8 != 0,
        payload,
        exception,
        members: r.list(read_member)?,
    })
}

// The first byte of a member; the most frequent facts only.
const REQUIRED: u8 = 1;
const NAMED: u8 = 2;
const RECASED: u8 = 4;
const LOCATION_SHIFT: u8 = 3;
const MORE: u8 = 0x40;

// The flags that follow where MORE is set: what else is there, then the traits but REQUIRED. The traits come last, so
// that new ones can be added.
const QUERY_NAME: u64 = 1;
const NAMESPACE: u64 = 1 << 1;
const CONTEXT: u64 = 1 << 2;
const FORMAT_SHIFT: u32 = 3;
const TRAITS_SHIFT: u32 = 4; // REQUIRED is bit 0 of the traits and does not stand here

fn read_member(r: &mut Reader<'_>) -> Option<Member> {
    let head = r.byte()?;
    let name = r.text()?;
    read_reference(r, head, name)
}

/// The element of a list or map, whose name is always the same.
fn read_element(r: &mut Reader<'_>, name: &'static str) -> Option<Member> {
    let head = r.byte()?;
    read_reference(r, head, Text::Borrowed(name))
}

fn read_reference(r: &mut Reader<'_>, head: u8, name: Text) -> Option<Member> {
    let target = r.id()?;
    let location_name = if head & RECASED != 0 { Some(recased(&name)?.into()) } else { r.text_if(head & NAMED != 0)? };
    let mut member = Member {
        name,
        target,
        location_name,
        location: location(head >> LOCATION_SHIFT & 7)?,
        query_name: None,
        timestamp_format: None,
        xml_namespace: None,
        context_param: None,
        traits: Traits(u32::from(head & REQUIRED)),
    };
    if head & MORE != 0 {
        let more = r.varint()?;
        member.traits.0 |= u32::try_from(more >> TRAITS_SHIFT & !1).ok()?;
        member.query_name = r.text_if(more & QUERY_NAME != 0)?;
        member.xml_namespace = read_namespace_if(r, more & NAMESPACE != 0)?;
        member.context_param = r.text_if(more & CONTEXT != 0)?;
        member.timestamp_format = match more >> FORMAT_SHIFT & 3 {
            0 => None,
            1 => Some(TimestampFormat::Iso8601),
            2 => Some(TimestampFormat::Rfc822),
            _ => Some(TimestampFormat::UnixTimestamp),
        };
    }
    Some(member)
}

pub(super) fn read_namespace_if(r: &mut Reader<'_>, present: bool) -> Option<Option<XmlNamespace>> {
    if !present {
        return Some(None);
    }
    let prefixed = r.byte()? != 0;
    Some(Some(XmlNamespace { uri: r.text()?, prefix: r.text_if(prefixed)? }))
}

fn location(number: u8) -> Option<Location> {
    Some(match number {
        0 => Location::Body,
        1 => Location::Header,
        2 => Location::Headers,
        3 => Location::Querystring,
        4 => Location::Uri,
        5 => Location::StatusCode,
        _ => return None,
    })
}

/// The name with the case of its first letter turned round: what four in five names on the wire are.
fn recased(name: &str) -> Option<String> {
    let first = *name.as_bytes().first()?;
    if !first.is_ascii_alphabetic() {
        return None;
    }
    let mut turned = String::with_capacity(name.len());
    turned.push(char::from(first ^ 0x20));
    turned.push_str(&name[1..]);
    Some(turned)
}

#[cfg(feature = "import")]
pub(super) fn write_shape(out: &mut Out, shape: &Shape) {
    let (tag, specials) = match &shape.kind {
        Kind::Structure(s) => {
            let specials = u8::from(s.union)
                | u8::from(s.event_stream) << 1
                | u8::from(s.event) << 2
                | u8::from(s.wrapper) << 3
                | u8::from(s.payload.is_some()) << 4
                | u8::from(s.exception.is_some()) << 5;
            (if specials == 0 { PLAIN_STRUCTURE } else { STRUCTURE }, specials)
        }
        Kind::List { sparse, .. } => (if *sparse { SPARSE_LIST } else { LIST }, 0),
        Kind::Map { sparse, .. } => (if *sparse { SPARSE_MAP } else { MAP }, 0),
        Kind::String { values } => (if values.is_empty() { STRING } else { ENUM }, 0),
        Kind::Blob { streaming, requires_length } => (BLOB + u8::from(*streaming) + 2 * u8::from(*requires_length), 0),
        Kind::Document => (DOCUMENT, 0),
        simple => (SIMPLE.iter().find(|(_, k)| k == simple).map_or(DOCUMENT, |(t, _)| *t), 0),
    };
    let bounds =
        u8::from(shape.min.is_some()) | u8::from(shape.max.is_some()) << 1 | u8::from(shape.pattern.is_some()) << 2;
    let flag = |set: bool, flag: u8| if set { flag } else { 0 };
    out.byte(tag | flag(shape.sensitive, SENSITIVE) | flag(shape.deprecated, DEPRECATED) | flag(bounds != 0, BOUNDS));
    out.text(&shape.name);
    if bounds != 0 {
        out.byte(bounds);
        shape.min.into_iter().chain(shape.max).for_each(|n| out.number(n));
        shape.pattern.iter().for_each(|p| out.text(p));
    }
    match &shape.kind {
        Kind::Structure(s) => write_structure(out, s, specials),
        Kind::List { member, .. } => write_member(out, member, false),
        Kind::Map { key, value, .. } => {
            write_member(out, key, false);
            write_member(out, value, false);
        }
        Kind::String { values } if !values.is_empty() => out.texts(values),
        _ => {}
    }
}

#[cfg(feature = "import")]
fn write_structure(out: &mut Out, structure: &Structure, specials: u8) {
    if specials != 0 {
        out.byte(specials);
    }
    if let Some(payload) = structure.payload {
        out.varint(u64::from(payload));
    }
    if let Some(exception) = &structure.exception {
        out.byte(
            u8::from(exception.code.is_some())
                | u8::from(exception.status.is_some()) << 1
                | u8::from(exception.sender_fault) << 2
                | u8::from(exception.retryable) << 3
                | u8::from(exception.throttling) << 4,
        );
        exception.code.iter().for_each(|c| out.text(c));
        exception.status.iter().for_each(|s| out.varint(u64::from(*s)));
    }
    out.varint(structure.members.len() as u64);
    structure.members.iter().for_each(|m| write_member(out, m, true));
}

#[cfg(feature = "import")]
fn write_member(out: &mut Out, member: &Member, named: bool) {
    let is_recased = member.location_name.as_deref().is_some_and(|n| recased(&member.name).as_deref() == Some(n));
    let location = match member.location {
        Location::Body => 0,
        Location::Header => 1,
        Location::Headers => 2,
        Location::Querystring => 3,
        Location::Uri => 4,
        Location::StatusCode => 5,
    };
    let traits = u64::from(member.traits.0 & !Traits::REQUIRED.0);
    let format = member.timestamp_format.map_or(0, |f| match f {
        TimestampFormat::Iso8601 => 1,
        TimestampFormat::Rfc822 => 2,
        TimestampFormat::UnixTimestamp => 3,
    });
    let flag = |set: bool, flag: u64| if set { flag } else { 0 };
    let more = traits << TRAITS_SHIFT
        | flag(member.query_name.is_some(), QUERY_NAME)
        | flag(member.xml_namespace.is_some(), NAMESPACE)
        | flag(member.context_param.is_some(), CONTEXT)
        | format << FORMAT_SHIFT;
    let mut head = location << LOCATION_SHIFT;
    head |= if member.traits.has(Traits::REQUIRED) { REQUIRED } else { 0 };
    head |= match &member.location_name {
        Some(_) if is_recased => RECASED,
        Some(_) => NAMED,
        None => 0,
    };
    head |= if more != 0 { MORE } else { 0 };
    out.byte(head);
    if named {
        out.text(&member.name);
    }
    out.id(member.target);
    if head & NAMED != 0 {
        member.location_name.iter().for_each(|n| out.text(n));
    }
    if more != 0 {
        out.varint(more);
        member.query_name.iter().for_each(|n| out.text(n));
        member.xml_namespace.iter().for_each(|n| write_namespace(out, n));
        member.context_param.iter().for_each(|n| out.text(n));
    }
}

#[cfg(feature = "import")]
pub(super) fn write_namespace(out: &mut Out, namespace: &XmlNamespace) {
    out.byte(u8::from(namespace.prefix.is_some()));
    out.text(&namespace.uri);
    namespace.prefix.iter().for_each(|p| out.text(p));
}
