use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(take = "ReceiveMessage", makes = Vec<Job>, identifiers(receipt = "Messages[].ReceiptHandle")))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

include!("../../models/job.rs");

fn main() {}
