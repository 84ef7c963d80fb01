//! What is fuzzed: each function takes any bytes and must come back, without a panic and without taking more memory or
//! stack than its input warrants. What an outcome is does not matter, but that what was read can be written and read
//! again, to the same.
//!
//! `fuzz_targets/` gives each to libFuzzer. boto-core's tests include this file and call the same functions a bounded
//! number of times, so that they never rot.

use boto_core::{
    codec::{cbor, json},
    config::from_texts,
    endpoint::{self, Atlas, Params},
    event::frame::Decoder,
    http::HeaderMap,
    protocol::{self, Payload},
    value::Object,
    DateTime, Value,
};
use boto_model::{archive, document::Json, import, Protocol, Service};
use std::sync::{Arc, OnceLock};

/// A target: its name and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: &[Target] = &[
    ("json", json_answers),
    ("xml", xml_answers),
    ("cbor", cbor_answers),
    ("form", form_requests),
    ("events", event_frames),
    ("profiles", profiles),
    ("rules", rules),
    ("models", models),
    ("dates", dates),
];

/// Answers of the JSON protocols, and JSON without a model.
pub fn json_answers(data: &[u8]) {
    static SERVICES: OnceLock<[Arc<Service>; 2]> = OnceLock::new();
    let [dynamodb, lambda] = SERVICES.get_or_init(|| [open("dynamodb"), open("lambda")]);
    answer(dynamodb, "Query", Protocol::Json, data);
    answer(lambda, "GetFunction", Protocol::RestJson, data);
    if let Ok(value) = json::parse(data) {
        let text = json::to_text(&value);
        let again = json::parse(text.as_bytes()).map(|value| json::to_text(&value));
        assert_eq!(again.ok().as_deref(), Some(text.as_str()), "JSON that we wrote reads as we wrote it");
    }
}

/// Answers of the XML protocols.
pub fn xml_answers(data: &[u8]) {
    static SERVICES: OnceLock<[Arc<Service>; 3]> = OnceLock::new();
    let [s3, ec2, sns] = SERVICES.get_or_init(|| [open("s3"), open("ec2"), open("sns")]);
    answer(s3, "ListObjectsV2", Protocol::RestXml, data);
    answer(ec2, "DescribeInstances", Protocol::Ec2, data);
    answer(sns, "ListTopics", Protocol::Query, data);
}

/// Answers in CBOR, and CBOR without a model.
pub fn cbor_answers(data: &[u8]) {
    static SERVICE: OnceLock<Arc<Service>> = OnceLock::new();
    answer(SERVICE.get_or_init(|| open("cloudwatch")), "GetMetricData", Protocol::RpcV2Cbor, data);
    let _ = cbor::parse(data);
}

/// Requests as forms and in URLs, whose input is the JSON of the data.
pub fn form_requests(data: &[u8]) {
    static SERVICES: OnceLock<[Arc<Service>; 3]> = OnceLock::new();
    let [sns, ec2, s3] = SERVICES.get_or_init(|| [open("sns"), open("ec2"), open("s3")]);
    let Ok(Value::Map(input)) = json::parse(data) else { return };
    for (service, operation, protocol) in [
        (sns, "Publish", Protocol::Query),
        (ec2, "RunInstances", Protocol::Ec2),
        (s3, "PutObject", Protocol::RestXml),
        (s3, "PutBucketLifecycleConfiguration", Protocol::RestXml),
    ] {
        if let Some(operation) = service.operation(operation) {
            let _ = protocol::encode(service, operation, protocol, &input, &String::new);
        }
    }
}

/// Frames of event streams, whole and in two pieces.
pub fn event_frames(data: &[u8]) {
    let frames = |pieces: &[&[u8]]| {
        let (mut decoder, mut found) = (Decoder::default(), 0);
        for piece in pieces {
            decoder.feed(piece.to_vec().into());
            loop {
                let frame = match decoder.frame() {
                    Ok(Some(frame)) => frame,
                    Ok(None) => break,
                    // What comes after is not read any more.
                    Err(_) => return found,
                };
                let again = frame.encode().ok().and_then(|bytes| boto_core::event::Frame::decode(bytes).ok());
                assert!(again.is_some(), "a frame that was read can be written and read");
                found += 1;
            }
        }
        found
    };
    let middle = data.len() / 2;
    assert_eq!(frames(&[data]), frames(&[&data[..middle], &data[middle..]]), "pieces make no difference");
}

/// The files of profiles; a zero byte parts the two.
pub fn profiles(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (config, credentials) = text.split_once('\0').unwrap_or((text, text));
    if let Ok(found) = from_texts(Some(config), Some(credentials)) {
        for name in found.names() {
            let _ = found.profile(name).map(|profile| profile.names().len());
        }
    }
}

/// Endpoint rules, read and asked.
pub fn rules(data: &[u8]) {
    let Ok(document) = Json::parse(data) else { return };
    let Ok(rules) = import::rule_set(&document) else { return };
    let mut params = Params::new();
    for (name, text) in [("Region", "us-east-1"), ("Bucket", "a.b"), ("Endpoint", "https://x.test/y")] {
        params.set(name, text);
    }
    let _ = endpoint::resolve(&rules, Atlas::shared(), &params);
}

/// Models of either format, read, packed, and everything in them looked at.
pub fn models(data: &[u8]) {
    let Ok(packed) = import::document("fuzz", data) else { return };
    let Ok(service) = Service::open(packed) else { return };
    for index in 0..service.operation_count() {
        let operation = service.operation_at(index);
        for shape in operation.input.iter().chain(operation.output.iter()).chain(operation.errors.iter()) {
            let _ = service.shape(*shape).members().len();
        }
    }
}

/// Dates in any format.
pub fn dates(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Some(time) = DateTime::parse(text) {
        let again = DateTime::parse(&time.to_string());
        assert_eq!(again, Some(time), "a time that was read can be written and read");
    }
}

fn open(name: &str) -> Arc<Service> {
    match archive::open(name) {
        Some(service) => Arc::new(service),
        None => panic!("no {name} in the archive"),
    }
}

/// The data as an answer, and as an error.
fn answer(service: &Arc<Service>, operation: &str, protocol: Protocol, data: &[u8]) {
    let Some(operation) = service.operation(operation) else { panic!("no {operation}") };
    let headers = HeaderMap::new();
    let mut output = Object::default();
    let payload = Payload::Bytes(data.to_vec().into());
    let _ = protocol::decode(service, operation, protocol, 200, &headers, payload, &mut output);
    let _ = protocol::decode_fault(service, operation, protocol, 400, &headers, data);
}
