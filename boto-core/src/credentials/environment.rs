//! Credentials in environment variables.

use super::{failure, json, partial, Answer, Found};
use crate::{
    feature::{Feature, Features},
    host::Host,
    identity::Secret,
    Credentials,
};

pub(super) const NAME: &str = "env";
pub(super) const FEATURES: Features = Features::NONE.with(Feature::CredentialsEnvVars);

/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` (or, older, `AWS_SECURITY_TOKEN`),
/// `AWS_CREDENTIAL_EXPIRATION`, `AWS_ACCOUNT_ID`. Blank variables count as not set. `again` asks for the successors of
/// keys that ended: then key and time must be there, for what refreshes them must have stopped half-way.
pub(super) fn provide(host: &dyn Host, again: bool) -> Found {
    let set = |name: &str| {
        let value = host.var(name)?.into_string().ok()?;
        let trimmed = value.trim();
        (!trimmed.is_empty()).then(|| trimmed.to_owned())
    };
    let place = "the environment";
    let (access_key_id, secret) = match (set("AWS_ACCESS_KEY_ID"), set("AWS_SECRET_ACCESS_KEY")) {
        (Some(id), Some(secret)) => (id, secret),
        (Some(_), None) => return Err(partial(NAME, "AWS_SECRET_ACCESS_KEY", place)),
        (None, _) if again => return Err(partial(NAME, "AWS_ACCESS_KEY_ID", place)),
        (None, Some(_)) => return Ok(Answer::Not("AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not".into())),
        (None, None) => return Ok(Answer::Not("AWS_ACCESS_KEY_ID is not set".into())),
    };
    let expiry = match set("AWS_CREDENTIAL_EXPIRATION") {
        Some(text) => Some(json::time(&text).ok_or_else(|| {
            failure(
                NAME,
                format!("AWS_CREDENTIAL_EXPIRATION is {text:?}, which is not a time such as 2030-01-01T00:00:00Z"),
            )
        })?),
        None if again => {
            let message = "AWS_CREDENTIAL_EXPIRATION is not set any more, though the keys before these had an end";
            return Err(failure(NAME, message));
        }
        None => None,
    };
    Ok(Answer::Found(Credentials {
        access_key_id,
        secret_access_key: Secret::new(secret),
        session_token: set("AWS_SECURITY_TOKEN").or_else(|| set("AWS_SESSION_TOKEN")).map(Secret::new),
        expiry,
        account_id: set("AWS_ACCOUNT_ID"),
        provider: NAME,
        features: FEATURES,
    }))
}
