//! Suite `user-agent`: the cases that all AWS SDKs share, and the ids of features.

use super::Report;
use boto_core::user_agent::{Feature, Features, UserAgent};
use serde_json::Value as Json;

pub fn run(report: &mut Report) {
    for case in report.cases("user-agent") {
        report.case(case["id"].as_str().unwrap_or_default(), header(&case));
    }
    let ids = std::fs::read_to_string(report.dir().join("feature-ids.json")).unwrap_or_default();
    let ids: Json = serde_json::from_str(&ids).unwrap_or_default();
    for (name, id) in ids.as_object().into_iter().flatten() {
        let ours = Feature::named(name).map(Feature::id);
        let outcome = if ours == id.as_str() { Ok(()) } else { Err(format!("{ours:?}, expected {id}")) };
        report.case(&format!("feature-ids/{name}"), outcome);
    }
}

fn header(case: &Json) -> Result<(), String> {
    let given = &case["given"];
    // The cases are templates: every SDK puts in the name of its language.
    let text = |json: &Json| json.as_str().map(|s| s.replace("{language}", "rust").replace("{version}", "1.2.3"));
    let or = |json: &Json, default: &str| text(json).unwrap_or_else(|| default.to_owned());
    let environment = &given["environmentVariables"];
    let agent = UserAgent {
        product: ("aws-sdk-rust".to_owned(), "1.2.3".to_owned()),
        os: (or(&given["os"]["family"], "linux"), or(&given["os"]["version"], "")),
        arch: String::new(),
        language: (or(&given["language"]["name"], "rust"), or(&given["language"]["version"], "1.88")),
        execution_env: text(&environment["AWS_EXECUTION_ENV"]),
        retry_mode: text(&given["sharedConfigFile"]["retry_mode"]),
        endpoint_discovery: false,
        app_id: text(&environment["AWS_SDK_UA_APP_ID"]).or(text(&given["sharedConfigFile"]["sdk_ua_app_id"])),
        frameworks: text(&given["framework"]["name"])
            .map(|name| (name, or(&given["framework"]["version"], "")))
            .into_iter()
            .collect(),
        extra: None,
        replacement: None,
    };
    let mut features = Features::default();
    if let Some(metric) = given["metric"].as_str() {
        let known = FEATURES_BY_ID.iter().find(|name| Feature::named(name).map(Feature::id) == Some(metric));
        features.add(known.and_then(|name| Feature::named(name)).ok_or("unknown metric")?);
    }
    let header = agent.render(features);
    let parts: Vec<&str> = header.split(' ').collect();
    let expected = &case["expectedRequestHeaders"]["user-agent"];
    let list =
        |name: &str| -> Vec<String> { expected[name].as_array().into_iter().flatten().filter_map(text).collect() };
    let mut after = 0;
    for wanted in list("containsInExactOrder") {
        let at = parts[after..].iter().position(|p| *p == wanted);
        after += at.ok_or(format!("no {wanted} in its place in {header}"))? + 1;
    }
    for wanted in list("containsInAnyOrder") {
        if !parts.contains(&wanted.as_str()) {
            return Err(format!("no {wanted} in {header}"));
        }
    }
    for wanted in list("contains") {
        if !header.contains(&wanted) {
            return Err(format!("no {wanted} in {header}"));
        }
    }
    Ok(())
}

/// The features that cases use as examples.
const FEATURES_BY_ID: &[&str] = &["RESOURCE_MODEL", "WAITER", "PAGINATOR"];
