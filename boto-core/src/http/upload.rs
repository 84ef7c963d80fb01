//! Request bodies on their way into hyper, and what the sender must know about them while they go: whether they move,
//! whether the server wants them at all (`Expect: 100-continue`), and when to stop.

use crate::{body::ByteStream, Error, ErrorKind, Result};
use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};
use std::{
    future::Future,
    pin::Pin,
    sync::{
        atomic::{AtomicBool, AtomicU64, AtomicU8, Ordering},
        Arc, Mutex, PoisonError,
    },
    task::{Context, Poll, Waker},
    time::{Duration, Instant},
};
use tokio::time::Sleep;

/// Bytes in memory go in pieces of this size, so that a slow but living upload can be told from a dead one.
const PIECE: usize = 256 << 10;

/// How long to wait for `100 Continue` before the body is sent anyway (RFC 9110, section 10.1.1; botocore waits as
/// long).
const CONTINUE_LIMIT: Duration = Duration::from_secs(1);

/// A request body.
pub(super) enum Outgoing {
    /// Small, and in memory.
    Full(Bytes),
    /// Anything else.
    Long(Box<Long>),
}

pub(super) struct Long {
    source: LongSource,
    left: Option<u64>,
    upload: Arc<Upload>,
    patience: Option<Pin<Box<Sleep>>>,
}

enum LongSource {
    Memory(Bytes),
    /// Opened with the first poll, so that a body that can be read once is not spent if no connection came about.
    Stream(ByteStream),
}

/// The state of an upload, shared by the body inside hyper, the one who waits for the answer, and the answer's body.
pub(super) struct Upload {
    begun: Instant,
    /// Milliseconds after `begun` when the body last moved.
    moved: AtomicU64,
    /// It is the user's stream that is waited for, not the network.
    waiting: AtomicBool,
    gate: AtomicU8,
    waker: Mutex<Option<Waker>>,
}

const OPEN: u8 = 0;
const CLOSED: u8 = 1; // until the server says `100 Continue`
const ABORTED: u8 = 2;
const FINISHED: u8 = 3;

impl Outgoing {
    /// Prepares a body; `expects` is whether the request says `Expect: 100-continue`.
    pub(super) fn new(body: &ByteStream, expects: bool) -> (Outgoing, Option<Arc<Upload>>) {
        let source = match body.bytes() {
            Some(bytes) if bytes.is_empty() || (bytes.len() <= PIECE && !expects) => {
                return (Outgoing::Full(bytes.clone()), None);
            }
            Some(bytes) => LongSource::Memory(bytes.clone()),
            None => LongSource::Stream(body.clone()),
        };
        let upload = Arc::new(Upload {
            begun: Instant::now(),
            moved: AtomicU64::new(0),
            waiting: AtomicBool::new(false),
            gate: AtomicU8::new(if expects { CLOSED } else { OPEN }),
            waker: Mutex::new(None),
        });
        let long = Long { source, left: body.length(), upload: upload.clone(), patience: None };
        (Outgoing::Long(Box::new(long)), Some(upload))
    }
}

impl Upload {
    /// The server wants the body.
    pub(super) fn proceed(&self) {
        self.turn(CLOSED, OPEN);
    }

    /// The exchange is over: what has not been sent yet will not be.
    pub(super) fn abort(&self) {
        self.turn(OPEN, ABORTED);
        self.turn(CLOSED, ABORTED);
    }

    fn turn(&self, from: u8, to: u8) {
        if self.gate.compare_exchange(from, to, Ordering::AcqRel, Ordering::Acquire).is_ok() {
            if let Some(waker) = self.waker.lock().unwrap_or_else(PoisonError::into_inner).take() {
                waker.wake();
            }
        }
    }

    /// For how long nothing has moved although there was something to send or the answer was due.
    pub(super) fn idle(&self) -> Duration {
        if self.waiting.load(Ordering::Acquire) {
            return Duration::ZERO;
        }
        let moved = Duration::from_millis(self.moved.load(Ordering::Acquire));
        self.begun.elapsed().saturating_sub(moved)
    }

    fn touch(&self, waiting: bool) {
        self.moved.store(self.begun.elapsed().as_millis() as u64, Ordering::Release);
        self.waiting.store(waiting, Ordering::Release);
    }
}

impl Long {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        *self.upload.waker.lock().unwrap_or_else(PoisonError::into_inner) = Some(context.waker().clone());
        match self.upload.gate.load(Ordering::Acquire) {
            FINISHED => return Poll::Ready(None),
            ABORTED => {
                let message = "upload stopped: the server has answered already";
                return Poll::Ready(Some(Err(Error::new(ErrorKind::Stream, message))));
            }
            CLOSED => {
                let patience = self.patience.get_or_insert_with(|| Box::pin(tokio::time::sleep(CONTINUE_LIMIT)));
                if patience.as_mut().poll(context).is_pending() {
                    self.upload.touch(true);
                    return Poll::Pending;
                }
                self.upload.proceed();
            }
            _ => {}
        }
        let chunk = match &mut self.source {
            LongSource::Memory(bytes) if bytes.is_empty() => None,
            LongSource::Memory(bytes) => Some(Ok(bytes.split_to(bytes.len().min(PIECE)))),
            LongSource::Stream(stream) => match Pin::new(stream).poll_next(context) {
                Poll::Ready(item) => item,
                Poll::Pending => {
                    self.upload.touch(true);
                    return Poll::Pending;
                }
            },
        };
        self.upload.touch(false);
        match (&chunk, &mut self.left) {
            (Some(Ok(chunk)), Some(left)) => *left = left.saturating_sub(chunk.len() as u64),
            (None, _) => self.upload.turn(OPEN, FINISHED),
            _ => {}
        }
        // hyper does not ask again once the announced length is there.
        if self.left == Some(0) {
            self.upload.turn(OPEN, FINISHED);
        }
        Poll::Ready(chunk)
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        match self.get_mut() {
            Outgoing::Full(bytes) if bytes.is_empty() => Poll::Ready(None),
            Outgoing::Full(bytes) => Poll::Ready(Some(Ok(Frame::data(std::mem::take(bytes))))),
            Outgoing::Long(long) => long.poll(context).map(|item| item.map(|item| item.map(Frame::data))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Outgoing::Full(bytes) if bytes.is_empty())
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Outgoing::Full(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Outgoing::Long(long) => long.left.map_or_else(SizeHint::new, SizeHint::with_exact),
        }
    }
}
