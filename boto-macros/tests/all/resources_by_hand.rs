//! Hooks on typed resources, and what boto3 writes by hand, typed.

use crate::resources::{dynamodb, ec2, s3, sent, session, sqs};
use boto_core::{http::fake::FakeTransport, resource::Base, Collection, Error, ErrorKind, Resource, Value};
use std::{
    sync::{
        atomic::{AtomicUsize, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

#[tokio::test]
async fn hooks_see_what_typed_actions_send_and_what_comes() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"MessageId":"m1","MD5OfMessageBody":"49f68a5c8493ec2c0bf489821c21fc3b"}"#);
    transport.answer(200, &[], r#"{"MessageId":"m2"}"#);
    let sqs = session(&transport).connect_to(sqs::Sqs);
    let order = Arc::new(Mutex::new(Vec::new()));
    let (first, second) = (Arc::clone(&order), Arc::clone(&order));
    let base = Base::new("ordered")
        .update_params(move |doing, mut params| {
            first.lock().unwrap().push(format!("all {} {} {}", doing.class, doing.method, doing.operation));
            async move {
                assert_eq!(doing.resource.map(|r| format!("{r:?}")).unwrap(), "sqs.Queue(Url=\"http://q/1\")");
                // What nobody gave is not there, neither here nor in what is sent.
                assert_eq!(params.0.keys().collect::<Vec<_>>(), ["MessageBody", "QueueUrl"]);
                params["DelaySeconds"] = 3.into();
                Ok(params)
            }
        })
        .update_params_of("send_message", move |_, params| {
            second.lock().unwrap().push("own".to_owned());
            async move {
                tokio::task::yield_now().await;
                Ok(params)
            }
        })
        .post_process_of("SendMessage", |_, mut answer| async move {
            answer["MessageId"] = "seen".into();
            Ok(answer)
        });
    let queue = sqs.queue("http://q/1").with_base(&Arc::new(base));
    let answer = queue.send_message("hi").await.unwrap();
    assert_eq!(answer.message_id.as_deref(), Some("seen"));
    assert_eq!(answer.md5_of_message_body.as_deref(), Some("49f68a5c8493ec2c0bf489821c21fc3b"));
    assert_eq!(*order.lock().unwrap(), ["own", "all Queue SendMessage SendMessage"]);
    let expected = serde_json::json!({"QueueUrl": "http://q/1", "MessageBody": "hi", "DelaySeconds": 3});
    assert_eq!(sent(&transport, 0), expected);
    // The resource without the base has no hooks.
    assert_eq!(sqs.queue("http://q/1").send_message("hi").await.unwrap().message_id.as_deref(), Some("m2"));
}

#[tokio::test]
async fn a_hook_that_fails_keeps_typed_calls_from_being_made() {
    let transport = FakeTransport::new();
    let refuse = |_, _| async { Err(Error::new(ErrorKind::Usage, "not on a Friday")) };
    let base = Arc::new(Base::new("careful").update_params(refuse));
    let connection = session(&transport).connect_to(dynamodb::DynamoDb);
    let table = dynamodb::Table::new(&connection, "t").with_base(&base);
    for error in [
        table.delete().await.unwrap_err(),
        table.load().await.unwrap_err(),
        table.wait_until_exists().await.unwrap_err(),
        table.table_status().await.unwrap_err(),
        connection.tables().with_base(&base).all().await.unwrap_err(),
        connection.tables().with_base(&base).create("t").await.unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.message()), (ErrorKind::Usage, "not on a Friday"));
    }
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn hooks_see_loading_and_waiting_of_typed_resources() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"Table":{"TableStatus":"CREATING","ItemCount":1}}"#);
    transport.answer(200, &[], r#"{"Table":{"TableStatus":"UPDATING","ItemCount":1}}"#);
    transport.answer(200, &[], r#"{"Table":{"TableStatus":"UPDATING","ItemCount":1}}"#);
    let connection = session(&transport).connect_to(dynamodb::DynamoDb);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sees = Arc::clone(&seen);
    let base = Base::new("lenient").post_process(move |doing, mut answer| {
        sees.lock().unwrap().push(doing.method);
        async move {
            if answer["Table"]["TableStatus"] == "UPDATING" {
                answer["Table"]["TableStatus"] = "ACTIVE".into();
                answer["Table"]["ItemCount"] = 2.into();
            }
            Ok(answer)
        }
    });
    let table = dynamodb::Table::new(&connection, "t").with_base(&Arc::new(base));
    let answer = table.wait_until_exists().delay(Duration::ZERO).await.unwrap().unwrap();
    assert_eq!(answer.table.unwrap().item_count, Some(2));
    assert_eq!(table.table_status().await.unwrap(), Some(dynamodb::types::TableStatus::Active));
    assert_eq!(*seen.lock().unwrap(), ["Exists", "Exists", "load"]);
}

#[tokio::test]
async fn typed_collections_have_hooks_of_their_own() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"QueueUrls":["http://q/1","http://q/skip","http://q/3"]}"#);
    transport.answer(200, &[], r#"{"QueueUrl":"http://q/new"}"#);
    let sqs = session(&transport).connect_to(sqs::Sqs);
    let mine = Arc::new(Base::new("mine"));
    let class = Arc::new(sqs.queue("").untyped().class().with_base(&mine));
    let base = Base::new("picky")
        .update_params_of("each", |_, mut params| async move {
            params["QueueNamePrefix"] = "p".into();
            Ok(params)
        })
        .update_params_of("create", |doing, mut params| async move {
            assert_eq!((doing.class.as_str(), doing.operation.as_str()), ("Queues", "CreateQueue"));
            params["QueueName"] = "pnew".into();
            Ok(params)
        })
        .post_process_each(|queue| async move {
            let skip = queue.identifier("Url").and_then(Value::as_str).is_some_and(|url| url.ends_with("skip"));
            Ok((!skip).then_some(queue))
        })
        .change_resource(class);
    let queues = sqs.queues().with_base(&Arc::new(base));
    let all: Vec<sqs::Queue> = queues.all().await.unwrap();
    assert_eq!(all.iter().map(sqs::Queue::url).collect::<Vec<_>>(), ["http://q/1", "http://q/3"]);
    assert!(all.iter().all(|queue| queue.class().base().unwrap().name() == "mine"));
    assert_eq!(sent(&transport, 0), serde_json::json!({"QueueNamePrefix": "p"}));
    let made: sqs::Queue = queues.create("new").await.unwrap();
    assert_eq!((made.url(), made.class().base().unwrap().name()), ("http://q/new", "mine"));
    assert_eq!(sent(&transport, 1), serde_json::json!({"QueueName": "pnew"}));
}

#[tokio::test]
async fn what_is_made_is_made_of_what_hooks_sent() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], "<R/>");
    let ec2 = session(&transport).connect_to(ec2::Ec2);
    let base = Base::new("suffix").update_params_of("create_tags", |_, mut params| async move {
        params["Tags"][0]["Value"] = "changed".into();
        Ok(params)
    });
    let tag = ec2::types::Tag { key: Some("k".into()), value: Some("v".into()) };
    let tags: Vec<ec2::Tag> = ec2.instance("i-1").with_base(&Arc::new(base)).create_tags([tag]).await.unwrap();
    assert_eq!(format!("{tags:?}"), r#"[ec2.Tag(Key="k", ResourceId="i-1", Value="changed")]"#);
}

#[tokio::test]
async fn typed_collections_are_gone_through_side_by_side() {
    let transport = FakeTransport::new();
    let urls: Vec<String> = (0..20).map(|n| format!("\"http://q/{n}\"")).collect();
    transport.answer(200, &[], format!(r#"{{"QueueUrls":[{}],"NextToken":"n"}}"#, urls[..10].join(",")));
    transport.answer(200, &[], format!(r#"{{"QueueUrls":[{}]}}"#, urls[10..].join(",")));
    let sqs = session(&transport).connect_to(sqs::Sqs);
    let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = |queue: sqs::Queue| {
        let (now, most) = (&now, &most);
        async move {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            for _ in 0..3 {
                tokio::task::yield_now().await;
            }
            now.fetch_sub(1, Ordering::SeqCst);
            match queue.url() {
                "http://q/7" => Err(Error::new(ErrorKind::Usage, "not this one")),
                _ => Ok(()),
            }
        }
    };
    let outcome = sqs.queues().for_each(4, work).await.unwrap();
    assert_eq!((outcome.done, outcome.failed.len()), (19, 1));
    assert_eq!(outcome.failed[0].0.url(), "http://q/7");
    assert_eq!(most.into_inner(), 4);
    assert_eq!(
        outcome.into_result().unwrap_err().message(),
        "1 of 20 failed, first sqs.Queue(Url=\"http://q/7\"): not this one"
    );
    // As a trait, for any collection, with what narrows it down; and in a task of its own.
    async fn count<C: Collection>(all: &C) -> usize {
        all.for_each(2, |_| async { Ok(()) }).await.unwrap().done
    }
    transport.answer(200, &[], format!(r#"{{"QueueUrls":[{}]}}"#, urls.join(",")));
    let some = sqs.queues().queue_name_prefix("q").limit(5);
    assert_eq!(tokio::spawn(async move { count(&some).await }).await.unwrap(), 5);
    assert_eq!(sent(&transport, 2), serde_json::json!({"QueueNamePrefix": "q"}));
}

#[tokio::test]
async fn buckets_and_objects_transfer_and_load() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[("etag", "e1")], "")
        .answer(200, &[("content-length", "3")], "")
        .answer(200, &[], "abc")
        .answer(200, &[("content-length", "3")], "")
        .answer(200, &[], "<R><ETag>c</ETag></R>")
        .answer(200, &[], "<R><Buckets><Bucket><Name>b</Name><CreationDate>2024-01-02T03:04:05Z</CreationDate></Bucket></Buckets></R>")
        .answer(200, &[("content-length", "7")], "");
    let connection = session(&transport).connect_to(s3::S3);
    let bucket = connection.bucket("b");
    let done = bucket.upload_fileobj("abc", "k").param("ContentType", "text/x").await.unwrap();
    assert_eq!((done.bytes, done.parts, &done.output["ETag"]), (3, 0, &"e1".into()));
    let mut bytes = Vec::new();
    bucket.object("k").download_fileobj(&mut bytes).await.unwrap();
    assert_eq!(bytes, b"abc");
    bucket.copy([("Bucket", "b"), ("Key", "k")], "k2").await.unwrap();
    assert_eq!(bucket.creation_date().await.unwrap().unwrap().to_string(), "2024-01-02T03:04:05Z");
    assert_eq!(s3::ObjectSummary::new(&connection, "b", "k").size().await.unwrap(), Some(7));
    let lines: Vec<String> = transport.requests().iter().map(|r| format!("{} {}", r.method, r.url.path)).collect();
    assert_eq!(lines, ["PUT /b/k", "HEAD /b/k", "GET /b/k", "HEAD /b/k", "PUT /b/k2", "GET /", "HEAD /b/k"]);
}

#[tokio::test]
async fn tables_write_batches() {
    use dynamodb::types::AttributeValue;
    let transport = FakeTransport::new();
    for _ in 0..2 {
        transport.answer(200, &[], r#"{"UnprocessedItems":{}}"#);
    }
    let connection = session(&transport).connect_to(dynamodb::DynamoDb);
    let mut writer = connection.table("t").batch_writer().overwrite_by_keys(["id"]);
    for number in 0..26 {
        let set = AttributeValue::Ns(vec!["1".into()]);
        let blob = AttributeValue::B(b"\x00\xff".to_vec().into());
        writer.put_item([("id", AttributeValue::N(number.to_string())), ("s", set), ("b", blob)]).await.unwrap();
    }
    assert_eq!(transport.requests().len(), 1);
    writer.delete_item([("id", AttributeValue::N("25".into()))]).await.unwrap();
    writer.finish().await.unwrap();
    let first = &sent(&transport, 0)["RequestItems"]["t"];
    assert_eq!(first.as_array().unwrap().len(), 25);
    let item = serde_json::json!({"id": {"N": "0"}, "s": {"NS": ["1"]}, "b": {"B": "AP8="}});
    assert_eq!(first[0]["PutRequest"]["Item"], item);
    let last = &sent(&transport, 1)["RequestItems"]["t"];
    assert_eq!(*last, serde_json::json!([{"DeleteRequest": {"Key": {"id": {"N": "25"}}}}]));
}

#[tokio::test]
async fn tags_of_many_are_all_pairs() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], "<R/>").answer(200, &[], "<R/>");
    let ec2 = session(&transport).connect_to(ec2::Ec2);
    let tag = |key: &str| ec2::types::Tag { key: Some(key.into()), value: Some("v".into()) };
    let tags: Vec<ec2::Tag> = ec2.create_tags_resource(["a", "b"], [tag("k1"), tag("k2")]).await.unwrap();
    let pairs: Vec<_> = tags.iter().map(|tag| (tag.resource_id(), tag.key())).collect();
    assert_eq!(pairs, [("a", "k1"), ("a", "k2"), ("b", "k1"), ("b", "k2")]);
    ec2.instance("i-1").delete_tags().await.unwrap();
    let body = String::from_utf8(transport.requests()[1].body.to_vec()).unwrap();
    assert!(body.contains("Action=DeleteTags") && body.contains("ResourceId.1=i-1"), "{body}");
}

#[tokio::test]
async fn tables_give_their_items_and_bodies_are_arguments() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"Items":[{"id":{"S":"a"}},{"id":{"S":"b"}}],"LastEvaluatedKey":{"id":{"S":"b"}}}"#);
    transport.answer(200, &[], r#"{"Items":[{"id":{"S":"c"}}]}"#);
    transport.answer(200, &[], "").answer(200, &[], "");
    let session = session(&transport);
    let items = session.connect_to(dynamodb::DynamoDb).table("songs").items().collect().await.unwrap();
    let wanted = ["a", "b", "c"].map(|id| dynamodb::types::AttributeValue::S(id.to_owned()));
    assert_eq!(items.iter().map(|item| item["id"].clone()).collect::<Vec<_>>(), wanted);
    assert_eq!(sent(&transport, 1)["ExclusiveStartKey"]["id"]["S"], "b");

    let bucket = session.connect_to(s3::S3).bucket("box");
    bucket.object("k").put("one").await.unwrap();
    bucket.put_object("l", "two").await.unwrap();
    let requests = transport.requests();
    assert!(requests[2].url.path.ends_with("/k") && requests[3].url.path.ends_with("/l"));
    assert!(String::from_utf8_lossy(&requests[3].body).contains("two"));
}
