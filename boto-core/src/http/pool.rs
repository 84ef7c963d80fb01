//! Connections that wait for their next request, by the place they lead to.
//!
//! The one used last is used next. A connection goes back once its answer has been read to the end; one whose answer is
//! left unread, or whose call is given up, is closed. What has waited too long is closed by a task that runs as long as
//! anything waits.

use super::{
    config::TransportConfig,
    connect::{reason, Connector},
    upload::Outgoing,
};
use crate::{host::Host, tasks, BoxFuture, Map};
use ::http::{header, uri, HeaderValue, Request, Response, Uri};
use ::hyper::{
    body::Incoming,
    client::conn::{http1, TrySendError},
};
use std::{
    fmt,
    future::poll_fn,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    task::{Context, Poll},
    time::{Duration, Instant},
};
use tokio::runtime::Handle;

/// How many headers an answer may have: S3's 2 KiB of user metadata alone can make some 150 of them.
const HEADERS: usize = 400;

/// Where a connection leads to: scheme, host and port.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) secure: bool,
    authority: Arc<str>,
}

impl Place {
    pub(super) fn new(scheme: &str, authority: &str) -> Place {
        Place { secure: scheme == "https", authority: authority.into() }
    }
}

impl fmt::Display for Place {
    /// Host and port, for messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_port = self.authority.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        let default = if self.secure { ":443" } else { ":80" };
        write!(f, "{}{}", self.authority, if has_port { "" } else { default })
    }
}

/// A request as hyper takes it.
pub(super) type Message = Request<Outgoing>;

/// What comes of one: an answer, or an error that may hold the message, if nothing of it was sent.
pub(super) type Sent = Result<Response<Incoming>, TrySendError<Message>>;

/// The pool. Clones share it.
#[derive(Clone)]
pub(super) struct Pool {
    shared: Arc<Shared>,
}

struct Shared {
    connector: Connector,
    longest_idle: Duration,
    most_idle: usize,
    /// Also where no server chooses it.
    #[cfg(feature = "http2")]
    always_http2: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// By authority, those without TLS and those with it; the one that came last stands last.
    idle: [Map<Vec<Idle>>; 2],
    /// A task closes what has waited too long.
    swept: bool,
}

/// A connection that waits.
pub(super) struct Idle {
    pub(super) line: Line,
    pub(super) since: Instant,
}

/// A connection that speaks HTTP.
pub(super) struct Line {
    sender: Sender,
    /// Requests name the whole URL, for a proxy.
    absolute: bool,
}

enum Sender {
    /// One request after the other.
    One(http1::SendRequest<Outgoing>),
    /// Many at a time.
    #[cfg(feature = "http2")]
    Many(::hyper::client::conn::http2::SendRequest<Outgoing>),
}

impl Line {
    /// Sends a request.
    pub(super) fn send(&mut self, mut message: Message) -> BoxFuture<'static, Sent> {
        match &mut self.sender {
            Sender::One(sender) => {
                address(&mut message, self.absolute);
                Box::pin(sender.try_send_request(message))
            }
            #[cfg(feature = "http2")]
            Sender::Many(sender) => Box::pin(sender.try_send_request(message)),
        }
    }

    fn is_closed(&self) -> bool {
        match &self.sender {
            Sender::One(sender) => sender.is_closed(),
            #[cfg(feature = "http2")]
            Sender::Many(sender) => sender.is_closed(),
        }
    }

    fn is_ready(&self) -> bool {
        match &self.sender {
            Sender::One(sender) => sender.is_ready(),
            #[cfg(feature = "http2")]
            Sender::Many(sender) => sender.is_ready(),
        }
    }

    /// Waits until the next request may be sent; an error if there will be none.
    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<::hyper::Result<()>> {
        match &mut self.sender {
            Sender::One(sender) => sender.poll_ready(context),
            #[cfg(feature = "http2")]
            Sender::Many(sender) => sender.poll_ready(context),
        }
    }

    /// The same connection for another request at the same time, if it takes several.
    fn share(&self) -> Option<Line> {
        match &self.sender {
            Sender::One(_) => None,
            #[cfg(feature = "http2")]
            Sender::Many(sender) => Some(Line { sender: Sender::Many(sender.clone()), absolute: self.absolute }),
        }
    }
}

impl Pool {
    /// An empty pool. Nothing is read, looked up or connected to yet.
    pub(super) fn new(config: &TransportConfig, host: Arc<dyn Host>) -> Pool {
        let shared = Shared {
            connector: Connector::new(config, host),
            longest_idle: config.pool_idle_timeout,
            most_idle: config.max_idle_per_host,
            #[cfg(feature = "http2")]
            always_http2: config.http2 == super::config::Http2::Always,
            state: Mutex::default(),
        };
        Pool { shared: Arc::new(shared) }
    }

    /// A connection that waits, if one does that is still good.
    pub(super) fn take(&self, place: &Place) -> Option<Idle> {
        self.shared.lock().take(place, self.shared.longest_idle)
    }

    /// A new connection to the host of that URL; an error says why there is none.
    pub(super) fn connect<'a>(&'a self, place: &'a Place, target: &'a Uri) -> BoxFuture<'a, Result<Line, String>> {
        Box::pin(async move {
            let link = self.shared.connector.connect(target).await?;
            let broken = |error: ::hyper::Error| {
                format!("cannot connect to {}: {}", target.host().unwrap_or_default(), why(&error))
            };
            #[cfg(feature = "http2")]
            if link.http2 || self.shared.always_http2 {
                let executor = hyper_util::rt::TokioExecutor::new();
                let made = ::hyper::client::conn::http2::Builder::new(executor).handshake(link.io).await;
                let (sender, connection) = made.map_err(broken)?;
                run(Box::pin(async move { drop(connection.await) }));
                let line = Line { sender: Sender::Many(sender), absolute: link.absolute };
                // Others need not wait until the first answer is there.
                if let Some(shared) = line.share() {
                    self.shared.put(place, shared);
                }
                return Ok(line);
            }
            #[cfg(not(feature = "http2"))]
            let _ = place;
            let made = http1::Builder::new()
                .max_headers(HEADERS)
                // RFC 9112, section 5.2, asks a client for the first; for the second there are old servers.
                .allow_obsolete_multiline_headers_in_responses(true)
                .allow_spaces_after_header_name_in_responses(true)
                .handshake(link.io)
                .await;
            let (sender, connection) = made.map_err(broken)?;
            // What goes wrong with it is told to whoever sends something.
            run(Box::pin(async move { drop(connection.await) }));
            Ok(Line { sender: Sender::One(sender), absolute: link.absolute })
        })
    }

    /// Takes a connection back, as soon as its answer has been read.
    pub(super) fn keep(&self, place: &Place, mut line: Line) {
        if line.is_ready() {
            return self.shared.put(place, line);
        }
        let (shared, place) = (self.shared.clone(), place.clone());
        run(Box::pin(async move {
            if poll_fn(|context| line.poll_ready(context)).await.is_ok() {
                shared.put(&place, line);
            }
        }));
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(self: &Arc<Self>, place: &Place, line: Line) {
        if self.most_idle == 0 || line.is_closed() {
            return;
        }
        let mut state = self.lock();
        let lines = state.idle[usize::from(place.secure)].get_or_insert_default(&*place.authority);
        if line.share().is_some() && lines.iter().any(|idle| !idle.line.is_closed()) {
            return;
        }
        lines.retain(|idle| !idle.line.is_closed());
        if lines.len() >= self.most_idle {
            lines.remove(0);
        }
        lines.push(Idle { line, since: Instant::now() });
        let swept = std::mem::replace(&mut state.swept, true);
        drop(state);
        // A runtime that is shutting down drops what it is given at once, and the sweeper then takes the lock.
        if !swept {
            let sweeper = Sweeper { shared: Arc::downgrade(self), done: false };
            run(Box::pin(sweeper.run(self.longest_idle)));
        }
    }
}

impl State {
    fn take(&mut self, place: &Place, longest_idle: Duration) -> Option<Idle> {
        let places = &mut self.idle[usize::from(place.secure)];
        let lines = places.get_mut(&place.authority)?;
        while let Some(idle) = lines.pop() {
            if idle.line.is_closed() || idle.since.elapsed() > longest_idle {
                continue;
            }
            if let Some(shared) = idle.line.share() {
                lines.push(Idle { line: shared, since: Instant::now() });
            } else if lines.is_empty() {
                places.remove(&place.authority);
            }
            return Some(idle);
        }
        places.remove(&place.authority);
        None
    }

    /// Closes what has waited too long; whether nothing is left.
    fn sweep(&mut self, longest_idle: Duration) -> bool {
        for places in &mut self.idle {
            places.retain(|_, lines| {
                lines.retain(|idle| !idle.line.is_closed() && idle.since.elapsed() <= longest_idle);
                !lines.is_empty()
            });
        }
        self.idle.iter().all(Map::is_empty)
    }
}

/// The task that closes what has waited too long. It may be dropped at any time, with its runtime; then the next
/// connection that comes back begins another.
struct Sweeper {
    shared: Weak<Shared>,
    done: bool,
}

impl Drop for Sweeper {
    fn drop(&mut self) {
        if let (Some(shared), false) = (self.shared.upgrade(), self.done) {
            shared.lock().swept = false;
        }
    }
}

impl Sweeper {
    async fn run(mut self, longest_idle: Duration) {
        while !self.done {
            tokio::time::sleep(longest_idle).await;
            let Some(shared) = self.shared.upgrade() else { return };
            let mut state = shared.lock();
            self.done = state.sweep(longest_idle);
            state.swept = !self.done;
        }
    }
}

/// Lets a future run on the runtime that the call runs on.
fn run(future: BoxFuture<'static, ()>) {
    if let Ok(runtime) = Handle::try_current() {
        tasks::spawn(&runtime, future);
    }
}

/// Names the host in a header and leaves the path alone in the request line, as HTTP/1.1 has it; a proxy gets the whole
/// URL.
fn address(message: &mut Message, absolute: bool) {
    let uri = message.uri();
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return };
    if !message.headers().contains_key(header::HOST) {
        let usual = if scheme == "https" { 443 } else { 80 };
        let host = match authority.port_u16() {
            Some(port) if port != usual => HeaderValue::from_str(&format!("{}:{port}", authority.host())),
            _ => HeaderValue::from_str(authority.host()),
        };
        if let Ok(host) = host {
            message.headers_mut().insert(header::HOST, host);
        }
    }
    if !absolute {
        let mut parts = uri::Parts::default();
        parts.path_and_query = message.uri().path_and_query().cloned();
        *message.uri_mut() = Uri::from_parts(parts).unwrap_or_default();
    }
}

/// The innermost cause in a few words.
pub(super) fn why(error: &(dyn std::error::Error + 'static)) -> String {
    let mut last = error;
    while let Some(source) = last.source() {
        last = source;
    }
    match last.downcast_ref::<io::Error>() {
        Some(io) => reason(io),
        None => last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_name_the_host_and_the_path_and_proxies_get_the_whole_url() {
        for (url, host, line) in [
            ("http://example.com/a/../b?c=%20d", "example.com", "/a/../b?c=%20d"),
            ("http://example.com:80", "example.com", "/"),
            ("http://example.com:443/", "example.com:443", "/"),
            ("https://example.com:443/x", "example.com", "/x"),
            ("https://example.com:8443/x", "example.com:8443", "/x"),
            ("http://[::1]:9000/b/k", "[::1]:9000", "/b/k"),
        ] {
            for absolute in [false, true] {
                let mut message = Request::new(Outgoing::Full(bytes::Bytes::new()));
                *message.uri_mut() = url.parse().unwrap();
                let whole = message.uri().to_string();
                address(&mut message, absolute);
                assert_eq!(message.headers()[header::HOST], host, "{url}");
                assert_eq!(message.uri().to_string(), if absolute { whole } else { line.to_owned() }, "{url}");
            }
        }
        let mut message = Request::new(Outgoing::Full(bytes::Bytes::new()));
        *message.uri_mut() = "http://example.com/".parse().unwrap();
        message.headers_mut().insert(header::HOST, HeaderValue::from_static("another"));
        address(&mut message, false);
        assert_eq!(message.headers()[header::HOST], "another");
    }
}
