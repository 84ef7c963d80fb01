use boto_core::Resource;

#[derive(Resource)]
#[resource(service = "sqs")]
struct Jobs(String);

fn main() {}
