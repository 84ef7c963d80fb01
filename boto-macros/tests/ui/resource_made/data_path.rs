use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", many(jobs: Job = "ReceiveMessage", identifiers(queue_url = id(url), receipt = "Messages[].ReceiptHandle"), path = "Mesages[]"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

include!("../../models/job.rs");

fn main() {}
