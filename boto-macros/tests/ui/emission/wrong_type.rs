use boto_core::service;

service!("sqs", operations = [SendMessage]);

fn wrong(sqs: &sqs::Connection) {
    let _ = sqs.send_message("url", "text").delay_seconds("five");
}

fn main() {}
