//! The blocking twin: the same API without a runtime around it, from one thread and from many.

use boto_core::{blocking::*, ErrorKind, Result, Value};
use boto_tests::{
    objects,
    services::{s3, s3::S3, sqs::Sqs},
    unique, Server,
};
use std::{
    io::{BufRead, Read},
    time::Duration,
};

#[test]
fn embedded() -> Result<()> {
    everything(&Server::embedded())
}

#[test]
#[ignore = "needs MiniStack: cargo xtask test"]
fn ministack() -> Result<()> {
    everything(&Server::ministack())
}

fn everything(server: &Server) -> Result<()> {
    assert!(tokio::runtime::Handle::try_current().is_err(), "these tests must run without a runtime");
    let session = server.session().blocking();
    typed(&session)?;
    untyped(&session)?;
    objects(&session)?;
    threads(&session)?;
    let wrong = server.session_with(&server.access_key, "not-the-secret").blocking();
    let refused = wrong.connect_to(Sqs).list_queues().run().expect_err("a wrong secret");
    assert_eq!(refused.status().map(|s| s / 100), Some(4), "{refused}");
    Ok(())
}

fn typed(session: &Blocking) -> Result<()> {
    let s3 = session.connect_to(S3);
    let bucket = unique("blocking");
    s3.create_bucket(&bucket).run()?;
    s3.head_bucket(&bucket).wait_until("bucket_exists").delay(Duration::from_millis(20)).run()?;
    for number in 0..5 {
        s3.put_object(&bucket, format!("key-{number}")).body(vec![b'a' + number; 3000]).run()?;
    }
    let pages: Vec<_> = s3.list_objects_v2(&bucket).max_keys(2).paginate().iter().collect::<Result<_>>()?;
    assert_eq!(pages.iter().map(|page| page.contents.len()).collect::<Vec<_>>(), [2, 2, 1]);
    let keys: Vec<_> = s3.list_objects_v2(&bucket).items().iter().map(|item| Ok(item?.key)).collect::<Result<_>>()?;
    assert_eq!(keys.len(), 5);
    assert_eq!(keys[4].as_deref(), Some("key-4"));

    let mut body = s3.get_object(&bucket, "key-1").run()?.body.reader();
    let mut head = [0; 10];
    body.read_exact(&mut head).unwrap();
    assert_eq!(&head, b"bbbbbbbbbb");
    assert!(!body.fill_buf().unwrap().is_empty());
    let mut rest = Vec::new();
    assert_eq!(body.read_to_end(&mut rest).unwrap(), 2990);

    let url = s3.get_object(&bucket, "key-2").presign(Duration::from_secs(60)).run()?.url;
    assert!(url.path.contains("key-2"), "{url}");
    let missing = s3.get_object(&bucket, "none").run().expect_err("there is no such key");
    assert!(missing.is("NoSuchKey"), "{missing}");
    assert!(missing.modeled::<s3::types::NoSuchKey>().is_some());
    for key in keys.into_iter().flatten() {
        s3.delete_object(&bucket, key).run()?;
    }
    s3.delete_bucket(&bucket).run()?;
    Ok(())
}

fn untyped(session: &Blocking) -> Result<()> {
    let queues = session.get_collection("sqs", "QueueCollection")?.connect(session);
    let queue = queues.create()?.param("QueueName", unique("blocking")).run()?.into_resource()?;
    queue.action("send_message")?.param("MessageBody", "hi").run()?;
    let messages = queue.action("receive_messages")?.run()?.into_resources();
    assert_eq!(messages[0].attribute("Body").run()?, "hi");
    messages[0].action("delete")?.run()?;
    let url = queue.identifier("Url").and_then(Value::as_str).expect("a queue has a url").to_owned();

    let same = session.get_resource("sqs", "Queue")?.new(queue.connection(), [("Url", url.as_str())])?;
    assert_eq!(same, queue);
    assert!(queues.each().iter().any(|listed| listed.is_ok_and(|listed| listed == queue)));
    assert!(queues.all().run()?.contains(&queue));
    let sqs = session.connect_to("sqs")?;
    let out = sqs.call("ReceiveMessage").param("QueueUrl", &*url).run()?;
    assert!(out["Messages"].as_list().is_empty());
    queue.action("delete")?.run()?;
    Ok(())
}

/// Typed resources, their collections, batches and references.
fn objects(session: &Blocking) -> Result<()> {
    let sqs = session.connect_to(objects::sqs::Sqs);
    let name = unique("blocking");
    let queue: objects::sqs::Queue = sqs.queues().create(&name).attributes([("VisibilityTimeout", "7")]).run()?;
    assert_eq!(queue.attributes().run()?["VisibilityTimeout"], "7");
    assert_eq!(sqs.queues().queue_name_prefix(&name).all().run()?, std::slice::from_ref(&queue));
    assert_eq!(sqs.get_queue_by_name(&name).run()?, queue);
    for text in ["one", "two"] {
        queue.send_message(text).run()?;
    }
    let mut bodies = std::collections::BTreeSet::new();
    while bodies.len() < 2 {
        let messages = queue.receive_messages().max_number_of_messages(10).wait_time_seconds(1).run()?;
        assert!(!messages.is_empty(), "only {bodies:?} came");
        for message in &messages {
            bodies.extend(message.body().run()?);
        }
        assert!(objects::sqs::Message::delete_all(messages).run()?.failed.is_empty());
    }
    let found = sqs.queues().each().iter().any(|listed| listed.is_ok_and(|listed| listed == queue));
    assert!(found, "the queue is listed one by one too");
    let pages: Vec<_> = sqs.queues().pages().iter().collect::<Result<_>>()?;
    assert!(pages.iter().flatten().any(|listed| *listed == queue));
    queue.delete().run()?;
    Ok(())
}

fn threads(session: &Blocking) -> Result<()> {
    let sqs = session.connect_to(Sqs);
    let url = sqs.create_queue(unique("blocking")).run()?.queue_url.unwrap_or_default();
    std::thread::scope(|scope| {
        for number in 0..16 {
            let (sqs, url) = (&sqs, &url);
            scope.spawn(move || {
                for message in 0..4 {
                    sqs.send_message(url, format!("{number}-{message}")).run().unwrap();
                }
            });
        }
    });
    let mut seen = std::collections::BTreeSet::new();
    while seen.len() < 64 {
        let got = sqs.receive_message(&url).max_number_of_messages(10).wait_time_seconds(1).run()?.messages;
        assert!(!got.is_empty(), "only {} messages came", seen.len());
        for message in got {
            sqs.delete_message(&url, message.receipt_handle.unwrap_or_default()).run()?;
            seen.insert(message.body.unwrap_or_default());
        }
    }
    sqs.delete_queue(&url).run()?;
    Ok(())
}

/// Whatever blocks, tried here.
fn refusals(session: &Blocking) -> Vec<boto_core::Error> {
    let s3 = session.connect_to("s3").unwrap();
    let mut reader = boto_core::ByteStream::from("text").reader();
    let io = reader.read(&mut [0; 4]).expect_err("a body");
    let io = io.downcast::<boto_core::Error>().expect("our own error inside");
    let mut pages = s3.call("ListBuckets").paginate().iter();
    let page = pages.next().unwrap().expect_err("a page");
    assert!(pages.next().is_none(), "an iterator ends after that");
    vec![
        s3.call("ListBuckets").run().expect_err("a call"),
        session.block_on(async { 1 }).expect_err("a future"),
        page,
        io,
    ]
}

fn refuses(session: &Blocking) {
    for error in refusals(session) {
        assert_eq!(error.kind(), ErrorKind::Usage, "{error}");
        assert!(error.to_string().contains("spawn_blocking"), "{error}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn refused_in_a_runtime_of_one_thread() {
    let session = Server::embedded().session().blocking();
    refuses(&session);
    let other = session.clone();
    tokio::spawn(async move { refuses(&other) }).await.unwrap();
    allowed(session).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refused_in_a_runtime_of_many_threads() {
    let session = Server::embedded().session().blocking();
    refuses(&session);
    let other = session.clone();
    tokio::spawn(async move { refuses(&other) }).await.unwrap();
    let other = session.clone();
    tokio::spawn(async move { tokio::task::block_in_place(|| call(&other)) }).await.unwrap();
    allowed(session).await;
}

/// What may block in a runtime: threads made for it; and the runtime goes on as before.
async fn allowed(session: Blocking) {
    let here = session.connect_to("s3").unwrap().call("ListBuckets").await;
    assert!(here.is_ok(), "{here:?}");
    tokio::task::spawn_blocking(move || call(&session)).await.unwrap();
    // The budget of this task is what it was: so much without a pause would exhaust one that had been used up.
    tokio::task::yield_now().await;
}

fn call(session: &Blocking) {
    session.connect_to("s3").unwrap().call("ListBuckets").run().unwrap();
}

#[test]
fn a_thread_that_only_knows_of_a_runtime_may_block() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let _entered = runtime.enter();
    let session = Server::embedded().session().blocking();
    assert_eq!(session.block_on(async { 7 }).unwrap(), 7);
    call(&session);
}

#[test]
fn blocking_and_awaiting_share_a_session() {
    let session = Server::embedded().session();
    call(&session.blocking());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { session.connect_to("s3").unwrap().call("ListBuckets").await }).unwrap();
    drop(runtime);
    // Connections of a runtime that is gone do not come back.
    call(&session.blocking());
}
