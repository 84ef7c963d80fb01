//! The typed services that the tests call.

use boto_core::service;

service!("sqs");
service!(
    "s3",
    operations = [
        AbortMultipartUpload,
        CompleteMultipartUpload,
        CopyObject,
        CreateBucket,
        CreateMultipartUpload,
        DeleteBucket,
        DeleteObject,
        DeleteObjects,
        GetBucketLocation,
        GetBucketTagging,
        GetBucketVersioning,
        GetObject,
        GetObjectTagging,
        HeadBucket,
        HeadObject,
        ListBuckets,
        ListMultipartUploads,
        ListObjects,
        ListObjectsV2,
        ListObjectVersions,
        ListParts,
        PutBucketTagging,
        PutBucketVersioning,
        PutObject,
        PutObjectTagging,
        UploadPart,
    ]
);
service!(
    "dynamodb",
    operations = [
        BatchGetItem,
        BatchWriteItem,
        CreateTable,
        DeleteItem,
        DeleteTable,
        DescribeTable,
        GetItem,
        ListTables,
        PutItem,
        Query,
        Scan,
        TransactWriteItems,
        UpdateItem,
    ]
);
service!("bedrock-runtime", operations = [ConverseStream]);
service!("kinesis", operations = [SubscribeToShard]);
service!("logs", operations = [StartLiveTail]);
