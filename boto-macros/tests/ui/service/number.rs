use boto_core::service;

service!(7);

fn main() {}
