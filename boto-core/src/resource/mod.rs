//! Resources and collections: objects over operations, by definitions that are data.
//!
//! A [`ResourceClass`] says what a resource has and can do; a [`Resource`] is one of them, known by its identifiers. A
//! [`CollectionClass`] lists and makes resources of one type. Nothing here goes over the network unless a method that
//! is `async` is awaited.

mod batch;
mod class;
mod collection;
mod one;
mod params;
pub mod typed;

pub use batch::{Batch, BatchOutcome};
pub use class::{CollectionClass, ResourceClass};
pub use collection::{Collection, Each, PagesOfResources};
pub use one::{ActionCall, Outcome, Resource};
