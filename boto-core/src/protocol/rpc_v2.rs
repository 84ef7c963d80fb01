//! `smithy-rpc-v2-cbor` and `smithy-rpc-v2-json`: a body each way, the operation in the path.

use super::{json as events, start, Answer, Call, Payload};
use crate::{
    codec::{cbor, json, Flaw},
    field::{Change, Record},
    http::{HeaderValue, Request},
};
use boto_model::Protocol;

const EVENTS: HeaderValue = HeaderValue::from_static("application/vnd.amazon.eventstream");

/// The name of the protocol on the wire, and the type of its bodies.
fn names(protocol: Protocol) -> (HeaderValue, HeaderValue) {
    let (name, content_type) = match protocol {
        Protocol::RpcV2Json => ("rpc-v2-json", "application/json"),
        _ => ("rpc-v2-cbor", "application/cbor"),
    };
    (HeaderValue::from_static(name), HeaderValue::from_static(content_type))
}

pub(super) fn encode(call: &Call<'_>, protocol: Protocol) -> Result<Request, Flaw> {
    let metadata = call.service.metadata();
    let name = metadata.target_prefix.as_deref().unwrap_or("");
    let mut request = start::request(call, format!("/service/{name}/operation/{}", call.operation.name))?;
    let (name, content_type) = names(protocol);
    // Whatever method the model has for other protocols, this one knows only POST.
    request.method = crate::http::Method::POST;
    request.headers.insert("smithy-protocol", name);
    let accepted = if call.receives_events() { EVENTS } else { content_type.clone() };
    request.headers.insert(http::header::ACCEPT, accepted);
    if metadata.query_compatible {
        request.headers.insert("x-amzn-query-mode", HeaderValue::from_static("true"));
    }
    if call.sends_events() {
        request.headers.insert(http::header::CONTENT_TYPE, EVENTS);
    } else if let Some(input) = call.operation.input {
        request.headers.insert(http::header::CONTENT_TYPE, content_type);
        let mut body = Vec::with_capacity(256);
        match protocol {
            Protocol::RpcV2Json => json::write(call.service, input, call.input, false, &mut body)?,
            _ => cbor::write(call.service, input, call.input, &mut body)?,
        }
        request.body = body.into();
    }
    Ok(request)
}

pub(super) fn decode(answer: &Answer<'_>, payload: Payload, output: &mut dyn Record) -> Result<(), Flaw> {
    let (Some(shape), Some(structure)) = (answer.operation.output, answer.structure) else { return Ok(()) };
    if let Some((index, member)) = super::events_of(answer.service, structure) {
        let events = events::reader(answer, member.target, payload);
        return Ok(output.get_mut(index, &member.name).put(Change::Events(events))?);
    }
    match answer.protocol {
        Protocol::RpcV2Json => json::read(answer.service, shape, &payload.bytes()?, false, output),
        _ => cbor::read(answer.service, shape, &payload.bytes()?, output),
    }
}
