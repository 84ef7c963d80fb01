#[derive(Resource)]
#[resource(service = "sqs", action(purge = "PurgeQueue"))]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}
