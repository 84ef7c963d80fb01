use boto_core::service;

service!("SQS");

fn main() {}
