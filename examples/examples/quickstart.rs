//! A tour of boto for Rust in one minute: typed calls, the same by name, resources, and what an error looks like.
//!
//! Runs against a server inside this program. `--endpoint-url URL` and `--aws` run it against anything else; it makes
//! one queue and one bucket, and deletes both.

use boto_core::{service, Session, Value};
use boto_examples::Place;
use serde_json::json;
use std::time::Instant;

// Typed structs for these operations, from the tables of SQS, made while compiling.
service!("sqs", operations = [CreateQueue, DeleteMessage, DeleteQueue, ReceiveMessage, SendMessage]);

#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let start = Instant::now();
    let place = Place::from_arguments();
    println!("boto for Rust, talking to {}\n", place.name);

    typed(&place.session).await?;
    untyped(&place.session).await?;
    collections(&place.session).await?;
    mistakes(&place.session).await;

    println!("\nAll of that took {:?}.", start.elapsed());
    Ok(())
}

/// Required members are arguments, optional ones are setters, a call is awaited.
async fn typed(session: &Session) -> boto_core::Result<()> {
    println!("Typed: session.connect_to(sqs::Sqs)");
    let sqs = session.connect_to(sqs::Sqs);
    let url = sqs.create_queue("boto-quickstart").await?.queue_url.unwrap_or_default();
    println!("  created   {url}");
    let sent = sqs.send_message(&url, "hello from Rust").delay_seconds(0).await?;
    println!("  sent      {}", sent.message_id.unwrap_or_default());
    for message in sqs.receive_message(&url).wait_time_seconds(2).await?.messages {
        println!("  received  {:?}", message.body.unwrap_or_default());
        sqs.delete_message(&url, message.receipt_handle.unwrap_or_default()).await?;
        println!("  deleted   {}", message.message_id.unwrap_or_default());
    }
    sqs.delete_queue(&url).await.map(drop)
}

/// The same, by name: JSON-like values in and out, any service, the same pipeline.
async fn untyped(session: &Session) -> boto_core::Result<()> {
    println!("\nBy name: session.connect_to(\"sqs\")");
    let sqs = session.connect_to("sqs")?;
    let created = sqs.call("CreateQueue").params(&json!({"QueueName": "boto-quickstart-untyped"})).await?;
    println!("  created   {}", text(&created["QueueUrl"]));
    let url = json!({"QueueUrl": created["QueueUrl"]});
    let sent = sqs.call("SendMessage").params(&url).param("MessageBody", "hello by name").await?;
    println!("  sent      {}", text(&sent["MessageId"]));
    let received = sqs.call("ReceiveMessage").params(&url).param("WaitTimeSeconds", 2).await?;
    for message in received["Messages"].iter() {
        println!("  received  {:?}", text(&message["Body"]));
        let delete = sqs.call("DeleteMessage").params(&url);
        delete.param("ReceiptHandle", message["ReceiptHandle"].clone()).await?;
        println!("  deleted   {}", text(&message["MessageId"]));
    }
    sqs.call("DeleteQueue").params(&url).await.map(drop)
}

/// The text of a string; printed as it is, a [`Value`] is JSON.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The collection of boto's own documentation, translated; and one of its resources.
async fn collections(session: &Session) -> boto_core::Result<()> {
    println!("\nCollections: session.get_collection(\"s3\", \"BucketCollection\")");
    let s3 = session.connect_to("s3")?.with_region("us-east-1");
    let bucket_collection = session.get_collection("s3", "BucketCollection")?;
    let buckets = bucket_collection.connection(&s3);
    let ours = format!("boto-quickstart-{}", std::process::id());
    buckets.create()?.param("Bucket", &*ours).await?;
    for bucket in buckets.all().await? {
        println!("  bucket    {bucket:?}");
        if bucket.identifier("Name").and_then(Value::as_str) == Some(&ours) {
            bucket.action("delete")?.await?;
        }
    }
    Ok(())
}

/// Errors name the thing and the place, and suggest.
async fn mistakes(session: &Session) {
    println!("\nMistakes, on purpose:");
    let Ok(sqs) = session.connect_to("sqs") else { return };
    let calls = [
        sqs.call("SendMesage"),
        sqs.call("SendMessage").param("QueueUrl", "http://127.0.0.1/jobs"),
        sqs.call("GetQueueUrl").param("QueueName", "no-such-queue"),
    ];
    for call in calls {
        if let Err(error) = call.await {
            println!("  {error}");
        }
    }
}
