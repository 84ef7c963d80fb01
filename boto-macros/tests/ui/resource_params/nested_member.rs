use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "sqs", batch(drop_all = "DeleteMessageBatch", params("Entries[*].Idd" = id(url))))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
