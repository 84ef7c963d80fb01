//! Which failures deserve another attempt.

use crate::{
    error::{Error, ErrorKind},
    http::{HeaderMap, TransportErrorKind},
};
use boto_model::{Operation, Service};

/// What came of an attempt, as far as retries care.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome<'a> {
    /// The HTTP status, if an answer came.
    pub status: Option<u16>,
    /// The service's error code.
    pub code: Option<&'a str>,
    /// Why no answer came.
    pub transport: Option<TransportErrorKind>,
    /// What the model says of the error.
    pub modeled: Modeled,
    /// The `x-amz-retry-after` header.
    pub retry_after: Option<&'a str>,
    /// The answer is damaged (its checksum is wrong), so that asking again helps.
    pub damaged: bool,
    /// The clock was found wrong and has been corrected since the request was signed.
    pub clock_corrected: bool,
}

/// What the model says of an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Modeled {
    /// It does not know the error.
    #[default]
    Unknown,
    /// It knows the error and does not call it retryable.
    Plain,
    /// It calls the error retryable.
    Retryable,
    /// It calls the error a kind of throttling.
    Throttling,
}

/// What kind of failure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// None, or one that another attempt will not change.
    Final,
    /// One that passes by itself.
    Transient,
    /// The service asks to slow down.
    Throttling,
}

impl<'a> Outcome<'a> {
    /// An answer without an error.
    pub fn success(status: u16) -> Outcome<'a> {
        Outcome { status: Some(status), ..Outcome::default() }
    }

    /// A failed attempt; `headers` are those of the answer, if there was one.
    pub fn failure(
        error: &'a Error,
        service: &Service,
        operation: &Operation,
        headers: Option<&'a HeaderMap>,
    ) -> Outcome<'a> {
        let retry_after = headers.and_then(|h| h.get("x-amz-retry-after")).and_then(|v| v.to_str().ok());
        let mut outcome = Outcome { status: error.status(), code: error.code(), retry_after, ..Outcome::default() };
        match error.kind() {
            ErrorKind::Transport(kind) => outcome.transport = Some(kind),
            ErrorKind::Service => {
                outcome.modeled = match (error.is_throttling(), error.is_retryable()) {
                    (true, _) => Modeled::Throttling,
                    (_, true) => Modeled::Retryable,
                    _ => modeled(service, operation, error.code()),
                }
            }
            _ => outcome.damaged = error.is_retryable(),
        }
        outcome
    }

    /// Whether there is nothing to retry.
    pub fn succeeded(&self) -> bool {
        self.transport.is_none() && self.status.is_some_and(|status| (200..300).contains(&status))
    }

    /// The seconds the server asks to wait; nonsense is ignored.
    pub(super) fn retry_after_seconds(&self) -> Option<f64> {
        let milliseconds: u64 = self.retry_after?.trim().parse().ok()?;
        Some(milliseconds as f64 / 1000.0)
    }
}

/// What the model of the operation says of an error code.
pub fn modeled(service: &Service, operation: &Operation, code: Option<&str>) -> Modeled {
    let Some(code) = code else { return Modeled::Unknown };
    let exceptions = operation.errors.iter().filter_map(|id| {
        let shape = service.shape(*id);
        Some((shape, shape.structure()?.exception.as_ref()?))
    });
    let mut found = Modeled::Unknown;
    for (shape, exception) in exceptions {
        if exception.code.as_deref().unwrap_or(&shape.name) == code {
            match (exception.retryable, exception.throttling) {
                (_, true) => return Modeled::Throttling,
                (true, _) => return Modeled::Retryable,
                _ => found = Modeled::Plain,
            }
        }
    }
    found
}

/// The class of an outcome by the rules of the standard mode. `sts` adds a code that only STS uses.
pub fn classify(outcome: &Outcome<'_>, sts: bool) -> Class {
    if throttled(outcome) {
        return Class::Throttling;
    }
    let passes = transient(outcome)
        || outcome.modeled == Modeled::Retryable
        || outcome.damaged
        || outcome.clock_corrected
        || (sts && outcome.code == Some("IDPCommunicationError"));
    if passes {
        Class::Transient
    } else {
        Class::Final
    }
}

/// Whether the outcome is throttling: by its code, by the model, or by its status where the model does not know it.
pub fn throttled(outcome: &Outcome<'_>) -> bool {
    throttling_code(outcome)
        || match outcome.modeled {
            Modeled::Throttling => true,
            Modeled::Retryable => false,
            Modeled::Plain | Modeled::Unknown => throttling_status(outcome),
        }
}

/// Whether the code is one that services use for throttling.
pub fn throttling_code(outcome: &Outcome<'_>) -> bool {
    outcome.code.is_some_and(|code| THROTTLING_CODES.contains(&code))
}

/// Whether the status says throttling and the model does not know better.
pub fn throttling_status(outcome: &Outcome<'_>) -> bool {
    outcome.status == Some(429) && outcome.modeled == Modeled::Unknown
}

/// Whether the outcome is a passing failure of the network or the server.
pub fn transient(outcome: &Outcome<'_>) -> bool {
    outcome.code.is_some_and(|code| TRANSIENT_CODES.contains(&code))
        || matches!(outcome.status, Some(500 | 502 | 503 | 504))
        || outcome.transport.is_some_and(|kind| kind != TransportErrorKind::Request)
}

const TRANSIENT_CODES: &[&str] = &["RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete"];

const THROTTLING_CODES: &[&str] = &[
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
];
