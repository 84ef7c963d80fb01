use boto_core::service;

service!("sqs" as fn);

fn main() {}
