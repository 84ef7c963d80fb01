//! The metadata service of EC2 instances: version 2 with its session token, version 1 where that is allowed, credentials
//! with account ids where the service has them, and the region.

use super::{
    cache::pause,
    failure,
    metadata::{self, Reply},
    Answer, Found, Sources,
};
use crate::{
    config::Config,
    feature::{Feature, Features},
    http::{HeaderMap, HeaderValue, Method, TransportErrorKind},
    BoxFuture, Credentials, DateTime, Error, Result,
};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub(super) const NAME: &str = "iam-role";
pub(super) const FEATURES: Features = Features::NONE.with(Feature::CredentialsImds);

const EXTENDED: &str = "/latest/meta-data/iam/security-credentials-extended/";
const LEGACY: &str = "/latest/meta-data/iam/security-credentials/";
const TOKEN: &str = "/latest/api/token";
const REGION: &str = "/latest/meta-data/placement/region";
/// How long a session token shall be good, in seconds.
const TOKEN_LIFE: i64 = 21_600;
/// How often errors of the service itself (5xx) are tried again, whatever `metadata_service_num_attempts` says: that is
/// about machines without the service, which should not wait for it.
const SERVER_ERRORS: u32 = 3;
/// Credentials with less time left than this are used longer: the service would have replaced them if it could.
const WINDOW: i64 = 15 * 60;

/// What is known about the metadata service of this machine. One per session.
#[derive(Debug, Default)]
pub struct Imds {
    known: Mutex<Known>,
}

#[derive(Debug, Default, Clone)]
struct Known {
    /// The session token and its end.
    token: Option<(HeaderValue, i64)>,
    /// Which of the two interfaces the service has; extended first, until it says that it has none.
    legacy: bool,
    /// Whether the interface has answered, so that "not found" means a profile and not the interface.
    confirmed: bool,
    /// The instance profile that the service named.
    profile: Option<String>,
}

impl Imds {
    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where the service is, without a slash at the end.
pub(super) fn endpoint(config: &Config) -> String {
    match (config.ec2_metadata_service_endpoint(), config.ec2_metadata_service_endpoint_mode()) {
        (Some(endpoint), _) => endpoint.trim_end_matches('/').to_owned(),
        (None, "ipv6") => "http://[fd00:ec2::254]".to_owned(),
        _ => "http://169.254.169.254".to_owned(),
    }
}

/// Where session tokens come from.
pub fn token_url(config: &Config) -> String {
    endpoint(config) + TOKEN
}

/// Credentials of the instance's role.
pub(super) async fn provide(at: &Sources) -> Found {
    if at.config.ec2_metadata_disabled() {
        return Ok(Answer::Not("AWS_EC2_METADATA_DISABLED is true".into()));
    }
    let configured = at.config.ec2_instance_profile_name();
    // Interface and profile may each turn out to be others than thought, once.
    for _ in 0..4 {
        let known = at.imds.lock().clone();
        let base = if known.legacy { LEGACY } else { EXTENDED };
        let profile = match configured.map(str::to_owned).or(known.profile) {
            Some(profile) => profile,
            None => {
                let reply = match get(at, base).await {
                    Ok(reply) => reply,
                    Err(Silent::Absent(why)) => return Ok(Answer::Not(why)),
                    Err(Silent::Broken(error)) => return Err(error),
                };
                let first = reply.body.lines().next().unwrap_or_default().trim();
                match reply.status {
                    200 if !first.is_empty() => {
                        let mut known = at.imds.lock();
                        known.profile = Some(first.to_owned());
                        known.confirmed = true;
                        continue;
                    }
                    404 if !known.legacy => {
                        at.imds.lock().legacy = true;
                        continue;
                    }
                    200 | 404 => return Ok(Answer::Not("the instance has no role".into())),
                    status => return Err(unexpected(at, base, status, &reply.body)),
                }
            }
        };
        let path = format!("{base}{profile}");
        let reply = match get(at, &path).await {
            Ok(reply) => reply,
            Err(Silent::Absent(why)) => return Ok(Answer::Not(why)),
            Err(Silent::Broken(error)) => return Err(error),
        };
        match reply.status {
            200 => {
                at.imds.lock().confirmed = true;
                let place = format!("{}{path}", endpoint(&at.config));
                let found = metadata::credentials(NAME, FEATURES, &reply.body, &place)?;
                return Ok(Answer::Found(extend(&at.config, found)));
            }
            404 if configured.is_some() && (known.legacy || known.confirmed) => {
                return Err(failure(NAME, format!("the instance has no profile {profile:?}")).with_hint(
                    "set ec2_instance_profile_name to the name of the attached instance profile, or leave it away",
                ));
            }
            404 if configured.is_some() => at.imds.lock().legacy = true,
            // The role was replaced by another.
            404 => at.imds.lock().profile = None,
            status => return Err(unexpected(at, &path, status, &reply.body)),
        }
    }
    Err(failure(NAME, "the metadata service names a role that it then does not know"))
}

/// The region of the instance; `None` if there is no service.
pub(super) async fn region(at: &Sources) -> Option<String> {
    if at.config.ec2_metadata_disabled() {
        return None;
    }
    let reply = get(at, REGION).await.ok().filter(|r| r.status == 200)?;
    let region = reply.body.trim();
    let valid =
        !region.is_empty() && region.len() < 64 && region.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    valid.then(|| region.to_owned())
}

fn unexpected(at: &Sources, path: &str, status: u16, body: &str) -> Error {
    let said: String = body.trim().chars().take(200).collect();
    let error = failure(NAME, format!("{}{path} answered HTTP {status}: {said}", endpoint(&at.config)));
    // It wants a token; so asking for one must have taken too long.
    if status == 401 {
        error.with_hint(HOPS)
    } else {
        error
    }
}

/// Why there is no answer.
enum Silent {
    /// There is no such service here.
    Absent(String),
    /// There is one, and it fails.
    Broken(Error),
}

/// One GET, with a session token if there are any; again with a new one if the service does not like it any more.
async fn get(at: &Sources, path: &str) -> Result<Reply, Silent> {
    for renewed in [false, true] {
        let mut headers = HeaderMap::new();
        if let Some(token) = token(at).await? {
            headers.insert("x-aws-ec2-metadata-token", token);
        }
        let reply = attempts(at, Method::GET, path, &headers).await?;
        if reply.status == 401 && !renewed {
            at.imds.lock().token = None;
            continue;
        }
        return Ok(reply);
    }
    Err(Silent::Broken(failure(NAME, "the metadata service refuses its own token")))
}

/// A session token; `None` if the service is of version 1 and may be.
async fn token(at: &Sources) -> Result<Option<HeaderValue>, Silent> {
    let now = at.config.host().now().seconds();
    if let Some((token, end)) = &at.imds.lock().token {
        if now < *end {
            return Ok(Some(token.clone()));
        }
    }
    let mut headers = HeaderMap::new();
    headers.insert("x-aws-ec2-metadata-token-ttl-seconds", HeaderValue::from(TOKEN_LIFE));
    let place = token_url(&at.config);
    let first_version = |why: String| -> Result<Option<HeaderValue>, Silent> {
        if at.config.ec2_metadata_v1_disabled() {
            let message = format!("{why}, and ec2_metadata_v1_disabled forbids to go on without a token");
            return Err(Silent::Broken(failure(NAME, message).with_hint(HOPS)));
        }
        tracing::debug!(why, "asking the metadata service without a token");
        Ok(None)
    };
    let reply = match attempts(at, Method::PUT, TOKEN, &headers).await {
        Ok(reply) => reply,
        Err(Silent::Broken(error)) => return Err(Silent::Broken(error)),
        Err(Silent::Absent(why)) if why.contains(SLOW) => return first_version(why),
        Err(absent) => return Err(absent),
    };
    match (reply.status, HeaderValue::from_str(reply.body.trim())) {
        (200, Ok(mut token)) if !token.is_empty() => {
            token.set_sensitive(true);
            // A minute less, for the way there.
            at.imds.lock().token = Some((token.clone(), now + TOKEN_LIFE - 60));
            Ok(Some(token))
        }
        (403..=405, _) => first_version(format!("{place} answered HTTP {}", reply.status)),
        (status, _) => Err(Silent::Broken(unexpected(at, TOKEN, status, ""))),
    }
}

/// How a timeout of the answer, as opposed to the connection, shows in reasons.
const SLOW: &str = "did not answer within";
/// What to do about it in containers.
const HOPS: &str = "inside a container the hop limit of the instance may be too low: \
                    aws ec2 modify-instance-metadata-options --http-put-response-hop-limit 2";

/// One request, as often as the settings allow.
fn attempts<'a>(
    at: &'a Sources,
    method: Method,
    path: &'a str,
    headers: &'a HeaderMap,
) -> BoxFuture<'a, Result<Reply, Silent>> {
    Box::pin(async move {
        let place = format!("{}{path}", endpoint(&at.config));
        let Some(url) = metadata::url(&place) else {
            return Err(Silent::Broken(failure(NAME, format!("{place:?} is not a URL"))));
        };
        let limit = at.config.metadata_service_timeout();
        let (mut unanswered, mut server_errors) = (0, 0);
        loop {
            match metadata::send(at, method.clone(), url.clone(), headers.clone(), limit).await {
                Ok(reply) if reply.status >= 500 && server_errors < SERVER_ERRORS => server_errors += 1,
                Ok(reply) => return Ok(reply),
                Err(error) => {
                    unanswered += 1;
                    if unanswered < at.config.metadata_service_num_attempts() {
                        continue;
                    }
                    return Err(Silent::Absent(match error.kind {
                        TransportErrorKind::ReadTimeout => format!("{place} {SLOW} {} s ({HOPS})", limit.as_secs_f64()),
                        TransportErrorKind::ConnectTimeout => {
                            format!(
                                "{place} could not be reached within {} s; this is no EC2 instance, or a firewall is \
                                 in the way",
                                limit.as_secs_f64()
                            )
                        }
                        _ => format!("{place}: {error}"),
                    }));
                }
            }
            pause(&**at.config.host(), 1).await;
        }
    })
}

/// Credentials that the service has not replaced in time are used longer, for it would have if it could, and AWS
/// accepts them (static stability). They are asked for again within 5 to 10 minutes after the usual time.
fn extend(config: &Config, mut found: Credentials) -> Credentials {
    let Some(end) = found.expiry else { return found };
    let now = config.host().now().seconds();
    if end.seconds() - now >= WINDOW {
        return found;
    }
    let mut random = [0; 2];
    config.host().random(&mut random);
    let longer = WINDOW + 300 + i64::from(u16::from_le_bytes(random)) % 300;
    tracing::warn!(role = NAME, "the metadata service still gives credentials that end soon; using them longer");
    found.expiry = Some(DateTime::from_parts(now + longer, 0));
    found
}
