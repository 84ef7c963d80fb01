use boto_core::service;

service!("sqs", operations = [send_message]);

fn main() {}
