//! The integration tests of boto-core, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod calls;
mod credentials;
mod discovery;
mod events;
#[cfg(feature = "http2")]
mod http2;
mod integrity;
mod paginate;
mod proxy;
mod redirects;
mod region;
mod resources;
mod resources_defined;
mod server;
mod session;
mod signing;
mod tls;
mod transport;
mod wait;
