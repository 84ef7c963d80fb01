//! Calls under way. All that is compiled for each operation is here, and it is little: what is sent and read is behind
//! trait objects, and one state machine serves all.

use super::{About, Doing, Metadata};
use crate::{field::Record, BoxFuture, Error, ErrorKind, Result};
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
pub(super) fn start(about: About, mut input: Box<dyn Record>, mut output: Box<dyn Output>) -> Outcome {
    Box::pin(async move {
        let About { connection, operation, options } = &about;
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

impl<O: 'static> Future for Sending<O> {
    type Output = Result<(O, Metadata)>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (output, metadata) = match self.outcome.as_mut().poll(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
            Poll::Ready(Ok(answer)) => answer,
        };
        Poll::Ready(match (output as Box<dyn Any>).downcast::<O>() {
            Ok(output) => Ok((*output, metadata)),
            Err(_) => Err(lost()),
        })
    }
}

/// What cannot be: the output went in with this very type.
#[cold]
fn lost() -> Error {
    Error::new(ErrorKind::Decode, "the output is not of the type that was asked for")
}

impl<O> std::fmt::Debug for Sending<O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}

/// The output alone.
pub(super) struct Answering<O>(pub(super) Sending<O>);

impl<O: 'static> Future for Answering<O> {
    type Output = Result<O>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match Pin::new(&mut self.0).poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok((output, _))) => Poll::Ready(Ok(output)),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
        }
    }
}
