//! The JSON Schemas of both formats: all definitions that come along fit them, and what the reader refuses does not.

use boto_model::resource::{documents, ResourceSet};
use serde_json::{json, Value as Json};

fn schemas() -> (Json, Json) {
    let text = include_str!("../../../docs/schema/resources.schema.json");
    let first = include_str!("../../../docs/schema/resources-first.schema.json");
    (serde_json::from_str(text).unwrap(), serde_json::from_str(first).unwrap())
}

#[test]
fn definitions_that_come_along_fit() {
    let (boto3, first) = schemas();
    let mut count = 0;
    for (name, text) in documents() {
        let document: Json = serde_json::from_str(text).unwrap();
        let schema = if name.ends_with(":first") { &first } else { &boto3 };
        let flaws = flaws(schema, schema, &document, "");
        assert!(flaws.is_empty(), "{name}: {}", flaws.join("; "));
        count += 1;
    }
    assert_eq!(count, 9 + 11);
}

#[test]
fn what_the_reader_refuses_does_not_fit() {
    let (boto3, _) = schemas();
    let action = |action: Json| json!({"service": {"actions": {"Go": action}}});
    let param = |param: Json| action(json!({"request": {"operation": "Get", "params": [param]}}));
    for (document, at) in [
        (json!({}), ""),
        (json!({"service": []}), "/service"),
        (action(json!({})), "/service/actions/Go"),
        (action(json!({"request": {}})), "/service/actions/Go/request"),
        (action(json!({"request": {"operation": 1}})), "/service/actions/Go/request/operation"),
        (param(json!({"target": "A", "source": "moon"})), "/service/actions/Go/request/params/0"),
        (param(json!({"target": "A", "source": "identifier"})), "/service/actions/Go/request/params/0"),
        (param(json!({"target": "A", "source": "integer", "value": "1"})), "/service/actions/Go/request/params/0"),
        (param(json!({"source": "input"})), "/service/actions/Go/request/params/0"),
        (json!({"service": {"has": {"A": {}}}}), "/service/has/A"),
        (json!({"service": {"waiters": {"A": {}}}}), "/service/waiters/A"),
        (json!({"service": {}, "resources": {"A": {"identifiers": [{}]}}}), "/resources/A/identifiers/0"),
    ] {
        assert!(ResourceSet::parse(&document.to_string()).is_err(), "the reader takes {document}");
        let flaws = flaws(&boto3, &boto3, &document, "");
        assert!(flaws.iter().any(|flaw| flaw.starts_with(&format!("{at}:"))), "{document}: {flaws:?}");
    }
}

/// What of a document does not fit, by as much of JSON Schema as ours use; a word that is not known here is a flaw too.
fn flaws(root: &Json, schema: &Json, value: &Json, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut flaw = |what: String| found.push(format!("{at}: {what}"));
    let mut deeper = Vec::new();
    for (word, rule) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "title" | "description" | "$defs" => {}
            "$ref" => {
                let target = root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap();
                deeper.extend(flaws(root, target, value, at));
            }
            "type" => {
                let is = |name: &Json| match name.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "boolean" => value.is_boolean(),
                    "null" => value.is_null(),
                    other => panic!("type {other}"),
                };
                let fits = rule.as_array().map_or_else(|| is(rule), |names| names.iter().any(is));
                if !fits {
                    flaw(format!("{rule} is wanted"));
                }
            }
            "const" if value != rule => flaw(format!("{rule} is wanted")),
            "const" => {}
            "enum" if !rule.as_array().unwrap().contains(value) => flaw(format!("one of {rule} is wanted")),
            "enum" => {}
            "minLength" => {
                if value.as_str().is_some_and(|text| (text.chars().count() as u64) < rule.as_u64().unwrap()) {
                    flaw("it is too short".to_owned());
                }
            }
            "required" => {
                for name in rule.as_array().unwrap() {
                    if value.as_object().is_some_and(|object| !object.contains_key(name.as_str().unwrap())) {
                        flaw(format!("{name} is missing"));
                    }
                }
            }
            "properties" => {
                for (name, schema) in rule.as_object().unwrap() {
                    if let Some(value) = value.get(name) {
                        deeper.extend(flaws(root, schema, value, &format!("{at}/{name}")));
                    }
                }
            }
            "additionalProperties" => {
                let known = |name: &String| schema["properties"].get(name).is_some();
                for (name, value) in value.as_object().into_iter().flatten().filter(|(name, _)| !known(name)) {
                    match rule {
                        Json::Bool(false) => flaw(format!("{name} is not known")),
                        rule => deeper.extend(flaws(root, rule, value, &format!("{at}/{name}"))),
                    }
                }
            }
            "items" => {
                for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                    deeper.extend(flaws(root, rule, value, &format!("{at}/{index}")));
                }
            }
            "oneOf" => {
                let fitting = rule.as_array().unwrap().iter().filter(|s| flaws(root, s, value, at).is_empty()).count();
                if fitting != 1 {
                    flaw(format!("it fits {fitting} of what it may be"));
                }
            }
            other => flaw(format!("the schema says {other:?}")),
        }
    }
    found.extend(deeper);
    found
}
