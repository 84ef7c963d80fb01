//! How an answer reads.

use super::{
    json::{bytes, fault, fault_of, get, headers, int, object, string, text},
    world::World,
};
use boto_core::{http::Response, value::Object, Error, ErrorKind, Value};

pub fn answer(world: &mut World, question: &Object, line: &[u8]) -> Result<Object, Value> {
    let connection = world.connection(question, line)?;
    world.at(None);
    let operation = text(question, "operation").ok_or_else(|| fault("input", "operation: required"))?;
    let status = int(question, "status").unwrap_or(200);
    let status = u16::try_from(status).map_err(|_| fault("input", "status: an HTTP status is wanted"))?;
    let response = Response { status, headers: headers(question)?, body: bytes(question, "body_base64")?.into() };
    let read = world.runtime.block_on(async {
        // Without parameters nothing is known of the call that it answers.
        let (output, _) = match get(question, "params") {
            Some(Value::Map(params)) => {
                let mut call = connection.call(operation.to_owned());
                call.input_mut().clone_from(params);
                call.interpret(response).await?
            }
            _ => connection.interpret(operation, response).await?,
        };
        whole(output).await
    });
    match read {
        Ok(output) => Ok(object([("output", output)])),
        Err(error) if error.kind() == ErrorKind::Service => Err(service_fault(&error)),
        Err(error) => Err(fault_of(&error)),
    }
}

fn service_fault(error: &Error) -> Value {
    let text = |text: Option<&str>| text.map_or(Value::Null, string);
    Value::Map(object([
        ("code", text(error.code())),
        ("message", string(error.message())),
        ("status", error.status().map_or(Value::Null, |status| Value::Int(status.into()))),
        ("request_id", text(error.request_id())),
        ("fields", Value::Map(error.fields().clone())),
    ]))
}

/// Reads streams to their end: bytes as a blob, events as a list.
pub async fn whole(value: Value) -> Result<Value, Error> {
    Ok(match value {
        Value::Stream(stream) => Value::Blob(stream.collect().await?),
        Value::Events(mut events) => {
            let mut list = Vec::new();
            while let Some(event) = events.next().await {
                list.push(event?);
            }
            Value::List(list)
        }
        Value::Map(mut object) => {
            for value in object.0.values_mut() {
                if matches!(value, Value::Stream(_) | Value::Events(_)) {
                    // Streams stand in the outermost structure only.
                    *value = Box::pin(whole(std::mem::take(value))).await?;
                }
            }
            Value::Map(object)
        }
        other => other,
    })
}
