//! [`Chain`]: the providers in their order, behind one cache.

use super::{
    assume_role, boto_file,
    cache::{Cache, Expires, Fetch},
    config_file, container, environment,
    explain::{self, Attempt, Outcome},
    imds, login, process, sso, token, web_identity, Answer, Found, Provider, Sources, TokenProvider,
};
use crate::{config::Origin, BoxFuture, Credentials, DateTime, Error, ErrorKind, Result, Token};
use std::{
    fmt::Write,
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc,
    },
};

/// Where a session's credentials and tokens come from. Cheap to clone; clones share the cache.
///
/// The order is botocore's: argument or custom providers, environment, assumed role, web identity, single sign-on,
/// credentials file, `aws login`, process, configuration file, the old EC2 file, boto files, container, instance. A
/// profile that is named in code puts the environment's keys out of play.
#[derive(Clone, Debug)]
pub struct Chain {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    sources: Sources,
    custom: Vec<Arc<dyn Provider>>,
    tokens: Vec<Arc<dyn TokenProvider>>,
    /// Whether there are no credentials at all: calls are not signed.
    anonymous: bool,
    cache: Cache<Credentials>,
    /// Whether the environment had credentials with an end, which somebody replaces there ahead of it.
    timed_environment: AtomicBool,
    /// Tokens by signing name; those of single sign-on under the empty one.
    token_cache: Cache<Token>,
}

impl Chain {
    /// The default chain.
    pub fn new(sources: Sources) -> Chain {
        Chain::with_providers(sources, Vec::new(), Vec::new())
    }

    /// The default chain after providers of one's own.
    pub fn with_providers(
        sources: Sources,
        custom: Vec<Arc<dyn Provider>>,
        tokens: Vec<Arc<dyn TokenProvider>>,
    ) -> Chain {
        Chain::build(sources, custom, tokens, false)
    }

    /// No credentials at all: calls are not signed.
    pub fn anonymous(sources: Sources) -> Chain {
        Chain::build(sources, Vec::new(), Vec::new(), true)
    }

    fn build(
        sources: Sources,
        custom: Vec<Arc<dyn Provider>>,
        tokens: Vec<Arc<dyn TokenProvider>>,
        anonymous: bool,
    ) -> Chain {
        let (cache, token_cache) = (Cache::default(), Cache::default());
        let timed_environment = AtomicBool::new(false);
        Chain { inner: Arc::new(Inner { sources, custom, tokens, anonymous, cache, timed_environment, token_cache }) }
    }

    /// Whether calls are not signed at all.
    pub fn is_anonymous(&self) -> bool {
        self.inner.anonymous
    }

    /// What the chain works with.
    pub fn sources(&self) -> &Sources {
        &self.inner.sources
    }

    /// The credentials, from the cache if they are good. However many callers there are, providers are asked once.
    ///
    /// Fails with [`ErrorKind::Credentials`] if nobody has credentials (the message lists who was asked and what they
    /// said) or if the provider that is configured fails.
    pub async fn credentials(&self) -> Result<Credentials> {
        if self.inner.anonymous {
            return Err(Error::new(ErrorKind::Usage, "an anonymous session has no credentials"));
        }
        let fetch: Arc<dyn Fetch<Credentials>> = self.inner.clone();
        self.inner.cache.get(self.inner.sources.config.host(), &fetch).await
    }

    /// The credentials that were got last, if they have this access key. Asks nobody.
    pub(crate) fn known(&self, access_key: &str) -> Option<Credentials> {
        self.inner.cache.peek().filter(|held| held.access_key_id == access_key)
    }

    /// The bearer token for a service (its signing name); `None` if nobody has one.
    pub async fn token(&self, signing_name: &str) -> Result<Option<Token>> {
        if let Some(found) = self.static_token(signing_name).await? {
            return Ok(Some(found));
        }
        let inner = &self.inner;
        let config = &inner.sources.config;
        let profile = config.files().profiles.profile(config.profile_name());
        if profile.is_none_or(|p| p.get("sso_session").is_none()) {
            return Ok(None);
        }
        let fetch: Arc<dyn Fetch<Token>> = inner.clone();
        inner.token_cache.get(config.host(), &fetch).await.map(Some)
    }

    /// Whether there is a bearer token for the service in the environment; it then wins over credentials.
    pub fn has_environment_token(&self, signing_name: &str) -> bool {
        token::of_environment(&self.inner.sources.config, signing_name).is_some()
    }

    /// Whether this token for the service came from the environment.
    pub(crate) fn is_environment_token(&self, signing_name: &str, token: &Token) -> bool {
        token::of_environment(&self.inner.sources.config, signing_name).is_some_and(|found| found == *token)
    }

    async fn static_token(&self, signing_name: &str) -> Result<Option<Token>> {
        for provider in &self.inner.tokens {
            if let Some(found) = provider.provide(signing_name).await? {
                return Ok(Some(found));
            }
        }
        Ok(token::of_environment(&self.inner.sources.config, signing_name))
    }

    /// Forgets the credentials, so that providers are asked anew; for those that a service calls expired.
    pub fn refresh(&self) {
        self.inner.cache.clear();
    }

    /// The region of the instance that this code runs on; `None` outside of EC2. Asks the metadata service.
    pub async fn metadata_region(&self) -> Option<String> {
        imds::region(&self.inner.sources).await
    }

    /// Asks the providers in their order (past the cache) until one has an answer.
    pub async fn attempts(&self) -> Vec<Attempt> {
        self.inner.attempts().await
    }

    /// What every provider said, in order: what it looked at and why it did not serve.
    pub async fn explain(&self) -> String {
        let config = &self.inner.sources.config;
        let mut out = format!("credentials for profile {:?}", config.profile_name());
        if let Some(origin) = config.origin("profile").filter(|o| **o != Origin::Default) {
            let _ = write!(out, " ({origin})");
        }
        if self.inner.anonymous {
            out.push_str(": none wanted, calls are anonymous");
            return out;
        }
        out.push(':');
        out.push_str(&explain::list(&self.attempts().await));
        out.push_str(&explain::ignored(&config.files().warnings));
        out
    }
}

/// The built-in providers, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BuiltIn {
    Environment,
    AssumeRole,
    WebIdentity,
    Sso,
    SharedFile,
    Login,
    Process,
    ConfigFile,
    Ec2File,
    BotoFile,
    Container,
    Instance,
}

const ORDER: [(BuiltIn, &str); 12] = [
    (BuiltIn::Environment, environment::NAME),
    (BuiltIn::AssumeRole, assume_role::NAME),
    (BuiltIn::WebIdentity, web_identity::NAME),
    (BuiltIn::Sso, sso::NAME),
    (BuiltIn::SharedFile, config_file::SHARED),
    (BuiltIn::Login, login::NAME),
    (BuiltIn::Process, process::NAME),
    (BuiltIn::ConfigFile, config_file::CONFIG),
    (BuiltIn::Ec2File, boto_file::EC2),
    (BuiltIn::BotoFile, boto_file::BOTO),
    (BuiltIn::Container, container::NAME),
    (BuiltIn::Instance, imds::NAME),
];

impl Inner {
    /// Asks until there is an answer; those after it are listed too. Nobody is asked for MFA codes.
    async fn attempts(&self) -> Vec<Attempt> {
        let mut attempts = Vec::new();
        for provider in &self.custom {
            let outcome = match provider.provide().await {
                Ok(Some(found)) => Outcome::Found(found),
                Ok(None) => Outcome::Not("has none".to_owned()),
                Err(error) => Outcome::Failed(error),
            };
            let done = !matches!(outcome, Outcome::Not(_));
            attempts.push(Attempt { provider: provider.name(), outcome });
            if done {
                return attempts;
            }
        }
        let mut done = false;
        for (built_in, provider) in ORDER {
            if done {
                attempts.push(Attempt { provider, outcome: Outcome::Skipped });
                continue;
            }
            let outcome = match self.ask(built_in, true).await {
                Ok(Answer::Found(found)) => Outcome::Found(found),
                Ok(Answer::Not(why)) => Outcome::Not(why),
                Err(error) => Outcome::Failed(error),
            };
            done = !matches!(outcome, Outcome::Not(_));
            attempts.push(Attempt { provider, outcome });
        }
        attempts
    }

    async fn ask(&self, provider: BuiltIn, quiet: bool) -> Found {
        let at = &self.sources;
        let (config, profile) = (&at.config, at.config.profile_name());
        let named = config.origin("profile") == Some(&Origin::Argument);
        match provider {
            BuiltIn::Environment if named => {
                Ok(Answer::Not(format!("not asked, for the profile {profile:?} was named in code")))
            }
            BuiltIn::Environment => {
                let found = environment::provide(&**config.host(), self.timed_environment.load(Ordering::Relaxed))?;
                if matches!(&found, Answer::Found(found) if found.expiry.is_some()) {
                    self.timed_environment.store(true, Ordering::Relaxed);
                }
                Ok(found)
            }
            BuiltIn::AssumeRole => assume_role::provide(at, profile, quiet).await,
            BuiltIn::WebIdentity => web_identity::provide(at, profile, !named).await,
            BuiltIn::Sso => sso::provide(at, profile).await,
            BuiltIn::SharedFile => config_file::shared(config, profile),
            BuiltIn::Login => login::provide(at, profile).await,
            BuiltIn::Process => process::provide(at, profile).await,
            BuiltIn::ConfigFile => config_file::config(config, profile),
            BuiltIn::Ec2File => boto_file::ec2(config),
            BuiltIn::BotoFile => boto_file::provide(config),
            BuiltIn::Container => container::provide(at).await,
            BuiltIn::Instance => imds::provide(at).await,
        }
    }
}

impl Fetch<Credentials> for Inner {
    fn fetch(&self, quiet: bool) -> BoxFuture<'_, Result<Credentials>> {
        Box::pin(async move {
            for provider in &self.custom {
                if let Some(found) = provider.provide().await? {
                    return Ok(found);
                }
            }
            let mut attempts = Vec::new();
            for (built_in, provider) in ORDER {
                match self.ask(built_in, quiet).await? {
                    Answer::Found(found) => {
                        tracing::debug!(provider, "found credentials");
                        return Ok(found);
                    }
                    Answer::Not(why) => attempts.push(Attempt { provider, outcome: Outcome::Not(why) }),
                }
            }
            Err(explain::none(&attempts, &self.sources.config.files().warnings))
        })
    }
}

impl Fetch<Token> for Inner {
    fn fetch(&self, _: bool) -> BoxFuture<'_, Result<Token>> {
        Box::pin(async move {
            let at = &self.sources;
            let found = token::of_profile(at, at.config.profile_name()).await?;
            found.ok_or_else(|| Error::new(ErrorKind::Credentials, "the profile gives no bearer token"))
        })
    }
}

impl Expires for Credentials {
    fn expiry(&self) -> Option<DateTime> {
        self.expiry
    }
    fn outlives(&self) -> bool {
        self.provider == imds::NAME
    }
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl Expires for Token {
    fn expiry(&self) -> Option<DateTime> {
        self.expiry
    }
    fn outlives(&self) -> bool {
        false
    }
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}
