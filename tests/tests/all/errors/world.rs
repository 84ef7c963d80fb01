//! An outside world in which nothing is set and no file is there.

use boto_core::{
    host::{Command, Host, Output, System},
    BoxFuture, DateTime,
};
use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// The world: environment variables and nothing else. There is no machine around it that could give a role.
#[derive(Clone, Debug)]
pub struct World(BTreeMap<&'static str, &'static str>);

impl World {
    /// One with these variables.
    pub fn with(variables: &[(&'static str, &'static str)]) -> Arc<dyn Host> {
        let always = ("AWS_EC2_METADATA_DISABLED", "true");
        Arc::new(World(variables.iter().copied().chain([always]).collect()))
    }
}

impl Host for World {
    fn var(&self, name: &str) -> Option<OsString> {
        self.0.get(name).map(OsString::from)
    }
    fn home(&self) -> Option<PathBuf> {
        Some(PathBuf::from("/home/nobody"))
    }
    fn read(&self, _: &Path) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }
    fn now(&self) -> DateTime {
        System.now()
    }
    /// Nobody waits here.
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::ready(()))
    }
    fn random(&self, buffer: &mut [u8]) {
        System.random(buffer);
    }
    fn run(&self, _: Command) -> BoxFuture<'static, io::Result<Output>> {
        Box::pin(async { Err(io::ErrorKind::NotFound.into()) })
    }
}
