//! A transport without a network: scripted answers, recorded requests.

use super::{HeaderMap, Method, Request, Response, Timeouts, Transport, TransportError, TransportErrorKind, Url};
use crate::{body::ByteStream, BoxFuture};
use bytes::Bytes;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Answers in the order of its script. Clones share script and records.
#[derive(Clone, Debug, Default)]
pub struct FakeTransport {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    script: VecDeque<Result<Response, TransportError>>,
    recorded: Vec<Recorded>,
}

/// A request that was sent.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its method.
    pub method: Method,
    /// Where it went.
    pub url: Url,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its whole body.
    pub body: Bytes,
    /// The time limits it was sent with.
    pub timeouts: Timeouts,
}

impl FakeTransport {
    /// One without a script: every request fails with [`TransportErrorKind::Connect`].
    #[inline]
    pub fn new() -> FakeTransport {
        FakeTransport::default()
    }

    /// Adds an answer to the script. A header that is not valid is left out.
    pub fn answer(&self, status: u16, headers: &[(&str, &str)], body: impl Into<ByteStream>) -> &Self {
        let headers = headers.iter().filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)));
        let response = Response { status, headers: headers.collect(), body: body.into() };
        self.lock().script.push_back(Ok(response));
        self
    }

    /// Adds a failure to the script.
    pub fn fail(&self, kind: TransportErrorKind, message: impl Into<String>) -> &Self {
        self.lock().script.push_back(Err(TransportError { kind, message: message.into() }));
        self
    }

    /// The requests that were sent, in order.
    #[inline]
    pub fn requests(&self) -> Vec<Recorded> {
        self.lock().recorded.clone()
    }

    /// How many answers of the script are left.
    #[inline]
    pub fn left(&self) -> usize {
        self.lock().script.len()
    }

    #[inline]
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for FakeTransport {
    #[inline]
    fn send(&self, request: Request, timeouts: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let body = request.body.collect().await;
            let body =
                body.map_err(|e| TransportError { kind: TransportErrorKind::Request, message: e.to_string() })?;
            let Request { method, url, headers, .. } = request;
            let mut state = self.lock();
            let place = url.authority.clone();
            state.recorded.push(Recorded { method, url, headers, body, timeouts });
            state.script.pop_front().unwrap_or_else(|| {
                let message = format!("no answer left in the script of the fake transport, request to {place}");
                Err(TransportError { kind: TransportErrorKind::Connect, message })
            })
        })
    }
}
