//! Which files there are, and what they say. Nothing is read before it is asked for.

use super::{
    boto::Boto,
    document::{parse, Dialect, Document, Warning},
    profile::Profiles,
};
use crate::{host::Host, Result};
use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};
use zeroize::Zeroizing;

/// What the files say.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The profiles of both AWS files.
    pub profiles: Profiles,
    /// The boto files.
    pub boto: Boto,
    /// What was ignored, collected once.
    pub warnings: Vec<Warning>,
}

impl Files {
    /// Reads the files. Those that are missing say nothing; malformed ones are errors that name file and line.
    pub fn read(host: &dyn Host, config: &Path, credentials: &Path) -> Result<Files> {
        let config = document(host, config, Dialect::Aws)?;
        let credentials = document(host, credentials, Dialect::Aws)?;
        let profiles = Profiles::new(config, credentials);
        let boto = Boto::read(host)?;
        let warnings: Vec<Warning> = profiles.warnings().iter().chain(boto.warnings()).cloned().collect();
        for warning in &warnings {
            tracing::warn!(%warning, "something in a file of settings does not count");
        }
        Ok(Files { profiles, boto, warnings })
    }
}

/// Reads one file; `None` if it is not there.
pub(super) fn document(host: &dyn Host, path: &Path, dialect: Dialect) -> Result<Option<Document>> {
    let file: Arc<Path> = path.into();
    match host.read(path) {
        Ok(bytes) => parse(&Zeroizing::new(bytes), &file, dialect).map(Some),
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(e) => {
            // As for the CLI, a file that cannot be read says nothing.
            let message = format!("ignored, for it cannot be read: {e}");
            let warnings = vec![Warning { file: Arc::clone(&file), line: 0, message }];
            Ok(Some(Document { file, sections: Vec::new(), warnings }))
        }
    }
}

/// `~` and `~/…` below the home directory; `$NAME` and `${NAME}` in paths that are valid UTF-8, as the CLI expands
/// them.
pub fn expand(host: &dyn Host, path: &Path) -> PathBuf {
    let path = match path.to_str() {
        Some(text) if text.contains('$') => PathBuf::from(variables(text, &|name| host.var(name))),
        _ => path.to_owned(),
    };
    match (path.strip_prefix("~"), host.home()) {
        (Ok(rest), Some(home)) if rest.as_os_str().is_empty() => home,
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path,
    }
}

/// The home directory as the AWS tools find it: `HOME`, then on Windows `USERPROFILE` and `HOMEDRIVE` + `HOMEPATH`.
pub fn home(windows: bool, var: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name: &str| var(name).filter(|v| !v.is_empty());
    if let Some(home) = set("HOME") {
        return Some(home.into());
    }
    if !windows {
        return None;
    }
    if let Some(profile) = set("USERPROFILE") {
        return Some(profile.into());
    }
    let mut home = set("HOMEDRIVE")?;
    home.push(set("HOMEPATH")?);
    Some(home.into())
}

/// Replaces `$NAME` and `${NAME}`; unknown ones stay as they are.
fn variables(text: &str, var: &dyn Fn(&str) -> Option<OsString>) -> OsString {
    let mut out = OsString::new();
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        out.push(&rest[..at]);
        let after = &rest[at + 1..];
        let (name, end) = match after.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
            Some((name, _)) => (name, name.len() + 2),
            None => {
                let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
                (&after[..end], end)
            }
        };
        match (!name.is_empty()).then(|| var(name)).flatten() {
            Some(value) => out.push(value),
            None => out.push(&rest[at..at + 1 + end]),
        }
        rest = &after[end..];
    }
    out.push(rest);
    out
}
