//! `endpoint-rules`: the rules engine, function by function.

use super::{
    json::{list, members, text},
    Report,
};
use boto_core::{
    endpoint::{self, Atlas, AuthScheme, Endpoint, Param, Params},
    value::Object,
    Error, Value,
};
use boto_model::{
    document::Json as Document,
    import::botocore::{self, Neighbours},
    rules::{Partition, Partitions, RuleSet},
};
use serde_json::Value as Json;
use std::{collections::BTreeMap, path::Path};

pub fn run(report: &mut Report) {
    let document = read(&report.dir().join("rulesets.json"));
    let rule_sets: BTreeMap<String, Result<RuleSet, String>> =
        members(&document).map(|(name, json)| (name.clone(), import(&json.to_string()))).collect();
    let mut atlases: BTreeMap<String, Atlas> = BTreeMap::new();
    for case in report.cases("rules") {
        let partitions = case["partitions"].as_str().unwrap_or("partitions.json");
        let atlas =
            atlases.entry(partitions.to_owned()).or_insert_with(|| atlas(&read(&report.dir().join(partitions))));
        let outcome = match rule_sets.get(text(&case["ruleset"])) {
            Some(Ok(rules)) => compare(endpoint::resolve(rules, atlas, &params(&case["params"])), &case["expect"]),
            Some(Err(problem)) => Err(problem.clone()),
            None => Err("no such rule set".to_owned()),
        };
        report.case(text(&case["id"]), outcome);
    }
}

/// Rules out of their JSON.
pub fn import(document: &str) -> Result<RuleSet, String> {
    let rules = Document::parse(document.as_bytes()).map_err(|e| e.to_string())?;
    let neighbours = Neighbours { rules: Some(&rules), ..Neighbours::default() };
    let tables = botocore::tables("test", &Document::Object(Vec::new()), &neighbours).map_err(|e| e.to_string())?;
    tables.rules.ok_or_else(|| "no rules".to_owned())
}

/// The parameters of a case.
pub fn params(given: &Json) -> Params {
    let mut params = Params::new();
    for (name, value) in members(given) {
        match value {
            Json::String(s) => params.set(name.clone(), s.as_str()),
            Json::Bool(b) => params.set(name.clone(), *b),
            Json::Array(list) => {
                params.set(name.clone(), Param::Strings(list.iter().map(|s| text(s).to_owned()).collect()))
            }
            _ => {}
        }
    }
    params
}

/// Our answer against the expected one.
pub fn compare(ours: Result<Endpoint, Error>, expect: &Json) -> Result<(), String> {
    let endpoint = match (ours, expect["error"].as_str()) {
        (Err(error), Some(message)) if error.message() == message || message == "endpoint error" => return Ok(()),
        (Err(error), Some(message)) => return Err(format!("error {:?} instead of {message:?}", error.message())),
        (Err(error), None) => return Err(format!("error {:?}", error.message())),
        (Ok(endpoint), Some(message)) => return Err(format!("{} instead of error {message:?}", endpoint.url)),
        (Ok(endpoint), None) => endpoint,
    };
    if endpoint.url.to_string() != text(&expect["url"]) {
        return Err(format!("url {} instead of {}", endpoint.url, expect["url"]));
    }
    let mut headers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in &endpoint.headers {
        headers.entry(name).or_default().push(value);
    }
    let expected: BTreeMap<&str, Vec<&str>> =
        members(&expect["headers"]).map(|(name, values)| (name.as_str(), list(values).map(text).collect())).collect();
    if headers != expected {
        return Err(format!("headers {headers:?} instead of {expected:?}"));
    }
    let mut properties = json(&Value::Map(Object(endpoint.properties.0.clone())));
    let schemes = properties.as_object_mut().and_then(|p| p.remove("authSchemes")).unwrap_or(Json::Array(vec![]));
    if schemes != expect["auth_schemes"] {
        return Err(format!("auth schemes {schemes} instead of {}", expect["auth_schemes"]));
    }
    if properties != expect["properties"] {
        return Err(format!("properties {properties} instead of {}", expect["properties"]));
    }
    let read = endpoint.auth_schemes();
    let same = |ours: &AuthScheme, theirs: &Json| {
        ours.name == text(&theirs["name"]) && ours.signing_name.as_deref() == theirs["signingName"].as_str()
    };
    if !list(&expect["auth_schemes"]).zip(&read).all(|(theirs, ours)| same(ours, theirs)) {
        return Err(format!("auth schemes {read:?} instead of {}", expect["auth_schemes"]));
    }
    Ok(())
}

fn json(value: &Value) -> Json {
    match value {
        Value::Bool(b) => Json::Bool(*b),
        Value::Int(i) => Json::from(*i),
        Value::String(s) => Json::String(s.clone()),
        Value::List(list) => Json::Array(list.iter().map(json).collect()),
        Value::Map(object) => Json::Object(object.0.iter().map(|(name, v)| (name.clone(), json(v))).collect()),
        _ => Json::Null,
    }
}

fn atlas(document: &Json) -> Atlas {
    let partitions = list(&document["partitions"])
        .map(|p| {
            let output = |name: &str| text(&p["outputs"][name]).to_owned().into();
            Partition {
                id: text(&p["id"]).to_owned().into(),
                region_regex: text(&p["regionRegex"]).to_owned().into(),
                dns_suffix: output("dnsSuffix"),
                dual_stack_dns_suffix: output("dualStackDnsSuffix"),
                implicit_global_region: output("implicitGlobalRegion"),
                supports_fips: p["outputs"]["supportsFIPS"] == true,
                supports_dual_stack: p["outputs"]["supportsDualStack"] == true,
                regions: members(&p["regions"]).map(|(name, _)| name.clone().into()).collect(),
            }
        })
        .collect();
    Atlas::new(&Partitions { partitions })
}

fn read(path: &Path) -> Json {
    let text = std::fs::read_to_string(path).unwrap_or_else(|_| "{}".to_owned());
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
