//! `smithy-protocols`: Smithy's own protocol tests. Cases of level `client` (`svc-*`) go through the whole pipeline, with
//! the tables of the real service.

use super::{
    case::{request, value},
    protocols_input, protocols_output, Report,
};
use crate::wire;
use boto_core::{
    codec::json::to_text,
    http::{HeaderName, HeaderValue, Method, Request, Url},
    protocol::Encoded,
    Value,
};
use serde_json::{json, Value as Json};

const DEVIATIONS: &[(&str, &str)] = &[];

/// Runs the suite.
pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    let mut world = match wire::World::new() {
        Ok(world) => world,
        Err(error) => return report.case("smithy-protocols", Err(error.to_string())),
    };
    for file in report.files() {
        for case in report.cases(&file) {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            let outcome = match file.strip_prefix("svc-") {
                Some(rest) => client(&mut world, rest.split('-').next().unwrap_or(rest), &case),
                None if file.ends_with("-input") => protocols_input::one(&case),
                None => protocols_output::one(&case),
            };
            report.case(&id, outcome);
        }
    }
}

/// One case against a real service.
fn client(world: &mut wire::World, name: &str, case: &Json) -> Result<(), String> {
    let service = boto_model::archive::open(name).ok_or_else(|| format!("no service {name}"))?;
    let operation = service.operation(case["operation"].as_str().unwrap_or_default()).ok_or("no such operation")?;
    let mut config = json!({"region": "us-west-2", "sign": true});
    for scope in ["client", "operation"] {
        let settings = case["vendor_params"]["scopedConfig"][scope].as_object();
        settings.into_iter().flatten().for_each(|(name, value)| config[name] = value.clone());
    }
    let mut question = json!({"service": name, "operation": *operation.name, "config": config});
    if case["response"].is_null() {
        let params = operation.input.map_or_else(Value::default, |s| value::input(&service, s, &case["params"]));
        question["params"] = serde_json::from_str(&to_text(&params)).map_err(|e| e.to_string())?;
        return sent(&ask(world, &question)?, case);
    }
    question["kind"] = json!("response");
    question["status"] = case["response"]["status"].clone();
    let headers = case["response"]["headers"].as_object().into_iter().flatten();
    question["headers"] = headers.map(|(name, value)| json!([name, value])).collect();
    question["body_base64"] = boto_core::codec::text::base64(&super::case::bytes(&case["response"]["body"])).into();
    let got = ask(world, &question)?;
    let (want, error) = (&case["expect"], &case["expect"]["error"]);
    match error.is_null() {
        true if value::equal(&got["output"], &want["output"]) => Ok(()),
        false if got["error"]["code"] == error["code"] => Ok(()),
        _ => Err(format!("got {got}, want {want}")),
    }
}

fn ask(world: &mut wire::World, question: &Json) -> Result<Json, String> {
    let answer = wire::answer(world, question.to_string().as_bytes());
    serde_json::from_str(&to_text(&Value::Map(answer))).map_err(|e| e.to_string())
}

/// What would be sent against what is expected.
fn sent(sent: &Json, case: &Json) -> Result<(), String> {
    let url = sent["url"].as_str().ok_or_else(|| sent.to_string())?;
    let (scheme, rest) = url.split_once("://").ok_or("no URL")?;
    let (target, query) = rest.split_once('?').unwrap_or((rest, ""));
    // Lists of S3 ask for encoded keys, as botocore's do.
    let query = query.split('&').filter(|pair| *pair != "encoding-type=url").collect::<Vec<_>>().join("&");
    let (authority, path) = target.split_at(target.find('/').unwrap_or(target.len()));
    let mut case = case.clone();
    case["client_endpoint"] = format!("{scheme}://{authority}").into();
    let mut request = Request {
        method: Method::from_bytes(sent["method"].as_str().unwrap_or_default().as_bytes())
            .map_err(|e| e.to_string())?,
        url: Url { scheme: scheme.into(), authority: authority.into(), path: path.into(), query },
        headers: Default::default(),
        body: boto_core::codec::text::unbase64(sent["body_base64"].as_str().unwrap_or_default())
            .unwrap_or_default()
            .into(),
    };
    for pair in sent["headers"].as_array().into_iter().flatten() {
        let name = HeaderName::try_from(pair[0].as_str().unwrap_or_default()).map_err(|e| e.to_string())?;
        let value = HeaderValue::try_from(pair[1].as_str().unwrap_or_default()).map_err(|e| e.to_string())?;
        request.headers.append(name, value);
    }
    request::compare(&case, &Encoded { request, host_prefix: None }, None)
}
