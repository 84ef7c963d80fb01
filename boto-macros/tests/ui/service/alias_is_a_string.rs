use boto_core::service;

service!("sqs" as "queue");

fn main() {}
