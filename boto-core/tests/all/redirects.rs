//! Buckets in other regions: followed, remembered, and asked for as a last resort.

use boto_core::{http::fake::FakeTransport, Connection, Session, Value};
use boto_model::{archive, pack, Service};
use std::sync::Arc;

fn s3(transport: &FakeTransport, only: &[&str], endpoint: Option<&str>) -> Connection {
    let mut builder = Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .settings(|s| s.max_attempts = Some(1))
        .transport(Arc::new(transport.clone()));
    if let Some(endpoint) = endpoint {
        builder = builder.endpoint_url(endpoint);
    }
    let mut tables = archive::open("s3").unwrap();
    if !only.is_empty() {
        tables = Service::open(pack::prune(&tables, only).unwrap()).unwrap();
    }
    Connection::from_table(&builder.build(), Arc::new(tables))
}

async fn list(s3: &Connection) -> boto_core::Result<Value> {
    s3.call("ListObjectsV2").param("Bucket", "far-away").await
}

/// Method, host and signing region of each request.
fn sent(transport: &FakeTransport) -> Vec<String> {
    let region = |text: &str| text.split('/').nth(2).unwrap_or_default().to_owned();
    let line = |r: boto_core::http::fake::Recorded| {
        let signed = region(r.headers["authorization"].to_str().unwrap());
        format!("{} {} {signed}", r.method, r.url.authority)
    };
    transport.requests().into_iter().map(line).collect()
}

const HERE: &str = "GET far-away.s3.amazonaws.com us-east-1";
const THERE: &str = "GET far-away.s3.eu-west-1.amazonaws.com eu-west-1";
const HEAD: &str = "HEAD far-away.s3.amazonaws.com us-east-1";
const MOVED: &str = "<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message></Error>";
const WRONG: &str =
    "<Error><Code>AuthorizationHeaderMalformed</Code><Message>wrong</Message><Region>eu-west-1</Region></Error>";
const EMPTY: &str = "<ListBucketResult/>";
const REGION: (&str, &str) = ("x-amz-bucket-region", "eu-west-1");

#[tokio::test]
async fn followed_once_and_remembered() {
    for (status, headers, body) in
        [(301, &[REGION][..], MOVED), (307, &[REGION], MOVED), (400, &[], WRONG), (301, &[], WRONG)]
    {
        let transport = FakeTransport::new();
        transport.answer(status, headers, body).answer(200, &[], EMPTY).answer(200, &[], EMPTY);
        let s3 = s3(&transport, &[], None);
        list(&s3).await.unwrap();
        list(&s3.with_region("us-east-1")).await.unwrap();
        assert_eq!(sent(&transport), [HERE, THERE, THERE], "{status}");
        // Other buckets are not touched.
        transport.answer(200, &[], EMPTY);
        s3.call("ListObjectsV2").param("Bucket", "near").await.unwrap();
        assert_eq!(sent(&transport)[3], "GET near.s3.amazonaws.com us-east-1");
    }
}

#[tokio::test]
async fn the_bucket_is_asked_as_a_last_resort() {
    // Its head says it, whether one may look into it or not, and may be redirected itself.
    for (status, body) in [(200, ""), (403, ""), (301, "")] {
        for only in [&[][..], &["ListObjectsV2"]] {
            let transport = FakeTransport::new();
            transport.answer(301, &[], MOVED).answer(status, &[REGION], body);
            if status == 301 {
                transport.answer(200, &[], "");
            }
            transport.answer(200, &[], EMPTY);
            list(&s3(&transport, only, None)).await.unwrap();
            let mut expected = vec![HERE, HEAD];
            if status == 301 {
                expected.push("HEAD far-away.s3.eu-west-1.amazonaws.com eu-west-1");
            }
            expected.push(THERE);
            assert_eq!(sent(&transport), expected, "{status}");
            assert_eq!(transport.left(), 0);
        }
    }
}

#[tokio::test]
async fn what_leads_nowhere_ends() {
    // Nobody says where.
    let transport = FakeTransport::new();
    transport.answer(301, &[], MOVED).answer(404, &[], "");
    let error = list(&s3(&transport, &[], None)).await.unwrap_err();
    assert!(error.is("PermanentRedirect"), "{error}");
    assert_eq!(sent(&transport), [HERE, HEAD]);
    // Round and round: once is enough.
    let transport = FakeTransport::new();
    transport.answer(301, &[REGION], MOVED).answer(301, &[("x-amz-bucket-region", "us-west-1")], MOVED);
    assert!(list(&s3(&transport, &[], None)).await.is_err());
    assert_eq!(sent(&transport), [HERE, THERE]);
    // To where we are already.
    let transport = FakeTransport::new();
    transport.answer(301, &[("x-amz-bucket-region", "us-east-1")], MOVED);
    assert!(list(&s3(&transport, &[], None)).await.is_err());
    assert_eq!(sent(&transport), [HERE]);
}

#[tokio::test]
async fn servers_of_ones_own_tell_the_region_to_sign_for() {
    let transport = FakeTransport::new();
    transport.answer(400, &[], WRONG).answer(200, &[], EMPTY).answer(200, &[], EMPTY);
    let s3 = s3(&transport, &[], Some("http://minio.test:9000"));
    list(&s3).await.unwrap();
    list(&s3).await.unwrap();
    let expected = ["us-east-1", "eu-west-1", "eu-west-1"].map(|region| format!("GET minio.test:9000 {region}"));
    assert_eq!(sent(&transport), expected);
}
