//! Methods of resources that no definition has, because they are more than one call: the library's own, with a face here
//! wherever the tables have what they call.

/// A group of methods that call the same operations.
pub struct ByHand {
    service: &'static str,
    kinds: &'static [&'static str],
    operations: &'static [&'static str],
    /// Which methods.
    pub methods: Methods,
}

/// The methods of a group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Methods {
    /// Uploads to S3.
    Upload,
    /// Downloads from S3.
    Download,
    /// Copies within S3.
    Copy,
    /// Writes many items to DynamoDB.
    BatchWriter,
    /// Reads all items of DynamoDB's.
    Items,
}

impl Methods {
    /// Their names.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Methods::Upload => &["upload_file", "upload_fileobj"],
            Methods::Download => &["download_file", "download_fileobj"],
            Methods::Copy => &["copy"],
            Methods::BatchWriter => &["batch_writer"],
            Methods::Items => &["items"],
        }
    }
}

const ALL: &[ByHand] = &[
    ByHand {
        service: "s3",
        kinds: &["Bucket", "Object"],
        operations: &[
            "PutObject",
            "CreateMultipartUpload",
            "UploadPart",
            "CompleteMultipartUpload",
            "AbortMultipartUpload",
        ],
        methods: Methods::Upload,
    },
    ByHand {
        service: "s3",
        kinds: &["Bucket", "Object"],
        operations: &["GetObject", "HeadObject"],
        methods: Methods::Download,
    },
    ByHand {
        service: "s3",
        kinds: &["Bucket", "Object"],
        operations: &[
            "HeadObject",
            "CopyObject",
            "CreateMultipartUpload",
            "UploadPartCopy",
            "CompleteMultipartUpload",
            "AbortMultipartUpload",
            "GetObjectTagging",
            "PutObjectTagging",
        ],
        methods: Methods::Copy,
    },
    ByHand {
        service: "dynamodb",
        kinds: &["Table"],
        operations: &["BatchWriteItem", "DeleteItem", "PutItem"],
        methods: Methods::BatchWriter,
    },
    ByHand { service: "dynamodb", kinds: &["Table"], operations: &["Scan"], methods: Methods::Items },
];

/// The groups that a resource of boto3's may have.
pub fn of(service: &str, kind: &str) -> impl Iterator<Item = &'static ByHand> {
    let (service, kind) = (service.to_owned(), kind.to_owned());
    ALL.iter().filter(move |group| group.service == service && group.kinds.contains(&kind.as_str()))
}

impl ByHand {
    /// What the methods call; `None` if the service at hand lacks some of it.
    pub fn operations(&self, has: &dyn Fn(&str) -> bool) -> Option<&'static [&'static str]> {
        self.operations.iter().all(|operation| has(operation)).then_some(self.operations)
    }
}
