//! Who may talk to SQS and DynamoDB: awsim checks signatures only if process-wide environment variables say so, and
//! then leniently, so this asks its verifier itself, before each request.

use crate::Keys;
use awsim_core::{
    sigv4_verify::{parse_authorization_header, verify, AuthHeader, VerifyOutcome},
    AwsError,
};
use axum::http::{header, request::Parts};
use std::time::{Duration, SystemTime};

/// How far the clocks may be apart.
const SKEW: Duration = Duration::from_secs(300);

/// Checks key, scope, date, signed headers and signature of a request to that service.
pub(crate) fn check(keys: &Keys, service: &str, head: &Parts, body: &[u8]) -> Result<(), AwsError> {
    let refusals = Refusals { dynamodb: service == "dynamodb" };
    let text = |name: &str| head.headers.get(name).and_then(|v| v.to_str().ok());
    let auth = text(header::AUTHORIZATION.as_str()).ok_or_else(|| refusals.missing())?;
    let auth = parse_authorization_header(auth).ok_or_else(|| refusals.incomplete("the authorization header"))?;
    let date = text("x-amz-date").ok_or_else(|| refusals.incomplete("x-amz-date"))?;
    if auth.access_key != keys.access {
        return Err(refusals.unknown_key());
    }
    if auth.service != service {
        return Err(refusals.mismatch(&format!("Credential should be scoped to correct service: '{service}'.")));
    }
    if !date.starts_with(auth.date_stamp) {
        return Err(
            refusals.mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date.")
        );
    }
    for required in ["host", "x-amz-date"] {
        if !auth.signed_headers.contains(&required) {
            return Err(refusals.incomplete(&format!("{required} among the signed headers")));
        }
    }
    match verified(keys, &auth, head, date, body) {
        VerifyOutcome::Ok => Ok(()),
        VerifyOutcome::IncompleteSignature => Err(refusals.incomplete("a well-formed x-amz-date")),
        VerifyOutcome::SignatureMismatch => Err(refusals.mismatch(
            "The request signature we calculated does not match the signature you provided. \
             Check your AWS Secret Access Key and signing method.",
        )),
    }
}

fn verified(keys: &Keys, auth: &AuthHeader<'_>, head: &Parts, date: &str, body: &[u8]) -> VerifyOutcome {
    let value = |name: &str| {
        let values: Vec<&str> = head.headers.get_all(name).iter().filter_map(|v| v.to_str().ok()).collect();
        values.join(",")
    };
    let signed: Vec<(String, String)> =
        auth.signed_headers.iter().map(|name| ((*name).to_owned(), value(name))).collect();
    let mut query: Vec<&str> = head.uri.query().unwrap_or("").split('&').collect();
    query.sort_unstable();
    verify(
        auth,
        &keys.secret,
        head.method.as_str(),
        head.uri.path(),
        &query.join("&"),
        &signed,
        date,
        body,
        head.headers.get("x-amz-content-sha256").and_then(|v| v.to_str().ok()),
        SystemTime::now(),
        SKEW,
    )
}

/// DynamoDB has names of its own for these errors.
struct Refusals {
    dynamodb: bool,
}

impl Refusals {
    fn error(&self, dynamodb: &str, other: &str, message: &str) -> AwsError {
        if self.dynamodb {
            AwsError::bad_request(dynamodb, message)
        } else {
            AwsError::forbidden(other, message)
        }
    }

    fn missing(&self) -> AwsError {
        let code = "MissingAuthenticationTokenException";
        self.error(code, "MissingAuthenticationToken", "Request is missing Authentication Token")
    }

    fn incomplete(&self, what: &str) -> AwsError {
        let message = format!("The signature is incomplete: it lacks {what}.");
        self.error("IncompleteSignatureException", "IncompleteSignature", &message)
    }

    fn unknown_key(&self) -> AwsError {
        let message = "The security token included in the request is invalid.";
        self.error("UnrecognizedClientException", "InvalidClientTokenId", message)
    }

    fn mismatch(&self, message: &str) -> AwsError {
        self.error("InvalidSignatureException", "SignatureDoesNotMatch", message)
    }
}
