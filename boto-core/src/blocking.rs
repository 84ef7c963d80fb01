//! The blocking twin: everything that this crate does asynchronously, without an async runtime in the caller's code.
//!
//! There is one rule to it. [`Session::blocking`] gives a session whose connections, calls, resources and collections
//! are the very same as the asynchronous ones, typed and untyped; and
//!
//! | where asynchronous code says | blocking code says |
//! |---|---|
//! | `call.await` (a call, a waiter, an action, `collection.all()`, `call.presign(…)` …) | `call.run()` |
//! | `while let Some(page) = pages.next().await` (pages, items, resources, events) | `for page in pages.iter()` |
//! | `sender.send(event).await`, into a stream of events | `sender.send(event).run()` |
//! | `body.into_reader()`, an `AsyncRead` | `body.reader()`, a [`std::io::Read`] |
//! | `ByteStream::from_reader(…)`, out of an `AsyncRead` | `ByteStream::from_read(…)`, out of a [`std::io::Read`] |
//! | `credentials.explain().await`, what is no [`Result`] | `session.block_on(credentials.explain())` |
//!
//! ```no_run
//! use boto_core::{blocking::*, service, Session};
//!
//! service!("s3", operations = [GetObject, ListObjectsV2]);
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let session = Session::new().blocking();
//! let s3 = session.connect_to(s3::S3);
//! for object in s3.list_objects_v2("holiday-photos").items().iter() {
//!     println!("{:?}", object?.key);
//! }
//! let mut photo = s3.get_object("holiday-photos", "beach.jpg").run()?.body.reader();
//! std::io::copy(&mut photo, &mut std::io::stdout())?;
//!
//! let buckets = session.connect_to("s3")?.call("ListBuckets").run()?;
//! println!("{}", buckets["Buckets"]);
//! # Ok(())
//! # }
//! ```
//!
//! So typed services need no second expansion, whatever answers a [`Result`] when awaited is runnable, and who does not
//! use this module does not pay for it: it brings no dependency, and its one thread begins with the first
//! [`run`](Run::run).
//!
//! That thread drives timers and connections, for all sessions of the process; the work of a call is done on the thread
//! that calls, so any number of threads may. Inside an async runtime, where to block would stop other tasks, everything
//! here is an error of kind [`ErrorKind::Usage`]; what `tokio::task::spawn_blocking` and `block_in_place` run may block.

mod place;
mod reader;
mod sender;

pub use reader::Reader;

use crate::{session::Session, ErrorKind, Result};
use futures_core::Stream;
use std::{
    future::{Future, IntoFuture},
    ops::Deref,
    pin::Pin,
};

impl Session {
    /// This session for code without an async runtime, see [`crate::blocking`]. Both share everything.
    pub fn blocking(&self) -> Blocking {
        Blocking(self.clone())
    }
}

/// A session for code without an async runtime: all that [`Session`] has, see the [module](self).
#[derive(Clone, Debug, Default)]
pub struct Blocking(Session);

impl Deref for Blocking {
    type Target = Session;
    fn deref(&self) -> &Session {
        &self.0
    }
}

impl Blocking {
    /// A session that finds everything the way the AWS CLI does.
    pub fn new() -> Blocking {
        Session::new().blocking()
    }

    /// Runs any future to its end, such as an `async` block that makes several calls at once.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] inside of an async runtime.
    pub fn block_on<F: Future>(&self, future: F) -> Result<F::Output> {
        block_on(future)
    }
}

/// [`run`](Self::run), for everything that can be awaited.
pub trait Run<T>: Sized {
    /// Does what `.await` would do, and blocks this thread until it is done.
    ///
    /// # Errors
    /// Those of the future; [`ErrorKind::Usage`] inside of an async runtime, and then nothing is done.
    fn run(self) -> Result<T>;
}

impl<T, F: IntoFuture<Output = Result<T>>> Run<T> for F {
    fn run(self) -> Result<T> {
        block_on(self.into_future())?
    }
}

/// [`iter`](Self::iter), for everything that streams: pages, items, resources, events.
pub trait Iterate: Sized {
    /// What comes, one after the other; the thread blocks while the next one is fetched.
    fn iter(self) -> Iter<Self>;
}

impl<T, S: Stream<Item = Result<T>> + Unpin> Iterate for S {
    fn iter(self) -> Iter<S> {
        Iter { stream: self, over: false }
    }
}

/// The elements of a stream, fetched as they are asked for.
#[derive(Debug)]
#[must_use = "an iterator does nothing until it is asked"]
pub struct Iter<S> {
    stream: S,
    over: bool,
}

impl<S> Iter<S> {
    /// The stream, to ask it things such as a token to resume from.
    pub fn stream(&self) -> &S {
        &self.stream
    }
}

impl<T, S: Stream<Item = Result<T>> + Unpin> Iterator for Iter<S> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        if self.over {
            return None;
        }
        let next = block_on(std::future::poll_fn(|context| Pin::new(&mut self.stream).poll_next(context)));
        let next = next.unwrap_or_else(|error| Some(Err(error)));
        self.over = match &next {
            None => true,
            // Nothing was asked, and nothing will be in this place.
            Some(Err(error)) => error.kind() == ErrorKind::Usage,
            Some(Ok(_)) => false,
        };
        next
    }
}

/// Runs a future to its end on this thread; timers and connections are driven by a thread of our own.
///
/// # Errors
/// [`ErrorKind::Usage`] inside of an async runtime, and then the future is not begun.
pub fn block_on<F: Future>(future: F) -> Result<F::Output> {
    place::check()?;
    let handle = place::runtime()?;
    let _entered = handle.enter();
    Ok(place::drive(future))
}
