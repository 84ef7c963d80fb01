//! `jmespath`: the compliance suite of the query language.

use super::{case::value, Report};
use boto_core::query::Query;
use serde_json::Value as Json;

/// Runs the suite.
pub fn run(report: &mut Report) {
    for file in report.files() {
        for case in report.cases(&file) {
            report.case(case["id"].as_str().unwrap_or_default(), one(&case));
        }
    }
}

fn one(case: &Json) -> Result<(), String> {
    let want = &case["expect"];
    let expression = case["expression"].as_str().unwrap_or_default();
    let got = Query::new(expression).and_then(|query| query.search(&value::plain(&case["given"])));
    match (got, want.get("error")) {
        (Err(_), Some(_)) => Ok(()),
        (Ok(got), None) => match alike(&json(&got)?, &want["result"]) {
            true => Ok(()),
            false => Err(format!("{expression}: got {got:?}, want {}", want["result"])),
        },
        (got, _) => Err(format!("{expression}: got {got:?}, want {want}")),
    }
}

fn json(value: &boto_core::Value) -> Result<Json, String> {
    serde_json::from_str(&boto_core::codec::json::to_text(value)).map_err(|e| e.to_string())
}

/// Equality as JSON has it: 1 and 1.0 are one number.
fn alike(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => a.as_f64() == b.as_f64(),
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| alike(a, b)))
        }
        (a, b) => a == b,
    }
}
