use boto_core::service;

service!("../../../../boto-macros/tests/models/list.json" as acme);

fn main() {}
