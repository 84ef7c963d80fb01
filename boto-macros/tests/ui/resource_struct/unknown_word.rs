use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", acton(purge = "PurgeQueue"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
