use boto_core::service;

service!("sqs", operations = [SendMesage]);

fn main() {}
