use boto_core::service;

service!("sqs", api_version = "latest");

fn main() {}
