//! Short ways through JSON.

use base64::{engine::general_purpose::STANDARD, Engine};
use boto_core::{http::HeaderMap, value::Object, DateTime, Error, Value};
use bytes::Bytes;

/// A member that is there and not null.
pub fn get<'a>(object: &'a Object, name: &str) -> Option<&'a Value> {
    object.0.get(name).filter(|value| !matches!(value, Value::Null))
}

/// A member that is a string.
pub fn text<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    match object.0.get(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// A member that is an object; an empty one if it is not there.
pub fn inner<'a>(object: &'a Object, name: &str) -> &'a Object {
    static EMPTY: Object = Object(boto_core::Map::new());
    match object.0.get(name) {
        Some(Value::Map(inner)) => inner,
        _ => &EMPTY,
    }
}

/// A member that is a boolean.
pub fn flag(object: &Object, name: &str) -> Option<bool> {
    match object.0.get(name) {
        Some(Value::Bool(flag)) => Some(*flag),
        _ => None,
    }
}

/// A member that is an integer.
pub fn int(object: &Object, name: &str) -> Option<i64> {
    match object.0.get(name) {
        Some(Value::Int(int)) => Some(*int),
        _ => None,
    }
}

/// A member that is a time, as RFC 3339 text or seconds since 1970.
pub fn time(object: &Object, name: &str) -> Option<DateTime> {
    match get(object, name)? {
        Value::String(text) => DateTime::parse(text),
        Value::Int(seconds) => Some(DateTime::from_seconds(*seconds)),
        Value::Float(seconds) => DateTime::from_float(*seconds),
        _ => None,
    }
}

/// A member that is base64; empty if it is not there.
pub fn bytes(object: &Object, name: &str) -> Result<Bytes, Value> {
    let text = text(object, name).unwrap_or_default();
    STANDARD.decode(text).map(Bytes::from).map_err(|e| fault("input", &format!("{name}: {e}")))
}

/// `headers`: a list of pairs.
pub fn headers(question: &Object) -> Result<HeaderMap, Value> {
    let mut headers = HeaderMap::new();
    let Some(Value::List(list)) = question.0.get("headers") else { return Ok(headers) };
    for pair in list {
        let bad = || fault("input", "headers: pairs [name, value] are wanted");
        let Value::List(pair) = pair else { return Err(bad()) };
        let [Value::String(name), Value::String(value)] = &pair[..] else { return Err(bad()) };
        let name = boto_core::http::HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad())?;
        let value = boto_core::http::HeaderValue::from_bytes(value.as_bytes()).map_err(|_| bad())?;
        headers.append(name, value);
    }
    Ok(headers)
}

/// Headers as a list of pairs, in their order.
pub fn header_list(headers: &HeaderMap) -> Value {
    let pair = |name: &str, value: &[u8]| {
        Value::List(vec![string(name), Value::String(String::from_utf8_lossy(value).into_owned())])
    };
    Value::List(headers.iter().map(|(name, value)| pair(name.as_str(), value.as_bytes())).collect())
}

/// A string.
pub fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// An object.
pub fn object<const N: usize>(entries: [(&str, Value); N]) -> Object {
    Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// What `error` holds when nothing was sent.
pub fn fault(kind: &str, message: &str) -> Value {
    Value::Map(object([("kind", string(kind)), ("message", string(message))]))
}

/// The same of an error of the pipeline.
pub fn fault_of(error: &Error) -> Value {
    let kind = format!("{:?}", error.kind()).to_lowercase();
    let kind = kind.split('(').next().unwrap_or_default();
    let mut fault = object([("kind", string(kind)), ("message", string(error.message()))]);
    if let Some(code) = error.code() {
        fault.0.insert("code".into(), string(code));
    }
    if let Some(status) = error.status() {
        fault.0.insert("status".into(), Value::Int(status.into()));
    }
    if let Some(id) = error.request_id() {
        fault.0.insert("request_id".to_owned(), string(id));
    }
    if let Some(operation) = error.operation().filter(|name| !name.is_empty()) {
        fault.0.insert("operation".into(), string(operation));
    }
    Value::Map(fault)
}

/// What the members of a question, and those of its `config`, must be where they are there.
const QUESTION: &[(&str, &str)] = &[
    ("service", "string"),
    ("model", "object"),
    ("operation", "string"),
    ("params", "object"),
    ("config", "object"),
    ("status", "integer"),
    ("headers", "list"),
    ("body_base64", "string"),
    ("headers_base64", "string"),
    ("rules", "object"),
    ("variant", "string"),
    ("method", "string"),
    ("url", "string"),
    ("region", "string"),
    ("credentials", "object"),
    ("time", "time"),
    ("expires", "integer"),
    ("prior_signature", "string"),
    ("chunk_size", "integer"),
    ("normalize_path", "boolean"),
    ("double_encode", "boolean"),
];
const CONFIG: &[(&str, &str)] = &[
    ("credentials", "object"),
    ("account_id", "string"),
    ("sign", "boolean"),
    ("time", "time"),
    ("idempotency_token", "string"),
    ("protocol", "string"),
];
const CREDENTIALS: &[(&str, &str)] =
    &[("access_key_id", "string"), ("secret_access_key", "string"), ("session_token", "string")];

/// Refuses a question with a member of another kind: what is not understood must not be passed over.
pub fn check(question: &Object) -> Result<(), Value> {
    members("", question, QUESTION)?;
    let config = inner(question, "config");
    members("config.", config, CONFIG)?;
    members("credentials.", inner(question, "credentials"), CREDENTIALS)?;
    members("config.credentials.", inner(config, "credentials"), CREDENTIALS)
}

fn members(prefix: &str, object: &Object, wanted: &[(&str, &str)]) -> Result<(), Value> {
    for (name, kind) in wanted {
        let Some(value) = get(object, name) else { continue };
        let fits = match *kind {
            "time" => time(object, name).is_some(),
            "object" => matches!(value, Value::Map(_)),
            "list" => matches!(value, Value::List(_)),
            "integer" => matches!(value, Value::Int(_)),
            "boolean" => matches!(value, Value::Bool(_)),
            _ => matches!(value, Value::String(_)),
        };
        if !fits {
            return Err(fault("input", &format!("{prefix}{name}: expected {kind}, found {}", value.noun())));
        }
    }
    Ok(())
}
