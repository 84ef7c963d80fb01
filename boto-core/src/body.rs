//! Bodies: bytes, or streams of them; and streams of events.

use bytes::Bytes;

/// A body that streams: bytes in memory, or a stream that can be read once (or again, if it can be replayed).
/// Clones share it.
#[derive(Clone, Debug, Default)]
pub struct ByteStream {
    bytes: Option<Bytes>,
}

impl From<Bytes> for ByteStream {
    fn from(bytes: Bytes) -> Self {
        ByteStream { bytes: Some(bytes) }
    }
}

impl ByteStream {
    /// The bytes, if they are in memory.
    pub fn bytes(&self) -> Option<&Bytes> {
        self.bytes.as_ref()
    }
}

/// Events to send.
#[derive(Debug)]
pub struct EventSource {}

/// Events that stream in.
#[derive(Clone, Debug)]
pub struct EventReader {}

/// Typed events.
#[derive(Clone, Debug)]
pub struct EventStream<T>(std::marker::PhantomData<fn() -> T>);
impl<T> Default for EventStream<T> {
    fn default() -> Self {
        EventStream(std::marker::PhantomData)
    }
}
impl<T> crate::field::Field for EventStream<T> {
    fn view(&self) -> crate::field::View<'_> {
        crate::field::View::Absent
    }
    fn put(&mut self, _: crate::field::Scalar<'_>) -> Result<(), crate::field::Mismatch> {
        Ok(())
    }
}
