use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(take = "ReceiveMessage", makes = Vec<Job>, identifiers(queue_url = id(url), receit = "Messages[].ReceiptHandle")))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

include!("../../models/job.rs");

fn main() {}
