//! How a request is signed: the choice among what operation, endpoint rules and service offer and the user prefers.
//!
//! The operation comes first where it wants no signature at all, then the endpoint rules (they know of regions and
//! backends what the model does not), then the operation's list, then the service's. Where both V4 and V4a are offered,
//! V4 is taken unless the user prefers otherwise: every server that takes the one takes the other, and V4 costs a
//! hundredth.

use super::{params, AuthScheme, Endpoint};
use crate::error::{Error, ErrorKind, Result};
use boto_model::{Metadata, Operation};

/// The ways to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Not at all.
    Anonymous,
    /// Signature V4.
    V4,
    /// Signature V4a; [`AuthChoice::signing_region`] is a set of regions.
    V4a,
    /// Signature V4 with the credentials of a session with a directory bucket.
    S3Express,
    /// A bearer token.
    Bearer,
    /// Signature V2 of query services (SimpleDB).
    QueryV2,
    /// The signature S3 had before V4, for presigned URLs and POST forms.
    S3V2,
}

/// How a request is to be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthChoice {
    /// The way to sign.
    pub scheme: Scheme,
    /// The service's name in the scope.
    pub signing_name: String,
    /// The region (or, for V4a, the set of regions) in the scope; empty if nobody knows one.
    pub signing_region: String,
    /// Percent-encode the path once more.
    pub double_encode: bool,
    /// Resolve dots and slashes of the path.
    pub normalize_path: bool,
    /// Send `x-amz-content-sha256`.
    pub content_sha256_header: bool,
    /// Sign without the payload, where the connection is encrypted.
    pub unsigned_payload: bool,
}

/// What the user wants, and has.
#[derive(Clone, Debug, Default)]
pub struct Wishes<'a> {
    /// The connection's region.
    pub region: Option<&'a str>,
    /// `signature_version`: `v4`, `s3v4`, `v4a`, `s3`, `v2`, `bearer`, `unsigned`.
    pub signature_version: Option<&'a str>,
    /// `auth_scheme_preference`: `sigv4a`, `sigv4`, `httpBearerAuth`, `noAuth`, best first.
    pub preference: &'a [String],
    /// `sigv4a_signing_region_set`, joined with commas.
    pub region_set: Option<&'a str>,
    /// A bearer token was given for this very service (`AWS_BEARER_TOKEN_<SERVICE>`): it is preferred where allowed.
    pub service_token: bool,
    /// Presigning: the connection's own region is signed for, whatever the rules say, unless the bucket is an ARN.
    pub presign: bool,
    /// The bucket is an ARN.
    pub bucket_is_arn: bool,
    /// The endpoint is the user's own.
    pub custom: bool,
}

/// Signing names that sign as S3 does.
const S3_NAMES: [&str; 4] = ["s3", "s3-outposts", "s3-object-lambda", "s3express"];

/// Regions whose S3 takes signature V2, which boto presigns with there unless told otherwise.
const S3_V2_REGIONS: &[&str] = &[
    "ap-northeast-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "aws-global",
    "eu-west-1",
    "sa-east-1",
    "us-east-1",
    "us-gov-east-1",
    "us-gov-west-1",
    "us-west-1",
    "us-west-2",
];

/// Chooses. An error if nothing that is offered is known here.
pub fn choose_auth(
    metadata: &Metadata,
    operation: &Operation,
    endpoint: Option<&Endpoint>,
    wishes: &Wishes<'_>,
) -> Result<AuthChoice> {
    let offers = endpoint.map(Endpoint::auth_schemes).unwrap_or_default();
    let scheme = scheme(metadata, operation, &offers, wishes)?;
    let offer = offers.iter().find(|offer| scheme_of(&offer.name) == Some(scheme));
    let offer = offer.or(offers.first()).cloned().unwrap_or_default();
    let region = wishes.region.or(params::default_region(&metadata.name));
    let only_region = region.and_then(|region| params::only_region(&metadata.name, region));
    let signing_name = match offer.signing_name {
        Some(name) => name,
        // The one service that signs under a name which its model does not tell, by `endpoints.json`.
        None if &*metadata.name == "importexport" && only_region.is_some() => "IngestionService".to_owned(),
        None => metadata.signing_name.as_ref().unwrap_or(&metadata.endpoint_prefix).to_string(),
    };
    // S3 on Outposts, the service, is plain V4 under one of S3's names.
    let s3 = S3_NAMES.contains(&signing_name.as_str()) && metadata.service_id != "S3Outposts";
    let offered = offer.signing_region.filter(|_| !wishes.presign || wishes.bucket_is_arn);
    let own = || only_region.filter(|_| !wishes.custom).or(region.map(params::signing_region));
    let signing_region = match scheme {
        Scheme::V4a => match (wishes.region_set, offer.signing_region_set.is_empty()) {
            (Some(set), _) => set.to_owned(),
            (None, false) => offer.signing_region_set.join(","),
            (None, true) => "*".to_owned(),
        },
        _ => offered.or_else(|| own().map(str::to_owned)).unwrap_or_default(),
    };
    Ok(AuthChoice {
        scheme,
        signing_name,
        signing_region,
        double_encode: !s3 && !offer.disable_double_encoding,
        normalize_path: !s3 && !offer.disable_normalize_path,
        content_sha256_header: s3,
        unsigned_payload: operation.unsigned_payload || operation.auth_type.as_deref() == Some("v4-unsigned-body"),
    })
}

fn scheme(metadata: &Metadata, operation: &Operation, offers: &[AuthScheme], wishes: &Wishes<'_>) -> Result<Scheme> {
    let wished = wishes.signature_version;
    if matches!(wished, Some("unsigned" | "none")) || operation.auth_type.as_deref() == Some("none") {
        return Ok(Scheme::Anonymous);
    }
    let listed: &[_] = if operation.auth.is_empty() { &metadata.auth } else { &operation.auth };
    if listed.first().is_some_and(|first| first == "smithy.api#noAuth") {
        return Ok(Scheme::Anonymous);
    }
    let bearer_allowed = listed.iter().any(|name| scheme_of(name) == Some(Scheme::Bearer));
    if wishes.service_token && bearer_allowed && wished.is_none() && wishes.preference.is_empty() {
        return Ok(Scheme::Bearer);
    }
    if let Some(legacy) = legacy(metadata, offers, wishes) {
        return Ok(legacy);
    }
    let names: Vec<&str> = match (offers.is_empty(), listed.is_empty()) {
        (false, _) => offers.iter().map(|offer| offer.name.as_str()).collect(),
        (true, false) => listed.iter().map(|name| &**name).collect(),
        (true, true) => vec![operation.auth_type.as_deref().unwrap_or(&metadata.signature_version)],
    };
    let known: Vec<Scheme> = names.iter().filter_map(|name| scheme_of(name)).collect();
    let wished = wished.and_then(scheme_of).into_iter();
    let preferred = wishes.preference.iter().filter_map(|name| scheme_of(name));
    if let Some(scheme) = wished.chain(preferred).find(|scheme| known.contains(scheme)) {
        return Ok(scheme);
    }
    match known.first() {
        Some(Scheme::V4a) if known.contains(&Scheme::V4) => Ok(Scheme::V4),
        Some(scheme) => Ok(*scheme),
        None => {
            let message = format!("{} can only be signed with {}, unknown here", operation.name, names.join(", "));
            Err(Error::new(ErrorKind::Config, message))
        }
    }
}

/// The schemes that no model or rule lists any more.
fn legacy(metadata: &Metadata, offers: &[AuthScheme], wishes: &Wishes<'_>) -> Option<Scheme> {
    let wished = wishes.signature_version.map(|v| v.split('-').next().unwrap_or(v));
    match wished {
        Some("s3") => return Some(Scheme::S3V2),
        Some("v2") => return Some(Scheme::QueryV2),
        Some(_) => return None,
        None => {}
    }
    // Import/Export's model still says V2, which its only region no longer speaks.
    if metadata.name == "importexport" {
        return Some(Scheme::V4);
    }
    let in_v2_region = S3_V2_REGIONS.binary_search(&wishes.region.unwrap_or("aws-global")).is_ok();
    let needs_more = offers.first().is_some_and(|offer| scheme_of(&offer.name) != Some(Scheme::V4))
        && !offers.iter().any(|offer| scheme_of(&offer.name) == Some(Scheme::V4));
    let presigns_v2 = metadata.name == "s3" && wishes.presign && wishes.preference.is_empty();
    (presigns_v2 && in_v2_region && !needs_more).then_some(Scheme::S3V2)
}

/// The scheme of that name, as models (`aws.auth#sigv4`), rules (`sigv4`) and settings (`v4`, `s3v4`) write it.
fn scheme_of(name: &str) -> Option<Scheme> {
    let name = name.rsplit('#').next().unwrap_or(name);
    Some(match name {
        "sigv4" | "v4" | "s3v4" | "v4-query" | "s3v4-query" | "v4-unsigned-body" => Scheme::V4,
        "sigv4a" | "v4a" | "s3v4a" => Scheme::V4a,
        "sigv4-s3express" | "v4-s3express" => Scheme::S3Express,
        "httpBearerAuth" | "bearer" => Scheme::Bearer,
        "noAuth" | "none" => Scheme::Anonymous,
        "v2" => Scheme::QueryV2,
        // The models' `s3` means S3's own flavour of V4 today; as a wish of the user it means V2, see `legacy`.
        "s3" => Scheme::V4,
        _ => return None,
    })
}

/// Whether this build can sign that way.
pub fn is_available(scheme: Scheme) -> bool {
    scheme != Scheme::V4a || cfg!(feature = "sigv4a")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{value::Object, Value};

    fn service(name: &'static str, auth: &[&'static str]) -> Metadata {
        Metadata {
            name: name.into(),
            endpoint_prefix: name.into(),
            signature_version: "v4".into(),
            auth: auth.iter().map(|a| (*a).into()).collect(),
            ..Metadata::default()
        }
    }

    fn operation(auth: &[&'static str], auth_type: Option<&'static str>) -> Operation {
        let auth = auth.iter().map(|a| (*a).into()).collect();
        Operation { auth, auth_type: auth_type.map(Into::into), ..Operation::named("Do".into()) }
    }

    fn endpoint(schemes: &[&[(&str, &str)]]) -> Endpoint {
        let scheme = |members: &&[(&str, &str)]| {
            let value = |text: &str| match text.strip_prefix('[') {
                Some(list) => {
                    Value::List(list.trim_end_matches(']').split(',').map(|s| Value::String(s.into())).collect())
                }
                None => Value::String(text.into()),
            };
            Value::Map(Object(members.iter().map(|(name, text)| ((*name).to_owned(), value(text))).collect()))
        };
        let list = Value::List(schemes.iter().map(scheme).collect());
        Endpoint {
            url: crate::http::Url::default(),
            headers: Vec::new(),
            properties: Object([("authSchemes".to_owned(), list)].into()),
        }
    }

    fn chosen(metadata: &Metadata, operation: &Operation, endpoint: Option<&Endpoint>, wishes: &Wishes<'_>) -> Scheme {
        choose_auth(metadata, operation, endpoint, wishes).unwrap().scheme
    }

    #[test]
    fn operations_that_want_no_signature_get_none() {
        let metadata = service("sts", &["aws.auth#sigv4"]);
        let rules = endpoint(&[&[("name", "sigv4")]]);
        for op in [operation(&["smithy.api#noAuth"], None), operation(&[], Some("none"))] {
            assert_eq!(chosen(&metadata, &op, Some(&rules), &Wishes::default()), Scheme::Anonymous);
        }
        let wishes = Wishes { signature_version: Some("unsigned"), ..Wishes::default() };
        assert_eq!(chosen(&metadata, &operation(&[], None), None, &wishes), Scheme::Anonymous);
    }

    #[test]
    fn rules_say_name_and_region() {
        let rules = endpoint(&[&[("name", "sigv4"), ("signingName", "rules"), ("signingRegion", "us-west-2")]]);
        let wishes = Wishes { region: Some("eu-west-1"), ..Wishes::default() };
        let choice = choose_auth(&service("x", &[]), &operation(&[], None), Some(&rules), &wishes).unwrap();
        assert_eq!((&*choice.signing_name, &*choice.signing_region), ("rules", "us-west-2"));
        assert!(choice.double_encode && choice.normalize_path && !choice.content_sha256_header);
        let choice = choose_auth(&service("x", &[]), &operation(&[], None), None, &wishes).unwrap();
        assert_eq!((&*choice.signing_name, &*choice.signing_region), ("x", "eu-west-1"));
    }

    #[test]
    fn v4_before_v4a_unless_preferred() {
        let metadata = service("x", &["aws.auth#sigv4a", "aws.auth#sigv4"]);
        let op = operation(&[], None);
        assert_eq!(chosen(&metadata, &op, None, &Wishes::default()), Scheme::V4);
        let preference = ["sigv4a".to_owned()];
        let wishes = Wishes { preference: &preference, ..Wishes::default() };
        assert_eq!(chosen(&metadata, &op, None, &wishes), Scheme::V4a);
        let rules = endpoint(&[&[("name", "sigv4a"), ("signingRegionSet", "[*]"), ("signingName", "events")]]);
        let choice = choose_auth(&service("events", &[]), &op, Some(&rules), &Wishes::default()).unwrap();
        assert_eq!((choice.scheme, &*choice.signing_region), (Scheme::V4a, "*"));
    }

    #[test]
    fn bearer_where_a_token_is_given_or_preferred() {
        let metadata = service("bedrock", &["aws.auth#sigv4", "smithy.api#httpBearerAuth"]);
        let op = operation(&[], None);
        assert_eq!(chosen(&metadata, &op, None, &Wishes::default()), Scheme::V4);
        assert_eq!(chosen(&metadata, &op, None, &Wishes { service_token: true, ..Wishes::default() }), Scheme::Bearer);
        let preference = ["httpBearerAuth".to_owned()];
        assert_eq!(
            chosen(&metadata, &op, None, &Wishes { preference: &preference, ..Wishes::default() }),
            Scheme::Bearer
        );
        let plain = service("sqs", &["aws.auth#sigv4"]);
        assert_eq!(chosen(&plain, &op, None, &Wishes { service_token: true, ..Wishes::default() }), Scheme::V4);
    }

    #[test]
    fn s3_presigns_with_v2_where_boto_does() {
        let metadata = service("s3", &["aws.auth#sigv4"]);
        let op = operation(&[], None);
        let wishes =
            |region, version| Wishes { region, signature_version: version, presign: true, ..Wishes::default() };
        assert_eq!(chosen(&metadata, &op, None, &wishes(Some("us-west-2"), None)), Scheme::S3V2);
        assert_eq!(chosen(&metadata, &op, None, &wishes(None, None)), Scheme::S3V2);
        assert_eq!(chosen(&metadata, &op, None, &wishes(Some("us-east-2"), None)), Scheme::V4);
        assert_eq!(chosen(&metadata, &op, None, &wishes(Some("us-west-2"), Some("s3v4"))), Scheme::V4);
        let express = endpoint(&[&[("name", "sigv4-s3express"), ("signingName", "s3express")]]);
        assert_eq!(chosen(&metadata, &op, Some(&express), &wishes(Some("us-west-2"), None)), Scheme::S3Express);
        let choice = choose_auth(&metadata, &op, None, &wishes(Some("us-east-2"), None)).unwrap();
        assert!(!choice.double_encode && !choice.normalize_path && choice.content_sha256_header);
    }

    #[test]
    fn unknown_schemes_are_an_error_that_names_them() {
        let rules = endpoint(&[&[("name", "quantum")]]);
        let error =
            choose_auth(&service("x", &[]), &operation(&[], None), Some(&rules), &Wishes::default()).unwrap_err();
        assert!(error.message().contains("quantum"), "{error}");
    }
}
