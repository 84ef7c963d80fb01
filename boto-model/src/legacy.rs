//! `endpoints.json`, the table from before endpoint rules: still the source of the regions of a service and of the
//! defaults of signing.

#[cfg(feature = "import")]
use crate::pack::Out;
#[cfg(feature = "archive")]
use crate::pack::Reader;
use crate::Text;

/// The endpoints of all partitions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Endpoints {
    /// In the order of the file; the first is the default.
    pub partitions: Box<[Partition]>,
}

/// A partition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partition {
    /// `aws`, `aws-cn` …
    pub id: Text,
    /// `partitionName`: `AWS Standard`.
    pub name: Text,
    /// `dnsSuffix`.
    pub dns_suffix: Text,
    /// The regular expression of its regions.
    pub region_regex: Text,
    /// The regions.
    pub regions: Box<[Text]>,
    /// What holds unless a service or endpoint says otherwise.
    pub defaults: Endpoint,
    /// The services, by endpoint prefix, in the order of the file.
    pub services: Box<[ServiceEndpoints]>,
}

/// The endpoints of a service within a partition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceEndpoints {
    /// The endpoint prefix, `access-analyzer`.
    pub prefix: Text,
    /// `partitionEndpoint`: the endpoint for regions that have none.
    pub partition_endpoint: Option<Text>,
    /// `isRegionalized`; true unless the file says otherwise.
    pub regionalized: bool,
    /// What holds for its endpoints unless they say otherwise.
    pub defaults: Endpoint,
    /// The endpoints: a region or a name like `fips-us-east-1`, and what is particular there.
    pub endpoints: Box<[(Text, Endpoint)]>,
}

/// What is said of an endpoint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Endpoint {
    /// A template: `{service}.{region}.{dnsSuffix}`.
    pub hostname: Option<Text>,
    /// `dnsSuffix`.
    pub dns_suffix: Option<Text>,
    /// `sslCommonName`.
    pub ssl_common_name: Option<Text>,
    /// `protocols`: `https`, `http`.
    pub protocols: Option<Box<[Text]>>,
    /// `signatureVersions`.
    pub signature_versions: Option<Box<[Text]>>,
    /// `credentialScope.region`.
    pub scope_region: Option<Text>,
    /// `credentialScope.service`.
    pub scope_service: Option<Text>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `variants`: FIPS, dual stack and both.
    pub variants: Option<Box<[Variant]>>,
}

/// A variant of an endpoint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variant {
    /// `fips`, `dualstack`.
    pub tags: Box<[Text]>,
    /// A template.
    pub hostname: Option<Text>,
    /// `dnsSuffix`.
    pub dns_suffix: Option<Text>,
}

/// Reads what [`write`](fn@write) made; `None` if the bytes are corrupt.
#[cfg(feature = "archive")]
pub(crate) fn read(r: &mut Reader<'_>) -> Option<Endpoints> {
    let partitions = r.list(|r| {
        Some(Partition {
            id: r.text()?,
            name: r.text()?,
            dns_suffix: r.text()?,
            region_regex: r.text()?,
            regions: r.texts()?,
            defaults: read_endpoint(r)?,
            services: r.list(|r| {
                let flags = r.byte()?;
                Some(ServiceEndpoints {
                    prefix: r.text()?,
                    partition_endpoint: r.text_if(flags & 1 != 0)?,
                    regionalized: flags & 2 != 0,
                    defaults: read_endpoint(r)?,
                    endpoints: r.list(|r| Some((r.text()?, read_endpoint(r)?)))?,
                })
            })?,
        })
    })?;
    Some(Endpoints { partitions })
}

#[cfg(feature = "archive")]
fn read_endpoint(r: &mut Reader<'_>) -> Option<Endpoint> {
    let flags = r.varint()?;
    let has = |bit: u32| flags >> bit & 1 != 0;
    Some(Endpoint {
        hostname: r.text_if(has(0))?,
        dns_suffix: r.text_if(has(1))?,
        ssl_common_name: r.text_if(has(2))?,
        protocols: if has(3) { Some(r.texts()?) } else { None },
        signature_versions: if has(4) { Some(r.texts()?) } else { None },
        scope_region: r.text_if(has(5))?,
        scope_service: r.text_if(has(6))?,
        deprecated: has(7),
        variants: if has(8) { Some(r.list(read_variant)?) } else { None },
    })
}

#[cfg(feature = "archive")]
fn read_variant(r: &mut Reader<'_>) -> Option<Variant> {
    let flags = r.byte()?;
    Some(Variant { tags: r.texts()?, hostname: r.text_if(flags & 1 != 0)?, dns_suffix: r.text_if(flags & 2 != 0)? })
}

/// Packs the table, as it stands in the archive.
#[cfg(feature = "import")]
pub fn write(endpoints: &Endpoints) -> Vec<u8> {
    let mut out = Out::default();
    out.record(|out| {
        out.list(&endpoints.partitions, |out, p| {
            [&p.id, &p.name, &p.dns_suffix, &p.region_regex].into_iter().for_each(|t| out.text(t));
            out.texts(&p.regions);
            write_endpoint(out, &p.defaults);
            out.list(&p.services, |out, s| {
                out.byte(u8::from(s.partition_endpoint.is_some()) | u8::from(s.regionalized) << 1);
                out.text(&s.prefix);
                s.partition_endpoint.iter().for_each(|e| out.text(e));
                write_endpoint(out, &s.defaults);
                out.list(&s.endpoints, |out, (name, endpoint)| {
                    out.text(name);
                    write_endpoint(out, endpoint);
                });
            });
        });
    })
}

#[cfg(feature = "import")]
fn write_endpoint(out: &mut Out, e: &Endpoint) {
    let flags = [
        e.hostname.is_some(),
        e.dns_suffix.is_some(),
        e.ssl_common_name.is_some(),
        e.protocols.is_some(),
        e.signature_versions.is_some(),
        e.scope_region.is_some(),
        e.scope_service.is_some(),
        e.deprecated,
        e.variants.is_some(),
    ];
    out.varint(flags.iter().enumerate().map(|(bit, set)| u64::from(*set) << bit).sum());
    e.hostname.iter().chain(&e.dns_suffix).chain(&e.ssl_common_name).for_each(|t| out.text(t));
    e.protocols.iter().chain(&e.signature_versions).for_each(|list| out.texts(list));
    e.scope_region.iter().chain(&e.scope_service).for_each(|t| out.text(t));
    if let Some(variants) = &e.variants {
        out.list(variants, |out, v| {
            out.byte(u8::from(v.hostname.is_some()) | u8::from(v.dns_suffix.is_some()) << 1);
            out.texts(&v.tags);
            v.hostname.iter().chain(&v.dns_suffix).for_each(|t| out.text(t));
        });
    }
}
