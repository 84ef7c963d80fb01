//! Events that come in, untyped.

use super::{
    decode::decode,
    frame::{Decoder, Frame},
    EventCodec, EventSource,
};
use crate::{body::ByteStream, field::Record, value::Object, Error, ErrorKind, Result, Value};
use futures_core::Stream;
use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// Events that stream in: a [`Stream`] of [`Value`]s, each a map from the event's name to its members.
///
/// Clones share the stream: the first one that is read takes it all. In the input of an untyped call it carries the
/// events to send: make it [`From`] an [`EventSource`].
#[derive(Clone)]
pub struct EventReader(Inner);

#[derive(Clone)]
enum Inner {
    In(Box<Incoming>),
    Out(EventSource),
}

struct Incoming {
    body: ByteStream,
    codec: Arc<dyn EventCodec>,
    decoder: Decoder,
    done: bool,
}

impl Clone for Incoming {
    fn clone(&self) -> Self {
        Incoming::new(self.body.clone(), self.codec.clone())
    }
}

impl EventReader {
    /// The events of a response body.
    pub fn new(body: ByteStream, codec: Arc<dyn EventCodec>) -> EventReader {
        EventReader(Inner::In(Box::new(Incoming::new(body, codec))))
    }

    /// The next event; `None` at the end of the stream. After an error there is nothing more.
    pub async fn next(&mut self) -> Option<Result<Value>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The events to send, if that is what this is.
    pub(crate) fn source(&self) -> Option<&EventSource> {
        match &self.0 {
            Inner::Out(source) => Some(source),
            Inner::In(_) => None,
        }
    }

    /// Reads the next event into a union made by `T::default()`.
    pub(super) fn poll_record<T: Record + Default>(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        let Inner::In(incoming) = &mut self.0 else {
            return Poll::Ready(None);
        };
        loop {
            let frame = match incoming.poll_frame(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(incoming.fail(error)))),
                Poll::Ready(Some(Ok(frame))) => frame,
            };
            let mut union = T::default();
            match decode(&*incoming.codec, &frame, &mut union) {
                Ok(true) => return Poll::Ready(Some(Ok(union))),
                Ok(false) => {}
                Err(error) => return Poll::Ready(Some(Err(incoming.fail(error)))),
            }
        }
    }
}

impl Incoming {
    fn new(body: ByteStream, codec: Arc<dyn EventCodec>) -> Incoming {
        Incoming { body, codec, decoder: Decoder::default(), done: false }
    }

    fn fail(&mut self, error: Error) -> Error {
        self.done = true;
        // The connection is given up now, not when the reader is dropped.
        self.body = ByteStream::default();
        self.codec.place(error)
    }

    fn poll_frame(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame>>> {
        loop {
            if self.done {
                return Poll::Ready(None);
            }
            match self.decoder.frame() {
                Ok(Some(frame)) => return Poll::Ready(Some(Ok(frame))),
                Ok(None) => {}
                Err(malformed) => return Poll::Ready(Some(Err(malformed.into()))),
            }
            match Pin::new(&mut self.body).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(Ok(bytes))) => self.decoder.feed(bytes),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => {
                    self.done = true;
                    if !self.decoder.is_empty() {
                        let error = Error::new(ErrorKind::Stream, "event stream ends within an event");
                        return Poll::Ready(Some(Err(error)));
                    }
                }
            }
        }
    }
}

impl Stream for EventReader {
    type Item = Result<Value>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_record::<Object>(context).map(|item| item.map(|event| event.map(Value::Map)))
    }
}

impl From<EventSource> for EventReader {
    fn from(source: EventSource) -> Self {
        EventReader(Inner::Out(source))
    }
}

impl fmt::Debug for EventReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inner::In(incoming) => write!(f, "EventReader({:?})", incoming.codec),
            Inner::Out(source) => source.fmt(f),
        }
    }
}
