//! Buckets that turn out to be in another region: learnt from the answer, remembered per bucket.

use crate::{address::Address, attempt::Failure, customize, pipeline::Plan};

/// The region to ask instead, if the answer says that the bucket is elsewhere.
pub(crate) fn region(plan: &Plan<'_>, address: &Address, failure: &Failure) -> Option<String> {
    let bucket = address.bucket.as_deref()?;
    let headers = failure.headers.as_ref()?;
    if !customize::redirects(&plan.operation.name, bucket, &failure.error, headers, &failure.body) {
        return None;
    }
    let region = customize::bucket_region(headers, &failure.body)?;
    if region == address.region || address.custom {
        return None;
    }
    plan.connection.bucket_regions().remember(bucket, &region);
    Some(region)
}
