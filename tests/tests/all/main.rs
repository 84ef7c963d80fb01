//! Everything that is tested through the public face, against real servers, in one binary.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod blocking;
mod dynamodb;
mod errors;
mod models;
mod refused;
mod resources;
mod s3;
mod sqs;
mod typed_resources;
