use boto_core::service;

service!("models/broken.json" as acme);

fn main() {}
