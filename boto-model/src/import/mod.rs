//! Importers: packed tables out of model files.

pub mod botocore;
mod endpoints;
mod files;
mod nesting;
mod ruleset;
pub mod smithy;
mod template;
mod traits;

pub use endpoints::{endpoints, partitions};
pub use files::{document, folder, folder_through, packed_folder, read_text, ReadFile};

use crate::document::{Invalid, Json, Node};

/// Reads endpoint rules, `endpoint-rule-set-1.json`.
///
/// # Errors
/// Where they are malformed.
pub fn rule_set(document: &Json) -> Result<crate::rules::RuleSet, Invalid> {
    ruleset::rule_set(Node::root(document))
}
