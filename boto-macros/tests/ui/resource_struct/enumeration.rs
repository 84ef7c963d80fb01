use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs")]
enum Jobs {}

fn main() {}
