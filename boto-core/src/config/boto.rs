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
    pub(super) fn read(host: &dyn Host, warnings: &mut Vec<Warning>) -> Result<Boto> {
        let looked: Vec<PathBuf> = match host.var("BOTO_CONFIG").filter(|v| !v.is_empty()) {
            Some(path) => vec![expand(host, Path::new(&path))],
            None => vec![expand(host, Path::new("~/.boto")), PathBuf::from("/etc/boto.cfg")],
        };
        let mut documents = Vec::new();
        for path in &looked {
            if let Some(found) = document(host, path, Dialect::Boto, warnings)? {
                warnings.extend_from_slice(&found.warnings);
                documents.push(found);
            }
        }
        Ok(Boto { documents, looked })
    }

    /// The property of a section.
    pub fn get(&self, section: &str, name: &str) -> Option<&Property> {
        self.sections(section).find_map(|s| s.get(name))
    }

    /// The sections of that title, the most important first. The name in `profile x` may be quoted.
    pub fn sections<'a>(&'a self, title: &str) -> impl Iterator<Item = &'a Section> {
        let title = title.to_owned();
        let all = self.documents.iter().flat_map(|d| &d.sections);
        all.filter(move |s| s.title == title || s.title.replace('"', "") == title)
    }
}
