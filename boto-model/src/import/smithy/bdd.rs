//! Endpoint rules as a binary decision diagram, `@endpointBdd`, unfolded into a tree.
//!
//! A diagram shares its nodes, a tree cannot; so one whose tree would grow too large is refused. (Models that carry a
//! diagram carry the tree as well, which is then taken instead.)

use super::super::ruleset;
use crate::document::{Node, Read};
use crate::pack::DEPTH;
use crate::rules::{Body, Condition, Expr, Literal, Rule, RuleSet};

/// A reference to a result is its number and this.
const RESULTS: i32 = 100_000_000;
/// How many rules the tree may have.
const LIMIT: usize = 20_000;

struct Diagram {
    conditions: Vec<Condition>,
    /// The first result, of number 1; number 0 is that nothing matches.
    results: Vec<Rule>,
    /// Condition, then where it holds, then where it does not. The first node, of reference 1, is the end.
    nodes: Vec<[i32; 3]>,
}

pub(super) fn rule_set(node: Node<'_>) -> Read<RuleSet> {
    let list = |key: &'static str| node.get(key).ok_or_else(|| node.error(format!("{key} is missing")));
    let (conditions, results) = (list("conditions")?, list("results")?);
    let diagram = Diagram {
        conditions: conditions.items()?.map(|c| ruleset::condition(c, DEPTH)).collect::<Read<_>>()?,
        results: results.items()?.map(|r| ruleset::leaf(r, DEPTH)).collect::<Read<_>>()?,
        nodes: nodes(&node)?,
    };
    let root = list("root")?.fitting()?;
    let mut left = LIMIT;
    let rules = diagram.rules(root, DEPTH - 8, &mut left).map_err(|problem| node.error(problem))?;
    Ok(RuleSet { parameters: ruleset::parameters(node)?, rules: rules.into() })
}

impl Diagram {
    /// The rules that stand for a reference.
    fn rules(&self, reference: i32, depth: u32, left: &mut usize) -> Result<Vec<Rule>, String> {
        *left = left.checked_sub(1).ok_or_else(|| format!("the diagram unfolds into more than {LIMIT} rules"))?;
        let depth = depth.checked_sub(1).ok_or("the diagram is too deep")?;
        if reference >= RESULTS {
            return self.result(reference - RESULTS).map(|rule| vec![rule]);
        }
        if reference == 1 || reference == -1 {
            return Ok(vec![no_match()]);
        }
        // A negative reference is the node with its branches changed round; what they lead to stays as it is.
        let at = (reference.unsigned_abs() as usize).checked_sub(1).ok_or("a reference is 0")?;
        let &[condition, high, low] = self.nodes.get(at).ok_or_else(|| format!("no node {reference}"))?;
        let (high, low) = if reference < 0 { (low, high) } else { (high, low) };
        let condition = usize::try_from(condition).ok().and_then(|at| self.conditions.get(at));
        let condition = condition.ok_or_else(|| format!("node {reference} has no condition"))?.clone();
        let held = Rule { conditions: [condition].into(), body: Body::Tree(self.rules(high, depth, left)?.into()) };
        let mut rules = vec![held];
        rules.extend(self.rules(low, depth, left)?);
        Ok(rules)
    }

    fn result(&self, number: i32) -> Result<Rule, String> {
        match usize::try_from(number).map(|n| n.checked_sub(1)) {
            Ok(None) => Ok(no_match()),
            Ok(Some(at)) => self.results.get(at).cloned().ok_or_else(|| format!("no result {number}")),
            Err(_) => Err(format!("no result {number}")),
        }
    }
}

fn no_match() -> Rule {
    let message = Literal::String("no endpoint rule matched".into());
    Rule { conditions: Box::default(), body: Body::Error(Expr::Literal(message)) }
}

/// Base64 of three 32-bit integers a node, the most significant byte first.
fn nodes(node: &Node<'_>) -> Read<Vec<[i32; 3]>> {
    let text = node.required("nodes")?;
    let bytes = base64(&text).filter(|b| b.len() % 12 == 0).ok_or_else(|| node.error("nodes cannot be decoded"))?;
    let int = |b: &[u8]| i32::from_be_bytes([b[0], b[1], b[2], b[3]]);
    Ok(bytes.chunks_exact(12).map(|b| [int(b), int(&b[4..]), int(&b[8..])]).collect())
}

fn base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for byte in text.trim_end_matches('=').bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    Some(out)
}
