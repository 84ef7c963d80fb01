//! Where the members of an input travel: labels, query, headers, payload.

use super::super::{is_events, start, Call};
use crate::{
    codec::{
        coerce::{self, Plain},
        date, json, present,
        text::{self, push_percent},
        Flaw,
    },
    field::{Entries, View},
    http::{HeaderMap, HeaderName, HeaderValue, Request},
};
use boto_model::{Kind, Location, Member, TimestampFormat, Traits};
use std::borrow::Cow;

/// What a protocol adds: how bodies are written.
pub trait Body {
    /// The body of all members that travel nowhere else.
    fn members(&self, call: &Call<'_>, out: &mut Vec<u8>) -> Result<(), Flaw>;
    /// The body that one member is.
    fn payload(&self, call: &Call<'_>, member: &Member, view: View<'_>, out: &mut Vec<u8>) -> Result<(), Flaw>;
    /// What stands for members, or for a structure, that are not there.
    fn empty(&self) -> &'static [u8];
    /// The type of a body made of members.
    fn content_type(&self) -> Option<HeaderValue>;
}

/// The request of a rest protocol.
pub fn encode(call: &Call<'_>, body: &dyn Body) -> Result<Request, Flaw> {
    let mut request = start::request(call, "")?;
    let (path, mut query) = template(call)?;
    request.url.path = path;
    if let Some(structure) = call.structure {
        bind(call, &structure.members, &mut query, &mut request.headers)?;
        match structure.payload.and_then(|i| Some((usize::from(i), structure.members.get(usize::from(i))?))) {
            Some((index, member)) => payload(call, body, index, member, &mut request)?,
            None => {
                let mut out = Vec::new();
                let in_body = |m: &Member| m.location == Location::Body;
                let mut members = structure.members.iter().enumerate().filter(|(_, m)| in_body(m)).peekable();
                if members.peek().is_none() {
                } else if members.any(|(i, m)| present(call.input, i, m).is_some()) {
                    out.reserve(256);
                    body.members(call, &mut out)?;
                } else {
                    out.extend_from_slice(body.empty());
                }
                set_body(&mut request, out, body);
            }
        }
    }
    request.url.query = String::from_utf8(query).unwrap_or_default();
    Ok(request)
}

fn set_body(request: &mut Request, out: Vec<u8>, body: &dyn Body) {
    if out.is_empty() {
        return;
    }
    if let (Some(content_type), http::header::Entry::Vacant(entry)) =
        (body.content_type(), request.headers.entry(http::header::CONTENT_TYPE))
    {
        entry.insert(content_type);
    }
    request.body = out.into();
}

/// The path of the operation's URI with its labels filled in, and its query.
fn template(call: &Call<'_>) -> Result<(String, Vec<u8>), Flaw> {
    let uri: &str = &call.operation.http.uri;
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let mut out = Vec::with_capacity(path.len() + 32);
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let (label, after) = after.split_once('}').ok_or_else(|| Flaw::new("a URI with an open label"))?;
        out.extend_from_slice(before.as_bytes());
        let (name, greedy) = label.strip_suffix('+').map_or((label, false), |name| (name, true));
        let members = call.structure.map_or(&[][..], |s| &s.members);
        let bound = |m: &Member| m.location == Location::Uri && m.wire_name() == name;
        let index = members
            .iter()
            .position(bound)
            .ok_or_else(|| Flaw::new(format!("the table has no member for the label {name:?} of the URI")))?;
        let member = &members[index];
        push_label(call, index, member, greedy, &mut out).map_err(|flaw| flaw.within(&member.name))?;
        rest = after;
    }
    out.extend_from_slice(rest.as_bytes());
    if out.first() != Some(&b'/') {
        out.insert(0, b'/');
    }
    Ok((String::from_utf8(out).unwrap_or_default(), query.as_bytes().to_vec()))
}

fn push_label(call: &Call<'_>, index: usize, member: &Member, greedy: bool, out: &mut Vec<u8>) -> Result<(), Flaw> {
    let view = call.input.get(index, &member.name).view();
    if view.is_absent() {
        return Err(Flaw::new("required: it is part of the URI"));
    }
    let text = query_text(call, member, view)?;
    if text.is_empty() {
        return Err(Flaw::new("must not be empty: it is part of the URI"));
    }
    push_percent(out, text.as_bytes(), greedy);
    Ok(())
}

/// Puts members into query and headers.
fn bind(call: &Call<'_>, members: &[Member], query: &mut Vec<u8>, headers: &mut HeaderMap) -> Result<(), Flaw> {
    for (index, member) in members.iter().enumerate() {
        if !matches!(member.location, Location::Querystring | Location::Header | Location::Headers) {
            continue;
        }
        let Some(view) = present(call.input, index, member) else { continue };
        let outcome = match (member.location, view.map()) {
            (Location::Querystring, Some(map)) if is_map(call, member) => {
                push_query_map(call, members, member, map, query)
            }
            (Location::Querystring, _) => push_query(call, member, view, query),
            (Location::Header, _) => set_header(call, member, view, headers),
            (_, Some(map)) => set_prefixed(member, map, headers),
            (_, None) => Err(Flaw::wanted("map", view.noun())),
        };
        outcome.map_err(|flaw| flaw.within(&member.name))?;
    }
    Ok(())
}

fn is_map(call: &Call<'_>, member: &Member) -> bool {
    matches!(call.service.shape(member.target).kind, Kind::Map { .. })
}

fn push_query(call: &Call<'_>, member: &Member, view: View<'_>, query: &mut Vec<u8>) -> Result<(), Flaw> {
    match &call.service.shape(member.target).kind {
        Kind::List { member: element, .. } => {
            let list = view.list().ok_or_else(|| Flaw::wanted("list", view.noun()))?;
            for index in 0..list.len() {
                let view = list.get(index).view();
                if !view.is_absent() {
                    let text = query_text(call, element, view).map_err(|flaw| flaw.element(index))?;
                    push_pair(query, member.wire_name(), &text);
                }
            }
        }
        _ => push_pair(query, member.wire_name(), &query_text(call, member, view)?),
    }
    Ok(())
}

/// The entries of a map as query parameters. A member that is bound to a name of its own wins over an entry.
fn push_query_map(
    call: &Call<'_>,
    members: &[Member],
    member: &Member,
    map: &dyn Entries,
    query: &mut Vec<u8>,
) -> Result<(), Flaw> {
    let Kind::Map { value: value_member, .. } = &call.service.shape(member.target).kind else { return Ok(()) };
    let taken = |key: &str| {
        members.iter().enumerate().any(|(i, m)| {
            m.location == Location::Querystring
                && m.wire_name() == key
                && !is_map(call, m)
                && present(call.input, i, m).is_some()
        })
    };
    for (key, field) in map.iter() {
        let view = field.view();
        if view.is_absent() || taken(key) {
            continue;
        }
        match view {
            View::List(list) | View::Array(list) => (0..list.len()).try_for_each(|index| {
                let text = match list.get(index).view() {
                    View::Str(text) => text,
                    other => return Err(Flaw::wanted("string", other.noun()).element(index)),
                };
                push_pair(query, key, text);
                Ok(())
            }),
            _ => query_text(call, value_member, view).map(|text| push_pair(query, key, &text)),
        }
        .map_err(|flaw| flaw.entry(key))?;
    }
    Ok(())
}

fn push_pair(query: &mut Vec<u8>, name: &str, value: &str) {
    if !query.is_empty() {
        query.push(b'&');
    }
    push_percent(query, name.as_bytes(), false);
    query.push(b'=');
    push_percent(query, value.as_bytes(), false);
}

/// A scalar as text in a label or the query: timestamps in ISO 8601 unless the member says otherwise.
fn query_text<'v>(call: &Call<'_>, member: &Member, view: View<'v>) -> Result<Cow<'v, str>, Flaw> {
    let plain = coerce::scalar(&call.service.shape(member.target).kind, view)?;
    plain_text(member, plain, TimestampFormat::Iso8601)
}

fn plain_text<'v>(member: &Member, plain: Plain<'v>, timestamps: TimestampFormat) -> Result<Cow<'v, str>, Flaw> {
    Ok(match plain {
        Plain::Text(s) | Plain::Digits(s) => Cow::Borrowed(s),
        Plain::Bool(b) => Cow::Borrowed(if b { "true" } else { "false" }),
        Plain::Int(i) => Cow::Owned(text::int_text(i)),
        Plain::Float(f) => Cow::Owned(text::float_text(f)),
        Plain::Float32(f) => Cow::Owned(text::float32_text(f)),
        Plain::Blob(bytes) => Cow::Owned(text::base64(&bytes)),
        Plain::Time(time) => {
            let format = member.timestamp_format.unwrap_or(timestamps);
            Cow::Owned(date::text(time, format).ok_or_else(|| Flaw::new("year out of range"))?)
        }
    })
}

fn set_header(call: &Call<'_>, member: &Member, view: View<'_>, headers: &mut HeaderMap) -> Result<(), Flaw> {
    let text = match &call.service.shape(member.target).kind {
        Kind::List { member: element, .. } => {
            let list = view.list().ok_or_else(|| Flaw::wanted("list", view.noun()))?;
            // An empty header reads as one empty element, which an enumeration (or a number) cannot be.
            let element_kind = &call.service.shape(element.target).kind;
            let plain = matches!(element_kind, Kind::String { values } if values.is_empty());
            if list.is_empty() && !plain {
                return Ok(());
            }
            // What is text by the table is quoted where it must be; dates have commas of their own, and untyped ones
            // may be text too.
            let strings = matches!(element_kind, Kind::String { .. });
            let (mut out, mut first) = (String::new(), true);
            for index in 0..list.len() {
                let view = list.get(index).view();
                if view.is_absent() {
                    continue;
                }
                let text = header_text(call, element, view).map_err(|flaw| flaw.element(index))?;
                if !std::mem::take(&mut first) {
                    out.push(',');
                }
                super::list::push_quoted(&mut out, &text, strings);
            }
            Cow::Owned(out)
        }
        Kind::String { .. } if member.traits.has(Traits::JSON_VALUE) => {
            let mut out = Vec::new();
            json::write_document(&mut out, view)?;
            Cow::Owned(text::base64(&out))
        }
        _ => header_text(call, member, view)?,
    };
    headers.insert(header_name(member.wire_name())?, start::header_value(text)?);
    Ok(())
}

/// A scalar as text in a header: timestamps as HTTP dates unless the member says otherwise, always in whole seconds.
fn header_text<'v>(call: &Call<'_>, member: &Member, view: View<'v>) -> Result<Cow<'v, str>, Flaw> {
    let plain = match coerce::scalar(&call.service.shape(member.target).kind, view)? {
        Plain::Time(time) => Plain::Time(crate::DateTime::from_seconds(time.seconds())),
        plain => plain,
    };
    plain_text(member, plain, TimestampFormat::Rfc822)
}

/// The entries of a map as headers whose names begin with the member's.
fn set_prefixed(member: &Member, map: &dyn Entries, headers: &mut HeaderMap) -> Result<(), Flaw> {
    // `locationName` may be empty: then the keys are the names.
    let prefix = member.location_name.as_deref().unwrap_or("");
    for (key, field) in map.iter() {
        match field.view() {
            View::Absent => Ok(()),
            View::Str(text) => header_name(&format!("{prefix}{key}")).and_then(|name| {
                // A header bound to a member of its own wins.
                let value = start::header_value(Cow::Borrowed(text))?;
                headers.entry(name).or_insert(value);
                Ok(())
            }),
            other => Err(Flaw::wanted("string", other.noun())),
        }
        .map_err(|flaw| flaw.entry(key))?;
    }
    Ok(())
}

fn header_name(name: &str) -> Result<HeaderName, Flaw> {
    HeaderName::from_bytes(name.as_bytes()).map_err(|_| Flaw::new(format!("not the name of a header: {name:?}")))
}

/// The body that one member is.
fn payload(call: &Call<'_>, body: &dyn Body, index: usize, member: &Member, request: &mut Request) -> Result<(), Flaw> {
    let kind = &call.service.shape(member.target).kind;
    if is_events(call.service, member) {
        let events = HeaderValue::from_static("application/vnd.amazon.eventstream");
        request.headers.insert(http::header::CONTENT_TYPE, events);
        return Ok(());
    }
    let view = present(call.input, index, member);
    let outcome = match (kind, view) {
        (Kind::Blob { .. } | Kind::String { .. }, None) => Ok(()),
        (Kind::Blob { .. }, Some(View::Stream(stream))) => {
            request.body = stream.clone();
            Ok(())
        }
        (Kind::Blob { .. }, Some(View::Blob(bytes))) => {
            request.body = bytes.clone().into();
            Ok(())
        }
        (Kind::Blob { .. } | Kind::String { .. }, Some(view)) => coerce::scalar(kind, view).map(|plain| match plain {
            Plain::Blob(bytes) => request.body = bytes.into_owned().into(),
            Plain::Text(text) => request.body = text.to_owned().into(),
            _ => {}
        }),
        (Kind::Structure(s), None) if s.union => Ok(()),
        (_, None) => {
            set_body(request, body.empty().to_vec(), body);
            Ok(())
        }
        (_, Some(view)) => {
            let mut out = Vec::with_capacity(256);
            body.payload(call, member, view, &mut out).map(|()| set_body(request, out, body))
        }
    };
    outcome.map_err(|flaw| flaw.within(&member.name))
}
