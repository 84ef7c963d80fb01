//! What a profile asks for, worked out before anything is fetched: where the first credentials come from, and which
//! roles are assumed with them, one after the other.

use super::{
    config_file, container, environment, failure, imds, login, process,
    sso::{self, Sso},
    web_identity::{self, WebIdentity},
    Answer,
};
use crate::{
    config::{Config, Profile},
    feature::{Feature, Features},
    Credentials, Error, ErrorKind, Result,
};

const NAME: &str = "assume-role";

/// What a profile asks for.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Where the first credentials come from.
    pub base: Base,
    /// The roles, in the order in which they are assumed.
    pub roles: Vec<Role>,
}

/// Where the first credentials of a plan come from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Base {
    /// Keys in the profile itself.
    Keys(Credentials),
    /// A role for a token in a file.
    WebIdentity(WebIdentity),
    /// Single sign-on.
    Sso(Sso),
    /// `aws login`.
    Login {
        /// The session's name.
        session: String,
    },
    /// The output of a process.
    Process {
        /// The command line.
        command: String,
        /// The account, if the process does not tell it.
        account_id: Option<String>,
    },
    /// Environment variables.
    Environment,
    /// The metadata service of the container.
    Container,
    /// The metadata service of the instance.
    Instance,
}

/// A role to assume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The role's ARN.
    pub arn: String,
    /// What the role's owner asks for from third parties.
    pub external_id: Option<String>,
    /// The name of the session; ours if there is none.
    pub session_name: Option<String>,
    /// The MFA device, whose code is asked for.
    pub mfa_serial: Option<String>,
    /// How long the credentials shall be good, in seconds.
    pub duration: Option<i64>,
}

impl Plan {
    /// What the user agent says of the credentials that the first role is assumed with: where they come from, and how
    /// the profile names that.
    pub(super) fn features(&self) -> Features {
        let (mut features, named) = match &self.base {
            Base::Keys(credentials) => (credentials.features, false),
            Base::WebIdentity(identity) => (identity.features(), false),
            Base::Sso(session) => (session.features(), false),
            Base::Login { .. } => (login::FEATURES, false),
            Base::Process { .. } => (process::FEATURES, false),
            Base::Environment => (environment::FEATURES, true),
            Base::Container => (container::FEATURES, true),
            Base::Instance => (imds::FEATURES, true),
        };
        if named {
            features.add(Feature::CredentialsProfileNamedProvider);
        }
        // All roles but the one with a `credential_source` have a source profile.
        if self.roles.len() > usize::from(named) {
            features.add(Feature::CredentialsProfileSourceProfile);
            features.add(Feature::CredentialsProfile);
        }
        features
    }
}

/// Works out what the profile asks for. Profiles that do not exist, say too little, contradict themselves or lead back
/// to themselves are errors.
pub fn plan(config: &Config, profile: &str) -> Result<Plan> {
    let profiles = &config.files().profiles;
    if profiles.profile(profile).is_none() {
        return Err(profiles.unknown(profile, "asked for its credentials"));
    }
    let mut roles = Vec::new();
    let mut visited: Vec<&str> = Vec::new();
    let mut name = profile;
    loop {
        let found = profiles.profile(name).ok_or_else(|| {
            let from = visited.last().copied().unwrap_or(profile);
            profiles.unknown(name, &format!("source_profile of profile {from:?}"))
        })?;
        visited.push(name);
        let first = visited.len() == 1;
        if !is_role(found) || (!first && has_keys(found)) {
            return Ok(Plan { base: source_base(config, name)?, roles: reversed(roles) });
        }
        roles.push(role(found)?);
        match next(found, name)? {
            Next::Base(base) => return Ok(Plan { base, roles: reversed(roles) }),
            // Its own keys serve; it is not asked for its role again.
            Next::Profile(source) if source == name && has_keys(found) => {
                return Ok(Plan { base: source_base(config, name)?, roles: reversed(roles) });
            }
            Next::Profile(source) if visited.contains(&source) => {
                let message = format!("the source profiles go in a circle: {} → {source}", visited.join(" → "));
                return Err(Error::new(ErrorKind::Config, format!("{NAME}: {message}")));
            }
            Next::Profile(source) => name = source,
        }
    }
}

/// Whether a profile asks for a role that is assumed with other credentials.
pub(super) fn is_role(profile: &Profile) -> bool {
    profile.text("role_arn").is_some_and(|v| !v.is_empty()) && profile.get("web_identity_token_file").is_none()
}

fn has_keys(profile: &Profile) -> bool {
    profile.get("aws_access_key_id").is_some() || profile.get("aws_secret_access_key").is_some()
}

fn reversed(mut roles: Vec<Role>) -> Vec<Role> {
    roles.reverse();
    roles
}

enum Next<'a> {
    Profile(&'a str),
    Base(Base),
}

fn next<'a>(profile: &'a Profile, name: &str) -> Result<Next<'a>> {
    let text = |key: &str| profile.text(key).filter(|v| !v.is_empty());
    match (text("source_profile"), text("credential_source")) {
        (Some(_), Some(_)) => {
            let message = format!("profile {name:?} has both source_profile and credential_source; only one can count");
            Err(Error::new(ErrorKind::Config, format!("{NAME}: {message}")))
        }
        (Some(source), None) => Ok(Next::Profile(source)),
        (None, Some(source)) => match source.to_ascii_lowercase().as_str() {
            "environment" => Ok(Next::Base(Base::Environment)),
            "ecscontainer" => Ok(Next::Base(Base::Container)),
            "ec2instancemetadata" => Ok(Next::Base(Base::Instance)),
            _ => {
                let wanted = "Environment, EcsContainer or Ec2InstanceMetadata";
                let message = format!("credential_source of profile {name:?} is {source:?}; it must be {wanted}");
                Err(Error::new(ErrorKind::Config, format!("{NAME}: {message}")))
            }
        },
        (None, None) => {
            let message = format!("profile {name:?} has role_arn, but neither source_profile nor credential_source");
            Err(failure(NAME, message).with_hint("say with whose credentials the role is to be assumed"))
        }
    }
}

fn role(profile: &Profile) -> Result<Role> {
    let text = |key: &str| profile.text(key).filter(|v| !v.is_empty()).map(str::to_owned);
    Ok(Role {
        arn: text("role_arn").unwrap_or_default(),
        external_id: text("external_id"),
        session_name: text("role_session_name"),
        mfa_serial: text("mfa_serial"),
        // As for the CLI, what is no number does not count.
        duration: text("duration_seconds").and_then(|d| d.parse().ok()),
    })
}

/// Where the credentials of a source profile come from, in botocore's order. The environment plays no part.
fn source_base(config: &Config, name: &str) -> Result<Base> {
    let Some(profile) = config.files().profiles.profile(name) else {
        return Err(config.files().profiles.unknown(name, "source profile"));
    };
    if let Some(found) = web_identity::of_profile(profile, name)? {
        return Ok(Base::WebIdentity(found));
    }
    if let Some(found) = sso::of_profile(config, profile, name)? {
        return Ok(Base::Sso(found));
    }
    if let Answer::Found(found) = config_file::shared(config, name)? {
        return Ok(Base::Keys(found));
    }
    let text = |key: &str| profile.text(key).filter(|v| !v.is_empty()).map(str::to_owned);
    if let Some(session) = text("login_session") {
        return Ok(Base::Login { session });
    }
    if let Some(command) = text("credential_process") {
        return Ok(Base::Process { command, account_id: text("aws_account_id") });
    }
    if let Answer::Found(found) = config_file::config(config, name)? {
        return Ok(Base::Keys(found));
    }
    if let Some(session) = sso::session_of_profile(config, profile, name)? {
        return Ok(Base::Sso(session));
    }
    Err(failure(NAME, format!("profile {name:?} has no credentials")))
}
