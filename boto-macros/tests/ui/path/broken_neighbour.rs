use boto_core::service;

service!("../../../../boto-macros/tests/models/neighbour.json" as acme);

fn main() {}
