//! What all requests of one transfer have in common.

use super::{Progress, Settings, Watch};
use crate::{
    call::{Call, UntypedCall},
    connection::Connection,
    feature::Feature,
    lookup,
    value::{Object, Value},
    Result,
};
use std::sync::atomic::{AtomicU64, Ordering};

/// A transfer under way, shared by its requests.
pub(super) struct Job {
    pub(super) connection: Connection,
    bucket: String,
    key: String,
    params: Object,
    pub(super) settings: Settings,
    progress: Option<Watch>,
    done: AtomicU64,
    /// One more than the number of bytes; 0 while that is unknown.
    total: AtomicU64,
}

/// Checks that each parameter is known to one of the operations that the connection's tables have.
#[inline]
pub(super) fn checked(connection: &Connection, params: &Object, operations: &[&str]) -> Result<()> {
    let known = || operations.iter().flat_map(|operation| members(connection, operation));
    for name in params.0.keys() {
        if !known().any(|member| member == name) {
            let mut names = Vec::new();
            for member in known() {
                if !names.contains(&member) {
                    names.push(member);
                }
            }
            return Err(lookup::unknown("parameter", name, names).at(connection.class().name(), operations[0]));
        }
    }
    Ok(())
}

/// The members of the input of an operation.
fn members<'a>(connection: &'a Connection, operation: &str) -> impl Iterator<Item = &'a str> {
    let service = connection.service();
    let input = service.operation(operation).and_then(|operation| operation.input);
    input.map_or(&[][..], |shape| service.shape(shape).members()).iter().map(|member| &*member.name)
}

/// Whether that is the checksum of a whole object: parts have their own.
#[inline]
pub(super) fn is_digest(name: &str) -> bool {
    name.starts_with("Checksum") && !matches!(name, "ChecksumAlgorithm" | "ChecksumType" | "ChecksumMode")
        || name == "ContentMD5"
}

impl Job {
    #[inline]
    pub(super) fn new(
        connection: Connection,
        bucket: String,
        key: String,
        params: Object,
        settings: Settings,
        progress: Option<Watch>,
    ) -> Job {
        let (done, total) = (AtomicU64::new(0), AtomicU64::new(0));
        Job { connection, bucket, key, params, settings, progress, done, total }
    }

    /// A parameter that the caller set.
    #[inline]
    pub(super) fn param(&self, name: &str) -> &Value {
        &self.params[name]
    }

    /// All that the caller set.
    #[inline]
    pub(super) fn params(&self) -> &Object {
        &self.params
    }

    /// A call with this bucket and key, and what the caller set as far as the operation knows it.
    #[inline]
    pub(super) fn call(&self, operation: &'static str) -> UntypedCall {
        let mut input = Object::default();
        for name in members(&self.connection, operation) {
            // The part's bytes and numbers are nobody else's to say.
            let part = operation.starts_with("UploadPart") && (is_digest(name) || name == "ContentLength");
            if let (Some(value), false) = (self.params.0.get(name), part) {
                input[name] = value.clone();
            }
        }
        input["Bucket"] = self.bucket.as_str().into();
        input["Key"] = self.key.as_str().into();
        Call::new(&self.connection, operation, input).making_use_of(Feature::S3Transfer)
    }

    /// A call with this bucket and key, and these of what the caller set.
    #[inline]
    pub(super) fn call_with(&self, operation: &'static str, names: &[&str]) -> UntypedCall {
        let known = names.iter().filter_map(|name| Some(((*name).to_owned(), self.params.get(name)?.clone())));
        let mut input: Object = known.collect();
        input["Bucket"] = self.bucket.as_str().into();
        input["Key"] = self.key.as_str().into();
        Call::new(&self.connection, operation, input).making_use_of(Feature::S3Transfer)
    }

    #[inline]
    pub(super) fn expect(&self, total: u64) {
        self.total.store(total.saturating_add(1), Ordering::Relaxed);
    }

    #[inline]
    pub(super) fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    #[inline]
    pub(super) fn more(&self, bytes: u64) {
        let done = self.done.fetch_add(bytes, Ordering::Relaxed) + bytes;
        self.tell(done);
    }

    /// That many bytes have to be fetched again.
    #[inline]
    pub(super) fn less(&self, bytes: u64) {
        let done = self.done.fetch_sub(bytes, Ordering::Relaxed) - bytes;
        if bytes > 0 {
            self.tell(done);
        }
    }

    #[inline]
    fn tell(&self, done: u64) {
        if let Some(progress) = &self.progress {
            let total = self.total.load(Ordering::Relaxed).checked_sub(1);
            progress(Progress { done, total });
        }
    }
}
