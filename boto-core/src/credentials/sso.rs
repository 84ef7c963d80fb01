//! Single sign-on (IAM Identity Center): the token that `aws sso login` left behind buys credentials of a role.

use super::{
    failure, json,
    store::{self, key},
    token, Answer, Found, NestedCall, Sources,
};
use crate::{
    config::{Config, Profile},
    feature::{Feature, Features},
    identity::{Sealed, Secret},
    value::Object,
    Credentials, DateTime, Error, ErrorKind, Result, Value,
};

pub(super) const NAME: &str = "sso";

/// What a profile says about single sign-on, together with its `sso-session`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sso {
    /// The `sso-session`; none in profiles of the older form.
    pub session: Option<String>,
    /// Where people sign in.
    pub start_url: String,
    /// The region of the identity center.
    pub region: String,
    /// The account; without it there is a token, but no credentials.
    pub account_id: Option<String>,
    /// The role; without it there is a token, but no credentials.
    pub role_name: Option<String>,
}

impl Sso {
    /// What the user agent says of the way to the credentials: how the profile names it.
    fn named(&self) -> Features {
        Features::NONE.with(match self.session {
            Some(_) => Feature::CredentialsProfileSso,
            None => Feature::CredentialsProfileSsoLegacy,
        })
    }

    /// What it says of the credentials.
    pub(super) fn features(&self) -> Features {
        self.named().with(match self.session {
            Some(_) => Feature::CredentialsSso,
            None => Feature::CredentialsSsoLegacy,
        })
    }
}

/// What a profile with `sso_account_id` or `sso_role_name` asks for; nothing if it has neither.
pub(super) fn of_profile(config: &Config, profile: &Profile, name: &str) -> Result<Option<Sso>> {
    let text = |key: &str| profile.text(key).filter(|v| !v.is_empty()).map(str::to_owned);
    let (account_id, role_name) = (text("sso_account_id"), text("sso_role_name"));
    if account_id.is_none() && role_name.is_none() {
        return Ok(None);
    }
    let session = session_of_profile(config, profile, name)?;
    let (start_url, region) = match &session {
        Some(session) => (Some(session.start_url.clone()), Some(session.region.clone())),
        None => (text("sso_start_url"), text("sso_region")),
    };
    match (start_url, region, account_id, role_name) {
        (Some(start_url), Some(region), Some(account_id), Some(role_name)) => Ok(Some(Sso {
            session: session.and_then(|s| s.session),
            start_url,
            region,
            account_id: Some(account_id),
            role_name: Some(role_name),
        })),
        (start_url, region, account_id, role_name) => {
            let all = [
                ("sso_start_url", start_url),
                ("sso_region", region),
                ("sso_account_id", account_id),
                ("sso_role_name", role_name),
            ];
            let missing: Vec<&str> = all.iter().filter(|(_, v)| v.is_none()).map(|(k, _)| *k).collect();
            let message = format!("{NAME}: profile {name:?} is configured for single sign-on, but lacks ");
            Err(Error::new(ErrorKind::Config, message + &missing.join(", ")))
        }
    }
}

/// The `sso-session` that a profile names; nothing if it names none.
pub(super) fn session_of_profile(config: &Config, profile: &Profile, name: &str) -> Result<Option<Sso>> {
    let Some(session) = profile.text("sso_session").filter(|v| !v.is_empty()) else { return Ok(None) };
    let profiles = &config.files().profiles;
    let bad = |message: String| Error::new(ErrorKind::Config, format!("{NAME}: {message}"));
    let Some(section) = profiles.sso_session(session) else {
        let names: Vec<&str> = profiles.sso_session_names().collect();
        let error = bad(format!("profile {name:?} names the sso-session {session:?}, which does not exist"));
        return Err(if names.is_empty() { error } else { error.with_hint(format!("there are: {}", names.join(", "))) });
    };
    for key in section.names() {
        if let (Some(ours), Some(theirs)) = (profile.text(key), section.text(key)) {
            if ours != theirs {
                let message =
                    format!("{key} is {ours:?} in profile {name:?}, but {theirs:?} in sso-session {session:?}");
                return Err(bad(message));
            }
        }
    }
    let need = |key: &str| {
        let found = section.text(key).filter(|v| !v.is_empty()).map(str::to_owned);
        found.ok_or_else(|| bad(format!("sso-session {session:?} (of profile {name:?}) lacks {key}")))
    };
    Ok(Some(Sso {
        session: Some(session.to_owned()),
        start_url: need("sso_start_url")?,
        region: need("sso_region")?,
        account_id: None,
        role_name: None,
    }))
}

/// Credentials of the role that the profile names.
pub(super) async fn provide(at: &Sources, profile: &str) -> Found {
    let Some(section) = at.config.files().profiles.profile(profile) else {
        return Ok(Answer::Not(format!("there is no profile {profile:?}")));
    };
    match of_profile(&at.config, section, profile)? {
        Some(sso) => credentials(at, &sso).await,
        None if section.get("sso_session").is_some() => Ok(Answer::Not(format!(
            "the profile {profile:?} names an sso-session, but no sso_account_id and sso_role_name: \
             it gives a token, not credentials"
        ))),
        None => Ok(Answer::Not(format!("the profile {profile:?} has no sso_account_id and sso_role_name"))),
    }
}

/// Buys credentials with the token.
pub(super) async fn credentials(at: &Sources, sso: &Sso) -> Found {
    let (Some(account), Some(role)) = (&sso.account_id, &sso.role_name) else {
        let session = sso.session.as_deref().unwrap_or_default();
        let message = format!("the sso-session {session:?} gives a token, not credentials");
        return Err(failure(NAME, message).with_hint("add sso_account_id and sso_role_name to the profile"));
    };
    let mut identity = Object::default();
    let mut put = |name: &str, value: &str| identity.0.insert(name.to_owned(), Value::String(value.to_owned()));
    put("accountId", account);
    put("roleName", role);
    match &sso.session {
        Some(session) => put("sessionName", session),
        None => put("startUrl", &sso.start_url),
    };
    let key = key(&json::write(&identity, false));
    if let Some(found) = at.store.load(&at.config, &key, NAME) {
        return Ok(Answer::Found(Credentials { features: sso.features(), ..found }));
    }
    let token = match &sso.session {
        Some(_) => token::of_session(at, sso).await?.token,
        None => legacy_token(at, sso)?,
    };
    let mut params = Object::default();
    let mut put = |name: &str, value: &str| params.0.insert(name.to_owned(), Value::String(value.to_owned()));
    put("roleName", role);
    put("accountId", account);
    put("accessToken", token.expose());
    let (service, operation, region) = ("sso", "GetRoleCredentials", Some(sso.region.clone()));
    let call = NestedCall { service, operation, params, region, credentials: None, features: sso.named(), stamp: None };
    let output = at.caller.call(call).await.map_err(|error| match error.code() {
        Some("UnauthorizedException") => expired(sso, "the service does not accept the token any more"),
        _ => failure(NAME, format!("cannot get credentials of role {role:?} in account {account}: {error}")),
    })?;
    let found = bought(output, account)?.with_features(sso.features());
    at.store.save(&at.config, &key, &found, None);
    Ok(Answer::Found(found))
}

fn bought(output: Object, account: &str) -> Result<Credentials> {
    let mut output = Sealed::from(output);
    let Some(Value::Map(answer)) = output.0.remove("roleCredentials") else {
        return Err(failure(NAME, "the answer of SSO holds no credentials"));
    };
    let mut answer = Sealed::from(answer);
    let milliseconds = json::number(&answer, "expiration");
    let mut take = |key: &str| {
        json::take(&mut answer, key).ok_or_else(|| failure(NAME, format!("the answer of SSO holds no {key}")))
    };
    Ok(Credentials {
        access_key_id: take("accessKeyId")?,
        secret_access_key: Secret::new(take("secretAccessKey")?),
        session_token: Some(Secret::new(take("sessionToken")?)),
        expiry: milliseconds.map(|ms| DateTime::from_parts(ms.div_euclid(1000), 0)),
        account_id: Some(account.to_owned()),
        provider: NAME,
        features: Features::NONE,
    })
}

/// The token of a profile of the older form, which cannot be refreshed.
fn legacy_token(at: &Sources, sso: &Sso) -> Result<Secret> {
    let mut cached = token::cached(&at.config, sso)?;
    let end = json::time_of(&cached, "expiresAt");
    let now = at.config.host().now();
    match (json::take(&mut cached, "accessToken"), end) {
        (Some(token), Some(end)) if end > now => Ok(Secret::new(token)),
        (Some(_), Some(end)) => Err(expired(sso, &format!("the token expired at {}", json::utc(end)))),
        _ => Err(expired(sso, "the cached token has no accessToken or no expiresAt")),
    }
}

/// The error that sends people to `aws sso login`.
pub(super) fn expired(sso: &Sso, why: &str) -> Error {
    let (name, command) = match &sso.session {
        Some(session) => (format!("sso-session {session:?}"), format!("aws sso login --sso-session {session}")),
        None => (sso.start_url.clone(), "aws sso login".to_owned()),
    };
    failure(NAME, format!("{name}: {why}")).with_hint(format!("run: {command}"))
}

/// Where the CLI keeps the token.
pub(super) fn cache_file(config: &Config, sso: &Sso) -> std::path::PathBuf {
    let name = store::key(sso.session.as_deref().unwrap_or(&sso.start_url));
    crate::config::expand(&**config.host(), std::path::Path::new("~/.aws/sso/cache")).join(format!("{name}.json"))
}
