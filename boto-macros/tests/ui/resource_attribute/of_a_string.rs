use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", load = "GetQueueAttributes")]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(attribute = "Attributes.DelaySeconds.Value")]
    value: u32,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
