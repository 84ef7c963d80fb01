//! What all requests begin with: idempotency tokens, host prefixes, the empty request.

use super::Call;
use crate::{
    body::ByteStream,
    codec::Flaw,
    field::{Absent, Field, Record, Special, View},
    http::{HeaderMap, HeaderValue, Method, Request, Url},
};
use boto_model::{shape::Structure, Kind, Service, ShapeId, Traits};
use std::borrow::Cow;

/// The input with its absent idempotency token filled in.
pub(super) struct Filled<'a> {
    input: &'a dyn Record,
    index: usize,
    token: String,
    /// What [`Record::get_mut`] gives away; encoding never writes.
    nowhere: Absent,
}

impl<'a> Filled<'a> {
    /// `None` if there is no such member, or it is set.
    pub fn new(structure: &Structure, input: &'a dyn Record, token: &dyn Fn() -> String) -> Option<Filled<'a>> {
        let is_token = |m: &boto_model::Member| m.traits.has(Traits::IDEMPOTENCY_TOKEN);
        let index = structure.members.iter().position(is_token)?;
        match input.get(index, &structure.members[index].name).view() {
            // A required token is a plain string in typed inputs, with no other way to be absent.
            View::Absent | View::Str("") => Some(Filled { input, index, token: token(), nowhere: Absent }),
            _ => None,
        }
    }
}

impl Record for Filled<'_> {
    fn get(&self, index: usize, name: &str) -> &dyn Field {
        if index == self.index {
            &self.token
        } else {
            self.input.get(index, name)
        }
    }
    fn get_mut(&mut self, _: usize, _: &str) -> &mut dyn Field {
        &mut self.nowhere
    }
    fn special(&self) -> Option<&dyn Special> {
        self.input.special()
    }
}

/// The operation's host prefix with its labels filled in.
pub(super) fn host_prefix(call: &Call<'_>) -> Result<Option<String>, Flaw> {
    let Some(template) = &call.operation.host_prefix else { return Ok(None) };
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest: &str = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (label, after) = after.split_once('}').ok_or_else(|| Flaw::new("a host prefix with an open label"))?;
        out.push_str(before);
        let value = call.structure.and_then(|s| s.member(label)).map(|(i, m)| call.input.get(i, &m.name).view());
        match value {
            Some(View::Str(value)) if !value.is_empty() => {
                if !value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.') {
                    let problem = "goes into the host name: only letters, digits, '-' and '.' can";
                    return Err(Flaw::new(problem).within(label));
                }
                out.push_str(value);
            }
            _ => return Err(Flaw::new("required: it goes into the host name").within(label)),
        }
        rest = after;
    }
    out.push_str(rest);
    Ok(Some(out))
}

/// A request to `/` without headers and body.
pub(super) fn request(call: &Call<'_>, path: impl Into<String>) -> Result<Request, Flaw> {
    Ok(Request {
        method: method(&call.operation.http.method)?,
        url: Url { path: path.into(), ..Url::default() },
        headers: HeaderMap::new(),
        body: ByteStream::default(),
    })
}

fn method(name: &str) -> Result<Method, Flaw> {
    Ok(match name {
        "GET" => Method::GET,
        "POST" => Method::POST,
        "PUT" => Method::PUT,
        "DELETE" => Method::DELETE,
        "HEAD" => Method::HEAD,
        "PATCH" => Method::PATCH,
        other => Method::from_bytes(other.as_bytes()).map_err(|_| Flaw::new(format!("no HTTP method: {other:?}")))?,
    })
}

/// Text as the value of a header.
pub(super) fn header_value(text: Cow<'_, str>) -> Result<HeaderValue, Flaw> {
    HeaderValue::from_bytes(text.trim_matches([' ', '\t']).as_bytes())
        .map_err(|_| Flaw::new("control characters cannot travel in a header"))
}

/// Whether anything below this shape is marked sensitive.
pub(super) fn is_sensitive(service: &Service, shape: ShapeId) -> bool {
    let (mut seen, mut queue) = (vec![shape], vec![shape]);
    while let Some(id) = queue.pop() {
        let shape = service.shape(id);
        let members: Vec<&boto_model::Member> = match &shape.kind {
            Kind::Structure(s) => s.members.iter().collect(),
            Kind::List { member, .. } => vec![member],
            Kind::Map { key, value, .. } => vec![key, value],
            _ => Vec::new(),
        };
        if shape.sensitive || members.iter().any(|m| m.traits.has(Traits::SENSITIVE)) {
            return true;
        }
        for member in members {
            if !seen.contains(&member.target) {
                seen.push(member.target);
                queue.push(member.target);
            }
        }
    }
    false
}
