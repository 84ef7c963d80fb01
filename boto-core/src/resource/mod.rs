//! Resources and collections: objects over operations, by definitions that are data.
//!
//! A [`ResourceClass`] says what a resource has and can do; a [`Resource`] is one of them, known by its identifiers. A
//! [`CollectionClass`] lists and makes resources of one type. Nothing here goes over the network unless a method that
//! is `async` is awaited.

mod action;
mod base;
mod batch;
#[cfg(feature = "resources-by-name")]
mod by_name;
mod class;
mod collection;
mod collection_class;
mod custom;
mod each;
#[cfg(feature = "resources-by-name")]
mod files;
mod make;
mod one;
mod params;
#[cfg(feature = "resources-by-name")]
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
#[cfg(feature = "resources-by-name")]
pub(crate) use files::services_in;
pub use one::Resource;
#[cfg(feature = "resources-by-name")]
pub use sets::Origin;
#[cfg(feature = "resources-by-name")]
pub(crate) use sets::{Definitions, Places};

#[cfg(test)]
mod tests;
