//! Sends a message to a queue and reads it back.

use boto_core::service;
use boto_examples::Place;

service!("sqs", operations = [CreateQueue, DeleteQueue, ReceiveMessage, SendMessage]);

#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let place = Place::from_arguments();
    let sqs = place.session.connect_to(sqs::Sqs);

    let url = sqs.create_queue("boto-example").await?.queue_url.unwrap_or_default();
    let sent = sqs.send_message(&url, "hello").await?;
    println!("sent {}", sent.message_id.unwrap_or_default());

    for message in sqs.receive_message(&url).wait_time_seconds(1).await?.messages {
        println!("received {:?}", message.body.unwrap_or_default());
    }
    sqs.delete_queue(&url).await?;
    Ok(())
}
