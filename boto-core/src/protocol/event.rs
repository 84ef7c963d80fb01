//! Events in each protocol, and the messages that open a stream of them. Frames and their checksums are the business of
//! [`crate::event`].

mod read;
mod write;

use super::Call;
use crate::{
    body::ByteStream,
    codec::{cbor, json, Flaw},
    event::{self, EventCodec, EventReader, Frame},
    field::{Record, View},
    Error, ErrorKind, Result,
};
use boto_model::{Operation, Protocol, Service, ShapeId};
use std::sync::Arc;

/// The events of one stream in one protocol.
#[derive(Debug)]
struct Codec {
    service: Arc<Service>,
    protocol: Protocol,
    operation: String,
    /// The union of the events.
    union: ShapeId,
}

impl EventCodec for Codec {
    fn decode(&self, name: &str, frame: &Frame, union: &mut dyn Record) -> Result<()> {
        read::event(self, name, frame, union)
    }

    fn exception(&self, name: &str, frame: &Frame) -> Error {
        read::exception(self, name, frame)
    }

    fn encode(&self, union: &dyn Record) -> Result<Frame> {
        write::event(self, union).map_err(|e| self.place(e))
    }

    fn place(&self, error: Error) -> Error {
        error.at(&self.service.metadata().name, &self.operation)
    }
}

/// The reader of the events of an answer.
pub fn reader(
    service: &Arc<Service>,
    protocol: Protocol,
    operation: &str,
    union: ShapeId,
    body: ByteStream,
) -> EventReader {
    EventReader::new(body, codec(service, protocol, operation, union))
}

/// The events of a stream, to be read or written.
pub fn codec(service: &Arc<Service>, protocol: Protocol, operation: &str, union: ShapeId) -> Arc<dyn EventCodec> {
    Arc::new(Codec { service: service.clone(), protocol, operation: operation.to_owned(), union })
}

/// The body of a request that is a stream of events: in RPC protocols the other members of the input come first. Its
/// frames are not signed yet ([`event::signed`]).
pub(super) fn body(call: &Call<'_>, protocol: Protocol) -> Result<ByteStream, Flaw> {
    let (Some(shape), Some(structure)) = (call.operation.input, call.structure) else {
        return Ok(ByteStream::default());
    };
    let Some((index, member)) = super::events_of(call.service, structure) else { return Ok(ByteStream::default()) };
    let first = write::initial_request(call.service, shape, protocol, call.input)?;
    let first = first.map(|payload| event::initial_request(content_type(protocol), payload));
    let source = match call.input.get(index, &member.name).view() {
        View::Events(source) => Some(source.clone()),
        View::Absent => None,
        other => return Err(Flaw::wanted("event stream", other.noun()).within(&member.name)),
    };
    let codec = codec(call.service, protocol, &call.operation.name, member.target);
    event::encode(source, codec, first).map_err(|error| Flaw::new(error.message().to_owned()).within(&member.name))
}

fn content_type(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::RpcV2Cbor => "application/cbor",
        Protocol::Json | Protocol::RestJson | Protocol::RpcV2Json => "application/json",
        Protocol::RestXml | Protocol::Query | Protocol::Ec2 => "application/xml",
    }
}

/// Reads the message that opens an answer's stream of events (`initial-response`) into the other members of the output.
pub fn initial_response(
    service: &Service,
    operation: &Operation,
    protocol: Protocol,
    payload: &[u8],
    output: &mut dyn Record,
) -> Result<()> {
    let Some(shape) = operation.output else { return Ok(()) };
    let outcome = match protocol {
        Protocol::RpcV2Cbor => cbor::read(service, shape, payload, output),
        Protocol::Json | Protocol::RpcV2Json => json::read(service, shape, payload, false, output),
        _ => Ok(()),
    };
    outcome.map_err(|flaw| {
        let message = format!("the initial response is not what it should be: {flaw}");
        Error::new(ErrorKind::Decode, message).at(&service.metadata().name, &operation.name)
    })
}
