use boto_core::service;

service!("sqs", operations = [SendMessage, ReceiveMessage]);

fn other(sqs: &sqs::Connection) {
    let _ = sqs.send_message("url", "text").wait_time_seconds(3);
}

fn main() {}
