//! Suite `utils`: small functions of botocore that have a counterpart here.

use super::Report;
use boto_core::{arn::Arn, codec::text::percent, user_agent, DateTime};
use boto_model::suggest::snake_case;
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
        "percent_encode" => match &args[0] {
            Json::String(text) => Ok(json!(percent(text, false))),
            _ => return None,
        },
        "xform_name" => Ok(json!(snake_case(text(0)).replace('_', args[1].as_str().unwrap_or("_")))),
        "parse_timestamp" => {
            let given = args[0].as_str().map_or_else(|| args[0].to_string(), str::to_owned);
            match DateTime::parse(&given) {
                Some(time) => Ok(json!({"$ts": time.to_string()})),
                None => Err(format!("{given} is no time")),
            }
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
