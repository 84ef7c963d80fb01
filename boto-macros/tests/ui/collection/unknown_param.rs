use boto_core::{resource, Collection, Resource};

include!("../../models/jobs.rs");

#[derive(Collection)]
#[collection(service = "sqs", list = "ListQueues", resource = Jobs, identifiers(url = "QueueUrls[]"))]
struct AllJobs {
    #[collection(param = "QueueNamePrefx")]
    prefix: Option<String>,
    #[collection(untyped)]
    untyped: resource::Collection,
}

fn main() {}
