//! Events that go out.

use crate::{field::Record, Error, ErrorKind, Result, Value};
use futures_core::Stream;
use std::{
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};
use tokio::sync::mpsc;

/// Events to send: a stream of typed events, or of [`Value`]s (maps from the event's name to its members), or of
/// `Result`s of these. Clones share it; unless it can be replayed, it is sent once.
#[derive(Clone)]
pub struct EventSource(Arc<Origin>);

/// A stream of events, each a record of the union with one event set.
pub(super) type BoxEvents = Pin<Box<dyn Stream<Item = Result<Box<dyn Record>>> + Send>>;

enum Origin {
    Once(Mutex<Option<BoxEvents>>),
    Replay(Box<dyn Fn() -> BoxEvents + Send + Sync>),
}

impl EventSource {
    /// Sends what the stream yields, and ends when it ends.
    pub fn from_stream<S>(stream: S) -> EventSource
    where
        S: Stream + Send + 'static,
        S::Item: IntoEvent,
    {
        EventSource(Arc::new(Origin::Once(Mutex::new(Some(Box::pin(Boxed(Box::pin(stream))))))))
    }

    /// Sends what the stream yields that `open` makes; it is made anew for every attempt.
    pub fn replayable<F, S>(open: F) -> EventSource
    where
        F: Fn() -> S + Send + Sync + 'static,
        S: Stream + Send + 'static,
        S::Item: IntoEvent,
    {
        EventSource(Arc::new(Origin::Replay(Box::new(move || Box::pin(Boxed(Box::pin(open())))))))
    }

    /// A channel: events that are sent into it go out, as many as `capacity` wait in it. The stream of events ends when
    /// the last sender is dropped.
    pub fn channel<T: IntoEvent + Send + 'static>(capacity: usize) -> (EventSender<T>, EventSource) {
        let (sender, receiver) = mpsc::channel(capacity.max(1));
        (EventSender(sender), EventSource::from_stream(Received(receiver)))
    }

    /// Whether it can be sent again, as a retry must.
    pub fn can_replay(&self) -> bool {
        matches!(*self.0, Origin::Replay(_))
    }

    pub(super) fn open(&self) -> Result<BoxEvents> {
        match &*self.0 {
            Origin::Replay(open) => Ok(open()),
            Origin::Once(cell) => cell.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or_else(|| {
                Error::new(ErrorKind::Usage, "these events can be sent only once, and they have been sent already")
                    .with_hint("make them with `EventSource::replayable`")
            }),
        }
    }
}

impl fmt::Debug for EventSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.can_replay() { "EventSource(replayable)" } else { "EventSource(once)" })
    }
}

/// The sending end of [`EventSource::channel`].
#[derive(Clone, Debug)]
pub struct EventSender<T>(mpsc::Sender<T>);

impl<T> EventSender<T> {
    /// Sends an event, waiting for room. Fails with [`ErrorKind::Stream`] once the stream is over.
    pub async fn send(&self, event: impl Into<T>) -> Result<()> {
        let over = |_| Error::new(ErrorKind::Stream, "event not sent: the stream is over");
        self.0.send(event.into()).await.map_err(over)
    }
}

/// What can be sent as an event.
pub trait IntoEvent {
    /// The event as a record of its union.
    fn into_event(self) -> Result<Box<dyn Record>>;
}

impl<T: Record + 'static> IntoEvent for T {
    fn into_event(self) -> Result<Box<dyn Record>> {
        Ok(Box::new(self))
    }
}

impl IntoEvent for Value {
    fn into_event(self) -> Result<Box<dyn Record>> {
        match self {
            Value::Map(object) => Ok(Box::new(object)),
            _ => Err(Error::new(ErrorKind::Validation, "an event must be a map from its name to its members")),
        }
    }
}

impl<T: IntoEvent> IntoEvent for Result<T> {
    fn into_event(self) -> Result<Box<dyn Record>> {
        self?.into_event()
    }
}

struct Boxed<S>(Pin<Box<S>>);

impl<S> Stream for Boxed<S>
where
    S: Stream,
    S::Item: IntoEvent,
{
    type Item = Result<Box<dyn Record>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map(|item| item.map(IntoEvent::into_event))
    }
}

struct Received<T>(mpsc::Receiver<T>);

impl<T> Stream for Received<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll_recv(context)
    }
}
