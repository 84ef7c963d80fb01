//! Typed resources of `service!` and of the derives, against real servers.

use boto_core::{resource, Collection, Resource, Result, Session};
use boto_tests::{
    objects::{dynamodb, s3, sqs},
    unique, Server,
};
use std::time::Duration;

#[tokio::test]
async fn embedded() -> Result<()> {
    let session = Server::embedded().session();
    queues(&session).await?;
    buckets(&session).await?;
    tables(&session).await?;
    ones_own(&session).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() -> Result<()> {
    let session = Server::ministack().session();
    queues(&session).await?;
    buckets(&session).await?;
    tables(&session).await?;
    ones_own(&session).await?;
    let server = Server::ministack();
    let refused = server.session_with(&server.access_key, "wrong").connect_to(sqs::Sqs);
    let error = refused.queues().all().await.expect_err("a wrong secret is refused");
    assert_eq!(error.status(), Some(403), "{error}");
    Ok(())
}

async fn queues(session: &Session) -> Result<()> {
    let sqs = session.connect_to(sqs::Sqs);
    let name = unique("typed");
    let queue: sqs::Queue = sqs.queues().create(&name).attributes([("VisibilityTimeout", "7")]).await?;
    assert!(!queue.is_loaded());
    assert_eq!(queue.attributes().await?["VisibilityTimeout"], "7");
    assert!(queue.is_loaded());
    let listed = sqs.queues().queue_name_prefix(&name).all().await?;
    assert_eq!(listed, std::slice::from_ref(&queue));
    assert_eq!(sqs.get_queue_by_name(&name).await?, queue);

    queue.send_message("one").await?;
    let entry = |id: &str| sqs::types::SendMessageBatchRequestEntry {
        id: id.into(),
        message_body: id.into(),
        ..Default::default()
    };
    assert_eq!(queue.send_messages([entry("two"), entry("three")]).await?.successful.len(), 2);
    let mut bodies = Vec::new();
    for _ in 0..10 {
        let messages = queue.receive_messages().max_number_of_messages(10).wait_time_seconds(1).await?;
        for message in &messages {
            assert_eq!(message.queue(), queue);
            bodies.extend(message.body().await?);
        }
        let outcome = sqs::Message::delete_all(messages).await?;
        assert!(outcome.failed.is_empty(), "{outcome:?}");
        if bodies.len() == 3 {
            break;
        }
    }
    bodies.sort();
    assert_eq!(bodies, ["one", "three", "two"]);
    queue.set_attributes([("VisibilityTimeout", "9")]).await?;
    assert_eq!(queue.attributes().await?["VisibilityTimeout"], "9");
    queue.delete().await?;
    let gone = queue.reload().await.expect_err("a queue that is deleted");
    assert_eq!(gone.kind(), boto_core::ErrorKind::Service, "{gone}");
    Ok(())
}

async fn buckets(session: &Session) -> Result<()> {
    let s3 = session.connect_to(s3::S3);
    let name = unique("typed");
    let bucket = s3.bucket(&name);
    bucket.create().await?;
    bucket.wait_until_exists().delay(Duration::from_millis(50)).await?;
    assert!(s3.buckets().all().await?.contains(&bucket));

    let object = bucket.object("a/b c.txt");
    object.put("hello").content_type("text/plain").await?;
    object.wait_until_exists().delay(Duration::from_millis(50)).await?;
    assert_eq!(object.content_length().await?, Some(5));
    assert_eq!(object.get().await?.body.collect().await?, "hello");
    for number in 0..5 {
        let made: s3::Object = bucket.put_object(format!("n/{number}")).body(format!("{number}")).await?;
        assert_eq!(made.bucket(), bucket);
    }
    let mut each = bucket.objects().prefix("n/").page_size(2).limit(4).each();
    let mut keys = Vec::new();
    while let Some(found) = each.next().await {
        let found: s3::ObjectSummary = found?;
        assert_eq!(found.size().await?, Some(1));
        keys.push(found.key().to_owned());
    }
    assert_eq!(keys, ["n/0", "n/1", "n/2", "n/3"]);
    let outcome = bucket.objects().delete().await?;
    assert_eq!((outcome.done, outcome.failed.len()), (6, 0));
    assert!(bucket.objects().all().await?.is_empty());
    bucket.delete().await?;
    assert!(!s3.buckets().all().await?.contains(&bucket));
    Ok(())
}

async fn tables(session: &Session) -> Result<()> {
    use dynamodb::types::{
        AttributeDefinition, AttributeValue, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType,
    };
    let connection = session.connect_to(dynamodb::DynamoDb);
    let name = unique("typed");
    let key = KeySchemaElement { attribute_name: "id".into(), key_type: KeyType::Hash };
    let defined = AttributeDefinition { attribute_name: "id".into(), attribute_type: ScalarAttributeType::S };
    let create = connection.tables().create(&name).billing_mode(BillingMode::PayPerRequest);
    let table: dynamodb::Table = create.key_schema([key]).attribute_definitions([defined]).await?;
    assert_eq!(table.name(), name);
    table.wait_until_exists().delay(Duration::from_millis(50)).await?;
    assert!(connection.tables().all().await?.contains(&table));
    for title in ["Help!", "Revolver"] {
        table.put_item([("id", AttributeValue::S(title.into()))]).await?;
    }
    let got = table.get_item([("id", AttributeValue::S("Help!".into()))]).await?;
    assert_eq!(got.item["id"], AttributeValue::S("Help!".into()));
    let items = table.scan().items().collect().await?;
    assert_eq!(items.len(), 2);
    assert_eq!(table.key_schema().await?[0].attribute_name, "id");
    table.delete().await?;
    Ok(())
}

/// A queue of one's own.
#[derive(Debug, Resource)]
#[resource(
    service = "sqs",
    load("GetQueueAttributes", params(AttributeNames = ["All"])),
    action(send = "SendMessage", path = "MessageId", output = String),
    action(take = "ReceiveMessage", args("WaitTimeSeconds"), makes = Vec<Job>, path = "Messages[]",
        identifiers(queue_url = id(url), receipt = "Messages[].ReceiptHandle")),
    action(delete = "DeleteQueue")
)]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(attribute = "Attributes.VisibilityTimeout")]
    timeout: u32,
    #[resource(attribute = "Attributes.QueueArn")]
    arn: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

/// What is in it.
#[derive(Debug, Resource)]
#[resource(service = "sqs", shape = "Message", action(finish = "DeleteMessage"))]
struct Job {
    #[resource(identifier = "QueueUrl")]
    queue_url: String,
    #[resource(identifier = "ReceiptHandle")]
    receipt: String,
    #[resource(attribute = "Body")]
    what: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

#[derive(Debug, Collection)]
#[collection(
    service = "sqs",
    list = "ListQueues",
    resource = Jobs,
    identifiers(url = "QueueUrls[]"),
    create("CreateQueue", identifiers(url = "QueueUrl"))
)]
struct AllJobs {
    #[collection(param = "QueueNamePrefix")]
    prefix: Option<String>,
    #[collection(untyped)]
    untyped: resource::Collection,
}

async fn ones_own(session: &Session) -> Result<()> {
    let sqs = session.connect_to("sqs")?;
    let name = unique("own");
    let all = AllJobs { prefix: Some(name.clone()), ..AllJobs::new(&sqs) };
    let made: Jobs = all.create(&name).await?;
    let mut listed = all.all().await?;
    assert_eq!(listed.iter().map(|jobs| &jobs.url).collect::<Vec<_>>(), [&made.url]);
    let jobs = &mut listed[0];
    jobs.load().await?;
    assert_eq!(jobs.timeout, 30);
    assert!(jobs.arn.ends_with(&name), "{}", jobs.arn);
    assert!(!jobs.send("work").await?.is_empty());
    let taken = jobs.take(1).await?;
    assert_eq!(taken.iter().map(|job| job.what.as_str()).collect::<Vec<_>>(), ["work"]);
    assert_eq!(taken[0].queue_url, jobs.url);
    assert!(!taken[0].receipt.is_empty());
    taken[0].finish().await?;
    jobs.delete().await?;
    Ok(())
}
