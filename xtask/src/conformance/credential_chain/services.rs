//! Scripted services: HTTP in the order of a script, and calls to AWS that always get the same answer.

use boto_core::{
    credentials::{Caller, NestedCall},
    http::{Request, Response, Timeouts, Transport, TransportError, TransportErrorKind},
    value::Object,
    BoxFuture, ByteStream, Error, ErrorKind, Value,
};
use serde_json::Value as Json;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

/// Answers in the order of its script; what the script does not know is not found, as on a real server.
#[derive(Debug, Default)]
pub struct Script {
    steps: Mutex<VecDeque<Step>>,
    /// Whether every metadata token is granted without a step.
    tokens: bool,
    pub seen: Mutex<Vec<Request>>,
    /// What was asked that the script does not know.
    pub surprises: Mutex<Vec<String>>,
}

#[derive(Debug)]
pub struct Step {
    pub method: String,
    /// Scheme, host and path.
    pub url: String,
    pub answer: Option<(u16, String)>,
}

impl Script {
    pub fn of(steps: impl IntoIterator<Item = Step>, tokens: bool) -> Arc<Script> {
        Arc::new(Script { steps: Mutex::new(steps.into_iter().collect()), tokens, ..Script::default() })
    }

    fn answer(&self, request: &Request) -> Result<Response, TransportError> {
        let respond =
            |status, body: String| Ok(Response { status, headers: Default::default(), body: ByteStream::from(body) });
        if self.tokens && request.method == "PUT" {
            return respond(200, "token".to_owned());
        }
        let url = format!("{}://{}{}", request.url.scheme, request.url.authority, request.url.path);
        let mut steps = self.steps.lock().unwrap_or_else(PoisonError::into_inner);
        let fits =
            |s: &Step| s.method == request.method.as_str() && s.url.trim_end_matches('/') == url.trim_end_matches('/');
        match steps.front() {
            Some(step) if fits(step) => match steps.pop_front().and_then(|s| s.answer) {
                Some((status, body)) => respond(status, body),
                None => Err(TransportError { kind: TransportErrorKind::Broken, message: "io error".to_owned() }),
            },
            _ => {
                let mut surprises = self.surprises.lock().unwrap_or_else(PoisonError::into_inner);
                surprises.push(format!("{} {url}", request.method));
                respond(404, String::new())
            }
        }
    }

    pub fn left(&self) -> Result<(), String> {
        match self.steps.lock().unwrap_or_else(PoisonError::into_inner).front() {
            Some(step) => Err(format!("never asked: {} {}", step.method, step.url)),
            None => Ok(()),
        }
    }
}

impl Transport for Script {
    fn send(&self, request: Request, _: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>> {
        let answer = self.answer(&request);
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        Box::pin(async { answer })
    }
}

/// Answers every call with the same output, or refuses.
#[derive(Debug)]
pub struct Fixed {
    output: Option<Json>,
    pub seen: Mutex<Vec<NestedCall>>,
}

impl Fixed {
    pub fn new(output: Option<Json>) -> Arc<Fixed> {
        Arc::new(Fixed { output, seen: Mutex::default() })
    }
}

impl Caller for Fixed {
    fn call(&self, call: NestedCall) -> BoxFuture<'_, Result<Object, Error>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).push(call);
        Box::pin(async {
            match self.output.as_ref().map(value) {
                Some(Value::Map(output)) => Ok(output),
                _ => Err(Error::new(ErrorKind::Service, "refused").with_code("InvalidGrantException")),
            }
        })
    }
}

pub fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(b) => Value::Bool(*b),
        Json::Number(n) => n.as_i64().map_or(Value::Null, Value::Int),
        Json::String(s) => Value::String(s.clone()),
        Json::Array(list) => Value::List(list.iter().map(value).collect()),
        Json::Object(map) => Value::Map(Object(map.iter().map(|(k, v)| (k.clone(), value(v))).collect())),
    }
}
