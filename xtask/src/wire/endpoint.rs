//! Where a call goes.

use super::{
    json::{fault, fault_of, get, inner, object, string},
    world::World,
};
use boto_core::{
    endpoint::{self, Atlas, Endpoint, Param, Params},
    value::Object,
    Value,
};
use boto_model::{document::Json, import};

pub fn answer(world: &mut World, question: &Object, line: &[u8]) -> Result<Object, Value> {
    let params = params(inner(question, "params"))?;
    let atlas = Atlas::shared();
    let resolved = if get(question, "rules").is_some() {
        let line = Json::parse(line).map_err(|e| fault("input", &e.to_string()))?;
        let rules = line.get("rules").ok_or_else(|| fault("input", "rules: required"))?;
        let rules = import::rule_set(rules).map_err(|e| fault("model", &e.to_string()))?;
        endpoint::resolve(&rules, atlas, &params)
    } else {
        let service = world.service(question, line)?;
        let rules = service.rules().ok_or_else(|| fault("endpoint", "the service has no endpoint rules"))?;
        endpoint::resolve(rules, atlas, &params)
    };
    resolved.map(told).map_err(|error| fault_of(&error))
}

fn params(given: &Object) -> Result<Params, Value> {
    let mut params = Params::new();
    for (name, value) in &given.0 {
        let param = match value {
            Value::Null => continue,
            Value::String(text) => Param::String(text.clone()),
            Value::Bool(flag) => Param::Bool(*flag),
            Value::List(list) => Param::Strings(
                list.iter()
                    .filter_map(|item| match item {
                        Value::String(text) => Some(text.clone()),
                        _ => None,
                    })
                    .collect(),
            ),
            _ => return Err(fault("input", &format!("params.{name}: a string, boolean or list is wanted"))),
        };
        params.set(name.clone(), param);
    }
    Ok(params)
}

fn told(endpoint: Endpoint) -> Object {
    let mut url = format!("{}://{}{}", endpoint.url.scheme, endpoint.url.authority, endpoint.url.path);
    if !endpoint.url.query.is_empty() {
        url = format!("{url}?{}", endpoint.url.query);
    }
    let pair = |(name, value): &(String, String)| Value::List(vec![string(name), string(value)]);
    let schemes = endpoint.properties.0.get("authSchemes").cloned().unwrap_or_else(|| Value::List(Vec::new()));
    object([
        ("url", Value::String(url)),
        ("headers", Value::List(endpoint.headers.iter().map(pair).collect())),
        ("auth_schemes", schemes),
        ("properties", Value::Map(endpoint.properties)),
    ])
}
