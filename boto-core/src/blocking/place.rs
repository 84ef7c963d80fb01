//! Where blocking code runs: the runtime behind it, and whether it may block here at all.

use crate::{Error, ErrorKind, Result};
use once_cell::sync::OnceCell;
use std::{
    future::Future,
    pin::pin,
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc,
    },
    task::{Context, Poll, Wake, Waker},
    thread::Thread,
};
use tokio::{runtime, task::coop};

static RUNTIME: OnceCell<runtime::Handle> = OnceCell::new();

/// The runtime that drives timers and connections, on a thread of its own that begins with the first call.
pub(super) fn runtime() -> Result<&'static runtime::Handle> {
    RUNTIME.get_or_try_init(|| {
        let flaw = |e: std::io::Error| Error::new(ErrorKind::Usage, format!("no thread for blocking calls: {e}"));
        let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(flaw)?;
        let handle = runtime.handle().clone();
        let forever = move || runtime.block_on(std::future::pending::<()>());
        std::thread::Builder::new().name("boto-blocking".to_owned()).spawn(forever).map_err(flaw)?;
        Ok(handle)
    })
}

/// An error if this is a task of an async runtime, which must not block.
pub(super) fn check() -> Result<()> {
    if runtime::Handle::try_current().is_err() || !is_task() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Usage, "a blocking call inside of an async runtime would stop its other tasks")
        .with_hint("await it instead of running it, or move the blocking code into `tokio::task::spawn_blocking`"))
}

/// More than what tokio lets any task do at once (128).
const BUDGET: usize = 256;

/// Whether this is a task, as opposed to a thread that merely knows of a runtime (one that `spawn_blocking` began, say).
/// Nobody tells that as such, but only tasks have to stop when they have done much at once: so we ask whether we would
/// have to, and leave the task's budget as it was.
fn is_task() -> bool {
    let mut context = Context::from_waker(Waker::noop());
    // Restores, when dropped, what was left before the first question.
    let Poll::Ready(_restore) = coop::poll_proceed(&mut context) else { return true };
    for _ in 0..BUDGET {
        match coop::poll_proceed(&mut context) {
            Poll::Ready(more) => more.made_progress(),
            Poll::Pending => return true,
        }
    }
    false
}

/// Polls on this thread, which sleeps in between.
pub(super) fn drive<F: Future>(future: F) -> F::Output {
    let sleeper = Arc::new(Sleeper { thread: std::thread::current(), woken: AtomicBool::new(false) });
    let waker = Waker::from(Arc::clone(&sleeper));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
        // Threads may wake up for no reason, or for another one's.
        while !sleeper.woken.swap(false, Ordering::Acquire) {
            std::thread::park();
        }
    }
}

struct Sleeper {
    thread: Thread,
    woken: AtomicBool,
}

impl Wake for Sleeper {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.woken.store(true, Ordering::Release);
        self.thread.unpark();
    }
}
