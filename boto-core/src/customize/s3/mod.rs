//! S3.

pub mod answer;
pub mod input;
pub mod redirect;
pub mod request;
