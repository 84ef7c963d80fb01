use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource = "sqs"]
struct Jobs {
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
