use boto_core::service;

service!("ec2", operations = [DescribeInstance]);

fn main() {}
