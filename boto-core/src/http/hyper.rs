//! The default transport: hyper over pooled connections, TCP and rustls.
//!
//! Paths and queries go over the wire exactly as [`Url`] holds them. A request on a pooled connection that
//! the server has closed before it saw the request is sent again on a fresh one; whatever else fails is left to the
//! retry policy. With `Expect: 100-continue` the body waits for the server's word, at most one second; if the server
//! answers otherwise, the body is not sent at all.

use super::{
    config::TransportConfig,
    download,
    pool::{why, Line, Message, Place, Pool, Sent},
    proxy::Proxies,
    upload::{Outgoing, Upload},
    Request, Response, Timeouts, Transport, TransportError, TransportErrorKind as Kind, Url,
};
use crate::{
    body::ByteStream,
    host::{Host, System},
    BoxFuture, Error,
};
use ::http::{header, HeaderValue, Method, Uri};
use ::hyper::body::Incoming;
use bytes::Bytes;
use std::{
    fmt,
    future::{poll_fn, Future},
    pin::Pin,
    sync::Arc,
    task::Poll,
    time::Duration,
};

/// After this time a connection that waits is looked at once more.
const LONG: Duration = Duration::from_millis(50);

/// Sends requests through hyper. Clones share one pool of connections. Making one costs next to nothing: names,
/// certificates and connections are dealt with when first needed.
#[derive(Clone)]
pub struct HyperTransport {
    pool: Pool,
    proxies: Arc<Proxies>,
}

impl Default for HyperTransport {
    fn default() -> Self {
        HyperTransport::new(&TransportConfig::default(), Arc::new(System))
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport").field("proxies", &self.proxies).finish_non_exhaustive()
    }
}

impl HyperTransport {
    /// A transport with its own pool. Files that `config` names are read through `host`, when the first `https`
    /// connection is made.
    pub fn new(config: &TransportConfig, host: Arc<dyn Host>) -> HyperTransport {
        #[cfg(not(feature = "http2"))]
        let config = &TransportConfig { http2: super::config::Http2::Never, ..config.clone() };
        HyperTransport { pool: Pool::new(config, host), proxies: Arc::new(config.proxies.clone()) }
    }

    async fn exchange(&self, request: Request, timeouts: Timeouts) -> Result<Response, TransportError> {
        let place = Place::new(&request.url.scheme, &request.url.authority);
        let uri = uri(&request.url)?;
        let mut headers = request.headers;
        let expects = headers.get(header::EXPECT).is_some_and(|v| v.as_bytes().eq_ignore_ascii_case(b"100-continue"));
        let (body, upload) = Outgoing::new(&measured(request.body, &headers, &place)?, expects);
        // A server may wait for a body whose length it was not told.
        let empty = matches!(&body, Outgoing::Full(bytes) if bytes.is_empty());
        if empty && [Method::POST, Method::PUT, Method::PATCH].contains(&request.method) {
            headers.entry(header::CONTENT_LENGTH).or_insert(HeaderValue::from_static("0"));
        }
        self.greet_proxy(&uri, &mut headers);
        let mut message = ::http::Request::new(body);
        *message.method_mut() = request.method;
        *message.uri_mut() = uri;
        *message.headers_mut() = headers;
        if let (true, Some(upload)) = (expects, upload.clone()) {
            ::hyper::ext::on_informational(&mut message, move |info| {
                if info.status() == 100 {
                    upload.proceed();
                }
            });
        }
        let (parts, incoming) = self.head(message, timeouts, &place, upload.as_ref()).await?.into_parts();
        Ok(Response {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: download::body(incoming, timeouts.read, place, upload),
        })
    }

    /// Waits for the head of the answer: first for a connection, then until nothing has moved for too long.
    async fn head(
        &self,
        mut message: Message,
        timeouts: Timeouts,
        place: &Place,
        upload: Option<&Arc<Upload>>,
    ) -> Result<::http::Response<Incoming>, TransportError> {
        let uri = message.uri().clone();
        loop {
            let waiting = self.pool.take(place);
            let reused = waiting.is_some();
            let mut line = match waiting {
                Some(idle) => {
                    // A runtime that something has blocked meanwhile learns only now that the server has closed it.
                    if idle.since.elapsed() >= LONG {
                        tokio::task::yield_now().await;
                    }
                    idle.line
                }
                None => self.connect(&uri, timeouts.connect, place).await?,
            };
            let mut error = match answer(line.send(message), timeouts.read, place, upload).await? {
                Ok(answer) => {
                    self.pool.keep(place, line);
                    return Ok(answer);
                }
                Err(error) => error,
            };
            match error.take_message() {
                // The server has closed a connection that waited, and seen nothing of the request.
                Some(unsent) if reused => message = unsent,
                _ => return Err(explain(error.error(), place)),
            }
            message.uri_mut().clone_from(&uri);
        }
    }

    async fn connect(&self, uri: &Uri, limit: Option<Duration>, place: &Place) -> Result<Line, TransportError> {
        let mut connecting = self.pool.connect(place, uri);
        let outcome = match limit {
            Some(limit) => within(&mut connecting, limit)
                .await
                .ok_or_else(|| failed(Kind::ConnectTimeout, format!("no connection to {place} within {limit:?}")))?,
            None => connecting.await,
        };
        outcome.map_err(|why| failed(Kind::Connect, why))
    }

    /// Proves ourselves to a proxy that forwards plain requests; tunnels do it when they are made.
    fn greet_proxy(&self, uri: &Uri, headers: &mut ::http::HeaderMap) {
        if uri.scheme_str() != Some("http") || self.proxies.http.is_none() {
            return;
        }
        let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
        let proxy = self.proxies.choose("http", host, uri.port_u16().unwrap_or(80));
        let authorization = proxy.and_then(|p| p.authorization.as_ref());
        if let Some(mut value) = authorization.and_then(|a| HeaderValue::from_str(a.expose()).ok()) {
            value.set_sensitive(true);
            headers.insert(header::PROXY_AUTHORIZATION, value);
        }
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: Request, timeouts: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            if tokio::runtime::Handle::try_current().is_err() {
                let message = "no tokio runtime here: await within one, or run without one (`boto_core::blocking`)";
                return Err(failed(Kind::Request, message));
            }
            self.exchange(request, timeouts).await
        })
    }
}

/// The body, as long as the headers say. Of a longer one the server would be sent the beginning alone.
fn measured(body: ByteStream, headers: &::http::HeaderMap, place: &Place) -> Result<ByteStream, TransportError> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    let Some(announced) = announced else { return Ok(body) };
    match body.length() {
        Some(length) if length != announced => {
            let problem = format!("content-length says {announced}, but the body has {length} bytes");
            Err(failed(Kind::Request, format!("request to {place} not sent: {problem}")))
        }
        _ => Ok(body.held_to(announced)),
    }
}

/// The answer, or why there is none; an error if nothing has moved for too long.
async fn answer(
    mut sent: BoxFuture<'static, Sent>,
    limit: Option<Duration>,
    place: &Place,
    upload: Option<&Arc<Upload>>,
) -> Result<Sent, TransportError> {
    let Some(limit) = limit else { return Ok(sent.await) };
    let mut wait = limit;
    loop {
        if let Some(outcome) = within(&mut sent, wait).await {
            return Ok(outcome);
        }
        let idle = upload.map_or(limit, |upload| upload.idle());
        if idle >= limit {
            return Err(failed(Kind::ReadTimeout, format!("no answer from {place} for {limit:?}")));
        }
        wait = (limit - idle).max(Duration::from_millis(1));
    }
}

/// What comes of it, or `None` at the end of the time. The timer is made only if there is need to wait.
async fn within<T>(work: &mut BoxFuture<'_, T>, limit: Duration) -> Option<T> {
    let mut timer: Option<Pin<Box<tokio::time::Sleep>>> = None;
    poll_fn(|context| {
        if let Poll::Ready(outcome) = work.as_mut().poll(context) {
            return Poll::Ready(Some(outcome));
        }
        let timer = timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit)));
        timer.as_mut().poll(context).map(|()| None)
    })
    .await
}

fn uri(url: &Url) -> Result<Uri, TransportError> {
    let text = url.to_string();
    if !text.contains('#') {
        if let Ok(uri) = Uri::from_maybe_shared(Bytes::from(text)) {
            if uri.host().is_some_and(|h| !h.is_empty()) && matches!(uri.scheme_str(), Some("http" | "https")) {
                return Ok(uri);
            }
        }
    }
    Err(failed(Kind::Request, format!("not a URL that can be sent to: {url}")))
}

fn failed(kind: Kind, message: impl Into<String>) -> TransportError {
    TransportError { kind, message: message.into() }
}

fn explain(error: &::hyper::Error, place: &Place) -> TransportError {
    if let Some(body) = find::<Error>(error) {
        return failed(Kind::Request, format!("request to {place} not sent: {body}"));
    }
    if error.is_parse() {
        let why = why(error);
        // What a server that speaks TLS answers has no version of HTTP in it.
        let hint = if !place.secure && why.contains("version") { " (is `https://` meant?)" } else { "" };
        return failed(Kind::Broken, format!("the answer of {place} is not HTTP: {why}{hint}"));
    }
    failed(Kind::Broken, format!("connection to {place} broke before an answer came: {}", why(error)))
}

fn find<'a, T: std::error::Error + 'static>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a T> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<T>() {
            return Some(found);
        }
        next = error.source();
    }
    None
}
