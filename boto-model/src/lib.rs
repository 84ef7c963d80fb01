//! The tables of AWS services.
//!
//! A service is data: operations, shapes and their wire traits, paginators, waiters, endpoint rules. This crate holds
//! the types of those tables ([`Service`] and what hangs on it), the packed binary form they travel in ([`pack`]), the
//! archive of all services (feature `archive`) and the importers that make tables from model files (feature `import`).
//! It does no I/O beyond files and knows nothing of HTTP, credentials or sessions.

#[cfg(feature = "archive")]
pub mod archive;
#[cfg(feature = "resources")]
pub mod document;
#[cfg(feature = "import")]
pub mod import;
#[cfg(feature = "definitions")]
pub mod infer;
#[cfg(any(feature = "archive", feature = "import"))]
pub mod legacy;
pub mod operation;
pub mod pack;
pub mod paginate;
pub mod partitions;
#[cfg(feature = "resources")]
pub mod resource;
pub mod rules;
pub mod service;
pub mod shape;
pub mod suggest;
pub mod wait;

pub use operation::{Http, HttpChecksum, Operation, StaticParam};
pub use paginate::Paginator;
pub use partitions::partitions;
pub use service::{Metadata, Protocol, Service};
pub use shape::{Kind, Location, Member, Shape, ShapeId, TimestampFormat, Traits, XmlNamespace};
pub use wait::{Acceptor, Waiter};

/// A string of a table: borrowed where the table is a literal in the binary, owned where it was read at run time.
pub type Text = std::borrow::Cow<'static, str>;
