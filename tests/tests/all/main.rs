//! Everything that is tested through the public face, against real servers, in one binary.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod blocking;
mod by_hand;
mod dynamodb;
mod errors;
mod events;
mod inferred;
mod models;
mod nine;
mod refused;
mod resources;
mod roles;
mod s3;
mod signing;
mod sqs;
mod typed_resources;
