//! Streams of events: the binary framing, and events in and out through the tables.
//!
//! An event stream is a union of events. Incoming ones are an [`EventReader`] (untyped) or an [`EventStream`] (typed),
//! both [`Stream`](futures_core::Stream)s; outgoing ones are an [`EventSource`], made from any stream of events or
//! from a channel. An exception within a stream is its last item: an error with the service's code and fields.
//!
//! Rules: <https://smithy.io/2.0/aws/amazon-eventstream.html>.

mod decode;
mod encode;
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
pub use send::{encode, initial_request, signed, Signer};
pub use source::{EventSender, EventSource, IntoEvent};
pub use typed::EventStream;

use crate::{field::Record, Result};
use boto_model::{Service, ShapeId};
use std::{fmt, sync::Arc};

/// How a protocol writes and reads the payload of one event. Members that travel in the headers of the frame are absent
/// from the records that are written.
pub trait PayloadCodec: Send + Sync {
    /// The media type of payloads that are structures: `application/json`.
    fn media_type(&self) -> &'static str;

    /// Appends a structure or union.
    fn write(&self, service: &Service, shape: ShapeId, record: &dyn Record, out: &mut Vec<u8>) -> Result<()>;

    /// Reads a structure or union. The payload may be empty.
    fn read(&self, service: &Service, shape: ShapeId, payload: &[u8], record: &mut dyn Record) -> Result<()>;
}

/// The events of one stream: tables and codec.
#[derive(Clone)]
pub struct Events {
    /// The service.
    pub service: Arc<Service>,
    /// The operation, for errors.
    pub operation: String,
    /// The union of events.
    pub shape: ShapeId,
    /// How payloads are written and read.
    pub codec: Arc<dyn PayloadCodec>,
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "events of {}", self.operation)
    }
}

#[cfg(test)]
mod tests;
