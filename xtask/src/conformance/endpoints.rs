//! `endpoints`: every service's own endpoint tests, through our interpreter and, where a case names an operation and its
//! input, through a whole call that is built and not sent.

use super::{
    endpoint_rules::{compare, params},
    json::{list, text},
    wire::{self, Script, World},
    Report,
};
use boto_core::{
    endpoint::{Atlas, Resolver},
    ErrorKind,
};
use boto_model::archive;
use serde_json::{json, Value as Json};
use std::collections::BTreeMap;

/// Cases we differ in, and why.
const DEVIATIONS: &[(&str, &str)] = &[
    ("s3/11e7484c65", "\"example.com#\" is no bucket name: the call is refused, as boto refuses it"),
    ("s3/edbc648b6a", "\"bucket name\" is no bucket name: the call is refused, as boto refuses it"),
];

pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    let runtime = match tokio::runtime::Builder::new_current_thread().build() {
        Ok(runtime) => runtime,
        Err(error) => return report.case("endpoints", Err(error.to_string())),
    };
    let mut resolvers: BTreeMap<String, Option<Resolver>> = BTreeMap::new();
    for case in report.cases("endpoints") {
        let service = text(&case["service"]);
        let resolver = resolvers.entry(service.to_owned()).or_insert_with(|| resolver(service));
        let outcome = match resolver {
            Some(resolver) => {
                let answer = resolver.resolve(&params(&case["params"])).map(|endpoint| (*endpoint).clone());
                compare(answer, &case["expect"])
            }
            None => Err("no rules for this service".to_owned()),
        };
        let mut calls = list(&case["operations"]);
        let calls = calls.try_for_each(|call| {
            let outcome = runtime.block_on(whole_call(service, call, &case["expect"]));
            outcome.map_err(|why| format!("{} as a whole: {why}", text(&call["operation"])))
        });
        report.case(text(&case["id"]), outcome.and(calls));
    }
}

fn resolver(service: &str) -> Option<Resolver> {
    Resolver::new(archive::open(service)?.rules()?, Atlas::shared()).ok()
}

/// Builds a call whose connection sets the built-ins of the case; its URL must begin with the endpoint's.
pub(super) async fn whole_call(service: &str, call: &Json, expect: &Json) -> Result<(), String> {
    let client = json!({
        "service": service,
        "env": {"AWS_ACCESS_KEY_ID": "access_key", "AWS_SECRET_ACCESS_KEY": "secret_key"},
        "region": call["builtins"]["AWS::Region"],
        // What the case does not set must not come from our defaults: these settings are those that change nothing.
        "config": {
            "inject_host_prefix": false,
            "signature_version": "unsigned",
            "s3": {"us_east_1_regional_endpoint": "regional", "use_arn_region": true},
        },
    });
    let world = World::new(&client, Some("2026-01-02T03:04:05Z"));
    let mut connection = world.connect(&client, Script::default())?;
    let rules = connection.service().rules().ok_or("no rules")?.clone();
    for parameter in &rules.parameters {
        let builtin = parameter.builtin.as_deref().unwrap_or_default();
        if let Some(value) = params(&json!({ "given": call["builtins"][builtin] })).get("given") {
            connection = connection.with_endpoint_param(parameter.name.as_ref(), value.clone());
        }
    }
    let operation = text(&call["operation"]);
    let shape = connection.service().operation(operation).ok_or("no such operation")?.input;
    let input = wire::input(connection.service(), shape, &call["params"])?;
    let mut untyped = connection.call(operation.to_owned());
    untyped.input_mut().clone_from(&input);
    untyped.overrides().parameter_validation = Some(false);
    match (untyped.dry_run().await, expect["error"].as_str()) {
        (Ok(request), None) => {
            let (ours, theirs) = (request.url.to_string(), text(&expect["url"]));
            ours.starts_with(theirs).then_some(()).ok_or_else(|| format!("{ours} instead of {theirs}…"))
        }
        (Err(error), Some(message)) if error.message() == message => Ok(()),
        // What the rules refuse may be refused before they are asked.
        (Err(error), Some(_)) if error.kind() == ErrorKind::Validation => Ok(()),
        (Err(error), _) => Err(format!("{error} instead of {expect}")),
        (Ok(request), Some(message)) => Err(format!("{} instead of error {message:?}", request.url)),
    }
}
