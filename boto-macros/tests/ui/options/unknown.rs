use boto_core::service;

service!("sqs", operation = [SendMessage]);

fn main() {}
