use boto_core::service;

service!("../../../../boto-macros/tests/models/acme.json" as acme, api_version = "2020-01-01");

fn main() {}
