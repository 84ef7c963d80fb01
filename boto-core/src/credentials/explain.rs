//! What every provider said, for people.

use super::json;
use crate::{config::Warning, Credentials, Error, ErrorKind};
use std::fmt;

/// What became of asking one provider.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The provider's name.
    pub provider: &'static str,
    /// What it said.
    pub outcome: Outcome,
}

/// What a provider said.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// It has credentials.
    Found(Credentials),
    /// It is not configured: what it looked at.
    Not(String),
    /// It is configured and failed.
    Failed(Error),
    /// It was not asked, for one before it had an answer.
    Skipped,
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.provider;
        match &self.outcome {
            Outcome::Found(found) => {
                write!(f, "{name}: found {}", shown(&found.access_key_id))?;
                if let Some(account) = &found.account_id {
                    write!(f, " of account {account}")?;
                }
                match found.expiry {
                    Some(end) => write!(f, ", good until {}", json::utc(end)),
                    None => f.write_str(", without end"),
                }
            }
            Outcome::Not(why) => write!(f, "{name}: {why}"),
            Outcome::Failed(error) => {
                let text = error.to_string();
                let text = text.strip_prefix(name).and_then(|t| t.strip_prefix(": ")).unwrap_or(&text);
                write!(f, "{name}: failed: {text}")
            }
            Outcome::Skipped => write!(f, "{name}: not asked"),
        }
    }
}

/// The end of a key's id, as the CLI shows it: enough to know it by.
fn shown(id: &str) -> String {
    let end: String = id.chars().skip(id.chars().count().saturating_sub(4)).collect();
    format!("****************{end}")
}

/// The attempts as a numbered list.
pub(super) fn list(attempts: &[Attempt]) -> String {
    let mut out = String::new();
    for (number, attempt) in attempts.iter().enumerate() {
        out.push_str(&format!("\n  {:>2}. {attempt}", number + 1));
    }
    out
}

/// What was ignored in the files of settings, a line for each.
pub(super) fn ignored(warnings: &[Warning]) -> String {
    warnings.iter().map(|warning| format!("\n  warning: {warning}")).collect()
}

/// The error for when nobody has credentials. They may stand in what was ignored.
pub(super) fn none(attempts: &[Attempt], warnings: &[Warning]) -> Error {
    let message = format!("no credentials found; asked were:{}{}", list(attempts), ignored(warnings));
    Error::new(ErrorKind::Credentials, message).with_hint(
        "run `aws configure` or `aws login`, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile",
    )
}
