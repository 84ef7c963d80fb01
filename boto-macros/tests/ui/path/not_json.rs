use boto_core::service;

service!("../../../../boto-macros/tests/models/broken.json" as acme);

fn main() {}
