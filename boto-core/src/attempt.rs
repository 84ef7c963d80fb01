//! Attempts: identify, sign, send, read, judge; and again, if the retry policy says so.

use crate::{
    address,
    customize::{self, Notes},
    discover, event,
    field::Record,
    http::{HeaderMap, Response, Timeouts},
    integrity,
    monitor::Watch,
    pipeline::{Outbound, Plan},
    protocol::{self, Payload},
    retry::{Attempts, Decision, Outcome, Policy, Stop},
    BoxFuture, Error, ErrorKind, Result,
};
use bytes::Bytes;

pub(crate) use crate::identify::{presign, sign};

/// A successful answer, not decoded yet.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) payload: Payload,
    /// The first event, if it carries members of the output.
    pub(crate) initial: Option<Bytes>,
    pub(crate) attempts: u32,
    pub(crate) notes: Notes,
}

/// A failed attempt, with what came of an answer if one came.
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) headers: Option<HeaderMap>,
    pub(crate) body: Bytes,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure { error, headers: None, body: Bytes::new() }
    }
}

/// Sends until an answer is good or the policy says stop.
pub(crate) fn until_done<'a>(
    plan: &'a Plan<'_>,
    mut outbound: Outbound,
    input: &'a dyn Record,
    watch: &'a mut Option<Box<Watch>>,
) -> BoxFuture<'a, Result<Answer>> {
    Box::pin(async move {
        let host = plan.connection.session().host();
        let policy = plan.connection.retry(&plan.config);
        let mut attempts = policy.begin(&plan.operation.name, plan.max_attempts());
        let invocation = plan.random_uuid();
        let (mut redirected, mut rediscovered) = (false, false);
        loop {
            while let Some(wait) = policy.admit(host.now()) {
                host.sleep(wait).await;
            }
            let number = attempts.number();
            discover::apply(plan, &mut outbound).await?;
            let failure = match once(plan, &outbound, policy, &mut attempts, &invocation, watch).await {
                Ok(mut answer) => {
                    policy.next(&mut attempts, &Outcome::success(answer.status), 0.0, host.now());
                    answer.attempts = number;
                    return Ok(answer);
                }
                Err(failure) => failure,
            };
            let headers = failure.headers.as_ref();
            if !rediscovered && discover::refused(plan, &outbound, &failure).await {
                attempts.again();
                rediscovered = true;
                continue;
            }
            if !redirected {
                if let Some(region) = crate::redirect::region(plan, &outbound.address, &failure).await {
                    address::redirect(plan, &mut outbound, input, &region).await?;
                    attempts.again();
                    redirected = true;
                    continue;
                }
            }
            let mut outcome = Outcome::failure(&failure.error, plan.service, plan.operation, headers);
            outcome.clock_corrected = learn_clock(plan, &failure);
            let decision = policy.next(&mut attempts, &outcome, plan.random_unit(), host.now());
            let error = failure.error.with_attempts(number);
            match decision {
                Decision::After(_) if outbound.request.body.is_spent() => {
                    return Err(error.with_hint("not tried again: the body is a stream that can be sent only once"));
                }
                Decision::After(wait) => {
                    tracing::debug!(attempt = number, wait = ?wait, "trying again after: {error}");
                    host.sleep(wait).await;
                }
                Decision::Stop(Stop::QuotaExhausted { wait }) => {
                    if let Some(wait) = wait {
                        host.sleep(wait).await;
                    }
                    return Err(error.with_hint("not tried again: too many calls of this connection failed lately"));
                }
                Decision::Stop(stop) => {
                    if let (Some(watch), Stop::MaxAttempts) = (watch, stop) {
                        watch.exhausted();
                    }
                    return Err(error);
                }
            }
        }
    })
}

/// One attempt: sign, send, read, judge.
async fn once(
    plan: &Plan<'_>,
    outbound: &Outbound,
    policy: &Policy,
    attempts: &mut Attempts,
    invocation: &str,
    watch: &mut Option<Box<Watch>>,
) -> Result<Answer, Failure> {
    let session = plan.connection.session();
    let mut outbound = outbound.clone();
    let streams = protocol::streams(plan.service, plan.operation);
    let read_timeout = (!streams).then(|| plan.config.read_timeout());
    let header = attempts.header(policy, session.host().now(), read_timeout);
    plan.set_header(&mut outbound.request, "amz-sdk-invocation-id", invocation)?;
    plan.set_header(&mut outbound.request, "amz-sdk-request", &header)?;
    sign(plan, &mut outbound).await?;
    if let Some(watch) = watch {
        watch.sent(plan, &outbound.request);
    }
    let outcome = exchange(plan, outbound, attempts).await;
    if let Some(watch) = watch {
        watch.answered(plan, &outcome);
    }
    outcome
}

/// Sends, reads, judges.
async fn exchange(plan: &Plan<'_>, outbound: Outbound, attempts: &mut Attempts) -> Result<Answer, Failure> {
    let session = plan.connection.session();
    let timeouts = Timeouts { connect: Some(plan.config.connect_timeout()), read: Some(plan.config.read_timeout()) };
    let sent = session.transport()?.send(outbound.request, timeouts).await;
    let response = sent.map_err(|failed| Error::new(ErrorKind::Transport(failed.kind), failed.message))?;
    if let Some(server) = server_clock(&response.headers) {
        attempts.saw_server_clock(server, session.host().now());
    }
    judge(plan, response, outbound.notes).await
}

/// Reads the answer as far as it must be read here, and tells success from fault.
pub(crate) fn judge<'a>(
    plan: &'a Plan<'_>,
    response: Response,
    mut notes: Notes,
) -> BoxFuture<'a, Result<Answer, Failure>> {
    Box::pin(async move {
        let Response { status, mut headers, body } = response;
        let failure = |error: Error, headers: &HeaderMap, body: Bytes| Failure {
            error: plan.quirks.fault(&plan.operation.name, error),
            headers: Some(headers.clone()),
            body,
        };
        let fault = |status: u16, headers: &HeaderMap, body: Bytes| {
            let error = protocol::decode_fault(plan.service, plan.operation, plan.protocol, status, headers, &body);
            failure(error, headers, body)
        };
        if !(200..300).contains(&status) {
            // A fault whose body breaks off still has a status and headers to tell.
            let bytes = body.collect().await.unwrap_or_default();
            return Err(fault(status, &headers, bytes));
        }
        let algorithms = plan.operation.checksum.as_ref().map_or(&[][..], |c| &c.response_algorithms);
        let body = integrity::verify(&headers, algorithms, body);
        let bytes = match protocol::streams(plan.service, plan.operation) {
            true => None,
            false => Some(body.clone().collect().await.map_err(|error| {
                let error = error.with_status(status);
                failure(error, &headers, Bytes::new())
            })?),
        };
        let mut incoming = customize::Incoming {
            service: plan.service,
            operation: plan.operation,
            status,
            headers: &mut headers,
            body: bytes.as_ref(),
            notes: &mut notes,
        };
        let received = plan.quirks.received(&mut incoming);
        let told = status;
        let status = incoming.status;
        received.map_err(|error| failure(error, &headers, bytes.clone().unwrap_or_default()))?;
        if !(200..300).contains(&status) {
            let mut failure = fault(status, &headers, bytes.unwrap_or_default());
            if let Some(hint) = failure.error.hint().map(|hint| format!("it came with status {told}, but {hint}")) {
                failure.error = failure.error.with_hint(hint);
            }
            return Err(failure);
        }
        let mut initial = None;
        let payload = match bytes {
            Some(bytes) => Payload::Bytes(bytes),
            None if protocol::has_initial_response(plan.service, plan.operation, plan.protocol) => {
                let opened = event::initial_response(body).await;
                let (first, rest) =
                    opened.map_err(|error| failure(error.with_status(status), &headers, Bytes::new()))?;
                initial = first;
                Payload::Stream(rest)
            }
            None => Payload::Stream(body),
        };
        Ok(Answer { status, headers, payload, initial, attempts: 0, notes })
    })
}

/// The server's clock, if it told it.
fn server_clock(headers: &HeaderMap) -> Option<crate::DateTime> {
    let date = headers.get(http::header::DATE)?.to_str().ok()?;
    crate::DateTime::parse(date)
}

/// Corrects the clock if that is what the service complained of.
fn learn_clock(plan: &Plan<'_>, failure: &Failure) -> bool {
    let (Some(code), Some(headers)) = (failure.error.code(), &failure.headers) else { return false };
    let now = plan.connection.session().host().now();
    server_clock(headers).is_some_and(|server| plan.connection.skew().learn(code, server, now))
}
