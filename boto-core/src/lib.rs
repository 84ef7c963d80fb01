//! An AWS SDK in the spirit of boto.

pub mod arn;
pub mod body;
#[doc(hidden)]
pub mod codec;
pub mod config;
pub mod endpoint;
pub mod error;
pub mod event;
pub mod field;
pub mod host;
pub mod http;
pub mod identity;
pub mod integrity;
#[doc(hidden)]
pub mod protocol;
pub mod retry;
pub mod sign;
pub mod skew;
pub mod time;
pub mod typed;
pub mod user_agent;
pub mod value;

pub use body::ByteStream;
pub use error::{Error, ErrorKind, Result};
pub use event::EventStream;
pub use time::DateTime;
pub use value::Value;

/// A boxed future, the one form in which futures cross trait objects.
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn std::future::Future<Output = T> + Send + 'a>>;
