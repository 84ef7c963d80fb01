//! An HTTP/1.1 server with canned answers, over plain TCP or TLS: just enough of one that its caller cannot tell, so that
//! measurements count the caller alone.

use rustls::{
    pki_types::{pem::PemObject, CertificateDer, PrivateKeyDer},
    ServerConfig, ServerConnection, StreamOwned,
};
use std::{
    io::{copy, sink, BufRead, BufReader, Error, Read, Write},
    net::TcpListener,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

/// Answers a request, of which it is given the head, in lower case, and the length of the body.
pub trait Answer: Fn(&str, u64) -> (Vec<u8>, Arc<[u8]>) + Send + Sync {}
impl<F: Fn(&str, u64) -> (Vec<u8>, Arc<[u8]>) + Send + Sync> Answer for F {}

/// Starts it on a free port of the loopback address, for as long as this process lives, and gives its URL.
pub fn start(tls: bool, answer: impl Answer + 'static) -> Result<String, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let config = if tls { Some(Arc::new(config()?)) } else { None };
    let answer: Arc<dyn Answer> = Arc::new(answer);
    thread::spawn(move || {
        for tcp in listener.incoming().flatten() {
            let (config, answer) = (config.clone(), answer.clone());
            // A connection that breaks is the caller's to report.
            thread::spawn(move || -> Result<(), Error> {
                tcp.set_nodelay(true)?;
                match config {
                    None => serve(tcp, &*answer),
                    Some(config) => {
                        let tls = ServerConnection::new(config).map_err(Error::other)?;
                        serve(StreamOwned::new(tls, tcp), &*answer)
                    }
                }
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

/// A certificate for `localhost`.
fn config() -> Result<ServerConfig, String> {
    let chain = CertificateDer::pem_file_iter(file("server.pem")).and_then(Iterator::collect);
    let chain: Vec<_> = chain.map_err(|error| format!("server.pem: {error}"))?;
    let key = PrivateKeyDer::from_pem_file(file("server.key")).map_err(|error| format!("server.key: {error}"))?;
    ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
        .map_err(|error| error.to_string())
}

fn serve(stream: impl Read + Write, answer: &dyn Answer) -> Result<(), Error> {
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
        let (head, body) = answer(&head, taken);
        let out = stream.get_mut();
        out.write_all(&head)?;
        out.write_all(&body)?;
        out.flush()?;
    }
}

fn skip(stream: &mut impl Read, length: u64) -> Result<u64, Error> {
    copy(&mut stream.take(length), &mut sink())
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpStream;

    #[test]
    fn requests_of_all_kinds_go_over_one_connection() {
        let echo = |head: &str, length: u64| {
            let line = head.lines().next().unwrap_or("").to_owned();
            (format!("HTTP/1.1 200 OK\r\n\r\n{line} with {length}").into_bytes(), Arc::from([]))
        };
        let url = start(false, echo).unwrap();
        let mut stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
        let mut ask = |request: &str| {
            stream.write_all(request.as_bytes()).unwrap();
            let mut buffer = [0; 200];
            let got = stream.read(&mut buffer).unwrap();
            String::from_utf8_lossy(&buffer[..got]).into_owned()
        };
        assert!(ask("POST /a HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi").ends_with("post /a http/1.1 with 2"));
        let chunked = "PUT /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n";
        assert!(ask(chunked).ends_with("put /b http/1.1 with 4"));
        assert!(ask("GET /c HTTP/1.1\r\n\r\n").ends_with("get /c http/1.1 with 0"));
    }
}
