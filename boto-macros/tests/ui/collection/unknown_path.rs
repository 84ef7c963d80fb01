use boto_core::{resource, Collection, Resource};

include!("../../models/jobs.rs");

#[derive(Collection)]
#[collection(service = "sqs", list = "ListQueues", resource = Jobs, identifiers(url = "QueueUris[]"))]
struct AllJobs {
    #[collection(untyped)]
    untyped: resource::Collection,
}

fn main() {}
