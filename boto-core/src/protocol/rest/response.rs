//! Where the members of an output come from: status, headers, payload.

use super::super::{is_events, is_stream, json, Answer, Payload};
use crate::{
    body::ByteStream,
    codec::{coerce, json as json_text, open_list, open_map, text::unbase64, Flaw},
    field::{Change, Field, Record},
    http::HeaderMap,
};
use boto_model::{shape::Structure, Kind, Location, Member, Service, TimestampFormat, Traits};
use std::borrow::Cow;

/// What a protocol adds: how bodies are read.
pub trait Parsed {
    /// The body that all members are which come from nowhere else.
    fn members(&self, structure: &Structure, body: &[u8], into: &mut dyn Record) -> Result<(), Flaw>;
    /// The body that one member is.
    fn payload(&self, member: &Member, body: &[u8], field: &mut dyn Field) -> Result<(), Flaw>;
}

/// The answer of a rest protocol.
pub fn decode(answer: &Answer<'_>, parsed: &dyn Parsed, payload: Payload, output: &mut dyn Record) -> Result<(), Flaw> {
    let Some(structure) = answer.structure else { return Ok(()) };
    decode_bound(answer.service, structure, answer.status, answer.headers, output)?;
    let member = structure.payload.and_then(|i| Some((usize::from(i), structure.members.get(usize::from(i))?)));
    let Some((index, member)) = member else {
        // Nothing is to be found in the body, whatever it is.
        let bodiless = structure.members.iter().all(|member| member.location.is_head());
        return if bodiless { Ok(()) } else { parsed.members(structure, &payload.bytes()?, output) };
    };
    let field = output.get_mut(index, &member.name);
    let outcome = if is_events(answer.service, member) {
        Ok(field.put(Change::Events(json::reader(answer, member.target, payload)))?)
    } else if is_stream(answer.service, member) {
        match payload {
            Payload::Stream(stream) => Ok(field.put(Change::Stream(stream))?),
            Payload::Bytes(bytes) if bytes.is_empty() => Ok(()),
            Payload::Bytes(bytes) => Ok(field.put(Change::Stream(ByteStream::from(bytes)))?),
        }
    } else {
        let bytes = payload.bytes()?;
        match &answer.service.shape(member.target).kind {
            _ if bytes.is_empty() => Ok(()),
            Kind::Blob { .. } => Ok(field.put(Change::Blob(bytes))?),
            Kind::String { .. } => match std::str::from_utf8(&bytes) {
                Ok(text) => Ok(field.put(Change::Str(Cow::Borrowed(text)))?),
                Err(error) => Err(Flaw::new("not UTF-8").at(error.valid_up_to())),
            },
            _ => parsed.payload(member, &bytes, field),
        }
    };
    output.forget(&member.name);
    outcome.map_err(|flaw| flaw.within(&member.name))
}

/// The members that come from the status and from headers.
pub fn decode_bound(
    service: &Service,
    structure: &Structure,
    status: u16,
    headers: &HeaderMap,
    output: &mut dyn Record,
) -> Result<(), Flaw> {
    let there = headers.keys().fold(0, |bits, name| bits | bit(name.as_str()));
    for (index, member) in structure.members.iter().enumerate() {
        if !member.location.is_head() {
            continue;
        }
        if member.location == Location::Header && there & bit(member.wire_name()) == 0 {
            continue;
        }
        let outcome = match member.location {
            Location::StatusCode => Ok(output.get_mut(index, &member.name).put(Change::Int(i64::from(status)))?),
            Location::Headers => prefixed(member, headers, output.get_mut(index, &member.name)),
            _ => match header(headers, member.wire_name())? {
                Some(text) => from_header(service, member, text, output.get_mut(index, &member.name)),
                None => continue,
            },
        };
        output.forget(&member.name);
        outcome.map_err(|flaw| flaw.within(&member.name))?;
    }
    Ok(())
}

/// A bit for names of this length and end. Outputs of S3 name dozens of headers, of which few are there, and to look for
/// one by its name costs more than this.
fn bit(name: &str) -> u64 {
    let last = name.bytes().next_back().unwrap_or_default().to_ascii_lowercase();
    1 << ((name.len() * 5 + usize::from(last)) % 64)
}

/// The value of a header; of several of that name, all, with commas between.
fn header<'a>(headers: &'a HeaderMap, name: &str) -> Result<Option<Cow<'a, str>>, Flaw> {
    let mut values = headers.get_all(name).iter();
    let Some(first) = values.next() else { return Ok(None) };
    let mut text = value_text(first);
    for value in values {
        let text = text.to_mut();
        text.push_str(", ");
        text.push_str(&value_text(value));
    }
    Ok(Some(text))
}

/// Headers are bytes; what is not UTF-8 in them is ISO 8859-1, as HTTP had it.
fn value_text(value: &crate::http::HeaderValue) -> Cow<'_, str> {
    match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(value.as_bytes().iter().map(|b| char::from(*b)).collect()),
    }
}

fn from_header(service: &Service, member: &Member, text: Cow<'_, str>, field: &mut dyn Field) -> Result<(), Flaw> {
    match &service.shape(member.target).kind {
        Kind::List { member: element, .. } => {
            let kind = &service.shape(element.target).kind;
            let format = element.timestamp_format.unwrap_or(TimestampFormat::Rfc822);
            let dates = matches!(kind, Kind::Timestamp) && format == TimestampFormat::Rfc822;
            if text.trim().is_empty() {
                return Ok(());
            }
            let list = open_list(field)?;
            for (index, part) in super::list::split(&text, dates).into_iter().enumerate() {
                if let Some(scalar) = coerce::from_text(kind, part.into()).map_err(|flaw| flaw.element(index))? {
                    list.push().put(scalar)?;
                }
            }
            Ok(())
        }
        Kind::String { .. } if member.traits.has(Traits::JSON_VALUE) => {
            let json = unbase64(&text).ok_or_else(|| Flaw::wanted("base64", "other text"))?;
            let value = json_text::parse(&json)?;
            // A typed member may be a plain string: then it keeps the text of the JSON.
            match field.put(Change::Document(value)) {
                Ok(()) => Ok(()),
                Err(_) => Ok(field.put(Change::Str(String::from_utf8_lossy(&json)))?),
            }
        }
        kind => match coerce::from_text(kind, text)? {
            Some(scalar) => Ok(field.put(scalar)?),
            None => Ok(()),
        },
    }
}

/// All headers whose names begin with the member's, by the rest of their names.
fn prefixed(member: &Member, headers: &HeaderMap, field: &mut dyn Field) -> Result<(), Flaw> {
    let prefix = member.location_name.as_deref().unwrap_or("").to_ascii_lowercase();
    let map = open_map(field)?;
    for name in headers.keys() {
        if let Some(key) = name.as_str().strip_prefix(&prefix) {
            if let Some(text) = header(headers, name.as_str())? {
                map.push(key.to_owned()).put(Change::Str(text))?;
            }
        }
    }
    map.settle();
    Ok(())
}
