//! Endpoint discovery, over a transport without a network.

use boto_core::{
    host::{Command, Host, Output, System},
    http::{fake::FakeTransport, TransportErrorKind},
    BoxFuture, Connection, DateTime, Error, Result, Session, Value,
};
use boto_model::{archive, pack, Service};
use std::{
    ffi::OsString,
    future::IntoFuture,
    io,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicI64, Ordering},
        Arc,
    },
    time::Duration,
};

/// Nothing but a clock.
#[derive(Debug, Default)]
struct Clock(AtomicI64);

impl Host for Clock {
    fn var(&self, _: &str) -> Option<OsString> {
        None
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn read(&self, _: &Path) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
    fn now(&self) -> DateTime {
        DateTime::from_parts(1_700_000_000 + self.0.load(Ordering::SeqCst), 0)
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::ready(()))
    }
    fn random(&self, buffer: &mut [u8]) {
        System.random(buffer);
    }
    fn run(&self, _: Command) -> BoxFuture<'static, io::Result<Output>> {
        Box::pin(async { Err(io::ErrorKind::NotFound.into()) })
    }
}

struct Stage {
    transport: FakeTransport,
    clock: Arc<Clock>,
    connection: Connection,
}

/// The service with those operations only, or with all of them.
fn stage(service: &str, only: &[&str], enabled: Option<&str>, endpoint: Option<&str>) -> Stage {
    let (transport, clock) = (FakeTransport::new(), Arc::new(Clock::default()));
    let mut builder = Session::builder()
        .host(clock.clone())
        .region("us-west-2")
        .credentials("AKID", "secret")
        .transport(Arc::new(transport.clone()))
        .settings(|s| {
            s.max_attempts = Some(1);
            s.endpoint_discovery_enabled = enabled.map(str::to_owned);
        });
    if let Some(endpoint) = endpoint {
        builder = builder.endpoint_url(endpoint);
    }
    let mut tables = archive::open(service).unwrap();
    if !only.is_empty() {
        tables = Service::open(pack::prune(&tables, only).unwrap()).unwrap();
    }
    let connection = Connection::from_table(&builder.build(), Arc::new(tables));
    Stage { transport, clock, connection }
}

impl Stage {
    fn tell(&self, address: &str, minutes: u32) -> &Stage {
        let body = format!(r#"{{"Endpoints":[{{"Address":"{address}","CachePeriodInMinutes":{minutes}}}]}}"#);
        self.transport.answer(200, &[], body);
        self
    }

    fn ok(&self) -> &Stage {
        self.transport.answer(200, &[], "{}");
        self
    }

    async fn call(&self) -> Result<Value> {
        match &*self.connection.service().metadata().name {
            "dynamodb" => self.connection.call("DescribeTable").param("TableName", "table").await,
            _ => self.connection.call("ListDatabases").await,
        }
    }

    /// Host and operation of all requests so far.
    fn sent(&self) -> Vec<(String, String)> {
        let requests = self.transport.requests().into_iter();
        let target = |headers: &boto_core::http::HeaderMap| headers["x-amz-target"].to_str().unwrap().to_owned();
        requests
            .map(|r| (r.url.authority, target(&r.headers).rsplit('.').next().unwrap_or_default().to_owned()))
            .collect()
    }
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(host, operation)| ((*host).to_owned(), (*operation).to_owned())).collect()
}

const USUAL: &str = "ingest.timestream.us-west-2.amazonaws.com";
const DYNAMODB: &str = "dynamodb.us-west-2.amazonaws.com";

#[tokio::test]
async fn required_discovery_is_done_and_kept_for_its_time() {
    for only in [&[][..], &["ListDatabases"]] {
        let stage = stage("timestream-write", only, None, None);
        stage.tell("ingest-cell1.timestream.example", 5).ok().ok();
        stage.call().await.unwrap();
        stage.call().await.unwrap();
        let cell = "ingest-cell1.timestream.example";
        let list = "ListDatabases";
        assert_eq!(stage.sent(), pairs(&[(USUAL, "DescribeEndpoints"), (cell, list), (cell, list)]));
        let signed = &stage.transport.requests()[1].headers["authorization"];
        assert!(signed.to_str().unwrap().contains("/us-west-2/timestream/aws4_request"), "{signed:?}");

        stage.clock.0.store(5 * 60, Ordering::SeqCst);
        stage.tell("https://cell2.example", 1).ok();
        stage.call().await.unwrap();
        assert_eq!(stage.sent()[3..], pairs(&[(USUAL, "DescribeEndpoints"), ("cell2.example", list)]));
        assert_eq!(stage.transport.left(), 0);
    }
}

#[tokio::test]
async fn settings_say_who_asks() {
    let discovered: &[(&str, &str)] = &[(DYNAMODB, "DescribeEndpoints"), ("cell.example", "DescribeTable")];
    let usual: &[(&str, &str)] = &[(DYNAMODB, "DescribeTable")];
    for (enabled, expected) in
        [(None, usual), (Some("auto"), usual), (Some("false"), usual), (Some("true"), discovered)]
    {
        for only in [&[][..], &["DescribeTable"]] {
            let stage = stage("dynamodb", only, enabled, None);
            if expected.len() == 2 {
                stage.tell("cell.example", 1);
            }
            stage.ok().call().await.unwrap();
            assert_eq!(stage.sent(), pairs(expected), "{enabled:?}");
        }
    }
    for enabled in [None, Some("auto"), Some("true"), Some("false")] {
        let own = stage("timestream-write", &[], enabled, Some("http://own.test:81"));
        own.ok().call().await.unwrap();
        assert_eq!(own.sent(), pairs(&[("own.test:81", "ListDatabases")]), "{enabled:?}");
    }
    let off = stage("timestream-write", &[], Some("false"), None);
    let error = off.call().await.unwrap_err().to_string();
    assert!(error.contains("requires endpoint discovery") && error.contains("endpoint_discovery_enabled"), "{error}");
    assert!(off.sent().is_empty());
    let nonsense = stage("timestream-write", &[], Some("perhaps"), None).call().await.unwrap_err().to_string();
    assert!(nonsense.contains("endpoint_discovery_enabled"), "{nonsense}");
}

#[tokio::test]
async fn a_wrong_endpoint_is_asked_for_anew() {
    for (status, body) in [(421, "{}"), (400, r#"{"__type":"InvalidEndpointException"}"#)] {
        let stage = stage("timestream-write", &[], None, None);
        stage.tell("cell1.example", 60);
        stage.transport.answer(status, &[], body);
        stage.tell("cell2.example", 60).ok();
        stage.call().await.unwrap();
        let hosts: Vec<String> = stage.sent().into_iter().map(|(host, _)| host).collect();
        assert_eq!(hosts, [USUAL, "cell1.example", USUAL, "cell2.example"]);
    }
    // Not for ever.
    let stage = stage("timestream-write", &[], None, None);
    for _ in 0..4 {
        stage.tell("cell.example", 60);
        stage.transport.answer(421, &[], "{}");
    }
    assert_eq!(stage.call().await.unwrap_err().status(), Some(421));
    assert_eq!(stage.sent().len(), 4);
}

#[tokio::test]
async fn failures_to_ask() {
    let refuse = |stage: &Stage| {
        stage.transport.fail(TransportErrorKind::Connect, "refused");
    };
    // Required, and never known: an error, each time.
    let required = stage("timestream-write", &[], None, None);
    for _ in 0..2 {
        refuse(&required);
        let error = required.call().await.unwrap_err();
        assert!(error.to_string().contains("endpoint could not be discovered"), "{error}");
    }
    assert_eq!(required.sent().len(), 2);
    // Known once: it goes on serving, and is not asked for again for a minute.
    let stale = stage("timestream-write", &[], None, None);
    stale.tell("cell.example", 1).ok().call().await.unwrap();
    stale.clock.0.store(61, Ordering::SeqCst);
    refuse(&stale);
    stale.ok().ok();
    stale.call().await.unwrap();
    stale.call().await.unwrap();
    stale.clock.0.store(130, Ordering::SeqCst);
    stale.tell("cell2.example", 1).ok().call().await.unwrap();
    let hosts: Vec<String> = stale.sent().into_iter().map(|(host, _)| host).collect();
    assert_eq!(hosts, [USUAL, "cell.example", USUAL, "cell.example", "cell.example", USUAL, "cell2.example"]);
    // Optional: the usual endpoint.
    let optional = stage("dynamodb", &[], Some("true"), None);
    refuse(&optional);
    optional.ok().ok();
    optional.call().await.unwrap();
    optional.call().await.unwrap();
    let expected = [(DYNAMODB, "DescribeEndpoints"), (DYNAMODB, "DescribeTable"), (DYNAMODB, "DescribeTable")];
    assert_eq!(optional.sent(), pairs(&expected));
    // What the service answers is an error as any other.
    let denied = stage("dynamodb", &[], Some("true"), None);
    denied.transport.answer(400, &[], r#"{"__type":"AccessDeniedException","message":"no"}"#);
    let error: Error = denied.call().await.unwrap_err();
    assert!(error.is("AccessDeniedException"), "{error}");
    // Nonsense is told.
    for body in ["{}", r#"{"Endpoints":[]}"#, r#"{"Endpoints":[{"Address":"a b/","CachePeriodInMinutes":1}]}"#] {
        let stage = stage("timestream-query", &["Query"], None, None);
        stage.transport.answer(200, &[], body);
        let call = stage.connection.call("Query").param("QueryString", "select 1").await;
        let error = call.unwrap_err().to_string();
        assert!(error.contains("endpoint discovery answered"), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_calls_ask_once() {
    let stage = stage("timestream-write", &[], None, None);
    stage.tell("cell.example", 5);
    for _ in 0..50 {
        stage.ok();
    }
    let calls = (0..50).map(|_| tokio::spawn(stage.connection.call("ListDatabases").into_future()));
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    assert_eq!(stage.sent().iter().filter(|(_, operation)| operation == "DescribeEndpoints").count(), 1);
}
