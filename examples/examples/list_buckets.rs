//! Lists the buckets one can see.

use boto_core::service;
use boto_examples::Place;

service!("s3", operations = [CreateBucket, ListBuckets]);

#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let place = Place::from_arguments();
    let s3 = place.session.connect_to(s3::S3);
    if place.is_embedded() {
        // A new server has none.
        s3.create_bucket("holiday-photos").await?;
    }

    let buckets = s3.list_buckets().await?.buckets;
    println!("buckets on {}: {}", place.name, buckets.len());
    for bucket in buckets {
        println!("  {}", bucket.name.unwrap_or_default());
    }
    Ok(())
}
