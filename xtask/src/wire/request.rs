//! What would be sent.

use super::{
    json::{fault, fault_of, flag, get, header_list, inner, object, string, text, time},
    world::World,
};
use base64::{engine::general_purpose::STANDARD, Engine};
use boto_core::{http::Request, value::Object, Error, Value};

pub fn answer(world: &mut World, question: &Object, line: &[u8]) -> Result<Object, Value> {
    let config = inner(question, "config");
    let connection = world.connection(question, line)?;
    world.at(time(config, "time"));
    let operation = text(question, "operation").ok_or_else(|| fault("input", "operation: required"))?;
    let mut call = connection.call(operation.to_owned());
    match get(question, "params") {
        None => {}
        Some(Value::Map(params)) => call.input_mut().clone_from(params),
        Some(_) => return Err(fault("input", "params: an object is wanted")),
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
