//! Streams of events.

/// Events to send.
#[derive(Debug)]
pub struct EventSource {}

/// Events that stream in.
#[derive(Clone, Debug)]
pub struct EventReader {}
