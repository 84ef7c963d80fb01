use boto_core::service;

service!("models/acme.json" as acme, api_version = "2020-01-01");

fn main() {}
