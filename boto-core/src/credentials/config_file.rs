//! Credentials that stand in a profile: in the credentials file, or in the configuration file.

use super::{partial, Answer, Found};
use crate::{
    config::{Config, Property, Section},
    feature::{Feature, Features},
    identity::Secret,
    Credentials,
};

pub(super) const SHARED: &str = "shared-credentials-file";
pub(super) const CONFIG: &str = "config-file";
const FEATURES: Features = Features::NONE.with(Feature::CredentialsProfile);

/// From `~/.aws/credentials`.
pub(super) fn shared(config: &Config, profile: &str) -> Found {
    let section = config.files().profiles.profile(profile).map(|p| p.credentials());
    provide(SHARED, section, profile, &place(config.credentials_file()))
}

/// From `~/.aws/config`.
pub(super) fn config(config: &Config, profile: &str) -> Found {
    let section = config.files().profiles.profile(profile).map(|p| p.config());
    provide(CONFIG, section, profile, &place(config.config_file()))
}

fn place(path: Option<&std::path::Path>) -> String {
    path.map(|p| p.display().to_string()).unwrap_or_default()
}

fn provide(name: &'static str, section: Option<&Section>, profile: &str, file: &str) -> Found {
    match section.filter(|s| s.line > 0) {
        Some(section) => keys(name, FEATURES, section, &format!("the profile {profile:?} in {file}")),
        None => Ok(Answer::Not(format!("{file} has no profile {profile:?}"))),
    }
}

/// The keys of a section; `place` names it in messages.
pub(super) fn keys(name: &'static str, features: Features, section: &Section, place: &str) -> Found {
    let text = |key: &str| section.get(key).filter(|p| !p.value.is_empty()).map(text_of);
    let Some(id) = text("aws_access_key_id") else {
        return Ok(Answer::Not(format!("{place} has no aws_access_key_id")));
    };
    let Some(secret) = text("aws_secret_access_key") else {
        return Err(partial(name, "aws_secret_access_key", place));
    };
    let token = text("aws_security_token").or_else(|| text("aws_session_token"));
    Ok(Answer::Found(Credentials {
        access_key_id: id.to_owned(),
        secret_access_key: Secret::new(secret),
        session_token: token.map(Secret::new),
        expiry: None,
        account_id: text("aws_account_id").map(str::to_owned),
        provider: name,
        features,
    }))
}

fn text_of(property: &Property) -> &str {
    property.value.as_str()
}
