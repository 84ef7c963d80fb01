//! Proxies: which request goes through which, by the rules of `http_proxy`, `https_proxy` and `no_proxy` that botocore
//! (through Python's `urllib`) follows. `no_proxy` also takes addresses and networks (`10.0.0.0/8`), as `requests` does.

use crate::{host::Host, identity::Secret};
use base64::{engine::general_purpose::STANDARD, Engine};
use std::{fmt, net::IpAddr};

/// The proxies to go through.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    /// For `http` requests.
    pub http: Option<Proxy>,
    /// For `https` requests, through a `CONNECT` tunnel.
    pub https: Option<Proxy>,
    /// Hosts to reach directly: names (which cover their subdomains), addresses, networks, or `*`.
    pub no_proxy: Vec<String>,
}

/// One proxy.
#[derive(Clone)]
pub struct Proxy {
    /// Whether the proxy itself is spoken to over TLS.
    pub tls: bool,
    /// Its host name or address (IPv6 without brackets).
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The value of `Proxy-Authorization`.
    pub authorization: Option<Secret>,
}

impl Proxies {
    /// What the environment asks for. Lower-case names win; `HTTP_PROXY` is not believed inside a CGI program, where
    /// anybody could set it with a `Proxy:` header. A value that cannot be read is an error that names the variable.
    pub fn from_environment(host: &dyn Host) -> Result<Proxies, String> {
        let cgi = host.var("REQUEST_METHOD").is_some();
        let var = |lower: &str| {
            let upper = lower.to_uppercase();
            let value = host.var(lower).map(|v| (lower.to_owned(), v));
            let value = value.or_else(|| {
                if lower == "http_proxy" && cgi {
                    return None;
                }
                host.var(&upper).map(|v| (upper.clone(), v))
            });
            value.map(|(name, v)| (name, v.to_string_lossy().trim().to_owned())).filter(|(_, v)| !v.is_empty())
        };
        let proxy = |lower: &str| match var(lower) {
            Some((name, value)) => Proxy::parse(&value).map(Some).map_err(|e| format!("{name}: {e}")),
            None => Ok(None),
        };
        let no_proxy = var("no_proxy").map_or_else(Vec::new, |(_, v)| split(&v));
        Ok(Proxies { http: proxy("http_proxy")?, https: proxy("https_proxy")?, no_proxy })
    }

    /// The proxy for a request to `host` (without brackets) and `port`.
    pub fn choose(&self, scheme: &str, host: &str, port: u16) -> Option<&Proxy> {
        let proxy = if scheme == "https" { self.https.as_ref() } else { self.http.as_ref() }?;
        let bypass = self.no_proxy.iter().any(|entry| covers(entry, host, port));
        (!bypass).then_some(proxy)
    }
}

fn split(list: &str) -> Vec<String> {
    list.split(',').map(|e| e.trim().to_ascii_lowercase()).filter(|e| !e.is_empty()).collect()
}

/// Whether an entry of `no_proxy` means this host.
fn covers(entry: &str, host: &str, port: u16) -> bool {
    let entry = entry.trim().to_ascii_lowercase();
    let entry = entry.trim_start_matches('.');
    if entry == "*" {
        return true;
    }
    let host = host.to_ascii_lowercase();
    if let Ok(address) = host.parse::<IpAddr>() {
        if network(entry, address) {
            return true;
        }
    }
    let name = |name: &str| host == name || host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'));
    match entry.rsplit_once(':') {
        Some((before, of)) if of.parse() == Ok(port) && !before.is_empty() => {
            name(before.trim_start_matches('[').trim_end_matches(']'))
        }
        _ => !entry.is_empty() && name(entry.trim_start_matches('[').trim_end_matches(']')),
    }
}

/// Whether `network` (`10.0.0.0/8`) holds the address.
fn network(network: &str, address: IpAddr) -> bool {
    let Some((base, bits)) = network.split_once('/') else { return false };
    let (Ok(base), Ok(bits)) = (base.parse::<IpAddr>(), bits.parse::<u32>()) else { return false };
    match (base, address) {
        (IpAddr::V4(base), IpAddr::V4(address)) if bits <= 32 => {
            let mask = u32::MAX.checked_shl(32 - bits).unwrap_or(0);
            u32::from(base) & mask == u32::from(address) & mask
        }
        (IpAddr::V6(base), IpAddr::V6(address)) if bits <= 128 => {
            let mask = u128::MAX.checked_shl(128 - bits).unwrap_or(0);
            u128::from(base) & mask == u128::from(address) & mask
        }
        _ => false,
    }
}

impl Proxy {
    /// Reads `http://user:password@host:port`; the scheme may be missing.
    pub fn parse(url: &str) -> Result<Proxy, String> {
        let (tls, rest) = match url.split_once("://") {
            Some(("http", rest)) => (false, rest),
            Some(("https", rest)) => (true, rest),
            Some((scheme, _)) => return Err(format!("proxies of the kind `{scheme}` are not supported, only http(s)")),
            None => (false, url.trim_start_matches('/')),
        };
        let rest = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (user, place) = match rest.rsplit_once('@') {
            Some((user, place)) => (Some(user), place),
            None => (None, rest),
        };
        let default = if tls { 443 } else { 80 };
        let bad = || format!("`{place}` is not host:port");
        let (host, port) = match place.strip_prefix('[') {
            Some(v6) => {
                let (host, after) = v6.split_once(']').ok_or_else(bad)?;
                (host, after.strip_prefix(':'))
            }
            None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
        };
        let port = match port {
            Some(port) => port.parse().map_err(|_| bad())?,
            None => default,
        };
        if host.is_empty() || !host.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(bad());
        }
        Ok(Proxy { tls, host: host.to_owned(), port, authorization: user.map(basic) })
    }
}

/// The value of `Proxy-Authorization` for percent-encoded `user:password`.
fn basic(user: &str) -> Secret {
    let (name, password) = user.split_once(':').unwrap_or((user, ""));
    let mut plain: Vec<u8> = percent_encoding::percent_decode_str(name).collect();
    plain.push(b':');
    plain.extend(percent_encoding::percent_decode_str(password));
    Secret::new(format!("Basic {}", STANDARD.encode(plain)))
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user = if self.authorization.is_some() { "***@" } else { "" };
        write!(f, "{}://{user}{}:{}", if self.tls { "https" } else { "http" }, self.host, self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_proxy_covers_names_addresses_and_networks() {
        for (entry, host, port, expected) in [
            ("amazonaws.com", "sqs.amazonaws.com", 443, true),
            (".amazonaws.com", "sqs.amazonaws.com", 443, true),
            (".amazonaws.com", "amazonaws.com", 443, true),
            ("amazonaws.com", "notamazonaws.com", 443, false),
            ("LOCALHOST", "localhost", 80, true),
            ("localhost:8000", "localhost", 8000, true),
            ("localhost:8000", "localhost", 8001, false),
            ("*", "x", 1, true),
            ("", "x", 1, false),
            ("169.254.0.0/16", "169.254.169.254", 80, true),
            ("10.0.0.0/8", "11.0.0.1", 80, false),
            ("0.0.0.0/0", "11.0.0.1", 80, true),
            ("fd00::/8", "fd00:ec2::254", 80, true),
            ("[::1]", "::1", 80, true),
            ("::1", "::1", 80, true),
        ] {
            assert_eq!(covers(entry, host, port), expected, "{entry} {host} {port}");
        }
    }

    #[test]
    fn proxies_are_parsed_and_never_printed() {
        let proxy = Proxy::parse("http://us%40er:p%3Aw@proxy.local:3128/").unwrap();
        assert_eq!((proxy.host.as_str(), proxy.port, proxy.tls), ("proxy.local", 3128, false));
        assert_eq!(proxy.authorization.as_ref().unwrap().expose(), "Basic dXNAZXI6cDp3");
        assert_eq!(format!("{proxy:?}"), "http://***@proxy.local:3128");
        assert_eq!(Proxy::parse("proxy:1").unwrap().port, 1);
        assert_eq!(Proxy::parse("https://[::1]").unwrap().port, 443);
        assert!(Proxy::parse("socks5://x:1").is_err());
        assert!(Proxy::parse("http://").is_err());
        assert!(Proxy::parse("http://a:b").is_err());
    }
}
