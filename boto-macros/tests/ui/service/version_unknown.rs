use boto_core::service;

service!("sqs", api_version = "2011-01-01");

fn main() {}
