//! Which connections are used again.

use crate::{
    server::Server,
    transport::{limits, request, OK},
};
use boto_core::http::{hyper::HyperTransport, Method, Response, Transport, TransportConfig};
use std::{
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc, Arc,
    },
    time::Duration,
};

/// A server that answers every request, and tells when one of its connections is closed.
fn server() -> (Server, mpsc::Receiver<usize>) {
    let (closed, closes) = mpsc::channel();
    let server = Server::start(move |mut peer| {
        peer.answer_all(OK);
        let _ = closed.send(peer.number);
    });
    (server, closes)
}

fn transport(change: impl FnOnce(&mut TransportConfig)) -> HyperTransport {
    let mut config = TransportConfig::default();
    change(&mut config);
    HyperTransport::new(&config, Arc::new(boto_core::host::System))
}

async fn ask(transport: &HyperTransport, server: &Server) -> Response {
    transport.send(request(Method::GET, server.address, "/", ""), limits(5000, 5000)).await.unwrap()
}

async fn ask_and_read(transport: &HyperTransport, server: &Server) {
    assert_eq!(ask(transport, server).await.body.collect().await.unwrap(), "ok");
    // Until the connection has seen that its answer was read.
    tokio::time::sleep(Duration::from_millis(20)).await;
}

#[tokio::test]
async fn a_connection_serves_one_call_after_the_other_and_never_two_at_a_time() {
    let (server, _closes) = server();
    let transport = HyperTransport::default();
    for _ in 0..3 {
        ask_and_read(&transport, &server).await;
    }
    assert_eq!(server.connections.load(Ordering::SeqCst), 1);
    let answers = [ask(&transport, &server).await, ask(&transport, &server).await, ask(&transport, &server).await];
    for answer in answers {
        assert_eq!(answer.body.collect().await.unwrap(), "ok");
    }
    let made = server.connections.load(Ordering::SeqCst);
    assert!(made <= 3, "{made} connections for three answers that are open at a time");
    tokio::time::sleep(Duration::from_millis(20)).await;
    ask_and_read(&transport, &server).await;
    assert_eq!(server.connections.load(Ordering::SeqCst), made, "those are used again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_more_connections_wait_than_may() {
    let (server, closes) = server();
    let transport = transport(|config| config.max_idle_per_host = 2);
    let server = Arc::new(server);
    let at_once = Arc::new(tokio::sync::Barrier::new(6));
    let calls: Vec<_> = (0..6)
        .map(|_| {
            let (transport, server, at_once) = (transport.clone(), server.clone(), at_once.clone());
            tokio::spawn(async move {
                at_once.wait().await;
                let answer = ask(&transport, &server).await;
                at_once.wait().await;
                answer.body.collect().await.unwrap();
            })
        })
        .collect();
    for call in calls {
        call.await.unwrap();
    }
    let made = server.connections.load(Ordering::SeqCst);
    for _ in 2..made {
        closes.recv_timeout(Duration::from_secs(10)).expect("a connection more than may wait is closed");
    }
    assert!(closes.recv_timeout(Duration::from_millis(100)).is_err(), "two are kept");
}

#[tokio::test]
async fn none_waits_where_none_may() {
    let (server, closes) = server();
    let transport = transport(|config| config.max_idle_per_host = 0);
    for number in 0..2 {
        ask_and_read(&transport, &server).await;
        assert_eq!(closes.recv_timeout(Duration::from_secs(10)).unwrap(), number);
    }
}

#[tokio::test]
async fn what_waits_too_long_is_closed_by_itself() {
    let (server, closes) = server();
    let transport = transport(|config| config.pool_idle_timeout = Duration::from_millis(150));
    for number in 0..3 {
        ask_and_read(&transport, &server).await;
        ask_and_read(&transport, &server).await;
        // The task needs this runtime to run on.
        let closed = loop {
            tokio::time::sleep(Duration::from_millis(10)).await;
            if let Ok(closed) = closes.try_recv() {
                break closed;
            }
        };
        assert_eq!(closed, number);
    }
    assert_eq!(server.connections.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn what_the_server_has_closed_while_the_runtime_was_blocked_is_not_used_again() {
    let (closed, closes) = mpsc::channel();
    let server = Server::start(move |mut peer| {
        if peer.head().is_some() {
            peer.send(OK);
        }
        drop(peer);
        let _ = closed.send(());
    });
    let transport = HyperTransport::default();
    for _ in 0..5 {
        assert_eq!(ask(&transport, &server).await.body.collect().await.unwrap(), "ok");
        closes.recv_timeout(Duration::from_secs(10)).unwrap();
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(server.connections.load(Ordering::SeqCst), 5);
}

#[tokio::test]
async fn what_is_left_unread_or_given_up_is_not_used_again() {
    const LENGTH: usize = 1 << 20;
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let server = Server::start(move |mut peer| {
        while let Some(head) = peer.head() {
            count.fetch_add(1, Ordering::SeqCst);
            if head.starts_with("GET /never") {
                continue;
            }
            peer.send(format!("HTTP/1.1 200 OK\r\nContent-Length: {LENGTH}\r\n\r\n").as_bytes());
            peer.send(&vec![b'x'; LENGTH]);
        }
    });
    let transport = HyperTransport::default();
    drop(ask(&transport, &server).await);
    let never = transport.send(request(Method::GET, server.address, "/never", ""), limits(5000, 5000));
    assert!(tokio::time::timeout(Duration::from_millis(100), never).await.is_err());
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(ask(&transport, &server).await.body.collect().await.unwrap().len(), LENGTH);
    assert_eq!((asked.load(Ordering::SeqCst), server.connections.load(Ordering::SeqCst)), (3, 3));
}

#[test]
fn a_pool_outlives_the_runtimes_it_is_used_on() {
    let (server, _closes) = server();
    let transport = transport(|config| config.pool_idle_timeout = Duration::from_millis(200));
    for _ in 0..3 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            ask_and_read(&transport, &server).await;
            ask_and_read(&transport, &server).await;
        });
    }
    assert_eq!(server.connections.load(Ordering::SeqCst), 3, "a connection ends with its runtime");
}

#[tokio::test]
async fn places_are_told_apart_by_host_and_port() {
    let ((one, _closes), (other, _more)) = (server(), server());
    let transport = HyperTransport::default();
    for server in [&one, &other, &one, &other] {
        ask_and_read(&transport, server).await;
        assert_eq!(server.connections.load(Ordering::SeqCst), 1);
        let host = format!("host: {}\r\n", server.address);
        assert!(server.heads().iter().all(|head| head.contains(&host)), "{:?}", server.heads());
    }
}

/// A server that says back the path, and hangs up after every third answer without a word.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_calls_at_a_time_get_their_own_answers_from_a_server_that_hangs_up() {
    let server = Arc::new(Server::start(|mut peer| {
        for _ in 0..3 {
            let Some(head) = peer.head() else { return };
            let path = head.split(' ').nth(1).unwrap_or_default();
            peer.send(format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{path}", path.len()).as_bytes());
        }
    }));
    let transport = HyperTransport::default();
    let tasks: Vec<_> = (0..16)
        .map(|task| {
            let (transport, server) = (transport.clone(), server.clone());
            tokio::spawn(async move {
                for call in 0..40 {
                    let path = format!("/{task}/{call}");
                    let ask = || transport.send(request(Method::GET, server.address, &path, ""), limits(5000, 5000));
                    // What was sent just as the server hung up is for the retry policy.
                    let mut answer = ask().await;
                    for _ in 0..9 {
                        if answer.is_err() {
                            answer = ask().await;
                        }
                    }
                    assert_eq!(answer.unwrap().body.collect().await.unwrap(), path.as_bytes());
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}
