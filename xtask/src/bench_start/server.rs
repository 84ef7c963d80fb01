//! A server with canned answers that swallows uploads, over plain TCP or TLS.

use rustls::{
    pki_types::{pem::PemObject, CertificateDer, PrivateKeyDer},
    ServerConfig, ServerConnection, StreamOwned,
};
use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpListener,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../boto-core/tests/all/tls").join(name)
}

/// The authority that signed the server's certificate.
pub fn authority() -> PathBuf {
    file("ca.pem")
}

/// A certificate for `localhost`.
pub fn tls() -> Result<Arc<ServerConfig>, String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let chain = CertificateDer::pem_file_iter(file("server.pem")).map_err(|e| text(&e))?;
    let chain = chain.collect::<Result<Vec<_>, _>>().map_err(|e| text(&e))?;
    let key = PrivateKeyDer::from_pem_file(file("server.key")).map_err(|e| text(&e))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|e| text(&e))?.with_no_client_auth();
    builder.with_single_cert(chain, key).map(Arc::new).map_err(|e| text(&e))
}

/// Starts it on a free port of the loopback address, for as long as this process lives.
pub fn start(tls: Option<Arc<ServerConfig>>) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    let url = match tls {
        Some(_) => format!("https://localhost:{port}"),
        None => format!("http://127.0.0.1:{port}"),
    };
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let tls = tls.clone();
            // A connection that breaks is the caller's to report.
            thread::spawn(move || -> io::Result<()> {
                stream.set_nodelay(true)?;
                match tls {
                    None => serve(BufReader::with_capacity(1 << 18, stream)),
                    Some(config) => {
                        let connection = ServerConnection::new(config).map_err(io::Error::other)?;
                        serve(BufReader::with_capacity(1 << 18, StreamOwned::new(connection, stream)))
                    }
                }
            });
        }
    });
    Ok(url)
}

fn serve<S: Read + Write>(mut stream: BufReader<S>) -> io::Result<()> {
    loop {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            if stream.read(&mut byte)? == 0 {
                return Ok(());
            }
            head.push(byte[0]);
        }
        let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
        if head.contains("expect: 100-continue") {
            answer(&mut stream, b"HTTP/1.1 100 Continue\r\n\r\n")?;
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        match head.contains("transfer-encoding: chunked") {
            true => swallow_chunks(&mut stream)?,
            false => swallow(&mut stream, length.unwrap_or(0))?,
        }
        let body = if head.starts_with("put") { "" } else { r#"{"QueueUrls":["http://127.0.0.1/1/jobs"]}"# };
        let kind = "content-type: application/x-amz-json-1.0\r\netag: \"1\"";
        answer(
            &mut stream,
            format!("HTTP/1.1 200 OK\r\n{kind}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).as_bytes(),
        )?;
    }
}

fn swallow<S: Read>(stream: &mut BufReader<S>, length: u64) -> io::Result<()> {
    match io::copy(&mut stream.take(length), &mut io::sink())? == length {
        true => Ok(()),
        false => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

fn swallow_chunks<S: Read>(stream: &mut BufReader<S>) -> io::Result<()> {
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let size = u64::from_str_radix(line.trim(), 16).map_err(io::Error::other)?;
        swallow(stream, size + 2)?;
        if size == 0 {
            return Ok(());
        }
    }
}

fn answer<S: Read + Write>(stream: &mut BufReader<S>, text: &[u8]) -> io::Result<()> {
    stream.get_mut().write_all(text)?;
    stream.get_mut().flush()
}
