//! Calls under way. All that is compiled for each operation is here, and it is little: what is sent and read is behind
//! trait objects, and one state machine serves all.

use super::{About, Doing, Metadata};
use crate::{field::Record, opaque::Opaque, BoxFuture, Result};
use std::{
    any::Any,
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

/// An output whose type is known again when it is full.
pub(super) trait Output: Record + Any {}

impl<O: Record + 'static> Output for O {}

type Outcome = BoxFuture<'static, Result<(Box<dyn Output>, Metadata)>>;

/// Calls, and reads the answer into `output`.
pub(super) fn start(about: Opaque<About>, mut input: Box<dyn Record>, mut output: Box<dyn Output>) -> Outcome {
    Box::pin(async move {
        let About { connection, operation, options } = &*about;
        let doing = Doing { connection, operation, input: &mut *input, output: &mut *output, options };
        let (metadata, _) = doing.run().await?;
        Ok((output, metadata))
    })
}

/// A call under way, as a future of its output and what the answer says beside it.
#[must_use = "a call does nothing until it is awaited"]
pub struct Sending<O> {
    outcome: Outcome,
    output: PhantomData<fn() -> O>,
}

impl<O> Sending<O> {
    pub(super) fn new(outcome: Outcome) -> Sending<O> {
        Sending { outcome, output: PhantomData }
    }
}

impl<O: Default + 'static> Future for Sending<O> {
    type Output = Result<(O, Metadata)>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.outcome.as_mut().poll(context).map_ok(|(output, metadata)| (typed(output), metadata))
    }
}

/// The output, in the type in which it went in.
fn typed<O: Default + 'static>(output: Box<dyn Any>) -> O {
    output.downcast::<O>().map_or_else(|_| O::default(), |output| *output)
}

impl<O> std::fmt::Debug for Sending<O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}

/// The output alone.
pub(super) struct Answering<O>(pub(super) Sending<O>);

fn poll_output(outcome: &mut Outcome, context: &mut Context<'_>) -> Poll<Result<Box<dyn Any>>> {
    outcome.as_mut().poll(context).map_ok(|(output, _)| output as Box<dyn Any>)
}

impl<O: Default + 'static> Future for Answering<O> {
    type Output = Result<O>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match poll_output(&mut self.0.outcome, context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(output)) => Poll::Ready(Ok(typed(output))),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
        }
    }
}
