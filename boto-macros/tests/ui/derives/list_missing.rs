use boto_core::service;

service!("sqs", operations = [SendMessage], derives = [SendMessageInput = Eq]);

fn main() {}
