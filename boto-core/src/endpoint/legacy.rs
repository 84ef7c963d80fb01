//! `endpoints.json`, the table from before endpoint rules: it still says which regions a service has, and how services
//! were signed. Endpoints themselves come from the rules.

use super::pattern::Pattern;
use crate::error::{Error, ErrorKind, Result};
use boto_model::legacy::{Endpoint, Endpoints, Partition, ServiceEndpoints, Variant};
use boto_model::Text;

/// What the table says of a service in a region.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved<'t> {
    /// The partition.
    pub partition: &'t str,
    /// The region, or the partition's endpoint where the service is not regional.
    pub endpoint_name: String,
    /// The host, complete.
    pub hostname: String,
    /// The suffix of the host.
    pub dns_suffix: &'t str,
    /// The name in certificates of old, complete.
    pub ssl_common_name: Option<String>,
    /// `https`, `http`.
    pub protocols: &'t [Text],
    /// `v4`, `s3`, `s3v4` …
    pub signature_versions: &'t [Text],
    /// The region to sign for, where it is another.
    pub scope_region: Option<&'t str>,
    /// The name to sign with, where it is another.
    pub scope_service: Option<&'t str>,
    /// Not to be used any more.
    pub deprecated: bool,
    /// The tags of the variant asked for; empty if none was.
    pub tags: &'t [Text],
    /// All variants.
    pub variants: &'t [Variant],
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'a> {
    /// The endpoint prefix.
    pub service: &'a str,
    /// The region; services that are not regional do without.
    pub region: Option<&'a str>,
    /// Only this partition.
    pub partition: Option<&'a str>,
    /// The dual-stack variant.
    pub dual_stack: bool,
    /// The FIPS variant.
    pub fips: bool,
}

/// Partitions that have no dual-stack endpoints.
const WITHOUT_DUAL_STACK: [&str; 2] = ["aws-iso", "aws-iso-b"];

/// Looks an endpoint up; `None` if no partition knows the region. Errors: no region where one is needed, and variants
/// that don't exist.
pub fn resolve<'t>(table: &'t Endpoints, question: Question<'_>) -> Result<Option<Resolved<'t>>> {
    let mut question = question;
    if question.service == "s3" && question.dual_stack && question.region.is_none() {
        question.region = Some("us-east-1");
    }
    if let Some(wanted) = question.partition {
        let Some(partition) = table.partitions.iter().find(|p| p.id == wanted) else { return Ok(None) };
        if question.dual_stack && WITHOUT_DUAL_STACK.contains(&wanted) {
            let message = format!("there are no dual-stack endpoints in the partition {wanted}");
            return Err(Error::new(ErrorKind::Endpoint, message));
        }
        return in_partition(partition, question, true);
    }
    for partition in &table.partitions {
        if question.dual_stack && WITHOUT_DUAL_STACK.contains(&&*partition.id) {
            continue;
        }
        if let Some(resolved) = in_partition(partition, question, false)? {
            return Ok(Some(resolved));
        }
    }
    Ok(None)
}

/// The regions (and, if asked for, other endpoints such as `fips-us-east-1`) of a service in a partition.
pub fn available<'t>(table: &'t Endpoints, service: &str, partition: &str, non_regional: bool) -> Vec<&'t str> {
    let Some(partition) = table.partitions.iter().find(|p| p.id == partition) else { return Vec::new() };
    let Some(service) = find(partition, service) else { return Vec::new() };
    let names = service.endpoints.iter().map(|(name, _)| name);
    names.filter(|name| non_regional || partition.regions.contains(name)).map(|name| &**name).collect()
}

fn find<'t>(partition: &'t Partition, service: &str) -> Option<&'t ServiceEndpoints> {
    partition.services.iter().find(|s| s.prefix == service)
}

fn in_partition<'t>(partition: &'t Partition, question: Question<'_>, forced: bool) -> Result<Option<Resolved<'t>>> {
    let service = find(partition, question.service);
    let partition_endpoint = service.and_then(|s| s.partition_endpoint.as_deref());
    let Some(region) = question.region.or(partition_endpoint) else {
        return Err(Error::new(ErrorKind::Config, format!("{} needs a region", question.service)));
    };
    let listed = service.is_some_and(|s| s.endpoints.iter().any(|(name, _)| name == region));
    if listed {
        return entry(partition, service, question, region).map(Some);
    }
    if !forced && !is_region_of(partition, region) {
        return Ok(None);
    }
    let name = match partition_endpoint {
        Some(endpoint) if service.is_some_and(|s| !s.regionalized) => endpoint,
        _ => region,
    };
    entry(partition, service, question, name).map(Some)
}

fn is_region_of(partition: &Partition, region: &str) -> bool {
    let by_pattern =
        || region.len() <= 63 && Pattern::parse(&partition.region_regex).is_some_and(|p| p.matches(region));
    partition.regions.iter().any(|known| known == region) || by_pattern()
}

/// The endpoint's own facts over the service's over the partition's.
fn entry<'t>(
    partition: &'t Partition,
    service: Option<&'t ServiceEndpoints>,
    question: Question<'_>,
    name: &str,
) -> Result<Resolved<'t>> {
    let own = service.and_then(|s| s.endpoints.iter().find(|(known, _)| known == name)).map(|(_, e)| e);
    let layers: Vec<&'t Endpoint> =
        own.into_iter().chain(service.map(|s| &s.defaults)).chain([&partition.defaults]).collect();
    let variants: Vec<&'t Variant> = match (question.dual_stack, question.fips) {
        (false, false) => Vec::new(),
        wanted => {
            let found: Vec<_> = layers.iter().filter_map(|layer| variant(layer, wanted)).collect();
            if found.is_empty() {
                let message = format!("{} has no such variant of its endpoint in {name}", question.service);
                return Err(Error::new(ErrorKind::Endpoint, message));
            }
            found
        }
    };
    let first = |of: &dyn Fn(&'t Endpoint) -> Option<&'t str>| layers.iter().find_map(|layer| of(layer));
    let dns_suffix = variants
        .iter()
        .find_map(|v| v.dns_suffix.as_deref())
        .or_else(|| own.and_then(|e| e.dns_suffix.as_deref()))
        .unwrap_or(&partition.dns_suffix);
    let hostname = variants.iter().find_map(|v| v.hostname.as_deref()).or_else(|| first(&|e| e.hostname.as_deref()));
    let expand = |template: &str| {
        let with_service = template.replace("{service}", question.service);
        with_service.replace("{region}", name).replace("{dnsSuffix}", dns_suffix)
    };
    // A scope of the endpoint's own counts as a whole, not member by member.
    let scope = layers.iter().find(|e| e.scope_region.is_some() || e.scope_service.is_some());
    Ok(Resolved {
        partition: &partition.id,
        endpoint_name: name.to_owned(),
        hostname: expand(hostname.unwrap_or("{service}.{region}.{dnsSuffix}")),
        dns_suffix,
        ssl_common_name: first(&|e| e.ssl_common_name.as_deref()).map(expand),
        protocols: layers.iter().find_map(|e| e.protocols.as_deref()).unwrap_or_default(),
        signature_versions: layers.iter().find_map(|e| e.signature_versions.as_deref()).unwrap_or_default(),
        scope_region: scope.and_then(|e| e.scope_region.as_deref()),
        scope_service: scope.and_then(|e| e.scope_service.as_deref()),
        deprecated: layers.iter().any(|e| e.deprecated),
        tags: variants.first().map_or(&[], |v| &v.tags),
        variants: layers.iter().find_map(|e| e.variants.as_deref()).unwrap_or_default(),
    })
}

fn variant(endpoint: &Endpoint, (dual_stack, fips): (bool, bool)) -> Option<&Variant> {
    endpoint.variants.as_deref()?.iter().find(|variant| {
        let has = |tag: &str| variant.tags.iter().any(|t| t == tag);
        has("dualstack") == dual_stack && has("fips") == fips
    })
}
