use crate::server::Server;
use boto_core::{
    body::ByteStream,
    http::{
        hyper::HyperTransport, HeaderMap, Http2, Method, Request, Timeouts, Transport, TransportConfig,
        TransportErrorKind as Kind, Url,
    },
    ErrorKind,
};
use bytes::Bytes;
use std::{
    net::TcpListener,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc, Arc,
    },
    time::{Duration, Instant},
};

pub fn request(method: Method, authority: impl ToString, path: &str, query: &str) -> Request {
    let url = Url { scheme: "http".into(), authority: authority.to_string(), path: path.into(), query: query.into() };
    Request { method, url, headers: HeaderMap::new(), body: ByteStream::default() }
}

pub fn limits(connect: u64, read: u64) -> Timeouts {
    Timeouts { connect: Some(Duration::from_millis(connect)), read: Some(Duration::from_millis(read)) }
}

pub const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Kind: a\r\n\r\nok";

#[tokio::test]
async fn path_and_query_go_as_given() {
    let server = Server::answering(OK);
    let transport = HyperTransport::default();
    for (path, query, line) in [
        ("/b/../k/./x", "", "/b/../k/./x"),
        ("//a///b//", "", "//a///b//"),
        ("/%2e%2E/%zz~!$&'()*+,;=:@", "a=%20b&c&d=e%2Ff?", "/%2e%2E/%zz~!$&'()*+,;=:@?a=%20b&c&d=e%2Ff?"),
        ("", "", "/"),
    ] {
        let response =
            transport.send(request(Method::GET, server.address, path, query), limits(5000, 5000)).await.unwrap();
        assert_eq!((response.status, response.headers["x-kind"].as_bytes()), (200, &b"a"[..]));
        assert_eq!(response.body.length(), Some(2));
        assert_eq!(response.body.collect().await.unwrap(), "ok");
        assert_eq!(server.heads().last().unwrap().lines().next().unwrap(), format!("GET {line} HTTP/1.1"));
    }
    assert_eq!(server.connections.load(Ordering::SeqCst), 1, "one connection serves all");
}

#[tokio::test]
async fn names_below_localhost_are_this_machine() {
    let server = Server::answering(OK);
    let transport = HyperTransport::default();
    for name in ["bucket.localhost", "a.b.LOCALHOST", "bucket.localhost."] {
        let authority = format!("{name}:{}", server.address.port());
        // A resolver that does not know it may have to ask another one first.
        transport.send(request(Method::GET, &authority, "/", ""), limits(60_000, 5000)).await.unwrap();
        assert!(server.heads().last().unwrap().contains(&format!("host: {authority}\r\n")), "{:?}", server.heads());
    }
}

/// The length that a head says, and the body that came.
type Received = (Option<usize>, Vec<u8>);

/// A server that tells of each body that comes.
fn receiver() -> (Server, mpsc::Receiver<Received>) {
    let (sender, bodies) = mpsc::channel();
    let server = Server::start(move |mut peer| {
        while let Some(head) = peer.head() {
            let head = head.to_ascii_lowercase();
            let length = head.lines().find_map(|l| l.strip_prefix("content-length: ")?.parse().ok());
            let body = match length {
                Some(length) => peer.body(length),
                None => peer.chunked(),
            };
            sender.send((length, body)).unwrap();
            peer.send(OK);
        }
    });
    (server, bodies)
}

/// Else the server is sent the beginning of a longer body, which it cannot tell from the whole.
#[tokio::test]
async fn bodies_are_as_long_as_their_headers_say_or_not_sent() {
    let (server, bodies) = receiver();
    let transport = HyperTransport::default();
    fn reader() -> ByteStream {
        ByteStream::from_reader(&b"hello"[..], None)
    }
    let kinds: [fn() -> ByteStream; 3] = [|| "hello".into(), reader, || ByteStream::replayable(reader, None)];
    for (kind, body) in kinds.iter().enumerate() {
        for (said, problem) in [
            ("5", None),
            ("3", Some(["content-length says 3, but the body has 5 bytes", "after the 3 bytes"])),
            ("9", Some(["content-length says 9, but the body has 5 bytes", "after 5 of 9 bytes"])),
        ] {
            let mut request = request(Method::PUT, server.address, "/", "");
            request.headers.insert("content-length", said.parse().unwrap());
            request.body = body();
            let outcome = transport.send(request, limits(5000, 5000)).await;
            match (outcome, problem) {
                (Ok(answer), None) => {
                    answer.body.collect().await.unwrap();
                    assert_eq!(bodies.recv().unwrap(), (Some(5), b"hello".to_vec()));
                }
                (Err(error), Some(problems)) => {
                    assert_eq!(error.kind, Kind::Request);
                    let problem = problems[usize::from(kind > 0)];
                    assert!(error.message.contains(problem), "{kind} {said}: {}", error.message);
                }
                (outcome, _) => panic!("{kind} {said}: {}", outcome.is_ok()),
            }
        }
    }
}

#[tokio::test]
async fn bodies_have_a_length_or_are_chunked() {
    let (server, bodies) = receiver();
    let transport = HyperTransport::default();
    let big: Vec<u8> = (0..3_000_000u32).map(|i| (i / 7) as u8).collect();
    for (body, length, expected) in [
        (ByteStream::from("hi"), Some(2), b"hi".to_vec()),
        (ByteStream::default(), Some(0), vec![]),
        (ByteStream::from(big.clone()), Some(3_000_000), big.clone()),
        (ByteStream::from_reader(std::io::Cursor::new(big.clone()), Some(3_000_000)), Some(3_000_000), big.clone()),
        (ByteStream::from_reader(std::io::Cursor::new(big.clone()), None), None, big.clone()),
    ] {
        let mut request = request(Method::PUT, server.address, "/k", "");
        request.body = body;
        let response = transport.send(request, limits(5000, 5000)).await.unwrap();
        response.body.collect().await.unwrap();
        let (got_length, got) = bodies.recv().unwrap();
        assert_eq!(got_length, length);
        assert!(got == expected);
    }
}

#[tokio::test]
async fn a_body_that_fails_is_not_a_network_failure() {
    let server = Server::start(|mut peer| {
        peer.head();
        peer.body(3);
    });
    let mut request = request(Method::PUT, server.address, "/k", "");
    request.body = ByteStream::from_reader(std::io::Cursor::new(b"abc"), Some(5));
    let error = HyperTransport::default().send(request, limits(5000, 5000)).await.unwrap_err();
    assert_eq!(error.kind, Kind::Request);
    assert!(error.message.contains("body ended after 3 of 5 bytes"), "{error}");
}

#[tokio::test]
async fn a_continue_said_twice_is_tolerated() {
    let server = Server::start(|mut peer| {
        peer.head();
        peer.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
        assert_eq!(peer.body(4), b"body");
        peer.send(b"HTTP/1.1 100 Continue\r\n\r\n");
        peer.send(OK);
    });
    let mut request = request(Method::PUT, server.address, "/k", "");
    request.headers.insert("expect", "100-continue".parse().unwrap());
    request.body = ByteStream::from("body");
    let begun = Instant::now();
    let response = HyperTransport::default().send(request, limits(5000, 5000)).await.unwrap();
    assert_eq!(response.status, 200);
    assert!(begun.elapsed() < Duration::from_millis(900), "waited for the word, not for the time limit");
}

#[tokio::test]
async fn a_refused_body_is_not_sent() {
    let seen = Arc::new(AtomicBool::new(false));
    let more = seen.clone();
    let server = Server::start(move |mut peer| {
        peer.head();
        let body = vec![b'x'; 100_000];
        peer.send(b"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://elsewhere/\r\nContent-Length: 100000\r\n\r\n");
        peer.send(&body);
        let mut byte = [0];
        more.store(matches!(std::io::Read::read(&mut peer.stream, &mut byte), Ok(1)), Ordering::SeqCst);
    });
    let mut request = request(Method::PUT, server.address, "/k", "");
    request.headers.insert("expect", "100-continue".parse().unwrap());
    request.body = ByteStream::from(vec![1; 5_000_000]);
    let response = HyperTransport::default().send(request, limits(5000, 5000)).await.unwrap();
    assert_eq!(response.status, 307);
    assert_eq!(response.body.collect().await.unwrap().len(), 100_000);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!seen.load(Ordering::SeqCst));
}

#[tokio::test]
async fn a_silent_server_gets_the_body_after_a_second() {
    let server = Server::start(|mut peer| {
        peer.head();
        assert_eq!(peer.body(4), b"body");
        peer.send(OK);
    });
    let mut request = request(Method::PUT, server.address, "/k", "");
    request.headers.insert("expect", "100-continue".parse().unwrap());
    request.body = ByteStream::from("body");
    let begun = Instant::now();
    HyperTransport::default().send(request, limits(5000, 5000)).await.unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(900));
}

#[tokio::test]
async fn failures_to_connect_name_the_place_and_the_reason() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let transport = HyperTransport::default();
    let error = transport.send(request(Method::GET, closed, "/", ""), limits(5000, 5000)).await.unwrap_err();
    assert_eq!(error.kind, Kind::Connect);
    assert_eq!(error.message, format!("cannot connect to {closed}: connection refused"));

    // A body that was not begun can still be sent.
    let mut put = request(Method::PUT, closed, "/", "");
    put.body = ByteStream::from_reader(std::io::Cursor::new(b"abc"), None);
    let body = put.body.clone();
    transport.send(put, limits(5000, 5000)).await.unwrap_err();
    assert!(!body.is_spent() && !body.can_replay());
    assert_eq!(body.clone().collect().await.unwrap(), "abc");
    assert!(body.is_spent());

    let unknown = request(Method::GET, "no-such-host.invalid", "/", "");
    let error = transport.send(unknown, limits(20_000, 5000)).await.unwrap_err();
    assert_eq!(error.kind, Kind::Connect);
    assert!(error.message.starts_with("cannot connect to no-such-host.invalid:80: "), "{error}");

    for bad in ["", "a b", "h/x"] {
        let error = transport.send(request(Method::GET, bad, "/<>#", ""), limits(1, 1)).await.unwrap_err();
        assert_eq!(error.kind, Kind::Request, "{bad}");
    }
}

#[tokio::test]
async fn a_handshake_that_hangs_is_a_connect_timeout() {
    // Accepts TCP, but never speaks TLS.
    let server = Server::start(|_peer| {
        std::thread::sleep(Duration::from_secs(5));
    });
    let mut request = request(Method::GET, server.address, "/", "");
    request.url.scheme = "https".into();
    let error = HyperTransport::default().send(request, limits(100, 5000)).await.unwrap_err();
    assert_eq!(error.kind, Kind::ConnectTimeout);
    assert_eq!(error.message, format!("no connection to {} within 100ms", server.address));
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_a_read_timeout() {
    let server = Server::start(|mut peer| {
        peer.head();
        std::thread::sleep(Duration::from_secs(5));
    });
    let error = HyperTransport::default()
        .send(request(Method::GET, server.address, "/", ""), limits(5000, 100))
        .await
        .unwrap_err();
    assert_eq!(error.kind, Kind::ReadTimeout);
    assert_eq!(error.message, format!("no answer from {} for 100ms", server.address));
}

#[tokio::test]
async fn slow_producers_are_waited_for_and_slow_answers_are_not_cut_while_they_move() {
    let server = Server::start(|mut peer| {
        peer.head();
        assert_eq!(peer.chunked(), b"abc");
        peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n");
        for byte in *b"xyz" {
            std::thread::sleep(Duration::from_millis(120));
            peer.send(&[byte]);
        }
    });
    let (writer, reader) = tokio::io::duplex(16);
    tokio::spawn(async move {
        let mut writer = writer;
        for byte in *b"abc" {
            tokio::time::sleep(Duration::from_millis(300)).await;
            tokio::io::AsyncWriteExt::write_all(&mut writer, &[byte]).await.unwrap();
        }
    });
    let mut request = request(Method::PUT, server.address, "/", "");
    request.body = ByteStream::from_reader(reader, None);
    let response = HyperTransport::default().send(request, limits(5000, 200)).await.unwrap();
    assert_eq!(response.body.collect().await.unwrap(), "xyz");
}

#[tokio::test]
async fn an_upload_that_stalls_is_a_read_timeout() {
    let server = Server::start(|mut peer| {
        peer.head();
        peer.body(10);
        std::thread::sleep(Duration::from_secs(5));
    });
    let mut request = request(Method::PUT, server.address, "/", "");
    request.body = ByteStream::from(vec![0; 64 << 20]);
    let error = HyperTransport::default().send(request, limits(5000, 300)).await.unwrap_err();
    assert_eq!(error.kind, Kind::ReadTimeout);
}

#[tokio::test]
async fn bodies_that_break_or_stall_are_stream_errors() {
    let server = Server::start(|mut peer| {
        peer.head();
        peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        if peer.number == 1 {
            std::thread::sleep(Duration::from_secs(5));
        }
    });
    let transport = HyperTransport::default();
    for expected in ["broke before the body was complete", "no more of the body from"] {
        let response = transport.send(request(Method::GET, server.address, "/", ""), limits(5000, 150)).await.unwrap();
        let error = response.body.collect().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Stream);
        assert!(error.is_retryable());
        assert!(error.to_string().contains(expected), "{error}");
        assert!(error.to_string().contains(&server.address.to_string()), "{error}");
    }
}

#[tokio::test]
async fn a_server_that_hangs_up_or_talks_nonsense_is_broken() {
    let server = Server::start(|mut peer| {
        peer.head();
        if peer.number == 1 {
            peer.send(b"SSH-2.0-OpenSSH_9.6\r\n\r\n");
        }
    });
    let transport = HyperTransport::default();
    for expected in ["broke before an answer came", "is not HTTP"] {
        let error =
            transport.send(request(Method::GET, server.address, "/", ""), limits(5000, 5000)).await.unwrap_err();
        assert_eq!(error.kind, Kind::Broken);
        assert!(error.message.contains(expected), "{error}");
    }
}

#[tokio::test]
async fn a_stale_pooled_connection_is_replaced() {
    let server = Server::start(|mut peer| {
        // One answer per connection, which then closes without saying so.
        peer.head();
        peer.send(OK);
    });
    let transport = HyperTransport::default();
    for _ in 0..5 {
        let response = transport.send(request(Method::GET, server.address, "/", ""), limits(5000, 5000)).await.unwrap();
        response.body.collect().await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(server.connections.load(Ordering::SeqCst), 5);
}

#[tokio::test]
async fn headers_as_old_servers_write_them_are_read() {
    let server = Server::start(|mut peer| {
        peer.head();
        peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nx-folded: one\r\n  two\r\nx-spaced : three\r\n\r\n");
    });
    let request = request(Method::GET, server.address, "/", "");
    let headers = HyperTransport::default().send(request, limits(5000, 5000)).await.unwrap().headers;
    assert_eq!((&headers["x-folded"], &headers["x-spaced"]), (&"one two".parse().unwrap(), &"three".parse().unwrap()));
}

#[tokio::test]
async fn many_headers_are_read() {
    let server = Server::start(|mut peer| {
        peer.head();
        let mut head = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n".to_vec();
        for i in 0..250 {
            head.extend(format!("x-amz-meta-{i}: {i}\r\n").into_bytes());
        }
        head.extend(b"\r\n");
        peer.send(&head);
    });
    let response = HyperTransport::default()
        .send(request(Method::GET, server.address, "/", ""), limits(5000, 5000))
        .await
        .unwrap();
    assert_eq!(response.headers["x-amz-meta-249"], "249");
}

#[tokio::test]
async fn collecting_uses_what_hyper_gives() {
    let server = Server::start(|mut peer| {
        peer.head();
        peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    });
    let response = HyperTransport::default()
        .send(request(Method::GET, server.address, "/", ""), limits(5000, 5000))
        .await
        .unwrap();
    assert_eq!(response.body.length(), None);
    assert_eq!(response.body.collect().await.unwrap(), Bytes::from("abcde"));
}

#[test]
fn outside_a_runtime_there_is_an_error_and_no_panic() {
    let transport = HyperTransport::default();
    let mut sent = transport.send(request(Method::GET, "127.0.0.1:1", "/", ""), limits(1, 1));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match sent.as_mut().poll(&mut context) {
        std::task::Poll::Ready(Err(error)) => assert!(error.message.contains("tokio runtime"), "{error}"),
        _ => panic!("should have failed at once"),
    }
}

#[tokio::test]
async fn http2_is_off_unless_asked_for() {
    let config = TransportConfig::default();
    assert_eq!(config.http2, Http2::Never);
    assert_eq!(config.pool_idle_timeout, Duration::from_secs(15));
}
