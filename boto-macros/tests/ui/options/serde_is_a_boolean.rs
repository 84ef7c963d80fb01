use boto_core::service;

service!("sqs", operations = [SendMessage], serde = false);

fn main() {}
