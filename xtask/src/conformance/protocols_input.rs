//! `protocols-input`: requests of botocore's protocol tests, through the untyped face.

use super::{
    case::{self, request},
    Report,
};
use boto_model::Protocol;
use serde_json::Value as Json;

/// Cases we differ in, and why.
pub const DEVIATIONS: &[(&str, &str)] = &[
    ("rest-json/RestJsonHttpChecksumRequired", "a CRC is sent in place of Content-MD5, as botocore does"),
    ("rest-json/MediaTypeHeaderInputBase64", "a jsonvalue member takes a JSON value; Smithy's mediaType, raw text"),
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
    let encoded = request::encode(case, &service)?;
    request::compare(case, &encoded, case["protocol"].as_str().and_then(Protocol::from_name))
}
