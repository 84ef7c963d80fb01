//! Buckets that turn out to be in another region: learnt from the answer, remembered per bucket.

use crate::{
    address::Address,
    attempt::Failure,
    call::Call,
    customize,
    pipeline::Plan,
    value::{Object, Value},
    BoxFuture,
};

const HEAD: &str = "HeadBucket";

/// The region to ask instead, if the answer says that the bucket is elsewhere.
pub(crate) async fn region(plan: &Plan<'_>, address: &Address, failure: &Failure) -> Option<String> {
    let bucket = address.bucket.as_deref()?;
    let headers = failure.headers.as_ref()?;
    if plan.operation.name == HEAD {
        // Told even to those who may not look into the bucket.
        if let Some(region) = customize::bucket_region(headers, &[]) {
            plan.connection.bucket_regions().remember(bucket, &region);
        }
    }
    if !customize::redirects(&plan.operation.name, bucket, &failure.error, headers, &failure.body) {
        return None;
    }
    let region = match customize::bucket_region(headers, &failure.body) {
        Some(region) => region,
        None if plan.operation.name == HEAD => return None,
        None => head(plan, bucket).await?,
    };
    if region == address.region {
        return None;
    }
    plan.connection.bucket_regions().remember(bucket, &region);
    Some(region)
}

/// The last resort: the headers that `HeadBucket` gets. If it is redirected itself, it remembers to where.
fn head<'a>(plan: &'a Plan<'_>, bucket: &'a str) -> BoxFuture<'a, Option<String>> {
    Box::pin(async move {
        let connection = plan.connection.with_operation(HEAD).ok()?;
        let call = Call::<Object, Value>::new(&connection, HEAD, Object::default()).param("Bucket", bucket);
        let told = match call.send().await {
            Ok((_, metadata)) => customize::bucket_region(&metadata.headers, &[]),
            Err(_) => None,
        };
        told.or_else(|| plan.connection.bucket_regions().get(bucket))
    })
}
