//! What questions are asked of: sessions without an environment, and the connections made so far.

use super::json::{fault, flag, get, inner, text};
use boto_core::{
    codec,
    config::Overrides,
    connection::Connection,
    host::{Command, Host, Output},
    http::{Request, Response, Timeouts, Transport, TransportError, TransportErrorKind},
    identity::Credentials,
    session::Session,
    value::Object,
    BoxFuture, DateTime, Value,
};
use boto_model::{document::Json, import::botocore, Protocol, Service};
use std::{
    collections::HashMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicI64, Ordering},
        Arc,
    },
    time::Duration,
};

/// Sessions, services and connections that later questions may need again.
pub struct World {
    pub runtime: tokio::runtime::Runtime,
    clock: Arc<Clock>,
    /// By service name, or by the text of a model.
    services: HashMap<String, Arc<Service>>,
    /// By service and configuration.
    connections: HashMap<String, Connection>,
}

/// How many connections are kept: questions with ever new settings must not fill the memory.
const KEPT: usize = 4096;

impl World {
    pub fn new() -> io::Result<World> {
        Ok(World {
            runtime: tokio::runtime::Builder::new_current_thread().build()?,
            clock: Arc::default(),
            services: HashMap::new(),
            connections: HashMap::new(),
        })
    }

    /// Sets the clock.
    pub fn at(&self, time: Option<DateTime>) {
        self.clock.0.store(time.map_or(DEFAULT_TIME, DateTime::seconds), Ordering::Relaxed);
    }

    /// The service that a question names or brings.
    pub fn service(&mut self, question: &Object, line: &[u8]) -> Result<Arc<Service>, Value> {
        let key = match (get(question, "model"), text(question, "service")) {
            (Some(model), _) => codec::json::to_text(model),
            (None, Some(name)) => name.to_owned(),
            (None, None) => return Err(fault("input", "service or model: required")),
        };
        if let Some(service) = self.services.get(&key) {
            return Ok(Arc::clone(service));
        }
        let service = match get(question, "model") {
            Some(_) => imported(question, line)?,
            None => boto_model::archive::open(&key).ok_or_else(|| {
                let near = boto_model::suggest::nearest(&key, boto_model::archive::services());
                let hint = near.first().map_or_else(String::new, |name| format!("; did you mean {name}?"));
                fault("unknown", &format!("no service {key:?}{hint}"))
            })?,
        };
        let service = Arc::new(service);
        self.make_room();
        self.services.insert(key, Arc::clone(&service));
        Ok(service)
    }

    /// The connection that a question is about.
    pub fn connection(&mut self, question: &Object, line: &[u8]) -> Result<Connection, Value> {
        let mut config = inner(question, "config").clone();
        // What changes from line to line is no setting of the connection.
        for name in ["time", "idempotency_token"] {
            config.0.remove(name);
        }
        let service = self.service(question, line)?;
        let key = format!("{:p} {}", Arc::as_ptr(&service), codec::json::to_text(&Value::Map(config.clone())));
        if let Some(connection) = self.connections.get(&key) {
            return Ok(connection.clone());
        }
        let protocol = match text(&config, "protocol") {
            None => boto_core::protocol::choose(service.metadata()),
            Some(name) => Protocol::from_name(name).ok_or_else(|| fault("input", "config.protocol: unknown"))?,
        };
        let connection = Connection::from_table(&self.session(&config)?, service).with_protocol(protocol);
        self.make_room();
        self.connections.insert(key, connection.clone());
        Ok(connection)
    }

    fn make_room(&mut self) {
        if self.connections.len() >= KEPT || self.services.len() >= KEPT {
            // Connections go by the address of their service, so they go together.
            self.connections.clear();
            self.services.clear();
        }
    }

    fn session(&self, config: &Object) -> Result<Session, Value> {
        let mut builder =
            Session::builder().host(Arc::clone(&self.clock) as Arc<dyn Host>).transport(Arc::new(Nowhere));
        let mut overrides = Overrides::default();
        settings(config, &mut overrides)?;
        builder = builder.settings(|own| *own = overrides);
        let given = inner(config, "credentials");
        let account = text(config, "account_id").map(str::to_owned);
        let signs = flag(config, "sign") == Some(true);
        if !signs && account.is_none() {
            return Ok(builder.anonymous().build());
        }
        let or = |name: &str, default: &str| text(given, name).unwrap_or(default).to_owned();
        let mut credentials = Credentials::new(
            or("access_key_id", "AKIDEXAMPLE"),
            or("secret_access_key", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            text(given, "session_token").map(str::to_owned),
        );
        credentials.account_id = account;
        Ok(builder.identity(credentials).build())
    }
}

/// 2026-01-02T03:04:05Z, when a question says nothing.
const DEFAULT_TIME: i64 = 1_767_323_045;

/// The model in the line itself: read again, for the order of its members matters.
fn imported(question: &Object, line: &[u8]) -> Result<Service, Value> {
    let line = Json::parse(line).map_err(|e| fault("input", &e.to_string()))?;
    let empty = Json::Object(Vec::new());
    let model = line.get("model").unwrap_or(&empty);
    let metadata = model.get("metadata").unwrap_or(&empty);
    let of = |name: &str| metadata.get(name).and_then(Json::as_str);
    let hyphenized = || of("serviceId").map(|id| id.replace(' ', "-").to_lowercase());
    let name = text(question, "service")
        .map(str::to_owned)
        .or_else(hyphenized)
        .or_else(|| of("endpointPrefix").map(str::to_owned))
        .unwrap_or_else(|| "model".to_owned());
    let neighbours = botocore::Neighbours { rules: line.get("rules"), ..botocore::Neighbours::default() };
    let packed = botocore::service(&name, model, &neighbours).map_err(|e| fault("model", &e.to_string()))?;
    Service::open(packed).map_err(|e| fault("model", &e.to_string()))
}

/// The settings of a question as those of a session.
fn settings(config: &Object, overrides: &mut Overrides) -> Result<(), Value> {
    for (name, value) in &config.0 {
        let wrong = || Err(fault("input", &format!("config.{name}: unexpected {}", codec::json::to_text(value))));
        match (name.as_str(), value) {
            (_, Value::Null) => {}
            ("region", Value::String(text)) => overrides.region = Some(text.clone()),
            ("endpoint_url", Value::String(text)) => overrides.endpoint_url = Some(text.clone()),
            ("use_fips" | "use_fips_endpoint", Value::Bool(on)) => overrides.use_fips_endpoint = Some(*on),
            ("use_dualstack" | "use_dualstack_endpoint", Value::Bool(on)) => {
                overrides.use_dualstack_endpoint = Some(*on);
            }
            ("account_id_endpoint_mode", Value::String(mode)) => {
                overrides.account_id_endpoint_mode = Some(mode.clone());
            }
            ("request_checksum_calculation", Value::String(when)) => {
                overrides.request_checksum_calculation = Some(when.clone());
            }
            ("response_checksum_validation", Value::String(when)) => {
                overrides.response_checksum_validation = Some(when.clone());
            }
            ("disable_request_compression", Value::Bool(on)) => overrides.disable_request_compression = Some(*on),
            ("request_min_compression_size_bytes", Value::Int(size)) => {
                overrides.request_min_compression_size_bytes = u64::try_from(*size).ok();
            }
            ("inject_host_prefix", Value::Bool(on)) => overrides.disable_host_prefix_injection = Some(!*on),
            ("signature_version", Value::String(name)) => overrides.signature_version = Some(name.clone()),
            ("validate", Value::Bool(on)) => overrides.parameter_validation = Some(*on),
            ("validate_ranges", Value::Bool(on)) => overrides.parameter_range_validation = Some(*on),
            ("s3", Value::Map(s3)) => s3_settings(s3, overrides)?,
            ("credentials" | "account_id" | "sign" | "protocol", _) => {}
            _ => return wrong(),
        }
    }
    Ok(())
}

fn s3_settings(s3: &Object, overrides: &mut Overrides) -> Result<(), Value> {
    for (name, value) in &s3.0 {
        match (name.as_str(), value) {
            (_, Value::Null) => {}
            ("addressing_style", Value::String(style)) => overrides.s3_addressing_style = Some(style.clone()),
            ("use_accelerate_endpoint", Value::Bool(on)) => overrides.s3_use_accelerate_endpoint = Some(*on),
            ("use_dualstack_endpoint", Value::Bool(on)) => overrides.s3_use_dualstack_endpoint = Some(*on),
            ("payload_signing_enabled", Value::Bool(on)) => overrides.s3_payload_signing_enabled = Some(*on),
            ("use_arn_region", Value::Bool(on)) => overrides.s3_use_arn_region = Some(*on),
            ("us_east_1_regional_endpoint", Value::String(which)) => {
                overrides.s3_us_east_1_regional_endpoint = Some(which.clone());
            }
            ("s3_disable_multiregion_access_points" | "disable_multiregion_access_points", Value::Bool(on)) => {
                overrides.s3_disable_multiregion_access_points = Some(*on);
            }
            ("disable_s3_express_session_auth", Value::Bool(on)) => {
                overrides.s3_disable_express_session_auth = Some(*on);
            }
            _ => {
                let message = format!("config.s3.{name}: unexpected {}", codec::json::to_text(value));
                return Err(fault("input", &message));
            }
        }
    }
    Ok(())
}

/// A host with a clock and nothing else: what a question does not say is not there.
#[derive(Debug, Default)]
struct Clock(AtomicI64);

impl Host for Clock {
    fn var(&self, name: &str) -> Option<OsString> {
        // A region that is not given is not asked of the machine: nothing is sent.
        (name == "AWS_EC2_METADATA_DISABLED").then(|| "true".into())
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn read(&self, _: &Path) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }
    fn now(&self) -> DateTime {
        DateTime::from_seconds(self.0.load(Ordering::Relaxed))
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::ready(()))
    }
    fn random(&self, buffer: &mut [u8]) {
        buffer.fill(0);
    }
    fn run(&self, _: Command) -> BoxFuture<'static, io::Result<Output>> {
        Box::pin(std::future::ready(Err(io::ErrorKind::NotFound.into())))
    }
}

/// Sends nothing: what would have to be asked first (a session with a directory bucket) is told instead.
#[derive(Debug)]
struct Nowhere;

impl Transport for Nowhere {
    fn send(&self, request: Request, _: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>> {
        let message = format!("nothing is sent from here, and this call asks {} first", request.url.authority);
        Box::pin(std::future::ready(Err(TransportError { kind: TransportErrorKind::Connect, message })))
    }
}
