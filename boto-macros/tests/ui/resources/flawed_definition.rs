use boto_core::service;

service!("../../../../boto-macros/tests/models/flawed.json" as acme);

fn main() {}
