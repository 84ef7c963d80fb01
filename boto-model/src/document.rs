//! Documents that people write, models and resource definitions: JSON read so that a mistake names its place.

pub mod json;
mod node;

pub use json::Json;
pub(crate) use node::{Node, Read};

/// A document that cannot be read: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The place in the document, `shapes.Foo.members.Bar`.
    pub path: String,
    /// What is wrong there.
    pub problem: String,
}

impl Invalid {
    pub(crate) fn new(path: impl Into<String>, problem: impl Into<String>) -> Self {
        Invalid { path: path.into(), problem: problem.into() }
    }
}

impl std::fmt::Display for Invalid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.path.is_empty() {
            return f.write_str(&self.problem);
        }
        write!(f, "{}: {}", self.path, self.problem)
    }
}

impl std::error::Error for Invalid {}
