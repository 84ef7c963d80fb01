//! Tests of the providers, of the chain and of the cache. Names in the tables are those of the scenarios in botocore
//! that a row re-expresses.

mod cache;
mod chain;
mod files;
mod fuzz;
mod kept;
mod login;
mod metadata;
mod roles;
mod scene;
mod secrets;
mod sso;
mod tokens;
