//! Client-side monitoring (`csm_enabled`): an event for each attempt and one for each call, as datagrams to an agent,
//! which is usually on this machine. Form and limits are those of AWS's other SDKs. Off, it costs a look at a setting;
//! on, nothing waits for it and nothing fails by it.

use crate::{
    attempt::{Answer, Failure},
    codec::json::ascii,
    http::{HeaderMap, Request, TransportErrorKind},
    identity::Secret,
    pipeline::Plan,
    Error, ErrorKind, Result,
};
use std::fmt::Write;
use zeroize::Zeroizing;

/// The longest texts, in characters, and the longest event, in bytes; longer texts are cut, longer events not sent.
const CLIENT_ID: usize = 255;
const AGENT: usize = 256;
const CODE: usize = 128;
const MESSAGE: usize = 512;
const EVENT: usize = 8 << 10;

const IDS: [(&str, &str); 3] =
    [("x-amzn-requestid", "XAmznRequestId"), ("x-amz-request-id", "XAmzRequestId"), ("x-amz-id-2", "XAmzId2")];

/// What is known of a call that is watched.
#[derive(Default)]
pub(crate) struct Watch {
    start: i64,
    attempts: u32,
    /// Whether an attempt is under way.
    open: bool,
    /// Whether there would have been another attempt if there were not so many already.
    exhausted: bool,
    last: Seen,
}

/// What is known of an attempt.
#[derive(Default)]
struct Seen {
    start: i64,
    place: String,
    agent: String,
    key: Option<String>,
    region: Option<String>,
    token: Option<Secret>,
    status: Option<u16>,
    ids: [Option<String>; 3],
    /// `AwsException` or `SdkException`, its name and its message.
    failure: Option<(&'static str, String, String)>,
}

/// Begins to watch a call, if that is wished.
///
/// Fails if the client id is too long, as it does elsewhere.
pub(crate) fn watch(plan: &Plan<'_>) -> Result<Option<Box<Watch>>> {
    if !plan.config.csm_enabled() {
        return Ok(None);
    }
    let length = plan.config.csm_client_id().unwrap_or_default().chars().count();
    if length > CLIENT_ID {
        let origin = plan.config.origin("csm_client_id").map(ToString::to_string).unwrap_or_default();
        let message = format!("csm_client_id ({origin}): at most {CLIENT_ID} characters, not {length}");
        return Err(Error::new(ErrorKind::Config, message));
    }
    Ok(Some(Box::new(Watch { start: now(plan), ..Watch::default() })))
}

impl Watch {
    /// An attempt is about to be sent.
    pub(crate) fn sent(&mut self, plan: &Plan<'_>, request: &Request) {
        let text = |name: &str| request.headers.get(name).and_then(|value| value.to_str().ok());
        let (key, region) = text("authorization").map_or((None, None), signer);
        self.attempts += 1;
        self.open = true;
        self.last = Seen {
            start: now(plan),
            place: request.url.authority.clone(),
            agent: text("user-agent").unwrap_or_default().to_owned(),
            key,
            region,
            token: text("x-amz-security-token").map(Secret::new),
            ..Seen::default()
        };
    }

    /// What came of it. Sends the attempt's event.
    pub(crate) fn answered(&mut self, plan: &Plan<'_>, outcome: &std::result::Result<Answer, Failure>) {
        let seen = &mut self.last;
        let headers = match outcome {
            Ok(answer) => {
                seen.status = Some(answer.status);
                Some(&answer.headers)
            }
            Err(Failure { error, headers, .. }) => {
                seen.failure = Some(failure(error));
                // What breaks off on the way is no answer.
                let headers = headers.as_ref().filter(|_| error.kind() == ErrorKind::Service);
                seen.status = headers.and(error.status());
                headers
            }
        };
        if let Some(headers) = headers {
            seen.ids = IDS.map(|(name, _)| text(headers, name));
        }
        self.over(plan);
    }

    /// Sends the event of the attempt that is under way.
    fn over(&mut self, plan: &Plan<'_>) {
        self.open = false;
        let seen = &self.last;
        let mut event = event(plan, "ApiCallAttempt", seen.start);
        number(&mut event, "AttemptLatency", now(plan) - seen.start);
        put(&mut event, "Fqdn", Some(&seen.place));
        put(&mut event, "UserAgent", Some(cut(&seen.agent, AGENT)));
        put(&mut event, "AccessKey", seen.key.as_deref());
        put(&mut event, "Region", seen.region.as_deref());
        put(&mut event, "SessionToken", seen.token.as_ref().map(Secret::expose));
        seen.outcome(&mut event, "");
        for ((_, name), id) in IDS.iter().zip(&seen.ids) {
            put(&mut event, name, id.as_deref());
        }
        send(plan, event);
    }

    /// There would have been another attempt.
    pub(crate) fn exhausted(&mut self) {
        self.exhausted = true;
    }

    /// The call did not come to its end: its time is over, or it could not be built, of which nobody is told. An
    /// attempt that was under way ends with it.
    pub(crate) fn cut_off(mut self, plan: &Plan<'_>, error: &Error) {
        if error.kind() != ErrorKind::Timeout {
            return;
        }
        if self.open {
            self.last.failure = Some(failure(error));
            self.over(plan);
        }
        self.ended(plan);
    }

    /// The call came to its end. Sends its event.
    pub(crate) fn ended(&self, plan: &Plan<'_>) {
        let mut event = event(plan, "ApiCall", self.start);
        number(&mut event, "AttemptCount", self.attempts.into());
        if self.attempts > 0 {
            put(&mut event, "Region", self.last.region.as_deref());
            put(&mut event, "UserAgent", Some(cut(&self.last.agent, AGENT)));
            self.last.outcome(&mut event, "Final");
        }
        number(&mut event, "Latency", now(plan) - self.start);
        number(&mut event, "MaxRetriesExceeded", self.exhausted.into());
        send(plan, event);
    }
}

impl Seen {
    fn outcome(&self, event: &mut String, prefix: &str) {
        if let Some(status) = self.status {
            number(event, &format!("{prefix}HttpStatusCode"), status.into());
        }
        if let Some((kind, name, message)) = &self.failure {
            put(event, &format!("{prefix}{kind}"), Some(cut(name, CODE)));
            put(event, &format!("{prefix}{kind}Message"), Some(cut(message, MESSAGE)));
        }
    }
}

/// The access key and the region that a signature names; nothing if it is of another kind.
fn signer(authorization: &str) -> (Option<String>, Option<String>) {
    if let Some(scope) = authorization.strip_prefix("AWS4-HMAC-SHA256 Credential=") {
        let mut parts = scope.split('/').map(str::to_owned);
        return (parts.next(), parts.nth(1));
    }
    let key = authorization.strip_prefix("AWS ").and_then(|rest| rest.split_once(':'));
    (key.map(|(key, _)| key.to_owned()), None)
}

/// Names as botocore's exceptions have them, which is what agents know.
fn failure(error: &Error) -> (&'static str, String, String) {
    let name = match error.kind() {
        ErrorKind::Service => {
            let status = || error.status().map(|status| status.to_string()).unwrap_or_default();
            let code = error.code().map_or_else(status, str::to_owned);
            return ("AwsException", code, error.message().to_owned());
        }
        ErrorKind::Transport(TransportErrorKind::Connect) => "EndpointConnectionError",
        ErrorKind::Transport(TransportErrorKind::ConnectTimeout) => "ConnectTimeoutError",
        ErrorKind::Transport(TransportErrorKind::ReadTimeout) | ErrorKind::Timeout => "ReadTimeoutError",
        ErrorKind::Transport(TransportErrorKind::Broken) => "ConnectionClosedError",
        ErrorKind::Transport(TransportErrorKind::Request) => "HTTPClientError",
        ErrorKind::Decode => "ResponseParserError",
        _ => "BotoCoreError",
    };
    ("SdkException", name.to_owned(), error.message().to_owned())
}

fn event(plan: &Plan<'_>, kind: &str, start: i64) -> Zeroizing<String> {
    // As long as an event may be, for a session token in a buffer that grows would leave copies behind.
    let mut event = Zeroizing::new(String::with_capacity(EVENT + 1));
    event.push_str("{\"Version\":1");
    put(&mut event, "ClientId", Some(plan.config.csm_client_id().unwrap_or_default()));
    put(&mut event, "Type", Some(kind));
    put(&mut event, "Service", Some(&plan.service.metadata().service_id));
    put(&mut event, "Api", Some(&plan.operation.name));
    number(&mut event, "Timestamp", start);
    event
}

fn send(plan: &Plan<'_>, mut event: Zeroizing<String>) {
    event.push('}');
    if event.len() > EVENT {
        tracing::debug!(length = event.len(), "an event of monitoring is too long and is not sent");
        return;
    }
    let port = u16::try_from(plan.config.csm_port()).unwrap_or_default();
    let host = plan.config.csm_host().unwrap_or_default();
    plan.connection.session().host().datagram(host, port, event.as_bytes());
}

fn put(event: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _ = write!(event, ",\"{name}\":");
        ascii(event, value);
    }
}

fn number(event: &mut String, name: &str, value: i64) {
    let _ = write!(event, ",\"{name}\":{value}");
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

fn cut(text: &str, length: usize) -> &str {
    text.char_indices().nth(length).map_or(text, |(end, _)| &text[..end])
}

/// Milliseconds.
fn now(plan: &Plan<'_>) -> i64 {
    (plan.connection.session().host().now().to_float() * 1000.0) as i64
}
