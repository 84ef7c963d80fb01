//! Work handed to the runtime. All of it is boxed first: what tokio makes of a task are some hundred functions, and so
//! they are compiled once and not for each kind of future and closure.

use crate::BoxFuture;
use std::{
    any::Any,
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{ready, Context, Poll},
};
use tokio::{
    runtime::Handle,
    task::{JoinError, JoinHandle},
};

type Boxed = Box<dyn Any + Send>;

/// Lets a future run by itself.
pub(crate) fn spawn(runtime: &Handle, future: BoxFuture<'static, ()>) {
    runtime.spawn(future);
}

/// Lets work that may block run on a thread for such. It runs to its end, even if nobody waits for it.
pub(crate) fn blocking<T: Send + 'static>(runtime: &Handle, work: impl FnOnce() -> T + Send + 'static) -> Blocking<T> {
    let work: Box<dyn FnOnce() -> Boxed + Send> = Box::new(move || Box::new(work()));
    Blocking { task: runtime.spawn_blocking(work), result: PhantomData }
}

/// Work that may block, on its way. An error if it panicked, or never began because the runtime shuts down.
pub(crate) struct Blocking<T> {
    task: JoinHandle<Boxed>,
    result: PhantomData<fn() -> T>,
}

impl<T: 'static> Future for Blocking<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let done = ready!(Pin::new(&mut self.task).poll(context));
        // It is a `T`: `blocking` made it out of one, and nobody else makes a `Blocking`.
        #[allow(clippy::expect_used)]
        Poll::Ready(done.map(|result| *result.downcast().expect("the result of the work")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_may_block_gives_its_result_or_tells_that_it_panicked() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let name = "n".to_owned();
        assert_eq!(runtime.block_on(blocking(runtime.handle(), move || name + "!")).unwrap(), "n!");
        let work = blocking(runtime.handle(), || -> () { std::panic::resume_unwind(Box::new("no")) });
        assert!(runtime.block_on(work).unwrap_err().is_panic());
    }
}
