//! Tests of the settings, and the world they run in.

pub(crate) mod world;

mod config;
mod fuzz;
mod profile;
mod scenarios;
