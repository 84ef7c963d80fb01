//! Waiters over a transport without a network.

use crate::resources::session;
use boto_core::{http::fake::FakeTransport, wait::waiters, ErrorKind};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

const TABLE: &str = r#"{"Table":{"TableStatus":"CREATING"}}"#;

#[tokio::test]
async fn waits_until_it_is_there_and_tells_the_way() {
    let transport = FakeTransport::new();
    let missing = r#"{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"no"}"#;
    transport.answer(400, &[], missing).answer(200, &[], TABLE).answer(200, &[], TABLE.replace("CREATING", "ACTIVE"));
    let dynamodb = session(&transport).connect_to("dynamodb").unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&seen);
    let answer = dynamodb
        .wait_until("table_exists")
        .param("TableName", "t")
        .delay(Duration::from_millis(1))
        .jitter(0.5)
        .on_progress(move |attempt| {
            told.lock().unwrap().push((attempt.number, attempt.rule.clone(), attempt.error.is_some()))
        })
        .await
        .unwrap()
        .unwrap();
    assert_eq!(answer["Table"]["TableStatus"].as_str(), Some("ACTIVE"));
    let rule = "the error is \"ResourceNotFoundException\"".to_owned();
    assert_eq!(*seen.lock().unwrap(), [(1, Some(rule), true), (2, None, false)]);
}

#[tokio::test]
async fn the_end_of_patience_tells_the_last_answer() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], TABLE).answer(200, &[], TABLE);
    let dynamodb = session(&transport).connect_to("dynamodb").unwrap();
    let wait = || dynamodb.wait_until("TableExists").param("TableName", "t");
    let error = wait().delay(Duration::ZERO).max_attempts(2).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Wait);
    assert_eq!(error.fields()["Table"]["TableStatus"].as_str(), Some("CREATING"));
    assert!(error.to_string().contains("still waiting after 2 attempts"), "{error}");

    // The next attempt, 20 seconds later, would be too late.
    transport.answer(200, &[], TABLE);
    let error = wait().max_time(Duration::from_secs(1)).await.unwrap_err();
    assert!(error.to_string().contains("the time is over"), "{error}");

    transport.answer(400, &[], r#"{"__type":"x#AccessDeniedException","message":"not yours"}"#);
    let error = wait().await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Wait, Some("AccessDeniedException")));
    assert!(error.to_string().contains("not yours"), "{error}");
}

#[tokio::test]
async fn things_to_be_gone_and_names_that_are_wrong() {
    let transport = FakeTransport::new();
    transport.answer(404, &[], "");
    let s3 = session(&transport).connect_to("s3").unwrap();
    let gone = s3.call("HeadBucket").param("Bucket", "b").wait_until("bucket_not_exists").await.unwrap();
    assert!(gone.is_none());
    let error = s3.wait_until("bucket_exist").await.unwrap_err();
    assert!(error.kind() == ErrorKind::Unknown && error.to_string().contains("BucketExists"), "{error}");
    let error = s3.call("ListBuckets").wait_until("BucketExists").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
}

#[tokio::test]
async fn who_stops_waiting_stops_asking() {
    let transport = FakeTransport::new();
    for _ in 0..50 {
        transport.answer(200, &[], TABLE);
    }
    let session = session(&transport);
    let dynamodb = session.connect_to("dynamodb").unwrap();
    let table = session.get_resource("dynamodb", "Table").unwrap().new(&dynamodb, [("name", "t")]).unwrap();
    let wait = table.wait_until("exists").unwrap().delay(Duration::from_millis(20));
    assert!(tokio::time::timeout(Duration::from_millis(50), wait).await.is_err());
    let asked = transport.requests().len();
    assert!((1..10).contains(&asked), "{asked}");
    tokio::time::sleep(Duration::from_millis(60)).await;
    assert_eq!(transport.requests().len(), asked);
}

#[tokio::test]
async fn pauses_are_as_long_as_said_and_jitter_makes_them_shorter() {
    let transport = FakeTransport::new();
    let host = Arc::new(crate::resources_by_hand::Hasty::default());
    let session = boto_core::Session::builder().region("us-east-1").credentials("AKID", "secret").host(host.clone());
    let session = session.tables(|name| boto_model::archive::open(name).map(Arc::new));
    let session = session.transport(Arc::new(transport.clone())).build();
    let dynamodb = session.connect_to("dynamodb").unwrap();
    // The waiter's own delay; one's own; one's own less a share of it, for which the host has the number.
    let share = f64::from(0x0707_0707_u32) / f64::from(u32::MAX);
    for (delay, jitter, pause) in [
        (None, 0.0, Duration::from_secs(20)),
        (Some(3), 0.0, Duration::from_secs(3)),
        (Some(8), 0.5, Duration::from_secs(8).mul_f64(1.0 - 0.5 * share)),
        (Some(8), 7.0, Duration::from_secs(8).mul_f64(1.0 - share)),
    ] {
        transport.answer(200, &[], TABLE).answer(200, &[], TABLE.replace("CREATING", "ACTIVE"));
        let wait = dynamodb.wait_until("table_exists").param("TableName", "t").jitter(jitter);
        let wait = match delay {
            Some(seconds) => wait.delay(Duration::from_secs(seconds)),
            None => wait,
        };
        wait.await.unwrap();
        assert_eq!(std::mem::take(&mut *host.pauses.lock().unwrap()), [pause]);
    }
}

#[tokio::test]
async fn users_write_their_own() {
    let text = r#"{"version":2,"waiters":{"Drained":{"operation":"GetQueueAttributes","delay":0,"maxAttempts":3,
        "acceptors":[{"state":"success","matcher":"path","argument":"Attributes.N","expected":"0"},
        {"state":"success","matcher":"pathInputOutput","argument":"input.QueueUrl == output.Attributes.Url","expected":true}]}}}"#;
    let waiter = waiters(text).unwrap().remove(0);
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"Attributes":{"N":"1"}}"#).answer(200, &[], r#"{"Attributes":{"N":"0"}}"#);
    transport.answer(200, &[], r#"{"Attributes":{"Url":"u"}}"#);
    let sqs = session(&transport).connect_to("sqs").unwrap();
    let call = || sqs.call("GetQueueAttributes").param("QueueUrl", "u");
    call().wait_with(waiter.clone()).await.unwrap();
    assert_eq!(transport.left(), 1);
    call().wait_with(waiter).await.unwrap();

    let error = waiters(&text.replace("\"path\"", "\"psth\"")).unwrap_err().to_string();
    assert!(error.contains("Drained") && error.contains("psth"), "{error}");
    let error = waiters(&text.replace("\"delay\":0", "\"delay\":-1")).unwrap_err().to_string();
    assert!(error.contains("waiters.Drained.delay"), "{error}");
}
