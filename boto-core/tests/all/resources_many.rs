//! A million objects through a collection, in memory that does not grow with their number.

use boto_core::{
    body::ByteStream,
    http::{HeaderMap, Request, Response, Timeouts, Transport, TransportError},
    BoxFuture, Session,
};
use std::sync::{
    atomic::{AtomicUsize, Ordering},
    Arc,
};

/// Answers every request with the next thousand keys.
#[derive(Debug, Default)]
struct Bucket {
    pages: AtomicUsize,
}

const PAGES: usize = 1000;

impl Transport for Bucket {
    fn send(&self, _: Request, _: Timeouts) -> BoxFuture<'_, Result<Response, TransportError>> {
        let page = self.pages.fetch_add(1, Ordering::SeqCst);
        let more = page + 1 < PAGES;
        let mut text = format!("<ListBucketResult><IsTruncated>{more}</IsTruncated>");
        for key in 0..1000 {
            text.push_str(&format!("<Contents><Key>k{page:04}{key:04}</Key><Size>1</Size></Contents>"));
        }
        text.push_str("</ListBucketResult>");
        let body = ByteStream::from(text);
        Box::pin(async move { Ok(Response { status: 200, headers: HeaderMap::new(), body }) })
    }
}

/// The memory of this process that is in use, in kilobytes.
fn resident() -> usize {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[tokio::test]
async fn a_million_objects_take_no_more_memory_than_some() {
    let transport = Arc::new(Bucket::default());
    let session = Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .tables(|name| boto_model::archive::open(name).map(Arc::new))
        .transport(Arc::<Bucket>::clone(&transport))
        .build();
    let s3 = session.connect_to("s3").unwrap();
    let bucket = session.get_resource("s3", "Bucket").unwrap().new(&s3, [("Name", "box")]).unwrap();
    let mut each = bucket.collection("objects").unwrap().each();
    let (mut count, mut early, mut most) = (0_usize, 0, 0);
    while let Some(object) = each.next().await {
        drop(object.unwrap());
        count += 1;
        if count == 50_000 {
            early = resident();
        }
        if count % 25_000 == 0 {
            most = most.max(resident());
        }
    }
    assert_eq!((count, transport.pages.load(Ordering::SeqCst)), (PAGES * 1000, PAGES));
    println!("{count} objects; resident after 50,000: {early} kB, at most {most} kB");
    // A page of a thousand takes half a megabyte; all of them would take five hundred.
    assert!(most <= early + 8 * 1024, "{early} kB after 50,000 objects, {most} kB later");
}
