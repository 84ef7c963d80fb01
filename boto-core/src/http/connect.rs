//! Making connections: TCP, through a proxy if there is one, then TLS.

use super::{
    config::TransportConfig,
    proxy::{Proxies, Proxy},
};
use crate::{host::Host, BoxFuture};
use ::http::Uri;
use hyper_util::rt::TokioIo;
use socket2::{SockRef, TcpKeepalive};
use std::{
    future::{poll_fn, Future},
    io,
    net::SocketAddr,
    pin::{pin, Pin},
    sync::Arc,
    task::Poll,
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{lookup_host, TcpStream},
};

/// A byte stream in both directions.
pub(super) trait Io: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}

/// Makes connections.
pub(super) struct Connector {
    nodelay: bool,
    keepalive: Option<Duration>,
    proxies: Proxies,
    #[cfg(feature = "tls")]
    tls: super::tls::Tls,
}

impl Connector {
    pub(super) fn new(config: &TransportConfig, host: Arc<dyn Host>) -> Connector {
        #[cfg(not(feature = "tls"))]
        let _ = host;
        Connector {
            nodelay: config.tcp_nodelay,
            keepalive: config.tcp_keepalive,
            proxies: config.proxies.clone(),
            #[cfg(feature = "tls")]
            tls: super::tls::Tls::new(config.tls.clone(), config.http2, host),
        }
    }

    /// A connection to the host of that URL; an error says why there is none.
    pub(super) async fn connect(&self, target: &Uri) -> Result<Link, String> {
        let secure = target.scheme_str() == Some("https");
        let name = target.host().unwrap_or_default();
        let port = target.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let at = |why: String| format!("cannot connect to {name}:{port}: {why}");
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let proxy = self.proxies.choose(target.scheme_str().unwrap_or_default(), bare, port);
        let mut io = match proxy {
            None => self.tcp(bare, port).await.map_err(at)?,
            Some(proxy) => self
                .through(proxy, secure.then_some((name, port)))
                .await
                .map_err(|why| at(format!("proxy {proxy:?}: {why}")))?,
        };
        let mut http2 = false;
        if secure {
            (io, http2) = self.secure(io, name).await.map_err(at)?;
        }
        #[cfg(not(feature = "http2"))]
        let _ = http2;
        Ok(Link {
            io: TokioIo::new(io),
            absolute: proxy.is_some() && !secure,
            #[cfg(feature = "http2")]
            http2,
        })
    }

    async fn tcp(&self, host: &str, port: u16) -> Result<Box<dyn Io>, String> {
        let addresses = addresses(host, port).await.map_err(|e| reason(&e))?;
        let stream = dial(addresses).await.map_err(|e| reason(&e))?;
        // A connection that can do neither, for it is closed already, fails with what is sent on it.
        drop(stream.set_nodelay(self.nodelay));
        if let Some(silence) = self.keepalive {
            drop(SockRef::from(&stream).set_tcp_keepalive(&TcpKeepalive::new().with_time(silence)));
        }
        Ok(Box::new(stream))
    }

    /// A connection to the proxy; with `tunnel`, through it to that place.
    async fn through(&self, proxy: &Proxy, tunnel: Option<(&str, u16)>) -> Result<Box<dyn Io>, String> {
        let mut io = self.tcp(&proxy.host, proxy.port).await?;
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

/// The addresses of a host. What lies below `localhost`, as the buckets of a server on this machine may, is this machine
/// (RFC 6761, section 6.3), which not every resolver knows.
async fn addresses(host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
    let last = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
    Ok(match lookup_host((host, port)).await {
        Err(_) if last.eq_ignore_ascii_case("localhost") => lookup_host((last, port)).await?.collect(),
        found => found?.collect(),
    })
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
        // RFC 9110, section 9.3.6: any answer of success opens it.
        _ if status.len() == 3 && status.starts_with('2') => Ok(()),
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

/// An I/O error in a few words: `connection refused`.
pub(super) fn reason(error: &io::Error) -> String {
    // Of each layer in its own words, and of rustls with a link to its manual.
    if error.kind() == io::ErrorKind::UnexpectedEof {
        return "the other side has closed it".to_owned();
    }
    let text = error.to_string();
    if error.raw_os_error().is_some() || text.is_empty() {
        return error.kind().to_string();
    }
    text
}

/// A connection that nothing was said on yet.
pub(super) struct Link {
    pub(super) io: TokioIo<Box<dyn Io>>,
    /// Requests name the whole URL, for a proxy.
    pub(super) absolute: bool,
    /// The server chose HTTP/2.
    #[cfg(feature = "http2")]
    pub(super) http2: bool,
}

/// How long an address is tried before the next one is tried beside it.
const HEAD_START: Duration = Duration::from_millis(250);

/// A connection that is being made.
type Dial = BoxFuture<'static, io::Result<TcpStream>>;

/// Connects to the address that answers first. They are tried in the order of the system, but the families in turns, and
/// each a little after the one before it, or as soon as one has failed (RFC 8305).
async fn dial(addresses: Vec<SocketAddr>) -> io::Result<TcpStream> {
    first_of(in_turns(addresses).into_iter().map(|address| Box::pin(TcpStream::connect(address)) as Dial).collect())
        .await
}

/// Addresses of the family that stands first, those of the other between them.
fn in_turns(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let v6 = addresses.first().is_some_and(SocketAddr::is_ipv6);
    let (first, others): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.is_ipv6() == v6);
    let mut others = others.into_iter();
    let mut turns: Vec<_> = first.into_iter().flat_map(|address| [Some(address), others.next()]).flatten().collect();
    turns.extend(others);
    turns
}

/// What connects first, each with a start before the next. An error is that of the first that failed.
async fn first_of(dials: Vec<Dial>) -> io::Result<TcpStream> {
    let (mut next, mut running) = (dials.into_iter(), Vec::<Dial>::new());
    let mut start = pin!(tokio::time::sleep(Duration::ZERO));
    let mut failure = None;
    poll_fn(|context| loop {
        let (mut at, begun) = (0, running.len());
        while let Some(dial) = running.get_mut(at) {
            match dial.as_mut().poll(context) {
                Poll::Pending => at += 1,
                Poll::Ready(Ok(stream)) => return Poll::Ready(Ok(stream)),
                Poll::Ready(Err(error)) => {
                    failure.get_or_insert(error);
                    drop(running.remove(at));
                }
            }
        }
        let failed = running.len() < begun;
        if !(running.is_empty() || failed || start.as_mut().poll(context).is_ready()) {
            return Poll::Pending;
        }
        match next.next() {
            Some(dial) => running.push(dial),
            None if running.is_empty() => {
                let none = || io::Error::new(io::ErrorKind::NotFound, "the name has no address");
                return Poll::Ready(Err(failure.take().unwrap_or_else(none)));
            }
            None => return Poll::Pending,
        }
        start.as_mut().reset(tokio::time::Instant::now() + HEAD_START);
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv6Addr, TcpListener};

    #[tokio::test]
    async fn the_first_address_that_answers_is_connected_to() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let good = listener.local_addr().unwrap();
        // Nobody listens at what was bound and let go.
        let gone = || TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let v6 = || SocketAddr::from((Ipv6Addr::LOCALHOST, gone().port()));
        for addresses in [vec![good], vec![gone(), good], vec![v6(), good], vec![good, v6()], vec![v6(), gone(), good]]
        {
            let stream = dial(addresses.clone()).await.unwrap_or_else(|e| panic!("{addresses:?}: {e}"));
            assert_eq!(stream.peer_addr().unwrap(), good);
        }
        for addresses in [vec![gone()], vec![gone(), gone()], vec![gone(), v6()]] {
            assert_eq!(dial(addresses).await.unwrap_err().kind(), io::ErrorKind::ConnectionRefused);
        }
        assert_eq!(dial(Vec::new()).await.unwrap_err().to_string(), "the name has no address");
    }

    #[tokio::test]
    async fn addresses_that_are_silent_are_not_waited_for() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let good = listener.local_addr().unwrap();
        let silent = || Box::pin(std::future::pending()) as Dial;
        let connect = || Box::pin(TcpStream::connect(good)) as Dial;
        for dials in
            [vec![silent(), silent(), connect()], vec![connect(), silent()], vec![silent(), connect(), silent()]]
        {
            let outcome = tokio::time::timeout(Duration::from_secs(10), first_of(dials)).await;
            assert_eq!(outcome.unwrap().unwrap().peer_addr().unwrap(), good);
        }
    }

    #[tokio::test]
    async fn an_address_that_failed_gives_way_and_one_that_is_silent_after_a_while() {
        let begun = std::time::Instant::now();
        let fails = |why: &'static str| Box::pin(async move { Err(io::Error::other(why)) }) as Dial;
        let slow = Box::pin(async {
            tokio::time::sleep(HEAD_START * 2).await;
            Err(io::Error::other("slow"))
        });
        let error = first_of(vec![fails("first"), slow, fails("third"), fails("fourth")]).await.unwrap_err();
        assert_eq!(error.to_string(), "first");
        assert!(begun.elapsed() >= HEAD_START * 2, "the slow one may still succeed when the others have failed");
    }

    #[test]
    fn families_take_turns() {
        let v4 = |n| SocketAddr::from(([127, 0, 0, n], 1));
        let v6 = |n| SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, n], 1));
        assert_eq!(in_turns(vec![v6(1), v6(2), v6(3), v4(1)]), [v6(1), v4(1), v6(2), v6(3)]);
        assert_eq!(in_turns(vec![v4(1), v6(1), v6(2), v6(3)]), [v4(1), v6(1), v6(2), v6(3)]);
        assert_eq!(in_turns(vec![]), []);
    }
}
