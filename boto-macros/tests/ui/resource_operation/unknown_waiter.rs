use boto_core::{resource, Resource};

#[derive(Resource)]
#[resource(service = "s3", waiter(wait_until_exists = "BucketExist"))]
struct Jobs {
    #[resource(identifier = "Bucket")]
    name: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn main() {}
