use boto_core::service;

service!("sqs", operations);

fn main() {}
