//! Models in directories: newer ones than the built-in, or of services that are nobody else's business.
//!
//! A directory may be laid out as botocore's (`sqs/2012-11-05/service-2.json`, beside it paginators, waiters, endpoint
//! rules and `resources-1.json`, each plain or `.gz`), as AWS publishes its Smithy models
//! (`sqs/service/2012-11-05/sqs-2012-11-05.json`), or flat (`acme.json`, of either kind).

use crate::{
    config::{folders, Config},
    host::Host,
    lookup, Error, ErrorKind, Result,
};
use boto_model::{document::Invalid, import, pack, Service};
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The directories, in the order in which they are searched.
pub(crate) struct Models<'a> {
    host: &'a dyn Host,
    dirs: Vec<PathBuf>,
}

/// A model that was found, not read yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The version of the API; of a flat file, what the file says.
    pub(crate) version: String,
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// Botocore's layout: the folder of the version.
    Folder(PathBuf),
    /// One file of either kind.
    File(PathBuf),
}

impl<'a> Models<'a> {
    /// Directories of the program's own first, then those of `AWS_DATA_PATH`, then `~/.aws/models`.
    pub(crate) fn new(config: &'a Config, own: &[PathBuf]) -> Models<'a> {
        let host = &**config.host();
        let dirs = folders(config, own);
        Models { host, dirs }
    }

    /// The names of the services there are models of.
    pub(crate) fn services(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for dir in &self.dirs {
            for entry in self.list(dir) {
                match flat(&entry) {
                    Some(name) => {
                        names.insert(name.to_owned());
                    }
                    None if !self.versions_in(dir, &entry).is_empty() => {
                        names.insert(entry);
                    }
                    None => {}
                }
            }
        }
        names
    }

    /// The versions of a service's API; of each the first that is found counts.
    pub(crate) fn versions(&self, service: &str) -> Result<BTreeMap<String, Found>> {
        let mut found = BTreeMap::new();
        if !is_name(service) {
            return Ok(found);
        }
        for dir in &self.dirs {
            for one in self.versions_in(dir, service) {
                found.entry(one.version.clone()).or_insert(one);
            }
            let file = dir.join(format!("{service}.json"));
            if let Ok(text) = self.host.read(&file) {
                let version = tables(service, &text).map_err(|e| flaw(&file, &e))?.metadata().api_version.to_string();
                found.entry(version.clone()).or_insert(Found { version, place: Place::File(file) });
            }
        }
        Ok(found)
    }

    /// Reads the tables of a model. Errors name the file and the place in it.
    pub(crate) fn open(&self, service: &str, found: &Found) -> Result<Arc<Service>> {
        match &found.place {
            Place::File(file) => {
                let bytes = self.host.read(file).map_err(|e| flaw(file, &e))?;
                tables(service, &bytes).map_err(|e| flaw(file, &e))
            }
            Place::Folder(folder) => {
                let tables = import::folder_through(service, folder, &|path| self.host.read(path));
                opened(tables.map_err(own)?).map_err(|e| flaw(folder, &e))
            }
        }
    }

    fn versions_in(&self, dir: &Path, service: &str) -> Vec<Found> {
        let folder = dir.join(service);
        let mut found = Vec::new();
        let entries = self.list(&folder);
        for version in entries.iter().filter(|v| is_version(v)) {
            let folder = folder.join(version);
            if self.list(&folder).iter().any(|file| file == "service-2.json" || file == "service-2.json.gz") {
                found.push(Found { version: version.clone(), place: Place::Folder(folder) });
            }
        }
        if entries.iter().any(|entry| entry == "service") {
            let folder = folder.join("service");
            for version in self.list(&folder).into_iter().filter(|v| is_version(v)) {
                let file = folder.join(&version).join(format!("{service}-{version}.json"));
                if self.list(&folder.join(&version)).iter().any(|name| file.ends_with(name)) {
                    found.push(Found { version, place: Place::File(file) });
                }
            }
        }
        found
    }

    /// What is in a directory, sorted; nothing if it is none.
    fn list(&self, dir: &Path) -> Vec<String> {
        let names = self.host.list(dir).unwrap_or_default();
        let mut names: Vec<String> = names.into_iter().filter_map(|name| OsString::into_string(name).ok()).collect();
        names.sort();
        names
    }
}

/// The version to use: the one that is asked for, else the newest that is not newer; without a wish the newest of all.
pub(crate) fn choose<'a>(
    service: &str,
    versions: impl IntoIterator<Item = &'a str>,
    wanted: Option<&str>,
) -> Result<String> {
    let mut versions: Vec<&str> = versions.into_iter().collect();
    versions.sort_unstable();
    let best = versions.iter().rev().find(|version| wanted.is_none_or(|wanted| **version <= wanted));
    best.map(|version| (*version).to_owned()).ok_or_else(|| {
        let wanted = wanted.unwrap_or_default();
        lookup::unknown(&format!("version of {service}"), wanted, versions.iter().copied()).with_hint(format!(
            "there are: {}; a model of an older one can be put into a directory of AWS_DATA_PATH",
            versions.join(", ")
        ))
    })
}

/// `acme` of `acme.json`.
fn flat(entry: &str) -> Option<&str> {
    entry.strip_suffix(".json").filter(|name| is_name(name))
}

/// A name that stays in its directory.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

/// `2012-11-05`, or what else begins with a digit.
fn is_version(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn tables(service: &str, text: &[u8]) -> std::result::Result<Arc<Service>, Invalid> {
    opened_bytes(import::document(service, text)?)
}

fn opened(tables: pack::Tables) -> std::result::Result<Arc<Service>, Invalid> {
    opened_bytes(pack::write(tables))
}

fn opened_bytes(packed: Vec<u8>) -> std::result::Result<Arc<Service>, Invalid> {
    Service::open(packed)
        .map(Arc::new)
        .map_err(|e| Invalid { path: String::new(), problem: format!("its tables cannot be packed: {e}") })
}

fn flaw(path: &Path, error: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorKind::Config, format!("{}: {error}", path.display()))
}

fn own(error: Invalid) -> Error {
    Error::new(ErrorKind::Config, error.to_string())
}
