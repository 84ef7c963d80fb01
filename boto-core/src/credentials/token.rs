//! Bearer tokens: from the environment, or from single sign-on, refreshed ahead of their end.

use super::{
    json,
    sso::{self, Sso},
    store, NestedCall, Sources,
};
use crate::{
    config::Config,
    feature::Features,
    identity::{Sealed, Secret},
    value::Object,
    DateTime, Result, Token, Value,
};
use zeroize::Zeroizing;

/// Tokens with less time left are refreshed.
const WINDOW: i64 = 15 * 60;

/// The variable that holds the token for a service: `AWS_BEARER_TOKEN_BEDROCK`.
pub fn environment_variable(signing_name: &str) -> String {
    format!("AWS_BEARER_TOKEN_{}", signing_name.replace(['-', ' '], "_").to_uppercase())
}

/// The token for a service in its environment variable.
pub(super) fn of_environment(config: &Config, signing_name: &str) -> Option<Token> {
    if signing_name.trim().is_empty() {
        return None;
    }
    let text = config.host().var(&environment_variable(signing_name))?.into_string().ok()?;
    (!text.is_empty()).then(|| Token { token: Secret::new(text), expiry: None })
}

/// The token of the profile's `sso-session`; none if it names none.
pub(super) async fn of_profile(at: &Sources, profile: &str) -> Result<Option<Token>> {
    let Some(section) = at.config.files().profiles.profile(profile) else { return Ok(None) };
    match sso::session_of_profile(&at.config, section, profile)? {
        Some(session) => of_session(at, &session).await.map(Some),
        None => Ok(None),
    }
}

/// The cached token of a session, refreshed if it ends soon. What cannot be refreshed is used until it has ended.
pub(super) async fn of_session(at: &Sources, sso: &Sso) -> Result<Token> {
    let mut cached = cached(&at.config, sso)?;
    let now = at.config.host().now();
    let Some(end) = json::time_of(&cached, "expiresAt") else {
        return Err(sso::expired(sso, "the cached token has no expiresAt"));
    };
    if json::text(&cached, "accessToken").is_none() {
        return Err(sso::expired(sso, "the cached token has no accessToken"));
    }
    if end.seconds() - now.seconds() < WINDOW {
        match refresh(at, sso, &cached, now).await {
            Ok(fresh) => {
                store::write(&at.config, &sso::cache_file(&at.config, sso), &fresh);
                cached = fresh;
            }
            Err(why) if end <= now => {
                return Err(sso::expired(sso, &format!("the token expired at {} and {why}", json::utc(end))));
            }
            Err(why) => tracing::warn!(why, "the token of single sign-on ends soon and was not refreshed"),
        }
    }
    let expiry = json::time_of(&cached, "expiresAt");
    let token = json::take(&mut cached, "accessToken").unwrap_or_default();
    Ok(Token { token: Secret::new(token), expiry })
}

/// The file that `aws sso login` wrote.
pub(super) fn cached(config: &Config, sso: &Sso) -> Result<Sealed> {
    let path = sso::cache_file(config, sso);
    let bytes = config.host().read(&path).map(Zeroizing::new).map_err(|e| {
        let why = match e.kind() {
            std::io::ErrorKind::NotFound => "not signed in, for there is no token".to_owned(),
            _ => format!("cannot read {}: {e}", path.display()),
        };
        sso::expired(sso, &why)
    })?;
    json::parse(&bytes).map_err(|e| sso::expired(sso, &format!("the token in {} is damaged: {e}", path.display())))
}

/// A new token for the old one, or why there is none.
async fn refresh(at: &Sources, sso: &Sso, old: &Object, now: DateTime) -> Result<Sealed, String> {
    let keep = ["clientId", "clientSecret", "registrationExpiresAt", "refreshToken"];
    if let Some(missing) = keep.iter().find(|key| json::text(old, key).is_none()) {
        return Err(format!("cannot be refreshed without {missing}"));
    }
    match json::time_of(old, "registrationExpiresAt") {
        Some(end) if end > now => {}
        _ => return Err("the registration to refresh it with has expired too".to_owned()),
    }
    let text = |key: &str| Value::String(json::text(old, key).unwrap_or_default().to_owned());
    let mut params = Object::default();
    for key in ["clientId", "clientSecret", "refreshToken"] {
        params.0.insert(key.to_owned(), text(key));
    }
    params.0.insert("grantType".into(), Value::String("refresh_token".into()));
    let (service, operation, region) = ("sso-oidc", "CreateToken", Some(sso.region.clone()));
    let call =
        NestedCall { service, operation, params, region, credentials: None, features: Features::NONE, stamp: None };
    let output = at.caller.call(call).await.map_err(|e| format!("refreshing it failed: {e}"))?;
    let mut output = Sealed::from(output);
    let (Some(token), Some(seconds)) = (json::take(&mut output, "accessToken"), json::number(&output, "expiresIn"))
    else {
        return Err("the answer to refreshing it makes no sense".to_owned());
    };
    let mut fresh = Sealed::default();
    let mut put = |key: &str, value: Value| fresh.0.insert(key.to_owned(), value);
    put("startUrl", Value::String(sso.start_url.clone()));
    put("region", Value::String(sso.region.clone()));
    put("accessToken", Value::String(token));
    put("expiresAt", Value::String(json::utc(DateTime::from_parts(now.seconds() + seconds, 0))));
    for key in ["clientId", "clientSecret", "registrationExpiresAt"] {
        put(key, text(key));
    }
    if let Some(next) = json::take(&mut output, "refreshToken") {
        put("refreshToken", Value::String(next));
    }
    Ok(fresh)
}
