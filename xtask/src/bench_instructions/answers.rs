//! What services answer.

use std::fmt::Write;

/// The whole answer to a request with this head.
pub fn answer(head: &str) -> Vec<u8> {
    let target = head.lines().find_map(|line| line.strip_prefix("x-amz-target:")).map_or("", str::trim);
    match target {
        "amazonsqs.sendmessage" => json("1.0", &sqs()),
        "dynamodb_20120810.getitem" => json("1.0", &item()),
        "dynamodb_20120810.query" => json("1.0", &query()),
        _ if head.starts_with("get /bucket?") => whole("application/xml", S3, &listing()),
        _ => whole("binary/octet-stream", S3, &"x".repeat(1024)),
    }
}

const S3: &str = "x-amz-id-2: TLI0jKDyk0AJYqvVUQ7cnqL7MlvlqzPaIxTQkAJyGkZIvTxhl4J9NBQO3jxbNW9TMlAzLR6cVfM=\r\n\
    x-amz-request-id: 4442587FB7D0A2F9\r\nlast-modified: Wed, 12 Oct 2024 17:50:00 GMT\r\n\
    etag: \"fba9dede5f27731c9771645a39863328\"\r\naccept-ranges: bytes\r\nserver: AmazonS3\r\n";

fn json(version: &str, body: &str) -> Vec<u8> {
    let more = "x-amzn-requestid: 5b9e2c0e-6e2f-5d39-9c6d-7bd4c8b0c2a4\r\n";
    whole(&format!("application/x-amz-json-{version}"), more, body)
}

fn whole(content_type: &str, more: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 200 OK\r\n{more}date: Sun, 22 Nov 2026 12:00:00 GMT\r\ncontent-type: {content_type}\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn sqs() -> String {
    r#"{"MD5OfMessageBody":"5d41402abc4b2a76b9719d911017c592","MessageId":"5fea7756-0ea4-451a-a703-a558b933e274"}"#
        .to_owned()
}

fn item() -> String {
    format!(r#"{{"Item":{}}}"#, attributes(0))
}

/// 100 items of 20 attributes.
pub fn query() -> String {
    let items: Vec<String> = (0..100).map(attributes).collect();
    format!(r#"{{"Count":100,"Items":[{}],"ScannedCount":100}}"#, items.join(","))
}

fn attributes(item: usize) -> String {
    let attribute = |a: usize| match a % 4 {
        0 => format!(r#""attribute{a}":{{"N":"{}"}}"#, item * 1000 + a),
        _ => format!(r#""attribute{a}":{{"S":"value {a} of item {item}"}}"#),
    };
    format!("{{{}}}", (0..20).map(attribute).collect::<Vec<_>>().join(","))
}

/// 1,000 keys.
pub fn listing() -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name><Prefix></Prefix>\
         <KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>",
    );
    for key in 0..1000 {
        // Writing to a string does not fail.
        let _ = write!(
            text,
            "<Contents><Key>prefix/of/some/length/key-{key:06}</Key><LastModified>2024-05-01T12:34:56.000Z\
             </LastModified><ETag>&quot;9b2cf535f27731c974343645a3985328&quot;</ETag><Size>{}</Size>\
             <StorageClass>STANDARD</StorageClass></Contents>",
            key * 17
        );
    }
    text.push_str("</ListBucketResult>");
    text
}
