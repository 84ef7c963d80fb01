//! Sessions as a case wants them, and a transport that answers by script.

use boto_core::{
    config::Overrides,
    connection::Connection,
    host::{Command, Host, Output},
    http::{
        HeaderMap, HeaderName, HeaderValue, Request, Response, Timeouts, Transport, TransportError, TransportErrorKind,
    },
    identity::Credentials,
    session::Session,
    BoxFuture, ByteStream, DateTime,
};
use boto_model::{document::Json as Ordered, import::botocore, Service};
use bytes::Bytes;
use serde_json::Value as Json;
use std::{
    collections::{BTreeMap, VecDeque},
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// A request as it was sent.
#[derive(Debug)]
pub struct Sent {
    pub method: String,
    pub url: String,
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// A transport that gives the answers of a case one after the other.
#[derive(Clone, Debug, Default)]
pub struct Script(Arc<Mutex<Played>>);

#[derive(Debug, Default)]
struct Played {
    answers: VecDeque<Json>,
    sent: Vec<Sent>,
    /// Where the clock goes after each answer and after each wait.
    clock: Option<Arc<World>>,
}

impl Script {
    /// `http` is a list of exchanges, each with a `response` or an `io_error`.
    pub fn new(http: &Json) -> Script {
        let script = Script::default();
        script.lock().answers = http.as_array().cloned().unwrap_or_default().into();
        script
    }

    /// Sets the clock by each answer, too.
    pub fn with_clock(self, world: &Arc<World>) -> Script {
        self.lock().clock = Some(Arc::clone(world));
        self
    }

    /// What was sent so far; forgotten by asking.
    pub fn sent(&self) -> Vec<Sent> {
        std::mem::take(&mut self.lock().sent)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Played> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Script {
    fn send(&self, request: Request, _: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let failed = |kind, message: String| TransportError { kind, message };
            let (method, url) = (request.method.to_string(), request.url.to_string());
            let body = request.body.collect().await.map_err(|e| failed(TransportErrorKind::Request, e.to_string()))?;
            let mut played = self.lock();
            played.sent.push(Sent { method, url, headers: request.headers, body });
            if let Some(world) = &played.clock {
                world.tick();
            }
            let next = match played.answers.front() {
                Some(answer) if answer["response"]["repeat"] == true => answer.clone(),
                Some(_) => played.answers.pop_front().unwrap_or_default(),
                None => return Err(failed(TransportErrorKind::Request, "the script has no more answers".to_owned())),
            };
            if let Some(error) = next["io_error"].as_str() {
                return Err(failed(io_error(error), error.to_owned()));
            }
            response(&next["response"]).map_err(|why| failed(TransportErrorKind::Request, why))
        })
    }
}

/// The kinds of botocore's errors of the transport.
pub fn io_error(name: &str) -> TransportErrorKind {
    match name {
        "ConnectTimeoutError" => TransportErrorKind::ConnectTimeout,
        "ReadTimeoutError" => TransportErrorKind::ReadTimeout,
        "ConnectionClosedError" | "HTTPClientError" | "ResponseStreamingError" => TransportErrorKind::Broken,
        _ => TransportErrorKind::Connect,
    }
}

fn response(answer: &Json) -> Result<Response, String> {
    let mut headers = HeaderMap::new();
    for (name, value) in answer["headers"].as_object().into_iter().flatten() {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|e| e.to_string())?;
        let value = HeaderValue::from_str(value.as_str().unwrap_or_default()).map_err(|e| e.to_string())?;
        headers.append(name, value);
    }
    let body = body(&answer["body"]);
    Ok(Response { status: answer["status"].as_u64().unwrap_or(200) as u16, headers, body: ByteStream::from(body) })
}

/// A body: text, or `{data, encoding}`.
pub fn body(body: &Json) -> Bytes {
    use base64::{engine::general_purpose::STANDARD, Engine};
    match (body["data"].as_str().or(body.as_str()), body["encoding"].as_str()) {
        (Some(data), Some("base64")) => STANDARD.decode(data).unwrap_or_default().into(),
        (Some(data), _) => data.to_owned().into(),
        (None, _) => Bytes::new(),
    }
}

/// The outside world of a case: an environment, a file, a clock.
#[derive(Debug)]
pub struct World {
    env: BTreeMap<String, String>,
    config_file: Option<String>,
    now: Mutex<DateTime>,
    ticks: Mutex<VecDeque<DateTime>>,
}

const CONFIG_FILE: &str = "/case/config";

impl World {
    pub fn new(client: &Json, clock: Option<&str>) -> Arc<World> {
        let variables = client["env"].as_object().into_iter().flatten();
        let mut env: BTreeMap<String, String> =
            variables.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect();
        env.insert("AWS_EC2_METADATA_DISABLED".to_owned(), "true".to_owned());
        let config_file = client["config_file"].as_str().map(str::to_owned);
        if config_file.is_some() {
            env.insert("AWS_CONFIG_FILE".to_owned(), CONFIG_FILE.to_owned());
        }
        let now = Mutex::new(clock.and_then(DateTime::parse).unwrap_or_default());
        Arc::new(World { env, config_file, now, ticks: Mutex::default() })
    }

    /// The times that the clock jumps to, one after each answer and each wait.
    pub fn script_clock(&self, times: impl Iterator<Item = DateTime>) {
        *self.ticks.lock().unwrap_or_else(PoisonError::into_inner) = times.collect();
        self.tick();
    }

    /// Jumps to the next time of the script; `false` if there is none.
    fn tick(&self) -> bool {
        let next = self.ticks.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        if let Some(next) = next {
            *self.now.lock().unwrap_or_else(PoisonError::into_inner) = next;
        }
        next.is_some()
    }

    /// A connection with the settings of a case.
    pub fn connect(self: &Arc<Self>, client: &Json, script: Script) -> Result<Connection, String> {
        let overrides = overrides(client)?;
        let mut builder = Session::builder()
            .host(Arc::new(Outside(Arc::clone(self))))
            .transport(Arc::new(script))
            .settings(|own| *own = overrides);
        if let (Some(key), Some(secret)) = (client["access_key"].as_str(), client["secret_key"].as_str()) {
            builder = builder.identity(Credentials::new(key, secret, client["token"].as_str().map(str::to_owned)));
        }
        let session = builder.build();
        let connection = Connection::from_table(&session, Arc::new(service(client)?));
        Ok(with_context_params(connection, &client["config"]))
    }
}

fn service(client: &Json) -> Result<Service, String> {
    let name = client["service"].as_str().unwrap_or_default();
    if client["model"].is_null() {
        return boto_model::archive::open(name).ok_or_else(|| format!("no service {name}"));
    }
    let ordered = |json: &Json| Ordered::parse(json.to_string().as_bytes()).map_err(|e| e.to_string());
    let model = ordered(&client["model"])?;
    let rules = match &client["ruleset"] {
        Json::Null => None,
        rules => Some(ordered(rules)?),
    };
    let neighbours = botocore::Neighbours { rules: rules.as_ref(), ..botocore::Neighbours::default() };
    let packed = botocore::service(name, &model, &neighbours).map_err(|e| e.to_string())?;
    Service::open(packed).map_err(|e| e.to_string())
}

/// The settings of botocore's client as ours.
fn overrides(client: &Json) -> Result<Overrides, String> {
    let mut own = Overrides {
        region: client["region"].as_str().map(str::to_owned),
        endpoint_url: client["endpoint_url"].as_str().map(str::to_owned),
        use_ssl: client["use_ssl"].as_bool(),
        // At endpoints of the user's own, botocore still computes what it can; we do only when told so.
        request_checksum_calculation: Some("when_supported".to_owned()),
        response_checksum_validation: Some("when_supported".to_owned()),
        ..Overrides::default()
    };
    for config in [&client["default_config"], &client["config"]] {
        for (name, value) in config.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
            let text = || value.as_str().map(str::to_owned);
            match name.as_str() {
                "client_context_params" => {}
                "account_id_endpoint_mode" => own.account_id_endpoint_mode = text(),
                "auth_scheme_preference" => {
                    own.auth_scheme_preference = text().map(|t| t.split(',').map(|s| s.trim().to_owned()).collect());
                }
                "disable_request_compression" => own.disable_request_compression = value.as_bool(),
                "endpoint_discovery_enabled" => own.endpoint_discovery_enabled = Some(value.to_string()),
                "ignore_configured_endpoint_urls" => own.ignore_configured_endpoint_urls = value.as_bool(),
                "inject_host_prefix" => own.disable_host_prefix_injection = value.as_bool().map(|on| !on),
                "read_timeout" => own.read_timeout = value.as_f64().map(Duration::from_secs_f64),
                "region_name" => own.region = text(),
                "request_checksum_calculation" => own.request_checksum_calculation = text(),
                "request_min_compression_size_bytes" => own.request_min_compression_size_bytes = value.as_u64(),
                "response_checksum_validation" => own.response_checksum_validation = text(),
                "retries" => retries(value, &mut own),
                "s3" if matches!(client["service"].as_str(), Some("s3" | "s3control")) => s3(value, &mut own),
                // Other services have no use for it.
                "s3" => {}
                "signature_version" => own.signature_version = text(),
                "use_dualstack_endpoint" => own.use_dualstack_endpoint = value.as_bool(),
                "use_fips_endpoint" => own.use_fips_endpoint = value.as_bool(),
                "user_agent" => own.user_agent = text(),
                "user_agent_appid" => own.user_agent_app_id = text(),
                "user_agent_extra" => own.user_agent_extra = text(),
                other => return Err(format!("config.{other} is not understood here")),
            }
        }
    }
    Ok(own)
}

pub fn retries(retries: &Json, own: &mut Overrides) {
    own.retry_mode = retries["mode"].as_str().map(str::to_owned);
    let retried = retries["max_attempts"].as_u64().map(|n| n + 1);
    own.max_attempts = retries["total_max_attempts"].as_u64().or(retried);
}

/// The parameters of endpoint rules that the model lets a connection set: in snake case in `client_context_params`, and
/// for S3 among its other settings.
fn with_context_params(mut connection: Connection, config: &Json) -> Connection {
    let s3 = matches!(connection.class().name(), "s3" | "s3control");
    let service = Arc::clone(connection.service());
    for (name, _) in &service.metadata().client_context_params {
        let key = boto_model::suggest::snake_case(name);
        let own = &config["client_context_params"][&key];
        let given = if own.is_null() && s3 { &config["s3"][&key] } else { own };
        connection = match given {
            Json::String(text) => connection.with_endpoint_param(name.clone(), text.as_str()),
            Json::Bool(flag) => connection.with_endpoint_param(name.clone(), *flag),
            _ => connection,
        };
    }
    connection
}

fn s3(s3: &Json, own: &mut Overrides) {
    for (name, value) in s3.as_object().into_iter().flatten() {
        let text = || value.as_str().map(str::to_owned);
        match name.as_str() {
            "addressing_style" => own.s3_addressing_style = text(),
            "disable_s3_express_session_auth" => own.s3_disable_express_session_auth = value.as_bool(),
            "payload_signing_enabled" => own.s3_payload_signing_enabled = value.as_bool(),
            "s3_disable_multiregion_access_points" => own.s3_disable_multiregion_access_points = value.as_bool(),
            "us_east_1_regional_endpoint" => own.s3_us_east_1_regional_endpoint = text(),
            "use_accelerate_endpoint" => own.s3_use_accelerate_endpoint = value.as_bool(),
            "use_arn_region" => own.s3_use_arn_region = value.as_bool(),
            "use_dualstack_endpoint" => own.s3_use_dualstack_endpoint = value.as_bool(),
            // A parameter of the endpoint rules, see `with_context_params`.
            _ => {}
        }
    }
}

/// The world as a host.
#[derive(Debug)]
struct Outside(Arc<World>);

impl Host for Outside {
    fn var(&self, name: &str) -> Option<OsString> {
        self.0.env.get(name).map(OsString::from)
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match &self.0.config_file {
            Some(text) if path == Path::new(CONFIG_FILE) => Ok(text.clone().into_bytes()),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }
    fn write_private(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }
    fn now(&self) -> DateTime {
        *self.0.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
    /// Waiting takes no time, but the clock goes on: else who waits for it would wait forever.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        if !self.0.tick() {
            let mut now = self.0.now.lock().unwrap_or_else(PoisonError::into_inner);
            let nanos = duration.as_nanos() + u128::from(now.subsec_nanos());
            let seconds = now.seconds().saturating_add((nanos / 1_000_000_000) as i64);
            *now = DateTime::from_parts(seconds, (nanos % 1_000_000_000) as u32);
        }
        Box::pin(std::future::ready(()))
    }
    fn random(&self, buffer: &mut [u8]) {
        buffer.fill(0);
    }
    fn run(&self, _: Command) -> BoxFuture<'static, io::Result<Output>> {
        Box::pin(std::future::ready(Err(io::ErrorKind::NotFound.into())))
    }
}
