use boto_core::service;

service!("sqs", zzz = 1);

fn main() {}
