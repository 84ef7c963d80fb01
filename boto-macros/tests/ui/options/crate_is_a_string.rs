use boto_core::service;

service!("sqs", operations = [SendMessage], crate = "boto_core");

fn main() {}
