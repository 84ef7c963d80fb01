use boto_core::service;

service!("sqs", operations = [SendMessage]);

fn left_out(sqs: &sqs::Connection) {
    let _ = sqs.delete_message("url", "handle");
}

fn main() {}
