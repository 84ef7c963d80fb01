use boto_core::service;

service!("");

fn main() {}
