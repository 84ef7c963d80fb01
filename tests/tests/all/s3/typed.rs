//! The operations of S3, typed.

use boto_core::{Result, Session};
use boto_tests::{
    services::s3::{types, S3},
    unique, Server,
};

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
    let s3 = session.connect_to(S3);
    let bucket = unique("typed");
    s3.create_bucket(&bucket).await?;
    s3.head_bucket(&bucket).await?;
    assert!(s3.list_buckets().await?.buckets.iter().any(|b| b.name.as_deref() == Some(&*bucket)));
    // No constraint is how S3 spells us-east-1.
    let location = s3.get_bucket_location(&bucket).await?.location_constraint;
    assert!(location.is_none_or(|l| ["", "us-east-1"].contains(&l.as_str())));

    let put = s3.put_object(&bucket, "dir/one").body("one").metadata([("colour", "blue")]).await?;
    let etag = put.e_tag.unwrap();
    let head = s3.head_object(&bucket, "dir/one").await?;
    assert_eq!((head.content_length, head.e_tag.as_deref()), (Some(3), Some(&*etag)));
    assert_eq!(head.metadata.get("colour").map(String::as_str), Some("blue"));
    assert!(head.last_modified.is_some_and(|t| t.seconds() > 1_700_000_000));
    let part = s3.get_object(&bucket, "dir/one").range("bytes=1-").await?;
    assert_eq!(part.content_range.as_deref(), Some("bytes 1-2/3"));
    assert_eq!(part.body.collect().await?, "ne");

    let copied = s3.copy_object(&bucket, format!("{bucket}/dir/one"), "dir/two").await?;
    assert_eq!(copied.copy_object_result.and_then(|r| r.e_tag), Some(etag));
    let listed = s3.list_objects_v2(&bucket).prefix("dir/").max_keys(1).await?;
    assert_eq!((listed.contents.len(), listed.is_truncated), (1, Some(true)));
    let rest = s3.list_objects_v2(&bucket).prefix("dir/").continuation_token(listed.next_continuation_token.unwrap());
    assert_eq!(rest.await?.contents[0].key.as_deref(), Some("dir/two"));
    let folders = s3.list_objects(&bucket).delimiter("/").await?.common_prefixes;
    assert_eq!(folders[0].prefix.as_deref(), Some("dir/"));

    let missing = s3.get_object(&bucket, "none").await.unwrap_err();
    assert!(missing.is("NoSuchKey") && missing.status() == Some(404), "{missing}");

    let key = |key: &str| types::ObjectIdentifier { key: key.into(), ..Default::default() };
    let delete = types::Delete { objects: vec![key("dir/one"), key("dir/two")], ..Default::default() };
    assert_eq!(s3.delete_objects(&bucket, delete).await?.deleted.len(), 2);
    s3.delete_bucket(&bucket).await?;
    let gone = s3.head_bucket(&bucket).await.unwrap_err();
    assert_eq!(gone.status(), Some(404), "{gone}");
    Ok(())
}

#[tokio::test]
async fn multipart_embedded() -> Result<()> {
    multipart(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn multipart_ministack() -> Result<()> {
    let session = Server::ministack().session();
    multipart(&session).await?;

    let (s3, bucket) = (session.connect_to(S3), unique("parts"));
    s3.create_bucket(&bucket).await?;
    let id = s3.create_multipart_upload(&bucket, "given up").await?.upload_id.unwrap();
    let uploads = s3.list_multipart_uploads(&bucket).await?.uploads;
    assert_eq!(uploads[0].upload_id.as_deref(), Some(&*id));
    s3.abort_multipart_upload(&bucket, "given up", &id).await?;
    assert!(s3.list_multipart_uploads(&bucket).await?.uploads.is_empty());
    Ok(())
}

async fn multipart(session: &Session) -> Result<()> {
    let (s3, bucket) = (session.connect_to(S3), unique("parts"));
    s3.create_bucket(&bucket).await?;
    let id = s3.create_multipart_upload(&bucket, "whole").await?.upload_id.unwrap();
    let mut parts = Vec::new();
    for (number, body) in [(1, vec![b'a'; 5 << 20]), (2, b"end".to_vec())] {
        let part = s3.upload_part(&bucket, "whole", number, &id).body(body).await?;
        parts.push(types::CompletedPart { part_number: Some(number), e_tag: part.e_tag, ..Default::default() });
    }
    let listed = s3.list_parts(&bucket, "whole", &id).await?.parts;
    // The embedded server lists parts in any order.
    let mut sizes: Vec<_> = listed.iter().filter_map(|p| p.size).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [3, 5 << 20]);
    let upload = types::CompletedMultipartUpload { parts };
    s3.complete_multipart_upload(&bucket, "whole", &id).multipart_upload(upload).await?;
    assert_eq!(s3.head_object(&bucket, "whole").await?.content_length, Some((5 << 20) + 3));
    Ok(())
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn tags_and_versions() -> Result<()> {
    let (s3, bucket) = (Server::ministack().session().connect_to(S3), unique("tags"));
    s3.create_bucket(&bucket).await?;
    let tags = |value: &str| types::Tagging { tag_set: vec![types::Tag { key: "a b".into(), value: value.into() }] };
    s3.put_bucket_tagging(&bucket, tags("<1>")).await?;
    assert_eq!(s3.get_bucket_tagging(&bucket).await?.tag_set[0].value, "<1>");

    let versioning =
        types::VersioningConfiguration { status: Some(types::BucketVersioningStatus::Enabled), ..Default::default() };
    s3.put_bucket_versioning(&bucket, versioning).await?;
    let status = s3.get_bucket_versioning(&bucket).await?.status;
    assert_eq!(status, Some(types::BucketVersioningStatus::Enabled));
    for body in ["first", "second"] {
        s3.put_object(&bucket, "k").body(body).await?;
    }
    let versions = s3.list_object_versions(&bucket).await?.versions;
    assert_eq!(versions.len(), 2);
    let older = versions.iter().find(|v| v.is_latest == Some(false)).unwrap();
    let body = s3.get_object(&bucket, "k").version_id(older.version_id.clone().unwrap()).await?.body;
    assert_eq!(body.collect().await?, "first");

    s3.put_object_tagging(&bucket, "k", tags("ü")).await?;
    assert_eq!(s3.get_object_tagging(&bucket, "k").await?.tag_set[0].value, "ü");
    Ok(())
}
