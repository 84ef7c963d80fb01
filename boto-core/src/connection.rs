//! [`Connection`]: a service within reach of a session; [`ConnectionClass`]: what is known of it before connecting.

use crate::{
    address,
    cache::Class,
    call::{Call, UntypedCall},
    config::{Config, Overrides},
    customize::{BucketRegions, Quirks},
    discover, endpoint, express, pipeline,
    presign::PresignedPost,
    retry::{self, Policy},
    session::Session,
    sign::post::Form,
    skew::Skew,
    user_agent,
    value::Object,
    Result,
};
use boto_model::{rules::RuleSet, Operation, Protocol, Service};
use once_cell::sync::OnceCell;
use std::{
    fmt,
    sync::{Arc, OnceLock},
};

/// What is known of a service before connecting: its tables. Built once per session and shared.
#[derive(Debug)]
pub struct ConnectionClass {
    service: Arc<Service>,
}

impl ConnectionClass {
    pub(crate) fn new(service: Arc<Service>) -> ConnectionClass {
        ConnectionClass { service }
    }

    /// The tables of the service.
    pub fn service(&self) -> &Arc<Service> {
        &self.service
    }

    /// The name of the service, `sqs`.
    pub fn name(&self) -> &str {
        &self.service.metadata().name
    }

    /// The names of its operations, sorted.
    pub fn operations(&self) -> impl Iterator<Item = &str> {
        self.service.operation_names()
    }

    /// The table of one operation, named `SendMessage` or `send_message`. Unknown names: an error with the nearest.
    pub fn operation(&self, name: &str) -> Result<&Operation> {
        crate::lookup::operation(&self.service, name)
    }

    /// A connection of this class in that session.
    pub fn connect(self: &Arc<Self>, session: &Session) -> Connection {
        Connection::new(session.clone(), Arc::clone(self))
    }
}

impl Class for ConnectionClass {
    fn bytes(&self) -> usize {
        size_of::<Self>() + self.service.packed_len()
    }
}

/// A service within reach: cheap to clone, shared by threads.
#[derive(Clone)]
pub struct Connection {
    inner: Arc<Inner>,
}

struct Inner {
    session: Session,
    class: Arc<ConnectionClass>,
    /// The tables whose endpoint rules count.
    rules: Arc<Service>,
    /// Settings of this connection, the later ones more important.
    layers: Vec<Overrides>,
    config: OnceCell<Config>,
    /// The settings once it is sure that they hold the region.
    settled: OnceCell<Config>,
    retry: OnceLock<Policy>,
    user_agent: OnceLock<user_agent::Prepared>,
    protocol: Option<Protocol>,
    /// Parameters of the endpoint rules set on this connection.
    endpoint_params: endpoint::Params,
    /// Shared with the connections derived from this one: the same service has the same clock.
    skew: Arc<Skew>,
    addresses: address::Cache,
    discovered: discover::Discovered,
    express: Arc<express::Sessions>,
    buckets: Arc<BucketRegions>,
    quirks: Quirks,
    /// The same connection over other tables of the service.
    #[cfg(feature = "resources")]
    over: std::sync::Mutex<Vec<Connection>>,
}

impl Connection {
    pub(crate) fn new(session: Session, class: Arc<ConnectionClass>) -> Connection {
        Connection { inner: Arc::new(Inner::new(session, class)) }
    }

    /// A connection over tables that the caller brings.
    pub fn from_table(session: &Session, service: Arc<Service>) -> Connection {
        Connection::new(session.clone(), Arc::new(ConnectionClass::new(service)))
    }

    /// The tables of the service.
    pub fn service(&self) -> &Arc<Service> {
        self.inner.class.service()
    }

    /// The class of this connection.
    pub fn class(&self) -> &Arc<ConnectionClass> {
        &self.inner.class
    }

    /// The session it belongs to.
    pub fn session(&self) -> &Session {
        &self.inner.session
    }

    /// The settings in force, each with its origin. Reads environment and files on first use.
    pub fn config(&self) -> Result<&Config> {
        if let Some(settled) = self.inner.settled.get() {
            return Ok(settled);
        }
        self.inner.config.get_or_try_init(|| {
            let base = self.inner.session.config()?.clone();
            self.inner.layers.iter().try_fold(base, |config, layer| config.with(layer.clone()))
        })
    }

    /// Whether [`Self::config`] is sure to hold the region.
    pub(crate) fn is_settled(&self) -> bool {
        self.inner.settled.get().is_some()
    }

    /// Sees to it that [`Self::config`] holds the region: from the instance metadata, if nothing else names one.
    pub(crate) async fn settle(&self, own: Option<&Overrides>) -> Result<()> {
        let config = self.config()?;
        if own.is_some_and(|own| own.region.is_some()) && config.defaults_mode() != "auto" {
            return Ok(());
        }
        let settled = match config.wants_metadata_region() {
            false => config.clone(),
            true => {
                self.session().settled_config().await?;
                config.with_metadata_region(self.session().home_region().await?)?
            }
        };
        // Whoever was faster has found the same.
        let _ = self.inner.settled.set(settled);
        Ok(())
    }

    /// The same service in another region.
    #[must_use]
    pub fn with_region(&self, region: impl Into<String>) -> Connection {
        self.with_overrides(Overrides { region: Some(region.into()), ..Overrides::default() })
    }

    /// The same service at another URL, `http://127.0.0.1:4566`.
    #[must_use]
    pub fn with_endpoint(&self, url: impl Into<String>) -> Connection {
        self.with_overrides(Overrides { endpoint_url: Some(url.into()), ..Overrides::default() })
    }

    /// The same service with other settings, which go before those of this connection.
    #[must_use]
    pub fn with_overrides(&self, overrides: Overrides) -> Connection {
        let mut inner = self.derived();
        inner.layers.push(overrides);
        Connection { inner: Arc::new(inner) }
    }

    /// The same service over another of the protocols it speaks.
    #[must_use]
    pub fn with_protocol(&self, protocol: Protocol) -> Connection {
        let mut inner = self.derived();
        inner.protocol = Some(protocol);
        Connection { inner: Arc::new(inner) }
    }

    /// The same service with a parameter of its endpoint rules set: one the model offers to connections
    /// (`clientContextParams`, such as `ForcePathStyle` of S3), or any other, over whatever the settings say. Input
    /// members that are bound to it go before. Names that the rules don't know are without effect.
    #[must_use]
    pub fn with_endpoint_param(&self, name: impl Into<String>, value: impl Into<endpoint::Param>) -> Connection {
        let mut inner = self.derived();
        inner.endpoint_params.set(name.into(), value);
        Connection { inner: Arc::new(inner) }
    }

    /// The same service over other tables of it, such as those that a macro wrote. Made once for each.
    #[cfg(feature = "resources")]
    pub(crate) fn on(&self, service: &Arc<Service>) -> Connection {
        if Arc::ptr_eq(self.service(), service) {
            return self.clone();
        }
        let mut known = self.inner.over.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(found) = known.iter().find(|connection| Arc::ptr_eq(connection.service(), service)) {
            return found.clone();
        }
        let made = Connection { inner: Arc::new(self.derived_as(Arc::new(ConnectionClass::new(Arc::clone(service))))) };
        known.push(made.clone());
        made
    }

    fn derived(&self) -> Inner {
        self.derived_as(Arc::clone(self.class()))
    }

    fn derived_as(&self, class: Arc<ConnectionClass>) -> Inner {
        let mut inner = Inner::new(self.session().clone(), class);
        inner.layers.clone_from(&self.inner.layers);
        inner.protocol = self.inner.protocol;
        inner.endpoint_params.clone_from(&self.inner.endpoint_params);
        inner.skew = Arc::clone(&self.inner.skew);
        inner.buckets = Arc::clone(&self.inner.buckets);
        inner.rules = Arc::clone(&self.inner.rules);
        inner
    }

    /// The same connection over other tables of the same service, which have no endpoint rules of their own.
    pub(crate) fn over(&self, service: Arc<Service>) -> Connection {
        let mut inner = self.derived();
        inner.class = Arc::new(ConnectionClass::new(service));
        Connection { inner: Arc::new(inner) }
    }

    /// Calls an operation by name, `SendMessage` or `send_message`. A name that does not exist is told, with the
    /// nearest ones, when the call is awaited.
    pub fn call(&self, operation: impl Into<std::borrow::Cow<'static, str>>) -> UntypedCall {
        Call::new(self, operation, Object::default())
    }

    /// Signs a form with which a browser uploads to a bucket of S3; nothing is sent.
    ///
    /// # Errors
    /// Connections to other services; whatever keeps a call from being addressed and signed.
    pub async fn presign_post(&self, form: &Form) -> Result<PresignedPost> {
        pipeline::presign_post(self, form).await
    }

    /// The protocol spoken: the one asked for, else our preference among those the service speaks.
    pub fn protocol(&self) -> Protocol {
        self.inner.protocol.unwrap_or_else(|| crate::protocol::choose(self.service().metadata()))
    }

    pub(crate) fn endpoint_params(&self) -> &endpoint::Params {
        &self.inner.endpoint_params
    }

    /// The endpoint rules, if the service has any.
    pub(crate) fn rules(&self) -> Option<&RuleSet> {
        self.inner.rules.rules()
    }

    pub(crate) fn discovered(&self) -> &discover::Discovered {
        &self.inner.discovered
    }

    pub(crate) fn addresses(&self) -> &address::Cache {
        &self.inner.addresses
    }

    pub(crate) fn express_sessions(&self) -> &express::Sessions {
        &self.inner.express
    }

    pub(crate) fn bucket_regions(&self) -> &BucketRegions {
        &self.inner.buckets
    }

    pub(crate) fn quirks(&self) -> Quirks {
        self.inner.quirks
    }

    pub(crate) fn skew(&self) -> &Skew {
        &self.inner.skew
    }

    /// The user agent of calls without settings of their own.
    pub(crate) fn user_agent(&self, config: &Config) -> &user_agent::Prepared {
        self.inner.user_agent.get_or_init(|| user_agent::of(config, &**self.session().host()))
    }

    pub(crate) fn retry(&self, config: &Config) -> &Policy {
        self.inner.retry.get_or_init(|| {
            let mode = retry::Mode::from_name(config.retry_mode()).unwrap_or_default();
            let max_attempts = config.max_attempts().map(|n| u32::try_from(n).unwrap_or(u32::MAX));
            Policy::new(mode, max_attempts, self.service().metadata())
        })
    }
}

impl Inner {
    fn new(session: Session, class: Arc<ConnectionClass>) -> Inner {
        let quirks = Quirks::of(class.service().metadata());
        Inner {
            session,
            rules: Arc::clone(class.service()),
            class,
            layers: Vec::new(),
            config: OnceCell::new(),
            settled: OnceCell::new(),
            retry: OnceLock::new(),
            user_agent: OnceLock::new(),
            protocol: None,
            endpoint_params: endpoint::Params::new(),
            skew: Arc::default(),
            addresses: address::Cache::default(),
            discovered: discover::Discovered::default(),
            express: Arc::default(),
            buckets: Arc::default(),
            quirks,
            #[cfg(feature = "resources")]
            over: std::sync::Mutex::default(),
        }
    }
}

impl AsRef<Connection> for Connection {
    fn as_ref(&self) -> &Connection {
        self
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("service", &self.class().name()).finish_non_exhaustive()
    }
}
