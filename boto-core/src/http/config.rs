//! Settings of the default transport.

use super::proxy::Proxies;
use std::{path::PathBuf, time::Duration};

/// Settings of [`HyperTransport`](super::hyper::HyperTransport).
#[derive(Clone, Debug)]
pub struct TransportConfig {
    /// How long a connection may wait for its next request. 15 s by default: S3 closes idle ones after 20 s.
    pub pool_idle_timeout: Duration,
    /// How many idle connections are kept per host. 50 by default; more may be in use at once.
    pub max_idle_per_host: usize,
    /// TCP keep-alive probes after that much silence; off by default (`tcp_keepalive` of the shared config file).
    pub tcp_keepalive: Option<Duration>,
    /// Whether small writes go out at once. On by default.
    pub tcp_nodelay: bool,
    /// Whether HTTP/2 is spoken. Needs the feature `http2`.
    pub http2: Http2,
    /// How servers are trusted.
    pub tls: TlsConfig,
    /// The proxies to go through; none by default. See [`Proxies::from_environment`].
    pub proxies: Proxies,
}

impl Default for TransportConfig {
    fn default() -> Self {
        TransportConfig {
            pool_idle_timeout: Duration::from_secs(15),
            max_idle_per_host: 50,
            tcp_keepalive: None,
            tcp_nodelay: true,
            http2: Http2::Never,
            tls: TlsConfig::default(),
            proxies: Proxies::default(),
        }
    }
}

/// When to speak HTTP/2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Http2 {
    /// Never.
    #[default]
    Never,
    /// If a server chooses it in the TLS handshake.
    Negotiate,
    /// Always, also over plain `http` ("prior knowledge").
    Always,
}

/// How servers are trusted, and how we prove who we are.
#[derive(Clone, Debug)]
pub struct TlsConfig {
    /// A PEM file of certificate authorities to trust in place of Mozilla's (`AWS_CA_BUNDLE`).
    pub ca_bundle: Option<PathBuf>,
    /// Whether certificates are checked at all. Switching it off is for test servers only.
    pub verify: bool,
    /// A certificate to show to servers that ask for one.
    pub certificate: Option<OwnCertificate>,
}

impl Default for TlsConfig {
    fn default() -> Self {
        TlsConfig { ca_bundle: None, verify: true, certificate: None }
    }
}

/// A certificate of our own, in PEM files.
#[derive(Clone, Debug)]
pub struct OwnCertificate {
    /// The file with the certificate chain.
    pub chain: PathBuf,
    /// The file with the private key; the same file if `None`.
    pub key: Option<PathBuf>,
}
