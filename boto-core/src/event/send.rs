//! Bodies made of events.

use super::{source::BoxEvents, EventCodec, EventSource, Frame, Header, HeaderValue};
use crate::{
    body::{BoxStream, ByteStream},
    DateTime, Result,
};
use bytes::Bytes;
use futures_core::Stream;
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// The body that sends those events (or none), one frame in each of its chunks; `first` goes before them
/// ([`initial_request`]). The source is opened when the body is read.
pub fn encode(source: Option<EventSource>, codec: Arc<dyn EventCodec>, first: Option<Frame>) -> Result<ByteStream> {
    let first = first.map(|frame| frame.encode()).transpose()?;
    let state = source.map_or(State::Done, State::Start);
    let encoded = Encoded { first, state, codec };
    match &encoded.state {
        State::Start(source) if !source.can_replay() => Ok(ByteStream::from_stream(encoded, None)),
        State::Start(source) => {
            let (source, first, codec) = (source.clone(), encoded.first.clone(), encoded.codec.clone());
            let open =
                move || Encoded { first: first.clone(), state: State::Start(source.clone()), codec: codec.clone() };
            Ok(ByteStream::replayable(open, None))
        }
        _ => Ok(encoded.first.map_or_else(ByteStream::default, ByteStream::from)),
    }
}

/// The first frame in RPC protocols: the members beside the stream.
pub fn initial_request(media_type: &str, payload: impl Into<Bytes>) -> Frame {
    let headers = vec![
        Header::text(":message-type", "event"),
        Header::text(":event-type", "initial-request"),
        Header::text(":content-type", media_type),
    ];
    Frame { headers, payload: payload.into() }
}

struct Encoded {
    first: Option<Bytes>,
    state: State,
    codec: Arc<dyn EventCodec>,
}

enum State {
    Start(EventSource),
    Running(BoxEvents),
    Done,
}

impl Stream for Encoded {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Some(first) = this.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        if let State::Start(source) = &this.state {
            match source.open() {
                Ok(events) => this.state = State::Running(events),
                Err(error) => {
                    this.state = State::Done;
                    return Poll::Ready(Some(Err(this.codec.place(error))));
                }
            }
        }
        let State::Running(events) = &mut this.state else { return Poll::Ready(None) };
        let event = match events.as_mut().poll_next(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(event) => event,
        };
        let frame = event.map(|event| Ok(this.codec.encode(&*event?)?.encode()?));
        if !matches!(frame, Some(Ok(_))) {
            this.state = State::Done;
        }
        Poll::Ready(frame)
    }
}

/// Signs event after event.
pub struct Signer {
    /// The time, corrected for clock skew.
    pub clock: Box<dyn FnMut() -> DateTime + Send>,
    /// The signatures.
    pub sign: SignEvent,
}

/// The signature, in hex, of an event: its time, the encoded headers of the frame around it, and the event itself.
/// Each covers the one before, the first one that of the request.
pub type SignEvent = Box<dyn FnMut(DateTime, &[u8], &[u8]) -> String + Send>;

/// A body whose every chunk (one encoded frame) goes inside a signed frame, with a signed empty frame at the end.
/// `begin` starts a chain of signatures; it is called once for every time the body is read.
pub fn signed(body: &ByteStream, begin: impl Fn() -> Signer + Send + Sync + 'static) -> Result<ByteStream> {
    if body.can_replay() {
        let (body, begin) = (body.clone(), Arc::new(begin));
        let open = move || Signed { source: Some(body.open()), signer: begin() };
        return Ok(ByteStream::replayable(open, None));
    }
    Ok(ByteStream::from_stream(Signed { source: Some(Ok(body.open()?)), signer: begin() }, None))
}

struct Signed {
    /// `None` after the end.
    source: Option<Result<BoxStream>>,
    signer: Signer,
}

impl Signed {
    fn wrap(&mut self, event: Bytes) -> Result<Bytes> {
        let now = (self.signer.clock)();
        // The string to sign holds whole seconds; the header says the same instant.
        let date =
            Header { name: ":date".to_owned(), value: HeaderValue::Timestamp(now.seconds().saturating_mul(1000)) };
        let mut headers = vec![date];
        let signature = (self.signer.sign)(now, &Frame::encode_headers(&headers)?, &event);
        let signature = HeaderValue::Bytes(unhex(&signature).into());
        headers.push(Header { name: ":chunk-signature".to_owned(), value: signature });
        Ok(Frame { headers, payload: event }.encode()?)
    }
}

fn unhex(text: &str) -> Vec<u8> {
    let digit = |b: u8| (b as char).to_digit(16).unwrap_or(0) as u8;
    text.as_bytes().chunks_exact(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

impl Stream for Signed {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let item = match &mut this.source {
            None => return Poll::Ready(None),
            Some(Ok(source)) => match source.as_mut().poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(item) => item,
            },
            Some(Err(_)) => this.source.take().and_then(Result::err).map(Err),
        };
        let outcome = match item {
            Some(Ok(event)) => this.wrap(event),
            Some(Err(error)) => Err(error),
            None => {
                this.source = None;
                this.wrap(Bytes::new())
            }
        };
        if outcome.is_err() {
            this.source = None;
        }
        Poll::Ready(Some(outcome))
    }
}
