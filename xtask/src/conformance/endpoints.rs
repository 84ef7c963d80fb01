//! `endpoints`: every service's own endpoint tests through our interpreter.

use super::{
    endpoint_rules::{compare, params},
    json::text,
    Report,
};
use boto_core::endpoint::{Atlas, Resolver};
use boto_model::archive;
use std::collections::BTreeMap;

pub fn run(report: &mut Report) {
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
        report.case(text(&case["id"]), outcome);
    }
}

fn resolver(service: &str) -> Option<Resolver> {
    Resolver::new(archive::open(service)?.rules()?, Atlas::shared()).ok()
}
