use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", many(jobs: Job = "ReceiveMessage"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

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

fn main() {}
