//! A world for tests: environment, files, clock and processes are what the test says.

use crate::{
    host::{Command, Host, Output},
    BoxFuture, DateTime,
};
use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicI64, AtomicUsize, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

type Process = dyn Fn(&Command) -> io::Result<Output> + Send + Sync;

/// See above.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) env: Mutex<BTreeMap<String, OsString>>,
    pub(crate) files: Mutex<BTreeMap<PathBuf, Vec<u8>>>,
    pub(crate) now: AtomicI64,
    pub(crate) reads: AtomicUsize,
    pub(crate) slept: Mutex<Vec<Duration>>,
    pub(crate) process: Mutex<Option<Box<Process>>>,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("World")
    }
}

impl World {
    /// With these variables and files, at noon on 2021-12-25.
    pub(crate) fn new(env: &[(&str, &str)], files: &[(&str, &str)]) -> Arc<World> {
        let world = World::default();
        world.now.store(1_640_433_600, Ordering::SeqCst);
        for (name, value) in env {
            world.set(name, value);
        }
        for (path, text) in files {
            world.put(path, text);
        }
        Arc::new(world)
    }

    pub(crate) fn set(&self, name: &str, value: &str) {
        self.env.lock().unwrap().insert(name.into(), value.into());
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        self.files.lock().unwrap().insert(path.into(), text.as_bytes().to_vec());
    }

    pub(crate) fn advance(&self, seconds: i64) {
        self.now.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn text(&self, path: &str) -> Option<String> {
        self.files.lock().unwrap().get(Path::new(path)).map(|b| String::from_utf8(b.clone()).unwrap())
    }
}

impl Host for World {
    fn var(&self, name: &str) -> Option<OsString> {
        self.env.lock().unwrap().get(name).cloned()
    }
    fn home(&self) -> Option<PathBuf> {
        crate::config::home(false, &|name| self.var(name)).or(Some("/home".into()))
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.files.lock().unwrap().get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        self.files.lock().unwrap().insert(path.into(), contents.to_vec());
        Ok(())
    }
    fn now(&self) -> DateTime {
        DateTime::from_parts(self.now.load(Ordering::SeqCst), 0)
    }
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.slept.lock().unwrap().push(duration);
        Box::pin(async {})
    }
    fn random(&self, buffer: &mut [u8]) {
        buffer.fill(0x5a);
    }
    fn run(&self, command: Command) -> BoxFuture<'static, io::Result<Output>> {
        let result = match &*self.process.lock().unwrap() {
            Some(process) => process(&command),
            None => Err(io::ErrorKind::NotFound.into()),
        };
        Box::pin(async { result })
    }
}
