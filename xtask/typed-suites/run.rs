//! The suites through both faces. `cargo xtask suites` writes a crate around this file, whose models are those of the
//! suites, expanded by `service!`.

use crate::case::{self, answer, request};
use boto_core::{
    customize::Overlay,
    error::Modeled,
    field::Record,
    http::Response,
    protocol::{self, Encoded},
    value::Object,
    Connection, DateTime, Error, Session, Value,
};
use boto_model::{Kind, Protocol, Service, ShapeId};
use serde::{de::DeserializeOwned, Serialize};
use serde_json::{json, Value as Json};
use std::sync::Arc;

/// What `service!` made of one operation of one model.
pub struct Operation {
    pub model: usize,
    pub name: &'static str,
    pub tables: fn() -> Arc<Service>,
    pub encode: fn(&Json, &Arc<Service>) -> Result<Encoded, String>,
    pub decode: fn(&Json, &Arc<Service>) -> Result<Object, Error>,
}

/// What it made of one error.
pub struct Fault {
    pub model: usize,
    pub read: fn(&Error) -> Option<Object>,
}

/// Runs every case of the file named by the first argument; prints one line of JSON for each.
pub fn main(operations: &[Operation], faults: &[Fault]) {
    let file = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"));
    for line in text.lines() {
        let case: Json = serde_json::from_str(line).expect("the command writes JSON");
        let told = |outcome: Result<(), String>| outcome.err().map_or(Json::Null, Json::String);
        let (untyped, typed) = (told(untyped(&case)), told(typed(&case, operations, faults)));
        println!("{}", json!({ "id": case["id"], "untyped": untyped, "typed": typed }));
    }
}

fn protocol_of(case: &Json) -> Option<Protocol> {
    case["protocol"].as_str().and_then(Protocol::from_name)
}

fn untyped(case: &Json) -> Result<(), String> {
    let service = case::service(&case["model"])?;
    if case["response"].is_null() {
        return request::compare(case, &request::encode(case, &service)?, protocol_of(case));
    }
    let name = case["operation"].as_str().unwrap_or_default();
    let operation = service.operation(name).ok_or("no such operation")?;
    let protocol = protocol_of(case).ok_or("no protocol")?;
    let got = match protocol::has_initial_response(&service, operation, protocol) {
        // Only the pipeline takes the first event for what it is.
        true => interpreted(case, &service, protocol),
        false => answer::untyped(&service, operation, protocol, &case["response"]),
    };
    answer::compare(case, &service, operation, got.and_then(drained))
}

fn interpreted(case: &Json, service: &Arc<Service>, protocol: Protocol) -> Result<Object, Error> {
    let session = Session::builder().region("us-east-1").anonymous().build();
    let connection = Connection::from_table(&session, Arc::clone(service)).with_protocol(protocol);
    let response = Response {
        status: case["response"]["status"].as_u64().unwrap_or(200) as u16,
        headers: Default::default(),
        body: case::bytes(&case["response"]["body"]).into(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    match runtime.block_on(connection.interpret(case["operation"].as_str().unwrap_or_default(), response))?.0 {
        Value::Map(object) => Ok(object),
        _ => Ok(Object::default()),
    }
}

/// Reads streams of events to their end.
fn drained(mut output: Object) -> Result<Object, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    for value in output.0.values_mut() {
        if let Value::Events(events) = value {
            let mut list = Vec::new();
            while let Some(event) = runtime.block_on(events.next()) {
                list.push(event?);
            }
            *value = Value::List(list);
        }
    }
    Ok(output)
}

fn typed(case: &Json, operations: &[Operation], faults: &[Fault]) -> Result<(), String> {
    let (model, name) = (case["model_number"].as_u64(), case["operation"].as_str().unwrap_or_default());
    let model = model.ok_or("no model")? as usize;
    let face = operations.iter().find(|o| o.model == model && o.name == name).ok_or("not expanded")?;
    let service = (face.tables)();
    if case["response"].is_null() {
        return request::compare(case, &(face.encode)(case, &service)?, protocol_of(case));
    }
    let operation = service.operation(name).ok_or("no such operation")?;
    let got = (face.decode)(case, &service);
    if let (Err(error), Json::Object(want)) = (&got, &case["expect"]["error"]["members"]) {
        let typed = faults.iter().filter(|f| f.model == model).find_map(|fault| (fault.read)(error));
        if let (Some(fields), false) = (&typed, want.is_empty()) {
            let fields = Value::Map(fields.clone());
            answer::members(&service, operation, error, &fields, &case["expect"]["error"]["members"])?;
        }
    }
    answer::compare(case, &service, operation, got)
}

/// The request of a typed input, which serde fills.
pub fn encode<I: Record + DeserializeOwned>(case: &Json, service: &Arc<Service>) -> Result<Encoded, String> {
    let params = request::params(case, service)?;
    let input: I = params.to().map_err(|e| format!("into the input: {e}"))?;
    let operation = service.operation(case["operation"].as_str().unwrap_or_default()).ok_or("no such operation")?;
    let members = operation.input.map_or(&[][..], |id| service.shape(id).members());
    let mut record = Overlay::new(&input, members);
    // Typed lists are empty unless set; that one is to be sent nevertheless is what `Call::param` says.
    for (name, value) in params.as_object().into_iter().flat_map(|object| object.iter()) {
        if is_empty(value) {
            record.set(name, value.clone());
        }
    }
    request::encode_record(case, service, record.record())
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::List(list) => list.is_empty(),
        Value::Map(object) => object.is_empty(),
        _ => false,
    }
}

/// The typed output of an answer, as serde tells it.
pub fn decode<O: Record + Serialize + Default>(case: &Json, service: &Arc<Service>) -> Result<Object, Error> {
    let name = case["operation"].as_str().unwrap_or_default();
    let (operation, protocol) = (service.operation(name), protocol_of(case));
    let (operation, protocol) = operation.zip(protocol).expect("the untyped face found both");
    let mut output = O::default();
    answer::read(service, operation, protocol, &case["response"], &mut output)?;
    let mut told = object(&output);
    // A typed list or map that is not there is empty.
    for (name, value) in case["expect"]["output"].as_object().into_iter().flatten() {
        if value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(serde_json::Map::is_empty) {
            let empty = if value.is_array() { Value::List(Vec::new()) } else { Value::Map(Object::default()) };
            if !told.0.contains_key(name) {
                told.0.insert(name.clone(), empty);
            }
        }
    }
    let told = Value::Map(told);
    Ok(match operation.output.map(|shape| by_table(service, shape, told.clone())).unwrap_or(told) {
        Value::Map(object) => object,
        _ => Object::default(),
    })
}

/// What serde tells in JSON's terms, in those of the tables: bytes, instants, short floats.
fn by_table(service: &Service, shape: ShapeId, value: Value) -> Value {
    match (&service.shape(shape).kind, value) {
        (Kind::Structure(s), Value::Map(object)) => Value::Map(Object(
            object
                .0
                .into_iter()
                .map(|(name, value)| {
                    let member = s.members.iter().find(|m| *m.name == *name);
                    let value = match member {
                        Some(member) => by_table(service, member.target, value),
                        None => value,
                    };
                    (name, value)
                })
                .collect(),
        )),
        (Kind::List { member, .. }, Value::List(list)) => {
            Value::List(list.into_iter().map(|v| by_table(service, member.target, v)).collect())
        }
        (Kind::Map { value: member, .. }, Value::Map(object)) => Value::Map(Object(
            object.0.into_iter().map(|(k, v)| (k, by_table(service, member.target, v))).collect(),
        )),
        (Kind::Blob { .. }, Value::String(text)) => {
            Value::Blob(boto_core::codec::text::unbase64(&text).expect("base64").into())
        }
        (Kind::Timestamp, Value::String(text)) => Value::Time(DateTime::parse(&text).expect("a time")),
        (Kind::Float, Value::Float(f)) => Value::Float((f as f32).to_string().parse().expect("a float")),
        (_, value) => value,
    }
}

/// A typed error.
pub fn fault<T: Modeled + Serialize>(error: &Error) -> Option<Object> {
    error.modeled::<T>().map(|fault| object(&fault))
}

fn object(typed: &impl Serialize) -> Object {
    match boto_core::value::to_value(typed) {
        Ok(Value::Map(object)) => object,
        other => panic!("a structure is a map: {other:?}"),
    }
}
