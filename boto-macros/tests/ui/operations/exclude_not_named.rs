use boto_core::service;

service!("sqs", operations = [SendMessage], exclude = [ReceiveMessage]);

fn main() {}
