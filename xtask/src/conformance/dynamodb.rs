//! Suite `dynamodb`: plain values and attributes, and conditions. What the types of boto-core leave no way to write, as
//! an attribute of no key in the condition on a key, is an error here.

use super::Report;
use base64::{engine::general_purpose::STANDARD, Engine};
use boto_core::{
    attributes::{self, attr, key, Attr, Condition, Expressions, Key, KeyCondition, Operand},
    Value,
};
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
    for case in report.cases("condition") {
        report.case(case["id"].as_str().unwrap_or_default(), check(&case["expect"], expression(&case)));
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

/// The expression of a condition, with its placeholders. They go on where those of an earlier expression ended.
fn expression(case: &Json) -> Result<Json, String> {
    let names = case["expect"]["value"]["attribute_name_placeholders"].as_object();
    let used = |name: &String| name.strip_prefix("#n")?.parse::<usize>().ok();
    let start = names.and_then(|names| names.keys().filter_map(used).min()).unwrap_or_default();
    let before = (0..start).fold(Expressions::new(), |all, _| all.set("before", "it"));
    let tree = &case["input"]["condition"];
    let (all, which) = match case["input"]["is_key_condition"].as_bool() {
        Some(true) => (before.key(key_condition(tree)?), "KeyConditionExpression"),
        _ => (before.filter(condition(tree)?), "FilterExpression"),
    };
    let params = all.params().map_err(|e| e.to_string())?;
    let placeholders = |of: &str, prefix: &str| -> Result<Json, String> {
        let all = params[of].as_object().into_iter().flat_map(|all| all.iter());
        let later = all.filter(|(name, _)| name.trim_start_matches(prefix).parse::<usize>().is_ok_and(|n| n >= start));
        let plain = |value: &Value| match prefix {
            "#n" => Ok(value.clone()),
            _ => attributes::from_attribute(value).map_err(|e| e.to_string()),
        };
        let told = later.map(|(name, value)| Ok((name.to_owned(), told(&plain(value)?))));
        Ok(Json::Object(told.collect::<Result<_, String>>()?))
    };
    Ok(json!({
        "condition_expression": params[which].as_str(),
        "attribute_name_placeholders": placeholders("ExpressionAttributeNames", "#n")?,
        "attribute_value_placeholders": placeholders("ExpressionAttributeValues", ":v")?,
    }))
}

/// What a condition is about.
enum About {
    Attr(Attr),
    Key(Key),
    Size(Operand),
}

fn about(json: &Json) -> Option<About> {
    let named = |kind: &str| json[kind].as_str();
    (named("$attr").map(|name| About::Attr(attr(name))))
        .or_else(|| named("$key").map(|name| About::Key(key(name))))
        .or_else(|| named("$size").map(|name| About::Size(attr(name).size())))
}

fn operand(json: &Json) -> Operand {
    match about(json) {
        Some(About::Attr(attr)) => attr.into(),
        Some(About::Key(key)) => key.into(),
        Some(About::Size(size)) => size,
        None => value(json).into(),
    }
}

fn condition(json: &Json) -> Result<Condition, String> {
    let values = &json["values"];
    let kind = json["$condition"].as_str().ok_or_else(|| format!("{json} is no condition"))?;
    match kind {
        "And" => return Ok(condition(&values[0])? & condition(&values[1])?),
        "Or" => return Ok(condition(&values[0])? | condition(&values[1])?),
        "Not" => return Ok(!condition(&values[0])?),
        _ => {}
    }
    let other = || operand(&values[1]);
    Ok(match (about(&values[0]).ok_or_else(|| format!("{kind} of no attribute"))?, kind) {
        (About::Key(_), _) => key_condition(json)?.into(),
        (About::Attr(attr), "Equals") => attr.eq(other()),
        (About::Attr(attr), "NotEquals") => attr.ne(other()),
        (About::Attr(attr), "LessThan") => attr.lt(other()),
        (About::Attr(attr), "LessThanEquals") => attr.lte(other()),
        (About::Attr(attr), "GreaterThan") => attr.gt(other()),
        (About::Attr(attr), "GreaterThanEquals") => attr.gte(other()),
        (About::Attr(attr), "Between") => attr.between(other(), operand(&values[2])),
        (About::Attr(attr), "In") => attr.is_in(values[1].as_array().into_iter().flatten().map(operand)),
        (About::Attr(attr), "BeginsWith") => attr.begins_with(other()),
        (About::Attr(attr), "Contains") => attr.contains(other()),
        (About::Attr(attr), "AttributeExists") => attr.exists(),
        (About::Attr(attr), "AttributeNotExists") => attr.not_exists(),
        (About::Attr(attr), "AttributeType") => attr.attribute_type(other()),
        (About::Size(size), "Equals") => size.eq(other()),
        (About::Size(size), "NotEquals") => size.ne(other()),
        (About::Size(size), "LessThan") => size.lt(other()),
        (About::Size(size), "LessThanEquals") => size.lte(other()),
        (About::Size(size), "GreaterThan") => size.gt(other()),
        (About::Size(size), "GreaterThanEquals") => size.gte(other()),
        (About::Size(size), "Between") => size.between(other(), operand(&values[2])),
        _ => return Err(format!("no condition {kind}")),
    })
}

fn key_condition(json: &Json) -> Result<KeyCondition, String> {
    let values = &json["values"];
    let kind = json["$condition"].as_str().ok_or_else(|| format!("{json} is no condition"))?;
    if kind == "And" {
        return Ok(key_condition(&values[0])? & key_condition(&values[1])?);
    }
    let Some(About::Key(key)) = about(&values[0]) else { return Err(format!("{} is no key", values[0])) };
    let other = || operand(&values[1]);
    Ok(match kind {
        "Equals" => key.eq(other()),
        "LessThan" => key.lt(other()),
        "LessThanEquals" => key.lte(other()),
        "GreaterThan" => key.gt(other()),
        "GreaterThanEquals" => key.gte(other()),
        "Between" => key.between(other(), operand(&values[2])),
        "BeginsWith" => key.begins_with(other()),
        _ => return Err(format!("no condition {kind} on a key")),
    })
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
