//! Suite `retries`: sequences of answers, rates, classification.

mod client;

use super::Report;
use boto_core::{
    http::TransportErrorKind,
    retry::{adaptive, classify, Attempts, Decision, Mode, Modeled, Outcome, Policy, Stop},
    DateTime,
};
use boto_model::Metadata;
use serde_json::Value as Json;
use std::time::Duration;

pub fn run(report: &mut Report) {
    let model = std::fs::read_to_string(report.dir().join("modeled-errors.json")).unwrap_or_default();
    let model: Json = serde_json::from_str(&model).unwrap_or_default();
    for (file, run) in [
        ("sequences", sequence as fn(&Json, &Json) -> Result<(), String>),
        ("adaptive", rates),
        ("classification", classification),
        ("client", client::run),
    ] {
        for case in report.cases(file) {
            let outcome = run(&case, &model);
            report.case(case["id"].as_str().unwrap_or_default(), outcome);
        }
    }
}

fn sequence(case: &Json, _: &Json) -> Result<(), String> {
    let given = &case["given"];
    let metadata = Metadata {
        service_id: given["service"].as_str().unwrap_or("codecommit").to_owned().into(),
        ..Metadata::default()
    };
    let max_attempts = given["max_attempts"].as_u64().map(|n| n as u32);
    let mut policy = Policy::new(Mode::Standard, max_attempts, &metadata);
    if let Some(tokens) = given["initial_retry_tokens"].as_u64() {
        policy = policy.with_quota(tokens as u32);
    }
    if let Some(longest) = given["max_backoff_time"].as_f64() {
        policy = policy.with_max_backoff(Duration::from_secs_f64(longest));
    }
    let operation = if given["long_polling"] == true { "ReceiveMessage" } else { "Any" };
    let random = given["exponential_base"].as_f64().unwrap_or(1.0);
    if let Some(threads) = case["threads"].as_array() {
        return interleaved(&policy, threads, random, &case["expected_final_quota"]);
    }
    let mut attempts = policy.begin(operation, None);
    for (i, step) in case["responses"].as_array().into_iter().flatten().enumerate() {
        let decision = decide(&policy, &mut attempts, step, random);
        check(&policy, decision, &step["expected"]).map_err(|why| format!("answer {i}: {why}"))?;
        if decision == Decision::Stop(Stop::Success) {
            attempts = policy.begin(operation, None);
        }
    }
    Ok(())
}

/// Threads share a quota: the order between them is the one that explains the quotas given.
fn interleaved(policy: &Policy, threads: &[Json], random: f64, last: &Json) -> Result<(), String> {
    let quota_after = |thread: usize, step: usize| threads[thread][step]["expected"]["retry_quota"].as_i64();
    let succeeds = |thread: usize, step: usize| threads[thread][step]["response"]["status_code"] == 200;
    let lengths: Vec<usize> = threads.iter().map(|t| t.as_array().map_or(0, Vec::len)).collect();
    let total: usize = lengths.iter().sum();
    // Depth first over the choices of who is next.
    let mut open = vec![(Vec::new(), i64::from(policy.quota()))];
    let order = loop {
        let Some((order, quota)) = open.pop() else {
            return Err("no order of the threads explains the quotas".to_owned());
        };
        if order.len() == total {
            break order;
        }
        for (thread, length) in lengths.iter().enumerate() {
            let step = order.iter().filter(|t| **t == thread).count();
            if step == *length {
                continue;
            }
            let after = quota + if succeeds(thread, step) { 14 } else { -14 };
            if quota_after(thread, step) == Some(after) {
                open.push(([&order[..], &[thread]].concat(), after));
            }
        }
    };
    let mut calls: Vec<_> = threads.iter().map(|_| (policy.begin("Any", None), 0)).collect();
    for thread in order {
        let (attempts, step) = &mut calls[thread];
        let case = &threads[thread][*step];
        check(policy, decide(policy, attempts, case, random), &case["expected"])?;
        *step += 1;
    }
    let quota = policy.quota();
    (Some(u64::from(quota)) == last.as_u64()).then_some(()).ok_or(format!("final quota {quota}, expected {last}"))
}

fn decide(policy: &Policy, attempts: &mut Attempts, step: &Json, random: f64) -> Decision {
    let answer = &step["response"];
    let outcome = Outcome {
        status: answer["status_code"].as_u64().map(|s| s as u16),
        code: answer["error_code"].as_str(),
        retry_after: answer["headers"]["x-amz-retry-after"].as_str(),
        ..Outcome::default()
    };
    policy.next(attempts, &outcome, random, DateTime::default())
}

fn check(policy: &Policy, decision: Decision, expected: &Json) -> Result<(), String> {
    let (word, delay) = match decision {
        Decision::After(delay) => ("retry_request", Some(delay)),
        Decision::Stop(Stop::Success) => ("success", None),
        Decision::Stop(Stop::NotRetryable) => ("fail_request", None),
        Decision::Stop(Stop::MaxAttempts) => ("max_attempts_exceeded", None),
        Decision::Stop(Stop::QuotaExhausted { wait }) => ("retry_quota_exceeded", wait),
    };
    if expected["outcome"] != word {
        return Err(format!("{word}, expected {}", expected["outcome"]));
    }
    if expected["retry_quota"].as_u64().is_some_and(|quota| quota != u64::from(policy.quota())) {
        return Err(format!("quota {}, expected {}", policy.quota(), expected["retry_quota"]));
    }
    let seconds = delay.map(|d| d.as_secs_f64());
    // A retry without a delay in the case leaves it open; an end without one must not wait.
    let open = expected["delay"].is_null() && word == "retry_request";
    if !open && !near(seconds, expected["delay"].as_f64()) {
        return Err(format!("delay {seconds:?}, expected {}", expected["delay"]));
    }
    Ok(())
}

fn rates(case: &Json, _: &Json) -> Result<(), String> {
    let steps = case["cases"].as_array().ok_or("no cases")?;
    let mut cubic = adaptive::Cubic::new(
        case["given"]["last_max_rate"].as_f64().unwrap_or(0.0),
        case["given"]["last_throttle_time"].as_f64().unwrap_or(0.0),
    );
    let limiter = adaptive::Limiter::default().starting_at(0.0);
    let mut rate = 0.0;
    for step in steps {
        let now = step["timestamp"].as_f64().ok_or("no timestamp")?;
        let throttled = step["response"] == "throttle";
        let pairs = if case["kind"] == "cubic" {
            rate = if throttled { cubic.throttled(rate, now) } else { cubic.succeeded(now) };
            vec![(rate, &step["calculated_rate"])]
        } else {
            limiter.answered(now, throttled);
            vec![(limiter.measured(), &step["measured_tx_rate"]), (limiter.rate(), &step["new_token_bucket_rate"])]
        };
        for (got, expected) in pairs {
            if !near(Some(got), expected.as_f64()) {
                return Err(format!("at {now}: {got}, expected {expected}"));
            }
        }
    }
    Ok(())
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-5 * (1.0 + b.abs()),
        (a, b) => a == b,
    }
}

fn classification(case: &Json, model: &Json) -> Result<(), String> {
    let code = case["error_code"].as_str();
    let transport = match case["io_error"].as_str() {
        None => None,
        Some("ConnectionError" | "EndpointConnectionError" | "SSLError" | "ProxyConnectionError") => {
            Some(TransportErrorKind::Connect)
        }
        Some("ConnectTimeoutError") => Some(TransportErrorKind::ConnectTimeout),
        Some("ReadTimeoutError") => Some(TransportErrorKind::ReadTimeout),
        Some("ConnectionClosedError" | "HTTPClientError" | "ResponseStreamingError") => {
            Some(TransportErrorKind::Broken)
        }
        // What is not a failure of the transport never reaches the policy as one.
        Some(_) => Some(TransportErrorKind::Request),
    };
    let modeled = if case["model"].is_null() { Modeled::Unknown } else { modeled(model, code) };
    let status = case["status"].as_u64().map(|s| s as u16);
    let outcome = Outcome { status, code, transport, modeled, ..Outcome::default() };
    let by_checker = match case["checker"].as_str().unwrap_or_default() {
        "transient" => classify::transient(&outcome),
        "throttling" => classify::throttling_code(&outcome),
        "throttling-status" | "throttling-status-modeled" => classify::throttling_status(&outcome),
        "modeled" => matches!(modeled, Modeled::Retryable | Modeled::Throttling),
        "overall" => false,
        other => return Err(format!("unknown checker {other}")),
    };
    let overall = classify::classify(&outcome, false) != classify::Class::Final;
    for (name, got) in [("retryable_by_checker", by_checker), ("retryable_overall", overall)] {
        if case["expect"][name].as_bool().is_some_and(|expected| expected != got) {
            return Err(format!("{name}: {got}"));
        }
    }
    Ok(())
}

fn modeled(model: &Json, code: Option<&str>) -> Modeled {
    let Some(shapes) = model["shapes"].as_object() else { return Modeled::Unknown };
    let named = |(name, shape): &(&String, &Json)| {
        shape["exception"] == true && shape["error"]["code"].as_str().or(Some(name)) == code
    };
    match shapes.iter().find(named).map(|(_, shape)| &shape["retryable"]) {
        None => Modeled::Unknown,
        Some(Json::Null) => Modeled::Plain,
        Some(retryable) if retryable["throttling"] == true => Modeled::Throttling,
        Some(_) => Modeled::Retryable,
    }
}
