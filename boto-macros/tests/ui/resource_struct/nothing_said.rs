use boto_core::{resource, Resource};

#[derive(Resource)]
struct Jobs {
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
