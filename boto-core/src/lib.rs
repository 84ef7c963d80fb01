//! An AWS SDK in the spirit of boto.

pub mod arn;
pub mod body;
#[doc(hidden)]
pub mod codec;
pub mod call;
pub mod connection;
pub mod config;
pub mod endpoint;
pub mod credentials;
pub mod customize;
pub mod error;
pub mod event;
pub mod field;
pub mod host;
pub mod http;
pub mod identity;
pub mod integrity;
#[doc(hidden)]
pub mod private;
pub mod session;
#[doc(hidden)]
pub mod protocol;
pub mod retry;
pub mod sign;
pub mod skew;
pub mod time;
pub mod typed;
pub mod user_agent;
pub mod value;

#[doc(hidden)]
pub use private as __private;

pub use boto_macros::service;
pub use body::ByteStream;
pub use error::{Error, ErrorKind, Result};
pub use identity::{Credentials, Secret, Token};
pub use time::DateTime;
pub use value::Value;

/// A boxed future, the one form in which futures cross trait objects.
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn std::future::Future<Output = T> + Send + 'a>>;
