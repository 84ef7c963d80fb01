//! A server that gives a large body to whoever asks, and takes any body that is sent.

use rustls::pki_types::{pem::PemObject, CertificateDer, PrivateKeyDer};
use std::{
    io::{BufRead, BufReader, Error, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

/// Starts it on a free port, for as long as this process lives.
pub fn start(size: usize, tls: bool) -> Result<String, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let config = if tls { Some(Arc::new(config()?)) } else { None };
    let body: Arc<[u8]> = (0..size).map(|i| (i / 7) as u8).collect();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (config, body) = (config.clone(), body.clone());
            // A connection that breaks is the caller's to report.
            thread::spawn(move || match config {
                None => serve(stream, &body),
                Some(config) => secure(stream, config, &body),
            });
        }
    });
    Ok(if tls { format!("https://localhost:{port}") } else { format!("http://127.0.0.1:{port}") })
}

/// Who signed its certificate.
pub fn authority() -> PathBuf {
    file("ca.pem")
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../boto-core/tests/all/tls").join(name)
}

fn config() -> Result<rustls::ServerConfig, String> {
    let chain = CertificateDer::pem_file_iter(file("server.pem")).and_then(Iterator::collect);
    let chain: Vec<_> = chain.map_err(|error| format!("server.pem: {error}"))?;
    let key = PrivateKeyDer::from_pem_file(file("server.key")).map_err(|error| format!("server.key: {error}"))?;
    rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
        .map_err(|error| error.to_string())
}

fn secure(tcp: TcpStream, config: Arc<rustls::ServerConfig>, body: &[u8]) -> Result<(), Error> {
    let tls = rustls::ServerConnection::new(config).map_err(Error::other)?;
    serve(rustls::StreamOwned::new(tls, tcp), body)
}

fn serve(stream: impl Read + Write, body: &[u8]) -> Result<(), Error> {
    let mut stream = BufReader::with_capacity(256 << 10, stream);
    loop {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if stream.read_line(&mut head)? == 0 {
                return Ok(());
            }
        }
        let head = head.to_ascii_lowercase();
        if head.contains("\r\nexpect: 100-continue\r\n") {
            stream.get_mut().write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
        }
        let taken = if head.contains("\r\ntransfer-encoding: chunked\r\n") {
            skip_chunks(&mut stream)?
        } else {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
            skip(&mut stream, length.unwrap_or(0))?
        };
        let out = stream.get_mut();
        if head.starts_with("get ") {
            write!(
                out,
                "HTTP/1.1 200 OK\r\ncontent-type: binary/octet-stream\r\ncontent-length: {}\r\n\r\n",
                body.len()
            )?;
            out.write_all(body)?;
        } else if taken < body.len() as u64 {
            out.write_all(b"HTTP/1.1 400 Too Short\r\ncontent-length: 0\r\n\r\n")?;
        } else {
            out.write_all(b"HTTP/1.1 200 OK\r\netag: \"x\"\r\ncontent-length: 0\r\n\r\n")?;
        }
        out.flush()?;
    }
}

fn skip(stream: &mut impl Read, length: u64) -> Result<u64, Error> {
    std::io::copy(&mut stream.take(length), &mut std::io::sink())
}

/// The length of all chunks, the last of which is empty.
fn skip_chunks(stream: &mut impl BufRead) -> Result<u64, Error> {
    let mut all = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let length = u64::from_str_radix(line.trim(), 16).map_err(Error::other)?;
        all += skip(stream, length)?;
        skip(stream, 2)?;
        if length == 0 {
            return Ok(all);
        }
    }
}
