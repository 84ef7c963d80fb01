use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", many(jobs: Job = "ReceiveMessage"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

include!("../../models/job.rs");

fn main() {}
