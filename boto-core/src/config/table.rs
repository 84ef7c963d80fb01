//! The table of all settings. One row makes the override, the getter, the resolution and the line in `explain()`.
//!
//! The facts (names, variables, properties, defaults) are those of botocore's `configprovider` and client `Config`,
//! and of the AWS CLI for what both read.

use super::{
    setting::{Datum, Kind, Setting},
    Config,
};
use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

/// `name: kind = default, env [variables], key [properties], boto [properties];`
macro_rules! settings {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident: $kind:ident $(($($arg:expr),+))? $(= $default:literal)?
        $(, env [$($env:literal),+])? $(, key [$($key:literal),+])? $(, boto [$($boto:literal),+])? ;
    )*) => {
        /// Values given in code: to the session's builder, to a connection or to a call. `None` leaves the value to
        /// the next layer below.
        #[derive(Clone, Default)]
        pub struct Overrides {
            $( $(#[doc = $doc])+ pub $name: Option<given!($kind)>, )*
        }

        /// The rows by name.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum Row { $($name),* }

        /// The table.
        pub(super) static SETTINGS: &[Setting] = &[$(
            Setting {
                name: stringify!($name),
                doc: concat!($($doc),+),
                env: &[$($($env),+)?],
                keys: &[$($($key),+)?],
                boto: &[$($($boto),+)?],
                kind: kind!($kind $($($arg),+)?),
                default: default!($($default)?),
            },
        )*];

        impl Overrides {
            /// The values in the order of the table.
            pub(super) fn data(&self) -> [Option<Datum>; SETTINGS.len()] {
                [$( self.$name.as_ref().map(|v| datum!($kind v)) ),*]
            }
        }

        impl fmt::Debug for Overrides {
            /// Those that are given.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let given = SETTINGS.iter().zip(self.data()).filter_map(|(setting, datum)| Some((setting.name, datum?)));
                f.debug_map().entries(given).finish()
            }
        }

        $( getter! { $(#[doc = $doc])+ $name $kind } )*
    };
}

macro_rules! default {
    () => {
        None
    };
    ($value:literal) => {
        Some($value)
    };
}

macro_rules! kind {
    (word $($w:expr),+) => { Kind::Word(&[$($w),+]) };
    (flag) => { Kind::Flag };
    (maybe) => { Kind::Flag };
    (count $least:expr, $most:expr) => { Kind::Count($least, $most) };
    (number $least:expr, $most:expr) => { Kind::Count($least, $most) };
    (span) => { Kind::Seconds };
    (limit) => { Kind::Seconds };
    (list) => { Kind::List };
    (path) => { Kind::Path };
    (map) => { Kind::Map };
    (region) => { Kind::Region };
    (url) => { Kind::Url };
    (endpoint) => { Kind::Url };
    (text) => { Kind::Text };
}

macro_rules! given {
    (flag) => { bool };
    (maybe) => { bool };
    (count) => { u64 };
    (number) => { u64 };
    (span) => { Duration };
    (limit) => { Duration };
    (list) => { Vec<String> };
    (path) => { PathBuf };
    (map) => { BTreeMap<String, String> };
    ($text:ident) => { String };
}

macro_rules! datum {
    (flag $v:ident) => {
        Datum::Flag(*$v)
    };
    (maybe $v:ident) => {
        Datum::Flag(*$v)
    };
    (count $v:ident) => {
        Datum::Count(*$v)
    };
    (number $v:ident) => {
        Datum::Count(*$v)
    };
    (span $v:ident) => {
        Datum::Seconds(*$v)
    };
    (limit $v:ident) => {
        Datum::Seconds(*$v)
    };
    (list $v:ident) => {
        Datum::List($v.clone())
    };
    (path $v:ident) => {
        Datum::Path($v.clone())
    };
    (map $v:ident) => {
        Datum::Map($v.clone())
    };
    ($text:ident $v:ident) => {
        Datum::Text($v.clone().into())
    };
}

macro_rules! getter {
    ($(#[doc = $doc:literal])+ $name:ident endpoint) => {};
    ($(#[doc = $doc:literal])+ $name:ident map) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> &BTreeMap<String, String> { self.map(Row::$name) } }
    };
    ($(#[doc = $doc:literal])+ $name:ident flag) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> bool { self.flag(Row::$name).unwrap_or(false) } }
    };
    ($(#[doc = $doc:literal])+ $name:ident maybe) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> Option<bool> { self.flag(Row::$name) } }
    };
    ($(#[doc = $doc:literal])+ $name:ident count) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> u64 { self.count(Row::$name).unwrap_or(0) } }
    };
    ($(#[doc = $doc:literal])+ $name:ident number) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> Option<u64> { self.count(Row::$name) } }
    };
    ($(#[doc = $doc:literal])+ $name:ident span) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> Duration { self.seconds(Row::$name).unwrap_or_default() } }
    };
    ($(#[doc = $doc:literal])+ $name:ident limit) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> Option<Duration> { self.seconds(Row::$name) } }
    };
    ($(#[doc = $doc:literal])+ $name:ident list) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> &[String] { self.list(Row::$name) } }
    };
    ($(#[doc = $doc:literal])+ $name:ident path) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> Option<&Path> { self.path(Row::$name) } }
    };
    ($(#[doc = $doc:literal])+ $name:ident word) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> &str { self.text(Row::$name).unwrap_or("") } }
    };
    ($(#[doc = $doc:literal])+ $name:ident region) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> &str { self.text(Row::$name).unwrap_or("") } }
    };
    ($(#[doc = $doc:literal])+ $name:ident $text:ident) => {
        impl Config { $(#[doc = $doc])+ pub fn $name(&self) -> Option<&str> { self.text(Row::$name) } }
    };
}

settings! {
    /// The profile whose settings and credentials count. `None` is `default`, which need not exist.
    profile: text, env ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"];
    /// The file of profiles.
    config_file: path = "~/.aws/config", env ["AWS_CONFIG_FILE"];
    /// The file of profiles with credentials.
    credentials_file: path = "~/.aws/credentials", env ["AWS_SHARED_CREDENTIALS_FILE"];
    /// Where models are looked up before the built-in ones: directories separated as in `PATH`.
    data_path: path, env ["AWS_DATA_PATH"], key ["data_path"];
    /// Versions of services' APIs: service → date.
    api_versions: map, key ["api_versions"];
    /// The region.
    region: region = "us-east-1", env ["AWS_REGION", "AWS_DEFAULT_REGION"], key ["region"], boto ["region", "region_name"];
    /// Where requests go instead of to AWS.
    endpoint_url: endpoint, env ["AWS_ENDPOINT_URL"], key ["endpoint_url"];
    /// Whether endpoint URLs in the environment and in files are ignored.
    ignore_configured_endpoint_urls: flag = "false", env ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"], key ["ignore_configured_endpoint_urls"];
    /// Whether AWS is called over TLS. An endpoint URL says so itself.
    use_ssl: flag = "true", boto ["is_secure"];
    /// Whether to use endpoints with FIPS 140 cryptography.
    use_fips_endpoint: flag = "false", env ["AWS_USE_FIPS_ENDPOINT"], key ["use_fips_endpoint"];
    /// Whether to use endpoints with IPv6.
    use_dualstack_endpoint: flag = "false", env ["AWS_USE_DUALSTACK_ENDPOINT"], key ["use_dualstack_endpoint"];
    /// Whether account ids become part of endpoints.
    account_id_endpoint_mode: word("preferred", "disabled", "required") = "preferred", env ["AWS_ACCOUNT_ID_ENDPOINT_MODE"], key ["account_id_endpoint_mode"];
    /// Whether services' endpoint discovery is used: `auto` where it is required.
    endpoint_discovery_enabled: word("auto", "true", "false") = "auto", env ["AWS_ENDPOINT_DISCOVERY_ENABLED"], key ["endpoint_discovery_enabled"];
    /// Whether operations' host prefixes are left out.
    disable_host_prefix_injection: flag = "false", env ["AWS_DISABLE_HOST_PREFIX_INJECTION"], key ["disable_host_prefix_injection"];
    /// Whether STS is called in the region or, in the older regions, globally.
    sts_regional_endpoints: word("regional", "legacy") = "regional", env ["AWS_STS_REGIONAL_ENDPOINTS"], key ["sts_regional_endpoints"];

    /// Which defaults hold.
    defaults_mode: word("legacy", "standard", "in-region", "cross-region", "mobile", "auto") = "legacy", env ["AWS_DEFAULTS_MODE"], key ["defaults_mode"];
    /// How failed calls are tried again.
    retry_mode: word("standard", "adaptive", "legacy") = "standard", env ["AWS_RETRY_MODE"], key ["retry_mode"];
    /// How many attempts a call may take, the first included. `None` leaves it to the retry mode and the service.
    max_attempts: number(1, u64::MAX), env ["AWS_MAX_ATTEMPTS"], key ["max_attempts"], boto ["num_retries"];
    /// How long a connection may take to be made, TLS included.
    connect_timeout: span = "60", boto ["http_socket_timeout"];
    /// How long to wait between two reads.
    read_timeout: span = "60", boto ["http_socket_timeout"];
    /// How long a whole call may take, all attempts included. `None` is without limit.
    call_timeout: limit;
    /// How many idle connections are kept per host.
    max_pool_connections: count(1, u64::MAX) = "50";
    /// Whether TCP keep-alive is on.
    tcp_keepalive: flag = "false", env ["BOTOCORE_TCP_KEEPALIVE"], key ["tcp_keepalive"];
    /// The certificates (PEM) to trust instead of the built-in ones.
    ca_bundle: path, env ["AWS_CA_BUNDLE"], key ["ca_bundle"], boto ["ca_certificates_file"];
    /// Whether servers' certificates are verified.
    verify: flag = "true", boto ["https_validate_certificates"];
    /// The certificate (PEM) to present to servers.
    client_cert: path;
    /// The key (PEM) of `client_cert`; `None` if it is in the same file.
    client_key: path;
    /// The proxy for `http://` endpoints.
    http_proxy: text, env ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"], boto ["proxy"];
    /// The proxy for `https://` endpoints.
    https_proxy: text, env ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"], boto ["proxy"];
    /// Hosts that are reached without a proxy, separated by commas.
    no_proxy: list, env ["no_proxy", "NO_PROXY"];
    /// The certificates (PEM) to trust for proxies.
    proxy_ca_bundle: path, key ["proxy_ca_bundle"];
    /// The certificate (PEM) to present to proxies.
    proxy_client_cert: path, key ["proxy_client_cert"];
    /// Whether requests to `https://` endpoints are forwarded by the proxy instead of tunnelled through it.
    proxy_use_forwarding_for_https: flag = "false", key ["proxy_use_forwarding_for_https"];

    /// When requests get checksums.
    request_checksum_calculation: word("when_supported", "when_required") = "when_supported", env ["AWS_REQUEST_CHECKSUM_CALCULATION"], key ["request_checksum_calculation"];
    /// When responses' checksums are verified.
    response_checksum_validation: word("when_supported", "when_required") = "when_supported", env ["AWS_RESPONSE_CHECKSUM_VALIDATION"], key ["response_checksum_validation"];
    /// The size in bytes from which on request bodies are compressed.
    request_min_compression_size_bytes: count(0, 1_048_576) = "10240", env ["AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES"], key ["request_min_compression_size_bytes"];
    /// Whether request bodies are never compressed.
    disable_request_compression: flag = "false", env ["AWS_DISABLE_REQUEST_COMPRESSION"], key ["disable_request_compression"];
    /// The regions that multi-region signatures are good for.
    sigv4a_signing_region_set: list, env ["AWS_SIGV4A_SIGNING_REGION_SET"], key ["sigv4a_signing_region_set"];
    /// Ways to sign, the most wanted first.
    auth_scheme_preference: list, env ["AWS_AUTH_SCHEME_PREFERENCE"], key ["auth_scheme_preference"];
    /// The way to sign, `s3v4` or `v4`; `unsigned` does not sign. `None` leaves it to the service.
    signature_version: text;
    /// Whether input is checked before it is sent.
    parameter_validation: flag = "true", key ["parameter_validation"];
    /// Whether that check includes the least values and lengths that the models name; `false` leaves those to the service.
    parameter_range_validation: flag = "true", env ["BOTO_PARAMETER_RANGE_VALIDATION"], key ["parameter_range_validation"];

    /// The application's id in the user agent.
    user_agent_app_id: text, env ["AWS_SDK_UA_APP_ID"], key ["sdk_ua_app_id"];
    /// What to add to the user agent.
    user_agent_extra: text;
    /// The user agent to send instead of our own.
    user_agent: text;

    /// Where S3 buckets are named: `virtual` in the host, `path` in the path, `auto` as it fits.
    s3_addressing_style: word("auto", "virtual", "path") = "auto", key ["s3.addressing_style"];
    /// Whether S3's accelerated endpoint is used.
    s3_use_accelerate_endpoint: flag = "false", key ["s3.use_accelerate_endpoint"];
    /// Whether S3's endpoints with IPv6 are used, whatever `use_dualstack_endpoint` says of the others.
    s3_use_dualstack_endpoint: maybe, key ["s3.use_dualstack_endpoint"];
    /// Whether S3 payloads are hashed for the signature. `None` leaves it to the transport: over plain http only.
    s3_payload_signing_enabled: maybe, key ["s3.payload_signing_enabled"];
    /// Whether the region in an ARN wins over the connection's. `None` leaves it to the service.
    s3_use_arn_region: maybe, env ["AWS_S3_USE_ARN_REGION"], key ["s3_use_arn_region", "s3.use_arn_region"];
    /// Whether S3 in us-east-1 is called by its regional name.
    s3_us_east_1_regional_endpoint: word("legacy", "regional") = "legacy", env ["AWS_S3_US_EAST_1_REGIONAL_ENDPOINT"], key ["s3_us_east_1_regional_endpoint", "s3.us_east_1_regional_endpoint"];
    /// Whether S3 multi-region access points are refused.
    s3_disable_multiregion_access_points: flag = "false", env ["AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS"], key ["s3_disable_multiregion_access_points", "s3.s3_disable_multiregion_access_points"];
    /// Whether S3 Express buckets are called without a session of their own.
    s3_disable_express_session_auth: flag = "false", env ["AWS_S3_DISABLE_EXPRESS_SESSION_AUTH"], key ["s3_disable_express_session_auth", "s3.disable_s3_express_session_auth"];
    /// The way to sign S3 requests, `s3v4`; `None` leaves it to the service.
    s3_signature_version: text, key ["s3.signature_version"];

    /// Whether the instance metadata service is never asked.
    ec2_metadata_disabled: flag = "false", env ["AWS_EC2_METADATA_DISABLED"];
    /// Where the instance metadata service is.
    ec2_metadata_service_endpoint: url, env ["AWS_EC2_METADATA_SERVICE_ENDPOINT"], key ["ec2_metadata_service_endpoint"];
    /// Over which protocol the instance metadata service is asked.
    ec2_metadata_service_endpoint_mode: word("ipv4", "ipv6") = "ipv4", env ["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"], key ["ec2_metadata_service_endpoint_mode"];
    /// The older name of mode `ipv6`.
    imds_use_ipv6: flag = "false", env ["AWS_IMDS_USE_IPV6"], key ["imds_use_ipv6"];
    /// Whether version 1 of the instance metadata service, which needs no token, is never used.
    ec2_metadata_v1_disabled: flag = "false", env ["AWS_EC2_METADATA_V1_DISABLED"], key ["ec2_metadata_v1_disabled"];
    /// The instance profile to ask for, which saves one request.
    ec2_instance_profile_name: text, env ["AWS_EC2_INSTANCE_PROFILE_NAME"], key ["ec2_instance_profile_name"];
    /// How long to wait for the instance metadata service.
    metadata_service_timeout: span = "1", env ["AWS_METADATA_SERVICE_TIMEOUT"], key ["metadata_service_timeout"], boto ["metadata_service_timeout"];
    /// How often to ask the instance metadata service.
    metadata_service_num_attempts: count(1, 100) = "1", env ["AWS_METADATA_SERVICE_NUM_ATTEMPTS"], key ["metadata_service_num_attempts"], boto ["metadata_service_num_attempts"];

    /// Whether events about calls are sent to a monitor on this machine.
    csm_enabled: flag = "false", env ["AWS_CSM_ENABLED"], key ["csm_enabled"];
    /// The monitor's host.
    csm_host: text = "127.0.0.1", env ["AWS_CSM_HOST"], key ["csm_host"];
    /// The monitor's port.
    csm_port: count(1, 65535) = "31000", env ["AWS_CSM_PORT"], key ["csm_port"];
    /// The client id in those events.
    csm_client_id: text, env ["AWS_CSM_CLIENT_ID"], key ["csm_client_id"];
}
