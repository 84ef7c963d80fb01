//! The example of boto's own documentation, translated, and what one does next with what it lists.

use boto_core::{Result, Session, Value};
use boto_tests::{unique, Server};
use std::sync::Arc;

#[tokio::test]
async fn embedded() -> Result<()> {
    buckets(&Server::embedded().session()).await?;
    queues(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() -> Result<()> {
    buckets(&Server::ministack().session()).await?;
    queues(&Server::ministack().session()).await
}

async fn buckets(session: &Session) -> Result<()> {
    let s3 = session.connect_to("s3")?.with_region("us-west-2");
    let name = unique("seed");
    let here = serde_json::json!({"LocationConstraint": "us-west-2"});
    s3.call("CreateBucket")
        .param("Bucket", &*name)
        .params(&serde_json::json!({"CreateBucketConfiguration": here}))
        .await?;

    let bucket_collection = session.get_collection("s3", "BucketCollection")?;
    let all = bucket_collection.connection(&s3).all().await?;
    let ours = all.iter().find(|b| b.identifier("Name").and_then(Value::as_str) == Some(&name)).expect("our bucket");
    assert_eq!(format!("{ours:?}"), format!("s3.Bucket(Name={name:?})"));
    ours.action("delete")?.await?;
    let left = bucket_collection.connection(&s3).all().await?;
    assert!(!left.contains(ours), "deleted and listed still");

    let again = session.get_collection("s3", "BucketCollection")?;
    assert!(Arc::ptr_eq(&bucket_collection, &again), "a class is built once per session");
    Ok(())
}

async fn queues(session: &Session) -> Result<()> {
    let queues = session.get_collection("sqs", "QueueCollection")?.connect(session);
    let queue = queues.create()?.param("QueueName", unique("seed")).await?.into_resource()?;
    queue.action("send_message")?.param("MessageBody", "hi").await?;
    let messages = queue.action("receive_messages")?.await?.into_resources();
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].attribute("Body").await?, "hi");
    messages[0].action("delete")?.await?;
    let arn = queue.attribute("Attributes").await?["QueueArn"].clone();
    assert!(arn.as_str().is_some_and(|arn| arn.starts_with("arn:aws:sqs:us-east-1:")), "{arn}");
    queue.action("delete")?.await?;
    Ok(())
}
