//! The wire protocols: one file each, over the codecs; and the faults they answer with.

mod ec2;
pub mod event;
mod fault;
mod fault_xml;
mod json;
mod query;
mod rest;
mod rest_json;
mod rest_xml;
mod rpc_v2;
mod start;
#[cfg(test)]
mod tests;

use crate::{
    body::ByteStream,
    codec::Flaw,
    field::Record,
    http::{HeaderMap, Request},
    Error, ErrorKind, Result,
};
use boto_model::{service::Metadata, shape::Structure, Kind, Member, Operation, Protocol, Service, Traits};
use bytes::Bytes;
use std::sync::Arc;

pub use fault::request_ids;

/// A request without its address.
#[derive(Debug)]
pub struct Encoded {
    /// The request: no scheme and authority yet; path and query are those of the operation.
    pub request: Request,
    /// What goes before the host, labels filled in.
    pub host_prefix: Option<String>,
}

/// The body of an answer.
#[derive(Debug)]
pub enum Payload {
    /// All of it.
    Bytes(Bytes),
    /// Not read yet.
    Stream(ByteStream),
}

/// The protocol to speak with a service: of those it knows, the first of our order, which is botocore's too. JSON
/// comes before CBOR: our codecs read and write both about equally fast and exactly, and whatever stands in for AWS
/// (local servers, proxies, people with a debugger) understands it.
pub fn choose(metadata: &Metadata) -> Protocol {
    const ORDER: [Protocol; 7] = [
        Protocol::Json,
        Protocol::RestJson,
        Protocol::RestXml,
        Protocol::RpcV2Json,
        Protocol::RpcV2Cbor,
        Protocol::Query,
        Protocol::Ec2,
    ];
    ORDER.into_iter().find(|p| metadata.protocols.contains(p)).unwrap_or(metadata.protocol)
}

/// Makes the request of a call. Absent idempotency tokens are filled in from `token`.
pub fn encode(
    service: &Arc<Service>,
    operation: &Operation,
    protocol: Protocol,
    input: &dyn Record,
    token: &dyn Fn() -> String,
) -> Result<Encoded> {
    let start = || -> Result<Encoded, Flaw> {
        let structure = operation.input.and_then(|id| service.shape(id).structure());
        let filled = structure.and_then(|s| start::Filled::new(s, input, token));
        let input: &dyn Record = match &filled {
            Some(filled) => filled,
            None => input,
        };
        let call = Call { service, operation, structure, input };
        let mut request = match protocol {
            Protocol::Json => json::encode(&call)?,
            Protocol::Query => query::encode(&call)?,
            Protocol::Ec2 => ec2::encode(&call)?,
            Protocol::RestJson => rest_json::encode(&call)?,
            Protocol::RestXml => rest_xml::encode(&call)?,
            Protocol::RpcV2Cbor | Protocol::RpcV2Json => rpc_v2::encode(&call, protocol)?,
        };
        if call.sends_events() {
            request.body = event::body(&call, protocol)?;
        }
        Ok(Encoded { request, host_prefix: start::host_prefix(&call)? })
    };
    start().map_err(|flaw| {
        Error::new(ErrorKind::Validation, flaw.to_string()).at(&service.metadata().name, &operation.name)
    })
}

/// What the protocols need to make a request.
struct Call<'a> {
    service: &'a Arc<Service>,
    operation: &'a Operation,
    /// The structure of the input, if the operation takes any.
    structure: Option<&'a Structure>,
    input: &'a dyn Record,
}

impl Call<'_> {
    /// Whether the request is a stream of events.
    fn sends_events(&self) -> bool {
        self.structure.is_some_and(|s| events_of(self.service, s).is_some())
    }

    /// Whether the answer is a stream of events.
    fn receives_events(&self) -> bool {
        let output = self.operation.output.and_then(|id| self.service.shape(id).structure());
        output.is_some_and(|s| events_of(self.service, s).is_some())
    }
}

/// The member of a structure that is a stream of events, and its index.
pub fn events_of<'a>(service: &Service, structure: &'a Structure) -> Option<(usize, &'a Member)> {
    structure.members.iter().enumerate().find(|(_, m)| is_events(service, m))
}

/// Whether the body of the request is a stream of events.
pub fn sends_events(service: &Service, operation: &Operation) -> bool {
    let input = operation.input.and_then(|id| service.shape(id).structure());
    input.is_some_and(|structure| events_of(service, structure).is_some())
}

/// Whether a first event carries the members of the output that are no events: in RPC protocols, which have no other
/// place for them.
pub fn has_initial_response(service: &Service, operation: &Operation, protocol: Protocol) -> bool {
    let output = operation.output.and_then(|id| service.shape(id).structure());
    matches!(protocol, Protocol::Json | Protocol::RpcV2Json | Protocol::RpcV2Cbor)
        && output.is_some_and(|structure| events_of(service, structure).is_some())
}

fn is_events(service: &Service, member: &Member) -> bool {
    service.shape(member.target).structure().is_some_and(|s| s.event_stream)
}

/// Whether a member is a blob that streams.
fn is_stream(service: &Service, member: &Member) -> bool {
    match service.shape(member.target).kind {
        Kind::Blob { streaming, .. } => streaming || member.traits.has(Traits::STREAMING),
        _ => false,
    }
}

/// Whether the body of the request is a blob that streams.
pub fn sends_stream(service: &Service, operation: &Operation) -> bool {
    let Some(structure) = operation.input.and_then(|id| service.shape(id).structure()) else { return false };
    let payload = structure.payload.and_then(|i| structure.members.get(usize::from(i)));
    payload.is_some_and(|m| is_stream(service, m))
}

/// Whether the body of a successful answer must not be collected: it is a blob that streams, or a stream of events.
pub fn streams(service: &Service, operation: &Operation) -> bool {
    let Some(structure) = operation.output.and_then(|id| service.shape(id).structure()) else { return false };
    let payload = structure.payload.and_then(|i| structure.members.get(usize::from(i)));
    payload.is_some_and(|m| is_stream(service, m)) || events_of(service, structure).is_some()
}

/// Reads a successful answer into the record.
pub fn decode(
    service: &Arc<Service>,
    operation: &Operation,
    protocol: Protocol,
    status: u16,
    headers: &HeaderMap,
    payload: Payload,
    output: &mut dyn Record,
) -> Result<()> {
    let structure = operation.output.and_then(|id| service.shape(id).structure());
    let answer = Answer { service, operation, structure, protocol, status, headers };
    let shown = match &payload {
        Payload::Bytes(bytes) => bytes.clone(),
        Payload::Stream(_) => Bytes::new(),
    };
    let outcome = match protocol {
        Protocol::Json => json::decode(&answer, payload, output),
        Protocol::Query => query::decode(&answer, payload, output),
        Protocol::Ec2 => ec2::decode(&answer, payload, output),
        Protocol::RestJson => rest_json::decode(&answer, payload, output),
        Protocol::RestXml => rest_xml::decode(&answer, payload, output),
        Protocol::RpcV2Cbor | Protocol::RpcV2Json => rpc_v2::decode(&answer, payload, output),
    };
    outcome.map_err(|flaw| answer.unreadable(&flaw, &shown))
}

/// What the protocols need to read an answer.
struct Answer<'a> {
    service: &'a Arc<Service>,
    operation: &'a Operation,
    /// The structure of the output, if the operation returns any.
    structure: Option<&'a Structure>,
    protocol: Protocol,
    status: u16,
    headers: &'a HeaderMap,
}

impl Answer<'_> {
    /// The error for an answer that makes no sense, with as much of its beginning as is safe to show.
    #[cold]
    fn unreadable(&self, flaw: &Flaw, body: &[u8]) -> Error {
        let (id, extended) = request_ids(self.headers);
        let mut flaw = flaw.to_string();
        if fault::is_html(body) && !flaw.contains("HTML") {
            "a page of HTML, perhaps from a proxy".clone_into(&mut flaw);
        }
        let mut message = format!("the answer is not the {} it should be: {flaw}", self.protocol.as_str());
        if !body.is_empty() {
            match self.operation.output {
                Some(output) if start::is_sensitive(self.service, output) && !fault::is_html(body) => {
                    message.push_str("; its bytes are not shown, as they may hold secrets");
                }
                _ => message.push_str(&format!("; it begins {}", fault::beginning(body))),
            }
        }
        Error::new(ErrorKind::Decode, message)
            .at(&self.service.metadata().name, &self.operation.name)
            .with_status(self.status)
            .with_request_id(id, extended)
    }
}

/// The request id in the body of a successful answer, for services that do not send it in a header.
pub fn request_id_in_body(protocol: Protocol, body: &[u8]) -> Option<String> {
    match protocol {
        Protocol::Query | Protocol::Ec2 | Protocol::RestXml => fault_xml::request_id(body),
        Protocol::Json | Protocol::RestJson | Protocol::RpcV2Json | Protocol::RpcV2Cbor => None,
    }
}

/// Makes the error of an answer that is none: code, message, ids, and the members of the modeled error.
pub fn decode_fault(
    service: &Arc<Service>,
    operation: &Operation,
    protocol: Protocol,
    status: u16,
    headers: &HeaderMap,
    body: &[u8],
) -> Error {
    fault::decode(service, operation, protocol, status, headers, body)
}

impl Payload {
    /// The bytes, for protocols whose answers are always read whole.
    fn bytes(self) -> Result<Bytes, Flaw> {
        match self {
            Payload::Bytes(bytes) => Ok(bytes),
            Payload::Stream(stream) => {
                stream.bytes().cloned().ok_or_else(|| Flaw::new("the body was not read before it was to be decoded"))
            }
        }
    }
}
