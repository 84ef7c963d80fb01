//! What is done to a request.

use super::{chunked, Algorithm, Checksum, When};
use crate::{
    body::ByteStream,
    field::{Record, View},
    http::{HeaderMap, HeaderName, HeaderValue, Request},
    Error, ErrorKind, Result,
};
use ::http::header;
use boto_model::{shape::Location, Kind, Operation, Service};
use std::future::poll_fn;

/// What the configuration says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// `request_checksum_calculation`.
    pub request: When,
    /// `response_checksum_validation`.
    pub response: When,
    /// The old signature of S3, which knows no trailers.
    pub no_trailers: bool,
}

/// What was done to a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// How the body travels, which the signature must say.
    pub framing: Framing,
    /// The algorithm of the request's checksum, if we computed one or the caller gave its value.
    pub algorithm: Option<Algorithm>,
    /// The caller gave the checksum's value.
    pub given: bool,
    /// The response is to be checked: see [`verify`](super::verify).
    pub validate: bool,
}

/// How a body travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Framing {
    /// As it is.
    #[default]
    Plain,
    /// `aws-chunked` with a trailer, unsigned: `STREAMING-UNSIGNED-PAYLOAD-TRAILER`.
    UnsignedTrailer,
    /// `aws-chunked` with signed chunks, and a signed trailer if [`Applied::algorithm`] is there. The body is still
    /// plain: after the request is signed, [`chunked::signed`] takes it.
    SignedChunks,
}

/// Adds to a request the checksum it must or may have. The URL must be complete, for `https` decides where a checksum
/// goes; the request must not be signed yet. Where the service must be told the length of a body and nobody has said
/// it, it is learnt first: see [`ByteStream::from_stream`].
///
/// A body that streams and can be read only once is left to signed chunks ([`Framing::SignedChunks`]) over plain
/// `http`, and where it has no checksum; all other bodies are read (and, if need be, read again) for their checksum.
pub async fn request(
    service: &Service,
    operation: &Operation,
    input: &dyn Record,
    request: &mut Request,
    settings: &Settings,
) -> Result<Applied> {
    super::length::learn(service, operation, request).await?;
    let mut applied =
        Applied { validate: validation(service, operation, input, request, settings), ..Applied::default() };
    if let Some(given) = given(&request.headers) {
        applied.algorithm = given;
        applied.given = true;
        return Ok(applied);
    }
    let chosen = choose(service, operation, input, request, settings)?;
    applied.algorithm = chosen;
    let Some(algorithm) = chosen else {
        // Without a checksum the signature has to cover the body, which this one allows only chunk by chunk.
        let chunks = operation.checksum.is_some() && has_blob_payload(service, operation) && !settings.no_trailers;
        if chunks && !request.body.can_replay() {
            chunked::announce(request, None)?;
            applied.framing = Framing::SignedChunks;
        }
        return Ok(applied);
    };
    let secure = request.url.scheme == "https";
    let name = HeaderName::from_static(algorithm.header());
    if has_blob_payload(service, operation) && secure && !settings.no_trailers {
        chunked::unsigned(request, Some(algorithm))?;
        applied.framing = Framing::UnsignedTrailer;
    } else if !request.body.can_replay() && !settings.no_trailers {
        chunked::announce(request, Some(algorithm))?;
        applied.framing = Framing::SignedChunks;
    } else {
        let checksum = of_body(algorithm, &request.body).await?;
        request.headers.insert(name, value(&checksum)?);
    }
    Ok(applied)
}

/// Asks for a checksum of the response, unless the caller has decided; answers whether one was asked for.
fn validation(
    service: &Service,
    operation: &Operation,
    input: &dyn Record,
    request: &mut Request,
    settings: &Settings,
) -> bool {
    let Some(member) = operation.checksum.as_ref().and_then(|c| c.request_validation_mode_member.as_deref()) else {
        return false;
    };
    if text(service, operation, input, member).is_some() {
        return true;
    }
    if settings.response == When::Required {
        return false;
    }
    let Some(name) = header_of(service, operation, member) else { return false };
    request.headers.entry(name).or_insert(HeaderValue::from_static("ENABLED"));
    true
}

/// A checksum that the caller brings: `x-amz-checksum-` and the name of an algorithm (which we need not know).
fn given(headers: &HeaderMap) -> Option<Option<Algorithm>> {
    let names = headers.keys().filter_map(|name| name.as_str().strip_prefix("x-amz-checksum-"));
    let mut algorithms = names.filter(|name| {
        !matches!(*name, "algorithm" | "mode" | "type") && name.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    algorithms.next().map(Algorithm::from_name)
}

/// The algorithm to compute, if any. Announces the default one where the operation has a member for that.
fn choose(
    service: &Service,
    operation: &Operation,
    input: &dyn Record,
    request: &mut Request,
    settings: &Settings,
) -> Result<Option<Algorithm>> {
    let traits = operation.checksum.as_ref();
    let member = traits.and_then(|c| c.request_algorithm_member.as_deref());
    if let Some(wanted) = member.and_then(|m| text(service, operation, input, m)) {
        return Algorithm::from_name(wanted).map(Some).ok_or_else(|| {
            let known = Algorithm::ALL.map(Algorithm::name).join(", ");
            let message = format!("{}: no checksum algorithm `{wanted}`", member.unwrap_or_default());
            Error::new(ErrorKind::Validation, message)
                .with_hint(format!("supported are {known}; others can be given as a value"))
        });
    }
    let required = operation.checksum_required || traits.is_some_and(|c| c.request_required);
    if !required && (member.is_none() || settings.request == When::Required) {
        return Ok(None);
    }
    let algorithm = Algorithm::Crc32;
    if let Some(name) = member.and_then(|m| header_of(service, operation, m)) {
        request.headers.insert(name, HeaderValue::from_static(algorithm.name()));
    }
    Ok(Some(algorithm))
}

/// A string member of the input.
fn text<'a>(service: &Service, operation: &Operation, input: &'a dyn Record, member: &str) -> Option<&'a str> {
    let (index, _) = service.shape(operation.input?).structure()?.member(member)?;
    match input.get(index, member).view() {
        View::Str(text) => Some(text),
        _ => None,
    }
}

/// The header a member of the input travels in.
fn header_of(service: &Service, operation: &Operation, member: &str) -> Option<HeaderName> {
    let (_, member) = service.shape(operation.input?).structure()?.member(member)?;
    if member.location != Location::Header {
        return None;
    }
    member.wire_name().parse().ok()
}

/// Whether the body of the request is one blob, so that trailers are understood.
fn has_blob_payload(service: &Service, operation: &Operation) -> bool {
    matches!(payload(service, operation), Some(Kind::Blob { .. }))
}

/// What the one member is that is the body, if there is one.
pub(super) fn payload<'a>(service: &'a Service, operation: &Operation) -> Option<&'a Kind> {
    let input = service.shape(operation.input?).structure()?;
    let member = input.members.get(usize::from(input.payload?))?;
    Some(&service.shape(member.target).kind)
}

async fn of_body(algorithm: Algorithm, body: &ByteStream) -> Result<String> {
    if let Some(bytes) = body.bytes() {
        return Ok(algorithm.base64(bytes));
    }
    let mut checksum = Checksum::new(algorithm);
    let mut stream = body.open()?;
    while let Some(chunk) = poll_fn(|context| stream.as_mut().poll_next(context)).await {
        checksum.update(&chunk?);
    }
    Ok(checksum.base64())
}

/// A header value of ours.
pub(super) fn value(text: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(|_| Error::new(ErrorKind::Usage, format!("not a header value: {text:?}")))
}

/// Appends to `content-encoding`, outermost last.
pub(super) fn add_encoding(headers: &mut HeaderMap, encoding: &str) -> Result<()> {
    let before = headers.get(header::CONTENT_ENCODING).and_then(|v| v.to_str().ok()).filter(|v| !v.is_empty());
    let all = before.map_or_else(|| encoding.to_owned(), |before| format!("{before},{encoding}"));
    headers.insert(header::CONTENT_ENCODING, value(&all)?);
    Ok(())
}
