#![deny(unused_must_use)]
use boto_core::service;

service!("sqs", operations = [SendMessage]);

fn forgotten(sqs: &sqs::Connection) {
    sqs.send_message("url", "text");
}

fn main() {}
