use boto_core::service;

service!("amazon sqs");

fn main() {}
