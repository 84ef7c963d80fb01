//! Faults: what a service answers instead of an output. Code and message, whoever of service, gateway or proxy wrote
//! them, and the members of the modeled error.

use super::{fault_xml, rest, rest::Parsed, rest_json, rest_xml, start};
use crate::{
    codec::{cbor, json},
    field::Record,
    http::HeaderMap,
    value::Object,
    Error, ErrorKind, Value,
};
use boto_model::{shape::Exception, Operation, Protocol, Service, ShapeId};

/// What the body (or the headers) say.
#[derive(Default)]
pub(super) struct Fault {
    /// The code as it came, namespaces and all.
    pub code: Option<String>,
    /// The message.
    pub message: Option<String>,
    /// The request id in the body.
    pub request_id: Option<String>,
    /// S3's second id in the body.
    pub host_id: Option<String>,
    /// What else stands beside code and message in an XML body.
    pub details: Object,
    /// Why the body could not be read.
    pub hint: Option<String>,
}

/// See [`super::decode_fault`].
pub(super) fn decode(
    service: &Service,
    operation: &Operation,
    protocol: Protocol,
    status: u16,
    headers: &HeaderMap,
    body: &[u8],
) -> Error {
    // S3 sends halves of successful answers, too, which are treated as faults.
    let secret = operation.output.is_some_and(|output| start::is_sensitive(service, output));
    let mut fault = read(protocol, body, secret);
    if let Some(header) = text(headers, "x-amzn-errortype") {
        fault.code = Some(header.to_owned());
    }
    let modeled_code = fault.code.as_deref().map(|c| strip(c).to_owned()).filter(|c| !c.is_empty());
    let code = query_code(headers).or_else(|| modeled_code.clone());
    let shape = [&modeled_code, &code].into_iter().flatten().find_map(|code| modeled(service, operation, code));
    let mut fields = std::mem::take(&mut fault.details);
    if let Some((shape, _)) = shape {
        if let Err(why) = members(service, protocol, shape, status, headers, body, &mut fields) {
            fault.hint.get_or_insert_with(|| format!("the members of the error could not be read: {why}"));
        }
    }
    let nothing = fault.message.is_none() && code.is_none();
    if nothing && (300..400).contains(&status) {
        fault.hint = fault.hint.or_else(|| elsewhere(headers));
    }
    if status == 407 && code.is_none() {
        fault.hint = Some("a proxy wants a user name and password (http://user:password@proxy)".to_owned());
    }
    let message = fault.message.filter(|m| !m.is_empty()).or_else(|| message_of(&fields));
    let (header_id, header_extended) = request_ids(headers);
    let exception = shape.map(|(_, e)| e.clone()).unwrap_or_default();
    let error =
        Error::new(ErrorKind::Service, message.unwrap_or_else(|| if nothing { reason(status) } else { String::new() }))
            .with_code(code.unwrap_or_else(|| status.to_string()))
            .with_status(status)
            .with_request_id(header_id.or(fault.request_id), header_extended.or(fault.host_id))
            .with_retryable(exception.retryable, exception.throttling)
            .with_fields(fields)
            .at(&service.metadata().name, &operation.name);
    match fault.hint {
        Some(hint) => error.with_hint(hint),
        None => error,
    }
}

/// Where an answer that is none of the service's leads. What follows the path may hold secrets.
fn elsewhere(headers: &HeaderMap) -> Option<String> {
    let place = text(headers, "location")?.split(['?', '#']).next().unwrap_or_default();
    let host = place.split_once("://").map_or(place, |(_, rest)| rest).split('/').next().unwrap_or_default();
    let place: String = if host.contains('@') { String::new() } else { place.chars().take(100).collect() };
    Some(format!("it leads to {place:?}, where a call does not follow; perhaps a proxy wants somebody to sign in"))
}

/// The body in the protocol's own form, or a fault with a hint what it is instead.
fn read(protocol: Protocol, body: &[u8], secret: bool) -> Fault {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Fault::default();
    }
    if is_html(body) {
        let hint = format!("the answer is HTML, perhaps from a proxy: {}", beginning(body));
        return Fault { hint: Some(hint), ..Fault::default() };
    }
    match protocol {
        Protocol::Json | Protocol::RestJson | Protocol::RpcV2Json => match json::parse(body) {
            Ok(value) => from_value(value),
            // Gateways in front of a service answer with plain text (or XML): then that is the message.
            Err(_) => Fault { message: Some(plain(body)), ..Fault::default() },
        },
        Protocol::RpcV2Cbor => match cbor::parse(body) {
            Ok(value) => from_value(value),
            Err(_) => match json::parse(body) {
                Ok(value) => from_value(value),
                Err(_) => Fault { message: Some(plain(body)), ..Fault::default() },
            },
        },
        Protocol::Query | Protocol::Ec2 | Protocol::RestXml => fault_xml::read(body).unwrap_or_else(|flaw| Fault {
            hint: Some(match secret {
                true => format!("the answer is not the XML it should be: {flaw}; its bytes may hold secrets"),
                false => format!("the answer is not the XML it should be: {flaw}; it begins {}", beginning(body)),
            }),
            ..Fault::default()
        }),
    }
}

/// Code and message of a JSON (or CBOR) object.
fn from_value(value: Value) -> Fault {
    let Value::Map(object) = value else { return Fault::default() };
    let string = |names: &[&str]| {
        names.iter().find_map(|name| match object.0.get(name) {
            Some(Value::String(s)) => Some(s.clone()),
            Some(Value::Int(i)) => Some(i.to_string()),
            _ => None,
        })
    };
    Fault {
        code: string(&["__type", "code", "Code"]),
        message: string(&["message", "Message", "errorMessage"]),
        request_id: string(&["RequestId", "requestId"]),
        ..Fault::default()
    }
}

/// The code of the query protocol that a service spoke before: `AWS.SimpleQueueService.NonExistentQueue;Sender`.
fn query_code(headers: &HeaderMap) -> Option<String> {
    let header = text(headers, "x-amzn-query-error")?;
    let (code, kind) = header.split_once(';')?;
    (!code.is_empty() && !kind.contains(';')).then(|| code.to_owned())
}

/// `aws.protocoltests#FooError:http://internal.amazon.com/` → `FooError`.
fn strip(code: &str) -> &str {
    let before = code.split(':').next().unwrap_or(code);
    before.rsplit('#').next().unwrap_or(before).trim()
}

/// The modeled error of that code: of the operation if it has it, else of the service.
fn modeled<'a>(service: &'a Service, operation: &Operation, code: &str) -> Option<(ShapeId, &'a Exception)> {
    operation.errors.iter().chain(service.exceptions()).find_map(|id| {
        let shape = service.shape(*id);
        let exception = shape.structure()?.exception.as_ref()?;
        (exception.code.as_deref().unwrap_or(&shape.name) == code || shape.name == code).then_some((*id, exception))
    })
}

/// The members of the modeled error.
fn members(
    service: &Service,
    protocol: Protocol,
    shape: ShapeId,
    status: u16,
    headers: &HeaderMap,
    body: &[u8],
    into: &mut Object,
) -> Result<(), crate::codec::Flaw> {
    let Some(structure) = service.shape(shape).structure() else { return Ok(()) };
    for member in &structure.members {
        // What the model knows is typed; the details of the same name were only its text.
        into.0.remove(member.wire_name());
    }
    let blank = body.iter().all(u8::is_ascii_whitespace) || is_html(body);
    match protocol {
        _ if blank && !matches!(protocol, Protocol::RestJson | Protocol::RestXml) => Ok(()),
        Protocol::Json | Protocol::RpcV2Json => json::read(service, shape, body, false, into),
        Protocol::RpcV2Cbor => cbor::read(service, shape, body, into),
        Protocol::Query | Protocol::Ec2 => fault_xml::members(service, structure, body, false, into),
        Protocol::RestJson | Protocol::RestXml => {
            rest::decode_bound(service, structure, status, headers, into)?;
            let payload = structure.payload.and_then(|i| structure.members.get(usize::from(i)));
            match (payload, protocol) {
                _ if blank => Ok(()),
                (Some(member), Protocol::RestJson) => {
                    rest_json::Read(service).payload(member, body, into.get_mut(0, &member.name))
                }
                (Some(member), _) => rest_xml::Read(service).payload(member, body, into.get_mut(0, &member.name)),
                (None, Protocol::RestJson) => rest_json::Read(service).members(structure, body, into),
                (None, _) => fault_xml::members(service, structure, body, true, into),
            }
        }
    }
}

/// The message among the members.
fn message_of(fields: &Object) -> Option<String> {
    ["message", "Message"].iter().find_map(|name| match Record::get(fields, 0, name).view() {
        crate::field::View::Str(text) => Some(text.to_owned()),
        _ => None,
    })
}

/// The request id of an answer, and S3's second one, from its headers.
pub fn request_ids(headers: &HeaderMap) -> (Option<String>, Option<String>) {
    let id = ["x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id"]
        .iter()
        .find_map(|name| text(headers, name))
        .map(str::to_owned);
    (id, text(headers, "x-amz-id-2").map(str::to_owned))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|v| v.to_str().ok()).filter(|v| !v.is_empty())
}

/// What HTTP calls a status.
fn reason(status: u16) -> String {
    http::StatusCode::from_u16(status).ok().and_then(|s| s.canonical_reason()).unwrap_or("").to_owned()
}

/// Whether this is a web page.
pub(super) fn is_html(body: &[u8]) -> bool {
    let start = body.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(0);
    let begins = |prefix: &[u8]| body[start..].get(..prefix.len()).is_some_and(|b| b.eq_ignore_ascii_case(prefix));
    begins(b"<html") || begins(b"<!doctype html")
}

/// The first bytes of a body, for people.
pub(super) fn beginning(body: &[u8]) -> String {
    const SHOWN: usize = 80;
    let cut = &body[..body.len().min(SHOWN)];
    let text = String::from_utf8_lossy(cut);
    format!("{:?}{}", text.trim_end_matches('\u{fffd}'), if body.len() > SHOWN { " …" } else { "" })
}

/// A whole body as a message, within reason.
fn plain(body: &[u8]) -> String {
    const SHOWN: usize = 4096;
    String::from_utf8_lossy(&body[..body.len().min(SHOWN)]).into_owned()
}
