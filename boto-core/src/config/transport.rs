//! [`Config::transport`]: what the settings say about the network.

use super::{setting::redacted, Config};
use crate::{
    http::{OwnCertificate, Proxies, Proxy, TlsConfig, TransportConfig},
    Error, ErrorKind, Result,
};
use std::time::Duration;

/// Metadata services are next door: through a proxy one would get the proxy's credentials.
const NEVER_PROXIED: [&str; 5] =
    ["169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254", "fd00:ec2::23"];

/// How long a connection is silent before it is probed, if it is at all.
const KEEPALIVE: Duration = Duration::from_secs(60);

impl Config {
    /// The settings of the default transport. Proxies that make no sense are errors that say where they come from.
    pub fn transport(&self) -> Result<TransportConfig> {
        let proxy = |name: &str, url: Option<&str>| -> Result<Option<Proxy>> {
            url.map(Proxy::parse).transpose().map_err(|e| {
                let origin = self.origin(name).map(ToString::to_string).unwrap_or_default();
                let shown = redacted(url.unwrap_or_default());
                Error::new(ErrorKind::Config, format!("{name} cannot be {shown:?} ({origin}): {e}"))
            })
        };
        let mut no_proxy: Vec<String> = self.no_proxy().iter().map(|host| host.to_ascii_lowercase()).collect();
        no_proxy.extend(NEVER_PROXIED.map(str::to_owned));
        let certificate = self
            .client_cert()
            .map(|chain| OwnCertificate { chain: chain.to_owned(), key: self.client_key().map(ToOwned::to_owned) });
        Ok(TransportConfig {
            max_idle_per_host: usize::try_from(self.max_pool_connections()).unwrap_or(usize::MAX),
            tcp_keepalive: self.tcp_keepalive().then_some(KEEPALIVE),
            tls: TlsConfig { ca_bundle: self.ca_bundle().map(ToOwned::to_owned), verify: self.verify(), certificate },
            proxies: Proxies {
                http: proxy("http_proxy", self.http_proxy())?,
                https: proxy("https_proxy", self.https_proxy())?,
                no_proxy,
            },
            ..TransportConfig::default()
        })
    }
}
