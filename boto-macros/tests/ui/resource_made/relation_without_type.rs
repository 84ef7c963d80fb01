use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(purge = "PurgeQueue"), has(job, identifiers(queue_url = id(url))))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

include!("../../models/job.rs");

fn main() {}
