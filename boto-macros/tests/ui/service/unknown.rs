use boto_core::service;

service!("sqss");

fn main() {}
