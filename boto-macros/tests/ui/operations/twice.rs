use boto_core::service;

service!("sqs", operations = [SendMessage, SendMessage]);

fn main() {}
