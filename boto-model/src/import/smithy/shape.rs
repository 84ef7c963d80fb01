//! Shapes and members.

use super::model::{prelude, Model, Role, Wanted, UNIT};
use super::service::namespace;
use crate::document::{Node, Read};
use crate::shape::{Exception, Structure};
use crate::{Kind, Location, Member, Protocol, Shape, Text, TimestampFormat, Traits};

/// All shapes that something refers to; more come to be wanted while they are made.
pub(super) fn shapes(model: &mut Model<'_>) -> Read<Vec<Shape>> {
    let mut shapes = Vec::new();
    while let Some(wanted) = model.wanted.get(shapes.len()).copied() {
        let shape = shape(wanted, model)?;
        shapes.push(shape);
    }
    // An event is a structure that an event stream has as a member, unless it is an error.
    let events: Vec<usize> = shapes
        .iter()
        .filter(|s| s.structure().is_some_and(|s| s.event_stream))
        .flat_map(|s| s.members().iter().map(|m| m.target.0 as usize))
        .collect();
    for at in events {
        if let Some(Kind::Structure(event)) = shapes.get_mut(at).map(|s| &mut s.kind) {
            event.event = event.exception.is_none();
        }
    }
    Ok(shapes)
}

fn shape<'a>(wanted: Wanted<'a>, model: &mut Model<'a>) -> Read<Shape> {
    let mut shape = Shape {
        name: model.name(wanted.id),
        kind: Kind::Document,
        sensitive: false,
        deprecated: false,
        min: None,
        max: None,
        pattern: None,
    };
    if let Some(kind) = prelude(wanted.id).and_then(simple) {
        shape.kind = kind;
        return Ok(shape);
    }
    if wanted.id == UNIT {
        shape.kind = Kind::Structure(Structure::default());
        return Ok(shape);
    }
    let node = model.node(wanted.id)?;
    shape.kind = kind(wanted, node, model)?;
    shape.sensitive = node.has_trait("smithy.api#sensitive");
    shape.deprecated = node.has_trait("smithy.api#deprecated");
    for bounds in ["smithy.api#length", "smithy.api#range"] {
        if let Some(bounds) = node.smithy_trait(bounds) {
            shape.min = bounds.get("min").map(|n| n.number()).transpose()?;
            shape.max = bounds.get("max").map(|n| n.number()).transpose()?;
        }
    }
    shape.pattern = node.smithy_trait("smithy.api#pattern").map(|p| p.text()).transpose()?;
    Ok(shape)
}

fn simple(name: &str) -> Option<Kind> {
    Some(match name {
        "string" => Kind::String { values: Box::default() },
        "blob" => Kind::Blob { streaming: false, requires_length: false },
        "boolean" => Kind::Boolean,
        "byte" => Kind::Byte,
        "short" => Kind::Short,
        "integer" | "intEnum" => Kind::Integer,
        "long" => Kind::Long,
        "float" => Kind::Float,
        "double" => Kind::Double,
        "bigInteger" => Kind::BigInteger,
        "bigDecimal" => Kind::BigDecimal,
        "timestamp" => Kind::Timestamp,
        "document" => Kind::Document,
        _ => return None,
    })
}

fn kind<'a>(wanted: Wanted<'a>, node: Node<'a>, model: &mut Model<'a>) -> Read<Kind> {
    let sparse = node.has_trait("smithy.api#sparse");
    Ok(match node.required("type")?.as_ref() {
        "structure" | "union" => Kind::Structure(structure(wanted.id, node, model)?),
        "list" | "set" => {
            let mut member = element(&node, "member", model)?;
            if wanted.nameless {
                member.location_name = None;
            }
            Kind::List { member: Box::new(member), sparse }
        }
        "map" => Kind::Map {
            key: Box::new(element(&node, "key", model)?),
            value: Box::new(element(&node, "value", model)?),
            sparse,
        },
        "string" => Kind::String { values: old_enum(&node)? },
        "enum" => Kind::String { values: enum_values(&node)? },
        "blob" => Kind::Blob {
            streaming: node.has_trait(STREAMING),
            requires_length: node.has_trait("smithy.api#requiresLength"),
        },
        other => match simple(other) {
            Some(kind) => kind,
            None => return Err(node.error(format!("unknown type {other:?}"))),
        },
    })
}

const STREAMING: &str = "smithy.api#streaming";
const XML_NAME: &str = "smithy.api#xmlName";

/// The values of an `enum` shape: `@enumValue`, else the name of the member.
fn enum_values(node: &Node<'_>) -> Read<Box<[Text]>> {
    let Some(members) = node.get("members") else { return Ok(Box::default()) };
    let value = |(name, member): (&str, Node<'_>)| match member.smithy_trait("smithy.api#enumValue") {
        Some(value) => value.text(),
        None => Ok(name.to_owned().into()),
    };
    let values = members.entries()?.map(value).collect();
    values
}

/// The `@enum` of version 1.0.
fn old_enum(node: &Node<'_>) -> Read<Box<[Text]>> {
    let Some(definitions) = node.smithy_trait("smithy.api#enum") else { return Ok(Box::default()) };
    let values = definitions.items()?.map(|d| d.required("value")).collect();
    values
}

fn structure<'a>(id: &'a str, node: Node<'a>, model: &mut Model<'a>) -> Read<Structure> {
    let mut members = Vec::new();
    let mut payload = None;
    let role = model.roles.get(id).copied().filter(|_| model.is_rest());
    if let Some(json) = node.json.get("members") {
        for (name, _) in json.entries() {
            // Two steps, so that a complaint names the whole path.
            let list = node.get("members").unwrap_or(node);
            let Some(reference) = list.get(name) else { continue };
            if role.is_some() && reference.has_trait("smithy.api#httpPayload") {
                payload = Some(members.len() as u16);
            }
            let target = model.target(&reference)?;
            members.push(member(name, &reference, target, model, role)?);
        }
    }
    if members.len() > usize::from(u16::MAX) {
        return Err(node.error("too many members"));
    }
    let is_union = node.json.get("type").and_then(|t| t.as_str()) == Some("union");
    Ok(Structure {
        members: members.into(),
        union: is_union,
        exception: exception(id, &node, model)?,
        event_stream: is_union && node.has_trait(STREAMING),
        event: false,
        payload,
        wrapper: false,
    })
}

fn exception(id: &str, node: &Node<'_>, model: &Model<'_>) -> Read<Option<Exception>> {
    let Some(error) = node.smithy_trait("smithy.api#error") else { return Ok(None) };
    let status = node.smithy_trait("smithy.api#httpError").map(|s| s.fitting()).transpose()?;
    let retryable = node.smithy_trait("smithy.api#retryable");
    let mut exception = Exception {
        code: None,
        status,
        sender_fault: error.string()? == "client",
        retryable: retryable.is_some(),
        throttling: retryable.map_or(Ok(false), |r| r.flag("throttling"))?,
    };
    // The code of the query protocol; elsewhere errors are known by the names of their shapes.
    if let Some(query) = node.smithy_trait("aws.protocols#awsQueryError") {
        if model.protocol == Protocol::Query {
            exception.code = Some(query.required("code")?).filter(|code| *code != model.name(id));
            exception.status = Some(query.get("httpResponseCode").map_or(Ok(400), |s| s.fitting())?);
        }
    }
    Ok(Some(exception))
}

fn element<'a>(node: &Node<'a>, name: &'static str, model: &mut Model<'a>) -> Read<Member> {
    let reference = node.get(name).ok_or_else(|| node.error(format!("{name} is missing")))?;
    let target = model.target(&reference)?;
    member(name, &reference, target, model, None)
}

/// A reference. HTTP bindings count where a role is given.
fn member<'a>(name: &str, node: &Node<'_>, target: &'a str, model: &mut Model<'a>, role: Option<Role>) -> Read<Member> {
    let definition = model.definition(target);
    let of_target = |trait_name: &str| definition.as_ref().is_some_and(|d| d.has_trait(trait_name));
    let either = |name: &'static str| node.has_trait(name) || of_target(name);
    let (location, bound_name) = role.map_or(Ok((Location::Body, None)), |role| binding(node, role))?;
    let flattened = model.is_xml() && node.has_trait("smithy.api#xmlFlattened");
    let nameless =
        flattened && definition.as_ref().is_some_and(|d| d.get("member").is_some_and(|m| m.has_trait(XML_NAME)));
    let mut traits = Traits::default();
    let mut flag = |set: bool, flag: Traits| {
        if set {
            traits = traits.with(flag);
        }
    };
    flag(node.has_trait("smithy.api#required"), Traits::REQUIRED);
    flag(flattened, Traits::FLATTENED);
    flag(node.has_trait("smithy.api#xmlAttribute"), Traits::XML_ATTRIBUTE);
    flag(of_target(STREAMING) && type_of(definition.as_ref()) == "blob", Traits::STREAMING);
    flag(location == Location::Header && is_json_text(node, definition.as_ref()), Traits::JSON_VALUE);
    flag(either("smithy.api#sensitive"), Traits::SENSITIVE);
    flag(node.has_trait("smithy.api#idempotencyToken"), Traits::IDEMPOTENCY_TOKEN);
    flag(node.has_trait("smithy.api#eventPayload"), Traits::EVENT_PAYLOAD);
    flag(node.has_trait("smithy.api#eventHeader"), Traits::EVENT_HEADER);
    flag(node.has_trait("smithy.api#hostLabel"), Traits::HOST_LABEL);
    flag(either("smithy.api#deprecated"), Traits::DEPRECATED);
    let location_name = match location {
        Location::Body => body_name(node, definition.as_ref(), target, model)?,
        _ => bound_name,
    };
    let is_root = model.protocol == Protocol::RestXml && node.has_trait("smithy.api#httpPayload");
    let own = node.smithy_trait("smithy.api#xmlNamespace").map(namespace).transpose()?;
    let below = definition.as_ref().and_then(|d| d.smithy_trait("smithy.api#xmlNamespace").map(namespace));
    let format = node.smithy_trait(FORMAT).map(timestamp_format).transpose()?;
    let format_below = definition.as_ref().and_then(|d| d.smithy_trait(FORMAT).map(timestamp_format));
    let context = node.smithy_trait("smithy.rules#contextParam").map(|p| p.required("name")).transpose()?;
    let query_name = node.smithy_trait("aws.protocols#ec2QueryName").map(|n| n.text()).transpose()?;
    let fallback = if is_root { model.xml_namespace.clone() } else { None };
    Ok(Member {
        name: name.to_owned().into(),
        // The root element keeps its name even where it is the member's, for it would be named by the shape otherwise.
        location_name: location_name.filter(|n| is_root || n != name),
        location,
        query_name: query_name.filter(|_| model.protocol == Protocol::Ec2),
        timestamp_format: format.or(format_below.transpose()?),
        xml_namespace: own.or(below.transpose()?).or(fallback).filter(|_| model.is_xml()),
        context_param: context,
        traits,
        target: model.number(target, nameless),
    })
}

const FORMAT: &str = "smithy.api#timestampFormat";

/// The name in the body: `@xmlName` in XML, `@jsonName` in REST JSON. A structure that is the whole body is an
/// element named as the structure.
fn body_name(node: &Node<'_>, definition: Option<&Node<'_>>, target: &str, model: &Model<'_>) -> Read<Option<Text>> {
    let own = match model.protocol {
        Protocol::RestJson => "smithy.api#jsonName",
        _ if model.is_xml() => XML_NAME,
        _ => return Ok(None),
    };
    if let Some(name) = node.smithy_trait(own) {
        return name.text().map(Some);
    }
    let is_element = matches!(type_of(definition), "structure" | "union");
    if is_element && model.protocol == Protocol::RestXml && node.has_trait("smithy.api#httpPayload") {
        let below = definition.and_then(|d| d.smithy_trait(XML_NAME).map(|n| n.text()));
        return Ok(below.transpose()?.or_else(|| Some(model.name(target))));
    }
    Ok(None)
}

fn type_of<'a>(definition: Option<&Node<'a>>) -> &'a str {
    definition.and_then(|d| d.json.get("type")?.as_str()).unwrap_or_default()
}

fn is_json_text(node: &Node<'_>, definition: Option<&Node<'_>>) -> bool {
    const MEDIA_TYPE: &str = "smithy.api#mediaType";
    let is_json =
        |n: &Node<'_>| n.smithy_trait(MEDIA_TYPE).is_some_and(|t| t.json.as_str() == Some("application/json"));
    is_json(node) || definition.is_some_and(is_json)
}

/// Where in an HTTP message a member travels, and its name there. What only requests have means nothing in outputs,
/// and what only responses have means nothing in inputs.
fn binding(node: &Node<'_>, role: Role) -> Read<(Location, Option<Text>)> {
    let named = [
        ("smithy.api#httpHeader", Location::Header, None),
        ("smithy.api#httpPrefixHeaders", Location::Headers, None),
        ("smithy.api#httpQuery", Location::Querystring, Some(Role::Input)),
    ];
    let counts = |only: Option<Role>| only.is_none_or(|only| only == role);
    for (name, location, only) in named {
        if let Some(bound) = node.smithy_trait(name).filter(|_| counts(only)) {
            return Ok((location, Some(bound.text()?)));
        }
    }
    let nameless = [
        ("smithy.api#httpLabel", Location::Uri, Role::Input),
        ("smithy.api#httpQueryParams", Location::Querystring, Role::Input),
        ("smithy.api#httpResponseCode", Location::StatusCode, Role::Output),
    ];
    let found = nameless.into_iter().find(|(name, _, only)| *only == role && node.has_trait(name));
    Ok((found.map_or(Location::Body, |(_, location, _)| location), None))
}

fn timestamp_format(node: Node<'_>) -> Read<TimestampFormat> {
    Ok(match node.string()? {
        "date-time" => TimestampFormat::Iso8601,
        "http-date" => TimestampFormat::Rfc822,
        "epoch-seconds" => TimestampFormat::UnixTimestamp,
        other => return Err(node.error(format!("unknown timestamp format {other:?}"))),
    })
}
