//! Response bodies on their way out of hyper.

use super::{
    pool::{why, Place},
    upload::Upload,
};
use crate::{body::BoxStream, body::ByteStream, Error, ErrorKind, Result};
use ::hyper::body::Incoming;
use bytes::Bytes;
use futures_core::Stream;
use http_body::Body;
use std::{
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Instant, Sleep};

/// The body of a response. Each wait for more may take `limit`.
pub(super) fn body(
    incoming: Incoming,
    limit: Option<Duration>,
    place: Place,
    upload: Option<Arc<Upload>>,
) -> ByteStream {
    if incoming.is_end_stream() {
        if let Some(upload) = upload {
            upload.abort();
        }
        return ByteStream::default();
    }
    let length = incoming.size_hint().exact();
    let guard = upload.map(Guard);
    let stream: BoxStream =
        Box::pin(Download { incoming, limit, timer: None, armed: false, done: false, place, guard });
    ByteStream::from_transport(stream, length)
}

struct Download {
    incoming: Incoming,
    limit: Option<Duration>,
    timer: Option<Pin<Box<Sleep>>>,
    /// The timer runs for the wait that is going on.
    armed: bool,
    done: bool,
    place: Place,
    guard: Option<Guard>,
}

/// Stops the upload when the response is over or nobody wants it any more; else a server that answers early would be
/// sent the rest of the body in the background.
struct Guard(Arc<Upload>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Download {
    fn end(&mut self, message: Option<String>) -> Poll<Option<Result<Bytes>>> {
        self.done = true;
        self.guard = None;
        Poll::Ready(message.map(|m| Err(Error::new(ErrorKind::Stream, m).with_retryable(true, false))))
    }

    /// Whether the wait has been too long.
    fn overdue(&mut self, context: &mut Context<'_>) -> Option<Duration> {
        let limit = self.limit?;
        let timer = self.timer.get_or_insert_with(|| {
            self.armed = true;
            Box::pin(tokio::time::sleep(limit))
        });
        if !self.armed {
            timer.as_mut().reset(Instant::now() + limit);
            self.armed = true;
        }
        timer.as_mut().poll(context).is_ready().then_some(limit)
    }
}

impl Stream for Download {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.done {
            return Poll::Ready(None);
        }
        loop {
            match Pin::new(&mut this.incoming).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => {
                    this.armed = false;
                    // Trailers carry nothing that the services use.
                    if let Ok(data) = frame.into_data() {
                        return Poll::Ready(Some(Ok(data)));
                    }
                }
                Poll::Ready(None) => return this.end(None),
                Poll::Ready(Some(Err(error))) => {
                    let why = why(&error);
                    let message = format!("connection to {} broke before the body was complete: {why}", this.place);
                    return this.end(Some(message));
                }
                Poll::Pending => {
                    return match this.overdue(context) {
                        None => Poll::Pending,
                        Some(limit) => {
                            let message = format!("no more of the body from {} for {limit:?}", this.place);
                            this.end(Some(message))
                        }
                    };
                }
            }
        }
    }
}
