use boto_core::service;

service!("sqs", operations = [ListQueues], derives = [NoSuchDerive]);

fn main() {}
