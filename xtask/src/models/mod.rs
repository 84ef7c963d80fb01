//! `cargo xtask models`: makes the archive of all services from the pinned models, and shows what is in it.

mod archive;
mod dictionary;
mod digest;
mod first;
pub mod pin;
mod report;
mod show;

use std::path::{Path, PathBuf};

/// `models`, `models show SERVICE [OPERATION …]`, `models report`.
pub fn main(arguments: &[String]) -> Result<(), String> {
    match arguments.first().map(String::as_str) {
        None => digest::main(),
        Some("show") => show::main(&arguments[1..]),
        Some("report") => report::main(),
        Some(other) => Err(format!("models: no command {other:?}; there are show and report")),
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where the tables are kept.
fn models() -> PathBuf {
    root().join("boto-model/models")
}
