use boto_core::service;

service!("models/list.json" as acme);

fn main() {}
