//! What the metadata services of instances and containers have in common: small requests over plain HTTP, and the
//! JSON in which credentials come.

use super::{failure, json, Sources};
use crate::{
    body::ByteStream,
    feature::Features,
    http::{HeaderMap, Method, Request, Timeouts, TransportError, TransportErrorKind, Url},
    identity::Secret,
    Credentials, Result,
};
use futures_core::Stream;
use std::{future::poll_fn, pin::Pin, time::Duration};
use zeroize::Zeroizing;

/// More is not read: no answer of these services is longer.
const LIMIT: u64 = 1 << 20;

/// An answer.
pub(super) struct Reply {
    pub(super) status: u16,
    /// May hold secrets.
    pub(super) body: Zeroizing<String>,
}

/// Sends a request without a body.
pub(super) async fn send(
    at: &Sources,
    method: Method,
    url: Url,
    headers: HeaderMap,
    limit: Duration,
) -> Result<Reply, TransportError> {
    let timeouts = Timeouts { connect: Some(limit), read: Some(limit) };
    let request = Request { method, url, headers, body: ByteStream::default() };
    let response = at.transport.send(request, timeouts).await?;
    let broken = |message: String| TransportError { kind: TransportErrorKind::Broken, message };
    let host = at.config.host();
    let begun = host.now().seconds();
    let mut body = response.body;
    let mut read = Zeroizing::new(Vec::with_capacity(body.length().map_or(0, |length| length.min(LIMIT) as usize)));
    while let Some(chunk) = poll_fn(|context| Pin::new(&mut body).poll_next(context)).await {
        let chunk = chunk.map_err(|e| broken(e.to_string()))?;
        if (read.len() + chunk.len()) as u64 > LIMIT {
            return Err(broken(format!("the answer has more than {} KiB", LIMIT >> 10)));
        }
        read.extend_from_slice(&chunk);
        // It may come in small pieces without end, each of them in time.
        if host.now().seconds() - begun > 1 + limit.as_secs() as i64 {
            let message = format!("the answer did not end within {} s", limit.as_secs_f64());
            return Err(TransportError { kind: TransportErrorKind::ReadTimeout, message });
        }
    }
    Ok(Reply { status: response.status, body: Zeroizing::new(String::from_utf8_lossy(&read).into_owned()) })
}

/// Splits an absolute URL into its parts.
pub(super) fn url(text: &str) -> Option<Url> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let tail = tail.split('#').next().unwrap_or_default();
    let (path, query) = tail.split_once('?').unwrap_or((tail, ""));
    let clean = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    if authority.is_empty() || authority.contains('@') || !clean {
        return None;
    }
    let path = if path.is_empty() { "/" } else { path };
    Some(Url { scheme, authority: authority.to_owned(), path: path.to_owned(), query: query.to_owned() })
}

/// The host in an authority, without port and brackets.
pub(super) fn host(authority: &str) -> &str {
    match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => authority.split(':').next().unwrap_or(authority),
    }
}

/// The credentials in an answer: `AccessKeyId`, `SecretAccessKey`, `Token`, `Expiration`, `AccountId`.
pub(super) fn credentials(provider: &'static str, features: Features, body: &str, place: &str) -> Result<Credentials> {
    let mut answer =
        json::parse(body.as_bytes()).map_err(|e| failure(provider, format!("the answer of {place} is {e}")))?;
    if let Some(code) = json::text(&answer, "Code").filter(|c| *c != "Success") {
        let message = json::text(&answer, "Message").unwrap_or("no message");
        return Err(failure(provider, format!("{place} answers {code}: {message}")));
    }
    let expiry = json::time_of(&answer, "Expiration");
    let account_id = json::take(&mut answer, "AccountId");
    let mut take = |key: &str| {
        json::take(&mut answer, key).ok_or_else(|| failure(provider, format!("the answer of {place} has no {key}")))
    };
    Ok(Credentials {
        access_key_id: take("AccessKeyId")?,
        secret_access_key: Secret::new(take("SecretAccessKey")?),
        session_token: Some(Secret::new(take("Token")?)),
        expiry,
        account_id,
        provider,
        features,
    })
}
