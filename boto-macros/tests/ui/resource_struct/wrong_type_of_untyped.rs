use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs")]
struct Jobs {
    #[resource(untyped)]
    untyped: String,
}

fn main() {
    let _: Option<resource::Resource> = None;
}
