//! `smithy-rpc-v2-cbor`: a CBOR body each way, the operation in the path.

use super::{json, start, Answer, Call, Payload};
use crate::{
    codec::{cbor, Flaw},
    field::{Change, Record},
    http::{HeaderValue, Request},
};

const CBOR: HeaderValue = HeaderValue::from_static("application/cbor");
const EVENTS: HeaderValue = HeaderValue::from_static("application/vnd.amazon.eventstream");

pub(super) fn encode(call: &Call<'_>) -> Result<Request, Flaw> {
    let metadata = call.service.metadata();
    let name = metadata.target_prefix.as_deref().unwrap_or("");
    let mut request = start::request(call, format!("/service/{name}/operation/{}", call.operation.name))?;
    // Whatever method the model has for other protocols, this one knows only POST.
    request.method = crate::http::Method::POST;
    request.headers.insert("smithy-protocol", HeaderValue::from_static("rpc-v2-cbor"));
    request.headers.insert(http::header::ACCEPT, if call.receives_events() { EVENTS } else { CBOR });
    if metadata.query_compatible {
        request.headers.insert("x-amzn-query-mode", HeaderValue::from_static("true"));
    }
    if call.sends_events() {
        request.headers.insert(http::header::CONTENT_TYPE, EVENTS);
    } else if let Some(input) = call.operation.input {
        request.headers.insert(http::header::CONTENT_TYPE, CBOR);
        let mut body = Vec::with_capacity(256);
        cbor::write(call.service, input, call.input, &mut body)?;
        request.body = body.into();
    }
    Ok(request)
}

pub(super) fn decode(answer: &Answer<'_>, payload: Payload, output: &mut dyn Record) -> Result<(), Flaw> {
    let (Some(shape), Some(structure)) = (answer.operation.output, answer.structure) else { return Ok(()) };
    if let Some((index, member)) = super::events_of(answer.service, structure) {
        let events = json::reader(answer, member.target, payload);
        return Ok(output.get_mut(index, &member.name).put(Change::Events(events))?);
    }
    cbor::read(answer.service, shape, &payload.bytes()?, output)
}
