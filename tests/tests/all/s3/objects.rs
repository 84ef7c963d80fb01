//! Objects under awkward keys and of awkward sizes: what went up comes down.

use super::KEYS;
use boto_core::{ByteStream, Result, Session, Value};
use boto_tests::{services::s3::S3, unique, Server};
use serde_json::json;

const MIB: usize = 1 << 20;

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn awkward_keys_typed() -> Result<()> {
    let s3 = Server::ministack().session().connect_to(S3);
    let bucket = unique("keys");
    s3.create_bucket(&bucket).await?;
    for key in KEYS {
        s3.put_object(&bucket, key).body(key).await.map_err(|e| panic_at(key, e))?;
    }
    for key in KEYS {
        let object = s3.get_object(&bucket, key).await.map_err(|e| panic_at(key, e))?;
        assert_eq!(object.body.collect().await?, key.as_bytes(), "{key}");
        assert_eq!(s3.head_object(&bucket, key).await?.content_length, Some(key.len() as i64), "{key}");
    }
    let listed = s3.list_objects_v2(&bucket).await?.contents;
    let mut listed: Vec<&str> = listed.iter().filter_map(|o| o.key.as_deref()).collect();
    listed.sort_unstable();
    let mut wanted = KEYS.to_vec();
    wanted.sort_unstable();
    assert_eq!(listed, wanted);
    for key in KEYS {
        s3.delete_object(&bucket, key).await.map_err(|e| panic_at(key, e))?;
    }
    assert!(s3.list_objects_v2(&bucket).await?.contents.is_empty());
    Ok(())
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn awkward_keys_untyped() -> Result<()> {
    let s3 = Server::ministack().session().connect_to("s3")?;
    let bucket = unique("keys");
    s3.call("CreateBucket").params(&json!({"Bucket": bucket})).await?;
    for key in KEYS {
        let put = s3.call("PutObject").params(&json!({"Bucket": bucket, "Key": key}));
        put.param("Body", ByteStream::from(key)).await.map_err(|e| panic_at(key, e))?;
        let object = s3.call("GetObject").params(&json!({"Bucket": bucket, "Key": key})).await?;
        assert_eq!(collect(&object["Body"]).await?, key.as_bytes(), "{key}");
    }
    let listed = s3.call("ListObjectsV2").params(&json!({"Bucket": bucket})).await?;
    let contents = listed["Contents"].as_list();
    let mut listed: Vec<&str> = contents.iter().filter_map(|o| o["Key"].as_str()).collect();
    listed.sort_unstable();
    let mut wanted = KEYS.to_vec();
    wanted.sort_unstable();
    assert_eq!(listed, wanted);
    Ok(())
}

#[tokio::test]
async fn sizes_embedded() -> Result<()> {
    sizes(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn sizes_ministack() -> Result<()> {
    sizes(&Server::ministack().session()).await
}

async fn sizes(session: &Session) -> Result<()> {
    let s3 = session.connect_to(S3);
    let untyped = session.connect_to("s3")?;
    let bucket = unique("sizes");
    s3.create_bucket(&bucket).await?;
    for size in [0, 1, MIB + 1, 20 * MIB] {
        let bytes: Vec<u8> = (0..size).map(|i| (i % 251) as u8).collect();
        let key = format!("{size} bytes");
        s3.put_object(&bucket, &key).body(bytes.clone()).content_type("application/x-test").await?;
        let object = s3.get_object(&bucket, &key).await?;
        assert_eq!(object.content_length, Some(size as i64));
        assert_eq!(object.content_type.as_deref(), Some("application/x-test"));
        assert!(object.body.collect().await? == bytes, "{key}: other bytes came back");

        let key = format!("{size} bytes, untyped");
        let put = untyped.call("PutObject").params(&json!({"Bucket": bucket, "Key": key}));
        put.param("Body", ByteStream::from(bytes.clone())).await?;
        let object = untyped.call("GetObject").params(&json!({"Bucket": bucket, "Key": key})).await?;
        assert!(collect(&object["Body"]).await? == bytes, "{key}: other bytes came back");
    }
    Ok(())
}

async fn collect(body: &Value) -> Result<Vec<u8>> {
    match body {
        Value::Stream(stream) => Ok(stream.clone().collect().await?.to_vec()),
        other => panic!("a stream was expected, not {other:?}"),
    }
}

fn panic_at(key: &str, error: boto_core::Error) -> boto_core::Error {
    panic!("{key:?}: {error}")
}
