//! Signature Version 4A: ECDSA over P-256 with a key derived from the secret, valid in a set of regions.
//!
//! Multi-region access points of S3 need it, and whatever else the endpoint rules ask for. It is behind the feature
//! `sigv4a`, since elliptic curves cost more crates to build than all the rest of signing.

use super::{Signature, Signing};
use crate::{error::Result, http::Request};

/// Signs a request in its headers; [`Signing::region`] is the set of regions, `*` or joined with commas.
///
/// Without the feature `sigv4a` it answers an error that says so.
pub fn sign(request: &mut Request, signing: &Signing<'_>) -> Result<Signature> {
    inner::sign(request, signing)
}

/// Signs a request in its query, see [`super::v4::presign`].
pub fn presign(request: &mut Request, signing: &Signing<'_>, expires: u32) -> Result<Signature> {
    inner::presign(request, signing, expires)
}

/// Whether this build can sign with V4a.
pub const AVAILABLE: bool = cfg!(feature = "sigv4a");

#[cfg(not(feature = "sigv4a"))]
mod inner {
    use super::{Request, Result, Signature, Signing};
    use crate::error::{Error, ErrorKind};

    pub(super) fn sign(_: &mut Request, signing: &Signing<'_>) -> Result<Signature> {
        Err(missing(signing))
    }

    pub(super) fn presign(_: &mut Request, signing: &Signing<'_>, _: u32) -> Result<Signature> {
        Err(missing(signing))
    }

    fn missing(signing: &Signing<'_>) -> Error {
        let message = format!("{} asks for signature V4a here, which this build does not have", signing.service);
        Error::new(ErrorKind::Usage, message).with_hint("enable the cargo feature `sigv4a` of boto-core")
    }
}

#[cfg(feature = "sigv4a")]
mod inner {
    use super::{Request, Result, Signature, Signing};
    use crate::{
        error::{Error, ErrorKind},
        http::HeaderName,
        sign::{
            canonical,
            hash::{hex, hmac_sha256, sha256_hex},
            plain_value, v4, PayloadHash, SessionToken, Stamp,
        },
    };
    use p256::ecdsa::{signature::Signer as _, SigningKey};
    use zeroize::Zeroizing;

    const ALGORITHM: &str = "AWS4-ECDSA-P256-SHA256";

    pub(super) fn sign(request: &mut Request, signing: &Signing<'_>) -> Result<Signature> {
        check(signing)?;
        let stamp = Stamp::new(signing.time);
        let payload = v4::prepare(request, signing, &stamp)?;
        let set = plain_value(signing.region, "set of regions")?;
        request.headers.insert(HeaderName::from_static("x-amz-region-set"), set);
        let headers = canonical::headers(request);
        let signed = canonical::signed_names(&headers);
        let canonical = canonical::request(request, v4::paths(signing), &headers, &signed, &payload);
        let scope = scope(&stamp, signing.service);
        let (string_to_sign, signature) = seal(signing, &stamp, &scope, &canonical)?;
        let id = &signing.credentials.access_key_id;
        let authorization =
            format!("{ALGORITHM} Credential={id}/{scope}, SignedHeaders={signed}, Signature={signature}");
        v4::finish(request, signing, &authorization)?;
        Ok(Signature { canonical_request: v4::text(canonical), string_to_sign, signature, authorization })
    }

    pub(super) fn presign(request: &mut Request, signing: &Signing<'_>, expires: u32) -> Result<Signature> {
        check(signing)?;
        let stamp = Stamp::new(signing.time);
        let scope = scope(&stamp, signing.service);
        v4::strip(request);
        let signed = canonical::signed_names(&canonical::headers(request));
        let credential = format!("{}/{scope}", signing.credentials.access_key_id);
        let seconds = expires.to_string();
        let mut parameters = vec![
            ("X-Amz-Algorithm", ALGORITHM),
            ("X-Amz-Credential", &credential),
            ("X-Amz-Date", stamp.as_str()),
            ("X-Amz-Expires", &seconds),
            ("X-Amz-Region-Set", signing.region),
            ("X-Amz-SignedHeaders", &signed),
        ];
        let token = signing.credentials.session_token.as_ref().map(|t| (signing.session_token.parameter(), t.expose()));
        if signing.session_token != SessionToken::After {
            parameters.extend(token);
        }
        v4::extend_query(request, &parameters);
        let headers = canonical::headers(request);
        let canonical = canonical::request(request, v4::paths(signing), &headers, &signed, &signing.payload.text());
        let (string_to_sign, signature) = seal(signing, &stamp, &scope, &canonical)?;
        if signing.session_token == SessionToken::After {
            v4::extend_query(request, token.as_slice());
        }
        v4::append_query(request, "X-Amz-Signature", &signature);
        let canonical_request = v4::text(canonical);
        Ok(Signature { canonical_request, string_to_sign, signature, authorization: String::new() })
    }

    fn check(signing: &Signing<'_>) -> Result<()> {
        if matches!(signing.payload, PayloadHash::Chunks | PayloadHash::ChunksTrailer | PayloadHash::Events) {
            return Err(Error::new(ErrorKind::Usage, "streams whose parts are signed cannot be signed with V4a"));
        }
        v4::check(signing)
    }

    fn scope(stamp: &Stamp, service: &str) -> String {
        [stamp.day(), "/", service, "/aws4_request"].concat()
    }

    fn seal(signing: &Signing<'_>, stamp: &Stamp, scope: &str, canonical: &[u8]) -> Result<(String, String)> {
        let string_to_sign = [ALGORITHM, "\n", stamp.as_str(), "\n", scope, "\n", &sha256_hex(canonical)].concat();
        let key = signing.keys.pair(signing.credentials, derive)?;
        // The nonce is derived from key and message (RFC 6979), so no randomness is needed.
        let signature: p256::ecdsa::DerSignature = key.sign(string_to_sign.as_bytes());
        Ok((string_to_sign, hex(signature.as_bytes())))
    }

    /// The private key: a counter-mode KDF (NIST SP 800-108) over the access key id, tried until the number fits the
    /// curve's order, plus one.
    fn derive(access_key_id: &str, secret: &str) -> Result<SigningKey> {
        let mut input = Zeroizing::new(Vec::with_capacity(5 + secret.len()));
        input.extend_from_slice(b"AWS4A");
        input.extend_from_slice(secret.as_bytes());
        let mut message = Vec::with_capacity(64);
        for counter in 1..=254u8 {
            message.clear();
            message.extend_from_slice(&1u32.to_be_bytes());
            message.extend_from_slice(ALGORITHM.as_bytes());
            message.push(0);
            message.extend_from_slice(access_key_id.as_bytes());
            message.push(counter);
            message.extend_from_slice(&256u32.to_be_bytes());
            let mut number = Zeroizing::new([0u8; 32]);
            number.copy_from_slice(hmac_sha256(&input, &message).as_ref());
            if *number > ORDER_MINUS_TWO {
                continue;
            }
            for byte in number.iter_mut().rev() {
                let (sum, carried) = byte.overflowing_add(1);
                *byte = sum;
                if !carried {
                    break;
                }
            }
            if let Ok(key) = SigningKey::from_slice(&*number) {
                return Ok(key);
            }
        }
        Err(Error::new(ErrorKind::Credentials, "no V4a key can be derived from these credentials"))
    }

    /// The order of P-256 less two, big-endian (FIPS 186-4, D.1.2.3).
    const ORDER_MINUS_TWO: [u8; 32] = [
        0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6,
        0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x4f,
    ];
}
