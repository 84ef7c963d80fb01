//! From frames to records.

use super::{frame::Decoder, Events, Frame, HeaderValue};
use crate::{
    body::{BoxStream, ByteStream},
    field::{Container, Field, Mismatch, Record, Scalar, Slot},
    value::Object,
    DateTime, Error, ErrorKind, Result, Value,
};
use boto_model::{Kind, Member, Shape, Traits};
use bytes::Bytes;
use futures_core::Stream;
use std::{
    borrow::Cow,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

impl Events {
    /// Writes the event of a frame into the union. `false` if the frame is none (an initial response, which whoever
    /// wanted it has taken before).
    pub(super) fn decode(&self, frame: &Frame, union: &mut dyn Record) -> Result<bool> {
        match self.required(frame, ":message-type")? {
            "event" => self.event(frame, union),
            "exception" => Err(self.exception(frame)?),
            "error" => {
                let code = frame.text(":error-code").unwrap_or("UnknownError");
                let message = frame.text(":error-message").unwrap_or("the service gives no message");
                Err(self.place(Error::new(ErrorKind::Service, message).with_code(code)))
            }
            other => Err(self.bad(format!("message of unknown type {other:?}"))),
        }
    }

    fn event(&self, frame: &Frame, union: &mut dyn Record) -> Result<bool> {
        let name = self.required(frame, ":event-type")?;
        let table = self.service.shape(self.shape);
        let found = table.members().iter().enumerate().find(|(_, m)| m.wire_name() == name);
        let Some((index, member)) = found else {
            if name == "initial-response" {
                return Ok(false);
            }
            // An event of a newer model: kept whole, since its table is not known.
            let mut event = Object::default();
            event.0.insert("payload".to_owned(), Value::Blob(frame.payload.clone()));
            union.put_unknown(name, Value::Map(event));
            return Ok(true);
        };
        let field = union.get_mut(index, &member.name);
        let record = self.open(field, &member.name)?;
        self.fill(frame, self.service.shape(member.target), member, record)?;
        Ok(true)
    }

    /// Reads headers and payload into an event.
    fn fill(&self, frame: &Frame, shape: &Shape, of: &Member, record: &mut dyn Record) -> Result<()> {
        let mut payload = None;
        let mut implicit = false;
        for (index, member) in shape.members().iter().enumerate() {
            if member.traits.has(Traits::EVENT_HEADER) {
                if let Some(value) = frame.header(member.wire_name()) {
                    let scalar = scalar(value, &self.service.shape(member.target).kind);
                    record.get_mut(index, &member.name).put(scalar).map_err(|e| self.mismatch(&member.name, e))?;
                }
            } else if member.traits.has(Traits::EVENT_PAYLOAD) {
                payload = Some((index, member));
            } else {
                implicit = true;
            }
        }
        let Some((index, member)) = payload else {
            if implicit {
                let read = self.codec.read(&self.service, of.target, &frame.payload, record);
                return read.map_err(|e| self.place(e));
            }
            return Ok(());
        };
        let field = record.get_mut(index, &member.name);
        let bytes = frame.payload.clone();
        let scalar = match self.service.shape(member.target).kind {
            Kind::Blob { .. } => Scalar::Blob(bytes),
            Kind::String { .. } => match std::str::from_utf8(&frame.payload) {
                Ok(text) => Scalar::Str(Cow::Borrowed(text)),
                Err(_) => return Err(self.bad(format!("{} is not UTF-8", member.name))),
            },
            _ => {
                let inner = self.open(field, &member.name)?;
                let read = self.codec.read(&self.service, member.target, &frame.payload, inner);
                return read.map_err(|e| self.place(e));
            }
        };
        field.put(scalar).map_err(|e| self.mismatch(&member.name, e))
    }

    /// The error that an exception within the stream is.
    fn exception(&self, frame: &Frame) -> Result<Error> {
        let name = self.required(frame, ":exception-type")?;
        let mut fields = Object::default();
        let mut code = name.to_owned();
        let (mut retryable, mut throttling) = (false, false);
        let table = self.service.shape(self.shape);
        if let Some(member) = table.members().iter().find(|m| m.wire_name() == name) {
            let shape = self.service.shape(member.target);
            code = shape.name.to_string();
            if let Some(exception) = shape.structure().and_then(|s| s.exception.as_ref()) {
                code = exception.code.as_ref().map_or(code, |c| c.to_string());
                (retryable, throttling) = (exception.retryable, exception.throttling);
            }
            self.fill(frame, shape, member, &mut fields)?;
        }
        let message = ["message", "Message"].iter().find_map(|name| match fields.0.get(*name) {
            Some(Value::String(text)) => Some(text.clone()),
            _ => None,
        });
        let message = message.unwrap_or_else(|| "the service gives no message".to_owned());
        let error = Error::new(ErrorKind::Service, message).with_code(code).with_fields(fields);
        Ok(self.place(error.with_retryable(retryable || throttling, throttling)))
    }

    fn required<'a>(&self, frame: &'a Frame, name: &str) -> Result<&'a str> {
        frame.text(name).ok_or_else(|| self.bad(format!("no header {name}, or it is not text")))
    }

    fn open<'a>(&self, field: &'a mut dyn Field, name: &str) -> Result<&'a mut dyn Record> {
        match field.open(Container::Record) {
            Some(Slot::Record(record)) => Ok(record),
            _ => Err(self.mismatch(name, Mismatch { wanted: "something else than a structure" })),
        }
    }

    fn mismatch(&self, name: &str, mismatch: Mismatch) -> Error {
        self.bad(format!("{name}: wants {}", mismatch.wanted))
    }

    fn bad(&self, problem: String) -> Error {
        self.place(Error::new(ErrorKind::Decode, format!("event cannot be read: {problem}")))
    }

    pub(super) fn place(&self, error: Error) -> Error {
        error.at(&self.service.metadata().name, &self.operation)
    }
}

/// A header's value as the member's kind wants it.
fn scalar<'a>(value: &'a HeaderValue, kind: &Kind) -> Scalar<'a> {
    match value {
        HeaderValue::Bool(value) => Scalar::Bool(*value),
        HeaderValue::Byte(n) => Scalar::Int(i64::from(*n)),
        HeaderValue::Short(n) => Scalar::Int(i64::from(*n)),
        HeaderValue::Int(n) => Scalar::Int(i64::from(*n)),
        HeaderValue::Long(n) | HeaderValue::Timestamp(n) if matches!(kind, Kind::Timestamp) => {
            Scalar::Time(DateTime::from_parts(n.div_euclid(1000), n.rem_euclid(1000) as u32 * 1_000_000))
        }
        HeaderValue::Long(n) | HeaderValue::Timestamp(n) => Scalar::Int(*n),
        HeaderValue::Bytes(bytes) => Scalar::Blob(bytes.clone()),
        HeaderValue::String(text) => Scalar::Str(Cow::Borrowed(text)),
        HeaderValue::Uuid(uuid) => Scalar::Str(Cow::Owned(hyphenated(uuid))),
    }
}

fn hyphenated(uuid: &[u8; 16]) -> String {
    let mut out = String::with_capacity(36);
    for (i, byte) in uuid.iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

/// In RPC protocols the members beside the stream come in a first message, `initial-response`: takes its payload, if
/// there is one, and answers the stream that follows.
pub async fn initial_response(body: ByteStream) -> Result<(Option<Bytes>, ByteStream)> {
    let mut stream = body.open()?;
    let mut decoder = Decoder::default();
    loop {
        let before = decoder.next()?;
        let payload = match before {
            Some(frame) if frame.text(":event-type") == Some("initial-response") => Some(frame.payload),
            Some(frame) => {
                let mut first = frame.encode()?.to_vec();
                first.extend_from_slice(&decoder.rest());
                return Ok((None, ByteStream::from_transport(Box::pin(After(Some(first.into()), stream)), None)));
            }
            None => match poll_fn(|context| stream.as_mut().poll_next(context)).await {
                Some(chunk) => {
                    decoder.feed(chunk?);
                    continue;
                }
                None if decoder.is_empty() => None,
                None => return Err(Error::new(ErrorKind::Stream, "event stream ends within an event")),
            },
        };
        let rest = Some(decoder.rest()).filter(|rest| !rest.is_empty());
        return Ok((payload, ByteStream::from_transport(Box::pin(After(rest, stream)), None)));
    }
}

/// A stream with a chunk before it.
struct After(Option<Bytes>, BoxStream);

impl Stream for After {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0.take() {
            Some(chunk) => Poll::Ready(Some(Ok(chunk))),
            None => self.1.as_mut().poll_next(context),
        }
    }
}
