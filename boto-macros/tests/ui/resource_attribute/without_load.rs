use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(purge = "PurgeQueue"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(attribute = "Attributes.DelaySeconds")]
    value: u32,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
