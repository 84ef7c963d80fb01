use boto_core::service;

service!("sqs", operations = [SendMessage], resources = [Quue]);

fn main() {}
