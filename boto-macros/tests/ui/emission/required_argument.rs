use boto_core::service;

service!("sqs", operations = [SendMessage]);

fn missing(sqs: &sqs::Connection) {
    let _ = sqs.send_message("url");
}

fn main() {}
