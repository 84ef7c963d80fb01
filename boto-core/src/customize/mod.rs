//! What is special about single services: ONE visible table, one file per service.
//!
//! The tables of `boto-model` say nearly all there is to say about a service. What they cannot say stands here, a row
//! each: for which operations, at which [`Stage`] of a call, what is done, why, and where that is written. A row's
//! function and the test that proves it carry the row's name. botocore keeps the same facts in its list of handlers.

mod alias;
mod apigateway;
mod base64_text;
mod cloudformation;
mod cloudsearchdomain;
mod cross_region;
mod dynamodb;
mod general;
mod glacier;
mod iam;
mod machinelearning;
mod overlay;
mod polly;
mod route53;
mod s3;
mod s3control;
mod sso_oidc;
mod stage;
#[cfg(test)]
mod testing;
mod xml_root;

pub use cross_region::{CrossRegion, Presigner};
pub use overlay::Overlay;
pub use s3::redirect::{bucket_region, redirects, BucketRegions};
pub use stage::{Incoming, Input, Notes, Outgoing, Output, Stage};

use crate::{http::Request, Error, Result};
use boto_model::Metadata;
use Stage::{Addressed, Body, Decoded, Encoded, Fault, Prepare, Presigned, Received};

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// The service id in lower case with hyphens; `*` for every service.
    pub service: &'static str,
    /// The operations; none for all of the service.
    pub operations: &'static [&'static str],
    /// The name of the function and of its test.
    pub name: &'static str,
    /// When, and what.
    pub stage: Stage,
    /// Why.
    pub reason: &'static str,
}

macro_rules! table {
    ($($service:literal $operations:tt $stage:ident($($module:ident)::+) $reason:literal;)*) => {
        &[$(Row {
            service: $service,
            operations: &$operations,
            name: last_segment(stringify!($($module)::+)),
            stage: Stage::$stage($($module)::+),
            reason: $reason,
        }),*]
    };
}

/// The table, sorted by service. Rows of one service and stage run in this order.
#[rustfmt::skip]
pub const TABLE: &[Row] = table! {
    "*" [] Encoded(general::recursion_header)
        "a function that calls itself through AWS is stopped by its trace id: \
         https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html";
    "*" [] Encoded(general::discovery_version)
        "operations that answer endpoint discovery want the api version in a header: \
         https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoint-discovery.html";
    "api-gateway" [] Encoded(apigateway::accept_json)
        "answers in HAL unless asked for plain JSON: \
         https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html";
    "auto-scaling" ["CreateLaunchConfiguration"] Prepare(base64_text::user_data)
        "takes text, but wants it in base64: \
         https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateLaunchConfiguration.html";
    "cloudformation" ["GetTemplate"] Decoded(cloudformation::template_body)
        "a template in JSON is given as text: \
         https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html";
    "cloudsearch-domain" ["Search"] Encoded(cloudsearchdomain::search_by_post)
        "queries outgrow what a URL may hold: \
         https://docs.aws.amazon.com/cloudsearch/latest/developerguide/search-api.html";
    "cloudsearch-domain" ["Search"] Prepare(alias::return_fields)
        "boto calls the member `return` by another name, for that is a keyword";
    "cloudwatch-logs" ["CreateExportTask"] Prepare(alias::from_time)
        "boto calls the member `from` by another name, for that is a keyword";
    "docdb" ["CopyDBClusterSnapshot", "CreateDBCluster"] CrossRegion(cross_region::RDS)
        "the source region trusts a presigned URL only: \
         https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CopyDBClusterSnapshot.html";
    "dynamodb" [] Received(dynamodb::crc32)
        "answers carry their checksum: \
         https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html";
    "ec2" [] Prepare(alias::filters)
        "the model calls the member `Filter` in some operations and `Filters` in others";
    "ec2" ["CopySnapshot"] CrossRegion(cross_region::EC2)
        "encrypted snapshots are copied on the word of a presigned URL: \
         https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html";
    "ec2" ["GetConsoleOutput"] Decoded(base64_text::console_output)
        "answers text in base64, which the model calls a string: \
         https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html";
    "ec2" ["RunInstances"] Prepare(base64_text::user_data)
        "takes text, but wants it in base64: \
         https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html";
    "glacier" [] Prepare(glacier::account_id)
        "every path begins with an account; `-` is the caller's own: \
         https://docs.aws.amazon.com/amazonglacier/latest/dev/api-archive-post.html";
    "glacier" [] Encoded(glacier::version_header)
        "refuses requests without the version of the API: \
         https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html";
    "glacier" ["UploadArchive", "UploadMultipartPart"] Body(glacier::tree_hash)
        "wants the SHA-256 of the body, whole and as a tree of mebibytes: \
         https://docs.aws.amazon.com/amazonglacier/latest/dev/checksum-calculations.html";
    "iam" [] Decoded(iam::policy_documents)
        "policies are answered as url-encoded JSON: \
         https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html";
    "machine-learning" ["Predict"] Addressed(machinelearning::predict_host)
        "each model answers at a host of its own: \
         https://docs.aws.amazon.com/machine-learning/latest/APIReference/API_Predict.html";
    "neptune" ["CopyDBClusterSnapshot", "CreateDBCluster"] CrossRegion(cross_region::RDS)
        "the source region trusts a presigned URL only: \
         https://docs.aws.amazon.com/neptune/latest/apiref/API_CopyDBClusterSnapshot.html";
    "polly" ["SynthesizeSpeech"] Presigned(polly::speech_by_get)
        "a URL of speech is for players, which know GET only: \
         https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html";
    "rds" ["CopyDBClusterSnapshot", "CopyDBSnapshot", "CreateDBCluster", "CreateDBInstanceReadReplica",
        "StartDBInstanceAutomatedBackupsReplication"] CrossRegion(cross_region::RDS)
        "the source region trusts a presigned URL only: \
         https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html";
    "route-53" [] Prepare(route53::trim_ids)
        "answers ids as paths (`/hostedzone/Z1`) and takes them without: \
         https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html";
    "s3" [] Prepare(s3::input::bucket_name)
        "a name with a slash would address a key of another bucket: \
         https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html";
    "s3" ["CompleteMultipartUpload", "CopyObject", "CreateMultipartUpload", "GetObject", "HeadObject", "PutObject",
        "SelectObjectContent", "UploadPart", "UploadPartCopy"] Prepare(s3::input::sse_key)
        "keys of the customer travel in base64 with their MD5: \
         https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html";
    "s3" ["CopyObject", "UploadPartCopy"] Prepare(s3::input::copy_source_sse_key)
        "so does the key of the object to copy: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html";
    "s3" ["CopyObject", "UploadPartCopy"] Prepare(s3::input::copy_source)
        "the key in the header has to be percent-encoded, bucket and version id not: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html";
    "s3" ["CopyObject", "CreateMultipartUpload", "PutObject"] Prepare(s3::input::ascii_metadata)
        "metadata travels in headers, which hold ASCII only: \
         https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html";
    "s3" ["ListObjectVersions", "ListObjects", "ListObjectsV2"] Prepare(s3::input::encoding_type)
        "keys may hold characters that XML cannot: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html";
    "s3" [] Encoded(s3::request::bucket_out_of_path)
        "the endpoint rules put the bucket into host or path themselves: \
         https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html";
    "s3" [] Encoded(s3::request::expect_continue)
        "a server that refuses a body should say so before it is sent: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPUT.html";
    "s3" ["DeleteObjects", "PutBucketLifecycleConfiguration"] Encoded(s3::request::escape_newlines)
        "parsers of XML turn carriage returns in keys into newlines: \
         https://www.w3.org/TR/xml/#sec-line-ends";
    "s3" [] Received(s3::answer::error_in_200)
        "work that takes long is answered 200 at once and may yet fail: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html";
    "s3" [] Received(s3::answer::lenient_expires)
        "uploaders may set any text as Expires: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html";
    "s3" [] Decoded(s3::answer::expires_string)
        "boto answers that text as ExpiresString: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html";
    "s3" ["GetBucketLocation"] Decoded(s3::answer::bucket_location)
        "the root element itself is the answer: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html";
    "s3" ["ListObjectVersions", "ListObjects", "ListObjectsV2"] Decoded(s3::answer::decode_keys)
        "keys are url-encoded because we asked for it: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html";
    "s3-control" [] Prepare(s3control::arn)
        "an ARN as name or bucket says the account itself: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetBucket.html";
    "s3-control" [] Encoded(s3control::account_out_of_prefix)
        "the endpoint rules put the account into the host themselves: \
         https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetBucket.html";
    "sso-oidc" [] Fault(sso_oidc::description)
        "errors follow OAuth 2, with a description for a message: \
         https://datatracker.ietf.org/doc/html/rfc6749#section-5.2";
};

/// The last segment of a path, as `stringify!` prints it.
const fn last_segment(path: &'static str) -> &'static str {
    let bytes = path.as_bytes();
    let mut start = bytes.len();
    while start > 0 && bytes[start - 1] != b':' && bytes[start - 1] != b' ' {
        start -= 1;
    }
    path.split_at(start).1
}

/// Other names by which services are known.
pub fn service_alias(name: &str) -> &str {
    match name {
        "runtime.sagemaker" => "sagemaker-runtime",
        name => name,
    }
}

/// The rows of one service. Finding them is a binary search, once per connection; most services have none.
#[derive(Clone, Copy, Debug)]
pub struct Quirks {
    general: &'static [Row],
    rows: &'static [Row],
}

impl Quirks {
    /// The rows of that service.
    pub fn of(metadata: &Metadata) -> Quirks {
        let id = if metadata.service_id.is_empty() { &metadata.name } else { &metadata.service_id };
        let id = id.replace(' ', "-").to_ascii_lowercase();
        let slice = |service: &str| {
            let from = TABLE.partition_point(|row| row.service < service);
            &TABLE[from..from + TABLE[from..].partition_point(|row| row.service == service)]
        };
        Quirks { general: slice("*"), rows: slice(&id) }
    }

    /// The rows, those for every service first.
    pub fn rows(self) -> impl Iterator<Item = &'static Row> {
        self.general.iter().chain(self.rows)
    }

    fn applying(self, operation: &str) -> impl Iterator<Item = &'static Stage> + '_ {
        let applies = move |row: &&Row| row.operations.is_empty() || row.operations.contains(&operation);
        self.rows().filter(applies).map(|row| &row.stage)
    }

    /// Before the input is validated and encoded.
    pub fn prepare(self, input: &mut Input<'_>) -> Result<()> {
        for stage in self.applying(&input.operation.name) {
            if let Prepare(row) = stage {
                row(input)?;
            }
        }
        Ok(())
    }

    /// After the input is encoded, before it gets an address.
    pub fn encoded(self, outgoing: &mut Outgoing<'_>) -> Result<()> {
        for stage in self.applying(&outgoing.operation.name) {
            if let Encoded(row) = stage {
                row(outgoing)?;
            }
        }
        Ok(())
    }

    /// Whether [`Self::body`] has anything to do.
    pub fn reads_body(self, operation: &str) -> bool {
        self.applying(operation).any(|stage| matches!(stage, Body(_)))
    }

    /// After the input is encoded: rows that have to read the body.
    pub async fn body(self, operation: &str, request: &mut Request) -> Result<()> {
        for stage in self.applying(operation) {
            if let Body(row) = stage {
                row(request).await?;
            }
        }
        Ok(())
    }

    /// After the request got its address, before it is signed.
    pub fn addressed(self, input: &Input<'_>, request: &mut Request) -> Result<()> {
        for stage in self.applying(&input.operation.name) {
            if let Addressed(row) = stage {
                row(input, request)?;
            }
        }
        Ok(())
    }

    /// Before the request is signed into its URL, its body in the query already.
    pub fn presigned(self, operation: &str, request: &mut Request) {
        for stage in self.applying(operation) {
            if let Presigned(row) = stage {
                row(request);
            }
        }
    }

    /// Whether a presigned URL for another region has to go into the encoded request, and how.
    pub fn cross_region(self, operation: &str) -> Option<CrossRegion> {
        self.applying(operation).find_map(|stage| match stage {
            Stage::CrossRegion(facts) => Some(*facts),
            _ => None,
        })
    }

    /// Before an answer is decoded. An error from here is that of the attempt; it says itself whether to retry.
    pub fn received(self, incoming: &mut Incoming<'_>) -> Result<()> {
        for stage in self.applying(&incoming.operation.name) {
            if let Received(row) = stage {
                row(incoming)?;
            }
        }
        Ok(())
    }

    /// After an answer is decoded.
    pub fn decoded(self, output: &mut Output<'_>) -> Result<()> {
        for stage in self.applying(&output.operation.name) {
            if let Decoded(row) = stage {
                row(output)?;
            }
        }
        Ok(())
    }

    /// After an error answer is decoded.
    pub fn fault(self, operation: &str, error: Error) -> Error {
        self.applying(operation).fold(error, |error, stage| match stage {
            Fault(row) => row(error),
            _ => error,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_explains_itself() {
        assert!(TABLE.is_sorted_by(|a, b| a.service <= b.service));
        for row in TABLE {
            assert!(row.operations.is_sorted(), "{}", row.name);
            assert!(row.reason.len() > 30 && !row.reason.ends_with('.'), "{}", row.name);
            assert!(row.name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'), "{}", row.name);
        }
    }

    #[test]
    fn services_find_their_rows() {
        let of = |id: &'static str| Quirks::of(&Metadata { service_id: id.into(), ..Metadata::default() });
        assert_eq!(of("SQS").rows().count(), of("no such service").rows().count());
        assert!(of("Route 53").rows().any(|row| row.name == "trim_ids"));
        assert!(of("S3").rows().all(|row| row.service == "s3" || row.service == "*"));
        let by_name = Quirks::of(&Metadata { name: "glacier".into(), ..Metadata::default() });
        assert!(by_name.reads_body("UploadArchive") && !by_name.reads_body("ListVaults"));
    }
}
