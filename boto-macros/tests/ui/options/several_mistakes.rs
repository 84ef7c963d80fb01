use boto_core::service;

service!("sqs", operations = [SendMesage], docs = loud, api = "1", resources = some);

fn main() {}
