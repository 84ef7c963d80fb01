use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", load = "GetQueueAttributes")]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(attribute = "Attributes.DelaySeconds")]
    value: Seconds,
    #[resource(untyped)]
    untyped: resource::Resource,
}

#[derive(Default)]
struct Seconds(u32);

fn main() {}
