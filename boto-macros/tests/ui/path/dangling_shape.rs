use boto_core::service;

service!("../../../../boto-macros/tests/models/dangling.json" as acme);

fn main() {}
