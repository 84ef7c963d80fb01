//! Tests of the settings, and the world they run in.

pub(crate) mod world;

mod config;
mod profile;
mod scenarios;
