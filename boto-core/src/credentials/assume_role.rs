//! Roles that are assumed with other credentials.

use super::{
    failure, json,
    plan::{self, Base, Role},
    process, sso, web_identity, Answer, Found, NestedCall, Sources,
};
use crate::{
    arn::Arn,
    feature::{Feature, Features},
    identity::{Sealed, Secret},
    value::Object,
    Credentials, Error, Result, Value,
};

pub(super) const NAME: &str = "assume-role";

/// Assumes the roles that the profile asks for, each with the credentials before it. `quiet` refuses to ask for MFA
/// codes.
pub(super) async fn provide(at: &Sources, profile: &str, quiet: bool) -> Found {
    let Some(section) = at.config.files().profiles.profile(profile) else {
        return Ok(Answer::Not(format!("there is no profile {profile:?}")));
    };
    if !plan::is_role(section) {
        return Ok(Answer::Not(format!("the profile {profile:?} has no role_arn")));
    }
    run(at, &plan::plan(&at.config, profile)?, quiet).await.map(Answer::Found)
}

/// Carries a plan out.
pub(super) async fn run(at: &Sources, plan: &plan::Plan, quiet: bool) -> Result<Credentials> {
    // Roles that are still good save all that comes before them.
    let good = plan.roles.iter().enumerate().rev();
    let mut held = None;
    for (index, role) in good {
        if let Some(found) = at.store.load(&at.config, &role_key(role), NAME) {
            held = Some((index + 1, found));
            break;
        }
    }
    // Each call says where the credentials that sign it came from.
    let source = plan.features();
    let assumed = source.with(Feature::CredentialsStsAssumeRole);
    let (done, mut credentials) = match held {
        Some((done, found)) => (done, Credentials { features: assumed, ..found }),
        None => (0, base(at, &plan.base).await?.with_features(source)),
    };
    for role in &plan.roles[done..] {
        credentials = assume(at, role, credentials, quiet).await?.with_features(assumed);
    }
    Ok(credentials)
}

async fn base(at: &Sources, base: &Base) -> Result<Credentials> {
    let host = &**at.config.host();
    let (name, answer) = match base {
        Base::Keys(credentials) => return Ok(credentials.clone()),
        Base::WebIdentity(identity) => (web_identity::NAME, web_identity::assume(at, identity).await?),
        Base::Sso(session) => (sso::NAME, sso::credentials(at, session).await?),
        Base::Login { session } => (super::login::NAME, super::login::credentials(at, session).await?),
        Base::Process { command, account_id } => {
            (process::NAME, process::run(host, command, account_id.as_deref()).await?)
        }
        Base::Environment => ("credential_source Environment", super::environment::provide(host, false)?),
        Base::Container => ("credential_source EcsContainer", super::container::provide(at).await?),
        Base::Instance => ("credential_source Ec2InstanceMetadata", super::imds::provide(at).await?),
    };
    match answer {
        Answer::Found(credentials) => Ok(credentials),
        Answer::Not(why) => Err(failure(NAME, format!("{name} has no credentials: {why}"))),
    }
}

/// The input that makes the role what it is: the same as botocore's, for the hash of it names the cache file.
fn role_input(role: &Role) -> Object {
    let mut input = Object::default();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            input.0.insert(name.to_owned(), value);
        }
    };
    let text = |value: &Option<String>| value.clone().map(Value::String);
    put("RoleArn", Some(Value::String(role.arn.clone())));
    put("RoleSessionName", text(&role.session_name));
    put("ExternalId", text(&role.external_id));
    put("SerialNumber", text(&role.mfa_serial));
    put("DurationSeconds", role.duration.map(Value::Int));
    input
}

pub(super) fn role_key(role: &Role) -> String {
    super::store::key(&json::write(&role_input(role), true))
}

async fn assume(at: &Sources, role: &Role, source: Credentials, quiet: bool) -> Result<Credentials> {
    let mut params = role_input(role);
    if !params.0.contains_key("RoleSessionName") {
        params.0.insert("RoleSessionName".into(), Value::String(at.store.session_name(&at.config)));
    }
    if let Some(serial) = &role.mfa_serial {
        if quiet {
            return Err(failure(NAME, format!("the role {} needs an MFA code, and nobody can be asked now", role.arn)));
        }
        let code = at.prompt.ask(&format!("Enter MFA code for {serial}: ")).await?;
        params.0.insert("TokenCode".into(), Value::String(code));
    }
    let (service, operation, credentials) = ("sts", "AssumeRole", Some(source));
    let features = Features::NONE;
    let call = NestedCall { service, operation, params, region: None, credentials, features, stamp: None };
    let mut output = Sealed::from(at.caller.call(call).await.map_err(|e| denied(NAME, &role.arn, e))?);
    let account = account_of(&output);
    let user = output.0.get("AssumedRoleUser").cloned();
    let found = self::credentials(NAME, &mut output, account)?;
    at.store.save(&at.config, &role_key(role), &found, user);
    Ok(found)
}

/// What STS answers, as credentials.
pub(super) fn credentials(name: &'static str, output: &mut Object, account: Option<String>) -> Result<Credentials> {
    let Some(Value::Map(answer)) = output.0.remove("Credentials") else {
        return Err(failure(name, "the answer of STS holds no credentials"));
    };
    let mut answer = Sealed::from(answer);
    let expiry = json::time_of(&answer, "Expiration");
    let mut take = |key: &str| {
        json::take(&mut answer, key).ok_or_else(|| failure(name, format!("the answer of STS holds no {key}")))
    };
    Ok(Credentials {
        access_key_id: take("AccessKeyId")?,
        secret_access_key: Secret::new(take("SecretAccessKey")?),
        session_token: Some(Secret::new(take("SessionToken")?)),
        expiry,
        account_id: account,
        provider: name,
        features: Features::NONE,
    })
}

/// The account of the role that was assumed.
pub(super) fn account_of(output: &Object) -> Option<String> {
    let Some(Value::Map(user)) = output.0.get("AssumedRoleUser") else { return None };
    let arn = json::text(user, "Arn").filter(|arn| Arn::is(arn))?;
    Arn::parse(arn).ok().map(|arn| arn.account).filter(|account| !account.is_empty()).map(str::to_owned)
}

/// Says which role could not be assumed.
pub(super) fn denied(name: &str, role: &str, error: Error) -> Error {
    let hint = match error.code() {
        Some("AccessDenied") => "the role's trust policy must allow these credentials to assume it",
        Some("ExpiredToken" | "RequestExpired") => "is the clock of this machine right?",
        _ => "",
    };
    let wrapped = failure(name, format!("cannot assume {role}: {error}"));
    match (error.hint(), hint) {
        (None, hint) if !hint.is_empty() => wrapped.with_hint(hint),
        _ => wrapped,
    }
}
