//! Signatures along a stream: the chunks and trailers of `aws-chunked` bodies, and events. Each signature covers the
//! one before it, the first one that of the request.
//!
//! Rules: <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html> and, for trailers,
//! `sigv4-streaming-trailers.html` beside it.

use super::{
    hash::{hex, sha256_hex, EMPTY_SHA256},
    v4, Signature, Signing, Stamp,
};
use crate::DateTime;
use ring::hmac;

/// The chain of signatures of one stream.
pub struct Chain {
    key: hmac::Key,
    stamp: Stamp,
    scope: String,
    prior: String,
    renew: Renew,
}

/// What it takes to go on after midnight: events are signed with the key of their own day.
struct Renew {
    keys: super::Keys,
    credentials: crate::identity::Credentials,
    region: String,
    service: String,
}

impl Chain {
    /// The chain that begins with the signature of a request; `signing` is what that was signed with.
    pub fn new(signing: &Signing<'_>, seed: &Signature) -> Chain {
        Chain::with_seed(signing, &seed.signature)
    }

    /// The same, given the signature of the request in hex.
    pub fn with_seed(signing: &Signing<'_>, seed: &str) -> Chain {
        let stamp = Stamp::new(signing.time);
        Chain {
            key: signing.keys.get(signing.credentials, &stamp, signing.region, signing.service),
            scope: v4::scope(&stamp, signing.region, signing.service),
            stamp,
            prior: seed.to_owned(),
            renew: Renew {
                keys: signing.keys.clone(),
                credentials: signing.credentials.clone(),
                region: signing.region.to_owned(),
                service: signing.service.to_owned(),
            },
        }
    }

    /// The signature of the next chunk, in hex; the last chunk is empty. The time is that of the request.
    pub fn chunk(&mut self, data: &[u8]) -> &str {
        self.link("AWS4-HMAC-SHA256-PAYLOAD", &[EMPTY_SHA256, &sha256_hex(data)])
    }

    /// The signature of the trailing headers, in hex. They are given as they are signed: `name:value` and a line feed
    /// each, names in lower case and sorted.
    pub fn trailer(&mut self, headers: &[u8]) -> &str {
        self.link("AWS4-HMAC-SHA256-TRAILER", &[&sha256_hex(headers)])
    }

    /// The signature of the next event, in hex. `headers` are the encoded headers of the frame that carries it (only
    /// `:date`), `payload` the whole encoded event. The closing frame has an empty payload.
    pub fn event(&mut self, time: DateTime, headers: &[u8], payload: &[u8]) -> &str {
        let stamp = Stamp::new(time);
        if stamp.day() != self.stamp.day() {
            let renew = &self.renew;
            self.key = renew.keys.get(&renew.credentials, &stamp, &renew.region, &renew.service);
            self.scope = v4::scope(&stamp, &renew.region, &renew.service);
        }
        self.stamp = stamp;
        self.link("AWS4-HMAC-SHA256-PAYLOAD", &[&sha256_hex(headers), &sha256_hex(payload)])
    }

    /// The signature made last, in hex.
    pub fn last(&self) -> &str {
        &self.prior
    }

    fn link(&mut self, algorithm: &str, hashes: &[&str]) -> &str {
        let mut lines = vec![algorithm, self.stamp.as_str(), &self.scope, &self.prior];
        lines.extend(hashes);
        self.prior = hex(hmac::sign(&self.key, lines.join("\n").as_bytes()).as_ref());
        &self.prior
    }
}

impl std::fmt::Debug for Chain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Chain").field("scope", &self.scope).field("prior", &self.prior).finish_non_exhaustive()
    }
}
