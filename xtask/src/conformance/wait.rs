//! `wait`: what botocore's waiters make of answers.

use super::{case::value, Report};
use boto_core::{
    query::Query,
    wait::{waiters, Answer, Judge, Verdict},
};
use serde_json::{json, Value as Json};

/// Runs the suite.
pub fn run(report: &mut Report) {
    for file in report.files() {
        for case in report.cases(&file) {
            report.case(case["id"].as_str().unwrap_or_default(), one(&case));
        }
    }
}

fn one(case: &Json) -> Result<(), String> {
    let got = end(case);
    let want = &case["expect"];
    let message = want["message"].as_str().unwrap_or_default();
    // The wording is our own; what it is about has to be the same.
    let wanted = match want["state"].as_str() {
        Some("success") => "success",
        _ if message.contains("terminal failure state") => "failure",
        _ if message.contains("An error occurred") => "unknown error",
        _ if message.contains("Max attempts exceeded. Previously") => "attempts, rule",
        _ if message.contains("Max attempts exceeded") => "attempts",
        _ => "error",
    };
    match (&got, wanted) {
        (Err(_), "error") => Ok(()),
        (Ok(got), wanted) if *got == wanted => Ok(()),
        (got, wanted) => Err(format!("got {got:?}, want {wanted} ({message})")),
    }
}

/// How the waiting ends.
fn end(case: &Json) -> Result<&'static str, String> {
    let document = json!({ "version": 2, "waiters": { "Case": case["config"] } });
    let waiter = waiters(&document.to_string()).map_err(|e| e.to_string())?;
    let waiter = waiter.first().ok_or("no waiter")?;
    let judge = Judge::new(waiter).map_err(|e| e.to_string())?;
    let config = &case["kwargs"]["WaiterConfig"];
    let attempts = config["MaxAttempts"].as_u64().unwrap_or(u64::from(waiter.max_attempts));
    let calls = case["calls"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut ruled = false;
    for (index, call) in calls.iter().enumerate() {
        let last = index + 1 == calls.len();
        let output = value::plain(&call["response"]);
        let code = output["Error"]["Code"].as_str();
        let search = |query: &Query, _: bool| query.search(&output);
        let status = output["ResponseMetadata"]["HTTPStatusCode"].as_i64().and_then(|s| u16::try_from(s).ok());
        let erred = output["Error"].as_object().is_some_and(|error| error.0.contains_key("Code"));
        let code = erred.then(|| code.unwrap_or_default());
        let answer = Answer { search: (!erred).then_some(&search), code, status };
        let end = match judge.verdict(answer).map_err(|e| e.to_string())? {
            Verdict::Success => Some("success"),
            Verdict::Failure(_) => Some("failure"),
            Verdict::Unknown => Some("unknown error"),
            Verdict::Retry(rule) => {
                ruled |= rule.is_some();
                let over = u64::try_from(index + 1).unwrap_or(u64::MAX) >= attempts;
                over.then_some(if ruled { "attempts, rule" } else { "attempts" })
            }
        };
        match (end, last) {
            (Some(end), true) => return Ok(end),
            (Some(end), false) => return Err(format!("{end} after {} of {} calls", index + 1, calls.len())),
            (None, _) => {}
        }
    }
    Err("another attempt is made".to_owned())
}
