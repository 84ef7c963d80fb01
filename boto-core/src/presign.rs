//! Requests that are signed into their URL, for someone else to send.

use crate::{
    attempt,
    http::{HeaderMap, Method, Url},
    identify,
    pipeline::{Outbound, Plan},
    sign::post::Form,
    Result,
};
use std::{fmt, time::Duration};

/// A request that anyone may send until it expires. Whoever has the URL has the right to do this one thing, so its
/// `Debug` hides the signature.
#[derive(Clone, PartialEq, Eq)]
pub struct Presigned {
    /// The method to use.
    pub method: Method,
    /// The URL, with the signature in its query.
    pub url: Url,
    /// Headers that were signed and must be sent with the same values (`host` aside).
    pub headers: HeaderMap,
}

impl fmt::Debug for Presigned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Presigned")
            .field("method", &self.method)
            .field("host", &self.url.authority)
            .field("path", &self.url.path)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Presigned {
    /// The URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.url.fmt(f)
    }
}

/// Signs the request into its URL.
pub(crate) async fn sign(plan: &Plan<'_>, mut outbound: Outbound, expires: Duration) -> Result<Presigned> {
    attempt::presign(plan, &mut outbound, expires).await?;
    let Outbound { request, .. } = outbound;
    Ok(Presigned { method: request.method, url: request.url, headers: request.headers })
}

/// A form with which a browser uploads to S3: a POST of `multipart/form-data` to the URL, with these fields before the
/// file, which comes last and is named `file`. Its `Debug` hides the fields, which hold the signature.
#[derive(Clone, PartialEq, Eq)]
pub struct PresignedPost {
    /// Where to post.
    pub url: Url,
    /// The fields of the form, in order.
    pub fields: Vec<(String, String)>,
}

impl fmt::Debug for PresignedPost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PresignedPost").field("url", &self.url).finish_non_exhaustive()
    }
}

/// Signs the form for the address of the bucket.
pub(crate) async fn sign_post(plan: &Plan<'_>, mut outbound: Outbound, form: &Form) -> Result<PresignedPost> {
    let fields = identify::post(plan, &mut outbound, form).await?;
    let url = Url { query: String::new(), ..outbound.request.url };
    Ok(PresignedPost { url, fields })
}
