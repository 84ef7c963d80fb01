use boto_core::service;

service!("sqs", operations = [SendMessage], docs = shrot);

fn main() {}
