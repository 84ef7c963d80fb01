//! Who calls: credentials and tokens, which cannot be printed.

use crate::{
    feature::{Feature, Features},
    value::{Object, Value},
    DateTime,
};
use bytes::Bytes;
use std::{
    fmt,
    ops::{Deref, DerefMut},
};
use zeroize::{Zeroize, Zeroizing};

/// A secret string: never printed, wiped when dropped.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Wraps a secret.
    pub fn new(secret: impl Into<String>) -> Secret {
        Secret(Zeroizing::new(secret.into()))
    }

    /// The secret itself: for signing and for nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"***\"")
    }
}

/// Data with secrets in it, such as a cached token: all its texts are wiped when it is dropped.
#[derive(Default)]
pub(crate) struct Sealed {
    object: Object,
}

impl From<Object> for Sealed {
    fn from(object: Object) -> Sealed {
        Sealed { object }
    }
}

impl Sealed {
    /// Sets a member, and wipes what it was before.
    pub(crate) fn put(&mut self, name: &str, value: Value) {
        if let Some(mut before) = self.object.0.insert(name.to_owned(), value) {
            wipe_value(&mut before);
        }
    }
}

impl Deref for Sealed {
    type Target = Object;
    fn deref(&self) -> &Object {
        &self.object
    }
}

impl DerefMut for Sealed {
    fn deref_mut(&mut self) -> &mut Object {
        &mut self.object
    }
}

impl Drop for Sealed {
    fn drop(&mut self) {
        wipe(&mut self.object);
    }
}

/// Wipes all texts of an object, at any depth.
pub(crate) fn wipe(object: &mut Object) {
    for value in object.0.values_mut() {
        wipe_value(value);
    }
}

fn wipe_value(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Number(text) => text.zeroize(),
        Value::Map(object) => wipe(object),
        Value::List(list) => list.iter_mut().for_each(wipe_value),
        _ => {}
    }
}

/// The same bytes, which are wiped when the last who holds them lets go. Not copied if nobody else holds them.
pub(crate) fn sealed(bytes: Bytes) -> Bytes {
    Bytes::from_owner(Zeroizing::new(Vec::from(bytes)))
}

/// Wipes bytes that nobody else holds; answers whether it did. What is part of a larger buffer (of the HTTP library, for
/// one) is not ours to wipe.
pub(crate) fn wiped(bytes: Bytes) -> bool {
    match bytes.try_into_mut() {
        Ok(mut bytes) => {
            bytes.zeroize();
            true
        }
        Err(_) => false,
    }
}

/// Credentials to sign with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Credentials {
    /// The access key id (not a secret).
    pub access_key_id: String,
    /// The secret access key.
    pub secret_access_key: Secret,
    /// The session token of temporary credentials.
    pub session_token: Option<Secret>,
    /// When they end.
    pub expiry: Option<DateTime>,
    /// The account they belong to, where the provider says so.
    pub account_id: Option<String>,
    /// Which provider gave them: `env`, `shared-credentials-file` … (botocore's method names). Those of `explicit` were
    /// given in code.
    pub provider: &'static str,
    /// What finding them made use of, for the user agent: AWS counts it. A provider of one's own may leave it empty.
    pub features: Features,
}

impl Credentials {
    /// Static credentials.
    pub fn new(
        access_key_id: impl Into<String>,
        secret_access_key: impl Into<String>,
        session_token: Option<String>,
    ) -> Credentials {
        Credentials {
            access_key_id: access_key_id.into(),
            secret_access_key: Secret::new(secret_access_key),
            session_token: session_token.map(Secret::new),
            expiry: None,
            account_id: None,
            provider: "explicit",
            features: Features::NONE,
        }
    }
}

impl Credentials {
    /// The same, found with the help of these too.
    #[must_use]
    pub(crate) fn with_features(mut self, features: Features) -> Credentials {
        self.features = self.features.and(features);
        self
    }

    /// All that the user agent says of them.
    pub(crate) fn told(&self) -> Features {
        match self.provider {
            "explicit" => self.features.with(Feature::CredentialsCode),
            _ => self.features,
        }
    }
}

/// A bearer token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    /// The token.
    pub token: Secret,
    /// When it ends.
    pub expiry: Option<DateTime>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_wiped_at_any_depth() {
        let deep = Value::from([("refreshToken", "hush"), ("expires", "1")]);
        let list = Value::List(vec!["hush".into(), Value::Bool(true), deep.clone()]);
        let mut object =
            Object([("a".to_owned(), "hush".into()), ("b".to_owned(), deep), ("c".to_owned(), list)].into());
        object.0.insert("n".into(), Value::Int(1));
        wipe(&mut object);
        let mut wanted = Object::default();
        let empty = Value::from([("refreshToken", ""), ("expires", "")]);
        wanted.0.insert("a".into(), "".into());
        wanted.0.insert("b".into(), empty.clone());
        wanted.0.insert("c".into(), Value::List(vec!["".into(), Value::Bool(true), empty]));
        wanted.0.insert("n".into(), Value::Int(1));
        assert_eq!(object, wanted);
    }

    #[test]
    fn bytes_are_sealed_where_they_are() {
        let bytes = Bytes::from(b"refreshToken=hush".to_vec());
        let place = bytes.as_ptr();
        let sealed = sealed(bytes);
        assert_eq!((sealed.as_ptr(), &sealed[..]), (place, &b"refreshToken=hush"[..]));
        // Whoever is not the only one leaves them to the others.
        let bytes = Bytes::from(b"hush hush hush".to_vec());
        let other = bytes.clone();
        assert!(!wiped(bytes) && other == "hush hush hush" && wiped(other));
    }

    #[test]
    fn secrets_are_wiped_and_cannot_be_printed() {
        fn wiped<T: zeroize::ZeroizeOnDrop>(_: &T) {}
        let secret = Secret::new("hush");
        wiped(&secret.0);
        let who = Credentials::new("AKID", "hush", Some("hush".to_owned()));
        let token = Token { token: secret.clone(), expiry: None };
        // What a panic would show, too.
        let panic = std::panic::catch_unwind(|| panic!("{who:?} {token:?} {secret:?}")).unwrap_err();
        let said = panic.downcast::<String>().unwrap();
        assert!(!said.contains("hush") && said.contains("AKID") && said.contains("***"), "{said}");
    }
}
