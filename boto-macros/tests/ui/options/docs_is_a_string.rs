use boto_core::service;

service!("sqs", operations = [SendMessage], docs = "short");

fn main() {}
