//! The files that are not about one service: `partitions.json` and `endpoints.json`.

use super::{Invalid, Json};
use crate::document::{Node, Read};
use crate::legacy::{self, Endpoint, Endpoints, ServiceEndpoints, Variant};
use crate::rules::{Partition, Partitions};
use crate::Text;

/// Reads `partitions.json`.
///
/// # Errors
/// Where it is malformed.
pub fn partitions(document: &Json) -> Result<Partitions, Invalid> {
    let root = Node::root(document);
    let Some(partitions) = root.get("partitions") else { return Err(root.error("partitions is missing")) };
    let partitions = partitions.items()?.map(partition).collect::<Read<_>>()?;
    Ok(Partitions { partitions })
}

fn partition(node: Node<'_>) -> Read<Partition> {
    let outputs = node.get("outputs").ok_or_else(|| node.error("outputs is missing"))?;
    let text = |key: &str| outputs.text_of(key).map(Option::unwrap_or_default);
    Ok(Partition {
        id: node.required("id")?,
        region_regex: node.required("regionRegex")?,
        dns_suffix: text("dnsSuffix")?,
        dual_stack_dns_suffix: text("dualStackDnsSuffix")?,
        implicit_global_region: text("implicitGlobalRegion")?,
        supports_fips: outputs.flag("supportsFIPS")?,
        supports_dual_stack: outputs.flag("supportsDualStack")?,
        regions: keys(&node, "regions")?,
    })
}

fn keys(node: &Node<'_>, key: &str) -> Read<Box<[Text]>> {
    let Some(object) = node.get(key) else { return Ok(Box::default()) };
    let keys = object.entries()?.map(|(name, _)| name.to_owned().into()).collect();
    Ok(keys)
}

/// Reads `endpoints.json`.
///
/// # Errors
/// Where it is malformed.
pub fn endpoints(document: &Json) -> Result<Endpoints, Invalid> {
    let root = Node::root(document);
    let Some(partitions) = root.get("partitions") else { return Err(root.error("partitions is missing")) };
    let partitions = partitions.items()?.map(legacy_partition).collect::<Read<_>>()?;
    Ok(Endpoints { partitions })
}

fn legacy_partition(node: Node<'_>) -> Read<legacy::Partition> {
    let services = match node.get("services") {
        Some(services) => services.entries()?.map(|(name, s)| service(name, s)).collect::<Read<_>>()?,
        None => Box::default(),
    };
    Ok(legacy::Partition {
        id: node.required("partition")?,
        name: node.text_of("partitionName")?.unwrap_or_default(),
        dns_suffix: node.required("dnsSuffix")?,
        region_regex: node.text_of("regionRegex")?.unwrap_or_default(),
        regions: keys(&node, "regions")?,
        defaults: node.get("defaults").map_or(Ok(Endpoint::default()), endpoint)?,
        services,
    })
}

fn service(prefix: &str, node: Node<'_>) -> Read<ServiceEndpoints> {
    let endpoints = match node.get("endpoints") {
        Some(endpoints) => {
            endpoints.entries()?.map(|(name, e)| Ok((name.to_owned().into(), endpoint(e)?))).collect::<Read<_>>()?
        }
        None => Box::default(),
    };
    Ok(ServiceEndpoints {
        prefix: prefix.to_owned().into(),
        partition_endpoint: node.text_of("partitionEndpoint")?,
        regionalized: node.get("isRegionalized").map_or(Ok(true), |r| r.boolean())?,
        defaults: node.get("defaults").map_or(Ok(Endpoint::default()), endpoint)?,
        endpoints,
    })
}

fn endpoint(node: Node<'_>) -> Read<Endpoint> {
    let scope = node.get("credentialScope");
    let scope_of = |key: &str| scope.as_ref().map_or(Ok(None), |s| s.text_of(key));
    Ok(Endpoint {
        hostname: node.text_of("hostname")?,
        dns_suffix: node.text_of("dnsSuffix")?,
        ssl_common_name: node.text_of("sslCommonName")?,
        protocols: node.get("protocols").map(|p| p.texts()).transpose()?,
        signature_versions: node.get("signatureVersions").map(|p| p.texts()).transpose()?,
        scope_region: scope_of("region")?,
        scope_service: scope_of("service")?,
        deprecated: node.flag("deprecated")?,
        variants: match node.get("variants") {
            Some(variants) => Some(variants.items()?.map(variant).collect::<Read<_>>()?),
            None => None,
        },
    })
}

fn variant(node: Node<'_>) -> Read<Variant> {
    Ok(Variant {
        tags: node.texts_of("tags")?,
        hostname: node.text_of("hostname")?,
        dns_suffix: node.text_of("dnsSuffix")?,
    })
}
