//! What may differ from botocore, and why.

use super::tally::Difference;
use serde_json::Value as Json;

/// A kind of difference that is right.
pub struct Rule {
    /// Why.
    pub reason: &'static str,
    /// Whether this is one.
    pub explains: fn(&Json, &Difference) -> bool,
}

/// All of them. Each has to explain something in a whole run with the seed that is its own.
pub const RULES: &[Rule] = &[
    Rule {
        reason: "an empty body is no structure: botocore shows an empty one",
        explains: |_, (part, theirs, ours)| part.starts_with("output.") && theirs == "{}" && ours.is_empty(),
    },
    Rule {
        reason:
            "an empty body is no blob, unless it streams (Smithy): botocore takes every blob in a body for a stream",
        explains: |case, (part, theirs, ours)| {
            part.starts_with("output.")
                && theirs == "\"\""
                && ours.is_empty()
                && case["questions"][1]["body_base64"] == ""
        },
    },
    Rule {
        reason: "the message of an error in XML is shown without the white space around it",
        explains: |_, (part, theirs, ours)| {
            let text = |json: &str| serde_json::from_str::<String>(json).unwrap_or_default();
            part == "error.message" && text(theirs).trim() == text(ours)
        },
    },
    Rule {
        reason:
            "botocore says Expect only for bodies that are files, and takes bytes for one in PutObject and UploadPart \
            alone; here every upload may be refused before it is sent",
        explains: |case, (part, theirs, ours)| {
            let other = ["PutObjectAnnotation", "WriteGetObjectResponse"].iter().any(|name| case["operation"] == *name);
            other && part == "header expect" && theirs.is_empty() && !ours.is_empty()
        },
    },
    Rule {
        reason: "console output that is no base64 is left as it is; Python skips what it cannot read in it",
        explains: |case, (part, _, _)| case["operation"] == "GetConsoleOutput" && part == "output.Output",
    },
    Rule {
        reason: "two members of the deprecated GetBucketNotification have one element: the first of them gets it here",
        explains: |case, (part, _, _)| {
            let member = part.rsplit('.').next().unwrap_or_default();
            case["operation"] == "GetBucketNotification" && ["Event", "Events"].iter().any(|m| member.starts_with(m))
        },
    },
    Rule {
        reason: "Accept-Encoding is not signed, for servers and proxies on the way change it",
        explains: |_, (part, theirs, ours)| {
            let rest = signed_headers(theirs).map(|names| names.replacen("accept-encoding;", "", 1));
            part == "header authorization"
                && theirs.contains("=accept-encoding;")
                && rest.as_deref() == signed_headers(ours)
        },
    },
    Rule {
        reason: "an empty list of strings in a header is an empty header (Smithy); botocore leaves it out",
        explains: |case, (part, theirs, ours)| {
            let rest = signed_headers(ours).map(|names| names.replacen("uniqueids;", "", 1));
            case["operation"] == "BatchDeleteUniqueId"
                && part == "header authorization"
                && rest.as_deref() == signed_headers(theirs)
        },
    },
    Rule {
        reason:
            "blanks and tabs are what is signed as one blank in a header; Python takes other white space for it, too",
        explains: |case, (part, _, _)| {
            let sent = case["request"]["headers"].as_array().into_iter().flatten();
            let mut values = sent.filter_map(|header| header[1].as_str());
            part == "header authorization" && values.any(|value| value.contains(['\u{a0}', '\u{2028}']))
        },
    },
    Rule {
        reason: "botocore cannot sign V4a without a library in C",
        explains: |_, (part, theirs, _)| part == "refusal" && theirs.contains("MissingDependencyException"),
    },
    Rule {
        reason: "names of headers have no case, and HTTP/2 writes them small",
        explains: |case, (part, _, _)| case["operation"] == "SendApiAsset" && part.contains(".ResponseHeaders."),
    },
    Rule {
        reason:
            "an operation without authentication stays without where endpoint rules say how to sign others; botocore \
            signs it then",
        explains: |case, (part, _, ours)| {
            let unsigned = case["operation"] == "CreateOAuth2TokenWithTokenExchange" && ours.is_empty();
            unsigned && matches!(part.as_str(), "header authorization" | "header x-amz-date")
        },
    },
];

fn signed_headers(authorization: &str) -> Option<&str> {
    authorization.split(", ").nth(1)
}
