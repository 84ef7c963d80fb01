//! What a frame is, and the first one of a stream.

use super::{frame::Decoder, EventCodec, Frame};
use crate::{
    body::{BoxStream, ByteStream},
    field::Record,
    Error, ErrorKind, Result,
};
use bytes::Bytes;
use futures_core::Stream;
use std::{
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

/// Reads a frame into the union of events. `false` if it is none (an initial response, which whoever wanted it has
/// taken before).
pub(super) fn decode(codec: &dyn EventCodec, frame: &Frame, union: &mut dyn Record) -> Result<bool> {
    match required(frame, ":message-type")? {
        "event" => match required(frame, ":event-type")? {
            "initial-response" => Ok(false),
            name => codec.decode(name, frame, union).map(|()| true),
        },
        "exception" => Err(codec.exception(required(frame, ":exception-type")?, frame)),
        "error" => {
            let code = frame.text(":error-code").unwrap_or("UnknownError");
            let message = frame.text(":error-message").unwrap_or("the service gives no message");
            Err(Error::new(ErrorKind::Service, message).with_code(code))
        }
        other => Err(bad(format!("message of unknown type {other:?}"))),
    }
}

fn required<'a>(frame: &'a Frame, name: &str) -> Result<&'a str> {
    frame.text(name).ok_or_else(|| bad(format!("no header {name}, or it is not text")))
}

fn bad(problem: String) -> Error {
    Error::new(ErrorKind::Decode, format!("event cannot be read: {problem}"))
}

/// In RPC protocols the members beside the stream come in a first message, `initial-response`: takes its payload, if
/// there is one, and answers the stream that follows.
pub async fn initial_response(body: ByteStream) -> Result<(Option<Bytes>, ByteStream)> {
    let mut stream = body.open()?;
    let mut decoder = Decoder::default();
    loop {
        let before = decoder.frame()?;
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
