use boto_core::service;

service!("zzzzzzzz");

fn main() {}
