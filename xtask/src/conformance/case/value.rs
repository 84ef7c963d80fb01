//! Data of cases: plain JSON typed by the model, with the tags of suites recorded from Python.

use boto_core::{codec::text, value::Object, DateTime, Value};
use boto_model::{Kind, Service, ShapeId};
use serde_json::{json, Map, Value as Json};

/// The input of a case. Blobs are plain text, timestamps numbers or text, and Python's own types tagged.
pub fn input(service: &Service, shape: ShapeId, json: &Json) -> Value {
    if let Some(tagged) = tagged(json) {
        return tagged;
    }
    match (&service.shape(shape).kind, json) {
        (_, Json::Null) => Value::Null,
        (Kind::Structure(s), Json::Object(members)) => Value::Map(Object(
            members
                .iter()
                .map(|(name, value)| {
                    let member = s.members.iter().find(|m| m.name == *name);
                    (name.clone(), member.map_or_else(|| plain(value), |m| input(service, m.target, value)))
                })
                .collect(),
        )),
        (Kind::List { member, .. }, Json::Array(list)) => {
            Value::List(list.iter().map(|element| input(service, member.target, element)).collect())
        }
        (Kind::Map { value: member, .. }, Json::Object(entries)) => Value::Map(Object(
            entries.iter().map(|(key, value)| (key.clone(), input(service, member.target, value))).collect(),
        )),
        (Kind::Blob { .. }, Json::String(text)) => Value::Blob(text.clone().into_bytes().into()),
        _ => plain(json),
    }
}

/// JSON without a model.
pub fn plain(json: &Json) -> Value {
    if let Some(tagged) = tagged(json) {
        return tagged;
    }
    match json {
        Json::Null => Value::Null,
        Json::Bool(b) => Value::Bool(*b),
        Json::Number(n) => n.as_i64().map(Value::Int).or_else(|| n.as_f64().map(Value::Float)).unwrap_or_default(),
        Json::String(s) => Value::String(s.clone()),
        Json::Array(list) => Value::List(list.iter().map(plain).collect()),
        Json::Object(map) => Value::Map(Object(map.iter().map(|(k, v)| (k.clone(), plain(v))).collect())),
    }
}

fn tagged(json: &Json) -> Option<Value> {
    let object = json.as_object().filter(|o| o.len() == 1)?;
    let (tag, value) = object.iter().next()?;
    Some(match (tag.as_str(), value) {
        ("$b64" | "$stream_b64", Json::String(s)) => Value::Blob(text::unbase64(s)?.into()),
        ("$ts" | "$naive_ts" | "$date", Json::String(s)) => Value::Time(DateTime::parse(s)?),
        ("$float", Json::String(s)) => Value::Float(text::parse_float(s)?),
        _ => return None,
    })
}

/// An output as the suites write it: blobs as text, timestamps as seconds, floats that are not finite as strings, an
/// unknown variant of a union as botocore shows it.
pub fn output(service: &Service, shape: ShapeId, value: &Value) -> Json {
    match (&service.shape(shape).kind, value) {
        (Kind::Structure(s), Value::Map(object)) => {
            let mut out = Map::new();
            for (name, value) in &object.0 {
                match s.members.iter().find(|m| m.name == *name) {
                    Some(m) => {
                        if *value != Value::Null {
                            out.insert(name.clone(), output(service, m.target, value));
                        }
                    }
                    None if s.union => {
                        out.insert("SDK_UNKNOWN_MEMBER".into(), json!({ "name": name }));
                    }
                    None => {
                        out.insert(name.clone(), untyped(value));
                    }
                }
            }
            Json::Object(out)
        }
        (Kind::List { member, .. }, Value::List(list)) => {
            Json::Array(list.iter().map(|element| output(service, member.target, element)).collect())
        }
        (Kind::Map { value: member, .. }, Value::Map(object)) => {
            Json::Object(object.0.iter().map(|(k, v)| (k.clone(), output(service, member.target, v))).collect())
        }
        (_, value) => untyped(value),
    }
}

/// A value as the suites write it, without a model.
pub fn untyped(value: &Value) -> Json {
    match value {
        Value::Null | Value::Events(_) => Json::Null,
        Value::Bool(b) => json!(b),
        Value::Int(i) => json!(i),
        Value::Float(f) if f.is_finite() => json!(f),
        Value::Float(f) => json!(text::special(*f)),
        Value::Number(n) => json!(n.parse::<f64>().unwrap_or_default()),
        Value::String(s) => json!(s),
        Value::Blob(b) => json!(String::from_utf8_lossy(b)),
        Value::Time(t) => json!(t.to_float()),
        Value::List(list) => Json::Array(list.iter().map(untyped).collect()),
        Value::Map(object) => Json::Object(object.0.iter().map(|(k, v)| (k.clone(), untyped(v))).collect()),
        Value::Stream(stream) => json!(stream.bytes().map(|b| String::from_utf8_lossy(b).into_owned())),
    }
}

/// Whether two outputs mean the same: numbers by value, an instant and its text, null and absent alike in objects.
pub fn equal(got: &Json, want: &Json) -> bool {
    match (got, want) {
        (Json::Number(a), Json::Number(b)) => a.as_f64() == b.as_f64(),
        (Json::Number(a), Json::String(b)) => {
            DateTime::parse(b).is_some_and(|time| a.as_f64() == Some(time.to_float()))
        }
        (Json::Number(_), Json::Object(o)) => {
            ["$ts", "$naive_ts"].iter().find_map(|tag| o.get(*tag)).is_some_and(|text| equal(got, text))
        }
        (Json::String(a), Json::Object(o)) if o.contains_key("$b64") => {
            o["$b64"].as_str().and_then(text::unbase64).is_some_and(|bytes| bytes == a.as_bytes())
        }
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            let names: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            let get = |map: &Map<String, Json>, name: &str| map.get(name).cloned().unwrap_or_default();
            names.into_iter().all(|name| equal(&get(a, name), &get(b, name)))
        }
        (a, b) => a == b,
    }
}
