//! The metadata service of containers: ECS tasks, EKS Pod Identity, Greengrass.

use super::{
    cache::pause,
    failure,
    metadata::{self, Reply},
    Answer, Found, Sources,
};
use crate::{
    feature::{Feature, Features},
    host::Host,
    http::{HeaderMap, HeaderValue, Method, Url},
    Error, Result,
};
use std::{net::IpAddr, path::Path, time::Duration};

pub(super) const NAME: &str = "container-role";
pub(super) const FEATURES: Features = Features::NONE.with(Feature::CredentialsHttp);

const RELATIVE: &str = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
const FULL: &str = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
const TOKEN: &str = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
const TOKEN_FILE: &str = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

/// Where relative paths are meant: the ECS agent.
const ECS: &str = "169.254.170.2";
/// The hosts that may be asked over plain HTTP, next to loopback addresses: ECS and EKS, over IPv4 and IPv6.
const ALLOWED: [&str; 4] = [ECS, "169.254.170.23", "fd00:ec2::23", "localhost"];
/// How often it is asked, with a second between.
const ATTEMPTS: u32 = 3;
const TIME_LIMIT: Duration = Duration::from_secs(2);

/// Asks the service that the environment names.
pub(super) async fn provide(at: &Sources) -> Found {
    let host = &**at.config.host();
    let Some(url) = endpoint(host)? else {
        return Ok(Answer::Not(format!("neither {RELATIVE} nor {FULL} is set")));
    };
    let mut attempt = 1;
    loop {
        let problem = match ask(at, &url).await? {
            Ok(reply) if reply.status == 200 => {
                match metadata::credentials(NAME, FEATURES, &reply.body, &url.to_string()) {
                    Ok(found) => return Ok(Answer::Found(found)),
                    Err(error) => error,
                }
            }
            Ok(Reply { status, body }) => {
                let said: String = body.trim().chars().take(200).collect();
                failure(NAME, format!("{url} answered HTTP {status}: {said}"))
            }
            Err(error) => error,
        };
        if attempt == ATTEMPTS {
            return Err(problem);
        }
        attempt += 1;
        pause(host, 1).await;
    }
}

/// Where the environment says that the service is; nothing if it says nothing. Hosts that could be anybody's may only
/// be asked over HTTPS.
pub fn endpoint(host: &dyn Host) -> Result<Option<Url>> {
    let set = |name: &str| host.var(name).filter(|v| !v.is_empty()).map(|v| v.to_string_lossy().into_owned());
    let (variable, text) = match (set(RELATIVE), set(FULL)) {
        (Some(path), _) => {
            let slash = if path.starts_with('/') { "" } else { "/" };
            (RELATIVE, format!("http://{ECS}{slash}{path}"))
        }
        (None, Some(full)) => (FULL, full),
        (None, None) => return Ok(None),
    };
    let Some(url) = metadata::url(&text) else {
        return Err(failure(NAME, format!("{variable} is {text:?}, which is not a URL with a host")));
    };
    let name = metadata::host(&url.authority);
    let loopback = name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    if url.scheme == "https" || loopback || ALLOWED.contains(&name) {
        return Ok(Some(url));
    }
    let message = format!("{variable} names the host {name:?}, which may not be asked for credentials over plain http");
    Err(failure(NAME, message).with_hint(format!("allowed are https, loopback addresses, {}", ALLOWED.join(", "))))
}

/// One request. Errors inside are worth another attempt, those outside are not.
async fn ask(at: &Sources, url: &Url) -> Result<Result<Reply>> {
    let mut headers = HeaderMap::new();
    headers.insert("accept", HeaderValue::from_static("application/json"));
    // Read for every request, since the file changes.
    if let Some(token) = authorization(&**at.config.host())? {
        headers.insert("authorization", token);
    }
    let reply = metadata::send(at, Method::GET, url.clone(), headers, TIME_LIMIT).await;
    Ok(reply.map_err(|e| failure(NAME, format!("{url} did not answer: {e}"))))
}

/// The token that the service wants to see.
fn authorization(host: &dyn Host) -> Result<Option<HeaderValue>> {
    let set = |name: &str| host.var(name).filter(|v| !v.is_empty());
    let illegal = |place: &str| -> Error {
        failure(NAME, format!("the authorization token in {place} cannot be sent as a header"))
            .with_hint("it must not contain line ends or control characters")
    };
    let (token, place) = if let Some(path) = set(TOKEN_FILE) {
        let path = Path::new(&path);
        let bytes = host
            .read(path)
            .map_err(|e| failure(NAME, format!("cannot read {} ({TOKEN_FILE}): {e}", path.display())))?;
        (bytes, path.display().to_string())
    } else if let Some(token) = set(TOKEN) {
        (token.into_encoded_bytes(), TOKEN.to_owned())
    } else {
        return Ok(None);
    };
    let token = zeroize::Zeroizing::new(token);
    let mut value = HeaderValue::from_bytes(&token).map_err(|_| illegal(&place))?;
    value.set_sensitive(true);
    Ok(Some(value))
}
