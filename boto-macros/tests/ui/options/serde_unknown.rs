use boto_core::service;

service!("sqs", operations = [SendMessage], serde = nune);

fn main() {}
