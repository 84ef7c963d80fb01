use boto_core::service;

service!(pub);

fn main() {}
