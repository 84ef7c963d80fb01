//! The definitions that come along: those of the pinned boto3, and those of the first object layer (`models/first.txt`).

use super::ResourceSet;
use crate::{
    document::{Json, Node},
    Service,
};
use std::sync::OnceLock;

/// Deflated: a line per service, name and definition separated by a blank.
static PACKED: &[u8] = include_bytes!("../../models/resources.bin");

/// What boto3 has in code and not in its definitions, as far as definitions can say it.
const BY_HAND: &str = include_str!("by_hand.json");

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

/// The definitions of that service, with what boto3 adds to them by hand.
pub fn resources(service: &str) -> Option<ResourceSet> {
    let line = lines().lines().find(|line| line.split_once(' ').is_some_and(|(name, _)| name == service))?;
    let mut set = ResourceSet::parse(line.split_once(' ')?.1).ok()?;
    let Some(by_hand) = by_hand(service) else { return Some(set) };
    for more in std::iter::once(by_hand.service).chain(by_hand.resources) {
        let mut all = std::iter::once(&mut set.service).chain(&mut set.resources);
        let Some(known) = all.find(|known| known.name == more.name) else { continue };
        known.load = known.load.take().or(more.load);
        known.actions.retain(|action| !more.actions.iter().any(|other| other.name == action.name));
        known.actions.extend(more.actions);
        known.actions.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Some(set)
}

fn by_hand(service: &str) -> Option<ResourceSet> {
    if !BY_HAND.contains(service) {
        return None;
    }
    let all = Json::parse(BY_HAND.as_bytes()).ok()?;
    ResourceSet::of(Node::root(&all).get(service)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_boto3_has_in_code_stands_beside_what_it_has_in_definitions() {
        let s3 = resources("s3").unwrap();
        assert_eq!(s3.resource("Bucket").unwrap().load.as_ref().unwrap().operation, "ListBuckets");
        assert_eq!(s3.resource("ObjectSummary").unwrap().load.as_ref().unwrap().operation, "HeadObject");
        assert_eq!(s3.resource("Object").unwrap().load.as_ref().unwrap().operation, "HeadObject");
        let ec2 = resources("ec2").unwrap();
        let actions: Vec<_> = ec2.resource("Instance").unwrap().actions.iter().map(|a| a.name.as_str()).collect();
        let tags: Vec<_> = ec2.service.actions.iter().filter(|action| action.name == "CreateTags").collect();
        assert!(tags.len() == 1 && tags[0].resource.is_some());
        assert!(actions.is_sorted() && actions.contains(&"DeleteTags") && actions.contains(&"CreateTags"));
        assert!(by_hand("sqs").is_none());
    }
}
