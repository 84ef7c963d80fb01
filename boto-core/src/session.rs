//! [`Session`]: the centre of usage. It holds configuration, credentials and the classes built so far.

mod catalog;
#[cfg(feature = "resources-by-name")]
mod resources;

use crate::{
    cache::{ClassKind, ClassName, ServiceCache},
    config::{Config, Layers, Overrides},
    connection::{Connection, ConnectionClass},
    credentials::{Chain, Imds, Prompt, Provider, Sources, Store, TokenProvider},
    host::{Host, System},
    http::{hyper::HyperTransport, Transport},
    identity::Credentials,
    nested::{Given, Nested},
    sign::Keys,
    Error, ErrorKind, Result,
};
use boto_model::Service;
use once_cell::sync::OnceCell;
use std::{
    fmt,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// A source of tables by service name, such as `boto_services::find`.
pub type TableSource = fn(&str) -> Option<Arc<Service>>;

/// Configuration, credentials and a cache of classes. Cheap to clone (clones share everything) and to make: nothing
/// is read before it is needed, nothing here blocks or panics.
#[derive(Clone)]
pub struct Session {
    inner: Arc<Inner>,
}

struct Inner {
    host: Arc<dyn Host>,
    overrides: Overrides,
    providers: Vec<Arc<dyn Provider>>,
    tokens: Vec<Arc<dyn TokenProvider>>,
    anonymous: bool,
    tables: Vec<TableSource>,
    #[cfg(any(feature = "import", feature = "resources-by-name"))]
    data_paths: Vec<std::path::PathBuf>,
    prompt: Option<Arc<dyn Prompt>>,
    store: Option<Arc<Store>>,
    added: Mutex<Vec<Arc<Service>>>,
    #[cfg(feature = "resources-by-name")]
    resources: crate::resource::Definitions,
    config: OnceCell<Config>,
    /// The settings once the instance metadata was asked for the region, if there was need to.
    settled: OnceCell<Config>,
    /// The region that it told.
    home: Arc<HomeRegion>,
    transport: OnceCell<Arc<dyn Transport>>,
    credentials: OnceCell<Chain>,
    keys: Keys,
    classes: ServiceCache,
}

impl Session {
    /// A session that finds everything the way the AWS CLI does.
    pub fn new() -> Session {
        Session::builder().build()
    }

    /// A session with some settings of its own.
    pub fn builder() -> SessionBuilder {
        SessionBuilder::default()
    }

    /// A connection: typed for a marker (`connect_to(sqs::Sqs)`), untyped for a name (`connect_to("sqs")?`).
    pub fn connect_to<T: Connect>(&self, target: T) -> T::Connection {
        target.connect(self)
    }

    /// The connection class of a service: its tables, shared and introspectable.
    pub fn get_connection(&self, service: &str) -> Result<Arc<ConnectionClass>> {
        let name = ClassName {
            kind: ClassKind::Connection,
            service: service.to_owned(),
            name: String::new(),
            base: String::new(),
        };
        self.inner.classes.get_or_build(name, || self.find_tables(service).map(ConnectionClass::new))
    }

    /// The classes built so far.
    pub fn cache(&self) -> &ServiceCache {
        &self.inner.classes
    }

    /// The settings, each with its origin. Reads environment and files on first use.
    ///
    /// Where nothing names a region, calls ask the instance metadata for it before they fall back to `us-east-1`; these
    /// are the settings with that answer once there is one. [`Self::settled_config`] asks for it.
    pub fn config(&self) -> Result<&Config> {
        if let Some(settled) = self.inner.settled.get() {
            return Ok(settled);
        }
        self.inner
            .config
            .get_or_try_init(|| Layers::new(Arc::clone(&self.inner.host), self.inner.overrides.clone()).resolve())
    }

    /// The settings as calls use them: if nothing names a region, the instance metadata is asked for it, once per
    /// session and for a second at most (`metadata_service_timeout`).
    pub async fn settled_config(&self) -> Result<&Config> {
        let config = self.config()?;
        if !config.wants_metadata_region() {
            return Ok(config);
        }
        let settled = config.with_metadata_region(self.home_region().await?)?;
        Ok(self.inner.settled.get_or_init(|| settled))
    }

    /// The region of the instance we run on, asked for once.
    pub(crate) async fn home_region(&self) -> Result<Option<String>> {
        let config = self.inner.config.get_or_try_init(|| self.config().cloned())?;
        let sources = self.sources(config)?;
        let limit = config.metadata_service_timeout();
        let ask = || async move {
            let chain = Chain::anonymous(sources);
            crate::pipeline::race(Box::pin(chain.metadata_region()), Some(self.inner.host.sleep(limit))).await.flatten()
        };
        Ok(self.inner.home.region.get_or_init(ask).await.clone())
    }

    /// Adds the tables of a service, for `connect_to` by name. They go before all other sources.
    pub fn add_service(&self, service: Arc<Service>) {
        self.inner.classes.remove(&ClassName {
            kind: ClassKind::Connection,
            service: service.metadata().name.to_string(),
            name: String::new(),
            base: String::new(),
        });
        #[cfg(feature = "resources-by-name")]
        self.inner.resources.forget(&service.metadata().name);
        self.inner.added.lock().unwrap_or_else(PoisonError::into_inner).insert(0, service);
    }

    pub(crate) fn host(&self) -> &Arc<dyn Host> {
        &self.inner.host
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.inner.keys
    }

    pub(crate) fn transport(&self) -> Result<&Arc<dyn Transport>> {
        self.inner.transport.get_or_try_init(|| {
            let config = self.config()?.transport()?;
            Ok(Arc::new(HyperTransport::new(&config, Arc::clone(&self.inner.host))) as Arc<dyn Transport>)
        })
    }

    /// Where credentials and tokens come from, and what is cached of them. `explain()` tells what each provider said.
    pub fn credentials(&self) -> Result<&Chain> {
        self.inner.credentials.get_or_try_init(|| {
            let sources = self.sources(self.config()?)?;
            Ok(match self.inner.anonymous {
                true => Chain::anonymous(sources),
                false => Chain::with_providers(sources, self.inner.providers.clone(), self.inner.tokens.clone()),
            })
        })
    }

    fn sources(&self, config: &Config) -> Result<Sources> {
        let transport = Arc::clone(self.transport()?);
        let caller = Arc::new(Nested::new(&self.inner.host, &transport, config, &self.inner.home));
        let mut sources = Sources::new(config.clone(), transport, caller);
        sources.imds = Arc::clone(&self.inner.home.imds);
        if let Some(prompt) = &self.inner.prompt {
            sources.prompt = Arc::clone(prompt);
        }
        if let Some(store) = &self.inner.store {
            sources.store = Arc::clone(store);
        }
        Ok(sources)
    }
}

/// What the metadata service of this machine told; shared with the sessions of nested calls.
#[derive(Debug, Default)]
pub(crate) struct HomeRegion {
    imds: Arc<Imds>,
    region: tokio::sync::OnceCell<Option<String>>,
}

impl Default for Session {
    fn default() -> Self {
        Session::new()
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("classes", &self.inner.classes).finish_non_exhaustive()
    }
}

/// What one can connect to: a name, or the marker of a typed service.
pub trait Connect {
    /// What comes of it.
    type Connection;
    /// Connects. Nothing goes over the network.
    fn connect(self, session: &Session) -> Self::Connection;
}

impl Connect for &str {
    type Connection = Result<Connection>;
    fn connect(self, session: &Session) -> Result<Connection> {
        Ok(session.get_connection(self)?.connect(session))
    }
}

impl Connect for &String {
    type Connection = Result<Connection>;
    fn connect(self, session: &Session) -> Result<Connection> {
        self.as_str().connect(session)
    }
}

/// Settings for a new [`Session`].
#[derive(Default)]
#[must_use]
pub struct SessionBuilder {
    host: Option<Arc<dyn Host>>,
    transport: Option<Arc<dyn Transport>>,
    overrides: Overrides,
    providers: Vec<Arc<dyn Provider>>,
    tokens: Vec<Arc<dyn TokenProvider>>,
    config: Option<Config>,
    home: Option<Arc<HomeRegion>>,
    anonymous: bool,
    tables: Vec<TableSource>,
    #[cfg(any(feature = "import", feature = "resources-by-name"))]
    data_paths: Vec<std::path::PathBuf>,
    prompt: Option<Arc<dyn Prompt>>,
    store: Option<Arc<Store>>,
}

impl SessionBuilder {
    /// The region.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.overrides.region = Some(region.into());
        self
    }

    /// The URL of all services, `http://127.0.0.1:4566`.
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.overrides.endpoint_url = Some(url.into());
        self
    }

    /// The profile of `~/.aws/config` and `~/.aws/credentials`.
    pub fn profile(mut self, profile: impl Into<String>) -> Self {
        self.overrides.profile = Some(profile.into());
        self
    }

    /// An access key and its secret.
    pub fn credentials(self, access_key_id: impl Into<String>, secret_access_key: impl Into<String>) -> Self {
        self.identity(Credentials::new(access_key_id, secret_access_key, None))
    }

    /// Credentials, with a session token perhaps.
    pub fn identity(self, credentials: Credentials) -> Self {
        self.provider(Arc::new(Given(credentials)))
    }

    /// A provider of credentials of one's own, asked before the built-in ones.
    pub fn provider(mut self, provider: Arc<dyn Provider>) -> Self {
        self.providers.push(provider);
        self
    }

    /// A provider of bearer tokens of one's own, asked before the built-in ones.
    pub fn token_provider(mut self, provider: Arc<dyn TokenProvider>) -> Self {
        self.tokens.push(provider);
        self
    }

    /// No credentials: requests are not signed.
    pub fn anonymous(mut self) -> Self {
        self.anonymous = true;
        self
    }

    /// Any other setting.
    pub fn settings(mut self, change: impl FnOnce(&mut Overrides)) -> Self {
        change(&mut self.overrides);
        self
    }

    /// Where to find the tables of services called by name, such as `boto_services::find`.
    pub fn tables(mut self, source: TableSource) -> Self {
        self.tables.push(source);
        self
    }

    /// A directory with models of services (feature `import`) and definitions of resources, searched before those of
    /// `AWS_DATA_PATH`, `~/.aws/models` and the archive. Models are laid out as botocore's (`sqs/2012-11-05/service-2.json`
    /// …) or as AWS publishes its Smithy models (`sqs/service/2012-11-05/sqs-2012-11-05.json`), or flat (`acme.json`, of
    /// either kind). Of several versions the newest counts, unless `api_versions` asks for another. Definitions are laid
    /// out as boto3's (`sqs/2012-11-05/resources-1.json`) or its first version's (`sqs-2012-11-05.json`); the version
    /// that fits the service's best counts.
    #[cfg(any(feature = "import", feature = "resources-by-name"))]
    pub fn data_path(mut self, directory: impl Into<std::path::PathBuf>) -> Self {
        self.data_paths.push(directory.into());
        self
    }

    /// The version of a service's API, for calls by name: the model of that date, or the newest that is not newer.
    pub fn api_version(mut self, service: impl Into<String>, version: impl Into<String>) -> Self {
        self.overrides.api_versions.get_or_insert_default().insert(service.into(), version.into());
        self
    }

    /// Who is asked for MFA codes, instead of the terminal; [`crate::credentials::prompt`] makes one of a closure.
    pub fn prompt(mut self, prompt: Arc<dyn Prompt>) -> Self {
        self.prompt = Some(prompt);
        self
    }

    /// Where credentials of assumed roles are kept: in memory unless this says otherwise. `Store::files(None)` shares
    /// the files of the AWS CLI.
    pub fn credential_store(mut self, store: Store) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// Settings that are resolved already, and what the metadata service told so far.
    pub(crate) fn resolved(mut self, config: Config, home: Arc<HomeRegion>) -> Self {
        self.config = Some(config);
        self.home = Some(home);
        self
    }

    /// Another outside world, for tests.
    pub fn host(mut self, host: Arc<dyn Host>) -> Self {
        self.host = Some(host);
        self
    }

    /// Another transport.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// The session.
    pub fn build(self) -> Session {
        Session {
            inner: Arc::new(Inner {
                host: self.host.unwrap_or_else(|| Arc::new(System)),
                overrides: self.overrides,
                providers: self.providers,
                tokens: self.tokens,
                anonymous: self.anonymous,
                tables: self.tables,
                #[cfg(any(feature = "import", feature = "resources-by-name"))]
                data_paths: self.data_paths,
                prompt: self.prompt,
                store: self.store,
                added: Mutex::default(),
                #[cfg(feature = "resources-by-name")]
                resources: crate::resource::Definitions::default(),
                config: self.config.map_or_else(OnceCell::new, OnceCell::with_value),
                settled: OnceCell::new(),
                home: self.home.unwrap_or_default(),
                transport: self.transport.map_or_else(OnceCell::new, OnceCell::with_value),
                credentials: OnceCell::new(),
                keys: Keys::default(),
                classes: ServiceCache::default(),
            }),
        }
    }
}

static DEFAULT: OnceLock<Session> = OnceLock::new();

/// The shared default session, made when first asked for.
pub fn session() -> &'static Session {
    DEFAULT.get_or_init(Session::new)
}

/// Makes `session` the shared default one. An error if that is in use already.
pub fn set_default_session(session: Session) -> Result<()> {
    DEFAULT.set(session).map_err(|_| Error::new(ErrorKind::Usage, "the default session is in use already"))
}
