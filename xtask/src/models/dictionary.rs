//! What many services have in common: the strings that most of them repeat, and the usual endpoint rules.

use boto_model::pack::{self, Tables};
use boto_model::rules::{Body, Expr, Literal, Part, Rule, RuleSet};
use boto_model::{Kind, Text};
use std::collections::{BTreeMap, BTreeSet};

/// DEFLATE looks back no further.
const WINDOW: usize = 32 * 1024;
/// How much of it goes to endpoint rules.
const RULES: usize = 8 * 1024;

/// Makes the dictionary: the most valuable at its end, where references to it are shortest.
pub fn make(services: &[Tables]) -> Vec<u8> {
    let mut pieces = usual_rules(services);
    pieces.extend(usual_strings(services));
    let mut kept: Vec<Vec<u8>> = Vec::new();
    let mut length = 0;
    for piece in pieces {
        if length + piece.len() <= WINDOW {
            length += piece.len();
            kept.push(piece);
        }
    }
    kept.reverse();
    kept.concat()
}

/// The packed endpoint rules of one service of each of the most frequent kinds.
fn usual_rules(services: &[Tables]) -> Vec<Vec<u8>> {
    let mut kinds: BTreeMap<String, (usize, &RuleSet)> = BTreeMap::new();
    for rules in services.iter().filter_map(|s| s.rules.as_ref()) {
        kinds.entry(format!("{:?}", without_names(rules.clone()))).or_insert((0, rules)).0 += 1;
    }
    let mut kinds: Vec<(usize, &RuleSet)> = kinds.into_values().filter(|(count, _)| *count > 1).collect();
    kinds.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let mut length = 0;
    let mut pieces = Vec::new();
    for (_, rules) in kinds {
        let piece = pack::write_rules(rules);
        length += piece.len();
        if length > RULES {
            break;
        }
        pieces.push(piece);
    }
    pieces
}

/// The same rules without what is particular to one service: its names in URLs and signing.
fn without_names(mut rules: RuleSet) -> RuleSet {
    rules.rules.iter_mut().for_each(blank);
    rules
}

fn blank(rule: &mut Rule) {
    match &mut rule.body {
        Body::Tree(rules) => rules.iter_mut().for_each(blank),
        Body::Endpoint(endpoint) => {
            endpoint.properties = Box::default();
            match &mut endpoint.url {
                Expr::Template(parts) => {
                    for part in parts.iter_mut() {
                        if let Part::Text(text) = part {
                            *text = Text::default();
                        }
                    }
                }
                Expr::Literal(literal) => *literal = Literal::Bool(false),
                _ => {}
            }
        }
        Body::Error(_) => {}
    }
}

/// Strings of several services, as packed records write them; those that save most come first.
fn usual_strings(services: &[Tables]) -> Vec<Vec<u8>> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for service in services {
        for string in strings(service) {
            *counts.entry(string.to_owned()).or_default() += 1;
        }
    }
    // A reference costs about three bytes, and the first occurrence is not saved.
    let value = |(string, count): &(String, usize)| (count - 1) * string.len().saturating_sub(2);
    let mut common: Vec<(String, usize)> = counts.into_iter().filter(|(s, n)| *n > 3 && s.len() < 64).collect();
    common.sort_by_key(|entry| std::cmp::Reverse(value(entry)));
    common
        .into_iter()
        .map(|(string, _)| {
            let mut piece = vec![(string.len() << 1) as u8];
            piece.extend_from_slice(string.as_bytes());
            piece
        })
        .collect()
}

fn strings(tables: &Tables) -> BTreeSet<&str> {
    let mut strings: BTreeSet<&str> = tables.operations.iter().map(|o| &*o.name).collect();
    for shape in &tables.shapes {
        strings.insert(&shape.name);
        strings.extend(shape.pattern.as_deref());
        strings.extend(shape.members().iter().flat_map(|m| [Some(&*m.name), m.location_name.as_deref()]).flatten());
        if let Kind::String { values } = &shape.kind {
            strings.extend(values.iter().map(|v| &**v));
        }
    }
    strings
}
