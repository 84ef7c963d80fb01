//! The resources that `service!` emits.

use boto_core::{http::fake::FakeTransport, Resource, Session, Value};
use std::{future::IntoFuture, sync::Arc, time::Duration};

boto_core::service!("sqs", operations = [ListQueues], resources = [Queue, Message]);
boto_core::service!("s3", operations = [PutObject], resources = all);
boto_core::service!("dynamodb", operations = [GetItem, Scan], resources = [Table]);
boto_core::service!("ec2", operations = [DescribeVpcs], resources = [Vpc, Subnet, Instance, NetworkInterface, Tag]);
boto_core::service!("iam", operations = [ListUsers], resources = [Group, User]);
boto_core::service!("sqs" as alone, operations = [ListQueues], resources = [Queue]);

pub fn session(transport: &FakeTransport) -> Session {
    Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .settings(|s| s.max_attempts = Some(1))
        .transport(Arc::new(transport.clone()))
        .build()
}

pub fn sent(transport: &FakeTransport, index: usize) -> serde_json::Value {
    serde_json::from_slice(&transport.requests()[index].body).unwrap()
}

#[tokio::test]
async fn a_queue_lives_and_dies() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], r#"{"QueueUrl":"http://q/1"}"#)
        .answer(200, &[], r#"{"MessageId":"m1","MD5OfMessageBody":"49f68a5c8493ec2c0bf489821c21fc3b"}"#)
        .answer(200, &[], r#"{"Messages":[{"MessageId":"m1","ReceiptHandle":"r1","Body":"hi"}]}"#)
        .answer(200, &[], r#"{"Successful":[{"Id":"m1"}],"Failed":[]}"#)
        .answer(200, &[], "{}");
    let sqs = session(&transport).connect_to(sqs::Sqs);
    let queue: sqs::Queue = sqs.queues().create("jobs").attributes([("DelaySeconds", "3")]).await.unwrap();
    assert_eq!(queue.url(), "http://q/1");
    assert_eq!(format!("{queue:?}"), "sqs.Queue(Url=\"http://q/1\")");
    assert_eq!(sent(&transport, 0)["Attributes"]["DelaySeconds"], "3");

    let answer = queue.send_message("hi").delay_seconds(1).await.unwrap();
    assert_eq!(answer.message_id.as_deref(), Some("m1"));
    assert_eq!(
        sent(&transport, 1),
        serde_json::json!({"QueueUrl": "http://q/1", "MessageBody": "hi", "DelaySeconds": 1})
    );

    let messages: Vec<sqs::Message> = queue.receive_messages().max_number_of_messages(10).await.unwrap();
    assert_eq!(sent(&transport, 2), serde_json::json!({"QueueUrl": "http://q/1", "MaxNumberOfMessages": 10}));
    let message = &messages[0];
    assert!(message.is_loaded());
    assert_eq!((message.queue_url(), message.receipt_handle()), ("http://q/1", "r1"));
    assert_eq!(message.body().await.unwrap().as_deref(), Some("hi"));
    assert_eq!(message.data().unwrap().message_id.as_deref(), Some("m1"));
    assert_eq!(message.queue(), queue);
    assert_eq!(queue.message("r1"), *message);

    let outcome = sqs::Message::delete_all(messages).await.unwrap();
    assert_eq!((outcome.done, outcome.failed.len()), (1, 0));
    assert_eq!(sent(&transport, 3)["Entries"], serde_json::json!([{"Id": "m1", "ReceiptHandle": "r1"}]));
    queue.delete().await.unwrap();
    assert_eq!(sent(&transport, 4), serde_json::json!({"QueueUrl": "http://q/1"}));
    assert_eq!(sqs::Message::delete_all([]).await.unwrap().done, 0);
}

#[tokio::test]
async fn attributes_are_loaded_once_and_forgotten_after_an_action() {
    let transport = FakeTransport::new();
    let attributes = |n: u32| format!(r#"{{"Attributes":{{"DelaySeconds":"{n}"}}}}"#);
    transport.answer(200, &[], attributes(0)).answer(200, &[], "{}").answer(200, &[], attributes(7));
    let sqs = session(&transport).connect_to(sqs::Sqs);
    let queue = sqs::Queue::new(&sqs, "http://q/1");
    let shared = queue.clone();
    assert!(!queue.is_loaded() && queue.data().is_none() && transport.requests().is_empty());
    assert_eq!(queue.attributes().await.unwrap()["DelaySeconds"], "0");
    assert_eq!(shared.attributes().await.unwrap()["DelaySeconds"], "0");
    queue.load().await.unwrap();
    assert_eq!((transport.requests().len(), shared.is_loaded()), (1, true));
    queue.set_attributes([("DelaySeconds", "7")]).await.unwrap();
    assert!(!shared.is_loaded());
    shared.reload().await.unwrap();
    assert_eq!(shared.data().unwrap().attributes["DelaySeconds"], "7");
}

fn page(keys: &[&str], next: Option<&str>) -> String {
    let contents: String = keys.iter().map(|k| format!("<Contents><Key>{k}</Key><Size>1</Size></Contents>")).collect();
    let next = next.map(|n| format!("<NextMarker>{n}</NextMarker>")).unwrap_or_default();
    format!("<ListBucketResult><IsTruncated>{}</IsTruncated>{next}{contents}</ListBucketResult>", !next.is_empty())
}

#[tokio::test]
async fn collections_are_lazy_limited_and_filtered() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], page(&["a", "b"], Some("b"))).answer(200, &[], page(&["c", "d"], Some("d")));
    let s3 = session(&transport).connect_to(s3::S3);
    let objects: s3::ObjectSummaryCollection = s3.bucket("box").objects().prefix("p/").page_size(2).limit(3);
    assert!(transport.requests().is_empty());
    let mut each = objects.each();
    let first: s3::ObjectSummary = each.next().await.unwrap().unwrap();
    assert_eq!((first.key(), first.bucket_name(), first.size().await.unwrap()), ("a", "box", Some(1)));
    assert_eq!(transport.requests().len(), 1);
    let rest: Vec<String> = each.collect().await.unwrap().iter().map(|o| o.key().to_owned()).collect();
    assert_eq!(rest, ["b", "c"]);
    let requests = transport.requests();
    for part in ["max-keys=2", "prefix=p%2F", "marker=b"] {
        assert!(requests[1].url.query.contains(part), "{}", requests[1].url.query);
    }
    transport.answer(200, &[], page(&["a"], None));
    assert_eq!(s3.bucket("box").objects().pages().next().await.unwrap().unwrap().len(), 1);
}

#[tokio::test]
async fn objects_are_put_got_and_waited_for() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[("etag", "\"e\"")], "")
        .answer(200, &[("content-length", "5")], "hello")
        .answer(404, &[], "")
        .answer(200, &[("content-length", "5")], "")
        .answer(200, &[("content-length", "5")], "")
        .answer(200, &[], page(&["k", "l"], None))
        .answer(
            200,
            &[],
            "<DeleteResult><Error><Key>k</Key><Code>AccessDenied</Code><Message>no</Message></Error></DeleteResult>",
        );
    let s3 = session(&transport).connect_to(s3::S3);
    let bucket = s3.bucket("box");
    let object = bucket.object("k");
    object.put("hello").content_type("text/plain").await.unwrap();
    let got = object.get().await.unwrap();
    assert_eq!(got.body.collect().await.unwrap(), "hello");
    object.wait_until_exists().delay(Duration::ZERO).await.unwrap();
    assert_eq!(object.content_length().await.unwrap(), Some(5));
    assert_eq!(object.bucket(), bucket);
    let outcome = bucket.objects().delete().await.unwrap();
    assert_eq!((outcome.done, outcome.failed[0].0.key()), (1, "k"));
    assert!(outcome.into_result().unwrap_err().to_string().contains("1 of 2 failed"));
    let url = object.get().presign(Duration::from_secs(60)).await.unwrap();
    assert!(url.url.to_string().contains("box") && url.url.to_string().contains("/k?"), "{url:?}");
}

#[tokio::test]
async fn what_the_input_names_comes_back() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], "")
        .answer(200, &[], "<UpdateGroupResponse/>")
        .answer(200, &[], "<UpdateGroupResponse/>")
        .answer(200, &[], "<CreateTagsResponse/>");
    let made: s3::Object = session(&transport).connect_to(s3::S3).bucket("box").put_object("k", "").await.unwrap();
    assert_eq!((made.bucket_name(), made.key()), ("box", "k"));
    let group = session(&transport).connect_to(iam::Iam).group("old");
    assert_eq!(group.update().new_group_name("new").await.unwrap().unwrap().name(), "new");
    assert!(group.update().new_path("/p/").await.unwrap().is_none());
    let vpc = session(&transport).connect_to(ec2::Ec2).vpc("vpc-1");
    let tag = |key: &str| ec2::types::Tag { key: Some(key.into()), value: Some("v".into()) };
    let tags: Vec<ec2::Tag> = vpc.create_tags([tag("a"), tag("b")]).await.unwrap();
    assert_eq!(
        tags.iter().map(|tag| (tag.resource_id(), tag.key())).collect::<Vec<_>>(),
        [("vpc-1", "a"), ("vpc-1", "b")]
    );
}

#[tokio::test]
async fn references_are_taken_from_the_data() {
    let transport = FakeTransport::new();
    let instance = "<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId>\
        <subnetId>s-1</subnetId><networkInterfaceSet><item><networkInterfaceId>n-1</networkInterfaceId></item><item>\
        <networkInterfaceId>n-2</networkInterfaceId></item></networkInterfaceSet></item></instancesSet></item>\
        </reservationSet></DescribeInstancesResponse>";
    transport.answer(200, &[], instance).answer(200, &[], "<DescribeInstancesResponse/>");
    let ec2 = session(&transport).connect_to(ec2::Ec2);
    let instance = ec2.instance("i-1");
    assert_eq!(instance.subnet().await.unwrap().unwrap().id(), "s-1");
    assert!(instance.vpc().await.unwrap().is_none());
    let interfaces = instance.network_interfaces().await.unwrap();
    assert_eq!(interfaces.iter().map(|one| one.id()).collect::<Vec<_>>(), ["n-1", "n-2"]);
    assert_eq!(transport.requests().len(), 1);
    // The filters of the definition and one's own.
    let mine = ec2::types::Filter { name: Some("tag:team".into()), values: vec!["a".into()] };
    assert!(ec2.vpc("vpc-1").instances().filters([mine]).all().await.unwrap().is_empty());
    let body = String::from_utf8(transport.requests()[1].body.to_vec()).unwrap();
    for part in ["Filter.1.Name=vpc-id", "Filter.1.Value.1=vpc-1", "Filter.2.Name=tag%3Ateam", "Filter.2.Value.1=a"] {
        assert!(body.contains(part), "{part} in {body}");
    }
}

#[tokio::test]
async fn code_over_any_resource_works() {
    async fn names<C: boto_core::Collection>(collection: &C) -> Vec<String> {
        collection
            .all()
            .await
            .unwrap()
            .iter()
            .map(|one| format!("{} {}", C::Item::NAME, one.identifiers()["Url"]))
            .collect()
    }
    async fn loaded<R: Resource>(mut one: R) -> Value {
        one.load().await.unwrap();
        one.untyped().attribute("Attributes").await.unwrap()
    }
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"QueueUrls":["http://q/1"]}"#).answer(
        200,
        &[],
        r#"{"Attributes":{"DelaySeconds":"4"}}"#,
    );
    let sqs = session(&transport).connect_to(sqs::Sqs);
    assert_eq!(names(&sqs.queues().queue_name_prefix("j")).await, ["Queue \"http://q/1\""]);
    assert_eq!(loaded(sqs.queue("http://q/1")).await["DelaySeconds"], "4");
    // Those of one macro fit the other's face.
    let other = alone::Queue::from_untyped(sqs.queue("http://q/1").untyped().clone()).unwrap();
    assert_eq!(other.url(), "http://q/1");
    let mut each = sqs.queues().untyped().each();
    assert!(each.next().await.unwrap().is_err(), "nothing more is answered");
}

#[test]
fn resources_are_cheap_and_shared_by_threads() {
    fn check<T: Send + Sync + Clone + 'static>() {}
    check::<sqs::Queue>();
    check::<sqs::QueueCollection>();
    check::<s3::ObjectSummaryCollection>();
    check::<dynamodb::Table>();
    assert_eq!(size_of::<sqs::Queue>(), size_of::<usize>());
    fn future<T: Send>(_: T) {}
    let sqs = Session::new().connect_to(sqs::Sqs);
    future(sqs.queue("u").attributes());
    future(sqs.queues().all());
    future(sqs.queue("u").receive_messages().into_future());
    let table = Session::new().connect_to(dynamodb::DynamoDb).table("songs");
    assert_eq!(table.scan().limit(3).input().table_name, "songs");
    let _items = table.scan().items();
}

boto_core::service!("tests/models/garden.json" as garden);
boto_core::service!("kms", operations = [ListKeys], resources = [Key]);

#[tokio::test]
async fn models_of_ones_own_bring_resources_along() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], r#"{"Beds":[{"Name":"north","Plants":3},{"Name":"south"}]}"#)
        .answer(200, &[], "{}")
        .answer(200, &[], r#"{"Bed":{"Name":"north","Plants":2}}"#);
    let garden = session(&transport).connect_to(garden::Garden).with_endpoint("http://localhost:1");
    let beds: Vec<garden::Bed> = garden.beds().all().await.unwrap();
    assert_eq!((beds[0].name(), beds[0].plants().await.unwrap()), ("north", Some(3)));
    assert_eq!((beds[1].name(), beds[1].plants().await.unwrap()), ("south", None));
    beds[0].dig(2).await.unwrap();
    assert_eq!(sent(&transport, 1), serde_json::json!({"Name": "north", "Depth": 2}));
    assert_eq!(beds[0].plants().await.unwrap(), Some(2));
    assert_eq!(garden.bed("north"), beds[0]);
}

#[tokio::test]
async fn inferred_resources_are_typed_too() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"KeyMetadata":{"KeyId":"k-1","Description":"mine"}}"#);
    let key = session(&transport).connect_to(kms::Kms).key("k-1");
    assert_eq!(key.description().await.unwrap().as_deref(), Some("mine"));
    assert_eq!(sent(&transport, 0), serde_json::json!({"KeyId": "k-1"}));
}
