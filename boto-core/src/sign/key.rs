//! Signing keys, which are derived from the secret once per day, region and service, and kept.

use super::{hash::hmac_sha256, stamp::Stamp};
use crate::identity::{Credentials, Secret};
use ring::hmac;
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroizing;

/// A cache of derived keys. Clones share it; one per session is enough for any number of connections.
///
/// Deriving costs four HMACs, more than all the rest of signing a small request.
#[derive(Clone, Default)]
pub struct Keys(Arc<Mutex<Vec<Entry>>>, #[cfg(feature = "sigv4a")] Arc<Mutex<Option<Pair>>>);

/// The V4a key of the credentials used last: it depends on nothing else.
#[cfg(feature = "sigv4a")]
struct Pair {
    access_key_id: Box<str>,
    secret: Secret,
    key: p256::ecdsa::SigningKey,
}

/// More keys than that are in use only with many S3 Express buckets at once.
const ROOM: usize = 64;

struct Entry {
    day: [u8; 8],
    region: Box<str>,
    service: Box<str>,
    access_key_id: Box<str>,
    secret: Secret,
    key: hmac::Key,
}

impl Keys {
    /// An empty cache.
    pub fn new() -> Keys {
        Keys::default()
    }

    /// The V4a key of those credentials, which `derive` makes.
    #[cfg(feature = "sigv4a")]
    pub(super) fn pair(
        &self,
        credentials: &Credentials,
        derive: impl FnOnce(&str, &str) -> crate::Result<p256::ecdsa::SigningKey>,
    ) -> crate::Result<p256::ecdsa::SigningKey> {
        let mut held = self.1.lock().unwrap_or_else(PoisonError::into_inner);
        let (id, secret) = (&credentials.access_key_id, &credentials.secret_access_key);
        if let Some(pair) = held.as_ref().filter(|pair| *pair.access_key_id == **id && pair.secret == *secret) {
            return Ok(pair.key.clone());
        }
        let key = derive(id, secret.expose())?;
        *held = Some(Pair { access_key_id: id.as_str().into(), secret: secret.clone(), key: key.clone() });
        Ok(key)
    }

    /// The key for that day, region and service.
    pub(super) fn get(&self, credentials: &Credentials, stamp: &Stamp, region: &str, service: &str) -> hmac::Key {
        let day = stamp.day_bytes();
        // A panic elsewhere cannot leave the list half written: it is changed by one push or swap.
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = entries.iter().rposition(|e| {
            e.day == day
                && *e.service == *service
                && *e.region == *region
                && *e.access_key_id == *credentials.access_key_id
                && e.secret == credentials.secret_access_key
        });
        if let Some(at) = found {
            return entries[at].key.clone();
        }
        let key = derive(credentials.secret_access_key.expose(), stamp.day(), region, service);
        if entries.len() >= ROOM {
            entries.remove(0);
        }
        entries.push(Entry {
            day,
            region: region.into(),
            service: service.into(),
            access_key_id: credentials.access_key_id.as_str().into(),
            secret: credentials.secret_access_key.clone(),
            key: key.clone(),
        });
        key
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

/// The chain of HMACs from the secret to the signing key.
fn derive(secret: &str, day: &str, region: &str, service: &str) -> hmac::Key {
    let mut first = Zeroizing::new(Vec::with_capacity(4 + secret.len()));
    first.extend_from_slice(b"AWS4");
    first.extend_from_slice(secret.as_bytes());
    let of_day = hmac_sha256(&first, day.as_bytes());
    let of_region = hmac_sha256(of_day.as_ref(), region.as_bytes());
    let of_service = hmac_sha256(of_region.as_ref(), service.as_bytes());
    hmac::Key::new(hmac::HMAC_SHA256, hmac_sha256(of_service.as_ref(), b"aws4_request").as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{sign::hash::hex, DateTime};

    #[test]
    fn another_secret_under_the_same_id_is_another_key() {
        let keys = Keys::new();
        let stamp = Stamp::new(DateTime::from_parts(0, 0));
        let mark = |secret: &str| {
            let key = keys.get(&Credentials::new("AKID", secret, None), &stamp, "us-east-1", "s3");
            hex(hmac::sign(&key, b"x").as_ref())
        };
        let (one, two) = (mark("one"), mark("two"));
        assert_ne!(one, two);
        assert_eq!(one, mark("one"));
    }

    #[test]
    fn the_cache_stays_small() {
        let keys = Keys::new();
        let stamp = Stamp::new(DateTime::from_parts(0, 0));
        for i in 0..200 {
            keys.get(&Credentials::new(format!("AKID{i}"), "secret", None), &stamp, "us-east-1", "s3");
        }
        assert_eq!(keys.0.lock().unwrap().len(), ROOM);
    }
}
