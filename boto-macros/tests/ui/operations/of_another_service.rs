use boto_core::service;

service!("sqs", operations = [GetObject]);

fn main() {}
