use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", load = "GetQueueAttributes")]
struct Jobs {
    #[resource(identifier = "QueueUrl", attribute)]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
