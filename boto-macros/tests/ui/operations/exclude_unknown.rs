use boto_core::service;

service!("sqs", exclude = [SendMesage]);

fn main() {}
