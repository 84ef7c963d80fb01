//! Checking responses while they flow.

use super::{Algorithm, Checksum};
use crate::{
    body::{BoxStream, ByteStream},
    http::HeaderMap,
    Error, ErrorKind, Result,
};
use base64::{engine::general_purpose::STANDARD, Engine};
use bytes::Bytes;
use futures_core::Stream;
use std::{
    pin::Pin,
    task::{Context, Poll},
};

/// A body that compares itself, at its end, with a checksum the response names in its headers: one of `algorithms`
/// (the operation's `responseAlgorithms`) in our order of preference, or `x-amz-crc32`, which DynamoDB sends. Without
/// such a header the body comes back as it was. Checksums of S3's multipart objects that end in `-N` are made from the
/// checksums of the parts, so they say nothing about the bytes and are passed over.
///
/// A mismatch is an [`ErrorKind::Stream`] error (worth another attempt) in place of the end of the body.
pub fn verify(headers: &HeaderMap, algorithms: &[impl AsRef<str>], body: ByteStream) -> ByteStream {
    let Some((algorithm, expected)) = expected(headers, algorithms) else { return body };
    let length = body.length();
    let stream = match body.open() {
        Ok(stream) => stream,
        Err(_) => return body, // whoever reads it gets the same error
    };
    let checksum = Some(Checksum::new(algorithm));
    let stream: BoxStream = Box::pin(Verified { stream, algorithm, checksum, expected });
    ByteStream::from_transport(stream, length)
}

/// The algorithm to check with, and the value to come to.
fn expected(headers: &HeaderMap, algorithms: &[impl AsRef<str>]) -> Option<(Algorithm, Vec<u8>)> {
    for algorithm in Algorithm::ALL {
        if !algorithms.iter().any(|a| a.as_ref().eq_ignore_ascii_case(algorithm.name())) {
            continue;
        }
        let Some(value) = headers.get(algorithm.header()) else { continue };
        if value.as_bytes().contains(&b'-') {
            continue;
        }
        // A header that is not base64 cannot match: it is compared as the bytes it is.
        let bytes = STANDARD.decode(value.as_bytes()).unwrap_or_else(|_| value.as_bytes().to_vec());
        return Some((algorithm, bytes));
    }
    let crc: u32 = headers.get("x-amz-crc32")?.to_str().ok()?.trim().parse().ok()?;
    Some((Algorithm::Crc32, crc.to_be_bytes().to_vec()))
}

struct Verified {
    stream: BoxStream,
    algorithm: Algorithm,
    /// `None` once the end has been seen.
    checksum: Option<Checksum>,
    expected: Vec<u8>,
}

impl Stream for Verified {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let Some(checksum) = &mut this.checksum else { return Poll::Ready(None) };
        match this.stream.as_mut().poll_next(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Some(Ok(chunk))) => {
                checksum.update(&chunk);
                Poll::Ready(Some(Ok(chunk)))
            }
            Poll::Ready(Some(Err(error))) => {
                this.checksum = None;
                Poll::Ready(Some(Err(error)))
            }
            Poll::Ready(None) => {
                let actual = this.checksum.take().map(Checksum::bytes).unwrap_or_default();
                if actual == this.expected {
                    return Poll::Ready(None);
                }
                let message = format!(
                    "checksum mismatch: the response announced {} {}, its body has {}",
                    this.algorithm.name(),
                    STANDARD.encode(&this.expected),
                    STANDARD.encode(actual)
                );
                Poll::Ready(Some(Err(Error::new(ErrorKind::Stream, message).with_retryable(true, false))))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn check(headers: &[(&str, &str)], algorithms: &[&str]) -> Result<Bytes> {
        let headers = headers.iter().map(|(n, v)| (n.parse().unwrap(), v.parse().unwrap())).collect();
        verify(&headers, algorithms, ByteStream::from("hello world")).collect().await
    }

    #[tokio::test]
    async fn a_right_checksum_passes_and_a_wrong_one_names_both() {
        let all = ["CRC32", "SHA256"];
        assert_eq!(check(&[("x-amz-checksum-crc32", "DUoRhQ==")], &all).await.unwrap(), "hello world");
        let error = check(&[("x-amz-checksum-crc32", "AAAAAA==")], &all).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "checksum mismatch: the response announced CRC32 AAAAAA==, its body has DUoRhQ=="
        );
        assert!(error.is_retryable());
        assert!(check(&[("x-amz-checksum-crc32", "nonsense!")], &all).await.is_err());
    }

    #[tokio::test]
    async fn composite_unasked_and_absent_checksums_are_passed_over() {
        assert!(check(&[("x-amz-checksum-crc32", "AAAAAA==-3")], &["CRC32"]).await.is_ok());
        assert!(check(&[("x-amz-checksum-crc32", "AAAAAA==")], &["SHA1"]).await.is_ok());
        assert!(check(&[], &["CRC32"]).await.is_ok());
    }

    #[tokio::test]
    async fn dynamodb_says_it_in_decimal() {
        assert!(check(&[("x-amz-crc32", "222957957")], &[]).await.is_ok());
        assert!(check(&[("x-amz-crc32", "1")], &[]).await.is_err());
    }
}
