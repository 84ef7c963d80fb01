//! Objects over services: those that `service!` makes, and one of your own.

use boto_core::{resource, service, Resource};
use boto_examples::Place;

service!("sqs", operations = [ListQueues], resources = [Queue, Message]);
service!("s3", operations = [ListBuckets], resources = [Bucket, Object, ObjectSummary]);

/// What this program wants to know of a queue, in types of its own. Every name below is checked while it compiles.
#[derive(Debug, Resource)]
#[resource(
    service = "sqs",
    load("GetQueueAttributes", params(AttributeNames = ["All"])),
    action(send = "SendMessage", path = "MessageId", output = String)
)]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(attribute = "Attributes.ApproximateNumberOfMessages")]
    waiting: u32,
    #[resource(untyped)]
    untyped: resource::Resource,
}

#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let place = Place::from_arguments();

    let sqs = place.session.connect_to(sqs::Sqs);
    let queue = sqs.queues().create("boto-example-jobs").await?;
    queue.send_message("first").await?;
    for message in queue.receive_messages().max_number_of_messages(10).await? {
        println!("received {:?}", message.body().await?.unwrap_or_default());
        message.delete().await?;
    }

    let mut jobs = Jobs::new(&sqs, queue.url());
    jobs.send("second").await?;
    jobs.load().await?;
    println!("{} waits in {}", jobs.waiting, if jobs.url == queue.url() { "the same queue" } else { "another" });
    queue.delete().await?;

    let bucket = place.session.connect_to(s3::S3).bucket("boto-example-photos");
    bucket.create().await?;
    for name in ["lake.jpg", "peak.jpg"] {
        bucket.object(name).put("…").await?;
    }
    let mut objects = bucket.objects().each();
    while let Some(object) = objects.next().await {
        println!("{:?}", object?);
    }
    println!("deleted {}", bucket.objects().delete().await?.done);
    bucket.delete().await?;
    Ok(())
}
