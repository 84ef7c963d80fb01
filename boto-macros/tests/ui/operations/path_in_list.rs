use boto_core::service;

service!("sqs", operations = [sqs::SendMessage]);

fn main() {}
