//! Where definitions of resources come from, and what has been read of them.

use super::files;
use crate::{cache::Once, connection::ConnectionClass, host::Host, lookup, Error, ErrorKind, Result};
use boto_model::{
    infer,
    resource::{self, ResourceSet},
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Where definitions come from. What comes first goes before the rest, name by name: a service's resources that boto3
/// has are boto3's, all others are inferred.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[non_exhaustive]
pub enum Origin {
    /// Given to the session.
    Added,
    /// A file of the search path.
    File,
    /// Those of boto3, which come along.
    BuiltIn,
    /// Those of boto's first object layer, which come along.
    First,
    /// Inferred from the tables.
    Inferred,
}

const ORIGINS: [Origin; 5] = [Origin::Added, Origin::File, Origin::BuiltIn, Origin::First, Origin::Inferred];

/// The definitions of one service and origin, if there are any.
type Read = Once<Option<Arc<ResourceSet>>>;

/// What a session knows of resources.
#[derive(Default)]
pub(crate) struct Definitions {
    added: Mutex<BTreeMap<String, Arc<ResourceSet>>>,
    read: Mutex<BTreeMap<(String, Origin), Read>>,
}

/// Where a session looks for definitions.
#[derive(Clone, Copy)]
pub(crate) struct Places<'a> {
    pub(crate) host: &'a dyn Host,
    /// Where to look for files, the most important first.
    pub(crate) folders: &'a [PathBuf],
    /// The version asked for, where the settings say one.
    pub(crate) version: Option<&'a str>,
}

impl Definitions {
    /// Adds definitions, which go before all others.
    pub(crate) fn add(&self, class: &ConnectionClass, text: &str) -> Result<()> {
        let set = parse(class, text)
            .map_err(|e| Error::new(ErrorKind::Config, format!("resources of {}: {}", class.name(), e.message())))?;
        locked(&self.added).insert(class.name().to_owned(), Arc::new(set));
        Ok(())
    }

    /// As [`Self::add`], from a file.
    pub(crate) fn add_file(&self, class: &ConnectionClass, host: &dyn Host, path: &Path) -> Result<()> {
        let set = read(class, host, path)?;
        locked(&self.added).insert(class.name().to_owned(), Arc::new(set));
        Ok(())
    }

    /// What `find` finds in the first definitions in which it does. `names` are for the error.
    pub(crate) fn find<T>(
        &self,
        class: &ConnectionClass,
        places: Places<'_>,
        (what, name): (&str, &str),
        find: impl Fn(&Arc<ResourceSet>) -> Option<T>,
        names: impl Fn(&ResourceSet) -> Vec<String>,
    ) -> Result<T> {
        let mut known = Vec::new();
        for origin in ORIGINS {
            let Some(set) = self.set(class, places, origin)? else { continue };
            if let Some(found) = find(&set) {
                return Ok(found);
            }
            known.extend(names(&set));
        }
        known.sort();
        known.dedup();
        Err(lookup::unknown(what, name, known.iter().map(String::as_str)).at(class.name(), ""))
    }

    /// The definitions of one origin, read once.
    pub(crate) fn set(
        &self,
        class: &ConnectionClass,
        places: Places<'_>,
        origin: Origin,
    ) -> Result<Option<Arc<ResourceSet>>> {
        if origin == Origin::Added {
            return Ok(locked(&self.added).get(class.name()).cloned());
        }
        let cell = Arc::clone(locked(&self.read).entry((class.name().to_owned(), origin)).or_default());
        // The lock is not held meanwhile: whoever wants the same waits on its cell alone.
        let set = cell.get_or_try_init(|| {
            Ok::<_, Error>(
                match origin {
                    Origin::File => match files::find(places, class)? {
                        Some(path) => Some(read(class, places.host, &path)?),
                        None => None,
                    },
                    Origin::BuiltIn => resource::resources(class.name()),
                    Origin::First => resource::first_resources(class.service()),
                    _ => Some(infer::infer(class.service()).set),
                }
                .map(Arc::new),
            )
        })?;
        Ok(set.clone())
    }

    /// The services for which definitions were added.
    pub(crate) fn added(&self) -> Vec<String> {
        locked(&self.added).keys().cloned().collect()
    }

    /// Forgets what was read of a service: its tables are others now.
    pub(crate) fn forget(&self, service: &str) {
        locked(&self.read).retain(|(name, _), _| name != service);
    }

    /// Where the definitions of a resource come from; `None` if there are none of that name.
    pub(crate) fn origin(&self, class: &ConnectionClass, places: Places<'_>, name: &str) -> Result<Option<Origin>> {
        for origin in ORIGINS {
            if self.set(class, places, origin)?.is_some_and(|set| set.resource(name).is_some()) {
                return Ok(Some(origin));
            }
        }
        Ok(None)
    }

    /// The names of all resources of a service, sorted.
    pub(crate) fn names(&self, class: &ConnectionClass, places: Places<'_>) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for origin in ORIGINS {
            let set = self.set(class, places, origin)?;
            names.extend(set.iter().flat_map(|set| &set.resources).map(|resource| resource.name.clone()));
        }
        names.sort();
        names.dedup();
        Ok(names)
    }
}

fn parse(class: &ConnectionClass, text: &str) -> Result<ResourceSet> {
    ResourceSet::read(text, class.service()).map_err(|e| Error::new(ErrorKind::Config, e.to_string()))
}

/// Reads a file of either format. A mistake names the file and the place in it.
fn read(class: &ConnectionClass, host: &dyn Host, path: &Path) -> Result<ResourceSet> {
    let flaw = |what: &str| Error::new(ErrorKind::Config, format!("{}: {what}", path.display()));
    let bytes = files::contents(host, path).map_err(|e| flaw(&e))?;
    let text = std::str::from_utf8(&bytes).map_err(|e| flaw(&e.to_string()))?;
    parse(class, text).map_err(|e| flaw(e.message()))
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
