//! `eventstream-protocol`: whole exchanges with event streams, events written and read through the tables.

use super::{
    case::{self, answer, same, value},
    eventstream::{base64, value as header_value},
    json::{list, text},
    Report,
};
use boto_core::{
    body::ByteStream,
    event::{EventReader, EventSource, Frame, HeaderValue},
    http::{HeaderMap, Request},
    protocol::{self, Payload},
    value::Object,
    Error, Value,
};
use boto_model::{Operation, Protocol, Service, Traits};
use serde_json::{json, Value as Json};
use std::{collections::BTreeMap, sync::Arc};

/// Runs the suite.
pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().build() else { return };
    for file in report.files() {
        for case in report.cases(&file) {
            report.case(text(&case["id"]), runtime.block_on(one(&case)));
        }
    }
}

const DEVIATIONS: &[(&str, &str)] = &[];

struct Case<'a> {
    json: &'a Json,
    service: Arc<Service>,
    operation: &'a Operation,
    protocol: Protocol,
}

async fn one(json: &Json) -> Result<(), String> {
    let service = case::service(&json["model"])?;
    let tables = service.clone();
    let operation = tables.operation(text(&json["operation"])).ok_or("no such operation")?;
    let protocol = Protocol::from_name(text(&json["protocol"])).ok_or("no such protocol")?;
    let case = Case { json, service, operation, protocol };
    let of = |kind: &'static str| list(&json["events"]).filter(move |event| event["type"] == kind);
    if json["initial_request"].is_object() || of("request").next().is_some() {
        case.request(&of("request").collect::<Vec<_>>()).await?;
    }
    let wants_answer = json["initial_response"].is_object() || of("response").next().is_some();
    let outcome = if wants_answer { case.response(&of("response").collect::<Vec<_>>()).await } else { Ok(Ok(())) };
    match (outcome?, text(&json["expect"])) {
        (Ok(()), "success") => Ok(()),
        (Err(error), "success") => Err(error.to_string()),
        (Ok(()), _) => Err("no error".to_owned()),
        (Err(error), _) => match json["expect_error"].as_str() {
            Some(name) => same("error", error.code(), Some(name)),
            None => Ok(()),
        },
    }
}

impl Case<'_> {
    /// Writes the events of the request.
    async fn request(&self, events: &[&Json]) -> Result<(), String> {
        let union = self.union(self.operation.input)?;
        let values: Vec<Value> = events.iter().map(|e| value::input(&self.service, union.1, &e["params"])).collect();
        let mut input = match (&self.json["initial_request_params"], self.operation.input) {
            (params @ Json::Object(_), Some(shape)) => match value::input(&self.service, shape, params) {
                Value::Map(object) => object,
                _ => Object::default(),
            },
            _ => Object::default(),
        };
        let source = EventSource::from_stream(Items(values.into_iter()));
        input.0.insert(union.0, Value::Events(EventReader::from(source)));
        let encoded = protocol::encode(&self.service, self.operation, self.protocol, &input, &String::new)
            .map_err(|e| e.to_string())?;
        self.initial_request(&encoded.request)?;
        let mut bytes = encoded.request.body.collect().await.map_err(|e| e.to_string())?;
        for event in events {
            if bytes.len() < 4 {
                return Err("too few events".to_owned());
            }
            let length = u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize;
            let frame = Frame::decode(bytes.split_to(length)).map_err(|e| e.to_string())?;
            compare(&frame, event)?;
        }
        same("events behind the last", bytes.len(), 0)
    }

    fn initial_request(&self, request: &Request) -> Result<(), String> {
        let want = &self.json["initial_request"];
        if !want.is_object() {
            return Ok(());
        }
        same("method", request.method.as_str(), text(&want["method"]))?;
        same("uri", &*request.url.path, text(&want["uri"]))?;
        for (name, value) in want["headers"].as_object().into_iter().flatten() {
            let got = request.headers.get(name.as_str()).and_then(|v| v.to_str().ok());
            same(name, got, value.as_str())?;
        }
        Ok(())
    }

    /// Reads the answer and its events. The inner error is the service's or that of reading.
    async fn response(&self, events: &[&Json]) -> Result<Result<(), Error>, String> {
        let initial = &self.json["initial_response"];
        let status = initial["code"].as_u64().unwrap_or(200) as u16;
        if status >= 300 {
            let answered = answer::untyped(
                &self.service,
                self.operation,
                self.protocol,
                &json!({"status": status, "headers": initial["headers"], "body": initial["body"]}),
            );
            return Ok(answered.map(drop));
        }
        let (name, shape) = self.union(self.operation.output)?;
        let mut bytes = Vec::new();
        for event in events {
            bytes.extend(base64(&event["bytes"])?);
        }
        let mut headers = HeaderMap::new();
        for (name, value) in initial["headers"].as_object().into_iter().flatten() {
            let name = name.parse::<boto_core::http::HeaderName>().map_err(|e| e.to_string())?;
            headers.insert(name, text(value).parse().map_err(|_| "not a header value")?);
        }
        let mut output = Object::default();
        let payload = Payload::Stream(ByteStream::from(bytes));
        let decoded =
            protocol::decode(&self.service, self.operation, self.protocol, status, &headers, payload, &mut output);
        if let Err(error) = decoded {
            return Ok(Err(error));
        }
        let Some(Value::Events(mut reader)) = output.0.remove(&name) else {
            return Err("the output has no events".to_owned());
        };
        let want = &self.json["initial_response_params"];
        if want.is_object() {
            answer::output(&self.service, self.operation, &output, want)?;
        } else if let Some(missing) = self.missing(&output) {
            return Ok(Err(missing));
        }
        for event in events {
            let got = match reader.next().await {
                Some(Ok(got)) => value::output(&self.service, shape, &got),
                Some(Err(error)) => return Ok(Err(error)),
                None => return Err("too few events".to_owned()),
            };
            if !value::equal(&got, &event["params"]) {
                return Err(format!("got {got}, want {}", event["params"]));
            }
        }
        match reader.next().await {
            None => Ok(Ok(())),
            Some(more) => Err(format!("an event too many: {more:?}")),
        }
    }

    /// The member that streams events, and their union.
    fn union(&self, shape: Option<boto_model::ShapeId>) -> Result<(String, boto_model::ShapeId), String> {
        let structure = shape.and_then(|id| self.service.shape(id).structure()).ok_or("no structure")?;
        let (_, member) = protocol::events_of(&self.service, structure).ok_or("no events")?;
        Ok((member.name.to_string(), member.target))
    }

    /// Our reader gives absent members as absent, required or not, since services leave some out; who wants to know
    /// asks the output.
    fn missing(&self, output: &Object) -> Option<Error> {
        let structure = self.operation.output.and_then(|id| self.service.shape(id).structure())?;
        let events = protocol::events_of(&self.service, structure).map(|(index, _)| index);
        let mut members = structure.members.iter().enumerate().filter(|(i, _)| Some(*i) != events);
        let (_, member) = members.find(|(_, m)| m.traits.has(Traits::REQUIRED) && !output.0.contains_key(&m.name))?;
        Some(Error::new(boto_core::ErrorKind::Decode, format!("{} is missing", member.name)))
    }
}

/// Compares a frame of ours: headers as a set, the payload by its meaning.
fn compare(frame: &Frame, event: &Json) -> Result<(), String> {
    let got: BTreeMap<&str, &HeaderValue> = frame.headers.iter().map(|h| (&*h.name, &h.value)).collect();
    let mut want = BTreeMap::new();
    for (name, typed) in event["headers"].as_object().into_iter().flatten() {
        let (kind, json) = typed.as_object().and_then(|o| o.iter().next()).ok_or("a header without type")?;
        want.insert(name.as_str(), header_value(kind, json)?);
    }
    same("headers", got.clone(), want.iter().map(|(name, value)| (*name, value)).collect())?;
    for name in list(&event["requireHeaders"]) {
        same("has required header", got.contains_key(text(name)), true)?;
    }
    for name in list(&event["forbidHeaders"]) {
        same("has forbidden header", got.contains_key(text(name)), false)?;
    }
    let given = text(&event["body"]);
    if text(&event["bodyMediaType"]).ends_with("json") {
        let parse = |bytes: &[u8]| serde_json::from_slice::<Json>(bytes).map_err(|e| e.to_string());
        return same("payload", parse(&frame.payload)?, parse(given.as_bytes())?);
    }
    same("payload", &frame.payload[..], given.as_bytes())
}

/// A list as a stream.
struct Items(std::vec::IntoIter<Value>);

impl futures_core::Stream for Items {
    type Item = Value;

    fn poll_next(mut self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Option<Value>> {
        std::task::Poll::Ready(self.0.next())
    }
}
