//! Stand-in until streams of events are typed.

use crate::field::{Field, Mismatch, Scalar, View};
use std::marker::PhantomData;

/// Typed events.
#[derive(Clone, Debug)]
pub struct EventStream<T>(PhantomData<fn() -> T>);

impl<T> Default for EventStream<T> {
    fn default() -> Self {
        EventStream(PhantomData)
    }
}

impl<T> Field for EventStream<T> {
    fn view(&self) -> View<'_> {
        View::Absent
    }
    fn put(&mut self, _: Scalar<'_>) -> Result<(), Mismatch> {
        Ok(())
    }
}
