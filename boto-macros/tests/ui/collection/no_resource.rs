use boto_core::{resource, Collection, Resource};

include!("../../models/jobs.rs");

#[derive(Collection)]
#[collection(service = "sqs", list = "ListQueues", identifiers(url = "QueueUrls[]"))]
struct AllJobs {
    #[collection(untyped)]
    untyped: resource::Collection,
}

fn main() {}
