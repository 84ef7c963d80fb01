use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", shape = "Mesage", action(purge = "PurgeQueue"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(attribute)]
    body: Option<String>,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
