//! Whole calls with bodies and events that stream, over a transport without a network.

use boto_core::{
    body::ByteStream,
    event::{frame::Decoder, EventReader, EventSource, Frame, Header, HeaderValue},
    host::System,
    http::{fake::FakeTransport, HeaderMap, HeaderValue as Text},
    session::Session,
    sign::{stream::Chain, Keys, Signing},
    value::Object,
    Credentials, Value,
};
use boto_model::{document::Json, import::botocore, Service};
use bytes::Bytes;
use std::sync::Arc;

const TALK: &str = r#"{
  "version": "2.0",
  "metadata": {"protocol": "json", "protocols": ["json"], "jsonVersion": "1.1", "targetPrefix": "Talk",
    "apiVersion": "2020-01-01", "serviceId": "Talk", "endpointPrefix": "talk", "signatureVersion": "v4", "uid": "talk"},
  "operations": {"Converse": {"name": "Converse", "http": {"method": "POST", "requestUri": "/"},
    "input": {"shape": "Exchange"}, "output": {"shape": "Exchange"}}},
  "shapes": {
    "Exchange": {"type": "structure", "members": {"topic": {"shape": "String"}, "stream": {"shape": "Stream"}}},
    "Stream": {"type": "structure", "eventstream": true, "members": {"word": {"shape": "Word"}}},
    "Word": {"type": "structure", "event": true, "members": {"text": {"shape": "String"}}},
    "String": {"type": "string"}}
}"#;

const STORE: &str = r#"{
  "version": "2.0",
  "metadata": {"protocol": "rest-xml", "protocols": ["rest-xml"], "apiVersion": "2020-01-01", "serviceId": "S3",
    "endpointPrefix": "s3", "signatureVersion": "s3", "uid": "store"},
  "operations": {"Put": {"name": "Put", "http": {"method": "PUT", "requestUri": "/key"}, "input": {"shape": "PutInput"},
    "httpChecksum": {"requestAlgorithmMember": "Algorithm"}}},
  "shapes": {
    "PutInput": {"type": "structure", "payload": "Body", "members": {"Body": {"shape": "Blob", "streaming": true},
      "Algorithm": {"shape": "String", "location": "header", "locationName": "x-amz-sdk-checksum-algorithm"}}},
    "Blob": {"type": "blob", "streaming": true}, "String": {"type": "string"}}
}"#;

fn session(name: &str, model: &str, transport: &FakeTransport) -> Session {
    let model = Json::parse(model.as_bytes()).unwrap();
    let packed = botocore::service(name, &model, &botocore::Neighbours::default()).unwrap();
    let session = Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .endpoint_url("http://server.test:81")
        .host(Arc::new(System))
        .transport(Arc::new(transport.clone()))
        .build();
    session.add_service(Arc::new(Service::open(packed).unwrap()));
    session
}

fn object(entries: &[(&str, Value)]) -> Value {
    Value::Map(Object(entries.iter().map(|(n, v)| ((*n).to_owned(), v.clone())).collect()))
}

fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn event(name: &str, payload: &str) -> Frame {
    let headers = vec![Header::text(":message-type", "event"), Header::text(":event-type", name)];
    Frame { headers, payload: Bytes::copy_from_slice(payload.as_bytes()) }
}

/// The signature that the request's header ends with.
fn seed(headers: &HeaderMap) -> String {
    let authorization = headers["authorization"].to_str().unwrap();
    authorization.rsplit_once("Signature=").unwrap().1.to_owned()
}

fn chain<'a>(credentials: &'a Credentials, keys: &'a Keys, service: &'a str, headers: &HeaderMap) -> Chain {
    let stamp = headers["x-amz-date"].to_str().unwrap();
    let time = boto_core::DateTime::parse(&format!(
        "{}-{}-{}T{}:{}:{}Z",
        &stamp[..4],
        &stamp[4..6],
        &stamp[6..8],
        &stamp[9..11],
        &stamp[11..13],
        &stamp[13..15]
    ));
    let signing = Signing::new(credentials, keys, "us-east-1", service, time.unwrap(), b"");
    Chain::with_seed(&signing, &seed(headers))
}

#[tokio::test]
async fn events_are_signed_and_the_first_ones_carry_the_other_members() {
    let transport = FakeTransport::new();
    let answer = [event("initial-response", r#"{"topic":"tea"}"#), event("word", r#"{"text":"hot"}"#)];
    let bytes: Vec<u8> = answer.iter().flat_map(|f| f.encode().unwrap().to_vec()).collect();
    transport.answer(200, &[("content-type", "application/vnd.amazon.eventstream")], bytes);
    let talk = session("talk", TALK, &transport).connect_to("talk").unwrap();

    let (sender, source) = EventSource::channel::<Value>(4);
    sender.send(object(&[("word", object(&[("text", string("green"))]))])).await.unwrap();
    drop(sender);
    let output = talk
        .call("Converse")
        .param("topic", string("tea?"))
        .param("stream", Value::Events(EventReader::from(source)))
        .await
        .unwrap();
    let Value::Map(Object(mut members)) = output else { panic!("no structure") };
    assert_eq!(members["topic"], string("tea"));
    let Some(Value::Events(mut events)) = members.remove("stream") else { panic!("no events") };
    let word = events.next().await.unwrap().unwrap();
    assert_eq!(word, object(&[("word", object(&[("text", string("hot"))]))]));
    assert!(events.next().await.is_none());

    let sent = transport.requests().pop().unwrap();
    assert_eq!(sent.headers["x-amz-content-sha256"], "STREAMING-AWS4-HMAC-SHA256-EVENTS");
    let (credentials, keys) = (Credentials::new("AKID", "secret", None), Keys::new());
    let mut chain = chain(&credentials, &keys, "talk", &sent.headers);
    let mut decoder = Decoder::default();
    decoder.feed(sent.body);
    for expected in [Some(r#"{"topic":"tea?"}"#), Some(r#"{"text":"green"}"#), None] {
        let outer = decoder.frame().unwrap().unwrap();
        let Some(HeaderValue::Timestamp(millis)) = outer.header(":date") else { panic!("no date") };
        let time = boto_core::DateTime::from_parts(millis / 1000, 0);
        let headers = Frame::encode_headers(&outer.headers[..1]).unwrap();
        let signature = chain.event(time, &headers, &outer.payload).to_owned();
        assert_eq!(outer.header(":chunk-signature").unwrap().to_string(), signature);
        match expected {
            Some(payload) => assert_eq!(Frame::decode(outer.payload).unwrap().payload, payload),
            None => assert!(outer.payload.is_empty()),
        }
    }
    assert!(decoder.is_empty());
}

#[tokio::test]
async fn a_stream_that_can_be_read_once_is_signed_chunk_by_chunk() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], "");
    let store = session("s3", STORE, &transport).connect_to("s3").unwrap();
    let body = ByteStream::from_reader(std::io::Cursor::new(b"hello world"), Some(11));
    store.call("Put").param("Body", Value::Stream(body)).param("Algorithm", string("CRC32")).await.unwrap();

    let sent = transport.requests().pop().unwrap();
    let header = |name: &str| sent.headers.get(name).map(|v: &Text| v.to_str().unwrap().to_owned());
    assert_eq!(header("x-amz-content-sha256").unwrap(), "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
    assert_eq!(header("x-amz-decoded-content-length").unwrap(), "11");
    assert_eq!(header("x-amz-trailer").unwrap(), "x-amz-checksum-crc32");
    let (credentials, keys) = (Credentials::new("AKID", "secret", None), Keys::new());
    let mut chain = chain(&credentials, &keys, "s3", &sent.headers);
    let first = chain.chunk(b"hello world").to_owned();
    let last = chain.chunk(b"").to_owned();
    let trailer = chain.trailer(b"x-amz-checksum-crc32:DUoRhQ==\n").to_owned();
    let expected = format!(
        "b;chunk-signature={first}\r\nhello world\r\n0;chunk-signature={last}\r\n\
         x-amz-checksum-crc32:DUoRhQ==\r\nx-amz-trailer-signature:{trailer}\r\n\r\n"
    );
    assert_eq!(sent.body, expected);
}

#[tokio::test]
async fn a_body_that_is_spent_is_not_sent_again() {
    let transport = FakeTransport::new();
    transport.fail(boto_core::http::TransportErrorKind::Connect, "refused");
    transport.answer(200, &[], "");
    let store = session("s3", STORE, &transport).connect_to("s3").unwrap();
    let body = ByteStream::from_reader(std::io::Cursor::new(b"hello"), Some(5));
    // The fake reads every body, as a server does that then hangs up.
    let error = store.call("Put").param("Body", Value::Stream(body)).await.unwrap_err();
    assert!(error.to_string().contains("can be sent only once"), "{error}");
    assert_eq!(transport.requests().len(), 1);
}
