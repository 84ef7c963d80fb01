use boto_core::service;

service!("sqs", operations = [SendMessageBatch]);

fn wrong(sqs: &sqs::Connection) {
    let _ = sqs.send_message_batch("url", ["an entry has an id"]);
}

fn main() {}
