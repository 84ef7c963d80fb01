//! The outside world: environment, files, clock, sleep, randomness, processes, datagrams. The only door to them, so that tests
//! can put fakes there.

mod datagram;
mod system;
mod terminal;

pub use system::System;
pub(crate) use terminal::ask;

use crate::{BoxFuture, DateTime};
use std::{
    ffi::OsString,
    fmt, io,
    path::{Path, PathBuf},
    time::Duration,
};

/// The outside world. [`System`] is the real one.
pub trait Host: Send + Sync + fmt::Debug {
    /// An environment variable; `None` if it is not set.
    fn var(&self, name: &str) -> Option<OsString>;
    /// The user's home directory.
    fn home(&self) -> Option<PathBuf>;
    /// A whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// The names in a directory. A host without directories need not know any.
    fn list(&self, path: &Path) -> io::Result<Vec<OsString>> {
        let _ = path;
        Err(io::ErrorKind::NotFound.into())
    }
    /// Writes a whole file that only its owner may read (mode 0600), atomically, creating its directory.
    fn write_private(&self, path: &Path, contents: &[u8]) -> io::Result<()>;
    /// The time.
    fn now(&self) -> DateTime;
    /// Waits.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
    /// Fills the buffer with random bytes.
    fn random(&self, buffer: &mut [u8]);
    /// Sends a datagram (UDP) and waits for nothing; nobody learns whether it arrived. A host without a network need not
    /// send it.
    fn datagram(&self, host: &str, port: u16, bytes: &[u8]) {
        let _ = (host, port, bytes);
    }
    /// Runs a process to its end, without a terminal.
    fn run(&self, command: Command) -> BoxFuture<'static, io::Result<Output>>;
}

/// A process to run.
#[derive(Clone, Debug)]
pub struct Command {
    /// The program.
    pub program: OsString,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// How long it may take.
    pub time_limit: Duration,
}

/// What a process left behind.
#[derive(Clone)]
pub struct Output {
    /// Its exit code; `None` if it was killed.
    pub code: Option<i32>,
    /// Its standard output (may hold secrets).
    pub stdout: Vec<u8>,
    /// Its standard error.
    pub stderr: Vec<u8>,
}
