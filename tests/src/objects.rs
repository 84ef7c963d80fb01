//! The typed services whose resources the tests use.

use boto_core::service;

service!("sqs");
service!("s3", operations = [ListBuckets], resources = [Bucket, Object, ObjectSummary]);
service!("dynamodb", operations = [DescribeTable], resources = [Table]);
