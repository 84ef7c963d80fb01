//! The definitions for the services that boto3 covers, digested from the pinned boto3.

use super::ResourceSet;
use std::sync::OnceLock;

/// Deflated: a line per service, name and definition separated by a blank.
static PACKED: &[u8] = include_bytes!("../../models/resources.bin");

/// No definition is larger than this in sum; a limit for the inflater.
const LIMIT: usize = 4 << 20;

fn lines() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let bytes = miniz_oxide::inflate::decompress_to_vec_with_limit(PACKED, LIMIT).unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    })
}

/// The services with definitions, sorted.
pub fn services() -> impl Iterator<Item = &'static str> {
    lines().lines().filter_map(|line| Some(line.split_once(' ')?.0))
}

/// The definitions of that service.
pub fn resources(service: &str) -> Option<ResourceSet> {
    let line = lines().lines().find(|line| line.split_once(' ').is_some_and(|(name, _)| name == service))?;
    ResourceSet::parse(line.split_once(' ')?.1).ok()
}
