//! What would be sent.

use super::{
    json::{fault, fault_of, flag, get, header_list, inner, object, string, text, time},
    world::World,
};
use base64::{engine::general_purpose::STANDARD, Engine};
use boto_core::{
    event::{EventReader, EventSource},
    http::Request,
    protocol,
    value::Object,
    Error, Value,
};
use boto_model::{Operation, Service};

pub fn answer(world: &mut World, question: &Object, line: &[u8]) -> Result<Object, Value> {
    let config = inner(question, "config");
    let connection = world.connection(question, line)?;
    world.at(time(config, "time"));
    let operation = text(question, "operation").ok_or_else(|| fault("input", "operation: required"))?;
    let mut call = connection.call(operation.to_owned());
    if let Some(Value::Map(params)) = get(question, "params") {
        call.input_mut().clone_from(params);
        let service = world.service(question, line)?;
        if let Some(name) = service.operation(operation).and_then(|o| events_of(&service, o)) {
            stream(call.input_mut(), name);
        }
    }
    if let Some(token) = text(config, "idempotency_token") {
        call = call.idempotency_token(token);
    }
    let unsigned = flag(config, "sign") != Some(true);
    let sent = world.runtime.block_on(async {
        let mut request = call.dry_run().await?;
        if unsigned {
            unsign(&mut request);
        }
        let body = std::mem::take(&mut request.body).collect().await?;
        Ok::<_, Error>(object([
            ("method", string(request.method.as_str())),
            ("url", Value::String(request.url.to_string())),
            ("headers", header_list(&request.headers)),
            ("body_base64", Value::String(STANDARD.encode(body))),
        ]))
    });
    sent.map_err(|error| fault_of(&error))
}

/// The member that holds the events to send.
fn events_of<'a>(service: &'a Service, operation: &Operation) -> Option<&'a str> {
    let structure = service.shape(operation.input?).structure()?;
    protocol::events_of(service, structure).map(|(_, member)| &*member.name)
}

/// Events are a list, as in answers: here it becomes a stream.
fn stream(input: &mut Object, name: &str) {
    if let Some(Value::List(list)) = input.0.get_mut(name) {
        let source = EventSource::from_stream(Items(std::mem::take(list).into_iter()));
        input.0.insert(name.to_owned(), Value::Events(EventReader::from(source)));
    }
}

/// A list as a stream.
struct Items(std::vec::IntoIter<Value>);

impl futures_core::Stream for Items {
    type Item = Value;

    fn poll_next(mut self: std::pin::Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<Option<Value>> {
        std::task::Poll::Ready(self.0.next())
    }
}

/// Takes the signature off that a call with an account had to have credentials for.
fn unsign(request: &mut Request) {
    boto_core::sign::anonymous(request);
    let hashed = |value: &boto_core::http::HeaderValue| !value.as_bytes().starts_with(b"STREAMING-UNSIGNED");
    if request.headers.get("x-amz-content-sha256").is_some_and(hashed)
        && request.headers.contains_key("x-amz-content-sha256")
    {
        request.headers.remove("x-amz-content-sha256");
    }
}
