//! The integration tests of boto-core, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod events;
mod integrity;
mod proxy;
mod server;
mod tls;
mod transport;
