use boto_core::service;

service!("models/nowhere.json" as acme);

fn main() {}
