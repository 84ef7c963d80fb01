//! The integration tests of boto-core, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod alike;
mod announced;
mod blocking;
mod calls;
mod credentials;
mod discovery;
mod events;
mod fuzz;
#[cfg(feature = "http2")]
mod http2;
mod integrity;
mod login;
mod monitoring;
mod paginate;
mod params;
mod pool;
mod proxy;
mod redirects;
mod region;
mod resources;
mod resources_based;
mod resources_by_hand;
mod resources_cases;
mod resources_defined;
mod resources_events;
mod resources_found;
mod resources_many;
mod resources_schema;
mod server;
mod session;
mod signing;
mod streams;
mod stumbling;
mod tls;
mod transfer;
mod transport;
mod typed_events;
#[cfg(feature = "http2")]
mod typed_events_both_ways;
mod wait;
mod whole_pin;
