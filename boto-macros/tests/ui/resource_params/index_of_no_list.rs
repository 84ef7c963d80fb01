use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(send = "SendMessage", params("MessageBody[0]" = "x")))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
