//! [`Transfer`]: objects of S3, in parts where they are large.
//!
//! What is smaller than [`Transfer::threshold`] goes in one request, all else in parts of [`Transfer::part_size`], so
//! many at once as [`Transfer::at_once`] says, each of them tried again by itself. An upload that fails, or whose future
//! is dropped, is aborted, so that no parts are left that somebody pays for; a download to a file stands under its name
//! when it is whole, and not before.

mod along;
mod copy;
mod download;
mod job;
mod parts;
mod tasks;
mod upload;
mod write;

use crate::{
    body::ByteStream,
    connection::Connection,
    value::{Object, Value},
    BoxFuture, Error, Result,
};
use job::Job;
use std::{fmt, future::IntoFuture, path::PathBuf, sync::Arc};
use tokio::io::AsyncWrite;

/// An upload, download or copy about to be done. Nothing happens before it is awaited; to drop the future is to stop.
#[must_use = "a transfer does nothing until it is awaited"]
pub struct Transfer<'a> {
    connection: Connection,
    bucket: String,
    key: String,
    what: What<'a>,
    params: Object,
    settings: Settings,
    progress: Option<Watch>,
    flaw: Option<Error>,
}

type Watch = Arc<dyn Fn(Progress) + Send + Sync>;

enum What<'a> {
    UploadFile(PathBuf),
    Upload(ByteStream),
    DownloadFile(PathBuf),
    Download(Box<dyn AsyncWrite + Send + Unpin + 'a>),
    Copy(Value, Option<Connection>),
}

/// When and how to go in parts.
#[derive(Clone, Copy, Debug)]
struct Settings {
    threshold: u64,
    part_size: u64,
    at_once: usize,
}

/// How far a transfer has come. Uploads and copies count whole parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The bytes that are done. A part that has to be fetched again counts anew.
    pub done: u64,
    /// All bytes, where their number is known.
    pub total: Option<u64>,
}

/// What a transfer did.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Transferred {
    /// How many bytes.
    pub bytes: u64,
    /// In how many parts; 0 for one request without parts.
    pub parts: u32,
    /// The answer of the operation that finished it: `PutObject`, `CompleteMultipartUpload`, `CopyObject`; for
    /// downloads that of `HeadObject`.
    pub output: Value,
}

impl<'a> Transfer<'a> {
    /// Uploads a file as that object.
    pub fn upload_file(s3: &Connection, path: impl Into<PathBuf>, bucket: &str, key: &str) -> Transfer<'a> {
        Transfer::new(s3, bucket, key, What::UploadFile(path.into()))
    }

    /// Uploads a body as that object. Its length need not be known; of a body that streams no more is in memory than the
    /// parts under way.
    pub fn upload(s3: &Connection, body: impl Into<ByteStream>, bucket: &str, key: &str) -> Transfer<'a> {
        Transfer::new(s3, bucket, key, What::Upload(body.into()))
    }

    /// Downloads that object as a file: beside it first, under its name when all is there.
    pub fn download_file(s3: &Connection, bucket: &str, key: &str, path: impl Into<PathBuf>) -> Transfer<'a> {
        Transfer::new(s3, bucket, key, What::DownloadFile(path.into()))
    }

    /// Downloads that object into a writer, in order; no more is in memory than the parts under way.
    pub fn download(s3: &Connection, bucket: &str, key: &str, to: impl AsyncWrite + Send + Unpin + 'a) -> Transfer<'a> {
        Transfer::new(s3, bucket, key, What::Download(Box::new(to)))
    }

    /// Copies an object to that one within S3. `source` is `bucket/key`, `bucket/key?versionId=…` or an object of
    /// `Bucket`, `Key` and perhaps `VersionId`. Metadata comes along however large the object is, unless
    /// `MetadataDirective` is `REPLACE`. Tags and annotations come along in parts if `TaggingDirective` and
    /// `AnnotationDirective` are `COPY`, as with boto3, for it takes permissions of their own; if the former is `REPLACE`
    /// those of `Tagging` are set.
    pub fn copy(s3: &Connection, source: impl Into<Value>, bucket: &str, key: &str) -> Transfer<'a> {
        Transfer::new(s3, bucket, key, What::Copy(source.into(), None))
    }

    #[inline]
    fn new(s3: &Connection, bucket: &str, key: &str, what: What<'a>) -> Transfer<'a> {
        Transfer {
            connection: s3.clone(),
            bucket: bucket.to_owned(),
            key: key.to_owned(),
            what,
            params: Object::default(),
            settings: Settings { threshold: 8 << 20, part_size: 8 << 20, at_once: 10 },
            progress: None,
            flaw: None,
        }
    }

    /// One that can only fail.
    #[inline]
    pub(super) fn flawed(s3: &Connection, flaw: Error) -> Transfer<'a> {
        Transfer { flaw: Some(flaw), ..Transfer::new(s3, "", "", What::Upload(ByteStream::default())) }
    }

    /// Sets one member of the input, `ContentType` or `SSECustomerKey` say, of each of the operations that knows it. A
    /// name that none of them knows is told when the transfer is awaited.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.params[&name.into()] = value.into();
        self
    }

    /// From how many bytes on it goes in parts; 8 MiB unless set.
    #[inline]
    pub fn threshold(mut self, bytes: u64) -> Self {
        // Nothing at all cannot go in parts.
        self.settings.threshold = bytes.max(1);
        self
    }

    /// The bytes of a part; 8 MiB unless set. S3 takes 5 MiB to 5 GiB, and 10,000 parts: uploads and copies keep to that.
    #[inline]
    pub fn part_size(mut self, bytes: u64) -> Self {
        self.settings.part_size = bytes.max(1);
        self
    }

    /// How many parts are under way at the same time at most; 10 unless set.
    #[inline]
    pub fn at_once(mut self, parts: usize) -> Self {
        self.settings.at_once = parts.max(1);
        self
    }

    /// Called whenever more is done, from any thread.
    pub fn progress(mut self, watch: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(watch));
        self
    }

    /// The connection that a copy reads its source through, if it is another one: of the region of the source, say.
    #[inline]
    pub fn source_connection(mut self, s3: &Connection) -> Self {
        if let What::Copy(_, source) = &mut self.what {
            *source = Some(s3.clone());
        }
        self
    }

    #[inline]
    pub(super) fn with_params(mut self, params: Object) -> Self {
        self.params.0.extend(params.0);
        self
    }

    #[inline]
    async fn run(self) -> Result<Transferred> {
        if let Some(flaw) = self.flaw {
            return Err(flaw);
        }
        let Transfer { connection, bucket, key, what, params, settings, progress, .. } = self;
        let job = |operations: &[&str]| -> Result<Arc<Job>> {
            job::checked(&connection, &params, operations)?;
            Ok(Arc::new(Job::new(connection.clone(), bucket, key, params, settings, progress)))
        };
        match what {
            What::UploadFile(path) => upload::file(job(upload::OPERATIONS)?, path).await,
            What::Upload(body) => upload::body(job(upload::OPERATIONS)?, body).await,
            What::DownloadFile(path) => download::file(job(download::OPERATIONS)?, path).await,
            What::Download(to) => download::writer(job(download::OPERATIONS)?, to).await,
            What::Copy(source, from) => copy::copy(job(copy::OPERATIONS)?, source, from).await,
        }
    }
}

impl<'a> IntoFuture for Transfer<'a> {
    type Output = Result<Transferred>;
    type IntoFuture = BoxFuture<'a, Result<Transferred>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl fmt::Debug for Transfer<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transfer").field("bucket", &self.bucket).field("key", &self.key).finish_non_exhaustive()
    }
}
