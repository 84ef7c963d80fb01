use boto_core::service;

service!("sqs", operations = [SendMessage], resources = [1]);

fn main() {}
