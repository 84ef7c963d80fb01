//! The files of the boto before: `~/.boto`, `/etc/boto.cfg` and the one that `BOTO_CONFIG` names.
//!
//! INI files with the sections `Credentials`, `Boto` and `profile …`. The user's file wins over the machine's, property
//! by property; `BOTO_CONFIG` stands alone.

use super::{
    document::{Dialect, Document, Property, Section, Warning},
    files::{document, expand},
};
use crate::{host::Host, Result};
use std::path::{Path, PathBuf};

/// What the boto files say, the most important first.
#[derive(Clone, Debug, Default)]
pub struct Boto {
    documents: Vec<Document>,
    /// The files that were looked for.
    pub looked: Vec<PathBuf>,
}

impl Boto {
    /// Reads the files that are there.
    pub(super) fn read(host: &dyn Host) -> Result<Boto> {
        let looked: Vec<PathBuf> = match host.var("BOTO_CONFIG").filter(|v| !v.is_empty()) {
            Some(path) => vec![expand(host, Path::new(&path))],
            None => vec![expand(host, Path::new("~/.boto")), PathBuf::from("/etc/boto.cfg")],
        };
        let mut documents = Vec::new();
        for path in &looked {
            documents.extend(document(host, path, Dialect::Boto)?);
        }
        Ok(Boto { documents, looked })
    }

    /// What was ignored in the files.
    pub(super) fn warnings(&self) -> impl Iterator<Item = &Warning> {
        self.documents.iter().flat_map(|document| &document.warnings)
    }

    /// The property of a section.
    pub fn get(&self, section: &str, name: &str) -> Option<&Property> {
        self.sections(section).find_map(|s| s.get(name))
    }

    /// The value of a property as our settings mean it. Retries come on top of the first attempt there, and a proxy is
    /// told in pieces.
    pub(super) fn setting(&self, section: &str, name: &str) -> Option<(&Property, String)> {
        let text = |name: &str| self.get(section, name).map(|p| p.value.as_str()).filter(|v| !v.is_empty());
        let property = self.get(section, name).filter(|p| !p.value.is_empty())?;
        let value = property.value.as_str();
        let value = match (name, value.parse::<u32>()) {
            ("num_retries", Ok(retries)) => (u64::from(retries) + 1).to_string(),
            ("proxy", _) => {
                let user = match (text("proxy_user"), text("proxy_pass")) {
                    (Some(user), Some(password)) => format!("{user}:{password}@"),
                    (Some(user), None) => format!("{user}@"),
                    _ => String::new(),
                };
                let port = text("proxy_port").map(|port| format!(":{port}")).unwrap_or_default();
                format!("http://{user}{value}{port}")
            }
            _ => value.to_owned(),
        };
        Some((property, value))
    }

    /// The sections of that title, the most important first. The name in `profile x` may be quoted.
    pub fn sections<'a>(&'a self, title: &str) -> impl Iterator<Item = &'a Section> {
        let title = title.to_owned();
        let all = self.documents.iter().flat_map(|d| &d.sections);
        all.filter(move |s| s.title == title || s.title.replace('"', "") == title)
    }
}
