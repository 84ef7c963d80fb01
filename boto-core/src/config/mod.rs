//! Settings: where each value comes from, and what counts in the end.
//!
//! Two stages: [`Layers`] holds what arguments, environment and files say; [`Layers::resolve`] makes a [`Config`] of
//! it, in which every setting has one value and one [`Origin`]. The layers, the most important first: call,
//! connection, session builder, environment, profile, boto files, defaults mode, built-in default.

mod boto;
mod defaults;
mod document;
mod endpoint;
mod explain;
mod files;
#[cfg(any(feature = "import", feature = "resources-by-name"))]
mod folders;
mod origin;
mod profile;
mod resolve;
mod setting;
mod table;
mod trace;
mod transport;

#[cfg(test)]
pub(crate) mod tests;

pub use boto::Boto;
pub use document::{parse, Dialect, Document, Nested, Property, Section, Warning};
pub use endpoint::{key as service_key, variable as service_variable};
pub use files::{expand, home, Files};
#[cfg(any(feature = "import", feature = "resources-by-name"))]
pub(crate) use folders::folders;
pub use origin::Origin;
pub use profile::{from_texts, texts, Profile, Profiles};
pub use resolve::Layers;
pub use setting::{Datum, Kind, Setting};
pub use table::Overrides;
pub use trace::trace_header;

use crate::host::Host;
use std::{collections::BTreeMap, path::Path, sync::Arc, time::Duration};
use table::{Row, SETTINGS};

/// All settings, resolved. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Config {
    pub(super) inner: Arc<Inner>,
}

#[derive(Clone, Debug)]
pub(super) struct Inner {
    /// In the order of the table.
    pub(super) values: Vec<Resolved>,
    pub(super) layers: Layers,
    pub(super) files: Arc<Files>,
    /// What the instance metadata said of the region; `None` while it was not asked.
    pub(super) metadata: Option<Option<String>>,
}

#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub(super) datum: Option<Datum>,
    pub(super) origin: Origin,
}

impl Config {
    /// Where the value of a setting came from; `None` if there is no such setting.
    pub fn origin(&self, name: &str) -> Option<&Origin> {
        let row = SETTINGS.iter().position(|s| s.name == name)?;
        Some(&self.inner.values[row].origin)
    }

    /// The table of all settings.
    pub fn settings() -> &'static [Setting] {
        SETTINGS
    }

    /// The value of a setting by its name; `None` if it has none.
    pub fn value(&self, name: &str) -> Option<&Datum> {
        let row = SETTINGS.iter().position(|s| s.name == name)?;
        self.inner.values[row].datum.as_ref()
    }

    /// What the files say.
    pub fn files(&self) -> &Files {
        &self.inner.files
    }

    /// The outside world that the settings were read from.
    pub fn host(&self) -> &Arc<dyn Host> {
        &self.inner.layers.host
    }

    /// The profile's name: `default` if none was named.
    pub fn profile_name(&self) -> &str {
        self.profile().unwrap_or("default")
    }

    /// The profile that counts, if it exists.
    pub fn current_profile(&self) -> Option<&Profile> {
        self.inner.files.profiles.profile(self.profile_name())
    }

    /// Whether host prefixes of operations are used.
    pub fn inject_host_prefix(&self) -> bool {
        !self.disable_host_prefix_injection()
    }

    /// The version of a service's API that was asked for.
    pub fn api_version(&self, service: &str) -> Option<&str> {
        self.api_versions().get(service).map(String::as_str)
    }

    fn datum(&self, row: Row) -> Option<&Datum> {
        self.inner.values[row as usize].datum.as_ref()
    }

    fn text(&self, row: Row) -> Option<&str> {
        match self.datum(row) {
            Some(Datum::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn flag(&self, row: Row) -> Option<bool> {
        match self.datum(row) {
            Some(Datum::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    fn count(&self, row: Row) -> Option<u64> {
        match self.datum(row) {
            Some(Datum::Count(count)) => Some(*count),
            _ => None,
        }
    }

    fn seconds(&self, row: Row) -> Option<Duration> {
        match self.datum(row) {
            Some(Datum::Seconds(seconds)) => Some(*seconds),
            _ => None,
        }
    }

    fn list(&self, row: Row) -> &[String] {
        match self.datum(row) {
            Some(Datum::List(list)) => list,
            _ => &[],
        }
    }

    fn path(&self, row: Row) -> Option<&Path> {
        match self.datum(row) {
            Some(Datum::Path(path)) => Some(path),
            _ => None,
        }
    }

    fn map(&self, row: Row) -> &BTreeMap<String, String> {
        static EMPTY: BTreeMap<String, String> = BTreeMap::new();
        match self.datum(row) {
            Some(Datum::Map(map)) => map,
            _ => &EMPTY,
        }
    }
}
