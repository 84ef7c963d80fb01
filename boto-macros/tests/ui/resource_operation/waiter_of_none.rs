use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(purge = "PurgeQueue"), waiter(wait_until_exists = "QueueExists"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
