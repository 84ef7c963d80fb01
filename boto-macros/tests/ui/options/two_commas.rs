use boto_core::service;

service!("sqs",, docs = none);

fn main() {}
