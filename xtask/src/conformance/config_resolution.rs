//! `config-resolution`: configured endpoints and the trace header.

use super::{
    json::{list, text},
    world::World,
    Report,
};
use boto_core::{
    config::{service_key, service_variable, trace_header, Overrides},
    http::{fake::FakeTransport, HeaderMap, HeaderName, HeaderValue},
    DateTime, Session,
};
use serde_json::{json, Value as Json};
use std::sync::Arc;

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

/// Where the first request of a connection goes.
fn endpoint(case: &Json) -> Result<(), String> {
    let files = json!({"/home/.aws/config": case["config_file"]});
    let world = World::new(&case["environment"], &files, DateTime::default());
    let client = &case["client"];
    let overrides = Overrides {
        endpoint_url: client["endpoint_url"].as_str().map(str::to_owned),
        ignore_configured_endpoint_urls: client["ignore_configured_endpoint_urls"].as_bool(),
        ..Overrides::default()
    };
    let network = FakeTransport::new();
    network.answer(200, &[], "");
    let mut builder = Session::builder().host(world.shared()).transport(Arc::new(network.clone()));
    if let Some(profile) = case["profile"].as_str() {
        builder = builder.profile(profile);
    }
    let service = text(&case["service"]);
    let operation = match service {
        "s3" => "ListBuckets",
        "dynamodb" => "ListTables",
        other => return Err(format!("which operation of {other} needs no input?")),
    };
    let connection = builder.build().connect_to(service).map_err(|e| e.to_string())?.with_overrides(overrides);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
    // The answer makes no sense for some; the request is what counts.
    let answer = runtime.block_on(async { connection.call(operation).send().await.map(drop) });
    let requests = network.requests();
    let Some(first) = requests.first() else { return Err(format!("nothing was sent: {:?}", answer.err())) };
    let sent = format!("{}://{}", first.url.scheme, first.url.authority);
    same(&json!(sent), &case["expect"]["endpoint_url"])
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
