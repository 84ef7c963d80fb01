//! The values of a case, recorded from Python, and ours.

use base64::{engine::general_purpose::STANDARD, Engine};
use boto_core::{value::Object, DateTime, Value};
use boto_model::{Kind, Service, ShapeId};
use serde_json::{json, Value as Json};

/// The parameters of a call. Python's text is good for bytes, ours is base64 there: the table tells.
pub fn input(service: &Service, shape: Option<ShapeId>, params: &Json) -> Result<Object, String> {
    match value(service, shape, params)? {
        Value::Map(object) => Ok(object),
        _ => Ok(Object::default()),
    }
}

fn value(service: &Service, shape: Option<ShapeId>, json: &Json) -> Result<Value, String> {
    let kind = shape.map(|id| &service.shape(id).kind);
    Ok(match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(int), _) => Value::Int(int),
            (None, Some(float)) => Value::Float(float),
            _ => return Err(format!("number {number}")),
        },
        Json::String(text) if matches!(kind, Some(Kind::Blob { .. })) => Value::Blob(text.clone().into()),
        Json::String(text) => Value::String(text.clone()),
        Json::Array(list) => {
            let element = match kind {
                Some(Kind::List { member, .. }) => Some(member.target),
                _ => None,
            };
            Value::List(list.iter().map(|item| value(service, element, item)).collect::<Result<_, _>>()?)
        }
        Json::Object(entries) => match entries.iter().next() {
            Some((mark, inner)) if mark.starts_with('$') => special(mark, inner)?,
            _ => {
                let target = |name: &str| match kind? {
                    Kind::Structure(s) => s.member(name).map(|(_, member)| member.target),
                    Kind::Map { value, .. } => Some(value.target),
                    _ => None,
                };
                let entry = |(name, inner): (&String, &Json)| {
                    Ok::<_, String>((name.clone(), value(service, target(name), inner)?))
                };
                Value::Map(Object(entries.iter().map(entry).collect::<Result<_, _>>()?))
            }
        },
    })
}

fn special(mark: &str, inner: &Json) -> Result<Value, String> {
    let text = inner.as_str().unwrap_or_default();
    Ok(match mark {
        "$b64" | "$stream_b64" => {
            let bytes = STANDARD.decode(text).map_err(|e| e.to_string())?;
            match mark {
                "$b64" => Value::Blob(bytes.into()),
                _ => Value::Stream(bytes::Bytes::from(bytes).into()),
            }
        }
        "$ts" | "$naive_ts" | "$date" => Value::Time(DateTime::parse(text).ok_or_else(|| format!("time {text}"))?),
        "$float" => Value::Float(match text {
            "inf" => f64::INFINITY,
            "-inf" => f64::NEG_INFINITY,
            _ => f64::NAN,
        }),
        "$repeat" => {
            let count = inner["count"].as_u64().unwrap_or_default() as usize;
            Value::Blob(vec![inner["byte"].as_u64().unwrap_or_default() as u8; count].into())
        }
        other => return Err(format!("{other} is not understood here")),
    })
}

/// Our output, written as the cases write theirs.
pub fn output(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => json!(flag),
        Value::Int(int) => json!(int),
        Value::Float(float) => json!(float),
        Value::Number(digits) => json!(digits),
        Value::String(text) => json!(text),
        Value::Blob(bytes) => json!({"$b64": STANDARD.encode(bytes)}),
        Value::Time(time) => json!({"$ts": time.to_string()}),
        Value::List(list) => Json::Array(list.iter().map(output).collect()),
        Value::Map(object) => Json::Object(object.0.iter().map(|(k, v)| (k.clone(), output(v))).collect()),
        Value::Stream(_) | Value::Events(_) => json!({"$stream": true}),
    }
}
