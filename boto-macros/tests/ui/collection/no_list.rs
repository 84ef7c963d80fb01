use boto_core::{resource, Collection, Resource};

#[derive(Resource)]
#[resource(service = "sqs", action(purge = "PurgeQueue"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

#[derive(Collection)]
#[collection(service = "sqs", resource = Jobs, identifiers(url = "QueueUrls[]"))]
struct AllJobs {
    #[collection(untyped)]
    untyped: resource::Collection,
}

fn main() {}
