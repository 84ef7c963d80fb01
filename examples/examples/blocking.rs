//! Without an async runtime: the same API, with `run()` for what others await and `iter()` for what comes in pages.

use boto_core::{blocking::*, service};
use boto_examples::Place;
use std::io::Read;

service!("s3", operations = [CreateBucket, GetObject, ListObjectsV2, PutObject]);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let place = Place::from_arguments();
    let session = place.session.blocking();

    let s3 = session.connect_to(s3::S3);
    s3.create_bucket("boto-example-blocking").run()?;
    s3.put_object("boto-example-blocking", "greeting").body("hello").run()?;
    for object in s3.list_objects_v2("boto-example-blocking").items().iter() {
        println!("listed {}", object?.key.unwrap_or_default());
    }
    let mut text = String::new();
    s3.get_object("boto-example-blocking", "greeting").run()?.body.reader().read_to_string(&mut text)?;
    println!("read {text:?}");

    // By name, and from many threads at once.
    let untyped = &session.connect_to("s3")?;
    std::thread::scope(|scope| {
        for key in ["greeting", "greeting", "nothing"] {
            scope.spawn(move || {
                let head = untyped.call("HeadObject").param("Bucket", "boto-example-blocking").param("Key", key);
                match head.run() {
                    Ok(head) => println!("{key}: {} bytes", head["ContentLength"]),
                    Err(error) => println!("{key}: {error}"),
                }
            });
        }
    });
    Ok(())
}
