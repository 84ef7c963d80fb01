//! Suite `dynamodb`: plain values and attributes. Condition expressions have no counterpart.

use super::Report;
use base64::{engine::general_purpose::STANDARD, Engine};
use boto_core::{attributes, Value};
use serde_json::{json, Value as Json};

/// Known deviations.
pub const DEVIATIONS: &[(&str, &str)] = &[];

pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    for file in ["serialize", "deserialize"] {
        for case in report.cases(file) {
            let given = &case["input"]["value"];
            let outcome = if file == "serialize" { serialize(given) } else { deserialize(given) };
            report.case(case["id"].as_str().unwrap_or_default(), check(&case["expect"], outcome));
        }
    }
}

fn serialize(given: &Json) -> Result<Json, String> {
    let attribute = match given.get("$set") {
        Some(Json::Array(elements)) => attributes::set(&elements.iter().map(value).collect::<Vec<_>>()),
        _ => attributes::to_attribute(&value(given)),
    };
    attribute.map(|value| told(&value)).map_err(|e| e.to_string())
}

fn deserialize(given: &Json) -> Result<Json, String> {
    attributes::from_attribute(&value(given)).map(|value| told(&value)).map_err(|e| e.to_string())
}

/// A value as the cases write it.
fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => {
            number.as_i64().map_or_else(|| Value::Float(number.as_f64().unwrap_or(f64::NAN)), Value::Int)
        }
        Json::String(text) => Value::String(text.clone()),
        Json::Array(list) => Value::List(list.iter().map(value).collect()),
        Json::Object(object) => match (object.get("$b64"), object.get("$decimal"), object.get("$float")) {
            (Some(Json::String(text)), ..) => Value::Blob(STANDARD.decode(text).unwrap_or_default().into()),
            (_, Some(Json::String(text)), _) => Value::Number(text.as_str().into()),
            (.., Some(_)) => Value::Float(f64::NAN),
            _ => Value::Map(object.iter().map(|(name, inner)| (name.clone(), value(inner))).collect()),
        },
    }
}

fn told(value: &Value) -> Json {
    match value {
        Value::Blob(bytes) => json!({ "$b64": STANDARD.encode(bytes) }),
        Value::List(list) => list.iter().map(told).collect(),
        Value::Map(object) => Json::Object(object.iter().map(|(name, inner)| (name.clone(), told(inner))).collect()),
        other => serde_json::from_str(&other.to_json()).unwrap_or(Json::Null),
    }
}

fn check(expect: &Json, outcome: Result<Json, String>) -> Result<(), String> {
    match (outcome, expect.get("error")) {
        (Ok(got), None) if same(&got, &expect["value"]) => Ok(()),
        (Ok(got), _) => Err(format!("{got}, expected {expect}")),
        (Err(_), Some(_)) => Ok(()),
        (Err(why), None) => Err(why),
    }
}

/// Whether they are equal: numbers by their digits, sets in any order.
fn same(got: &Json, want: &Json) -> bool {
    match (got, want) {
        (Json::Array(a), Json::Object(set)) => {
            set.get("$set").and_then(Json::as_array).is_some_and(|b| unordered(a, b))
        }
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Json::Number(a), Json::Object(b)) => b.get("$decimal").is_some_and(|digits| *digits == a.to_string()),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(name, a)| {
                    b.get(name).is_some_and(|b| match (name.as_str(), a, b) {
                        ("SS" | "NS" | "BS", Json::Array(a), Json::Array(b)) => unordered(a, b),
                        _ => same(a, b),
                    })
                })
        }
        (a, b) => a == b,
    }
}

fn unordered(a: &[Json], b: &[Json]) -> bool {
    a.len() == b.len() && b.iter().all(|b| a.iter().any(|a| same(a, b)))
}
