use boto_core::service;

service!("sqs", operations = [SendMesage, ReceiveMessage]);

fn rest(sqs: &sqs::Connection) {
    let _ = sqs.receive_message("url").wait_time_seconds(3);
    let _ = sqs.send_message("url", "one mistake gives one error");
}

fn main() {}
