use boto_core::service;

service!("sqs", operations = [SendMessage ReceiveMessage]);

fn main() {}
