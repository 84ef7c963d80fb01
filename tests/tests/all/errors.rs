//! Every row of docs/errors.md: the mistake is made, and kind and text must be what the table says.

mod canned;
mod table;
mod world;

use boto_core::{config::Origin, Error, ErrorKind, Session};
use boto_tests::{services::sqs::Sqs, unique, Server};
use canned::Canned;
use serde_json::json;
use world::World;

/// The outcome of a call that must fail.
async fn of<T>(call: impl std::future::IntoFuture<Output = Result<T, Error>>) -> Error {
    match call.await {
        Ok(_) => panic!("the mistake went unnoticed"),
        Err(error) => error,
    }
}

#[tokio::test]
async fn names_that_do_not_exist() {
    let session = Server::embedded().session();
    let sqs = session.connect_to("sqs").unwrap();
    let url = "http://127.0.0.1/1/jobs";
    table::check("an unknown service", &session.connect_to("sqss").unwrap_err());
    table::check("an unknown operation", &of(sqs.call("SendMesage")).await);
    let call = sqs.call("SendMessage").params(&json!({"QueueUrl": url, "MessageBody": "hi", "DelaySecond": 5}));
    table::check("an unknown member", &of(call).await);
}

#[tokio::test]
async fn input_that_does_not_fit() {
    let session = Server::embedded().session();
    let sqs = session.connect_to("sqs").unwrap();
    table::check("a missing required member", &of(sqs.call("SendMessage").param("QueueUrl", "http://x/1/jobs")).await);
    let entries = json!({"QueueUrl": "http://x/1/jobs", "Entries": [{"Id": "1"}, {"Id": 2, "MessageBody": "hi"}]});
    table::check("several mistakes at once", &of(sqs.call("SendMessageBatch").params(&entries)).await);
}

#[tokio::test]
async fn settings_that_are_missing() {
    let sqs = Session::builder().host(World::with(&[])).region("europe west").build().connect_to(Sqs);
    table::check("a region that cannot be one", &of(sqs.list_queues()).await);
    let sqs = Session::builder().host(World::with(&[])).region("us-east-1").build().connect_to(Sqs);
    table::check("no credentials", &of(sqs.list_queues()).await);
    let world = World::with(&[("AWS_PROFILE", "prod")]);
    let sqs = Session::builder().host(world).region("us-east-1").build().connect_to(Sqs);
    table::check("a profile that does not exist", &of(sqs.list_queues()).await);
}

/// Boto's default region stands in for one that nobody chose, and the configuration says so.
#[test]
fn a_region_nobody_chose() {
    let session = Session::builder().host(World::with(&[])).build();
    let config = session.config().unwrap();
    assert_eq!((config.region(), config.origin("region")), ("us-east-1", Some(&Origin::Default)));
}

#[tokio::test]
async fn answers_that_are_none() {
    let calls = |canned| {
        let session = Session::builder().host(World::with(&[])).transport(canned).credentials("AKIAEXAMPLE", "secret");
        session.build().connect_to(Sqs).list_queues()
    };
    let page = "<html><body>Please log in to the network</body></html>";
    table::check("a page instead of an answer", &of(calls(Canned::new(200, "text/html", page))).await);
    let overloaded = Canned::new(503, "text/plain", "");
    table::check("a service that is overloaded", &of(calls(overloaded.clone())).await);
    assert_eq!(overloaded.requests(), 3);
    let throttled = r#"{"__type": "com.amazonaws.sqs#RequestThrottled", "message": "Slow down"}"#;
    let throttled = of(calls(Canned::new(403, "application/x-amz-json-1.0", throttled))).await;
    table::check("too many requests", &throttled);
}

#[tokio::test]
async fn nobody_there() {
    let port = {
        // Bound and let go: nobody listens there.
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.local_addr().unwrap().port()
    };
    let server = Server { url: format!("http://127.0.0.1:{port}"), ..Server::embedded() };
    let error = of(server.session().connect_to(Sqs).list_queues()).await;
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error:?}");
    table::check("connection refused", &error);
}

#[tokio::test]
async fn answers_that_refuse() {
    let server = Server::embedded();
    let wrong = server.session_with(&server.access_key, "not-the-secret");
    table::check("a wrong secret", &of(wrong.connect_to("sqs").unwrap().call("ListQueues")).await);
    table::check("an unknown access key", &of(server.session_with("AKIAX", "x").connect_to(Sqs).list_queues()).await);
    let session = server.session();
    table::check("a queue that does not exist", &of(session.connect_to(Sqs).get_queue_url("no-such-queue")).await);
    let s3 = session.connect_to("s3").unwrap();
    let bucket = unique("errors");
    of_ok(s3.call("CreateBucket").param("Bucket", &*bucket)).await;
    let missing = s3.call("GetObject").params(&json!({"Bucket": bucket, "Key": "none"}));
    table::check("an object that does not exist", &of(missing).await);
    let missing = s3.call("HeadObject").params(&json!({"Bucket": bucket, "Key": "none"}));
    table::check("the same, asked without a body", &of(missing).await);
}

async fn of_ok<T>(call: impl std::future::IntoFuture<Output = Result<T, Error>>) -> T {
    call.await.unwrap()
}

#[test]
fn every_row_is_checked() {
    let source = include_str!("errors.rs");
    for mistake in table::mistakes() {
        assert!(source.contains(&format!("table::check(\"{mistake}\"")), "no test makes this mistake: {mistake}");
    }
}
