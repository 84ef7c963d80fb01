//! What boto3 writes by hand because definitions cannot say it: actions that are more than one operation, and data that
//! is loaded in a way of its own.

mod dynamodb;
mod s3;

pub use dynamodb::BatchWriter;
pub use s3::{copy, download, download_file, upload, upload_file};

use super::{Outcome, Resource, ResourceClass};
use crate::{
    value::{Object, Value},
    BoxFuture, Result,
};
use boto_model::suggest::snake_case;

/// An action of a resource that is more than one call.
pub(super) struct Custom {
    service: &'static str,
    /// The resource.
    class: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// The operation that it is about, for hooks.
    pub(super) operation: &'static str,
    deed: Deed,
}

/// What is done.
#[derive(Clone, Copy)]
enum Deed {
    Copy,
    Download,
    DownloadFile,
    Upload,
    UploadFile,
}

/// Does an action.
pub(super) type Run = fn(Resource, Object) -> BoxFuture<'static, Result<Outcome>>;

impl Custom {
    /// What does it. All that it leads to is compiled where this is called, and not for every program: see
    /// [`Resource::action`].
    #[inline]
    pub(super) fn run(&self) -> Run {
        match self.deed {
            Deed::Copy => |of, input| Box::pin(s3::copy_action(of, input)),
            Deed::Download => |of, input| Box::pin(s3::download_action(of, input)),
            Deed::DownloadFile => |of, input| Box::pin(s3::download_file_action(of, input)),
            Deed::Upload => |of, input| Box::pin(s3::upload_action(of, input)),
            Deed::UploadFile => |of, input| Box::pin(s3::upload_file_action(of, input)),
        }
    }
}

macro_rules! actions {
    ($($service:literal $class:literal $name:literal $operation:literal $deed:ident;)*) => {
        &[$(Custom { service: $service, class: $class, name: $name, operation: $operation, deed: Deed::$deed }),*]
    };
}

const ACTIONS: &[Custom] = actions! {
    "s3" "Bucket" "Copy" "CopyObject" Copy;
    "s3" "Bucket" "DownloadFile" "GetObject" DownloadFile;
    "s3" "Bucket" "DownloadFileobj" "GetObject" Download;
    "s3" "Bucket" "UploadFile" "PutObject" UploadFile;
    "s3" "Bucket" "UploadFileobj" "PutObject" Upload;
    "s3" "Object" "Copy" "CopyObject" Copy;
    "s3" "Object" "DownloadFile" "GetObject" DownloadFile;
    "s3" "Object" "DownloadFileobj" "GetObject" Download;
    "s3" "Object" "UploadFile" "PutObject" UploadFile;
    "s3" "Object" "UploadFileobj" "PutObject" Upload;
};

/// The actions of a class that no definition has.
pub(super) fn actions(class: &ResourceClass) -> impl Iterator<Item = &'static Custom> + use<'_> {
    let defined = |name: &str| class.definition().actions.iter().any(|action| action.name == name);
    let of = |custom: &&Custom| custom.class == class.name() && custom.service == class.service();
    ACTIONS.iter().filter(of).filter(move |custom| !defined(custom.name))
}

/// The action of that name, or of the same in snake_case.
pub(super) fn action(class: &ResourceClass, name: &str) -> Option<&'static Custom> {
    actions(class).find(|custom| custom.name == name || snake_case(custom.name) == name)
}

/// The data in what loading answers, where that is no path.
pub(super) fn loaded(resource: &Resource, answer: Result<Value>) -> Result<Value> {
    match (resource.class().service(), resource.class().name()) {
        ("s3", "Bucket") => s3::listed_bucket(resource, answer),
        ("s3", "ObjectSummary") => answer.map(s3::summary),
        _ => answer,
    }
}
