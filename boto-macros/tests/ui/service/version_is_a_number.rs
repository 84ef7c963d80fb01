use boto_core::service;

service!("sqs", api_version = 2012);

fn main() {}
