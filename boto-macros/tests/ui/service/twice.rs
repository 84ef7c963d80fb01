use boto_core::service;

service!("sqs", operations = [SendMessage]);
service!("sqs", operations = [ReceiveMessage]);

fn main() {}
