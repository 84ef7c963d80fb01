//! Where a request goes and how it is signed: settings and input in, endpoint and way of signing out.

use crate::{
    config::{Config, Origin},
    connection::Connection,
    endpoint::{
        self,
        auth::{self, AuthChoice},
        params::{Addressing, Builtins, S3Settings},
        Endpoint, Params, Resolver,
    },
    feature::{Feature, Features},
    field::{Record, View},
    http::{HeaderName, HeaderValue, Request, Url},
    integrity,
    pipeline::{Outbound, Plan},
    BoxFuture, Error, ErrorKind, Result,
};

use once_cell::sync::OnceCell;
use std::sync::Arc;

/// Where a request goes, and how it is signed.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    pub(crate) endpoint: Arc<Endpoint>,
    pub(crate) auth: AuthChoice,
    /// The region of the call, which a redirect may have changed.
    pub(crate) region: String,
    /// The bucket, for S3.
    pub(crate) bucket: Option<String>,
    /// Whether the endpoint is the user's own.
    pub(crate) custom: bool,
    /// What was made use of to find it, for the user agent.
    pub(crate) features: Features,
}

/// What the address is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Purpose {
    /// To be sent by us.
    Send,
    /// To be signed into the URL.
    Presign,
}

/// The compiled endpoint rules of a connection, and the answers they gave.
#[derive(Default)]
pub(crate) struct Cache(OnceCell<Option<Resolver>>);

impl Cache {
    fn resolver(&self, connection: &Connection) -> Result<Option<&Resolver>> {
        let build = || match connection.rules() {
            Some(rules) => Resolver::new(rules, endpoint::Atlas::shared()).map(Some),
            None => Ok(None),
        };
        Ok(self.0.get_or_try_init(build)?.as_ref())
    }
}

/// Asks the endpoint rules, and chooses how to sign.
pub(crate) async fn resolve(plan: &Plan<'_>, input: &dyn Record, purpose: Purpose) -> Result<Address> {
    resolve_in(plan, input, purpose, None).await
}

/// The same in another region, which a redirect named.
pub(crate) fn resolve_in<'a>(
    plan: &'a Plan<'_>,
    input: &'a dyn Record,
    purpose: Purpose,
    redirected: Option<&'a str>,
) -> BoxFuture<'a, Result<Address>> {
    Box::pin(async move {
        let config = &*plan.config;
        let metadata = plan.service.metadata();
        let bucket = bucket(plan, input);
        // Where a bucket is was learnt from an earlier redirect.
        let learnt = bucket.as_deref().and_then(|bucket| plan.connection.bucket_regions().get(bucket));
        let redirected = redirected.or(learnt.as_deref());
        let given = redirected.unwrap_or_else(|| config.region());
        let plain = endpoint::params::without_fips(given);
        let region = plain.unwrap_or(given);
        let at = |what: &str| format!("{what} ({})", config.origin(what).map(ToString::to_string).unwrap_or_default());
        endpoint::check_region(region).map_err(|e| prefixed(&e, &at("region")))?;
        let custom = custom_endpoint(config, &metadata.service_id)?;
        if plan.operation.endpoint_discovery == Some(true)
            && custom.is_none()
            && config.endpoint_discovery_enabled() == "false"
        {
            let origin = config.origin("endpoint_discovery_enabled").map(ToString::to_string).unwrap_or_default();
            let message = format!(
                "the operation requires endpoint discovery, which is off: endpoint_discovery_enabled ({origin})"
            );
            return Err(Error::new(ErrorKind::Config, message));
        }
        let mut features = Features::NONE;
        if custom.is_some() {
            features.add(Feature::EndpointOverride);
        }
        if bucket.is_some() && redirected.is_some() {
            features.add(Feature::S3RegionRedirect);
        }
        let resolver = plan.connection.addresses().resolver(plan.connection)?;
        let endpoint = match resolver {
            Some(resolver) => {
                let mut builtins = builtins(plan, region, redirected.is_some(), custom.as_deref(), purpose);
                builtins.use_fips |= endpoint::params::without_fips(config.region()).is_some();
                if plan.connection.session().credentials()?.is_anonymous() {
                    // Nobody has an account.
                    builtins.account_id_mode = Some("disabled");
                }
                let account = account_id(plan, resolver, custom.is_some()).await?;
                builtins.account_id = account.as_deref();
                let params = endpoint::params::gather(
                    plan.service,
                    resolver,
                    plan.operation,
                    &builtins,
                    &own_params(plan),
                    input,
                )?;
                features = features.and(told(&params));
                resolver.resolve(&params)?
            }
            None => Arc::new(plain_endpoint(plan, region, custom.as_deref())?),
        };
        let auth = choose_auth(plan, &endpoint, region, purpose, bucket.as_deref(), custom.is_some())?;
        Ok(Address { endpoint, auth, region: region.to_owned(), bucket, custom: custom.is_some(), features })
    })
}

/// What the rules are told of the account.
fn told(params: &Params) -> Features {
    let mode = match params.text("AccountIdEndpointMode") {
        Some("preferred") => Features::NONE.with(Feature::AccountIdModePreferred),
        Some("disabled") => Features::NONE.with(Feature::AccountIdModeDisabled),
        Some("required") => Features::NONE.with(Feature::AccountIdModeRequired),
        _ => Features::NONE,
    };
    match params.get("AccountId") {
        Some(_) => mode.with(Feature::ResolvedAccountId),
        None => mode,
    }
}

/// Chooses how to sign.
fn choose_auth(
    plan: &Plan<'_>,
    endpoint: &Endpoint,
    region: &str,
    purpose: Purpose,
    bucket: Option<&str>,
    custom: bool,
) -> Result<AuthChoice> {
    let config = &*plan.config;
    let metadata = plan.service.metadata();
    let is_s3 = metadata.name == "s3";
    let own = config.s3_signature_version().filter(|_| is_s3);
    // Presigned URLs of the old kind are for AWS alone: other servers never learnt them.
    let foreign = custom && !endpoint::Atlas::shared().owns(&endpoint.url.authority);
    let modern = (foreign && purpose == Purpose::Presign && is_s3).then_some("s3v4");
    let signing_name = metadata.signing_name.as_ref().unwrap_or(&metadata.endpoint_prefix);
    let bearer = metadata.auth.iter().chain(&*plan.operation.auth).any(|scheme| scheme.ends_with("#httpBearerAuth"));
    let region_set = config.sigv4a_signing_region_set().join(",");
    let wishes = auth::Wishes {
        region: Some(region),
        signature_version: config.signature_version().or(own).or(modern),
        preference: config.auth_scheme_preference(),
        region_set: Some(region_set.as_str()).filter(|set| !set.is_empty()),
        service_token: bearer && plan.connection.session().credentials()?.has_environment_token(signing_name),
        presign: purpose == Purpose::Presign,
        bucket_is_arn: bucket.is_some_and(crate::arn::Arn::is),
        custom,
    };
    auth::choose_auth(metadata, plan.operation, Some(endpoint), &wishes)
}

/// Sends the request to another region, which an answer named.
pub(crate) async fn redirect(plan: &Plan<'_>, outbound: &mut Outbound, input: &dyn Record, region: &str) -> Result<()> {
    let from = outbound.address.endpoint.url.clone();
    let address = resolve_in(plan, input, Purpose::Send, Some(region)).await?;
    let url = &mut outbound.request.url;
    // What stands before and behind the endpoint's own part is the request's and stays.
    let prefix = url.authority.strip_suffix(from.authority.as_str()).unwrap_or_default().to_owned();
    let path = url.path.strip_prefix(from.path.trim_end_matches('/')).unwrap_or(&url.path).to_owned();
    url.scheme.clone_from(&address.endpoint.url.scheme);
    url.authority = format!("{prefix}{}", address.endpoint.url.authority);
    url.path = format!("{}{path}", address.endpoint.url.path.trim_end_matches('/'));
    outbound.address = address;
    Ok(())
}

/// The user's own endpoint for the service, checked.
fn custom_endpoint<'a>(config: &'a Config, service_id: &str) -> Result<Option<std::borrow::Cow<'a, str>>> {
    let Some((url, origin)) = config.endpoint_url_origin(service_id)? else { return Ok(None) };
    endpoint::parse_endpoint_url(&url).map_err(|e| prefixed(&e, &format!("endpoint_url ({origin})")))?;
    Ok(Some(url))
}

fn prefixed(error: &Error, place: &str) -> Error {
    Error::new(ErrorKind::Config, format!("{place}: {}", error.message()))
}

/// The settings that reach the rules.
fn builtins<'a>(
    plan: &'a Plan<'_>,
    region: &'a str,
    redirected: bool,
    custom: Option<&'a str>,
    purpose: Purpose,
) -> Builtins<'a> {
    let config = &*plan.config;
    // Global services are asked without a region where nobody chose one: their rules then name the global endpoint.
    let unchosen = !redirected && config.origin("region") == Some(&Origin::Default);
    let global = unchosen && endpoint::params::default_region(&plan.service.metadata().name).is_some();
    Builtins {
        region: (!global).then_some(region),
        use_fips: config.use_fips_endpoint(),
        use_dual_stack: config.use_dualstack_endpoint(),
        endpoint: custom,
        account_id: None,
        account_id_mode: Some(config.account_id_endpoint_mode()),
        sts_global: config.sts_regional_endpoints() == "legacy",
        s3: S3Settings {
            addressing: match config.s3_addressing_style() {
                "path" => Addressing::Path,
                "virtual" => Addressing::Virtual,
                _ => Addressing::Auto,
            },
            accelerate: config.s3_use_accelerate_endpoint(),
            dual_stack: config.s3_use_dualstack_endpoint(),
            use_arn_region: config.s3_use_arn_region(),
            disable_multi_region_access_points: config.s3_disable_multiregion_access_points(),
            us_east_1_regional: config.s3_us_east_1_regional_endpoint() == "regional",
            disable_express_session_auth: config.s3_disable_express_session_auth().then_some(true),
        },
        presign: purpose == Purpose::Presign,
    }
}

/// The parameters set on the connection.
fn own_params(plan: &Plan<'_>) -> Params {
    let mut params = plan.connection.endpoint_params().clone();
    // A parameter of S3's callers, not a built-in: no rule names the setting.
    if plan.config.s3_disable_express_session_auth() {
        params.set("DisableS3ExpressSessionAuth", true);
    }
    params
}

/// The account of the credentials, if the rules want to know it.
async fn account_id(plan: &Plan<'_>, resolver: &Resolver, custom: bool) -> Result<Option<String>> {
    if custom {
        return Ok(None);
    }
    if !resolver.builtins().any(|(_, builtin)| builtin == Some("AWS::Auth::AccountId")) {
        return Ok(None);
    }
    // Whether there are credentials at all is for the signature to say.
    let chain = plan.connection.session().credentials()?;
    if chain.is_anonymous() {
        return Ok(None);
    }
    Ok(chain.credentials().await.ok().and_then(|c| c.account_id))
}

/// The endpoint of a service without rules: its prefix in the region, or the user's own.
fn plain_endpoint(plan: &Plan<'_>, region: &str, custom: Option<&str>) -> Result<Endpoint> {
    let metadata = plan.service.metadata();
    let url = match (custom, &metadata.global_endpoint) {
        (Some(url), _) => endpoint::parse_endpoint_url(url)?,
        (None, Some(host)) => https(host.to_string()),
        (None, None) => {
            let suffix =
                endpoint::Atlas::shared().partition(region).map_or("amazonaws.com", |p| &*p.dns_suffix).to_owned();
            https(format!("{}.{region}.{suffix}", metadata.endpoint_prefix))
        }
    };
    Ok(Endpoint { url, headers: Vec::new(), properties: Default::default() })
}

fn https(authority: String) -> Url {
    Url { scheme: "https".into(), authority, path: String::new(), query: String::new() }
}

fn bucket(plan: &Plan<'_>, input: &dyn Record) -> Option<String> {
    if plan.service.metadata().name != "s3" {
        return None;
    }
    let (index, member) = plan.service.shape(plan.operation.input?).structure()?.member("Bucket")?;
    match input.get(index, &member.name).view() {
        View::Str(bucket) => Some(bucket.to_owned()),
        _ => None,
    }
}

/// Puts the request at its address: scheme, host with prefix, path behind the endpoint's, headers of the rules.
pub(crate) fn apply(plan: &Plan<'_>, address: &Address, request: &mut Request, prefix: Option<&str>) -> Result<()> {
    let base = &address.endpoint.url;
    request.url.scheme.clone_from(&base.scheme);
    if !address.custom && !plan.config.use_ssl() {
        "http".clone_into(&mut request.url.scheme);
    }
    request.url.authority = match prefix.filter(|_| plan.config.inject_host_prefix()) {
        Some(prefix) => format!("{prefix}{}", base.authority),
        None => base.authority.clone(),
    };
    // The path begins with a slash or is empty; keys of S3 may begin with slashes, which are theirs and stay.
    if request.url.path == "/" && base.path.len() > 1 {
        // The operation has no path of its own, so the endpoint's is taken as it is given; so does botocore.
        request.url.path.clone_from(&base.path);
    } else {
        request.url.path.insert_str(0, base.path.trim_end_matches('/'));
    }
    if request.url.path.is_empty() {
        request.url.path.push('/');
    }
    if !base.query.is_empty() {
        request.url.query = match request.url.query.is_empty() {
            true => base.query.clone(),
            false => format!("{}&{}", base.query, request.url.query),
        };
    }
    for (name, value) in &address.endpoint.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name.as_str()), HeaderValue::from_str(value)) {
            request.headers.insert(name, value);
        }
    }
    Ok(())
}

/// Whether a host is one of AWS: an endpoint of the user's own may be a VPC endpoint.
fn is_aws(authority: &str) -> bool {
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"].iter().any(|suffix| host.ends_with(suffix))
}

/// When to compute and check checksums. S3-compatible servers at endpoints of the user's own often know no newer
/// checksums, so there only what is required is computed unless the user asked for more.
pub(crate) fn integrity_settings(plan: &Plan<'_>, address: &Address) -> integrity::Settings {
    let when = |setting: &str, value: &str| {
        let unchosen = plan.config.origin(setting) == Some(&Origin::Default);
        match value {
            "when_required" => integrity::When::Required,
            _ if unchosen && address.custom && !is_aws(&address.endpoint.url.authority) => integrity::When::Required,
            _ => integrity::When::Supported,
        }
    };
    integrity::Settings {
        request: when("request_checksum_calculation", plan.config.request_checksum_calculation()),
        response: when("response_checksum_validation", plan.config.response_checksum_validation()),
        no_trailers: address.auth.scheme == auth::Scheme::S3V2,
    }
}
