use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(purge = "PurgeQueue"))]
struct Jobs {
    #[resource(identifier)]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
