#[derive(Resource)]
#[resource(service = "sqs", action(finish = "DeleteMessage"))]
struct Job {
    #[resource(identifier = "QueueUrl")]
    queue_url: String,
    #[resource(identifier = "ReceiptHandle")]
    receipt: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}
