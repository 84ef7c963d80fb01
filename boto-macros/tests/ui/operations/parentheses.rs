use boto_core::service;

service!("sqs", operations = (SendMessage));

fn main() {}
