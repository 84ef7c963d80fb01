//! The definitions that come along: those of the pinned boto3, and those of the first object layer (`models/first.txt`).

use super::ResourceSet;
use crate::Service;
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
    lines().lines().filter_map(|line| Some(line.split_once(' ')?.0)).filter(|name| !name.contains(':'))
}

/// The services that the first object layer covered, sorted.
pub fn first_services() -> impl Iterator<Item = &'static str> {
    lines().lines().filter_map(|line| line.split_once(' ')?.0.strip_suffix(":first"))
}

/// What the first object layer had for a service: collections with names of their own, and what they are of. Its tables
/// say where identifiers go.
pub fn first_resources(service: &Service) -> Option<ResourceSet> {
    let name = format!("{}:first", service.metadata().name);
    let line = lines().lines().find(|line| line.split_once(' ').is_some_and(|(known, _)| known == name))?;
    ResourceSet::read(line.split_once(' ')?.1, service).ok()
}

/// All documents that come along, each with the name of its service; those of the first object layer have `:first` behind
/// it.
pub fn documents() -> impl Iterator<Item = (&'static str, &'static str)> {
    lines().lines().filter_map(|line| line.split_once(' '))
}

/// The definitions of that service.
pub fn resources(service: &str) -> Option<ResourceSet> {
    let line = lines().lines().find(|line| line.split_once(' ').is_some_and(|(name, _)| name == service))?;
    ResourceSet::parse(line.split_once(' ')?.1).ok()
}
