use boto_core::service;

service!("models/neighbour.json" as acme);

fn main() {}
