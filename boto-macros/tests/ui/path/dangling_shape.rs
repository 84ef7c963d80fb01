use boto_core::service;

service!("models/dangling.json" as acme);

fn main() {}
