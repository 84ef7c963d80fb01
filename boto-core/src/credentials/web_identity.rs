//! A role for a token that someone else writes into a file, as Kubernetes does (IRSA).

use super::{
    assume_role::{self, account_of},
    failure, json, Answer, Found, Sources,
};
use crate::{
    config::Profile,
    credentials::NestedCall,
    feature::{Feature, Features},
    identity::Sealed,
    value::Object,
    Credentials, Error, ErrorKind, Result, Value,
};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

pub(super) const NAME: &str = "assume-role-with-web-identity";

/// A role for a token in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebIdentity {
    /// The role's ARN.
    pub role_arn: String,
    /// The file with the token.
    pub token_file: PathBuf,
    /// The name of the session; ours if there is none.
    pub session_name: Option<String>,
    /// Whether the environment or a profile says so, for the user agent.
    pub named: Features,
}

const ENVIRONMENT: Features = Features::NONE.with(Feature::CredentialsEnvVarsStsWebIdToken);
const PROFILE: Features = Features::NONE.with(Feature::CredentialsProfileStsWebIdToken);

impl WebIdentity {
    /// What the user agent says of the credentials.
    pub(super) fn features(&self) -> Features {
        self.named.with(Feature::CredentialsStsAssumeRoleWebId)
    }
}

/// What a profile says; nothing if it names no token file.
pub(super) fn of_profile(profile: &Profile, name: &str) -> Result<Option<WebIdentity>> {
    let text = |key: &str| profile.text(key).filter(|v| !v.is_empty()).map(str::to_owned);
    let Some(token_file) = text("web_identity_token_file") else { return Ok(None) };
    let role_arn = text("role_arn").ok_or_else(|| no_role(&format!("profile {name:?}")))?;
    let session_name = text("role_session_name");
    Ok(Some(WebIdentity { role_arn, token_file: token_file.into(), session_name, named: PROFILE }))
}

fn no_role(place: &str) -> Error {
    let message = format!("{NAME}: {place} names a web_identity_token_file, but no role_arn");
    Error::new(ErrorKind::Config, message).with_hint("set role_arn in the profile, or AWS_ROLE_ARN")
}

/// `AWS_WEB_IDENTITY_TOKEN_FILE`, `AWS_ROLE_ARN`, `AWS_ROLE_SESSION_NAME`, each before the profile's property, unless
/// the profile was named in code.
pub(super) async fn provide(at: &Sources, profile: &str, environment: bool) -> Found {
    let host = at.config.host();
    let section = at.config.files().profiles.profile(profile);
    let mut named = Features::NONE;
    let mut value = |variable: &str, key: &str| {
        if let Some(set) = environment.then(|| host.var(variable)).flatten().filter(|v| !v.is_empty()) {
            named = named.and(ENVIRONMENT);
            return Some(set);
        }
        let property = section.and_then(|s| s.text(key)).filter(|v| !v.is_empty())?;
        named = named.and(PROFILE);
        Some(property.into())
    };
    let Some(token_file) = value("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else {
        let variable = if environment { "AWS_WEB_IDENTITY_TOKEN_FILE is not set, and " } else { "" };
        return Ok(Answer::Not(format!("{variable}the profile {profile:?} has no web_identity_token_file")));
    };
    let place = format!("profile {profile:?} or the environment");
    let mut text = |variable: &str, key: &str| value(variable, key).map(|v| v.to_string_lossy().into_owned());
    let role_arn = text("AWS_ROLE_ARN", "role_arn").ok_or_else(|| no_role(&place))?;
    let session_name = text("AWS_ROLE_SESSION_NAME", "role_session_name");
    assume(at, &WebIdentity { role_arn, token_file: token_file.into(), session_name, named }).await
}

/// Assumes the role.
pub(super) async fn assume(at: &Sources, identity: &WebIdentity) -> Found {
    let mut key = Object::default();
    key.0.insert("RoleArn".into(), Value::String(identity.role_arn.clone()));
    if let Some(name) = &identity.session_name {
        key.0.insert("RoleSessionName".into(), Value::String(name.clone()));
    }
    let key = super::store::key(&json::write(&key, true));
    if let Some(found) = at.store.load(&at.config, &key, NAME) {
        return Ok(Answer::Found(Credentials { features: identity.features(), ..found }));
    }
    let mut params = Object::default();
    params.0.insert("RoleArn".into(), Value::String(identity.role_arn.clone()));
    let name = identity.session_name.clone().unwrap_or_else(|| at.store.session_name(&at.config));
    params.0.insert("RoleSessionName".into(), Value::String(name));
    params.0.insert("WebIdentityToken".into(), Value::String(token(at, &identity.token_file)?));
    let operation = "AssumeRoleWithWebIdentity";
    let (service, features) = ("sts", identity.named);
    let call = NestedCall { service, operation, params, region: None, credentials: None, features, stamp: None };
    let output = at.caller.call(call).await.map_err(|e| assume_role::denied(NAME, &identity.role_arn, e))?;
    let mut output = Sealed::from(output);
    let account = account_of(&output);
    let found = assume_role::credentials(NAME, &mut output, account)?.with_features(identity.features());
    at.store.save(&at.config, &key, &found, None);
    Ok(Answer::Found(found))
}

/// The token; read anew each time, since it is replaced before it ends.
fn token(at: &Sources, path: &Path) -> Result<String> {
    let path = crate::config::expand(&**at.config.host(), path);
    let bytes = at
        .config
        .host()
        .read(&path)
        .map(Zeroizing::new)
        .map_err(|e| failure(NAME, format!("cannot read the token file {}: {e}", path.display())))?;
    let text = std::str::from_utf8(&bytes).unwrap_or_default().trim();
    if text.is_empty() {
        return Err(failure(NAME, format!("the token file {} holds no token", path.display())));
    }
    Ok(text.to_owned())
}
