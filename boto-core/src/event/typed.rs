//! Event streams of typed structs.

use super::{source::IntoEvent, EventReader, EventSender, EventSource};
use crate::{
    field::{Change, Changed, Field, Mismatch, Record, View},
    Result,
};
use futures_core::Stream;
use std::{
    fmt,
    future::poll_fn,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

/// A stream of typed events. In outputs it is a [`Stream`] of `Result<T>`: read it with [`next`](Self::next) or as a
/// stream. In inputs it carries the events to send: see [`EventStream::from_stream`] and [`EventStream::channel`].
///
/// Clones share the stream: the first one that is read takes it all.
pub struct EventStream<T> {
    inner: Inner,
    of: PhantomData<fn() -> T>,
}

#[derive(Clone, Default)]
enum Inner {
    #[default]
    Empty,
    In(EventReader),
    Out(EventSource),
}

impl<T: Record + Default + 'static> EventStream<T> {
    /// Sends what the stream yields (events or `Result`s of events), and ends when it ends. It can be sent once; for
    /// more, see [`EventSource::replayable`].
    pub fn from_stream<S>(stream: S) -> EventStream<T>
    where
        S: Stream + Send + 'static,
        S::Item: IntoEvent,
    {
        EventStream::from(EventSource::from_stream(stream))
    }

    /// A channel: events that are sent into it go out, while others come in. `capacity` of them wait in it. The stream
    /// ends when the last sender is dropped.
    pub fn channel(capacity: usize) -> (EventSender<T>, EventStream<T>) {
        let (sender, source) = EventSource::channel(capacity);
        (sender, EventStream::from(source))
    }

    /// The next event that comes in; `None` at the end. After an error there is nothing more.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        match &mut self.inner {
            Inner::In(reader) => reader.poll_record(context),
            _ => Poll::Ready(None),
        }
    }
}

impl<T: Record + Default + 'static> Stream for EventStream<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<T> From<EventSource> for EventStream<T> {
    fn from(source: EventSource) -> Self {
        EventStream { inner: Inner::Out(source), of: PhantomData }
    }
}

impl<T> From<EventReader> for EventStream<T> {
    fn from(reader: EventReader) -> Self {
        EventStream { inner: Inner::In(reader), of: PhantomData }
    }
}

impl<T> Default for EventStream<T> {
    /// No events.
    fn default() -> Self {
        EventStream { inner: Inner::Empty, of: PhantomData }
    }
}

impl<T> Clone for EventStream<T> {
    fn clone(&self) -> Self {
        EventStream { inner: self.inner.clone(), of: PhantomData }
    }
}

impl<T> PartialEq for EventStream<T> {
    /// Streams are equal only if there are none: comparing them would consume them.
    fn eq(&self, other: &Self) -> bool {
        matches!((&self.inner, &other.inner), (Inner::Empty, Inner::Empty))
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.inner {
            Inner::Empty => f.write_str("EventStream(empty)"),
            Inner::In(reader) => reader.fmt(f),
            Inner::Out(source) => source.fmt(f),
        }
    }
}

impl<T: Record + Default + 'static> Field for EventStream<T> {
    fn view(&self) -> View<'_> {
        match &self.inner {
            Inner::Out(source) => View::Events(source),
            _ => View::Absent,
        }
    }

    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match std::mem::replace(change, Change::Null) {
            Change::Null => self.inner = Inner::Empty,
            Change::Events(reader) => self.inner = Inner::In(reader),
            _ => return Err(Mismatch { wanted: "event stream" }),
        }
        Ok(None)
    }
}
