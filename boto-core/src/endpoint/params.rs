//! What the rules are asked with: the operation's own parameters, the input, the connection's settings.
//!
//! A parameter takes the first that there is of: the operation's fixed value, the input member bound to it, an
//! expression over the input, a parameter set on the connection, the built-in.

use super::{paths, Atlas, Param, Params, Resolver};
use crate::{
    error::Result,
    field::{Record, View},
};
use boto_model::{rules::Literal, Operation, Service};

/// Settings that reach the rules as built-ins.
#[derive(Clone, Debug, Default)]
pub struct Builtins<'a> {
    /// The region; without one, global services and S3 use their global endpoint.
    pub region: Option<&'a str>,
    /// `use_fips_endpoint`. Without effect together with `endpoint`.
    pub use_fips: bool,
    /// `use_dualstack_endpoint`. Without effect together with `endpoint`.
    pub use_dual_stack: bool,
    /// A custom endpoint URL.
    pub endpoint: Option<&'a str>,
    /// The account of the credentials, where they say it.
    pub account_id: Option<&'a str>,
    /// `account_id_endpoint_mode`: `preferred`, `required` or `disabled`.
    pub account_id_mode: Option<&'a str>,
    /// `sts_regional_endpoints = legacy`.
    pub sts_global: bool,
    /// The settings of S3 and S3 Control.
    pub s3: S3Settings,
    /// Whether a URL is being presigned: S3 then prefers its global endpoint, as boto always has.
    pub presign: bool,
}

/// The settings of S3 and S3 Control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct S3Settings {
    /// Where the bucket goes.
    pub addressing: Addressing,
    /// `use_accelerate_endpoint`.
    pub accelerate: bool,
    /// `use_dualstack_endpoint` for S3 alone.
    pub dual_stack: Option<bool>,
    /// `use_arn_region`; by default yes for S3 and no for S3 Control.
    pub use_arn_region: Option<bool>,
    /// `s3_disable_multiregion_access_points`.
    pub disable_multi_region_access_points: bool,
    /// `us_east_1_regional_endpoint = regional`; by default us-east-1 is the global endpoint.
    pub us_east_1_regional: bool,
    /// `s3_disable_express_session_auth`.
    pub disable_express_session_auth: Option<bool>,
}

/// Where the bucket goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addressing {
    /// Into the host where that works; into the path with custom endpoints.
    #[default]
    Auto,
    /// Into the path.
    Path,
    /// Into the host.
    Virtual,
}

/// Gathers the parameters of one call. `own` are those set on the connection by their model names
/// (`clientContextParams`).
pub fn gather(
    service: &Service,
    resolver: &Resolver,
    operation: &Operation,
    builtins: &Builtins<'_>,
    own: &Params,
    input: &dyn Record,
) -> Result<Params> {
    let mut params = Params::new();
    for fixed in &operation.static_context_params {
        if let Some(value) = literal(&fixed.value) {
            params.set(fixed.name.clone(), value);
        }
    }
    let members = operation.input.map_or(&[][..], |id| service.shape(id).members());
    for (index, member) in members.iter().enumerate() {
        if let Some(name) = &member.context_param {
            params.set_absent(name, || param_of(input.get(index, &member.name).view()));
        }
    }
    for (name, path) in &operation.operation_context_params {
        if let Some(shape) = operation.input {
            let value = paths::search(path, service, shape, input)?;
            params.set_absent(name, || value);
        }
    }
    let is_s3 = service.metadata().name == "s3";
    for (name, builtin) in resolver.builtins() {
        params.set_absent(name, || own.get(name).cloned().or_else(|| builtins.value(builtin?, is_s3, service)));
    }
    if is_s3 {
        adjust_s3(&mut params, &operation.name, builtins, own);
    }
    Ok(params)
}

/// The region to ask the rules with where none is set: global services have a pseudo region of their own.
pub fn default_region(service: &str) -> Option<&'static str> {
    GLOBAL_SERVICES.binary_search(&service).ok().map(|_| "aws-global")
}

/// The region to sign for, where the rules don't say: pseudo regions stand for their partition's global region.
pub fn signing_region(region: &str) -> &str {
    if !region.ends_with("-global") {
        return region;
    }
    match Atlas::shared().known(region) {
        Some(partition) => &partition.implicit_global_region,
        None => region,
    }
}

/// The region that a service's one endpoint in the partition of `region` signs for, where its rules don't always say.
pub fn only_region(service: &str, region: &str) -> Option<&'static str> {
    let (_, partitions) = ONE_ENDPOINT.iter().find(|(name, _)| *name == service)?;
    let partition = Atlas::shared().partition(region)?;
    partitions.contains(&&*partition.id).then_some(&*partition.implicit_global_region)
}

/// A region of the form `fips-us-east-1` or `us-east-1-fips`, which older settings use, without the `fips`.
pub fn without_fips(region: &str) -> Option<&str> {
    region.strip_prefix("fips-").or_else(|| region.strip_suffix("-fips"))
}

/// Services that work without a region, by botocore's folder names, sorted: those with a partition endpoint.
const GLOBAL_SERVICES: &[&str] = &[
    "account",
    "billingconductor",
    "budgets",
    "ce",
    "chime",
    "cloudfront",
    "codecatalyst",
    "health",
    "iam",
    "importexport",
    "networkmanager",
    "notificationscontacts",
    "organizations",
    "route53",
    "s3",
    "savingsplans",
    "shield",
    "sts",
    "support",
    "tax",
    "waf",
];

/// Services with one endpoint in each of these partitions, by the table from before endpoint rules (`endpoints.json`),
/// and no region to sign for in at least some of their rules' answers.
const ONE_ENDPOINT: &[(&str, &[&str])] = &[
    ("billingconductor", &["aws"]),
    ("chime", &["aws"]),
    ("health", &["aws", "aws-cn"]),
    ("importexport", &["aws"]),
    ("savingsplans", &["aws", "aws-iso-e", "aws-iso-f"]),
    ("shield", &["aws"]),
    ("waf", &["aws"]),
];

impl Builtins<'_> {
    fn value(&self, builtin: &str, is_s3: bool, service: &Service) -> Option<Param> {
        let s3 = &self.s3;
        Some(match builtin {
            "AWS::Region" => return self.region_of(is_s3, service).map(Param::from),
            "AWS::UseFIPS" => Param::Bool(self.use_fips && self.endpoint.is_none()),
            "AWS::UseDualStack" => {
                let own = s3.dual_stack.filter(|_| is_s3 || service.metadata().name == "s3control");
                Param::Bool(own.unwrap_or(self.use_dual_stack) && self.endpoint.is_none())
            }
            "SDK::Endpoint" => return self.endpoint.map(Param::from),
            "AWS::Auth::AccountId" => return self.account_id.map(Param::from),
            "AWS::Auth::AccountIdEndpointMode" => return self.account_id_mode.map(Param::from),
            "AWS::STS::UseGlobalEndpoint" => Param::Bool(self.sts_global),
            "AWS::S3::UseGlobalEndpoint" => Param::Bool(self.s3_is_global()),
            "AWS::S3::Accelerate" => Param::Bool(s3.accelerate),
            "AWS::S3::ForcePathStyle" => Param::Bool(self.path_style()),
            "AWS::S3::UseArnRegion" => Param::Bool(s3.use_arn_region.unwrap_or(true)),
            "AWS::S3Control::UseArnRegion" => Param::Bool(s3.use_arn_region.unwrap_or(false)),
            "AWS::S3::DisableMultiRegionAccessPoints" => Param::Bool(s3.disable_multi_region_access_points),
            "AWS::S3::DisableS3ExpressSessionAuth" => return s3.disable_express_session_auth.map(Param::Bool),
            _ => return None,
        })
    }

    fn region_of(&self, is_s3: bool, service: &Service) -> Option<&str> {
        match self.region {
            Some(region) => Some(region),
            None if is_s3 && self.s3_is_global() => Some("us-east-1"),
            None => default_region(&service.metadata().name),
        }
    }

    fn s3_is_global(&self) -> bool {
        !self.s3.us_east_1_regional && matches!(self.region, None | Some("us-east-1"))
    }

    /// Custom endpoints get path style by themselves, since most of them have no name per bucket.
    fn path_style(&self) -> bool {
        if self.s3.accelerate {
            return false;
        }
        match self.endpoint {
            Some(url) if !is_accelerate(url) => self.s3.addressing != Addressing::Virtual,
            _ => self.s3.addressing == Addressing::Path,
        }
    }
}

/// What depends on operation and bucket.
fn adjust_s3(params: &mut Params, operation: &str, builtins: &Builtins<'_>, own: &Params) {
    let bucket = params.text("Bucket").unwrap_or_default();
    let is_arn = bucket.starts_with("arn:");
    let is_express = bucket.ends_with("--x-s3") || bucket.ends_with("--xa-s3");
    let needs_path = !bucket.is_empty() && !super::functions::is_valid_host_label(bucket, false);
    // Whoever asks where a bucket is does not know its region, and a wrong one in the host would refuse the signature.
    if own.get("ForcePathStyle").is_some() {
        // What the user set on the rules themselves is for the rules to judge.
    } else if operation == "GetBucketLocation" {
        params.set("ForcePathStyle", true);
    } else if is_arn {
        params.set("ForcePathStyle", false);
    }
    let path_style = params.flag("ForcePathStyle").unwrap_or(false);
    let own_region = own.get("Region").is_some();
    if builtins.presign
        && !own_region
        && presigns_globally(builtins)
        && !needs_path
        && !path_style
        && !is_arn
        && !is_express
    {
        params.set("Region", "aws-global");
        params.set("UseGlobalEndpoint", true);
    }
}

/// Whether presigned URLs of S3 go to the global endpoint.
fn presigns_globally(builtins: &Builtins<'_>) -> bool {
    let s3 = &builtins.s3;
    let region = builtins.region.unwrap_or("us-east-1");
    Atlas::shared().partition(region).is_some_and(|p| p.id == "aws")
        && s3.dual_stack != Some(true)
        && !(s3.us_east_1_regional && region == "us-east-1")
        && s3.addressing != Addressing::Virtual
}

/// Whether a custom endpoint is S3's own accelerated one, `https://s3-accelerate[.dualstack].amazonaws.com`.
fn is_accelerate(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    matches!(scheme, "http" | "https")
        && matches!(host, "s3-accelerate.amazonaws.com" | "s3-accelerate.dualstack.amazonaws.com")
}

/// A datum of the input as a parameter.
pub(super) fn param_of(view: View<'_>) -> Option<Param> {
    Some(match view {
        View::Str(text) => Param::from(text),
        View::Bool(flag) => Param::Bool(flag),
        View::List(list) | View::Array(list) => Param::Strings(
            (0..list.len())
                .filter_map(|i| match list.get(i).view() {
                    View::Str(text) => Some(text.to_owned()),
                    _ => None,
                })
                .collect(),
        ),
        _ => return None,
    })
}

fn literal(literal: &Literal) -> Option<Param> {
    Some(match literal {
        Literal::String(text) => Param::String(text.to_string()),
        Literal::Bool(flag) => Param::Bool(*flag),
        Literal::Strings(list) => Param::Strings(list.iter().map(|s| s.to_string()).collect()),
        Literal::Int(_) => return None,
    })
}
