use boto_core::service;

service!("dynamo");

fn main() {}
