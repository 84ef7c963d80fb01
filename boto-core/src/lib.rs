//! An AWS SDK in the spirit of boto.

mod address;
mod announce;
pub mod arn;
mod attempt;
pub mod attributes;
pub mod blocking;
pub mod body;
pub mod cache;
pub mod call;
#[doc(hidden)]
pub mod codec;
mod companion;
pub mod config;
pub mod connection;
pub mod credentials;
pub mod customize;
mod discover;
pub mod endpoint;
pub mod error;
pub mod event;
mod express;
mod feature;
pub mod field;
pub mod host;
pub mod http;
mod identify;
pub mod identity;
pub mod integrity;
mod interpret;
mod lookup;
pub mod map;
#[cfg(feature = "import")]
mod models;
mod monitor;
mod nested;
mod opaque;
mod order;
pub mod paginate;
mod pipeline;
pub mod presign;
#[doc(hidden)]
pub mod private;
mod project;
#[doc(hidden)]
pub mod protocol;
pub mod query;
pub mod raw;
#[doc(hidden)]
pub mod record;
mod redirect;
#[cfg(feature = "resources")]
pub mod resource;
pub mod retry;
pub mod session;
pub mod sign;
pub mod skew;
mod tasks;
pub mod time;
pub mod typed;
mod unknown;
pub mod user_agent;
#[doc(hidden)]
pub mod validate;
pub mod value;
pub mod wait;

#[doc(hidden)]
pub use private as __private;

pub use body::ByteStream;
pub use boto_macros::service;
#[cfg(feature = "resources")]
pub use boto_macros::{Collection, Resource};
pub use boto_model::Protocol;
pub use call::{Call, Metadata};
pub use connection::{Connection, ConnectionClass};
pub use error::{Error, ErrorKind, Result};
pub use event::EventStream;
pub use identity::{Credentials, Secret, Token};
pub use map::Map;
#[cfg(feature = "resources")]
pub use resource::typed::{Collection, Resource};
pub use session::{session, set_default_session, Connect, Session};
pub use time::DateTime;
pub use unknown::UnknownVariant;
pub use value::{to_value, Object, Value};

/// A boxed future, the one form in which futures cross trait objects.
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn std::future::Future<Output = T> + Send + 'a>>;
