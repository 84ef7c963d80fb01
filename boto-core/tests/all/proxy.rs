use crate::{server::Server, transport::request};
use boto_core::{
    host::System,
    http::{hyper::HyperTransport, Method, Proxies, Proxy, Timeouts, Transport, TransportConfig, TransportErrorKind},
};
use std::sync::Arc;

fn through(server: &Server, user: &str) -> HyperTransport {
    let proxy = Proxy::parse(&format!("http://{user}{}", server.address)).unwrap();
    let proxies = Proxies { http: Some(proxy.clone()), https: Some(proxy), no_proxy: vec!["direct.test".into()] };
    HyperTransport::new(&TransportConfig { proxies, ..TransportConfig::default() }, Arc::new(System))
}

#[tokio::test]
async fn plain_requests_name_the_whole_url() {
    let server = Server::answering(b"HTTP/1.1 204 No Content\r\n\r\n");
    let transport = through(&server, "user:secret@");
    let response =
        transport.send(request(Method::GET, "sqs.test:81", "/a/../b", "x=1"), Timeouts::default()).await.unwrap();
    assert_eq!(response.status, 204);
    let head = server.heads().pop().unwrap();
    assert!(head.starts_with("GET http://sqs.test:81/a/../b?x=1 HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("proxy-authorization: Basic dXNlcjpzZWNyZXQ=\r\n"), "{head}");
    assert!(head.contains("host: sqs.test:81\r\n"), "{head}");
    assert!(!format!("{transport:?}").contains("secret"));
    // What `no_proxy` names is reached directly, and here fails to.
    let error = transport.send(request(Method::GET, "direct.test:1", "/", ""), Timeouts::default()).await.unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::Connect);
}

#[tokio::test]
async fn secure_requests_ask_for_a_tunnel() {
    let server = Server::start(|mut peer| {
        peer.head();
        peer.send(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    });
    let mut ask = request(Method::GET, "sqs.test", "/", "");
    ask.url.scheme = "https".into();
    let error = through(&server, "u:p@").send(ask, Timeouts::default()).await.unwrap_err();
    assert_eq!(error.kind, TransportErrorKind::Connect);
    let expected = format!(
        "cannot connect to sqs.test:443: proxy http://***@{}: wants a user name and password (407)",
        server.address
    );
    assert_eq!(error.message, expected);
    let head = server.heads().pop().unwrap();
    assert!(head.starts_with("CONNECT sqs.test:443 HTTP/1.1\r\nHost: sqs.test:443\r\n"), "{head}");
    assert!(head.contains("Proxy-Authorization: Basic dTpw\r\n"), "{head}");
}
