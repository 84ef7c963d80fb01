//! What boto3 writes by hand, untyped and typed, against real servers: transfers, batch writers, tags.

use boto_core::{
    blocking::*,
    body::ByteStream,
    resource::{transfer::Transfer, Batch, BatchWriter},
    value::Object,
    Result, Session, Value,
};
use boto_tests::{
    objects::{dynamodb, s3},
    unique, Server,
};
use std::{
    path::PathBuf,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

const MIB: usize = 1 << 20;

#[tokio::test]
async fn embedded() -> Result<()> {
    let session = Server::embedded().session();
    transfers(&session).await?;
    tables(&session).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() -> Result<()> {
    let server = Server::ministack();
    let session = server.session();
    transfers(&session).await?;
    copies(&session).await?;
    tables(&session).await?;
    tags(&session).await?;
    let refused = server.session_with(&server.access_key, "wrong").connect_to("s3")?;
    for transfer in [
        Transfer::upload(&refused, vec![0; 12 * MIB], "any", "k"),
        Transfer::download(&refused, "any", "k", Vec::new()),
        Transfer::copy(&refused, "any/k", "any", "k2"),
    ] {
        assert_eq!(transfer.await.unwrap_err().status(), Some(403));
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs moto: cargo xtask test"]
async fn moto() -> Result<()> {
    let session = Server::moto().session();
    transfers(&session).await?;
    copies(&session).await?;
    tables(&session).await?;
    tags(&session).await
}

#[test]
fn without_a_runtime() -> Result<()> {
    let session = Server::embedded().session().blocking();
    let s3 = session.connect_to(s3::S3);
    let bucket = s3.bucket(unique("block"));
    bucket.create().run()?;
    let body = bytes(11 * MIB);
    let sent = bucket.upload_fileobj(body.clone(), "k").run()?;
    assert_eq!((sent.bytes, sent.parts), (11 * MIB as u64, 2));
    let mut got = Vec::new();
    bucket.object("k").download_fileobj(&mut got).run()?;
    assert!(got == body);
    Ok(())
}

fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at ^ (at >> 8) ^ (at >> 16)) as u8).collect()
}

struct File(PathBuf);

impl File {
    fn new() -> File {
        File(std::env::temp_dir().join(unique("by-hand")))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

async fn transfers(session: &Session) -> Result<()> {
    let connection = session.connect_to(s3::S3);
    let bucket = connection.bucket(unique("transfer"));
    assert!(!bucket.is_loaded());
    bucket.create().await?;
    assert!(bucket.creation_date().await?.is_some());

    let body = bytes(13 * MIB + 5);
    let (file, back) = (File::new(), File::new());
    std::fs::write(&file.0, &body).unwrap();
    let sent = bucket.upload_file(&file.0, "dir/a b+ü").param("ContentType", "text/x").part_size(5 << 20).await?;
    assert_eq!((sent.bytes, sent.parts), (body.len() as u64, 3));
    let object = bucket.object("dir/a b+ü");
    assert_eq!(object.content_length().await?, Some(body.len() as i64));
    assert_eq!(object.content_type().await?.as_deref(), Some("text/x"));
    let summary = s3::ObjectSummary::new(&connection, bucket.name(), "dir/a b+ü");
    assert_eq!(summary.size().await?, Some(body.len() as i64));
    let got = object.download_file(&back.0).part_size(2 << 20).await?;
    assert_eq!((got.bytes, got.parts), (body.len() as u64, 7));
    assert!(std::fs::read(&back.0).unwrap() == body);

    // By name, of a stream without a length, with checksums.
    let s3 = session.connect_to("s3")?;
    let untyped = session.get_resource("s3", "Object")?;
    let untyped = untyped.new(&s3, [("BucketName", bucket.name()), ("Key", "stream")])?;
    let stream = ByteStream::from_reader(std::io::Cursor::new(body.clone()), None);
    let upload = untyped.action("upload_fileobj")?.param("Fileobj", Value::Stream(stream));
    upload.param("ChecksumAlgorithm", "SHA256").await?;
    let whole = untyped.action("DownloadFileobj")?.await?.into_value();
    assert!(whole.as_bytes() == Some(&body));
    untyped.action("upload_fileobj")?.param("Fileobj", "small").await?;
    assert_eq!(bucket.object("stream").get().await?.body.collect().await?, "small");
    untyped.action("upload_fileobj")?.param("Fileobj", "").await?;
    let mut nothing = Vec::new();
    Transfer::download(&s3, bucket.name(), "stream", &mut nothing).await?;
    assert!(nothing.is_empty());

    // Nothing of an upload that fails is left to be paid for.
    let broken = ByteStream::from_reader(Broken(0), None);
    let error = bucket.upload_fileobj(broken, "broken").await.unwrap_err();
    assert!(error.to_string().contains("gone"), "{error}");
    let left = s3.call("ListMultipartUploads").param("Bucket", bucket.name()).await;
    // The embedded server cannot list them.
    assert!(left.map_or(true, |left| left["Uploads"].as_list().is_empty()));
    assert_eq!(object.bucket().objects().all().await?.len(), 2);
    bucket.objects().delete().await?.into_result()?;
    bucket.delete().await?;
    Ok(())
}

/// Twelve megabytes, and then no more.
struct Broken(usize);

impl tokio::io::AsyncRead for Broken {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        into: &mut tokio::io::ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        if self.0 > 12 * MIB {
            return Poll::Ready(Err(std::io::Error::other("gone")));
        }
        let room = into.remaining();
        self.0 += room;
        into.put_slice(&vec![1; room]);
        Poll::Ready(Ok(()))
    }
}

async fn copies(session: &Session) -> Result<()> {
    use s3::types::{Tag, Tagging};
    let connection = session.connect_to(s3::S3);
    let bucket = connection.bucket(unique("copy"));
    bucket.create().await?;
    let body = bytes(11 * MIB);
    bucket.upload_fileobj(body.clone(), "from/a b+ü").param("Metadata", [("colour", "blue")]).await?;
    let tags = vec![Tag { key: "size".into(), value: "large + heavy".into() }];
    connection.put_object_tagging(bucket.name(), "from/a b+ü", Tagging { tag_set: tags.clone() }).await?;
    for threshold in [1, 1 << 30] {
        let source = [("Bucket", bucket.name()), ("Key", "from/a b+ü")];
        let copy = bucket.object("to").copy(source).threshold(threshold).part_size(5 << 20);
        let copied = copy.param("TaggingDirective", "COPY").await?;
        assert_eq!(connection.get_object_tagging(bucket.name(), "to").await?.tag_set, tags);
        assert_eq!((copied.bytes, copied.parts), (body.len() as u64, if threshold == 1 { 3 } else { 0 }));
        let mut got = Vec::new();
        bucket.download_fileobj("to", &mut got).await?;
        assert!(got == body);
        assert_eq!(bucket.object("to").metadata().await?["colour"], "blue");
        bucket.object("to").delete().await?;
    }
    bucket.objects().delete().await?.into_result()?;
    bucket.delete().await?;
    Ok(())
}

async fn tables(session: &Session) -> Result<()> {
    use dynamodb::types::{
        AttributeDefinition, AttributeValue, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType,
    };
    let connection = session.connect_to(dynamodb::DynamoDb);
    let key = KeySchemaElement { attribute_name: "id".into(), key_type: KeyType::Hash };
    let defined = AttributeDefinition { attribute_name: "id".into(), attribute_type: ScalarAttributeType::S };
    let create = connection.tables().create(unique("writer")).billing_mode(BillingMode::PayPerRequest);
    let table: dynamodb::Table = create.key_schema([key]).attribute_definitions([defined]).await?;
    table.wait_until_exists().delay(Duration::from_millis(50)).await?;
    let mut writer = table.batch_writer().overwrite_by_keys(["id"]);
    for number in 0..120 {
        // Two of each, one after the other: DynamoDB takes no two of one key in one request.
        let item = [("id", AttributeValue::S(format!("{}", number / 2))), ("n", AttributeValue::N(number.to_string()))];
        writer.put_item(item).await?;
    }
    writer.delete_item([("id", AttributeValue::S("7".into()))]).await?;
    writer.finish().await?;
    let items = table.scan().items().collect().await?;
    assert_eq!(items.len(), 59);
    let five = items.iter().find(|item| item["id"] == AttributeValue::S("5".into())).unwrap();
    assert_eq!(five["n"], AttributeValue::N("11".into()));

    let mut writer = BatchWriter::of(boto_core::Resource::untyped(&table));
    let text = |text: &str| -> Object { [("id", Value::from([("S", text)]))].into_iter().collect() };
    for number in 0..60 {
        writer.delete_item(text(&number.to_string())).await?;
    }
    assert_eq!(writer.waiting(), 10);
    writer.finish().await?;
    assert!(table.scan().items().collect().await?.is_empty());
    table.delete().await?;
    Ok(())
}

async fn tags(session: &Session) -> Result<()> {
    let ec2 = session.connect_to("ec2")?;
    let service = session.get_service_resource("ec2")?.new(&ec2, [("", ""); 0])?;
    let run = service.action("create_instances")?.param("ImageId", "ami-12c6146b");
    let instances = run.param("MinCount", 2).param("MaxCount", 2).await?.into_resources();
    let ids: Value = instances.iter().map(|instance| instance.identifiers()["Id"].clone()).collect();
    let tags: Value = ["a", "b"].map(|key| Value::from([("Key", key), ("Value", "v")])).into_iter().collect();
    let made = service.action("create_tags")?.param("Resources", ids).param("Tags", tags).await?.into_resources();
    assert_eq!(made.len(), 4);
    for instance in &instances {
        instance.reload().await?;
        assert_eq!(instance.attribute("tags").await?.as_list().len(), 2);
    }
    let one: Value = [Value::from([("Key", "a")])].into_iter().collect();
    instances[0].action("delete_tags")?.param("Tags", one).await?;
    let left = instances[0].attribute("tags").await?;
    assert_eq!(left.as_list().len(), 1, "{left:?}");
    assert_eq!(left[0]["Key"], "b");
    Batch::of(instances, "terminate")?.await?.into_result()?;
    Ok(())
}
