//! Files with definitions: which of a search path's fits best.
//!
//! `FOLDER/sqs/2012-11-05/resources-1.json`, as boto3 has them, or `FOLDER/sqs-2012-11-05.json` (in `FOLDER` or in
//! `FOLDER/resources`), as its first version had. Which version is taken is that version's rule: the one asked for, else
//! the latest before it.

use super::sets::Places;
use crate::{connection::ConnectionClass, host::Host, Error, ErrorKind, Result};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The file of that service which fits its tables best; `None` if there is none at all.
pub(super) fn find(places: Places<'_>, class: &ConnectionClass) -> Result<Option<PathBuf>> {
    let mut options: BTreeMap<String, PathBuf> = BTreeMap::new();
    for folder in places.folders {
        for (version, path) in files(places.host, folder, class.name()) {
            // The folders that come first go before the others.
            options.entry(version).or_insert(path);
        }
    }
    let tables = &*class.service().metadata().api_version;
    match (best(&options, places.version.unwrap_or(tables)), places.version) {
        (Some(path), _) => Ok(Some(path.clone())),
        (None, Some(wanted)) if !options.is_empty() => {
            let versions: Vec<&str> = options.keys().map(String::as_str).collect();
            let message = format!("no resources of {wanted} or before; there are those of {}", versions.join(", "));
            Err(Error::new(ErrorKind::Config, message).at(class.name(), ""))
        }
        // Nobody asked for a version: what there is fits better than nothing.
        (None, _) => Ok(options.into_values().next()),
    }
}

/// The version asked for, else the latest before it.
fn best<'a>(options: &'a BTreeMap<String, PathBuf>, wanted: &str) -> Option<&'a PathBuf> {
    options.iter().rev().find(|(version, _)| version.as_str() <= wanted).map(|(_, path)| path)
}

/// The services that folders have definitions for.
pub(crate) fn services_in(host: &dyn Host, folders: &[PathBuf]) -> Vec<String> {
    let mut names = Vec::new();
    for folder in folders {
        for name in list(host, folder).into_iter().chain(list(host, &folder.join("resources"))) {
            match name.char_indices().find(|(at, _)| is_version(&name[*at..]) && name[..*at].ends_with('-')) {
                Some((at, _)) if name.ends_with(".json") => names.push(name[..at - 1].to_owned()),
                _ if !files(host, folder, &name).is_empty() => names.push(name),
                _ => {}
            }
        }
    }
    names
}

/// The versions that a folder has, each with its file.
fn files(host: &dyn Host, folder: &Path, service: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    if service.contains(['/', '\\', '.']) || service.is_empty() {
        return found;
    }
    let own = folder.join(service);
    for version in list(host, &own).into_iter().filter(|name| is_version(name)) {
        let inside = list(host, &own.join(&version));
        if let Some(name) = FILES.iter().find(|name| inside.iter().any(|known| known == *name)) {
            let path = own.join(&version).join(name);
            found.push((version, path));
        }
    }
    for folder in [folder.to_owned(), folder.join("resources")] {
        for name in list(host, &folder) {
            let version = name
                .strip_prefix(service)
                .and_then(|rest| rest.strip_prefix('-'))
                .and_then(|rest| rest.strip_suffix(".resources.json").or_else(|| rest.strip_suffix(".json")));
            if let Some(version) = version.filter(|version| is_version(version)) {
                found.push((version.to_owned(), folder.join(&name)));
            }
        }
    }
    found
}

/// What boto3 calls them; packed ones are read with the feature `import`.
#[cfg(feature = "import")]
const FILES: [&str; 2] = ["resources-1.json", "resources-1.json.gz"];
#[cfg(not(feature = "import"))]
const FILES: [&str; 1] = ["resources-1.json"];

/// The text of a file, unpacked.
pub(super) fn contents(host: &dyn Host, path: &Path) -> Result<Vec<u8>, String> {
    #[cfg(feature = "import")]
    if let (Some(folder), true) = (path.parent(), path.extension().is_some_and(|e| e == "gz")) {
        let read = |path: &Path| host.read(path);
        let found = boto_model::import::read_text(&read, folder, "resources-1").map_err(|e| e.to_string())?;
        return found.map(|(_, bytes)| bytes).ok_or_else(|| "is not there".to_owned());
    }
    host.read(path).map_err(|e| e.to_string())
}

/// What is in a folder, sorted. One that is not there has nothing: most of a search path are not.
fn list(host: &dyn Host, folder: &Path) -> Vec<String> {
    let names = host.list(folder).unwrap_or_default();
    let mut names: Vec<String> = names.into_iter().filter_map(|name| name.into_string().ok()).collect();
    names.sort();
    names
}

/// `2012-11-05`, perhaps with something behind it.
fn is_version(text: &str) -> bool {
    let form = text.bytes().take(10).enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    form && text.len() >= 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_version_is_the_one_asked_for_or_the_latest_before_it() {
        let options: BTreeMap<String, PathBuf> =
            ["2007-09-15", "2010-10-06", "2013-11-27"].iter().map(|v| ((*v).to_owned(), PathBuf::from(v))).collect();
        for (wanted, expected) in [
            ("2013-11-27", Some("2013-11-27")),
            ("2010-10-06", Some("2010-10-06")),
            ("2011-01-01", Some("2010-10-06")),
            ("2020-01-01", Some("2013-11-27")),
            ("2005-01-01", None),
        ] {
            assert_eq!(best(&options, wanted), expected.map(PathBuf::from).as_ref(), "{wanted}");
        }
        assert!(is_version("2012-11-05") && is_version("2012-11-05-preview"));
        assert!(!is_version("jobs-2012-11-05") && !is_version("2012") && !is_version("data"));
    }
}
