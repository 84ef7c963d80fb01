//! Waiters, as facts: which operation to poll and what its answers mean.

use crate::Text;

/// A waiter (`waiters-2.json`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waiter {
    /// The name in the model, `BucketExists`.
    pub name: Text,
    /// The operation to poll.
    pub operation: Text,
    /// Seconds between two attempts.
    pub delay: u32,
    /// Attempts at most.
    pub max_attempts: u32,
    /// Tried in order; the first that matches decides.
    pub acceptors: Box<[Acceptor]>,
}

/// One rule of a waiter.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptor {
    /// `success`, `failure` or `retry`.
    pub state: Text,
    /// `path`, `pathAll`, `pathAny`, `status` or `error` (whose boolean asks for any error or for none). Smithy models
    /// also have `pathInputOutput`, `pathAllInputOutput` and `pathAnyInputOutput`, whose paths begin at an object of
    /// `input` and `output`.
    pub matcher: Text,
    /// The JMESPath of the `path…` matchers.
    pub argument: Option<Text>,
    /// What is expected.
    pub expected: Expected,
}

/// What an [`Acceptor`] expects.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// A string (an error code, a value).
    String(Text),
    /// A boolean.
    Bool(bool),
    /// A number (a status, a value).
    Int(i64),
    /// Null.
    Null,
}
