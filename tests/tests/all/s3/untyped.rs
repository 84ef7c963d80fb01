//! The operations of S3 by name: the same steps as in [`super::typed`].

use boto_core::{ByteStream, Result, Session, Value};
use boto_tests::{unique, Server};
use serde_json::{json, Value as Json};

#[tokio::test]
async fn buckets_and_objects_embedded() -> Result<()> {
    buckets_and_objects(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn buckets_and_objects_ministack() -> Result<()> {
    buckets_and_objects(&Server::ministack().session()).await
}

/// What both servers can do.
async fn buckets_and_objects(session: &Session) -> Result<()> {
    let s3 = session.connect_to("s3")?;
    let bucket = unique("untyped");
    let call = |operation: &'static str, mut params: Json| {
        params["Bucket"] = json!(bucket);
        s3.call(operation).params(&params)
    };
    call("CreateBucket", json!({})).await?;
    call("HeadBucket", json!({})).await?;
    let listed = s3.call("ListBuckets").await?;
    assert!(listed["Buckets"].as_list().iter().any(|b| b["Name"].as_str() == Some(&*bucket)));
    let location = call("GetBucketLocation", json!({})).await?;
    assert!(["", "us-east-1"].contains(&location["LocationConstraint"].as_str().unwrap_or("")));

    let put = call("PutObject", json!({"Key": "dir/one", "Metadata": {"colour": "blue"}}))
        .param("Body", ByteStream::from("one"))
        .await?;
    let head = call("HeadObject", json!({"Key": "dir/one"})).await?;
    assert_eq!(head["ContentLength"], Value::Int(3));
    assert_eq!(head["ETag"], put["ETag"]);
    assert_eq!(head["Metadata"]["colour"].as_str(), Some("blue"));
    assert!(matches!(head["LastModified"], Value::Time(t) if t.seconds() > 1_700_000_000));
    let part = call("GetObject", json!({"Key": "dir/one", "Range": "bytes=1-"})).await?;
    assert_eq!(part["ContentRange"].as_str(), Some("bytes 1-2/3"));

    let source = format!("{bucket}/dir/one");
    let copied = call("CopyObject", json!({"Key": "dir/two", "CopySource": source})).await?;
    assert_eq!(copied["CopyObjectResult"]["ETag"], put["ETag"]);
    let listed = call("ListObjectsV2", json!({"Prefix": "dir/", "MaxKeys": 1})).await?;
    assert_eq!(listed["IsTruncated"], Value::Bool(true));
    let token = listed["NextContinuationToken"].as_str();
    let rest = call("ListObjectsV2", json!({"Prefix": "dir/", "ContinuationToken": token})).await?;
    assert_eq!(rest["Contents"][0]["Key"].as_str(), Some("dir/two"));
    let folders = call("ListObjects", json!({"Delimiter": "/"})).await?;
    assert_eq!(folders["CommonPrefixes"][0]["Prefix"].as_str(), Some("dir/"));

    let missing = call("GetObject", json!({"Key": "none"})).await.unwrap_err();
    assert!(missing.is("NoSuchKey") && missing.status() == Some(404), "{missing}");

    let delete = json!({"Delete": {"Objects": [{"Key": "dir/one"}, {"Key": "dir/two"}]}});
    let deleted = call("DeleteObjects", delete).await?;
    assert_eq!(deleted["Deleted"].as_list().len(), 2);
    call("DeleteBucket", json!({})).await?;
    assert_eq!(call("HeadBucket", json!({})).await.unwrap_err().status(), Some(404));
    Ok(())
}

#[tokio::test]
async fn multipart_embedded() -> Result<()> {
    multipart(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn multipart_ministack() -> Result<()> {
    multipart(&Server::ministack().session()).await
}

async fn multipart(session: &Session) -> Result<()> {
    let (s3, bucket) = (session.connect_to("s3")?, unique("parts"));
    s3.call("CreateBucket").param("Bucket", &*bucket).await?;
    let call = |operation: &'static str, mut params: Json| {
        (params["Bucket"], params["Key"]) = (json!(bucket), json!("whole"));
        s3.call(operation).params(&params)
    };
    let upload = call("CreateMultipartUpload", json!({})).await?;
    let id = upload["UploadId"].as_str().unwrap();
    let mut parts = Vec::new();
    for (number, body) in [(1, vec![b'a'; 5 << 20]), (2, b"end".to_vec())] {
        let part = call("UploadPart", json!({"UploadId": id, "PartNumber": number}))
            .param("Body", ByteStream::from(body))
            .await?;
        parts.push(json!({"PartNumber": number, "ETag": part["ETag"].as_str()}));
    }
    let listed = call("ListParts", json!({"UploadId": id})).await?;
    // The embedded server lists parts in any order.
    let sizes: Vec<_> = listed["Parts"].as_list().iter().filter_map(|p| p["Size"].as_i64()).collect();
    assert!(sizes == [5 << 20, 3] || sizes == [3, 5 << 20], "{sizes:?}");
    call("CompleteMultipartUpload", json!({"UploadId": id, "MultipartUpload": {"Parts": parts}})).await?;
    assert_eq!(call("HeadObject", json!({})).await?["ContentLength"], Value::Int((5 << 20) + 3));
    Ok(())
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn tags_and_versions() -> Result<()> {
    let (s3, bucket) = (Server::ministack().session().connect_to("s3")?, unique("tags"));
    let call = |operation: &'static str, mut params: Json| {
        params["Bucket"] = json!(bucket);
        s3.call(operation).params(&params)
    };
    call("CreateBucket", json!({})).await?;
    let tags = |value: &str| json!({"TagSet": [{"Key": "a b", "Value": value}]});
    call("PutBucketTagging", json!({"Tagging": tags("<1>")})).await?;
    assert_eq!(call("GetBucketTagging", json!({})).await?["TagSet"][0]["Value"].as_str(), Some("<1>"));

    call("PutBucketVersioning", json!({"VersioningConfiguration": {"Status": "Enabled"}})).await?;
    assert_eq!(call("GetBucketVersioning", json!({})).await?["Status"].as_str(), Some("Enabled"));
    for body in ["first", "second"] {
        call("PutObject", json!({"Key": "k"})).param("Body", ByteStream::from(body)).await?;
    }
    let versions = call("ListObjectVersions", json!({})).await?;
    assert_eq!(versions["Versions"].as_list().len(), 2);

    call("PutObjectTagging", json!({"Key": "k", "Tagging": tags("ü")})).await?;
    assert_eq!(call("GetObjectTagging", json!({"Key": "k"})).await?["TagSet"][0]["Value"].as_str(), Some("ü"));
    Ok(())
}
