use boto_core::service;

service!("sqs", operations = [SendMessage], resources = [Queue, Queue]);

fn main() {}
