use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs")]
struct Jobs<T> {
    #[resource(untyped)]
    untyped: resource::Resource,
    other: T,
}

fn main() {}
