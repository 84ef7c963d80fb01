use boto_core::service;

service!("cognito_idp", operations = [SignUp]);

fn main() {}
