use boto_core::service;

service!("sqs", operations = [Xyzzy]);

fn main() {}
