use boto_core::service;

service!("../../../../boto-macros/tests/models/acme.json" as acme, operations = [Pign]);

fn main() {}
