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
#[derive(Clone)]
pub struct Chain {
    key: hmac::Key,
    stamp: Stamp,
    scope: String,
    prior: String,
    renew: Renew,
}

/// What it takes to go on after midnight: events are signed with the key of their own day.
#[derive(Clone)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{identity::Credentials, sign::Keys};

    /// The worked example of "Signature calculations for trailing headers" in the S3 API reference.
    #[test]
    fn chunks_and_a_trailer() {
        let credentials = Credentials::new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", None);
        let keys = Keys::new();
        let time = DateTime::from_parts(1_369_353_600, 0);
        let signing = Signing::new(&credentials, &keys, "us-east-1", "s3", time, b"");
        let mut chain = Chain::with_seed(&signing, "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");
        let first = chain.chunk(&b"a".repeat(65_536)).to_owned();
        assert_eq!(first, "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2");
        let second = chain.chunk(&b"a".repeat(1_024)).to_owned();
        assert_eq!(second, "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7");
        let last = chain.chunk(b"").to_owned();
        assert_eq!(last, "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992");
        let trailer = chain.trailer(b"x-amz-checksum-crc32c:sOO8/Q==\n").to_owned();
        assert_eq!(trailer, "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435");
    }

    #[test]
    fn events_after_midnight_use_the_key_of_their_day() {
        let credentials = Credentials::new("AKID", "secret", None);
        let keys = Keys::new();
        let signing = Signing::new(&credentials, &keys, "us-east-1", "s3", DateTime::from_parts(86_399, 0), b"");
        let mut crossing = Chain::with_seed(&signing, "00");
        let mut fresh = Chain::with_seed(&Signing { time: DateTime::from_parts(86_400, 0), ..signing }, "00");
        let time = DateTime::from_parts(86_401, 0);
        assert_eq!(crossing.event(time, b"h", b"p"), fresh.event(time, b"h", b"p"));
    }
}
