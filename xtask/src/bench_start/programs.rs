//! The programs: `program URL CALL CA`.

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
bytes = "1"
tokio = { version = "1", features = ["macros", "rt"] }
"#,
    source: r#"
use boto_core::{blocking::*, Session};
boto_core::service!("sqs", operations = [ListQueues]);
boto_core::service!("s3", operations = [PutObject]);

/// The time on processors of all threads, in seconds.
fn cpu() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").expect("tasks").flatten();
    let read = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
    tasks.map(|task| read(task).split(' ').next().unwrap_or("0").parse::<f64>().unwrap_or(0.0)).sum::<f64>() / 1e9
}

fn main() -> boto_core::Result<()> {
    let [_, url, call, ca] = std::env::args().collect::<Vec<_>>().try_into().expect("URL CALL CA");
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
        _ => return awaited(builder(), &call, ca),
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn awaited(builder: boto_core::session::SessionBuilder, call: &str, ca: String) -> boto_core::Result<()> {
    if call == "start" {
        let out = builder.build().connect_to(sqs::Sqs).list_queues().await?;
        assert_eq!(out.queue_urls.len(), 1);
        return Ok(());
    }
    let session = builder
        .settings(|s| {
            s.ca_bundle = Some(ca.into());
            if call != "upload" {
                s.request_checksum_calculation = Some("when_supported".into());
            }
            if call == "upload-unsigned" {
                s.s3_payload_signing_enabled = Some(false);
            }
        })
        .build();
    let s3 = session.connect_to(s3::S3);
    let body = bytes::Bytes::from(vec![7; 64 << 20]);
    s3.put_object("bucket", "small").body("x").await?;
    let mut best = f64::MAX;
    for _ in 0..5 {
        let before = cpu();
        s3.put_object("bucket", "large").body(body.clone()).await?;
        best = best.min(cpu() - before);
    }
    println!("{}", best * 1e3);
    Ok(())
}
"#,
};

/// The floor.
pub const BARE: Program = Program {
    name: "start-bare",
    dependencies: r#"
bytes = "1"
crc32fast = "1"
http-body-util = "0.1"
hyper = { version = "1", features = ["client", "http1"] }
hyper-util = { version = "0.1", features = ["tokio"] }
rustls = { version = "0.23", default-features = false, features = ["std", "ring", "tls12"] }
tokio = { version = "1", features = ["macros", "rt", "net", "time", "io-util"] }
tokio-rustls = { version = "0.26", default-features = false }
webpki-roots = "1"
"#,
    source: r#"
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::rt::TokioIo;
use rustls::pki_types::{pem::PemObject, CertificateDer, ServerName};
use std::sync::Arc;
use tokio::{io::{AsyncReadExt, AsyncWriteExt}, net::TcpStream};
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;
type Sender = hyper::client::conn::http1::SendRequest<Full<Bytes>>;

fn cpu() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").expect("tasks").flatten();
    let read = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
    tasks.map(|task| read(task).split(' ').next().unwrap_or("0").parse::<f64>().unwrap_or(0.0)).sum::<f64>() / 1e9
}

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
async fn run(url: &str, call: &str, ca: &str) -> Outcome<()> {
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
        "hyper" | "hyper-tls" => {
            if call == "hyper-tls" {
                let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
                std::hint::black_box(tls(roots)?);
            }
            assert!(send(&mut open(tcp).await?, "POST", "{}".into()).await?.len() > 10);
        }
        _ => {
            let mut sender = if url.starts_with("https") {
                let mut roots = rustls::RootCertStore::empty();
                for certificate in CertificateDer::pem_file_iter(ca)? {
                    roots.add(certificate?)?;
                }
                let name = ServerName::try_from("localhost")?;
                open(tokio_rustls::TlsConnector::from(tls(roots)?).connect(name, tcp).await?).await?
            } else {
                open(tcp).await?
            };
            let body = Bytes::from(vec![7; 64 << 20]);
            send(&mut sender, "PUT", "x".into()).await?;
            let mut best = f64::MAX;
            for _ in 0..5 {
                let before = cpu();
                std::hint::black_box(crc32fast::hash(&body));
                send(&mut sender, "PUT", body.clone()).await?;
                best = best.min(cpu() - before);
            }
            println!("{}", best * 1e3);
        }
    }
    Ok(())
}

fn main() -> Outcome<()> {
    let [_, url, call, ca] = std::env::args().collect::<Vec<_>>().try_into().expect("URL CALL CA");
    match call.as_str() {
        "nothing" => Ok(()),
        call => run(&url, call, &ca),
    }
}
"#,
};
