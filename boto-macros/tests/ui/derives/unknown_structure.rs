use boto_core::service;

service!("sqs", operations = [SendMessage], derives = [SendMessageRequest = [Eq]]);

fn main() {}
