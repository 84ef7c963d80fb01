//! `client`: whole calls through the pipeline, and single steps of the policy.

use super::super::wire::{Script, World};
use boto_core::{
    retry::{Decision, Mode, Outcome, Policy, Stop},
    DateTime,
};
use boto_model::Metadata;
use serde_json::{json, Value as Json};
use std::time::Duration;

pub fn run(case: &Json, _: &Json) -> Result<(), String> {
    if case["operation"].is_string() && case["responses"].is_array() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|e| e.to_string())?;
        return runtime.block_on(calls(case));
    }
    steps(case)
}

/// Calls a real operation as often as the case wants.
async fn calls(case: &Json) -> Result<(), String> {
    let mut config = json!({"retries": {"mode": case["mode"], "max_attempts": case["max_attempts"],
        "total_max_attempts": case["total_max_attempts"]}});
    if let Some(seconds) = case["read_timeout"].as_f64() {
        config["read_timeout"] = json!(seconds);
    }
    let client = json!({"service": case["service"], "region": "us-west-2", "config": config,
        "access_key": "akid", "secret_key": "secret"});
    let times = case["clock"]["receive_request_pairs"].as_array();
    let world = World::new(&client, Some("2019-06-01T00:00:00Z"));
    let exchanges: Vec<Json> =
        case["responses"].as_array().into_iter().flatten().map(|r| json!({"response": r})).collect();
    let script = Script::new(&Json::Array(exchanges)).with_clock(&world);
    world.script_clock(times.into_iter().flatten().filter_map(|t| DateTime::parse(t.as_str()?)));
    let connection = world.connect(&client, script.clone())?;
    let expect = &case["expect"];
    let mut attempts = Vec::new();
    let mut quota_reached = false;
    for _ in 0..case["invocations"].as_u64().unwrap_or(1) {
        let mut call = connection.call(case["operation"].as_str().unwrap_or_default().to_owned());
        if let Some(seconds) = case["read_timeout_override"].as_f64() {
            call.overrides().read_timeout = Some(Duration::from_secs_f64(seconds));
        }
        let outcome = call.send().await;
        let sent = script.sent();
        attempts.push(json!(sent.len()));
        let headers: Vec<Json> =
            sent.iter().map(|s| json!(s.headers.get("amz-sdk-request").and_then(|v| v.to_str().ok()))).collect();
        same("amz-sdk-request", &Json::Array(headers), &expect["amz_sdk_request"])?;
        let word = if outcome.is_ok() { "success" } else { "error" };
        same("outcome", &json!(word), &expect["outcome"])?;
        if let Err(error) = outcome {
            quota_reached = error.hint().is_some_and(|hint| hint.contains("too many calls"));
            if error.attempts() as usize != sent.len() {
                return Err(format!("the error tells of {} attempts of {}", error.attempts(), sent.len()));
            }
            // "reached max retries: 2"
            let retries = expect["message_containing"].as_str().and_then(|m| m.rsplit(' ').next()?.parse::<u32>().ok());
            if retries.is_some_and(|retries| retries + 1 != error.attempts()) {
                return Err(format!("{} attempts, expected {}", error.attempts(), expect["message_containing"]));
            }
        }
    }
    same("attempts", &attempts[0], &expect["attempts"])?;
    same("attempts", &Json::Array(attempts), &expect["attempts_per_invocation"])?;
    same("quota reached", &json!(quota_reached), &expect["last_metadata"]["RetryQuotaReached"])
}

/// Compares with what the case says; what it leaves open is right.
fn same(what: &str, got: &Json, expected: &Json) -> Result<(), String> {
    if expected.is_null() || got == expected {
        return Ok(());
    }
    Err(format!("{what}: {got}, expected {expected}"))
}

/// One failure, or several, given to a policy.
fn steps(case: &Json) -> Result<(), String> {
    let service = case["service"].as_str().unwrap_or("codecommit").to_owned();
    let metadata = Metadata { service_id: service.into(), ..Metadata::default() };
    let expect = &case["expect"];
    let wanted = expect["delays"].as_array().map_or(0, Vec::len) as u64;
    let max = case["max_attempts"].as_u64().or((wanted > 0).then_some(wanted + 1)).map(|n| n as u32);
    let mut policy = Policy::new(Mode::Standard, max, &metadata);
    if let Some(longest) = case["max_backoff"].as_f64() {
        policy = policy.with_max_backoff(Duration::from_secs_f64(longest));
    }
    if let Some(quota) = case["quota"].as_u64() {
        policy = policy.with_quota(quota as u32);
    }
    let mut attempts = policy.begin(case["operation"].as_str().unwrap_or("Any"), None);
    let random = case["random"].as_f64().unwrap_or(1.0);
    let failures = match case["responses"].as_array() {
        Some(list) => list.clone(),
        None => vec![case.clone(); wanted.max(1) as usize],
    };
    let (mut delays, mut quotas, mut last) = (Vec::new(), Vec::new(), None);
    for failure in &failures {
        let outcome = Outcome {
            status: Some(failure["status"].as_u64().unwrap_or(500) as u16),
            code: failure["error_code"].as_str(),
            retry_after: failure["headers"]["x-amz-retry-after"].as_str(),
            ..Outcome::default()
        };
        let decision = policy.next(&mut attempts, &outcome, random, DateTime::default());
        delays.push(match decision {
            Decision::After(delay) | Decision::Stop(Stop::QuotaExhausted { wait: Some(delay) }) => rounded(delay),
            Decision::Stop(_) => Json::Null,
        });
        quotas.push(json!(policy.quota()));
        last = Some(decision);
    }
    same("quota after failure", &quotas[0], &expect["quota_after_failure"])?;
    same("quotas", &Json::Array(quotas), &expect["quota"])?;
    same("sleeps", &json!(!delays[0].is_null()), &expect["sleeps"])?;
    same("delay", &delays[0], &rounded_json(&expect["delay"]))
        .or_else(|_| same("delays", &Json::Array(delays.clone()), &rounded_json(&expect["delay"])))?;
    same("delays", &Json::Array(delays), &rounded_json(&expect["delays"]))?;
    same("retry", &json!(matches!(last, Some(Decision::After(_)))), &expect["retry"])?;
    let outcome = match last {
        Some(Decision::Stop(Stop::MaxAttempts)) => "max_attempts_exceeded",
        Some(Decision::Stop(Stop::QuotaExhausted { .. })) => "retry_quota_exceeded",
        Some(Decision::Stop(_)) => "fail_request",
        _ => "retry_request",
    };
    same("outcome", &json!(outcome), &expect["outcome"])?;
    policy.next(&mut attempts, &Outcome::success(200), random, DateTime::default());
    same("quota after success", &json!(policy.quota()), &expect["quota_after_success"])
}

/// Milliseconds, so that floats can be compared.
fn rounded(delay: Duration) -> Json {
    json!((delay.as_secs_f64() * 1000.0).round() as u64)
}

fn rounded_json(expected: &Json) -> Json {
    match expected {
        Json::Array(list) => Json::Array(list.iter().map(rounded_json).collect()),
        Json::Number(seconds) => rounded(Duration::from_secs_f64(seconds.as_f64().unwrap_or_default())),
        other => other.clone(),
    }
}
