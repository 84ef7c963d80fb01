//! The cache of the classes a session has built: connections, resources and collections, each built once.

use crate::Result;
use once_cell::sync::OnceCell;
use std::{
    any::Any,
    sync::{Arc, Mutex, PoisonError},
};

/// What a class is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ClassKind {
    /// The connection class of a service.
    Connection,
    /// A resource class.
    Resource,
    /// A collection class.
    Collection,
}

/// The name under which a class is kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClassName {
    /// What it is of.
    pub kind: ClassKind,
    /// The service, `sqs`.
    pub service: String,
    /// The resource or collection, `Queue`; empty for connections.
    pub name: String,
    /// The name of the base it was built upon; empty for the default.
    pub base: String,
}

/// Something made once, shared while it is being made.
pub(crate) type Once<T> = Arc<OnceCell<T>>;

type Cell = Once<Held>;

/// In the order of their names.
type Classes = Vec<(ClassName, Cell)>;

/// Where the class of that name is, or would be.
fn place(classes: &Classes, name: &ClassName) -> Result<usize, usize> {
    classes.binary_search_by(|(class, _)| class.cmp(name))
}

/// A class and its size.
struct Held {
    class: Arc<dyn Any + Send + Sync>,
    bytes: usize,
}

/// What a session keeps a class of.
pub(crate) trait Class: Any + Send + Sync {
    /// The memory that it brings along, more or less: its tables or definitions.
    fn bytes(&self) -> usize;
}

/// The classes a session has built so far. Each (kind, service, name, base) is built once, however many threads ask
/// at the same time; a build that fails is not kept.
#[derive(Default)]
pub struct ServiceCache {
    classes: Mutex<Classes>,
}

impl std::fmt::Debug for ServiceCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.names()).finish()
    }
}

impl ServiceCache {
    /// The names of the classes that are built, sorted.
    pub fn names(&self) -> Vec<ClassName> {
        self.lock().iter().filter(|(_, cell)| cell.get().is_some()).map(|(name, _)| name.clone()).collect()
    }

    /// How many classes are built.
    pub fn len(&self) -> usize {
        self.lock().iter().filter(|(_, cell)| cell.get().is_some()).count()
    }

    /// The names of the classes that are built, sorted, each with the bytes that it holds, more or less: the tables of a
    /// connection class, the definition of a resource or collection class.
    pub fn sizes(&self) -> Vec<(ClassName, usize)> {
        let classes = self.lock();
        classes.iter().filter_map(|(name, cell)| Some((name.clone(), cell.get()?.bytes))).collect()
    }

    /// Whether no class is built.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets all classes; those in use live on with their users.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// Forgets one class; says whether it was there.
    pub fn remove(&self, name: &ClassName) -> bool {
        let mut classes = self.lock();
        let found = place(&classes, name).map(|at| classes.remove(at).1);
        found.is_ok_and(|cell| cell.get().is_some())
    }

    /// The class of that name, built now if it is not there.
    pub(crate) fn get_or_build<T: Class>(&self, name: ClassName, build: impl FnOnce() -> Result<T>) -> Result<Arc<T>> {
        let cell = {
            let mut classes = self.lock();
            let at = place(&classes, &name).unwrap_or_else(|at| {
                classes.insert(at, (name.clone(), Cell::default()));
                at
            });
            Arc::clone(&classes[at].1)
        };
        // The lock is not held while building: others that want the same class wait on its cell alone.
        let held = |class: T| Held { bytes: class.bytes(), class: Arc::new(class) };
        let built = &cell.get_or_try_init(|| build().map(held))?.class;
        Arc::clone(built).downcast::<T>().map_err(|_| {
            crate::Error::new(crate::ErrorKind::Usage, format!("the class {name:?} is of another type than asked for"))
        })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Classes> {
        self.classes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    impl Class for usize {
        fn bytes(&self) -> usize {
            7
        }
    }

    fn name(service: &str) -> ClassName {
        ClassName { kind: ClassKind::Connection, service: service.into(), name: String::new(), base: String::new() }
    }

    #[test]
    fn builds_once_under_concurrency() {
        let cache = ServiceCache::default();
        let builds = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..64 {
                scope.spawn(|| {
                    let class = cache
                        .get_or_build(name("sqs"), || {
                            std::thread::sleep(std::time::Duration::from_millis(5));
                            Ok(builds.fetch_add(1, Ordering::SeqCst))
                        })
                        .unwrap();
                    assert_eq!(*class, 0);
                });
            }
        });
        assert_eq!(builds.load(Ordering::SeqCst), 1);
        assert_eq!(cache.len(), 1);
    }

    #[test]
    fn forgets_what_failed_and_what_is_removed() {
        let cache = ServiceCache::default();
        let failed: Result<Arc<usize>> =
            cache.get_or_build(name("a"), || Err(crate::Error::new(crate::ErrorKind::Unknown, "no")));
        assert!(failed.is_err());
        assert!(cache.is_empty());
        cache.get_or_build(name("a"), || Ok(1usize)).unwrap();
        assert_eq!(cache.names(), [name("a")]);
        assert_eq!(cache.sizes(), [(name("a"), 7)]);
        assert!(cache.remove(&name("a")));
        assert!(!cache.remove(&name("a")));
    }
}
