use boto_core::service;

service!("sqs", "s3");

fn main() {}
