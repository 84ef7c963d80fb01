//! `config-resolution`: configured endpoints and the trace header.

use super::{
    json::{list, text},
    world::World,
    Report,
};
use boto_core::{
    config::{service_key, service_variable, trace_header, Layers, Overrides},
    http::{HeaderMap, HeaderName, HeaderValue},
    DateTime,
};
use serde_json::{json, Value as Json};

pub fn run(report: &mut Report) {
    for case in report.cases("configured-endpoint-url") {
        report.case(text(&case["id"]), endpoint(&case));
    }
    for case in report.cases("service-endpoint-keys") {
        report.case(text(&case["id"]), keys(&case));
    }
    for case in report.cases("recursion-detection") {
        report.case(text(&case["id"]), recursion(&case));
    }
}

/// Which endpoint counts. Where none does, it is the service's own.
fn endpoint(case: &Json) -> Result<(), String> {
    let files = json!({"/home/.aws/config": case["config_file"]});
    let world = World::new(&case["environment"], &files, DateTime::default());
    let client = &case["client"];
    let overrides = Overrides {
        profile: case["profile"].as_str().map(str::to_owned),
        endpoint_url: client["endpoint_url"].as_str().map(str::to_owned),
        ignore_configured_endpoint_urls: client["ignore_configured_endpoint_urls"].as_bool(),
        ..Overrides::default()
    };
    let config = Layers::new(world.shared(), overrides).resolve().map_err(|e| e.to_string())?;
    let service = text(&case["service"]);
    let found = config.endpoint_url(service).map_err(|e| e.to_string())?;
    let found = found.map_or_else(|| format!("https://{service}.{}.amazonaws.com", config.region()), Into::into);
    same(&json!(found), &case["expect"]["endpoint_url"])
}

/// The names under which a service's endpoint is configured.
fn keys(case: &Json) -> Result<(), String> {
    let id = text(&case["service_id"]);
    same(&json!(service_variable(id)), &case["expect"]["env_var"])?;
    same(&json!(service_key(id)), &case["expect"]["config_key"])
}

/// The header inside Lambda functions.
fn recursion(case: &Json) -> Result<(), String> {
    let world = World::new(&case["env"], &Json::Null, DateTime::default());
    let mut headers = HeaderMap::new();
    for pair in list(&case["headers_before"]) {
        let name: HeaderName = text(&pair[0]).parse().map_err(|_| "bad header name")?;
        headers.insert(name, HeaderValue::from_str(text(&pair[1])).map_err(|e| e.to_string())?);
    }
    trace_header(&world, &mut headers);
    let lower = |pair: &Json| json!([text(&pair[0]).to_lowercase(), pair[1]]);
    let wanted: Vec<Json> = list(&case["expect"]["headers_after"]).map(lower).collect();
    let ours: Vec<Json> =
        headers.iter().map(|(n, v)| json!([n.as_str(), String::from_utf8_lossy(v.as_bytes())])).collect();
    same(&json!(ours), &json!(wanted))
}

fn same(ours: &Json, wanted: &Json) -> Result<(), String> {
    if ours == wanted {
        return Ok(());
    }
    Err(format!("{ours} instead of {wanted}"))
}
