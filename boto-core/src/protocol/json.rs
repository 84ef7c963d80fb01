//! `json` 1.0 and 1.1: a JSON body each way, the operation in a header.

use super::{start, Answer, Call, Payload};
use crate::{
    codec::{json, Flaw},
    event::EventReader,
    field::{Change, Record},
    http::{HeaderValue, Request},
};

pub(super) fn encode(call: &Call<'_>) -> Result<Request, Flaw> {
    let mut request = start::request(call, "/")?;
    let metadata = call.service.metadata();
    let target = format!("{}.{}", metadata.target_prefix.as_deref().unwrap_or(""), call.operation.name);
    request.headers.insert("x-amz-target", start::header_value(target.into())?);
    let content_type = match metadata.json_version.as_deref() {
        _ if call.sends_events() => HeaderValue::from_static("application/vnd.amazon.eventstream"),
        Some("1.0") => HeaderValue::from_static("application/x-amz-json-1.0"),
        Some("1.1") | None => HeaderValue::from_static("application/x-amz-json-1.1"),
        Some(other) => start::header_value(format!("application/x-amz-json-{other}").into())?,
    };
    request.headers.insert(http::header::CONTENT_TYPE, content_type);
    if metadata.query_compatible {
        request.headers.insert("x-amzn-query-mode", HeaderValue::from_static("true"));
    }
    let mut body = Vec::with_capacity(256);
    match call.operation.input.filter(|_| call.structure.is_some()) {
        _ if call.sends_events() => return Ok(request),
        Some(input) => json::write(call.service, input, call.input, false, &mut body)?,
        None => body.extend_from_slice(b"{}"),
    }
    request.body = body.into();
    Ok(request)
}

pub(super) fn decode(answer: &Answer<'_>, payload: Payload, output: &mut dyn Record) -> Result<(), Flaw> {
    let (Some(shape), Some(structure)) = (answer.operation.output, answer.structure) else { return Ok(()) };
    if let Some((index, member)) = super::events_of(answer.service, structure) {
        let events = reader(answer, member.target, payload);
        return Ok(output.get_mut(index, &member.name).put(Change::Events(events))?);
    }
    json::read(answer.service, shape, &payload.bytes()?, false, output)
}

/// The events of an answer.
pub(super) fn reader(answer: &Answer<'_>, union: boto_model::ShapeId, payload: Payload) -> EventReader {
    let body = match payload {
        Payload::Stream(stream) => stream,
        Payload::Bytes(bytes) => bytes.into(),
    };
    super::event::reader(answer.service, answer.protocol, &answer.operation.name, union, body)
}
