use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(take = "ReceiveMessage", params(MaxNumberOfMessages = "10")))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
