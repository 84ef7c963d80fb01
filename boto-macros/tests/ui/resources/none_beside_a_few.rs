use boto_core::service;

service!("sqs", operations = [SendMessage]);

fn takes(_: &sqs::Queue) {}

fn main() {}
