//! Shapes as trees of members.

use boto_model::{Kind, Location, Member, Service, Shape, ShapeId, Traits};

/// The members of a structure, one a line, each followed by what is inside it. `above` are the shapes that are being
/// printed; they are named and not opened again.
pub fn members(out: &mut String, service: &Service, id: ShapeId, depth: usize, above: &mut Vec<ShapeId>) {
    let structure = service.shape(id).structure();
    let payload = structure.and_then(|s| s.payload).map(usize::from);
    let width = service.shape(id).members().iter().map(|m| m.name.len()).max().unwrap_or(0) + 1;
    for (at, member) in service.shape(id).members().iter().enumerate() {
        let required = if member.traits.has(Traits::REQUIRED) { "*" } else { "" };
        let name = format!("{}{required}", member.name);
        let mut line = format!("{}{name:width$}  {}", "  ".repeat(depth), noun(service, member));
        let mut facts = facts(service.shape(member.target), member);
        if payload == Some(at) {
            facts.push("the whole body".to_owned());
        }
        if !facts.is_empty() {
            line += &format!(" ({})", facts.join(", "));
        }
        *out += &line;
        *out += "\n";
        inside(out, service, member.target, depth + 1, above);
    }
}

/// What is inside a shape: the members of a structure, of a list's elements, of a map's values.
fn inside(out: &mut String, service: &Service, id: ShapeId, depth: usize, above: &mut Vec<ShapeId>) {
    if above.contains(&id) {
        return;
    }
    above.push(id);
    match &service.shape(id).kind {
        Kind::Structure(_) => members(out, service, id, depth, above),
        Kind::List { member, .. } => inside(out, service, member.target, depth, above),
        Kind::Map { value, .. } => inside(out, service, value.target, depth, above),
        _ => {}
    }
    above.pop();
}

/// The type of a member.
fn noun(service: &Service, member: &Member) -> String {
    let shape = service.shape(member.target);
    let sparse = |sparse: &bool| if *sparse { "sparse " } else { "" };
    match &shape.kind {
        Kind::Structure(s) if s.event_stream => format!("event stream {}", shape.name),
        Kind::Structure(s) if s.union => format!("union {}", shape.name),
        Kind::Structure(_) => shape.name.to_string(),
        Kind::List { member, sparse: s } => format!("{}list of {}", sparse(s), element(service, member)),
        Kind::Map { key, value, sparse: s } => {
            format!("{}map of {} to {}", sparse(s), element(service, key), element(service, value))
        }
        Kind::String { values } if !values.is_empty() => format!("one of {}", shorten(&values.join(" "))),
        Kind::String { .. } => "string".to_owned(),
        Kind::Blob { .. } if member.traits.has(Traits::STREAMING) => "stream".to_owned(),
        other => format!("{other:?}").split_whitespace().next().unwrap_or_default().to_lowercase(),
    }
}

/// An element of a list or map, with its name on the wire if it has one. Not followed further down here, so that
/// recursive lists end.
fn element(service: &Service, member: &Member) -> String {
    let named = member.location_name.iter().map(|n| format!(" <{n}>")).collect::<String>();
    match &service.shape(member.target).kind {
        Kind::List { .. } | Kind::Map { .. } => format!("{}{named}", service.shape_name(member.target)),
        _ => format!("{}{named}", noun(service, member)),
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The traits of a member and the bounds of its shape.
fn facts(shape: &Shape, member: &Member) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    let wire = member.wire_name();
    match member.location {
        Location::Body => facts.extend(member.location_name.iter().map(|n| format!("as {n}"))),
        Location::Header => facts.push(format!("header {wire}")),
        Location::Headers => facts.push(format!("headers {wire}*")),
        Location::Querystring => facts.push(format!("query {wire}")),
        Location::Uri => facts.push(format!("label {wire}")),
        Location::StatusCode => facts.push("HTTP status".to_owned()),
    }
    let names = [
        (Traits::FLATTENED, "flattened"),
        (Traits::XML_ATTRIBUTE, "XML attribute"),
        (Traits::JSON_VALUE, "JSON in a string"),
        (Traits::SENSITIVE, "sensitive"),
        (Traits::IDEMPOTENCY_TOKEN, "idempotency token"),
        (Traits::EVENT_PAYLOAD, "event payload"),
        (Traits::EVENT_HEADER, "event header"),
        (Traits::HOST_LABEL, "host label"),
        (Traits::DEPRECATED, "deprecated"),
    ];
    facts.extend(names.iter().filter(|(t, _)| member.traits.has(*t)).map(|(_, name)| (*name).to_owned()));
    facts.extend(member.query_name.iter().map(|n| format!("query name {n}")));
    facts.extend(member.timestamp_format.map(|f| format!("{f:?}").to_lowercase()));
    facts.extend(member.xml_namespace.iter().map(|n| format!("xmlns {}", n.uri)));
    facts.extend(member.context_param.iter().map(|p| format!("endpoint parameter {p}")));
    facts.extend(shape.min.map(|min| format!("min {min}")));
    facts.extend(shape.max.map(|max| format!("max {max}")));
    facts
}

/// A modeled error in a line.
pub fn exception(service: &Service, id: ShapeId) -> String {
    let shape = service.shape(id);
    let mut line = shape.name.to_string();
    if let Some(exception) = shape.structure().and_then(|s| s.exception.as_ref()) {
        line += &exception.code.iter().map(|c| format!(" {c}")).collect::<String>();
        line += &exception.status.map(|s| format!(" {s}")).unwrap_or_default();
        if exception.retryable {
            line += if exception.throttling { " retryable, throttling" } else { " retryable" };
        }
    }
    let members: Vec<&str> = shape.members().iter().map(|m| &*m.name).collect();
    if members.is_empty() {
        return line;
    }
    format!("{line} {{ {} }}", members.join(", "))
}
