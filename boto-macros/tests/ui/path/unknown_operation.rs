use boto_core::service;

service!("models/acme.json" as acme, operations = [Pign]);

fn main() {}
