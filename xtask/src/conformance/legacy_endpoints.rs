//! `legacy-endpoints`: the table from before endpoint rules.

use super::{
    json::{members, text},
    Report,
};
use boto_core::endpoint::legacy::{self, Question, Resolved};
use boto_model::{archive, legacy::Variant, Text};
use serde_json::{json, Value as Json};

pub fn run(report: &mut Report) {
    let table = archive::legacy_endpoints();
    for case in report.cases("resolver") {
        let args = &case["args"];
        let question = Question {
            service: text(&args["service"]),
            region: args["region"].as_str(),
            partition: args["partition"].as_str(),
            dual_stack: args["dualstack"] == true,
            fips: args["fips"] == true,
        };
        let outcome = match (legacy::resolve(table, question), &case["expect"]) {
            (Ok(None), Json::Null) | (Err(_), Json::Null) => Ok(()),
            (Ok(Some(ours)), expect @ Json::Object(_)) => compare(&record(&ours), expect),
            (ours, expect) => Err(format!("{ours:?} instead of {expect}")),
        };
        report.case(text(&case["id"]), outcome);
    }
}

fn compare(ours: &Json, expect: &Json) -> Result<(), String> {
    for (name, value) in members(expect) {
        if &ours[name] != value {
            return Err(format!("{name}: {} instead of {value}", ours[name]));
        }
    }
    match members(ours).find(|(name, value)| !value.is_null() && expect.get(name.as_str()).is_none()) {
        Some((name, value)) => Err(format!("{name}: {value}, which is not expected")),
        None => Ok(()),
    }
}

fn record(ours: &Resolved<'_>) -> Json {
    let list = |texts: &[Text]| (!texts.is_empty()).then(|| texts.iter().map(|t| t.to_string()).collect::<Vec<_>>());
    let mut scope = json!({});
    if let Some(region) = ours.scope_region {
        scope["region"] = region.into();
    }
    if let Some(service) = ours.scope_service {
        scope["service"] = service.into();
    }
    let has_scope = ours.scope_region.is_some() || ours.scope_service.is_some();
    json!({
        "partition": ours.partition,
        "endpointName": ours.endpoint_name,
        "hostname": ours.hostname,
        "dnsSuffix": ours.dns_suffix,
        "sslCommonName": ours.ssl_common_name,
        "protocols": list(ours.protocols),
        "signatureVersions": list(ours.signature_versions),
        "credentialScope": has_scope.then_some(scope),
        "deprecated": ours.deprecated.then_some(true),
        "tags": list(ours.tags),
        "variants": ours.variants.iter().map(variant).collect::<Vec<_>>(),
    })
}

fn variant(variant: &Variant) -> Json {
    let mut out = json!({ "tags": variant.tags.iter().map(|t| t.to_string()).collect::<Vec<_>>() });
    if let Some(hostname) = &variant.hostname {
        out["hostname"] = hostname.to_string().into();
    }
    if let Some(suffix) = &variant.dns_suffix {
        out["dnsSuffix"] = suffix.to_string().into();
    }
    out
}
