//! Who calls: credentials and tokens, which cannot be printed.

use crate::{
    feature::{Feature, Features},
    DateTime,
};
use std::fmt;
use zeroize::Zeroizing;

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
