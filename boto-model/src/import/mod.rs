//! Importers: packed tables out of model files.

pub mod botocore;
mod endpoints;
mod files;
pub mod json;
mod node;
mod ruleset;
pub mod smithy;
mod template;

pub use endpoints::{endpoints, partitions};
pub use files::{document, folder, folder_through, packed_folder, read_text, ReadFile};
pub use json::Json;

/// A model that cannot be imported: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The place in the document, `shapes.Foo.members.Bar`.
    pub path: String,
    /// What is wrong there.
    pub problem: String,
}

impl ImportError {
    pub(crate) fn new(path: impl Into<String>, problem: impl Into<String>) -> Self {
        ImportError { path: path.into(), problem: problem.into() }
    }
}

/// Reads endpoint rules, `endpoint-rule-set-1.json`.
///
/// # Errors
/// Where they are malformed.
pub fn rule_set(document: &Json) -> Result<crate::rules::RuleSet, ImportError> {
    ruleset::rule_set(node::Node::root(document))
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.path.is_empty() {
            return f.write_str(&self.problem);
        }
        write!(f, "{}: {}", self.path, self.problem)
    }
}

impl std::error::Error for ImportError {}
