//! Tests of the tables through their public face.
#![cfg(feature = "import")]

mod botocore;
