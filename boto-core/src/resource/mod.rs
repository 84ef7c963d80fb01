//! Resources and collections: objects over operations, by definitions that are data.
//!
//! A [`ResourceClass`] says what a resource has and can do; a [`Resource`] is one of them, known by its identifiers. A
//! [`CollectionClass`] lists and makes resources of one type. Nothing here goes over the network unless a method that
//! is `async` is awaited.

mod action;
mod base;
mod batch;
mod class;
mod collection;
mod collection_class;
mod custom;
mod each;
mod files;
mod make;
mod one;
mod params;
mod sets;
pub mod transfer;
pub mod typed;

pub use action::{ActionCall, Outcome};
pub use base::{Base, Doing};
pub use batch::{Batch, BatchOutcome};
pub use class::ResourceClass;
pub use collection::Collection;
pub use collection_class::CollectionClass;
pub use custom::BatchWriter;
pub use each::{Each, PagesOfResources};
pub(crate) use files::services_in;
pub use one::Resource;
pub use sets::Origin;
pub(crate) use sets::{Definitions, Places};
