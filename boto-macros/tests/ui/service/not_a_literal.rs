use boto_core::service;

service!(sqs);

fn main() {}
