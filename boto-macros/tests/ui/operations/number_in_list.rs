use boto_core::service;

service!("sqs", operations = [SendMessage, 7]);

fn main() {}
