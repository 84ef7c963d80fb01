//! Streams of events: the binary framing, and events in and out through the tables.
//!
//! An event stream is a union of events. Incoming ones are an [`EventReader`] (untyped) or an [`EventStream`] (typed),
//! both [`Stream`](futures_core::Stream)s; outgoing ones are an [`EventSource`], made from any stream of events or
//! from a channel. An exception within a stream is its last item: an error with the service's code and fields.
//!
//! Rules: <https://smithy.io/2.0/aws/amazon-eventstream.html>.

mod decode;
pub mod frame;
mod header;
mod reader;
mod send;
mod source;
mod typed;

pub use decode::initial_response;
pub use frame::Frame;
pub use header::{Header, HeaderValue};
pub use reader::EventReader;
pub use send::{encode, initial_request, signed, SignEvent, Signer};
pub use source::{EventSender, EventSource, IntoEvent};
pub use typed::EventStream;

use crate::{field::Record, Error, Result};
use std::fmt;

/// The events of one stream: how a protocol reads and writes them, and for which operation.
pub trait EventCodec: Send + Sync + fmt::Debug {
    /// Reads the event of that name out of a frame into the union of events.
    fn decode(&self, name: &str, frame: &Frame, union: &mut dyn Record) -> Result<()>;

    /// The error that an exception within the stream is.
    fn exception(&self, name: &str, frame: &Frame) -> Error;

    /// The frame of the one event that the union holds.
    fn encode(&self, union: &dyn Record) -> Result<Frame>;

    /// Says in an error where it happened.
    fn place(&self, error: Error) -> Error;
}

#[cfg(test)]
mod tests;
