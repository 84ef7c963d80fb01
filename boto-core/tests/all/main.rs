//! The integration tests of boto-core, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod calls;
mod credentials;
mod events;
#[cfg(feature = "http2")]
mod http2;
mod integrity;
mod paginate;
mod proxy;
mod region;
mod resources;
mod resources_based;
mod resources_cases;
mod resources_defined;
mod resources_found;
mod resources_many;
mod resources_schema;
mod server;
mod session;
mod tls;
mod transport;
mod wait;
