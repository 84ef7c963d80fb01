use boto_core::service;

service!("sqs", operations = [SendMessage], resources = [Quee, Message]);

fn takes(queue: &sqs::Queue) {
    let _: sqs::Message = queue.message("one mistake gives one error");
}

fn main() {}
