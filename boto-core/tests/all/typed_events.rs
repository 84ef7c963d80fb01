//! The event streams of services, typed, through whole calls: those that answer in events over a transport without a
//! network, those that talk both ways over HTTP/2.

use boto_core::{
    body::ByteStream,
    event::{Frame, Header, HeaderValue},
    host::System,
    http::fake::FakeTransport,
    service, ErrorKind, Session,
};
use bytes::Bytes;
use std::sync::Arc;

service!(pub "s3", operations = [SelectObjectContent]);
service!("kinesis", operations = [SubscribeToShard]);
service!("logs", operations = [StartLiveTail]);
service!("bedrock-runtime" as bedrock, operations = [ConverseStream]);

/// A frame of an answer.
pub fn frame(kind: &str, name: &str, payload: &[u8]) -> Frame {
    let kind_header = Header { name: format!(":{kind}-type"), value: HeaderValue::String(name.into()) };
    let headers = vec![Header { name: ":message-type".into(), value: HeaderValue::String(kind.into()) }, kind_header];
    Frame { headers, payload: Bytes::copy_from_slice(payload) }
}

/// What is asked of an object of S3.
pub fn selection() -> s3::types::SelectObjectContentInput {
    s3::types::SelectObjectContentInput {
        bucket: "b".into(),
        key: "k.csv".into(),
        expression: "select * from s3object".into(),
        expression_type: s3::types::ExpressionType::Sql,
        ..Default::default()
    }
}

/// A session whose next answer is these frames.
pub fn answering(frames: &[Frame]) -> (Session, FakeTransport) {
    let transport = FakeTransport::new();
    let bytes: Vec<u8> = frames.iter().flat_map(|f| f.encode().unwrap().to_vec()).collect();
    let headers = [("content-type", "application/vnd.amazon.eventstream"), ("x-amzn-requestid", "r-1")];
    transport.answer(200, &headers, ByteStream::from(bytes));
    let session = Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .host(Arc::new(System))
        .transport(Arc::new(transport.clone()))
        .build();
    (session, transport)
}

#[tokio::test]
async fn s3_select() {
    use s3::types::SelectObjectContentEventStream as Event;
    let progress = b"<Progress><BytesScanned>7</BytesScanned><BytesReturned>3</BytesReturned></Progress>";
    let (session, transport) = answering(&[
        frame("event", "Records", b"a,b\n"),
        frame("event", "Cont", b""),
        frame("event", "Progress", progress),
        frame("event", "End", b""),
    ]);
    let mut events = session.connect_to(s3::S3).select_object_content(selection()).await.unwrap().payload;
    let Event::Records(records) = events.next().await.unwrap().unwrap() else { panic!("no records") };
    assert_eq!(records.payload.unwrap(), "a,b\n");
    assert!(matches!(events.next().await.unwrap().unwrap(), Event::Cont(_)));
    let Event::Progress(progress) = events.next().await.unwrap().unwrap() else { panic!("no progress") };
    let details = progress.details.unwrap();
    assert_eq!((details.bytes_scanned, details.bytes_processed, details.bytes_returned), (Some(7), None, Some(3)));
    assert!(matches!(events.next().await.unwrap().unwrap(), Event::End(_)));
    assert!(events.next().await.is_none());
    assert!(
        transport.requests()[0].url.to_string().ends_with("/k.csv?select&select-type=2"),
        "{}",
        transport.requests()[0].url
    );
}

#[tokio::test]
async fn kinesis_subscribe_to_shard_and_an_exception_in_the_stream() {
    use kinesis::types::{ResourceInUseException, StartingPosition, SubscribeToShardEventStream as Event};
    let event =
        br#"{"Records":[{"SequenceNumber":"1","Data":"aGk=","PartitionKey":"p"}],"ContinuationSequenceNumber":"2",
        "MillisBehindLatest":5}"#;
    let (session, _) = answering(&[
        frame("event", "initial-response", b"{}"),
        frame("event", "SubscribeToShardEvent", event),
        frame("exception", "ResourceInUseException", br#"{"message":"taken"}"#),
    ]);
    let kinesis = session.connect_to(kinesis::Kinesis);
    let position = StartingPosition { r#type: "LATEST".into(), ..Default::default() };
    let output = kinesis.subscribe_to_shard("arn:aws:kinesis:us-east-1:1:stream/s/consumer/c:1", "shard-0", position);
    let mut events = output.await.unwrap().event_stream;
    let Event::SubscribeToShardEvent(event) = events.next().await.unwrap().unwrap() else { panic!("no event") };
    assert_eq!((&*event.records[0].data, event.millis_behind_latest), (&b"hi"[..], 5));
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Service, Some("ResourceInUseException")));
    assert_eq!(error.modeled::<ResourceInUseException>().unwrap().message.as_deref(), Some("taken"));
    assert!(error.to_string().contains("SubscribeToShard"), "{error}");
    assert!(events.next().await.is_none(), "an exception ends the stream");
}

#[tokio::test]
async fn logs_start_live_tail() {
    use logs::types::StartLiveTailResponseStream as Event;
    let (session, transport) = answering(&[
        frame("event", "initial-response", b"{}"),
        frame("event", "sessionStart", br#"{"sessionId":"s-1","logGroupIdentifiers":["g"]}"#),
        frame("event", "sessionUpdate", br#"{"sessionResults":[{"message":"hello","timestamp":1}]}"#),
    ]);
    let mut events = session.connect_to(logs::CloudWatchLogs).start_live_tail(["arn:g"]).await.unwrap().response_stream;
    let Event::SessionStart(start) = events.next().await.unwrap().unwrap() else { panic!("no start") };
    assert_eq!((start.session_id.as_deref(), &*start.log_group_identifiers), (Some("s-1"), &["g".to_owned()][..]));
    let Event::SessionUpdate(update) = events.next().await.unwrap().unwrap() else { panic!("no update") };
    assert_eq!(update.session_results[0].message.as_deref(), Some("hello"));
    assert!(events.next().await.is_none());
    assert!(
        transport.requests()[0].url.to_string().starts_with("https://stream-logs."),
        "{}",
        transport.requests()[0].url
    );
}

#[tokio::test]
async fn bedrock_converse_stream() {
    use bedrock::types::{ContentBlockDelta, ConverseStreamOutputShape as Event};
    let (session, transport) = answering(&[
        frame("event", "messageStart", br#"{"role":"assistant"}"#),
        frame("event", "contentBlockDelta", br#"{"contentBlockIndex":0,"delta":{"text":"Hel"},"p":"abcdef"}"#),
        frame("event", "ofTomorrow", br#"{"x":1}"#),
        frame("event", "messageStop", br#"{"stopReason":"end_turn"}"#),
        frame("exception", "modelStreamErrorException", br#"{"message":"m","originalStatusCode":500}"#),
    ]);
    let bedrock = session.connect_to(bedrock::BedrockRuntime);
    let mut events = bedrock.converse_stream("anthropic.model:0").await.unwrap().stream;
    assert!(matches!(events.next().await.unwrap().unwrap(), Event::MessageStart(_)));
    let Event::ContentBlockDelta(delta) = events.next().await.unwrap().unwrap() else { panic!("no delta") };
    assert_eq!(delta.delta, ContentBlockDelta::Text("Hel".into()));
    let Event::Unknown(unknown) = events.next().await.unwrap().unwrap() else { panic!("known") };
    assert_eq!((unknown.name(), unknown.value().as_bytes()), ("ofTomorrow", Some(&b"{\"x\":1}"[..])));
    let Event::MessageStop(stop) = events.next().await.unwrap().unwrap() else { panic!("no stop") };
    assert_eq!(stop.stop_reason, bedrock::types::StopReason::EndTurn);
    let error = events.next().await.unwrap().unwrap_err();
    let modeled = error.modeled::<bedrock::types::ModelStreamErrorException>().unwrap();
    assert_eq!(modeled.original_status_code, Some(500));
    assert!(transport.requests()[0].url.to_string().contains("/model/anthropic.model%3A0/converse-stream"));
}
