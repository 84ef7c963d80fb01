//! HTTP messages as the pipeline sees them, and the trait behind which the network lies.

mod config;
mod connect;
mod download;
pub mod fake;
pub mod hyper;
mod pool;
pub mod proxy;
#[cfg(feature = "tls")]
mod tls;
mod upload;

pub use config::{Http2, OwnCertificate, TlsConfig, TransportConfig};
pub use proxy::{Proxies, Proxy};

use crate::{body::ByteStream, BoxFuture};
pub use ::http::{HeaderMap, HeaderName, HeaderValue, Method};
use std::{fmt, time::Duration};

/// A request. Path and query are kept exactly as they go over the wire (percent-encoded, never normalised).
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `POST` …
    pub method: Method,
    /// Where to.
    pub url: Url,
    /// Headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: ByteStream,
}

/// A URL in its parts, as they go over the wire.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Url {
    /// `https` or `http`.
    pub scheme: String,
    /// Host and port, without user information.
    pub authority: String,
    /// The percent-encoded path; begins with `/`.
    pub path: String,
    /// The percent-encoded query, without `?`; empty if there is none.
    pub query: String,
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)?;
        if !self.query.is_empty() {
            write!(f, "?{}", self.query)?;
        }
        Ok(())
    }
}

/// An answer whose head has arrived.
#[derive(Clone, Debug)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// The body, not read yet.
    pub body: ByteStream,
}

/// How long to wait for what. `None` is without limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timeouts {
    /// For the connection, TLS included.
    pub connect: Option<Duration>,
    /// Between two reads.
    pub read: Option<Duration>,
}

/// What sends requests.
pub trait Transport: Send + Sync + fmt::Debug {
    /// Sends the request and answers when the head of the response is there.
    fn send(&self, request: Request, timeouts: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>>;
}

/// Why no answer came.
#[derive(Debug)]
pub struct TransportError {
    /// What went wrong.
    pub kind: TransportErrorKind,
    /// Details for people, without secrets.
    pub message: String,
}

/// Kinds of [`TransportError`], which decide about retries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportErrorKind {
    /// The connection could not be made (refused, name not found, TLS).
    Connect,
    /// The connection could not be made in time.
    ConnectTimeout,
    /// No answer in time.
    ReadTimeout,
    /// The connection broke before the answer was complete.
    Broken,
    /// The request could not be sent at all (bad URL, body failed, proxy refused).
    Request,
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TransportError {}
