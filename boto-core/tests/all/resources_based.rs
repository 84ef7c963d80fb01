//! Bases: hooks that change what goes and what comes, other classes, relations of one's own; and what is shared.

use crate::resources::{sent, session};
use boto_core::{
    http::fake::FakeTransport,
    resource::{Base, Resource},
    Error, ErrorKind, Value,
};
use std::sync::{
    atomic::{AtomicUsize, Ordering},
    Arc, Mutex,
};

fn queue_of(class: &Arc<boto_core::resource::ResourceClass>, session: &boto_core::Session) -> Resource {
    class.new(&session.connect_to("sqs").unwrap(), [("Url", "http://q/1")]).unwrap()
}

#[tokio::test]
async fn params_pass_through_hooks_of_the_method_and_then_of_all() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"MessageId":"m1","MD5OfMessageBody":"49f68a5c8493ec2c0bf489821c21fc3b"}"#);
    let session = session(&transport);
    let order = Arc::new(Mutex::new(Vec::new()));
    let (first, second) = (Arc::clone(&order), Arc::clone(&order));
    let base = Arc::new(
        Base::new("ordered")
            .update_params(move |doing, mut params| {
                first.lock().unwrap().push(format!("all {} {}", doing.class, doing.method));
                async move {
                    params["DelaySeconds"] = 3.into();
                    Ok(params)
                }
            })
            .update_params_of("send_message", move |doing, params| {
                second.lock().unwrap().push(format!("own {}", doing.operation));
                async move {
                    tokio::task::yield_now().await;
                    Ok(params)
                }
            })
            .post_process_of("SendMessage", |_, mut answer| async move {
                if let Value::Map(members) = &mut answer {
                    members["Seen"] = true.into();
                }
                Ok(answer)
            }),
    );
    let class = session.get_resource_with("sqs", "Queue", &base).unwrap();
    let answer = queue_of(&class, &session).action("send_message").unwrap().param("MessageBody", "hi").await.unwrap();
    assert_eq!(answer.into_value()["Seen"].as_bool(), Some(true));
    assert_eq!(*order.lock().unwrap(), ["own SendMessage", "all Queue SendMessage"]);
    let expected = serde_json::json!({"QueueUrl": "http://q/1", "MessageBody": "hi", "DelaySeconds": 3});
    assert_eq!(sent(&transport, 0), expected);
}

#[tokio::test]
async fn a_hook_that_fails_keeps_a_call_from_being_made() {
    let transport = FakeTransport::new();
    let session = session(&transport);
    let refuse = |_, _| async { Err(Error::new(ErrorKind::Validation, "not on a Friday")) };
    let base = Arc::new(Base::new("careful").update_params_of("delete", refuse));
    let queue = queue_of(&session.get_resource_with("sqs", "Queue", &base).unwrap(), &session);
    let error = queue.action("delete").unwrap().await.unwrap_err();
    assert!(error.to_string().contains("not on a Friday"), "{error}");
    assert!(transport.requests().is_empty());
    // The class without that base has no hooks.
    assert!(session.get_resource("sqs", "Queue").unwrap().base().is_none());
}

#[tokio::test]
async fn what_is_listed_passes_one_by_one_and_is_of_another_class() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"QueueUrls":["http://q/1","http://q/skip","http://q/3"]}"#).answer(
        200,
        &[],
        r#"{"QueueUrl":"http://q/new"}"#,
    );
    let session = session(&transport);
    let mine = Arc::new(Base::new("mine"));
    let class = session.get_resource_with("sqs", "Queue", &mine).unwrap();
    let base = Arc::new(
        Base::new("picky")
            .update_params_of("each", |_, mut params| async move {
                params["QueueNamePrefix"] = "p".into();
                Ok(params)
            })
            .post_process_of("each", |_, answer| async move {
                assert_eq!(answer["QueueUrls"].as_list().len(), 3);
                Ok(answer)
            })
            .post_process_each(|queue| async move {
                let skip = queue.identifier("Url").and_then(Value::as_str).is_some_and(|url| url.ends_with("skip"));
                Ok((!skip).then_some(queue))
            })
            .change_resource(Arc::clone(&class)),
    );
    let queues = session.get_collection_with("sqs", "QueueCollection", &base).unwrap().connect(&session);
    let all = queues.all().await.unwrap();
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|queue| Arc::ptr_eq(queue.class(), &class)));
    assert_eq!(sent(&transport, 0), serde_json::json!({"QueueNamePrefix": "p"}));
    let made = queues.create().unwrap().param("QueueName", "new").await.unwrap().into_resource().unwrap();
    assert!(Arc::ptr_eq(made.class(), &class));
}

#[tokio::test]
async fn a_stand_in_must_have_as_many_identifiers() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"QueueUrls":["http://q/1"]}"#);
    let session = session(&transport);
    let base = Arc::new(Base::new("odd").change_resource(session.get_resource("sqs", "Message").unwrap()));
    let queues = session.get_collection_with("sqs", "QueueCollection", &base).unwrap().connect(&session);
    let error = queues.all().await.unwrap_err().to_string();
    assert!(error.contains("cannot stand in for Queue"), "{error}");
}

#[tokio::test]
async fn relations_of_ones_own_lead_to_any_service() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"logGroups":[{"logGroupName":"/aws/lambda/f"}]}"#);
    let session = session(&transport);
    let (one, many) = (session.clone(), session.clone());
    let base = Arc::new(
        Base::new("logged")
            .has_one("LogGroup", move |function| {
                let session = one.clone();
                async move {
                    let name = function.identifier("Name").and_then(Value::as_str).unwrap_or_default();
                    let logs = session.connect_to("logs")?;
                    let class = session.get_resource("logs", "LogGroup")?;
                    class.new(&logs, [("Name", format!("/aws/lambda/{name}"))]).map(Some)
                }
            })
            .has_many("Logs", move |function| {
                let name = function.identifier("Name").and_then(Value::as_str).unwrap_or_default();
                let groups = many.get_collection("logs", "LogGroupCollection")?.connect(&many);
                Ok(groups.filter("logGroupNamePrefix", format!("/aws/lambda/{name}")))
            }),
    );
    let class = session.get_resource_with("lambda", "Function", &base).unwrap();
    let function = class.new(&session.connect_to("lambda").unwrap(), [("function_name", "f")]).unwrap();
    assert!(class.relations().any(|name| name == "LogGroup") && class.collections().any(|name| name == "Logs"));
    let group = function.related("log_group", [""; 0]).await.unwrap().unwrap();
    assert_eq!(format!("{group:?}"), r#"logs.LogGroup(Name="/aws/lambda/f")"#);
    assert!(transport.requests().is_empty());
    assert_eq!(function.collection("logs").unwrap().all().await.unwrap(), [group]);
}

#[tokio::test]
async fn what_is_done_with_all_is_done_with_few_at_once_and_failures_are_told() {
    let transport = FakeTransport::new();
    let urls: Vec<String> = (0..40).map(|n| format!("\"http://q/{n}\"")).collect();
    transport.answer(200, &[], format!(r#"{{"QueueUrls":[{}]}}"#, urls.join(",")));
    let session = session(&transport);
    let queues = session.get_collection("sqs", "QueueCollection").unwrap().connect(&session);
    let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let outcome = queues
        .for_each(8, |queue| {
            let (now, most) = (&now, &most);
            async move {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                for _ in 0..3 {
                    tokio::task::yield_now().await;
                }
                now.fetch_sub(1, Ordering::SeqCst);
                match queue.identifier("Url").and_then(Value::as_str) {
                    Some("http://q/7") => Err(Error::new(ErrorKind::Usage, "not this one")),
                    _ => Ok(()),
                }
            }
        })
        .await
        .unwrap();
    assert_eq!((outcome.done, outcome.failed.len(), most.into_inner()), (39, 1, 8));
    assert_eq!(format!("{:?}", outcome.failed[0].0), r#"sqs.Queue(Url="http://q/7")"#);
}

#[tokio::test]
async fn pages_are_fetched_while_work_is_under_way_and_their_error_waits_for_it() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"QueueUrls":["http://q/1","http://q/2"],"NextToken":"n"}"#);
    transport.answer(200, &[], r#"{"QueueUrls":["http://q/3"],"NextToken":"m"}"#);
    transport.answer(403, &[], r#"{"__type":"AccessDenied"}"#);
    let session = session(&transport);
    let queues = session.get_collection("sqs", "QueueCollection").unwrap().connect(&session);
    let (begun, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let third = tokio::sync::Notify::new();
    // The first two wait for the third, which is of the second page.
    let work = queues.for_each(3, |_| {
        let (begun, done, third) = (&begun, &done, &third);
        async move {
            match begun.fetch_add(1, Ordering::SeqCst) {
                2 => third.notify_waiters(),
                _ => third.notified().await,
            }
            tokio::task::yield_now().await;
            done.fetch_add(1, Ordering::SeqCst);
            Ok(())
        }
    });
    let error = tokio::time::timeout(std::time::Duration::from_secs(5), work).await.unwrap().unwrap_err();
    assert_eq!((error.status(), done.into_inner()), (Some(403), 3));
}

#[test]
fn sixty_four_threads_share_one_build_of_each_class() {
    let session = session(&FakeTransport::new());
    let base = Arc::new(Base::new("shared"));
    let start = std::sync::Barrier::new(64);
    let build = || {
        start.wait();
        let resource = session.get_resource("lambda", "Function").unwrap();
        let collection = session.get_collection("lambda", "FunctionCollection").unwrap();
        let based = session.get_resource_with("lambda", "Function", &base).unwrap();
        // Resources of one class are made by all of them.
        let lambda = session.connect_to("lambda").unwrap();
        let made = resource.new(&lambda, [("Name", "f")]).unwrap();
        assert_eq!(format!("{made:?}"), r#"lambda.Function(Name="f")"#);
        (resource, collection, based)
    };
    let built: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..64).map(|_| scope.spawn(build)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for (resource, collection, based) in &built {
        assert!(Arc::ptr_eq(resource, &built[0].0) && Arc::ptr_eq(collection, &built[0].1));
        assert!(Arc::ptr_eq(based, &built[0].2) && !Arc::ptr_eq(based, resource));
    }
    // The connection class, and one class each of the resource, the collection and the resource with the base.
    assert_eq!(session.cache().len(), 4);
}

#[tokio::test]
async fn batches_pass_through_hooks_and_load_what_they_need() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"Messages":[{"MessageId":"m1","ReceiptHandle":"r1","Body":"hi"}]}"#).answer(
        200,
        &[],
        r#"{"Successful":[{"Id":"m1"}],"Failed":[]}"#,
    );
    let session = session(&transport);
    let definitions = r#"{"service": {}, "resources": {
        "Queue": {"identifiers": [{"name": "Url"}], "hasMany": {"Messages": {
            "request": {"operation": "ReceiveMessage", "params": [{"target": "QueueUrl", "source": "identifier", "name": "Url"}]},
            "resource": {"type": "Message", "identifiers": [
                {"target": "QueueUrl", "source": "identifier", "name": "Url"},
                {"target": "Handle", "source": "response", "path": "Messages[].ReceiptHandle"}], "path": "Messages[]"}}}},
        "Message": {"identifiers": [{"name": "QueueUrl"}, {"name": "Handle"}], "shape": "Message", "batchActions": {"Delete": {
            "request": {"operation": "DeleteMessageBatch", "params": [
                {"target": "QueueUrl", "source": "identifier", "name": "QueueUrl"},
                {"target": "Entries[*].Id", "source": "data", "path": "MessageId"},
                {"target": "Entries[*].ReceiptHandle", "source": "identifier", "name": "Handle"}]}}}}}}"#;
    session.add_resources("sqs", definitions).unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sees = Arc::clone(&seen);
    let base = Arc::new(Base::new("seen").update_params_of("delete", move |doing, params| {
        sees.lock().unwrap().push(doing.operation);
        async move { Ok(params) }
    }));
    let sqs = session.connect_to("sqs").unwrap();
    let queue = session.get_resource("sqs", "Queue").unwrap().new(&sqs, [("Url", "http://q/1")]).unwrap();
    let messages = session.get_collection_with("sqs", "MessageCollection", &base).unwrap().connection(&sqs).of(&queue);
    let outcome = messages.batch("delete").unwrap().await.unwrap();
    assert_eq!((outcome.done, outcome.failed.len()), (1, 0));
    assert_eq!(*seen.lock().unwrap(), ["DeleteMessageBatch"]);
    let entries = serde_json::json!([{"Id": "m1", "ReceiptHandle": "r1"}]);
    assert_eq!(sent(&transport, 1), serde_json::json!({"QueueUrl": "http://q/1", "Entries": entries}));
}
