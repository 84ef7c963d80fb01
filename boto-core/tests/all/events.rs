//! Streams of events, typed and untyped, through the tables.

use boto_core::{
    body::ByteStream,
    error::ErrorKind,
    event::{self, EventCodec, EventReader, EventSource, EventStream, Frame, Header, HeaderValue},
    field::{Change, Field, Record, Special, View, ABSENT},
    protocol,
    value::Object,
    Map, Result, Value,
};
use boto_model::{document::Json, import::botocore, Protocol, Service};
use bytes::Bytes;
use std::sync::Arc;

const MODEL: &str = r#"{
  "version": "2.0",
  "metadata": {"protocol": "rest-json", "protocols": ["rest-json"], "apiVersion": "2020-01-01", "serviceId": "Talk",
    "endpointPrefix": "talk", "signatureVersion": "v4", "uid": "talk"},
  "operations": {"Converse": {"name": "Converse", "http": {"method": "POST", "requestUri": "/converse"},
    "input": {"shape": "In"}, "output": {"shape": "Out"}}},
  "shapes": {
    "In": {"type": "structure", "members": {"stream": {"shape": "Stream"}}, "payload": "stream"},
    "Out": {"type": "structure", "members": {"stream": {"shape": "Stream"}}, "payload": "stream"},
    "Stream": {"type": "structure", "eventstream": true, "members": {"word": {"shape": "Word"},
      "throttled": {"shape": "ThrottledException"}}},
    "Word": {"type": "structure", "event": true, "members": {"text": {"shape": "String"},
      "at": {"shape": "Time", "eventheader": true}}},
    "ThrottledException": {"type": "structure", "exception": true, "retryable": {"throttling": true},
      "members": {"message": {"shape": "String"}, "seconds": {"shape": "Int"}}},
    "String": {"type": "string"}, "Int": {"type": "integer"}, "Time": {"type": "timestamp"}}
}"#;

fn service() -> Arc<Service> {
    let model = Json::parse(MODEL.as_bytes()).unwrap();
    let packed = botocore::service("talk", &model, &botocore::Neighbours::default()).unwrap();
    Arc::new(Service::open(packed).unwrap())
}

pub fn codec() -> Arc<dyn EventCodec> {
    let service = service();
    let union = service.shape_named("Stream").unwrap();
    protocol::event::codec(&service, Protocol::RestJson, "Converse", union)
}

pub fn word(text: &str) -> Value {
    let word = Map::from([("text".to_owned(), Value::String(text.to_owned()))]);
    Value::Map(Object(Map::from([("word".to_owned(), Value::Map(Object(word)))])))
}

/// What an expansion makes of the union.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Talk {
    #[default]
    Nothing,
    Word(Word),
    Unknown(String, Value),
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct Word {
    pub text: Option<String>,
}

impl Record for Talk {
    fn get(&self, index: usize, _: &str) -> &dyn Field {
        match (self, index) {
            (Talk::Word(word), 0) => word,
            _ => &ABSENT,
        }
    }
    fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn Field {
        assert_eq!(index, 0);
        *self = Talk::Word(Word::default());
        match self {
            Talk::Word(word) => word,
            _ => unreachable!(),
        }
    }
    fn special_mut(&mut self) -> Option<&mut dyn Special> {
        Some(self)
    }
}

impl Special for Talk {
    fn put_unknown(&mut self, name: &str, value: Value) {
        *self = Talk::Unknown(name.to_owned(), value);
    }
}

impl Record for Word {
    fn get(&self, index: usize, _: &str) -> &dyn Field {
        if index == 0 {
            &self.text
        } else {
            &ABSENT
        }
    }
    fn get_mut(&mut self, index: usize, _: &str) -> &mut dyn Field {
        assert_eq!(index, 0);
        &mut self.text
    }
}

fn message(kind: &str, name: &str, payload: &'static str) -> Frame {
    let headers = vec![Header::text(":message-type", kind), Header::text(&format!(":{kind}-type"), name)];
    Frame { headers, payload: Bytes::from_static(payload.as_bytes()) }
}

fn body(frames: &[Frame]) -> ByteStream {
    let bytes: Vec<u8> = frames.iter().flat_map(|f| f.encode().unwrap().to_vec()).collect();
    // In small pieces, as networks deliver it.
    ByteStream::from_reader(Pieces(bytes, 0), None)
}

struct Pieces(Vec<u8>, usize);

impl tokio::io::AsyncRead for Pieces {
    fn poll_read(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
        buffer: &mut tokio::io::ReadBuf<'_>,
    ) -> std::task::Poll<std::io::Result<()>> {
        let end = self.0.len().min(self.1 + 5);
        buffer.put_slice(&self.0[self.1..end]);
        self.1 = end;
        std::task::Poll::Ready(Ok(()))
    }
}

#[tokio::test]
async fn what_is_sent_can_be_read_typed_and_untyped() {
    let sent = [Talk::Word(Word { text: Some("hello".into()) }), Talk::Word(Word { text: None })];
    let (sender, stream) = EventStream::<Talk>::channel(4);
    let View::Events(source) = stream.view() else { panic!("an input holds events to send") };
    let encoded = event::encode(Some(source.clone()), codec(), None).unwrap();
    for event in sent.clone() {
        sender.send(event).await.unwrap();
    }
    drop(sender);
    let bytes = encoded.collect().await.unwrap();

    let mut typed = EventStream::<Talk>::default();
    typed.change(&mut Change::Events(EventReader::new(ByteStream::from(bytes.clone()), codec()))).unwrap();
    assert_eq!(typed.next().await.unwrap().unwrap(), sent[0]);
    assert_eq!(typed.next().await.unwrap().unwrap(), sent[1]);
    assert!(typed.next().await.is_none());

    let mut untyped = EventReader::new(ByteStream::from(bytes), codec());
    assert_eq!(untyped.next().await.unwrap().unwrap(), word("hello"));
    drop(stream);
}

#[tokio::test]
async fn headers_and_values_travel_untyped() {
    let mut event = word("hi");
    let Value::Map(Object(map)) = &mut event else { unreachable!() };
    let Some(Value::Map(Object(members))) = map.get_mut("word") else { unreachable!() };
    members.insert("at".into(), Value::Time(boto_core::DateTime::from_parts(-1, 250_000_000)));
    let list = [event.clone()];
    let source = EventSource::replayable(move || Items(list.to_vec()));
    let encoded = event::encode(Some(source), codec(), None).unwrap();
    assert!(encoded.can_replay());
    for _ in 0..2 {
        let bytes = encoded.clone().collect().await.unwrap();
        let frame = Frame::decode(bytes.clone()).unwrap();
        assert_eq!(frame.header("at"), Some(&HeaderValue::Timestamp(-750)));
        assert_eq!(frame.text(":content-type"), Some("application/json"));
        assert_eq!(frame.payload, r#"{"text":"hi"}"#);
        assert_eq!(EventReader::new(ByteStream::from(bytes), codec()).next().await.unwrap().unwrap(), event);
    }
}

struct Items(Vec<Value>);

impl futures_core::Stream for Items {
    type Item = Value;
    fn poll_next(mut self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Option<Value>> {
        std::task::Poll::Ready(self.0.pop())
    }
}

async fn all(frames: &[Frame]) -> Vec<Result<Talk>> {
    let mut stream = EventStream::<Talk>::from(EventReader::new(body(frames), codec()));
    let mut found = Vec::new();
    while let Some(event) = stream.next().await {
        found.push(event);
    }
    found
}

#[tokio::test]
async fn unknown_events_are_kept_and_exceptions_end_the_stream() {
    let frames = [
        message("event", "word", r#"{"text":"a"}"#),
        message("event", "novelty", "??"),
        message("exception", "throttled", r#"{"message":"slow down","seconds":3}"#),
        message("event", "word", "{}"),
    ];
    let found = all(&frames).await;
    assert_eq!(found.len(), 3);
    assert_eq!(found[0].as_ref().unwrap(), &Talk::Word(Word { text: Some("a".into()) }));
    assert_eq!(found[1].as_ref().unwrap(), &Talk::Unknown("novelty".into(), Value::Blob(Bytes::from_static(b"??"))));
    let error = found[2].as_ref().unwrap_err();
    assert_eq!(error.to_string(), "talk Converse: ThrottledException: slow down");
    assert_eq!((error.kind(), error.is_retryable(), error.is_throttling()), (ErrorKind::Service, true, true));
    assert_eq!(error.fields().0["seconds"], Value::Int(3));
}

#[tokio::test]
async fn errors_without_a_model_and_broken_streams_say_so() {
    let mut error = message("error", "", "");
    error.headers.push(Header::text(":error-code", "InternalError"));
    error.headers.push(Header::text(":error-message", "oops"));
    assert_eq!(all(&[error]).await[0].as_ref().unwrap_err().to_string(), "talk Converse: InternalError: oops");

    let nameless = Frame { headers: vec![Header::text(":message-type", "event")], payload: Bytes::new() };
    let bad = all(&[nameless]).await;
    assert_eq!(bad[0].as_ref().unwrap_err().kind(), ErrorKind::Decode);

    let garbled = all(&[message("event", "word", "{")]).await;
    assert_eq!(garbled[0].as_ref().unwrap_err().kind(), ErrorKind::Decode);

    let cut = message("event", "word", "{}").encode().unwrap();
    let cut = ByteStream::from(cut.slice(..cut.len() - 3));
    let mut stream = EventStream::<Talk>::from(EventReader::new(cut, codec()));
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "talk Converse: event stream ends within an event");
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn what_is_no_event_is_not_sent() {
    let two = Value::Map(Object(Map::from([
        ("word".to_owned(), Value::Map(Object::default())),
        ("throttled".to_owned(), Value::Map(Object::default())),
    ])));
    let other = Value::Map(Object(Map::from([("wrod".to_owned(), Value::Map(Object::default()))])));
    for (value, expected) in [
        (two, "both word and throttled"),
        (other, "no event wrod"),
        (Value::Map(Object::default()), "has none"),
        (Value::Int(1), "must be a map"),
    ] {
        let source = EventSource::from_stream(Items(vec![value]));
        let error = event::encode(Some(source), codec(), None).unwrap().collect().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Validation);
        assert!(error.to_string().contains(expected), "{error}");
    }
}
