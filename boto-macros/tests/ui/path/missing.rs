use boto_core::service;

service!("../../../../boto-macros/tests/models/nowhere.json" as acme);

fn main() {}
