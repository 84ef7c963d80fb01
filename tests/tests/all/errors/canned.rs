//! A network on which everybody gives the same answer.

use boto_core::{
    http::{Request, Response, Timeouts, Transport, TransportError},
    BoxFuture, ByteStream,
};
use std::sync::{
    atomic::{AtomicU32, Ordering},
    Arc,
};

/// The answer, and how often it was given.
#[derive(Debug)]
pub struct Canned {
    status: u16,
    content_type: &'static str,
    body: &'static str,
    requests: AtomicU32,
}

impl Canned {
    /// That answer.
    pub fn new(status: u16, content_type: &'static str, body: &'static str) -> Arc<Canned> {
        Arc::new(Canned { status, content_type, body, requests: AtomicU32::new(0) })
    }

    /// How often it was given.
    pub fn requests(&self) -> u32 {
        self.requests.load(Ordering::Relaxed)
    }
}

impl Transport for Canned {
    fn send(&self, _: Request, _: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        let mut headers = boto_core::http::HeaderMap::new();
        headers.insert("content-type", boto_core::http::HeaderValue::from_static(self.content_type));
        headers.insert("x-amzn-requestid", boto_core::http::HeaderValue::from_static("1-2-3"));
        let response = Response { status: self.status, headers, body: ByteStream::from(self.body) };
        Box::pin(std::future::ready(Ok(response)))
    }
}
