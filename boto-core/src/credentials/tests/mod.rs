//! Tests of the providers, of the chain and of the cache. Names in the tables are those of the scenarios in botocore
//! that a row re-expresses.

mod cache;
mod files;
mod fuzz;
mod metadata;
mod roles;
mod scene;
mod secrets;
mod sso;
