use boto_core::service;

service!("sqs", operations = [SendMessage], resources = nothing);

fn main() {}
