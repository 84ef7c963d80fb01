//! Resources and collections over a transport without a network.

use boto_core::{
    http::fake::FakeTransport,
    resource::{Outcome, Resource},
    Connection, ErrorKind, Session, Value,
};
use std::sync::Arc;

/// A session over that transport, with the tables of all services.
pub fn session(transport: &FakeTransport) -> Session {
    Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .settings(|s| s.max_attempts = Some(1))
        .tables(|name| boto_model::archive::open(name).map(Arc::new))
        .transport(Arc::new(transport.clone()))
        .build()
}

fn sqs(transport: &FakeTransport) -> (Session, Connection) {
    let session = session(transport);
    let connection = session.connect_to("sqs").unwrap();
    (session, connection)
}

/// The body of the n-th request, as JSON.
pub fn sent(transport: &FakeTransport, index: usize) -> serde_json::Value {
    serde_json::from_slice(&transport.requests()[index].body).unwrap()
}

fn queue(session: &Session, connection: &Connection) -> Resource {
    session.get_resource("sqs", "Queue").unwrap().new(connection, [("url", "http://q/1")]).unwrap()
}

const BUCKETS: &str = "<ListAllMyBucketsResult><Buckets><Bucket><Name>a</Name><CreationDate>2024-01-02T03:04:05Z\
    </CreationDate></Bucket><Bucket><Name>b</Name></Bucket></Buckets></ListAllMyBucketsResult>";

#[tokio::test]
#[allow(non_snake_case)] // the names of the example
async fn the_example_of_the_ancestor_runs() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], BUCKETS);
    let sess = session(&transport);
    let s3_conn = sess.connect_to("s3").unwrap().with_region("us-west-2");
    let BucketCollection = sess.get_collection("s3", "BucketCollection").unwrap();
    let buckets = BucketCollection.connection(&s3_conn).all().await.unwrap();
    assert_eq!(
        buckets.iter().map(|b| format!("{b:?}")).collect::<Vec<_>>(),
        ["s3.Bucket(Name=\"a\")", "s3.Bucket(Name=\"b\")"]
    );
    // Listing brings the data along: no further request.
    assert!(matches!(buckets[0].attribute("creation_date").await.unwrap(), Value::Time(_)));
    assert_eq!(transport.requests().len(), 1);
    assert_eq!(transport.requests()[0].url.authority, "s3.us-west-2.amazonaws.com");
    // Classes are built once.
    assert!(Arc::ptr_eq(&BucketCollection, &sess.get_collection("s3", "BucketCollection").unwrap()));
}

#[tokio::test]
async fn a_queue_lives_and_dies() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], r#"{"QueueUrl":"http://q/1"}"#)
        .answer(200, &[], r#"{"MessageId":"m1","MD5OfMessageBody":"49f68a5c8493ec2c0bf489821c21fc3b"}"#)
        .answer(200, &[], r#"{"Messages":[{"MessageId":"m1","ReceiptHandle":"r1","Body":"hi"}]}"#)
        .answer(200, &[], "{}")
        .answer(200, &[], "{}");
    let (session, sqs) = sqs(&transport);
    let queues = session.get_collection("sqs", "QueueCollection").unwrap().connection(&sqs);
    let queue = queues.create().unwrap().param("QueueName", "jobs").await.unwrap().into_resource().unwrap();
    assert_eq!(format!("{queue:?}"), "sqs.Queue(Url=\"http://q/1\")");
    assert_eq!(sent(&transport, 0)["QueueName"], "jobs");

    let answer = queue.action("send_message").unwrap().param("MessageBody", "hi").await.unwrap().into_value();
    assert_eq!(answer["MessageId"].as_str(), Some("m1"));
    assert_eq!(sent(&transport, 1), serde_json::json!({"QueueUrl": "http://q/1", "MessageBody": "hi"}));

    let messages = queue.action("receive_messages").unwrap().await.unwrap();
    assert!(matches!(messages, Outcome::Resources(_)));
    let messages = messages.into_resources();
    assert_eq!(format!("{:?}", messages[0]), "sqs.Message(QueueUrl=\"http://q/1\", ReceiptHandle=\"r1\")");
    assert_eq!(messages[0].attribute("body").await.unwrap().as_str(), Some("hi"));

    messages[0].action("delete").unwrap().await.unwrap();
    assert_eq!(sent(&transport, 3), serde_json::json!({"QueueUrl": "http://q/1", "ReceiptHandle": "r1"}));
    queue.action("Delete").unwrap().await.unwrap();
    assert_eq!(sent(&transport, 4), serde_json::json!({"QueueUrl": "http://q/1"}));
}

#[tokio::test]
async fn attributes_are_loaded_once_and_forgotten_after_an_action() {
    let transport = FakeTransport::new();
    let attributes = |n: u32| format!(r#"{{"Attributes":{{"DelaySeconds":"{n}"}}}}"#);
    transport.answer(200, &[], attributes(0)).answer(200, &[], "{}").answer(200, &[], attributes(7));
    let (session, sqs) = sqs(&transport);
    let queue = queue(&session, &sqs);
    assert!(!queue.is_loaded() && transport.requests().is_empty());
    let shared = queue.clone();
    assert_eq!(queue.attribute("attributes").await.unwrap()["DelaySeconds"].as_str(), Some("0"));
    assert_eq!(shared.attribute("Attributes").await.unwrap()["DelaySeconds"].as_str(), Some("0"));
    assert_eq!(transport.requests().len(), 1);
    queue
        .action("set_attributes")
        .unwrap()
        .params(&serde_json::json!({"Attributes": {"DelaySeconds": "7"}}))
        .await
        .unwrap();
    assert!(!shared.is_loaded());
    assert_eq!(shared.attribute("attributes").await.unwrap()["DelaySeconds"].as_str(), Some("7"));
    let error = queue.attribute("atributes").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unknown);
    assert!(error.to_string().contains("Attributes"), "{error}");
}

#[tokio::test]
async fn classes_tell_what_there_is() {
    let transport = FakeTransport::new();
    let (session, sqs) = sqs(&transport);
    let class = session.get_resource("sqs", "Queue").unwrap();
    assert_eq!(class.identifiers().collect::<Vec<_>>(), ["Url"]);
    assert_eq!(class.attributes(), ["Attributes"]);
    assert!(class.actions().any(|name| name == "SendMessages"));
    assert_eq!(class.collections().collect::<Vec<_>>(), ["DeadLetterSourceQueues"]);
    assert_eq!(class.relations().collect::<Vec<_>>(), ["Message"]);
    let message = queue(&session, &sqs).related("message", ["r1"]).await.unwrap().unwrap();
    assert_eq!(format!("{message:?}"), "sqs.Message(QueueUrl=\"http://q/1\", ReceiptHandle=\"r1\")");
    assert_eq!(message.class().batch_actions().collect::<Vec<_>>(), ["Delete"]);
    // Sub-resources want something given, references do not.
    assert_eq!((class.sub_resources().count(), class.references().count()), (1, 0));
    let message = message.class();
    assert_eq!((message.sub_resources().count(), message.references().collect::<Vec<_>>()), (0, vec!["Queue"]));

    let error = class.new(&sqs, [("name", "x")]).unwrap_err().to_string();
    assert!(error.contains("identifiers missing: Url"), "{error}");
    let error = session.get_resource("sqs", "Queu").unwrap_err().to_string();
    assert!(error.contains("Queue"), "{error}");
    let error = queue(&session, &sqs).action("send_mesage").unwrap_err().to_string();
    assert!(error.contains("SendMessage"), "{error}");
    let error = session.get_resource("lamda", "Function").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unknown);
}

const PAGE: &str =
    "<ListBucketResult><IsTruncated>MORE</IsTruncated><NextMarker>NEXT</NextMarker>KEYS</ListBucketResult>";

fn page(keys: &[&str], next: Option<&str>) -> String {
    let keys: String = keys.iter().map(|k| format!("<Contents><Key>{k}</Key><Size>1</Size></Contents>")).collect();
    PAGE.replace("MORE", if next.is_some() { "true" } else { "false" })
        .replace(
            "<NextMarker>NEXT</NextMarker>",
            &next.map(|n| format!("<NextMarker>{n}</NextMarker>")).unwrap_or_default(),
        )
        .replace("KEYS", &keys)
}

fn bucket(transport: &FakeTransport) -> Resource {
    let session = session(transport);
    let s3 = session.connect_to("s3").unwrap();
    session.get_resource("s3", "Bucket").unwrap().new(&s3, [("Name", "box")]).unwrap()
}

#[tokio::test]
async fn collections_are_lazy_limited_and_filtered() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], page(&["a", "b"], Some("b"))).answer(200, &[], page(&["c", "d"], Some("d")));
    let objects = bucket(&transport).collection("objects").unwrap().filter("Prefix", "p/").page_size(2).limit(3);
    assert!(transport.requests().is_empty());
    let mut each = objects.each();
    assert_eq!(each.next().await.unwrap().unwrap().identifier("key").unwrap().as_str(), Some("a"));
    assert_eq!(transport.requests().len(), 1);
    let mut rest = Vec::new();
    while let Some(object) = each.next().await {
        rest.push(format!("{:?}", object.unwrap()));
    }
    assert_eq!(
        rest,
        ["s3.ObjectSummary(BucketName=\"box\", Key=\"b\")", "s3.ObjectSummary(BucketName=\"box\", Key=\"c\")"]
    );
    let requests = transport.requests();
    assert_eq!(requests.len(), 2);
    for part in ["max-keys=2", "prefix=p%2F", "marker=b"] {
        assert!(requests[1].url.query.contains(part), "{}", requests[1].url.query);
    }
}

#[tokio::test]
async fn pages_hold_no_more_than_the_limit() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], page(&["a", "b"], Some("b"))).answer(200, &[], page(&["c", "d"], Some("d")));
    let mut pages = bucket(&transport).collection("objects").unwrap().limit(3).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().len());
    }
    assert_eq!((sizes, transport.requests().len()), (vec![2, 1], 2));
}

#[tokio::test]
async fn filters_are_added_to_those_of_the_definition() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], "<DescribeInstancesResponse><reservationSet/></DescribeInstancesResponse>");
    let session = session(&transport);
    let ec2 = session.connect_to("ec2").unwrap();
    let vpc = session.get_resource("ec2", "Vpc").unwrap().new(&ec2, [("Id", "vpc-1")]).unwrap();
    let mine: Value = [("Name", Value::from("tag:team")), ("Values", Value::List(vec!["a".into()]))]
        .into_iter()
        .collect::<boto_core::Object>()
        .into();
    let found = vpc.collection("instances").unwrap().filter("Filters", Value::List(vec![mine])).all().await.unwrap();
    assert!(found.is_empty());
    let body = String::from_utf8(transport.requests()[0].body.to_vec()).unwrap();
    for part in ["Filter.1.Name=vpc-id", "Filter.1.Value.1=vpc-1", "Filter.2.Name=tag%3Ateam", "Filter.2.Value.1=a"] {
        assert!(body.contains(part), "{part} in {body}");
    }
}

#[tokio::test]
async fn batches_are_split_and_failures_told() {
    let transport = FakeTransport::new();
    let keys: Vec<String> = (0..1500).map(|n| format!("k{n}")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    transport
        .answer(200, &[], page(&keys[..1000], Some("k999")))
        .answer(200, &[], page(&keys[1000..], None))
        .answer(
            200,
            &[],
            "<DeleteResult><Error><Key>k1</Key><Code>AccessDenied</Code><Message>no</Message></Error>\
             <Error><Key>k2</Key><Code>InternalError</Code><Message>again</Message></Error></DeleteResult>",
        )
        .answer(200, &[], "<DeleteResult></DeleteResult>")
        .answer(200, &[], "<DeleteResult></DeleteResult>");
    // The first thousand go as soon as they are there and one more is: the second page comes before.
    let batch = bucket(&transport).collection("objects").unwrap().batch("delete").unwrap();
    assert_eq!(batch.at_once(), 1000);
    let outcome = batch.await.unwrap();
    assert_eq!((outcome.done, outcome.failed.len(), outcome.outputs.len()), (1499, 1, 3));
    let (resource, error) = &outcome.failed[0];
    assert_eq!(resource.identifier("Key").unwrap().as_str(), Some("k1"));
    assert_eq!((error.code(), error.message()), (Some("AccessDenied"), "no"));
    let requests = transport.requests();
    let deleted = |index: usize| String::from_utf8_lossy(&requests[index].body).matches("<Key>").count();
    assert_eq!((deleted(2), deleted(3), deleted(4)), (1000, 1, 500));
    assert!(String::from_utf8_lossy(&requests[3].body).contains("<Key>k2</Key>"));
    let error = outcome.into_result().unwrap_err().to_string();
    assert!(error.contains("1 of 1500 failed") && error.contains("k1"), "{error}");
}

#[tokio::test]
async fn resources_wait() {
    let transport = FakeTransport::new();
    transport.answer(404, &[], "").answer(200, &[], "");
    let wait = bucket(&transport).wait_until("exists").unwrap();
    wait.delay(std::time::Duration::ZERO).await.unwrap();
    assert_eq!(transport.requests().len(), 2);
    assert!(bucket(&transport).wait_until("wait_until_exist").is_err());
}

#[test]
fn resources_are_send_and_sync() {
    fn check<T: Send + Sync + Clone>() {}
    check::<Resource>();
    check::<boto_core::resource::Collection>();
}
