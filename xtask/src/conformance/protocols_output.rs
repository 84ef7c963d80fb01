//! `protocols-output`: answers of botocore's protocol tests, into untyped values.

use super::{
    case::{self, answer},
    Report,
};
use boto_model::Protocol;
use serde_json::Value as Json;

/// Cases we differ in, and why.
pub const DEVIATIONS: &[(&str, &str)] = &[
    ("legacy/rest-json/9.0", "names of headers have no case: the keys of a prefix map are in lower case"),
    ("rest-json/MediaTypeHeaderOutputBase64", "a jsonvalue member gives a JSON value; Smithy's mediaType, raw text"),
    ("rest-xml/BodyWithXmlName", "a shape's locationName names its members; the model is translated"),
];

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

/// Runs one case of this or of Smithy's suite.
pub fn one(case: &Json) -> Result<(), String> {
    let service = case::service(&case["model"])?;
    let operation = service.operation(case["operation"].as_str().unwrap_or_default()).ok_or("no such operation")?;
    let protocol = case["protocol"].as_str().and_then(Protocol::from_name).ok_or("no such protocol")?;
    let outcome = answer::untyped(&service, operation, protocol, &case["response"]);
    answer::compare(case, &service, operation, outcome)
}
