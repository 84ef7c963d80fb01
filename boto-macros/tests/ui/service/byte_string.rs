use boto_core::service;

service!(b"sqs");

fn main() {}
