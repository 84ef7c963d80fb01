//! Tests of the tables through their public face.
#![allow(clippy::unwrap_used)]

#[cfg(feature = "archive")]
mod archive;
#[cfg(feature = "import")]
mod botocore;
#[cfg(feature = "import")]
mod smithy;
