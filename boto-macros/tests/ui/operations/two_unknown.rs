use boto_core::service;

service!("s3", operations = [GetObjct, PutObject, ListObjcts]);

fn main() {}
