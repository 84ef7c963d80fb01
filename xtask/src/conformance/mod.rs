//! `cargo xtask conformance DIR [SUITE …]`: runs the normalised cases of a folder, one module per suite.
//!
//! A suite reads `DIR/<suite>/*.jsonl`, runs every case and tells a [`Report`]. Known deviations stand in one list per
//! suite, each with its reason; a listed case that passes is a failure too, so that the lists cannot rot.

pub mod case;
mod cbor;
mod checksums;
mod config_resolution;
mod credential_chain;
mod csm;
mod date_time;
mod decoded;
mod dynamodb;
mod endpoint_rules;
mod endpoints;
mod eventstream;
mod eventstream_protocol;
mod http_traffic;
mod jmespath;
mod json;
mod legacy_endpoints;
mod paginate;
mod parse_unit;
#[cfg(test)]
mod pinned;
mod presign;
mod profile_parser;
pub mod protocols_input;
pub mod protocols_output;
mod response_parsing;
mod retries;
mod s3_addressing;
mod serialize_unit;
mod sigv4;
mod smithy_protocols;
mod user_agent;
mod utils;
mod validate;
mod wait;
mod wire;
mod world;

use serde_json::Value as Json;
use std::{collections::BTreeMap, path::Path};

type Suite = (&'static str, fn(&mut Report));

/// All suites, in the order in which they run.
#[rustfmt::skip] // one a line, so that each suite's row is a change of its own
const SUITES: &[Suite] = &[
    ("checksums", checksums::run),
    ("eventstream", eventstream::run),
    ("eventstream-protocol", eventstream_protocol::run),
    ("retries", retries::run),
    ("user-agent", user_agent::run),
    ("utils", utils::run),
    ("wire", wire::run),
    ("sigv4", sigv4::run),
    ("endpoint-rules", endpoint_rules::run),
    ("protocols-input", protocols_input::run),
    ("protocols-output", protocols_output::run),
    ("smithy-protocols", smithy_protocols::run),
    ("validate", validate::run),
    ("serialize-unit", serialize_unit::run),
    ("response-parsing", response_parsing::run),
    ("parse-unit", parse_unit::run),
    ("date-time", date_time::run),
    ("cbor", cbor::run),
    ("endpoints", endpoints::run),
    ("legacy-endpoints", legacy_endpoints::run),
    ("s3-addressing", s3_addressing::run),
    ("presign", presign::run),
    ("profile-parser", profile_parser::run),
    ("config-resolution", config_resolution::run),
    ("credential-chain", credential_chain::run),
    ("paginate", paginate::run),
    ("wait", wait::run),
    ("jmespath", jmespath::run),
    ("dynamodb", dynamodb::run),
    ("csm", csm::run),
    ("http-traffic", http_traffic::run),
];

/// What became of the cases of one suite.
pub struct Report {
    dir: std::path::PathBuf,
    passed: usize,
    failed: Vec<(String, String)>,
    deviations: &'static [(&'static str, &'static str)],
    deviated: usize,
}

impl Report {
    /// The cases of one file, `name` without `.jsonl`; empty if the file is not there.
    pub fn cases(&self, name: &str) -> Vec<Json> {
        let path = self.dir.join(format!("{name}.jsonl"));
        let text = std::fs::read_to_string(path).unwrap_or_default();
        text.lines().filter(|l| !l.trim().is_empty()).filter_map(|l| serde_json::from_str(l).ok()).collect()
    }

    /// The names of all files of the suite, without `.jsonl`, sorted.
    pub fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(&self.dir)
            .into_iter()
            .flatten()
            .filter_map(|e| e.ok()?.file_name().into_string().ok()?.strip_suffix(".jsonl").map(str::to_owned))
            .collect();
        names.sort();
        names
    }

    /// The folder of the suite.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Known deviations: case id (or a prefix that ends in `*`) and the reason.
    pub fn deviations(&mut self, list: &'static [(&'static str, &'static str)]) {
        self.deviations = list;
    }

    /// Tells what became of a case.
    pub fn case(&mut self, id: &str, outcome: Result<(), String>) {
        let known =
            self.deviations.iter().any(|(d, _)| d.strip_suffix('*').map_or(*d == id, |prefix| id.starts_with(prefix)));
        match (outcome, known) {
            (Ok(()), false) => self.passed += 1,
            (Err(_), true) => self.deviated += 1,
            (Ok(()), true) => self.failed.push((id.to_owned(), "passes, but is listed as a deviation".to_owned())),
            (Err(why), false) => self.failed.push((id.to_owned(), why)),
        }
    }
}

/// Runs the suites of a folder. `-v` prints every failure (else the first ten of each suite).
pub fn main(arguments: &[String]) -> Result<(), String> {
    let verbose = arguments.iter().any(|a| a == "-v");
    let mut names = arguments.iter().filter(|a| *a != "-v");
    let dir = Path::new(names.next().ok_or("conformance: which folder?")?);
    let only: Vec<&String> = names.collect();
    let mut totals: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (name, run) in SUITES {
        if !only.is_empty() && !only.iter().any(|o| o == name) {
            continue;
        }
        let mut report = Report { dir: dir.join(name), passed: 0, failed: Vec::new(), deviations: &[], deviated: 0 };
        run(&mut report);
        println!(
            "{name}: {} passed, {} failed, {} known deviations",
            report.passed,
            report.failed.len(),
            report.deviated
        );
        for (id, why) in report.failed.iter().take(if verbose { usize::MAX } else { 10 }) {
            println!("  {id}: {why}");
        }
        totals.insert(name, (report.passed, report.failed.len(), report.deviated));
    }
    let (passed, failed) = totals.values().fold((0, 0), |(p, f), t| (p + t.0, f + t.1));
    println!("conformance: {passed} passed, {failed} failed");
    if failed > 0 {
        return Err(format!("{failed} conformance cases failed"));
    }
    if passed == 0 {
        return Err("no conformance case ran".to_owned());
    }
    Ok(())
}
