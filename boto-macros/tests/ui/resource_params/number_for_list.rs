use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", load("GetQueueAttributes", params(AttributeNames = 1)))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
