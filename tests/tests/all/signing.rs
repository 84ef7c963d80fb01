//! Signatures that others use, clocks that are wrong, and bodies signed piece by piece, against servers that verify.

use boto_core::{
    body::ByteStream,
    host::{Command, Host, Output, System},
    sign::post::{Condition, Form},
    BoxFuture, DateTime, Result, Session,
};
use boto_tests::{services::s3::S3, unique, Server};
use std::{
    ffi::OsString,
    io::{self, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// The real world with a clock that is wrong by so many seconds.
#[derive(Debug)]
struct Skewed(i64);

impl Host for Skewed {
    fn var(&self, _: &str) -> Option<OsString> {
        None
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn read(&self, _: &Path) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
    fn now(&self) -> DateTime {
        let now = System.now();
        DateTime::from_parts(now.seconds() + self.0, now.subsec_nanos())
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        System.sleep(Duration::from_millis(1))
    }
    fn random(&self, buffer: &mut [u8]) {
        System.random(buffer);
    }
    fn run(&self, _: Command) -> BoxFuture<'static, io::Result<Output>> {
        Box::pin(async { Err(io::ErrorKind::NotFound.into()) })
    }
}

fn skewed(server: &Server, seconds: i64, attempts: u64) -> Session {
    Session::builder()
        .host(Arc::new(Skewed(seconds)))
        .region("us-east-1")
        .endpoint_url(&server.url)
        .credentials(&server.access_key, &server.secret_key)
        .settings(|s| s.max_attempts = Some(attempts))
        .build()
}

/// What a client that knows nothing of AWS does: one request over plain HTTP. Status and body.
fn plain(method: &str, url: &str, headers: &[(&str, &str)], body: &[u8]) -> (u16, Vec<u8>) {
    let rest = url.strip_prefix("http://").unwrap();
    let (authority, path) = rest.split_at(rest.find('/').unwrap());
    let mut stream = TcpStream::connect(authority).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {authority}\r\nconnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("a status");
    let body = answer[end + 4..].to_vec();
    match head.to_lowercase().contains("transfer-encoding: chunked") {
        true => (status, dechunked(&body)),
        false => (status, body),
    }
}

fn dechunked(mut body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(end) = body.windows(2).position(|w| w == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&body[..end]).unwrap().trim(), 16).unwrap();
        out.extend_from_slice(&body[end + 2..end + 2 + size]);
        body = &body[end + 4 + size..];
    }
    out
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn presigned_embedded() -> Result<()> {
    presigned(&Server::embedded(), true).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn presigned_ministack() -> Result<()> {
    presigned(&Server::ministack(), true).await
}

async fn presigned(server: &Server, forms: bool) -> Result<()> {
    let minute = Duration::from_secs(60);
    let s3 = server.session().connect_to(S3);
    let bucket = unique("presigned");
    s3.create_bucket(&bucket).await?;
    let late = skewed(server, -3600, 1).connect_to(S3);
    let wrong = server.session_with(&server.access_key, "not-the-secret").connect_to(S3);

    let put = s3.put_object(&bucket, "a key/ü+").presign(minute).await?;
    let headers: Vec<_> = put.headers.iter().filter(|(name, _)| *name != "host").collect();
    let headers: Vec<_> = headers.iter().map(|(n, v)| (n.as_str(), v.to_str().unwrap())).collect();
    assert_eq!(plain(put.method.as_str(), &put.url.to_string(), &headers, b"by url").0, 200);
    let get = s3.get_object(&bucket, "a key/ü+").presign(minute).await?.url.to_string();
    assert_eq!(plain("GET", &get, &[], b""), (200, b"by url".to_vec()));

    // Nobody else, nothing else, and not for ever.
    let refused = |method: &str, url: &str| assert_eq!(plain(method, url, &[], b"").0, 403, "{method} {url}");
    refused("DELETE", &get);
    refused("GET", &get.replace("a%20key", "b%20key"));
    refused("GET", &wrong.get_object(&bucket, "a key/ü+").presign(minute).await?.url.to_string());
    refused("GET", &late.get_object(&bucket, "a key/ü+").presign(minute).await?.url.to_string());
    refused("PUT", &late.put_object(&bucket, "late").presign(minute).await?.url.to_string());

    if forms {
        let form = Form {
            bucket: bucket.clone(),
            key: "by-form".into(),
            fields: Vec::new(),
            conditions: vec![Condition::ContentLength(1, 100)],
            expires: 60,
        };
        let good = s3.untyped().presign_post(&form).await?;
        assert_eq!(upload(&good.url.to_string(), &good.fields, b"by form") / 100, 2);
        let (status, body) =
            plain("GET", &s3.get_object(&bucket, "by-form").presign(minute).await?.url.to_string(), &[], b"");
        assert_eq!((status, &body[..]), (200, &b"by form"[..]));
        for (name, session) in [("late", &late), ("wrong", &wrong)] {
            let bad = session.untyped().presign_post(&form).await?;
            let status = upload(&bad.url.to_string(), &bad.fields, b"x");
            assert_eq!(status / 100, 4, "{name}: {status}");
        }
    }
    Ok(())
}

/// Posts a form as browsers do.
fn upload(url: &str, fields: &[(String, String)], file: &[u8]) -> u16 {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    body.extend(b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--b--\r\n");
    plain("POST", url, &[("content-type", "multipart/form-data; boundary=b")], &body).0
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn a_wrong_clock_is_corrected() -> Result<()> {
    let server = Server::ministack();
    for minutes in [-20, 20] {
        // The control: with one attempt only there is no second chance.
        let once = skewed(&server, minutes * 60, 1);
        for service in [("s3", "ListBuckets"), ("dynamodb", "ListTables"), ("sqs", "ListQueues")] {
            let error = once.connect_to(service.0)?.call(service.1).await.expect_err("a wrong clock");
            assert_eq!(error.status().map(|s| s / 100), Some(4), "{error}");

            let connection = skewed(&server, minutes * 60, 3).connect_to(service.0)?;
            let (_, first) = connection.call(service.1).send().await?;
            let (_, second) = connection.call(service.1).send().await?;
            assert_eq!((first.attempts, second.attempts), (2, 1), "{service:?} {minutes}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn pieces_embedded() -> Result<()> {
    pieces(&Server::embedded()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn pieces_ministack() -> Result<()> {
    pieces(&Server::ministack()).await
}

/// 20 MiB out of a stream that can be read once, sent in chunks that are signed one by one, with the checksum behind them.
async fn pieces(server: &Server) -> Result<()> {
    let bytes: Vec<u8> = (0..20 << 20).map(|i: u32| (i % 251) as u8).collect();
    let stream = || ByteStream::from_reader(io::Cursor::new(bytes.clone()), Some(20 << 20));
    let session = |key: &str, algorithm: bool| {
        let builder =
            Session::builder().region("us-east-1").endpoint_url(&server.url).credentials(&server.access_key, key);
        let builder = builder.settings(move |s| {
            s.max_attempts = Some(1);
            s.request_checksum_calculation = algorithm.then(|| "when_supported".to_owned());
        });
        builder.build()
    };
    let s3 = session(&server.secret_key, true).connect_to(S3);
    let bucket = unique("pieces");
    s3.create_bucket(&bucket).await?;
    for algorithm in ["CRC32", "SHA256"] {
        let call = || s3.put_object(&bucket, algorithm).body(stream()).checksum_algorithm(algorithm);
        let request = call().dry_run().await?;
        assert_eq!(request.headers["x-amz-content-sha256"], "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
        assert_eq!(request.headers["content-encoding"], "aws-chunked");
        assert_eq!(request.headers["x-amz-decoded-content-length"], (20 << 20).to_string());
        call().await?;
        let got = s3.get_object(&bucket, algorithm).await?.body.collect().await?;
        assert!(got == bytes, "{algorithm}: other bytes came back");
    }
    // Of unknown length, and small enough to learn it.
    let unknown = ByteStream::from_reader(io::Cursor::new(bytes[..5 << 20].to_vec()), None);
    s3.put_object(&bucket, "unknown").body(unknown).await?;
    let got = s3.get_object(&bucket, "unknown").await?.body.collect().await?;
    assert!(got == bytes[..5 << 20], "other bytes came back");
    let wrong = session("not-the-secret", true).connect_to(S3);
    let refused = wrong.put_object(&bucket, "wrong").body(stream()).await.expect_err("refused");
    assert!(refused.is("SignatureDoesNotMatch"), "{refused}");
    Ok(())
}
