//! Who calls: where credentials and tokens come from.
//!
//! One file per provider. [`Chain`] asks them in botocore's order until one knows credentials, and keeps those in a
//! [`cache::Cache`] that all connections of a session share.

pub mod cache;

mod assume_role;
mod boto_file;
mod chain;
mod config_file;
mod container;
mod environment;
mod explain;
mod imds;
mod json;
mod login;
mod metadata;
mod parties;
mod plan;
mod process;
mod sso;
mod store;
mod token;
mod web_identity;

#[cfg(test)]
mod tests;

pub use chain::Chain;
pub use container::endpoint as container_endpoint;
pub use explain::{Attempt, Outcome};
pub use imds::{token_url as imds_token_url, Imds};
pub use parties::{prompt, Caller, NestedCall, Prompt, Provider, Sources, Stamp, TerminalPrompt, TokenProvider};
pub use plan::{plan, Base, Plan, Role};
pub use store::Store;
pub use token::environment_variable as token_variable;

use crate::{Credentials, Error, ErrorKind, Result};

/// What a provider says.
#[derive(Debug)]
pub(crate) enum Answer {
    /// These are the credentials.
    Found(Credentials),
    /// Not asked for: what it looked at, for people.
    Not(String),
}

/// An error of a provider.
fn failure(provider: &str, message: impl std::fmt::Display) -> Error {
    Error::new(ErrorKind::Credentials, format!("{provider}: {message}"))
}

/// A key that comes without its other half.
fn partial(provider: &str, missing: &str, place: &str) -> Error {
    failure(provider, format!("{missing} is missing in {place}, though the other half of the key is there"))
}

type Found = Result<Answer>;
