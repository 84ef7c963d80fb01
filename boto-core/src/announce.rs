//! What a request says of itself, in its user agent: written last, for the credentials that sign it belong to it.

use crate::{
    endpoint::auth::Scheme,
    feature::{Feature, Features},
    http::{HeaderMap, HeaderValue},
    integrity::{Algorithm, Settings, When},
    pipeline::{Outbound, Plan},
    retry, user_agent, Error, ErrorKind, Result,
};
use ::http::header::USER_AGENT;
use boto_model::Protocol;
use std::borrow::Cow;

/// Writes the user agent, unless the caller brought one. `who` are the numbers of the credentials or the token.
pub(crate) fn announce(plan: &Plan<'_>, outbound: &mut Outbound, who: Features) -> Result<()> {
    if plan.options.headers.iter().any(|(name, _)| name == USER_AGENT) {
        return Ok(());
    }
    let features = features(plan, outbound).and(who);
    let agent = match &plan.config {
        Cow::Borrowed(config) => plan.connection.user_agent(config).render(features),
        Cow::Owned(config) => user_agent::of(config, &**plan.connection.session().host()).render(features),
    };
    let value = HeaderValue::try_from(agent)
        .map_err(|_| Error::new(ErrorKind::Config, "the user agent holds characters that a header cannot"))?;
    outbound.request.headers.insert(USER_AGENT, value);
    Ok(())
}

/// What the call makes use of.
fn features(plan: &Plan<'_>, outbound: &Outbound) -> Features {
    let address = &outbound.address;
    let mut features = plan.options.features.and(address.features).and(outbound.features);
    features.add(match retry::Mode::from_name(plan.config.retry_mode()) {
        Some(retry::Mode::Legacy) => Feature::RetryModeLegacy,
        Some(retry::Mode::Adaptive) => Feature::RetryModeAdaptive,
        _ => Feature::RetryModeStandard,
    });
    if outbound.applied.given {
        features = features.and(given(&outbound.request.headers));
    } else if let Some(algorithm) = outbound.applied.algorithm {
        features.add(of_algorithm(algorithm));
    }
    for (feature, used) in [
        (Feature::ProtocolRpcV2Cbor, plan.protocol == Protocol::RpcV2Cbor),
        (Feature::Sigv4aSigning, address.auth.scheme == Scheme::V4a),
        (Feature::S3ExpressBucket, address.auth.scheme == Scheme::S3Express),
    ] {
        if used {
            features.add(feature);
        }
    }
    features
}

/// When checksums are computed and checked.
pub(crate) fn of_settings(settings: &Settings) -> Features {
    let request = match settings.request {
        When::Required => Feature::ChecksumsReqWhenRequired,
        When::Supported => Feature::ChecksumsReqWhenSupported,
    };
    let response = match settings.response {
        When::Required => Feature::ChecksumsResWhenRequired,
        When::Supported => Feature::ChecksumsResWhenSupported,
    };
    Features::NONE.with(request).with(response)
}

/// The algorithms of checksums that the caller brought, those we cannot compute ourselves too.
fn given(headers: &HeaderMap) -> Features {
    let names = headers.keys().filter_map(|name| name.as_str().strip_prefix("x-amz-checksum-"));
    names.fold(Features::NONE, |all, name| match name {
        "xxhash3" => all.with(Feature::ChecksumsReqXxhash3),
        "xxhash64" => all.with(Feature::ChecksumsReqXxhash64),
        "xxhash128" => all.with(Feature::ChecksumsReqXxhash128),
        name => Algorithm::from_name(name).map_or(all, |algorithm| all.with(of_algorithm(algorithm))),
    })
}

fn of_algorithm(algorithm: Algorithm) -> Feature {
    match algorithm {
        Algorithm::Crc32 => Feature::ChecksumsReqCrc32,
        Algorithm::Crc32c => Feature::ChecksumsReqCrc32c,
        Algorithm::Crc64Nvme => Feature::ChecksumsReqCrc64,
        Algorithm::Sha1 => Feature::ChecksumsReqSha1,
        Algorithm::Sha256 => Feature::ChecksumsReqSha256,
        Algorithm::Sha512 => Feature::ChecksumsReqSha512,
        Algorithm::Md5 => Feature::ChecksumsReqMd5,
    }
}
