//! Making connections: TCP, through a proxy if there is one, then TLS.

use super::{
    config::TransportConfig,
    proxy::{Proxies, Proxy},
};
use crate::{host::Host, BoxFuture};
use ::http::Uri;
use hyper_util::{
    client::legacy::connect::{Connected, Connection, HttpConnector},
    rt::TokioIo,
};
use std::{
    fmt,
    future::poll_fn,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tower_service::Service;

/// A byte stream in both directions.
pub(super) trait Io: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}

/// Why there is no connection, for people; names the place.
#[derive(Debug)]
pub(super) struct ConnectError(pub(super) String);

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConnectError {}

/// Makes connections. Cheap to clone.
#[derive(Clone)]
pub(super) struct Connector {
    tcp: HttpConnector,
    proxies: Arc<Proxies>,
    #[cfg(feature = "tls")]
    tls: Arc<super::tls::Tls>,
}

impl Connector {
    pub(super) fn new(config: &TransportConfig, host: Arc<dyn Host>) -> Connector {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(config.tcp_nodelay);
        tcp.set_keepalive(config.tcp_keepalive);
        #[cfg(not(feature = "tls"))]
        let _ = host;
        Connector {
            tcp,
            proxies: Arc::new(config.proxies.clone()),
            #[cfg(feature = "tls")]
            tls: Arc::new(super::tls::Tls::new(config.tls.clone(), config.http2, host)),
        }
    }

    async fn connect(self, target: Uri) -> Result<Link, ConnectError> {
        let secure = target.scheme_str() == Some("https");
        let name = target.host().unwrap_or_default().to_owned();
        let port = target.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let at = |why: String| ConnectError(format!("cannot connect to {name}:{port}: {why}"));
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let proxy = self.proxies.choose(target.scheme_str().unwrap_or_default(), bare, port).cloned();
        let mut io = match &proxy {
            None => self.tcp(target.clone()).await.map_err(at)?,
            Some(proxy) => self
                .through(proxy, secure.then_some((&*name, port)))
                .await
                .map_err(|why| at(format!("proxy {proxy:?}: {why}")))?,
        };
        let mut http2 = false;
        if secure {
            (io, http2) = self.secure(io, &name).await.map_err(at)?;
        }
        Ok(Link { io: TokioIo::new(io), absolute: proxy.is_some() && !secure, http2 })
    }

    async fn tcp(&self, to: Uri) -> Result<Box<dyn Io>, String> {
        let mut tcp = self.tcp.clone();
        let stream = tcp.call(to).await.map_err(|error| match source(&error) {
            Some(cause) => reason(cause),
            None => error.to_string(),
        })?;
        Ok(Box::new(stream.into_inner()))
    }

    /// A connection to the proxy; with `tunnel`, through it to that place.
    async fn through(&self, proxy: &Proxy, tunnel: Option<(&str, u16)>) -> Result<Box<dyn Io>, String> {
        let v6 = proxy.host.contains(':');
        let host = if v6 { format!("[{}]", proxy.host) } else { proxy.host.clone() };
        let uri = format!("http://{host}:{}", proxy.port).parse().map_err(|e| format!("{e}"))?;
        let mut io = self.tcp(uri).await?;
        if proxy.tls {
            (io, _) = self.secure(io, &proxy.host).await?;
        }
        if let Some((name, port)) = tunnel {
            connect_tunnel(&mut *io, proxy, name, port).await?;
        }
        Ok(io)
    }

    #[cfg(feature = "tls")]
    async fn secure(&self, io: Box<dyn Io>, name: &str) -> Result<(Box<dyn Io>, bool), String> {
        self.tls.connect(io, name).await
    }

    #[cfg(not(feature = "tls"))]
    async fn secure(&self, _: Box<dyn Io>, _: &str) -> Result<(Box<dyn Io>, bool), String> {
        Err("https needs boto-core's feature `tls`, which is switched off".to_owned())
    }
}

/// Asks the proxy for a tunnel (RFC 9110, section 9.3.6).
async fn connect_tunnel(io: &mut dyn Io, proxy: &Proxy, name: &str, port: u16) -> Result<(), String> {
    let mut ask = format!("CONNECT {name}:{port} HTTP/1.1\r\nHost: {name}:{port}\r\n");
    if let Some(authorization) = &proxy.authorization {
        ask.push_str("Proxy-Authorization: ");
        ask.push_str(authorization.expose());
        ask.push_str("\r\n");
    }
    ask.push_str("\r\n");
    let mut rest = ask.as_bytes();
    while !rest.is_empty() {
        let sent = poll_fn(|c| Pin::new(&mut *io).poll_write(c, rest)).await.map_err(|e| reason(&e))?;
        if sent == 0 {
            return Err("closed the connection".to_owned());
        }
        rest = &rest[sent..];
    }
    poll_fn(|c| Pin::new(&mut *io).poll_flush(c)).await.map_err(|e| reason(&e))?;
    let answer = read_head(io).await?;
    let line = String::from_utf8_lossy(answer.split(|b| *b == b'\r').next().unwrap_or_default()).into_owned();
    let status = line.split(' ').nth(1).unwrap_or_default();
    match status {
        "200" => Ok(()),
        "407" => Err("wants a user name and password (407)".to_owned()),
        _ => Err(format!("refuses a tunnel: {}", line.chars().take(80).collect::<String>())),
    }
}

/// Reads an HTTP head byte by byte: what follows it belongs to the tunnel.
async fn read_head(io: &mut dyn Io) -> Result<Vec<u8>, String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() > 16 << 10 {
            return Err("answers with an endless head".to_owned());
        }
        let mut byte = [0];
        let mut buffer = ReadBuf::new(&mut byte);
        poll_fn(|c| Pin::new(&mut *io).poll_read(c, &mut buffer)).await.map_err(|e| reason(&e))?;
        if buffer.filled().is_empty() {
            return Err("closed the connection".to_owned());
        }
        head.push(byte[0]);
    }
    Ok(head)
}

/// The innermost I/O error.
fn source<'a>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a io::Error> {
    let mut next = Some(error);
    let mut found = None;
    while let Some(error) = next {
        found = error.downcast_ref::<io::Error>().or(found);
        next = error.source();
    }
    found
}

/// An I/O error in a few words: `connection refused`.
pub(super) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    if error.raw_os_error().is_some() || text.is_empty() {
        return error.kind().to_string();
    }
    text
}

impl Service<Uri> for Connector {
    type Response = Link;
    type Error = ConnectError;
    type Future = BoxFuture<'static, Result<Link, ConnectError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ConnectError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        Box::pin(self.clone().connect(target))
    }
}

/// A connection.
pub(super) struct Link {
    io: TokioIo<Box<dyn Io>>,
    /// Requests name the whole URL, for a proxy.
    absolute: bool,
    http2: bool,
}

impl Connection for Link {
    fn connected(&self) -> Connected {
        let connected = Connected::new().proxy(self.absolute);
        if self.http2 {
            return connected.negotiated_h2();
        }
        connected
    }
}

impl hyper::rt::Read for Link {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: hyper::rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(context, buffer)
    }
}

impl hyper::rt::Write for Link {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }
}
