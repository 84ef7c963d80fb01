//! The folders in which programs and users keep models and definitions of their own.

use super::{expand, Config};
use std::path::PathBuf;

/// Those of the program first, then those of `AWS_DATA_PATH`, then `~/.aws/models`.
pub(crate) fn folders(config: &Config, own: &[PathBuf]) -> Vec<PathBuf> {
    let set: Vec<PathBuf> = config.data_path().map(|path| std::env::split_paths(path).collect()).unwrap_or_default();
    let all = own.iter().cloned().chain(set).chain([PathBuf::from("~/.aws/models")]);
    all.filter(|folder| !folder.as_os_str().is_empty()).map(|folder| expand(&**config.host(), &folder)).collect()
}
