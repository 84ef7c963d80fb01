//! `s3-addressing`: where the bucket goes, through the rules of S3.

use super::{json::text, Report};
use boto_core::{
    endpoint::{
        params::{gather, Builtins, S3Settings},
        Atlas, Params, Resolver,
    },
    value::Object,
    Value,
};
use boto_model::{archive, Service};
use serde_json::Value as Json;

pub fn run(report: &mut Report) {
    let Some(service) = archive::open("s3") else { return };
    let Some(Ok(resolver)) = service.rules().map(|rules| Resolver::new(rules, Atlas::shared())) else { return };
    for case in report.cases("uri") {
        let outcome = match uri(&service, &resolver, &case) {
            Ok(uri) if uri == text(&case["expect"]["uri"]) => Ok(()),
            Ok(uri) => Err(format!("{uri} instead of {}", case["expect"]["uri"])),
            Err(_) if case["expect"]["uri"] == "Error" => Ok(()),
            Err(error) => Err(error.to_string()),
        };
        report.case(text(&case["id"]), outcome);
    }
}

fn uri(service: &Service, resolver: &Resolver, case: &Json) -> boto_core::Result<String> {
    let builtins = Builtins {
        region: case["region"].as_str(),
        s3: S3Settings {
            dual_stack: Some(case["use_dualstack"] == true),
            accelerate: case["use_accelerate"] == true,
            us_east_1_regional: case["us_east_1_regional"] == "regional",
            ..S3Settings::default()
        },
        ..Builtins::default()
    };
    let bucket = Value::String(text(&case["bucket"]).to_owned());
    let input = Object([("Bucket".to_owned(), bucket)].into());
    let operation = service
        .operation("ListObjects")
        .ok_or_else(|| boto_core::Error::new(boto_core::ErrorKind::Unknown, "the archive has no ListObjects"))?;
    // The style of these cases is the parameter of the rules itself, set on the connection; boto's setting of that name
    // yields to acceleration instead of contradicting it.
    let mut own = Params::new();
    if case["addressing_style"] == "path" {
        own.set("ForcePathStyle", true);
    }
    let params = gather(service, resolver, operation, &builtins, &own, &input)?;
    Ok(resolver.resolve(&params)?.url.to_string())
}
