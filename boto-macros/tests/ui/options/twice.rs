use boto_core::service;

service!("sqs", docs = none, docs = short);

fn main() {}
