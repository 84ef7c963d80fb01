use boto_core::service;

service!("../../../../boto-macros/tests/models/endless.json" as acme);

fn main() {}
