//! A world for cases: environment, files and clock are what the case says; processes and datagrams are real.

use boto_core::{
    config::home,
    host::{Command, Host, Output, System},
    BoxFuture, DateTime,
};
use serde_json::Value as Json;
use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicI64, Ordering},
        Arc, Mutex, PoisonError,
    },
    time::Duration,
};

/// See above.
#[derive(Debug)]
pub struct World {
    env: BTreeMap<String, String>,
    files: Mutex<BTreeMap<PathBuf, Vec<u8>>>,
    /// Seconds that the clock was put forward.
    later: AtomicI64,
    now: DateTime,
    windows: bool,
}

impl World {
    /// With the members of these objects as environment and files.
    pub fn new(env: &Json, files: &Json, now: DateTime) -> World {
        let env = super::json::members(env).filter_map(|(k, v)| Some((k.clone(), v.as_str()?.to_owned()))).collect();
        let text = |v: &Json| v.as_str().map_or_else(|| v.to_string(), str::to_owned).into_bytes();
        let files = super::json::members(files).map(|(k, v)| (PathBuf::from(k), text(v))).collect();
        World { env, files: Mutex::new(files), later: AtomicI64::new(0), now, windows: false }
    }

    /// On Windows, as far as the home directory goes.
    pub fn windows(self, windows: bool) -> World {
        World { windows, ..self }
    }

    /// With one more file.
    pub fn with(self, path: &str, contents: &[u8]) -> World {
        self.lock().insert(path.into(), contents.to_vec());
        self
    }

    /// Puts the clock forward.
    pub fn wait(&self, seconds: i64) {
        self.later.fetch_add(seconds, Ordering::Relaxed);
    }

    /// For the settings.
    pub fn shared(self) -> Arc<World> {
        Arc::new(self)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<PathBuf, Vec<u8>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Host for World {
    fn var(&self, name: &str) -> Option<OsString> {
        self.env.get(name).map(OsString::from)
    }
    fn home(&self) -> Option<PathBuf> {
        home(self.windows, &|name| self.var(name)).or_else(|| Some("/home".into()))
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.lock().get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        self.lock().insert(path.into(), contents.to_vec());
        Ok(())
    }
    fn now(&self) -> DateTime {
        match self.later.load(Ordering::Relaxed) {
            0 => self.now,
            later => DateTime::from_seconds(self.now.seconds() + later),
        }
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async {})
    }
    fn random(&self, buffer: &mut [u8]) {
        buffer.fill(7);
    }
    fn datagram(&self, host: &str, port: u16, bytes: &[u8]) {
        System.datagram(host, port, bytes);
    }
    fn run(&self, command: Command) -> BoxFuture<'static, io::Result<Output>> {
        System.run(command)
    }
}
