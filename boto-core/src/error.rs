//! The one error.

use crate::{http::TransportErrorKind, opaque::Opaque, value::Object};
use std::fmt;

pub use crate::private::Modeled;

/// `Result` with the one [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, in one line: operation, code, message, HTTP status, request id, attempts, hint.
#[derive(Clone)]
pub struct Error(Opaque<Inner>);

/// Where an error comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A name that does not exist: service, operation, resource, member, region …
    Unknown,
    /// The input does not fit the tables; nothing was sent.
    Validation,
    /// A setting is missing or makes no sense; nothing was sent.
    Config,
    /// No credentials, or the provider failed; nothing was sent.
    Credentials,
    /// The endpoint rules refuse; nothing was sent.
    Endpoint,
    /// No answer came.
    Transport(TransportErrorKind),
    /// The time set for the whole call was over.
    Timeout,
    /// The service answered with an error.
    Service,
    /// The answer makes no sense.
    Decode,
    /// A body or event stream failed on the way.
    Stream,
    /// The API was used in a way that cannot work (blocking inside async, a body that cannot be sent twice …).
    Usage,
    /// A waiter saw a failure state or ran out of attempts.
    Wait,
}

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    service: Option<String>,
    operation: Option<String>,
    code: Option<String>,
    status: Option<u16>,
    request_id: Option<String>,
    extended_request_id: Option<String>,
    attempts: u32,
    retryable: bool,
    throttling: bool,
    hint: Option<String>,
    fields: Object,
}

impl Error {
    /// An error of that kind. Messages are lower case, without a full stop, and name the thing and the place.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error(Opaque::new(Inner {
            kind,
            message: message.into(),
            service: None,
            operation: None,
            code: None,
            status: None,
            request_id: None,
            extended_request_id: None,
            attempts: 0,
            retryable: false,
            throttling: false,
            hint: None,
            fields: Object::default(),
        }))
    }

    /// Adds where it happened.
    #[must_use]
    pub fn at(mut self, service: &str, operation: &str) -> Error {
        self.0.service.get_or_insert_with(|| service.to_owned());
        self.0.operation.get_or_insert_with(|| operation.to_owned());
        self
    }

    /// Replaces the message.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Error {
        self.0.message = message.into();
        self
    }

    /// Adds the service's error code.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<String>) -> Error {
        self.0.code = Some(code.into());
        self
    }

    /// Adds the HTTP status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Error {
        self.0.status = Some(status);
        self
    }

    /// Adds the request id, and S3's second one.
    #[must_use]
    pub fn with_request_id(mut self, id: Option<String>, extended: Option<String>) -> Error {
        self.0.request_id = id;
        self.0.extended_request_id = extended;
        self
    }

    /// Adds the members of a modeled error.
    #[must_use]
    pub fn with_fields(mut self, fields: Object) -> Error {
        self.0.fields = fields;
        self
    }

    /// Adds how many attempts were made.
    #[must_use]
    pub fn with_attempts(mut self, attempts: u32) -> Error {
        self.0.attempts = attempts;
        self
    }

    /// Says that another attempt may help, and whether because of throttling.
    #[must_use]
    pub fn with_retryable(mut self, retryable: bool, throttling: bool) -> Error {
        self.0.retryable = retryable;
        self.0.throttling = throttling;
        self
    }

    /// Adds a hint: what to do about it.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Error {
        self.0.hint = Some(hint.into());
        self
    }

    /// Where it comes from.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The message alone: the service's own, or ours.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The service's error code, `NoSuchKey`.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// Whether the service's error code is `code`.
    pub fn is(&self, code: &str) -> bool {
        self.code() == Some(code)
    }

    /// The HTTP status, if an answer came.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The request id, if an answer came.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// S3's extended request id (`x-amz-id-2`).
    pub fn extended_request_id(&self) -> Option<&str> {
        self.0.extended_request_id.as_deref()
    }

    /// The service called.
    pub fn service(&self) -> Option<&str> {
        self.0.service.as_deref()
    }

    /// The operation called.
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// How many attempts were made; 0 if nothing was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether another attempt may help.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// Whether the service asks to slow down.
    pub fn is_throttling(&self) -> bool {
        self.0.throttling
    }

    /// What to do about it, where we know.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// The members of the modeled error, untyped.
    pub fn fields(&self) -> &Object {
        &self.0.fields
    }
}

impl fmt::Debug for Error {
    /// What there is of it: `Error { kind: Service, message: "…", service: "sqs", … }`; of [`Error::fields`] the names
    /// alone, for a value may be a secret. This is what a `main` that returns the error prints.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let e = &*self.0;
        let mut out = f.debug_struct("Error");
        out.field("kind", &e.kind).field("message", &e.message);
        let texts = [
            ("service", &e.service),
            ("operation", &e.operation),
            ("code", &e.code),
            ("request_id", &e.request_id),
            ("extended_request_id", &e.extended_request_id),
            ("hint", &e.hint),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                out.field(name, text);
            }
        }
        if let Some(status) = &e.status {
            out.field("status", status);
        }
        if e.attempts > 0 {
            out.field("attempts", &e.attempts);
        }
        for (name, flag) in [("retryable", e.retryable), ("throttling", e.throttling)] {
            if flag {
                out.field(name, &flag);
            }
        }
        if !e.fields.is_empty() {
            out.field("fields", &e.fields.iter().map(|(name, _)| name).collect::<Vec<_>>());
        }
        out.finish()
    }
}

impl fmt::Display for Error {
    /// `sqs SendMessage: QueueDoesNotExist: the queue does not exist (HTTP 400, request id 1-2-3, 1 attempt); hint: …`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let e = &*self.0;
        match (&e.service, &e.operation) {
            (Some(service), Some(operation)) if !operation.is_empty() => write!(f, "{service} {operation}: ")?,
            (Some(service), _) => write!(f, "{service}: ")?,
            _ => {}
        }
        if let Some(code) = &e.code {
            // Some services send a code and no message.
            f.write_str(code)?;
            f.write_str(if e.message.is_empty() { "" } else { ": " })?;
        }
        f.write_str(&e.message)?;
        let mut facts = Vec::new();
        if let Some(status) = e.status {
            facts.push(format!("HTTP {status}"));
        }
        if let Some(id) = &e.request_id {
            facts.push(format!("request id {id}"));
        }
        if let Some(id) = &e.extended_request_id {
            facts.push(format!("extended request id {id}"));
        }
        if e.attempts > 0 {
            facts.push(format!("{} attempt{}", e.attempts, if e.attempts == 1 { "" } else { "s" }));
        }
        if !facts.is_empty() {
            write!(f, " ({})", facts.join(", "))?;
        }
        if let Some(hint) = &e.hint {
            write!(f, "; hint: {hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind};

    #[test]
    fn debug_shows_what_there_is() {
        let bare = Error::new(ErrorKind::Usage, "no region");
        assert_eq!(format!("{bare:?}"), r#"Error { kind: Usage, message: "no region" }"#);
        let full = Error::new(ErrorKind::Service, "gone")
            .at("sqs", "SendMessage")
            .with_code("QueueDoesNotExist")
            .with_status(400)
            .with_request_id(Some("1-2".to_owned()), Some("3-4".to_owned()))
            .with_attempts(2)
            .with_retryable(true, false)
            .with_hint("create it")
            .with_fields([("QueueName", "jobs")].into_iter().collect());
        let shown = format!("{full:?}");
        for part in [
            r#"Error { kind: Service, message: "gone", service: "sqs", operation: "SendMessage", code: "QueueDoesNotExist""#,
            r#"request_id: "1-2", extended_request_id: "3-4", hint: "create it", status: 400, attempts: 2, retryable: true"#,
            r#"fields: ["QueueName"] }"#,
        ] {
            assert!(shown.contains(part), "{shown}");
        }
        assert!(!shown.contains("throttling") && !shown.contains("jobs"), "{shown}");
    }
}
