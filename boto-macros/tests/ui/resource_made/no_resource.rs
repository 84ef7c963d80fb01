use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(take = "ReceiveMessage", makes = Vec<String>, identifiers(receipt = "Messages[].ReceiptHandle")))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
