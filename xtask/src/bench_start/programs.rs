//! The programs: `program URL CALL`.

/// A program.
#[derive(Clone, Copy)]
pub struct Program {
    /// Its folder.
    pub name: &'static str,
    /// The lines below `[dependencies]`.
    pub dependencies: &'static str,
    /// `main.rs`.
    pub source: &'static str,
}

/// Ours.
pub const OURS: Program = Program {
    name: "start",
    dependencies: r#"
boto-core = { path = "{core}" }
tokio = { version = "1", features = ["macros", "rt"] }
"#,
    source: r#"
use boto_core::{blocking::*, Session};
boto_core::service!("sqs", operations = [ListQueues]);

fn main() -> boto_core::Result<()> {
    let [_, url, call] = std::env::args().collect::<Vec<_>>().try_into().expect("URL CALL");
    let builder = || Session::builder().endpoint_url(&url);
    match call.as_str() {
        "blocking" => {
            let out = builder().build().blocking().connect_to(sqs::Sqs).list_queues().run()?;
            assert_eq!(out.queue_urls.len(), 1);
        }
        "session" | "connect" => {
            const ROUND: u32 = 10_000;
            let begun = std::time::Instant::now();
            for _ in 0..ROUND {
                let session = Session::new();
                match call.as_str() {
                    "connect" => drop(std::hint::black_box(session.connect_to(sqs::Sqs))),
                    _ => drop(std::hint::black_box(session)),
                }
            }
            println!("{}", begun.elapsed().as_secs_f64() * 1e6 / f64::from(ROUND));
        }
        _ => return awaited(builder()),
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn awaited(builder: boto_core::session::SessionBuilder) -> boto_core::Result<()> {
    let out = builder.build().connect_to(sqs::Sqs).list_queues().await?;
    assert_eq!(out.queue_urls.len(), 1);
    Ok(())
}
"#,
};

/// The floor.
pub const BARE: Program = Program {
    name: "start-bare",
    dependencies: r#"
bytes = "1"
http-body-util = "0.1"
hyper = { version = "1", features = ["client", "http1"] }
hyper-util = { version = "0.1", features = ["tokio"] }
rustls = { version = "0.23", default-features = false, features = ["std", "ring", "tls12"] }
rustls-native-certs = "0.8"
tokio = { version = "1", features = ["macros", "rt", "net", "time", "io-util"] }
webpki-roots = "1"
"#,
    source: r#"
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::rt::TokioIo;
use std::sync::Arc;
use tokio::{io::{AsyncReadExt, AsyncWriteExt}, net::TcpStream};
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
type Sender = hyper::client::conn::http1::SendRequest<Full<Bytes>>;

fn tls(roots: rustls::RootCertStore) -> Outcome<Arc<rustls::ClientConfig>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
}

async fn open<S>(stream: S) -> Outcome<Sender>
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Unpin + 'static,
{
    let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(async move { drop(connection.await) });
    Ok(sender)
}

async fn send(sender: &mut Sender, method: &str, body: Bytes) -> Outcome<Bytes> {
    let request = hyper::Request::builder().method(method).uri("/bucket/key").header("host", "localhost");
    Ok(sender.send_request(request.body(Full::new(body))?).await?.into_body().collect().await?.to_bytes())
}

#[tokio::main(flavor = "current_thread")]
async fn run(url: &str, call: &str) -> Outcome<()> {
    let authority = url.split("://").nth(1).expect("a URL").replace("localhost", "127.0.0.1");
    let tcp = TcpStream::connect(&authority).await?;
    tcp.set_nodelay(true)?;
    match call {
        "tokio" => {
            let mut tcp = tcp;
            tcp.write_all(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}").await?;
            let mut answer = [0; 1000];
            assert!(tcp.read(&mut answer).await? > 50);
        }
        "hyper" | "hyper-tls" | "hyper-tls-system" => {
            if call == "hyper-tls-system" {
                let mut roots = rustls::RootCertStore::empty();
                roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
                std::hint::black_box(tls(roots)?);
            }
            if call == "hyper-tls" {
                let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
                std::hint::black_box(tls(roots)?);
            }
            assert!(send(&mut open(tcp).await?, "POST", "{}".into()).await?.len() > 10);
        }
        other => panic!("no call {other}"),
    }
    Ok(())
}

fn main() -> Outcome<()> {
    let [_, url, call] = std::env::args().collect::<Vec<_>>().try_into().expect("URL CALL");
    match call.as_str() {
        "nothing" => Ok(()),
        call => run(&url, call),
    }
}
"#,
};

/// The official SDK.
pub const OFFICIAL: Program = Program {
    name: "start-official",
    dependencies: r#"
aws-config = { version = "1", features = ["behavior-version-latest"] }
aws-sdk-sqs = "1"
tokio = { version = "1", features = ["macros", "rt"] }
"#,
    source: r#"
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).expect("URL");
    let config = aws_config::from_env().endpoint_url(url).load().await;
    let out = aws_sdk_sqs::Client::new(&config).list_queues().send().await?;
    assert_eq!(out.queue_urls().len(), 1);
    Ok(())
}
"#,
};

/// boto3: `python SCRIPT URL`.
pub const BOTO3: &str = r#"
import boto3, sys
assert len(boto3.client("sqs", endpoint_url=sys.argv[1]).list_queues()["QueueUrls"]) == 1
"#;
