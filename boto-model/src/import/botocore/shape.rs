//! Shapes and the references to them.

use super::{xml_namespace, Index};
use crate::document::{Node, Read};
use crate::shape::{Exception, Structure};
use crate::{suggest, Kind, Location, Member, Shape, ShapeId, TimestampFormat, Traits};

pub(super) fn shape(name: &str, node: Node<'_>, index: &Index<'_>) -> Read<Shape> {
    let kind = kind(&node, index)?;
    Ok(Shape {
        name: name.to_owned().into(),
        kind,
        sensitive: node.flag("sensitive")?,
        deprecated: node.flag("deprecated")?,
        min: node.get("min").map(|n| n.number()).transpose()?,
        max: node.get("max").map(|n| n.number()).transpose()?,
        pattern: node.text_of("pattern")?,
    })
}

fn kind(node: &Node<'_>, index: &Index<'_>) -> Read<Kind> {
    if node.flag("document")? {
        return Ok(Kind::Document);
    }
    Ok(match node.required("type")?.as_ref() {
        "structure" => Kind::Structure(structure(node, index)?),
        "list" => Kind::List { member: Box::new(element(node, "member", index)?), sparse: node.flag("sparse")? },
        "map" => Kind::Map {
            key: Box::new(element(node, "key", index)?),
            value: Box::new(element(node, "value", index)?),
            sparse: node.flag("sparse")?,
        },
        "string" | "character" => Kind::String { values: node.texts_of("enum")? },
        "boolean" => Kind::Boolean,
        "byte" => Kind::Byte,
        "short" => Kind::Short,
        "integer" => Kind::Integer,
        "long" => Kind::Long,
        "float" => Kind::Float,
        "double" => Kind::Double,
        "biginteger" | "bigInteger" => Kind::BigInteger,
        "bigdecimal" | "bigDecimal" => Kind::BigDecimal,
        "blob" => Kind::Blob { streaming: node.flag("streaming")?, requires_length: node.flag("requiresLength")? },
        "timestamp" => Kind::Timestamp,
        "document" => Kind::Document,
        other => return Err(node.error(format!("unknown type {other:?}"))),
    })
}

fn structure(node: &Node<'_>, index: &Index<'_>) -> Read<Structure> {
    let mut members = Vec::new();
    if let Some(listed) = node.get("members") {
        for (name, reference) in listed.entries()? {
            members.push(member(name, reference, index)?);
        }
    }
    // A model in botocore's tests names one member without a list, and botocore takes that.
    let required = match node.get("required") {
        Some(one) if one.json.as_str().is_some() => vec![one.string()?.to_owned().into()].into(),
        _ => node.texts_of("required")?,
    };
    for name in required {
        // Some models require members that they do not have.
        if let Some(member) = members.iter_mut().find(|m| m.name == name) {
            member.traits = member.traits.with(Traits::REQUIRED);
        }
    }
    let order = node.texts_of("xmlOrder")?;
    if !order.is_empty() {
        members.sort_by_key(|m| order.iter().position(|name| *name == m.name).unwrap_or(usize::MAX));
    }
    if members.len() > usize::from(u16::MAX) {
        return Err(node.error("too many members"));
    }
    let payload = match node.get("payload") {
        Some(name) => match members.iter().position(|m| name.json.as_str() == Some(&*m.name)) {
            Some(at) => Some(at as u16),
            None => return Err(name.error(format!("no member named {:?}", name.string()?))),
        },
        None => None,
    };
    let union = node.flag("union")?;
    if let Some(at) = payload {
        name_payload(node, &mut members[usize::from(at)], index)?;
    }
    Ok(Structure {
        members: members.into(),
        union,
        exception: exception(node)?,
        event_stream: node.flag("eventstream")?,
        event: node.flag("event")?,
        payload,
        wrapper: node.flag("wrapper")?,
    })
}

/// A payload keeps its `locationName` even where it is the member's own name: it names the root element, which would be
/// named by the shape otherwise.
fn name_payload(node: &Node<'_>, member: &mut Member, index: &Index<'_>) -> Read<()> {
    let Some(listed) = node.get("members") else { return Ok(()) };
    let mut listed = listed.entries()?;
    if let Some((_, reference)) = listed.find(|(name, _)| *name == member.name) {
        let (_, definition) = target(&reference, index)?;
        let named = reference.text_of("locationName")?;
        member.location_name = named.map_or_else(|| definition.text_of("locationName"), |n| Ok(Some(n)))?;
    }
    Ok(())
}

fn exception(node: &Node<'_>) -> Read<Option<Exception>> {
    let is_exception = node.flag("exception")? || node.flag("fault")? || node.get("error").is_some();
    if !is_exception {
        return Ok(None);
    }
    let retryable = node.get("retryable");
    let mut exception = error_facts(node)?;
    exception.retryable = retryable.is_some();
    exception.throttling = retryable.map_or(Ok(false), |r| r.flag("throttling"))?;
    Ok(Some(exception))
}

/// The `error` of a shape or of a reference to it.
pub(super) fn error_facts(node: &Node<'_>) -> Read<Exception> {
    let Some(error) = node.get("error") else { return Ok(Exception::default()) };
    Ok(Exception {
        code: error.text_of("code")?,
        status: error.get("httpStatusCode").map(|s| s.fitting()).transpose()?,
        sender_fault: error.flag("senderFault")?,
        ..Exception::default()
    })
}

fn element(node: &Node<'_>, name: &str, index: &Index<'_>) -> Read<Member> {
    let reference = node.get(name).ok_or_else(|| node.error(format!("{name} is missing")))?;
    member(name, reference, index)
}

/// The shape that a reference names: its number and its definition.
pub(super) fn target<'a>(reference: &Node<'_>, index: &Index<'a>) -> Read<(ShapeId, Node<'a>)> {
    let name = reference.required("shape")?;
    match index.numbers.get(name.as_ref()) {
        Some(&number) => Ok((ShapeId(number), index.shapes[number as usize].1)),
        None => {
            let near = suggest::nearest(&name, index.numbers.keys().copied());
            let hint = near.first().map(|n| format!("; did you mean {n:?}?")).unwrap_or_default();
            Err(reference.error(format!("no shape named {name:?}{hint}")))
        }
    }
}

/// A reference, with the traits of the shape under its own.
fn member(name: &str, reference: Node<'_>, index: &Index<'_>) -> Read<Member> {
    let (target, definition) = target(&reference, index)?;
    let pick = |key: &'static str| if reference.json.get(key).is_some() { &reference } else { &definition };
    let mut traits = Traits::default();
    for (key, flag) in FLAGS {
        if pick(key).flag(key)? {
            traits = traits.with(flag);
        }
    }
    if traits.has(Traits::FLATTENED) && reference.json.get("flattened").is_none() {
        traits = traits.with(Traits::FLATTENED_SHAPE);
    }
    let location_name = pick("locationName").text_of("locationName")?.filter(|n| n != name);
    let format = pick("timestampFormat");
    let namespace = pick("xmlNamespace");
    Ok(Member {
        name: name.to_owned().into(),
        target,
        location_name,
        location: pick("location").get("location").map_or(Ok(Location::Body), location)?,
        query_name: pick("queryName").text_of("queryName")?,
        timestamp_format: format.get("timestampFormat").map(timestamp_format).transpose()?,
        xml_namespace: namespace.get("xmlNamespace").map(xml_namespace).transpose()?,
        context_param: match reference.get("contextParam") {
            Some(param) => Some(param.required("name")?),
            None => None,
        },
        traits,
    })
}

const FLAGS: [(&str, Traits); 11] = [
    ("flattened", Traits::FLATTENED),
    ("xmlAttribute", Traits::XML_ATTRIBUTE),
    ("streaming", Traits::STREAMING),
    ("jsonvalue", Traits::JSON_VALUE),
    ("sensitive", Traits::SENSITIVE),
    ("idempotencyToken", Traits::IDEMPOTENCY_TOKEN),
    ("eventpayload", Traits::EVENT_PAYLOAD),
    ("eventheader", Traits::EVENT_HEADER),
    ("hostLabel", Traits::HOST_LABEL),
    ("deprecated", Traits::DEPRECATED),
    ("box", Traits::BOX),
];

fn location(node: Node<'_>) -> Read<Location> {
    Ok(match node.string()? {
        "header" => Location::Header,
        "headers" => Location::Headers,
        "querystring" => Location::Querystring,
        "uri" => Location::Uri,
        "statusCode" => Location::StatusCode,
        "body" => Location::Body,
        other => return Err(node.error(format!("unknown location {other:?}"))),
    })
}

pub(super) fn timestamp_format(node: Node<'_>) -> Read<TimestampFormat> {
    Ok(match node.string()? {
        "iso8601" => TimestampFormat::Iso8601,
        "rfc822" => TimestampFormat::Rfc822,
        "unixTimestamp" => TimestampFormat::UnixTimestamp,
        other => return Err(node.error(format!("unknown timestamp format {other:?}"))),
    })
}
