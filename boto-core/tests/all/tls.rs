#![cfg(feature = "tls")]

use crate::{server::Server, transport::request};
use boto_core::{
    host::System,
    http::{
        hyper::HyperTransport, Method, OwnCertificate, Proxies, Proxy, Response, Timeouts, TlsConfig, Transport,
        TransportConfig, TransportError, TransportErrorKind as Kind,
    },
};
use rustls::pki_types::{pem::PemObject, CertificateDer, PrivateKeyDer};
use std::{
    io::{Read, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/tls").join(name)
}

/// A server that speaks TLS with a certificate for `localhost` and answers every request with its first line.
fn start() -> Server {
    serve(|builder| builder.with_no_client_auth())
}

/// … which asks for certificates as that says.
fn serve(
    ask: impl FnOnce(
        rustls::ConfigBuilder<rustls::ServerConfig, rustls::WantsVerifier>,
    ) -> rustls::ConfigBuilder<rustls::ServerConfig, rustls::server::WantsServerCert>,
) -> Server {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let chain = CertificateDer::pem_file_iter(file("server.pem")).unwrap().collect::<Result<Vec<_>, _>>().unwrap();
    let key = PrivateKeyDer::from_pem_file(file("server.key")).unwrap();
    let builder = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = ask(builder).with_single_cert(chain, key).unwrap();
    let config = Arc::new(config);
    Server::start(move |peer| {
        let mut tcp = peer.stream.into_inner();
        let mut tls = rustls::ServerConnection::new(config.clone()).unwrap();
        let mut stream = rustls::Stream::new(&mut tls, &mut tcp);
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            match stream.read(&mut byte) {
                Ok(1) => head.push(byte[0]),
                _ => return,
            }
        }
        let line = String::from_utf8(head).unwrap().lines().next().unwrap().to_owned();
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{line}", line.len());
        stream.write_all(answer.as_bytes()).unwrap();
        stream.flush().unwrap();
        let _ = stream.read(&mut [0]);
    })
}

async fn get(tls: TlsConfig, proxies: Proxies, name: &str, to: SocketAddr) -> Result<Response, TransportError> {
    let config = TransportConfig { tls, proxies, ..TransportConfig::default() };
    let mut ask = request(Method::GET, format!("{name}:{}", to.port()), "/x", "");
    ask.url.scheme = "https".into();
    HyperTransport::new(&config, Arc::new(System)).send(ask, Timeouts::default()).await
}

fn trusting() -> TlsConfig {
    TlsConfig { ca_bundle: Some(file("ca.pem")), ..TlsConfig::default() }
}

#[tokio::test]
async fn a_bundle_of_our_own_is_trusted() {
    let server = start();
    let response = get(trusting(), Proxies::default(), "localhost", server.address).await.unwrap();
    assert_eq!(response.body.collect().await.unwrap(), "GET /x HTTP/1.1");
}

#[tokio::test]
async fn unknown_authorities_and_wrong_names_are_refused() {
    let server = start();
    let error = get(TlsConfig::default(), Proxies::default(), "localhost", server.address).await.unwrap_err();
    assert_eq!(error.kind, Kind::Connect);
    let port = server.address.port();
    assert!(error.message.starts_with(&format!("cannot connect to localhost:{port}: TLS: ")), "{error}");
    assert!(error.message.contains("AWS_CA_BUNDLE"), "{error}");
    let error = get(trusting(), Proxies::default(), "127.0.0.1", server.address).await.unwrap_err();
    assert!(error.message.contains("not valid for name"), "{error}");
}

#[tokio::test]
async fn servers_that_want_a_certificate_or_no_tls_are_explained() {
    let server = serve(|builder| {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut roots = rustls::RootCertStore::empty();
        roots.add(CertificateDer::from_pem_file(file("ca.pem")).unwrap()).unwrap();
        let wanted = rustls::server::WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
        builder.with_client_cert_verifier(wanted.build().unwrap())
    });
    let error = get(trusting(), Proxies::default(), "localhost", server.address).await.unwrap_err();
    assert!(error.message.contains("CertificateRequired"), "{error}");

    let plain = Server::start(|mut peer| peer.send(crate::transport::OK));
    let error = get(trusting(), Proxies::default(), "localhost", plain.address).await.unwrap_err();
    assert!(error.message.ends_with(": TLS: the answer is not TLS (is `http://` meant?)"), "{error}");

    let server = start();
    let ask = request(Method::GET, format!("localhost:{}", server.address.port()), "/x", "");
    let error = HyperTransport::default().send(ask, Timeouts::default()).await.unwrap_err();
    assert!(error.message.ends_with(" (is `https://` meant?)"), "{error}");

    let mute = Server::start(drop);
    let error = get(trusting(), Proxies::default(), "localhost", mute.address).await.unwrap_err();
    let ends = [": TLS: the other side has closed it", ": TLS: connection reset"];
    assert!(ends.iter().any(|end| error.message.ends_with(end)), "{error}");
}

#[tokio::test]
async fn checking_can_be_switched_off() {
    let server = start();
    let tls = TlsConfig { verify: false, ..TlsConfig::default() };
    assert_eq!(get(tls, Proxies::default(), "127.0.0.1", server.address).await.unwrap().status, 200);
}

#[tokio::test]
async fn files_that_cannot_be_used_are_named() {
    let server = start();
    let certificate = |chain: &str, key: &str| TlsConfig {
        certificate: Some(OwnCertificate { chain: file(chain), key: Some(file(key)) }),
        ..trusting()
    };
    for (tls, expected) in [
        (TlsConfig { ca_bundle: Some("/no/such.pem".into()), ..trusting() }, "/no/such.pem"),
        (TlsConfig { ca_bundle: Some(file("../tls.rs")), ..trusting() }, "no certificate in"),
        (certificate("server.pem", "ca.pem"), "no private key in"),
        (certificate("nothing.pem", "server.key"), "nothing.pem"),
    ] {
        let error = get(tls, Proxies::default(), "localhost", server.address).await.unwrap_err();
        assert!(error.message.contains(expected), "{error}");
    }
    let own = certificate("server.pem", "server.key");
    assert_eq!(get(own, Proxies::default(), "localhost", server.address).await.unwrap().status, 200);
}

#[tokio::test]
async fn tls_goes_through_a_tunnel() {
    let server = start();
    let target = server.address;
    let proxy = Server::start(move |mut peer| {
        assert!(peer.head().unwrap().starts_with(&format!("CONNECT localhost:{} ", target.port())));
        let upstream = std::net::TcpStream::connect(target).unwrap();
        peer.send(b"HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n");
        let down = peer.stream.into_inner();
        let (mut a, mut b) = (down.try_clone().unwrap(), upstream.try_clone().unwrap());
        std::thread::spawn(move || std::io::copy(&mut a, &mut b));
        let (mut a, mut b) = (upstream, down);
        let _ = std::io::copy(&mut a, &mut b);
    });
    let proxies = Proxies { https: Some(Proxy::parse(&proxy.address.to_string()).unwrap()), ..Proxies::default() };
    let response = get(trusting(), proxies, "localhost", target).await.unwrap();
    assert_eq!(response.body.collect().await.unwrap(), "GET /x HTTP/1.1");
}
