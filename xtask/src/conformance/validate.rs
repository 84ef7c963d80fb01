//! `validate`: which inputs botocore refuses. The wording of the report is our own.

use super::{
    case::{self, value},
    Report,
};
use boto_core::{validate, Value};
use serde_json::{json, Value as Json};

const DEVIATIONS: &[(&str, &str)] = &[(
    "validate/TestValidateTypes.test_can_handle_none_datetimes",
    "null counts as absent: that is how an empty option arrives from serde",
)];

/// Runs the suite.
pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    for file in report.files() {
        for case in report.cases(&file) {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            report.case(&id, one(&case));
        }
    }
}

fn one(case: &Json) -> Result<(), String> {
    let name = case["shape"].as_str().unwrap_or_default();
    let mut shapes = case["shapes"].clone();
    for shape in shapes.as_object_mut().into_iter().flat_map(|s| s.values_mut()) {
        // Some lists and maps of the tests have no elements, and are only ever given something else.
        let parts: &[&str] = match shape["type"].as_str() {
            Some("list") => &["member"],
            Some("map") => &["key", "value"],
            _ => &[],
        };
        for part in parts {
            if shape[part].is_null() {
                shape[part] = json!({ "shape": name });
            }
        }
    }
    let model = json!({ "metadata": { "protocol": "json" }, "shapes": shapes });
    let service = case::service(&model)?;
    let shape = service.shape_named(name).ok_or("no such shape")?;
    let Value::Map(input) = value::input(&service, shape, &case["params"]) else {
        return Err("the input is no object".to_owned());
    };
    let outcome = validate::validate(&service, shape, &input, true);
    let want = &case["expect"];
    if outcome.is_ok() != (want["valid"] == true) {
        return Err(format!("got {outcome:?}, want {want}"));
    }
    // One line of botocore's report is one problem.
    if let Err(error) = outcome {
        let lines = want["report"].as_str().unwrap_or_default().lines().count();
        case::same("problems", error.message().split("; ").count(), lines)?;
    }
    Ok(())
}
