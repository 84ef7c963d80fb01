use boto_core::service;

service!("sqs", operations = [SendMessage], derives = Hash);

fn main() {}
