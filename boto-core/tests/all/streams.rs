//! Bodies that stream, up and down, through whole calls: every way to give one, and every way to take one.

use boto_core::{
    body::ByteStream, host::System, http::fake::FakeTransport, service, Credentials, ErrorKind, Result, Session,
};
use bytes::Bytes;
use futures_core::Stream;
use std::{
    pin::{pin, Pin},
    sync::Arc,
    task::{Context, Poll},
};
use tokio::io::AsyncReadExt;

service!("s3", operations = [GetObject, ListObjectsV2, PutObject]);

const TEXT: &[u8] = b"hello world";

/// A few pieces, one after the other.
struct Pieces(std::vec::IntoIter<&'static [u8]>);

impl Pieces {
    fn new() -> Pieces {
        Pieces(vec![&TEXT[..5], &TEXT[5..]].into_iter())
    }
}

impl Stream for Pieces {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        Poll::Ready(self.0.next().map(|piece| Ok(Bytes::from_static(piece))))
    }
}

fn connect(transport: &FakeTransport) -> s3::Connection {
    let session = Session::builder()
        .region("us-east-1")
        .identity(Credentials::new("AKID", "secret", None))
        .host(Arc::new(System))
        .transport(Arc::new(transport.clone()))
        .build();
    session.connect_to(s3::S3)
}

#[tokio::test]
async fn every_kind_of_upload_arrives_and_says_whether_it_can_be_sent_again() {
    let file = std::env::temp_dir().join(format!("boto-streams-{}", std::process::id()));
    std::fs::write(&file, TEXT).unwrap();
    let length = TEXT.len() as u64;
    let bodies: [(&str, ByteStream, bool); 8] = [
        ("bytes", ByteStream::from(TEXT.to_vec()), true),
        ("a file", ByteStream::from_path(&file).unwrap(), true),
        ("a reader of known length", ByteStream::from_reader(TEXT, Some(length)), false),
        // What is small is read to learn its length, and then it is in memory.
        ("a reader of unknown length", ByteStream::from_reader(TEXT, None), true),
        ("a stream of known length", ByteStream::from_stream(Pieces::new(), Some(length)), false),
        ("a stream of unknown length", ByteStream::from_stream(Pieces::new(), None), true),
        ("a stream that can be made anew", ByteStream::replayable(Pieces::new, Some(length)), true),
        ("the same of unknown length", ByteStream::replayable(Pieces::new, None), true),
    ];
    for (name, body, replays) in bodies {
        let transport = FakeTransport::new();
        transport.answer(503, &[], "<Error><Code>SlowDown</Code></Error>").answer(200, &[], "");
        let outcome = connect(&transport).put_object("bucket", "key").body(body).await;
        let sent = transport.requests();
        assert_eq!(sent.len(), if replays { 2 } else { 1 }, "{name}");
        for request in &sent {
            // In chunks, with the checksum behind them.
            let text = String::from_utf8_lossy(&request.body);
            assert!(text.starts_with("b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ=="), "{name}: {text}");
            let decoded = request.headers.get("x-amz-decoded-content-length").map(|length| length.as_bytes());
            assert_eq!(decoded, Some(&b"11"[..]), "{name}");
        }
        match outcome {
            Ok(_) => assert!(replays, "{name}"),
            Err(error) => {
                assert!(!replays, "{name}: {error}");
                // The fault of the service is told, and why there was no second attempt.
                let text = error.to_string();
                assert!(text.contains("SlowDown") && text.contains("once"), "{name}: {text}");
            }
        }
    }
    let _ = std::fs::remove_file(file);
}

#[tokio::test]
async fn long_uploads_of_unknown_length_are_measured_or_refused() {
    const LENGTH: usize = (8 << 20) + 1;
    let reader = || tokio::io::repeat(b'x').take(LENGTH as u64);
    let anew = move || ByteStream::from_reader(reader(), None);
    for body in [ByteStream::replayable(anew, None), ByteStream::from_reader(reader(), Some(LENGTH as u64))] {
        let transport = FakeTransport::new();
        transport.answer(200, &[], "");
        connect(&transport).put_object("bucket", "key").body(body).await.unwrap();
        let headers = &transport.requests()[0].headers;
        assert_eq!(headers["x-amz-decoded-content-length"], LENGTH.to_string());
    }
    // Whoever knows the length may say it as a member, too.
    let s3 = connect(&FakeTransport::new());
    let call = s3.put_object("bucket", "key").body(ByteStream::from_reader(reader(), None));
    let request = call.content_length(LENGTH as i64).dry_run().await.unwrap();
    assert_eq!(request.headers["x-amz-decoded-content-length"], LENGTH.to_string());
    // The body is held to it, before the server must find out.
    for wrong in [LENGTH - 1, LENGTH + 1] {
        let call = s3.put_object("bucket", "key").body(ByteStream::from_reader(reader(), None));
        let error = call.content_length(wrong as i64).await.unwrap_err().to_string();
        assert!(error.contains("body ended after") || error.contains("body goes on after"), "{wrong}: {error}");
    }

    let transport = FakeTransport::new();
    let call = connect(&transport).put_object("bucket", "key").body(ByteStream::from_reader(reader(), None));
    let error = call.await.unwrap_err();
    assert!(error.kind() == ErrorKind::Usage && transport.requests().is_empty(), "{error}");
    assert!(error.to_string().contains("longer than 8 MiB and of unknown length"), "{error}");
    assert!(error.to_string().contains("`upload`"), "{error}");
}

#[tokio::test]
async fn every_kind_of_download_checks_the_checksum_as_it_flows() {
    // CRC-32 of the text, and of another.
    for (checksum, right) in [("DUoRhQ==", true), ("AAAAAA==", false)] {
        let get = || {
            let transport = FakeTransport::new();
            let body = ByteStream::from_stream(Pieces::new(), Some(TEXT.len() as u64));
            transport.answer(200, &[("x-amz-checksum-crc32", checksum), ("content-length", "11")], body);
            let s3 = connect(&transport);
            async move { s3.get_object("bucket", "key").await.unwrap().body }
        };
        let told = |error: String| assert!(!right && error.contains("checksum"), "{error}");

        match get().await.collect().await {
            Ok(all) => assert!(right && all == TEXT),
            Err(error) => told(error.to_string()),
        }

        // A buffer of one's own holds all of it or none of it.
        let mut buffer = b"kept ".to_vec();
        match get().await.collect_into(&mut buffer).await {
            Ok(length) => assert!(right && length == TEXT.len() && buffer.ends_with(TEXT.as_ref())),
            Err(error) => told(error.to_string()),
        }
        assert_eq!(buffer.len(), if right { 5 + TEXT.len() } else { 5 });

        let mut stream = pin!(get().await);
        let (mut all, mut failed) = (Vec::new(), None);
        while let Some(piece) = std::future::poll_fn(|context| stream.as_mut().poll_next(context)).await {
            match piece {
                Ok(piece) => all.extend_from_slice(&piece),
                Err(error) => failed = Some(error.to_string()),
            }
        }
        // What flowed by has been seen before the end tells that it was wrong.
        assert!(all.len() >= 5);
        assert_eq!(failed.is_none(), right);
        if let Some(error) = failed {
            told(error);
        }

        let (mut reader, mut all) = (get().await.into_reader(), Vec::new());
        match reader.read_to_end(&mut all).await {
            Ok(length) => assert!(right && length == TEXT.len()),
            Err(error) => told(error.to_string()),
        }
    }
}

#[tokio::test]
async fn answers_from_somebody_else_say_what_they_are() {
    let list = |status, headers: &[(&str, &str)], body: &str| {
        let transport = FakeTransport::new();
        for _ in 0..3 {
            transport.answer(status, headers, body.to_owned());
        }
        let call = connect(&transport).list_objects_v2("bucket");
        async move { call.await.unwrap_err().to_string() }
    };
    // A half of an answer is treated as a 500, which is tried again; who looks for it in the server's log is told.
    let half = list(200, &[], "<ListBucketResult><Name>b</Na").await;
    assert!(half.contains("HTTP 500") && half.contains("it came with status 200, but the answer is not"), "{half}");
    let gateway = list(302, &[("location", "http://login.corp/sign-in?token=hush")], "").await;
    assert!(gateway.contains("it leads to \"http://login.corp/sign-in\"") && !gateway.contains("hush"), "{gateway}");
    let named = list(302, &[("location", "http://me:hush@login.corp/")], "").await;
    assert!(!named.contains("hush"), "{named}");
}
