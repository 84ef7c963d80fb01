//! What was compared, and what came of it.

use super::rules::RULES;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// A part, what botocore has there, and what we have.
pub type Difference = (String, String, String);

/// Counts, and the differences that nothing explains.
#[derive(Default)]
pub struct Tally {
    /// By protocol and kind (request, answer).
    compared: BTreeMap<(String, &'static str), u64>,
    /// What both sides refuse to send.
    refused: u64,
    /// By reason.
    skipped: BTreeMap<String, u64>,
    /// By number of the rule: how many differences it explains.
    explained: BTreeMap<usize, u64>,
    /// By protocol and part.
    unexplained: BTreeMap<(String, String), Group>,
}

/// Differences in the same part.
#[derive(Default)]
struct Group {
    count: u64,
    services: BTreeSet<String>,
    /// The first of them.
    examples: Vec<String>,
}

/// How many examples of the same difference are shown.
const EXAMPLES: usize = 3;

impl Tally {
    /// Nothing to compare.
    pub fn skipped(&mut self, why: &str) {
        let why = why.split(':').next().unwrap_or(why);
        *self.skipped.entry(why.to_owned()).or_default() += 1;
    }

    /// Both refused.
    pub fn refused(&mut self) {
        self.refused += 1;
    }

    /// Compared, with these differences.
    pub fn differ(&mut self, case: &Json, kind: &'static str, differences: &[Difference]) {
        let protocol = case["protocol"].as_str().unwrap_or_default().to_owned();
        *self.compared.entry((protocol.clone(), kind)).or_default() += 1;
        for difference in differences {
            if let Some(rule) = RULES.iter().position(|rule| (rule.explains)(case, difference)) {
                *self.explained.entry(rule).or_default() += 1;
                continue;
            }
            let (part, theirs, ours) = difference;
            let group = part.split(['.', '[']).next().unwrap_or(part);
            let group = self.unexplained.entry((protocol.clone(), format!("{kind} {group}"))).or_default();
            group.count += 1;
            group.services.insert(case["service"].as_str().unwrap_or_default().to_owned());
            if group.examples.len() < EXAMPLES {
                let cut = |text: &str| text.chars().take(600).collect::<String>();
                let id = case["id"].as_str().unwrap_or_default();
                group.examples.push(format!(
                    "{id}: {part}\n      botocore {}\n      here     {}",
                    cut(theirs),
                    cut(ours)
                ));
            }
        }
    }

    /// Adds another's counts.
    pub fn add(&mut self, other: Tally) {
        other.compared.into_iter().for_each(|(key, n)| *self.compared.entry(key).or_default() += n);
        other.skipped.into_iter().for_each(|(key, n)| *self.skipped.entry(key).or_default() += n);
        other.explained.into_iter().for_each(|(key, n)| *self.explained.entry(key).or_default() += n);
        self.refused += other.refused;
        for (key, group) in other.unexplained {
            let entry = self.unexplained.entry(key).or_default();
            entry.count += group.count;
            entry.services.extend(group.services);
            entry.examples.extend(group.examples);
            entry.examples.truncate(EXAMPLES);
        }
    }

    /// Prints everything; an error if there is a difference, a protocol (`all_protocols`) was not met or a rule
    /// (`all_rules`) not used.
    pub fn judge(&self, all_protocols: bool, all_rules: bool) -> Result<(), String> {
        for ((protocol, kind), n) in &self.compared {
            println!("{protocol:18} {n:6} {kind}s compared");
        }
        println!("refused by both: {}", self.refused);
        self.skipped.iter().for_each(|(why, n)| println!("not compared: {n}, {why}"));
        let mut faults = Vec::new();
        for (i, rule) in RULES.iter().enumerate() {
            let n = self.explained.get(&i).copied().unwrap_or_default();
            println!("explained: {n}, {}", rule.reason);
            if n == 0 && all_rules {
                faults.push(format!("a rule that explains nothing: {}", rule.reason));
            }
        }
        for ((protocol, part), Group { count: n, services, examples }) in &self.unexplained {
            let services = services.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            println!("DIFFERENT: {protocol} {part}: {n}, {services}");
            examples.iter().for_each(|example| println!("    {example}"));
            faults.push(format!("{n} differences in {protocol} {part}"));
        }
        let met: BTreeSet<&str> = self.compared.keys().map(|(p, _)| p.as_str()).collect();
        if all_protocols && met.len() < 6 {
            faults.push(format!("only the protocols {met:?} were met"));
        }
        let compared: u64 = self.compared.values().sum();
        if compared == 0 {
            faults.push("nothing was compared".to_owned());
        }
        println!("differential: {compared} compared, {} faults", faults.len());
        match faults.is_empty() {
            true => Ok(()),
            false => Err(faults.join("\n")),
        }
    }
}
