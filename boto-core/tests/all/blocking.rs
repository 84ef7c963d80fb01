//! Blocking code over streams of events in both directions, bodies, waiters and credentials, without a runtime in it.

use crate::{
    credentials::{answer, place, service, ASSUMED},
    server::Server,
    typed_events::{answering, frame, selection},
};
use boto_core::{blocking::*, ByteStream, ErrorKind, Session, Value};
use serde_json::json;
use std::{
    io::Read,
    sync::Arc,
    time::{Duration, Instant},
};

boto_core::service!("s3", operations = [GetObject, HeadBucket, PutObject]);

fn no_runtime() {
    assert!(tokio::runtime::Handle::try_current().is_err(), "these tests must run without a runtime");
}

#[test]
fn events_that_come_are_iterated() {
    use crate::typed_events::s3::{self, types::SelectObjectContentEventStream as Event};
    no_runtime();
    let frames = [frame("event", "Records", b"a,b\n"), frame("event", "Cont", b""), frame("event", "End", b"")];
    let session = answering(&frames).0.blocking();
    let events = session.connect_to(s3::S3).select_object_content(selection()).run().unwrap().payload;
    let events: Vec<Event> = events.iter().collect::<boto_core::Result<_>>().unwrap();
    assert!(matches!(&events[..], [Event::Records(first), Event::Cont(_), Event::End(_)]
        if first.payload.as_deref() == Some(b"a,b\n")));

    let session = answering(&frames).0.blocking();
    let params = json!({"Bucket": "b", "Key": "k.csv", "Expression": "x", "ExpressionType": "SQL",
        "InputSerialization": {}, "OutputSerialization": {}});
    let call = session.connect_to(s3::S3).untyped().call("SelectObjectContent").params(&params);
    let Value::Events(events) = call.run().unwrap()["Payload"].take() else { panic!("no events") };
    let names: Vec<String> = events.iter().map(|event| event.unwrap().to_string()).collect();
    assert!(names.len() == 3 && names[0].contains("Records") && names[2].contains("End"), "{names:?}");

    // What goes wrong on the way ends the iteration.
    let broken = [frame("event", "Records", b"x"), frame("exception", "InternalError", b"")];
    let session = answering(&broken).0.blocking();
    let call = session.connect_to(s3::S3).untyped().call("SelectObjectContent").params(&params);
    let Value::Events(events) = call.run().unwrap()["Payload"].take() else { panic!("no events") };
    let outcomes: Vec<bool> = events.iter().map(|event| event.is_ok()).collect();
    assert_eq!(outcomes, [true, false]);
}

#[cfg(feature = "http2")]
#[test]
fn events_go_both_ways() {
    use crate::typed_events_both_ways::{bedrock, server, session};
    use bedrock::types::{
        BidirectionalInputPayloadPart as Part, InvokeModelWithBidirectionalStreamInputShape as Sent,
        InvokeModelWithBidirectionalStreamOutputShape as Got,
    };
    no_runtime();
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            tell.send(server(|event| frame("event", "chunk", &event.payload), &[]).await).unwrap();
            std::future::pending::<()>().await;
        });
    });
    let session = session(told.recv().unwrap()).blocking();
    let (sender, body) = boto_core::event::EventStream::<Sent>::channel(1);
    let bedrock = session.connect_to(bedrock::BedrockRuntime);
    let mut answers = bedrock.invoke_model_with_bidirectional_stream("m", body).run().unwrap().body.iter();
    for text in ["one", "two"] {
        // The next goes out only when the answer to the one before is there.
        sender.send(Sent::Chunk(Part { bytes: Some(text.into()) })).run().unwrap();
        let Got::Chunk(part) = answers.next().unwrap().unwrap() else { panic!("no chunk") };
        assert_eq!(part.bytes.unwrap(), text);
    }
    drop(sender);
    assert!(answers.next().is_none());
}

/// Gives so many bytes, a few at a time.
struct Slowly(usize);

impl Read for Slowly {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let given = self.0.min(buffer.len()).min(1000);
        buffer[..given].fill(b'z');
        self.0 -= given;
        Ok(given)
    }
}

struct Failing;

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the disk is gone"))
    }
}

fn s3(server: &Server) -> s3::Connection {
    let env = [("AWS_ACCESS_KEY_ID", "AKID".to_owned()), ("AWS_SECRET_ACCESS_KEY", "hush".to_owned())];
    let session = Session::builder().host(place(&env, &[])).region("us-east-1");
    session.endpoint_url(format!("http://{}", server.address)).build().blocking().connect_to(s3::S3)
}

#[test]
fn whatever_reads_is_a_body() {
    no_runtime();
    let server = Server::start(|mut peer| {
        while let Some(head) = peer.head() {
            let text = head.to_lowercase();
            let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if text.contains("expect: 100-continue") {
                peer.send(b"HTTP/1.1 100 Continue\r\n\r\n");
            }
            match text.contains("transfer-encoding: chunked") {
                true => drop(peer.chunked()),
                false => drop(peer.body(length.unwrap_or(0))),
            }
            answer(&mut peer, 200, if head.starts_with("GET") { "what came" } else { "" });
        }
    });
    let s3 = s3(&server);
    s3.put_object("b", "k").body(ByteStream::from_read(Slowly(700_000), Some(700_000))).run().unwrap();
    assert!(server.heads()[0].to_lowercase().contains("content-length: 700000"), "{}", server.heads()[0]);
    let file = std::env::temp_dir().join(format!("boto-blocking-{}", std::process::id()));
    std::fs::write(&file, b"from a file").unwrap();
    s3.put_object("b", "k").body(ByteStream::from_path(&file).unwrap()).run().unwrap();
    std::fs::remove_file(&file).unwrap();
    let error = s3.put_object("b", "k").body(ByteStream::from_read(Failing, Some(9))).run().unwrap_err();
    assert!(error.to_string().contains("the disk is gone"), "{error}");
    let short = s3.put_object("b", "k").body(ByteStream::from_read(Slowly(3), Some(9))).run().unwrap_err();
    assert!(short.to_string().contains("3 of 9 bytes"), "{short}");
    // The other way round: read what came.
    let mut text = String::new();
    s3.get_object("b", "k").run().unwrap().body.reader().read_to_string(&mut text).unwrap();
    let chunks: Vec<_> = s3.get_object("b", "k").run().unwrap().body.iter().collect();
    assert!(!chunks.is_empty() && chunks.iter().all(Result::is_ok));
    assert_eq!(text, "what came");
    let mut buffer = b"before: ".to_vec();
    assert_eq!(s3.get_object("b", "k").run().unwrap().body.collect_into(&mut buffer).run().unwrap(), 9);
    assert_eq!(buffer, b"before: what came");
    assert_eq!(s3.get_object("b", "k").run().unwrap().body.collect().run().unwrap(), text);
}

#[test]
fn waiters_wait_by_both_names() {
    no_runtime();
    let asked = std::sync::atomic::AtomicUsize::new(0);
    let server = Server::start(move |mut peer| {
        while peer.head().is_some() {
            let soon = asked.fetch_add(1, std::sync::atomic::Ordering::SeqCst) % 3 < 2;
            answer(&mut peer, if soon { 404 } else { 200 }, "");
        }
    });
    let s3 = s3(&server);
    let delay = Duration::from_millis(1);
    s3.head_bucket("b").wait_until("bucket_exists").delay(delay).run().unwrap();
    let untyped = s3.untyped().call("HeadBucket").params(&json!({"Bucket": "b"}));
    untyped.wait_until("bucket_exists").delay(delay).run().unwrap();
    assert_eq!(server.heads().len(), 6);
}

#[test]
fn credentials_tokens_and_explanations_come_without_a_runtime() {
    const ROLE: &str =
        "[default]\nregion = eu-central-1\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = b\n\
                        [profile b]\naws_access_key_id = AKID\naws_secret_access_key = hush\n";
    no_runtime();
    let sts = service(|_, _| (200, ASSUMED.to_owned()));
    let env = [("AWS_ENDPOINT_URL_STS", format!("http://{}", sts.address))];
    let session = Session::builder().host(place(&env, &[("/home/.aws/config", ROLE)])).build().blocking();
    let chain = session.credentials().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..64 {
            scope.spawn(|| assert_eq!(chain.credentials().run().unwrap().access_key_id, "ASIAROLE"));
        }
    });
    assert_eq!(sts.heads().len(), 1, "however many threads there are, STS is asked once");
    assert!(chain.token("any").run().unwrap().is_none());
    assert!(session.block_on(chain.explain()).unwrap().contains("assume-role: found"));
    assert_eq!(session.settled_config().run().unwrap().region(), "eu-central-1");
}

/// Nothing hangs where it must not block, whichever way it is tried.
#[tokio::test]
async fn inside_a_runtime_there_is_an_error_at_once() {
    let begun = Instant::now();
    let session = Session::builder().host(place(&[], &[])).build().blocking();
    let refused = |error: boto_core::Error| {
        assert_eq!(error.kind(), ErrorKind::Usage, "{error}");
        assert!(error.hint().is_some_and(|hint| hint.contains("spawn_blocking")), "{error}");
    };
    refused(session.settled_config().run().unwrap_err());
    refused(session.credentials().unwrap().credentials().run().unwrap_err());
    refused(session.block_on(async {}).unwrap_err());
    refused(ByteStream::from("x").iter().next().unwrap().unwrap_err());
    let nested = Arc::new(session);
    let (here, there) = (nested.clone(), nested.clone());
    tokio::spawn(async move { refused(here.block_on(async {}).unwrap_err()) }).await.unwrap();
    tokio::task::spawn_blocking(move || there.block_on(async {}).unwrap()).await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(5));
}
