use boto_core::service;

service!("sqs", operations = [SendMessage], resources = "Queue");

fn main() {}
