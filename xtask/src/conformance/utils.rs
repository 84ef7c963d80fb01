//! Suite `utils`: small functions of botocore that have a counterpart here.

use super::Report;
use boto_core::{arn::Arn, user_agent};
use serde_json::{json, Value as Json};

pub fn run(report: &mut Report) {
    for file in report.files() {
        for case in report.cases(&file) {
            if let Some(outcome) = answer(&case) {
                report.case(case["id"].as_str().unwrap_or_default(), check(&case["expect"], outcome));
            }
        }
    }
}

/// What our counterpart says; `None` where there is none.
fn answer(case: &Json) -> Option<Result<Json, String>> {
    let args = &case["args"];
    let text = |i: usize| args[i].as_str().unwrap_or_default();
    Some(match case["fn"].as_str()? {
        "parse_arn" => Arn::parse(text(0))
            .map(|arn| {
                json!({"partition": arn.partition, "service": arn.service, "region": arn.region,
                    "account": arn.account, "resource": arn.resource})
            })
            .map_err(|e| e.to_string()),
        "sanitize_user_agent_string_component" => {
            Ok(json!(user_agent::sanitize(text(0), args[1].as_bool().unwrap_or_default())))
        }
        _ => return None,
    })
}

fn check(expect: &Json, outcome: Result<Json, String>) -> Result<(), String> {
    match (outcome, expect.get("error")) {
        (Ok(got), None) if got == expect["value"] => Ok(()),
        (Ok(got), _) => Err(format!("{got}, expected {expect}")),
        (Err(_), Some(_)) => Ok(()),
        (Err(why), None) => Err(why),
    }
}
