use boto_core::service;

service!("sqs" as);

fn main() {}
