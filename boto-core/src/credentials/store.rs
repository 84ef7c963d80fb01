//! Assumed roles that are still good: in memory, and if wished in files that the AWS CLI reads and writes too.

use super::json;
use crate::{
    config::{expand, Config},
    feature::Features,
    identity::{Sealed, Secret},
    map::Map,
    value::Object,
    Credentials, Value,
};
use ring::digest;
use std::{
    path::{Path, PathBuf},
    sync::{Mutex, OnceLock, PoisonError},
};
use zeroize::Zeroizing;

/// Credentials with less time left are fetched anew.
const WINDOW: i64 = 15 * 60;

/// Keeps credentials of assumed roles by what was asked for.
#[derive(Debug, Default)]
pub struct Store {
    memory: Mutex<Map<Option<Credentials>>>,
    dir: Option<PathBuf>,
    /// The name of sessions that have none.
    name: OnceLock<String>,
}

impl Store {
    /// In memory only.
    pub fn memory() -> Store {
        Store::default()
    }

    /// In files too: those of the AWS CLI, `~/.aws/cli/cache`, if `dir` is `None`. Files are readable by their owner
    /// only.
    pub fn files(dir: Option<PathBuf>) -> Store {
        let dir = dir.unwrap_or_else(|| PathBuf::from("~/.aws/cli/cache"));
        Store { dir: Some(dir), ..Store::default() }
    }

    /// A name for sessions that have none, made when first asked for: who assumes a role again is still the same.
    pub(super) fn session_name(&self, config: &Config) -> String {
        self.name.get_or_init(|| format!("boto-session-{}", config.host().now().seconds())).clone()
    }

    /// Which numbers of features they have is for the caller to say: files do not.
    pub(super) fn load(&self, config: &Config, key: &str, provider: &'static str) -> Option<Credentials> {
        let good = |found: &Credentials| {
            let left = |end: crate::DateTime| end.seconds() - config.host().now().seconds();
            found.expiry.is_some_and(|end| left(end) >= WINDOW)
        };
        let kept = self.memory.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned().flatten();
        if let Some(found) = kept.filter(good) {
            return Some(found);
        }
        let path = self.path(config, key)?;
        let bytes = Zeroizing::new(config.host().read(&path).ok()?);
        let mut file = json::parse(&bytes).ok()?;
        let Some(Value::Map(inner)) = file.0.remove("Credentials") else { return None };
        let mut inner = Sealed::from(inner);
        let found = Credentials {
            expiry: json::time_of(&inner, "Expiration"),
            access_key_id: json::take(&mut inner, "AccessKeyId")?,
            secret_access_key: Secret::new(json::take(&mut inner, "SecretAccessKey")?),
            session_token: Some(Secret::new(json::take(&mut inner, "SessionToken")?)),
            account_id: json::take(&mut inner, "AccountId"),
            provider,
            features: Features::NONE,
        };
        Some(found).filter(good)
    }

    /// `extra` are further members of the file: the user that was assumed.
    pub(super) fn save(&self, config: &Config, key: &str, found: &Credentials, user: Option<Value>) {
        if found.expiry.is_none() {
            return;
        }
        self.memory.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default(key).replace(found.clone());
        let Some(path) = self.path(config, key) else { return };
        let mut inner = Object::default();
        let mut put = |name: &str, value: Option<&str>| {
            if let Some(value) = value {
                inner.0.insert(name.to_owned(), Value::String(value.to_owned()));
            }
        };
        put("AccessKeyId", Some(&found.access_key_id));
        put("SecretAccessKey", Some(found.secret_access_key.expose()));
        put("SessionToken", found.session_token.as_ref().map(Secret::expose));
        put("Expiration", found.expiry.map(json::utc).as_deref());
        put("AccountId", found.account_id.as_deref());
        let mut file = Sealed::default();
        file.0.insert("Credentials".into(), Value::Map(inner));
        match user {
            Some(user) => file.0.insert("AssumedRoleUser".into(), user),
            None if found.provider == super::sso::NAME => {
                file.0.insert("ProviderType".into(), Value::String("sso".into()))
            }
            None => None,
        };
        write(config, &path, &file);
    }

    fn path(&self, config: &Config, key: &str) -> Option<PathBuf> {
        let dir = expand(&**config.host(), self.dir.as_ref()?);
        Some(dir.join(format!("{key}.json")))
    }
}

/// Writes an object into a private file. A cache that cannot be written is no reason to fail.
pub(super) fn write(config: &Config, path: &Path, object: &Object) {
    let text = Zeroizing::new(json::write(object, true));
    if let Err(error) = config.host().write_private(path, text.as_bytes()) {
        tracing::warn!(path = %path.display(), %error, "cannot write the cache file");
    }
}

/// The name of a cache file: the SHA-1 of what identifies it, in hexadecimal. Given by the CLI, not a matter of
/// security.
pub(super) fn key(text: &str) -> String {
    hex(digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, text.as_bytes()).as_ref())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
