use boto_core::service;

service!("sqs", operations = [SendMessage], resources = [Queue]);

fn takes(queue: &sqs::Queue) {
    let _ = queue.receive_messages();
}

fn main() {}
