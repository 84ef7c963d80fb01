//! Client-side monitoring through a socket on this machine: what an agent sees, and what calls notice of it.

use crate::credentials::place;
use boto_core::{
    credentials::Provider,
    http::{fake::FakeTransport, TransportErrorKind},
    BoxFuture, ByteStream, Connection, Credentials, ErrorKind, Session,
};
use boto_model::archive;
use serde_json::Value as Json;
use std::{
    net::UdpSocket,
    sync::Arc,
    time::{Duration, Instant},
};

struct Agent {
    socket: UdpSocket,
    port: u16,
}

impl Agent {
    fn new() -> Agent {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = socket.local_addr().unwrap().port();
        Agent { socket, port }
    }

    /// What has come so far: datagrams to oneself have arrived once they are sent.
    fn events(&self) -> Vec<Json> {
        self.socket.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
        let mut buffer = vec![0; 64 << 10];
        std::iter::from_fn(|| {
            let length = self.socket.recv(&mut buffer).ok()?;
            Some(serde_json::from_slice(&buffer[..length]).unwrap())
        })
        .collect()
    }
}

fn watched(port: u16, more: &[(&str, &str)], files: &[(&str, &str)], service: &str) -> (FakeTransport, Connection) {
    let mut env: Vec<(&str, String)> = [
        ("AWS_CSM_ENABLED", "true"),
        ("AWS_DEFAULT_REGION", "eu-west-1"),
        ("AWS_ACCESS_KEY_ID", "AKID"),
        ("AWS_SECRET_ACCESS_KEY", "hush"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into();
    env.push(("AWS_CSM_PORT", port.to_string()));
    for (name, value) in more {
        env.retain(|(known, _)| known != name);
        env.push((name, (*value).to_owned()));
    }
    let transport = FakeTransport::new();
    let session = Session::builder().host(place(&env, files)).transport(Arc::new(transport.clone())).build();
    (transport, Connection::from_table(&session, Arc::new(archive::open(service).unwrap())))
}

#[tokio::test]
async fn an_attempt_and_a_call() {
    let agent = Agent::new();
    let more = [("AWS_CSM_CLIENT_ID", "me"), ("AWS_SESSION_TOKEN", "token")];
    let (transport, s3) = watched(agent.port, &more, &[], "s3");
    let fault = "<Error><Code>SlowDown</Code><Message>not so fast</Message></Error>";
    transport.answer(503, &[("x-amz-request-id", "r1"), ("x-amz-id-2", "h1")], fault);
    transport.answer(200, &[("x-amzn-requestid", "r2")], "<ListAllMyBucketsResult/>");
    s3.call("ListBuckets").await.unwrap();
    let events = agent.events();
    assert_eq!(events.len(), 3, "{events:?}");
    let agent = transport.requests()[0].headers["user-agent"].to_str().unwrap().to_owned();
    for event in &events {
        assert_eq!((&event["Version"], &event["ClientId"]), (&1.into(), &"me".into()));
        assert_eq!(
            (&event["Service"], &event["Api"], &event["Region"]),
            (&"S3".into(), &"ListBuckets".into(), &"eu-west-1".into())
        );
        assert_eq!(event["UserAgent"], agent.as_str());
        assert!(event["Timestamp"].as_i64().unwrap() > 1_700_000_000_000);
        let attempt = event["Type"] == "ApiCallAttempt";
        assert_eq!(event["AccessKey"], if attempt { "AKID".into() } else { Json::Null });
        assert_eq!(event["SessionToken"], if attempt { "token".into() } else { Json::Null });
        assert_eq!(event["AttemptLatency"].is_i64(), attempt);
        assert_eq!(event["Latency"].is_i64(), !attempt);
        assert_eq!(event["Fqdn"], if attempt { "s3.eu-west-1.amazonaws.com".into() } else { Json::Null });
    }
    let told =
        |event: &Json, names: &[&str]| names.iter().map(|name| event[*name].to_string()).collect::<Vec<_>>().join(" ");
    let of_attempt =
        ["HttpStatusCode", "AwsException", "AwsExceptionMessage", "XAmznRequestId", "XAmzRequestId", "XAmzId2"];
    assert_eq!(told(&events[0], &of_attempt), r#"503 "SlowDown" "not so fast" null "r1" "h1""#);
    assert_eq!(told(&events[1], &of_attempt), r#"200 null null "r2" null null"#);
    let of_call = ["AttemptCount", "MaxRetriesExceeded", "FinalHttpStatusCode", "FinalAwsException"];
    assert_eq!(told(&events[2], &of_call), "2 0 200 null");
}

#[tokio::test]
async fn how_calls_fail() {
    let agent = Agent::new();
    let last = |what: &str| {
        let events = agent.events();
        let event = events.last().unwrap_or_else(|| panic!("{what}: no event"));
        assert_eq!(event["Type"], "ApiCall", "{what}");
        ["AttemptCount", "MaxRetriesExceeded", "FinalHttpStatusCode", "FinalAwsException", "FinalSdkException"]
            .map(|name| event[name].to_string())
            .join(" ")
    };
    // All attempts are used up, and an error that is not worth another.
    let (transport, s3) = watched(agent.port, &[("AWS_MAX_ATTEMPTS", "2")], &[], "s3");
    transport.answer(500, &[], "").answer(500, &[], "");
    s3.call("ListBuckets").await.unwrap_err();
    assert!(last("500").starts_with("2 1 500 "));
    transport.answer(403, &[], "<Error><Code>AccessDenied</Code></Error>");
    s3.call("ListBuckets").await.unwrap_err();
    assert_eq!(last("403"), r#"1 0 403 "AccessDenied" null"#);
    for (kind, name) in [
        (TransportErrorKind::Connect, "EndpointConnectionError"),
        (TransportErrorKind::ConnectTimeout, "ConnectTimeoutError"),
        (TransportErrorKind::ReadTimeout, "ReadTimeoutError"),
        (TransportErrorKind::Broken, "ConnectionClosedError"),
    ] {
        transport.fail(kind, "gone").fail(kind, "gone");
        s3.call("ListBuckets").await.unwrap_err();
        assert_eq!(last(name), format!(r#"2 1 null null "{name}""#));
    }
    // Nothing was sent: there are no credentials.
    let (_, s3) = watched(agent.port, &[("AWS_ACCESS_KEY_ID", "")], &[], "s3");
    assert_eq!(s3.call("ListBuckets").await.unwrap_err().kind(), ErrorKind::Credentials);
    assert_eq!(last("no credentials"), "0 0 null null null");
    // Nothing was even built.
    s3.call("HeadBucket").await.unwrap_err();
    assert!(agent.events().is_empty());
}

/// The pauses of this host are over at once, the time of a call with them: it ends as soon as it would wait.
#[tokio::test]
async fn a_call_that_its_own_time_cuts_off_is_told_of() {
    let agent = Agent::new();
    let (transport, s3) = watched(agent.port, &[], &[], "s3");
    let (reader, _writer) = tokio::io::duplex(8);
    let endless = ByteStream::from_reader(reader, Some(8));
    transport.answer(503, &[("x-amz-request-id", "r1")], "").answer(200, &[("x-amz-request-id", "r2")], endless);
    let error = s3.call("ListBuckets").timeout(Duration::from_secs(1)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let events = agent.events();
    let told = |event: &Json, prefix: &str| {
        let names = ["HttpStatusCode", "AwsException", "SdkException", "SdkExceptionMessage"];
        names.map(|name| event[format!("{prefix}{name}")].to_string()).join(" ")
    };
    let kinds: Vec<_> = events.iter().map(|event| event["Type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["ApiCallAttempt", "ApiCallAttempt", "ApiCall"], "{events:?}");
    assert_eq!(told(&events[0], ""), r#"503 "503" null null"#);
    let cut_off = r#"null null "ReadTimeoutError" "no answer within 1s""#;
    assert_eq!(told(&events[1], ""), cut_off);
    assert_eq!(told(&events[2], "Final"), cut_off);
    assert_eq!((&events[2]["AttemptCount"], &events[2]["MaxRetriesExceeded"]), (&2.into(), &0.into()));
    assert!(events[1]["AttemptLatency"].is_i64() && events[2]["Latency"].is_i64());

    // Nothing was sent yet: there is no attempt to tell of.
    let transport = FakeTransport::new();
    let env = [("AWS_CSM_ENABLED", "true"), ("AWS_CSM_PORT", &agent.port.to_string()), ("AWS_REGION", "eu-west-1")]
        .map(|(name, value)| (name, value.to_owned()));
    let session =
        Session::builder().host(place(&env, &[])).transport(Arc::new(transport)).provider(Arc::new(Slow)).build();
    let s3 = Connection::from_table(&session, Arc::new(archive::open("s3").unwrap()));
    s3.call("ListBuckets").timeout(Duration::from_secs(1)).await.unwrap_err();
    let events = agent.events();
    assert_eq!((events.len(), &events[0]["Type"], &events[0]["AttemptCount"]), (1, &"ApiCall".into(), &0.into()));
    assert_eq!(told(&events[0], "Final"), "null null null null");
}

/// Never has credentials.
#[derive(Debug)]
struct Slow;

impl Provider for Slow {
    fn name(&self) -> &'static str {
        "slow"
    }
    fn provide(&self) -> BoxFuture<'_, boto_core::Result<Option<Credentials>>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn long_texts_are_cut_and_long_events_not_sent() {
    let agent = Agent::new();
    let (transport, s3) = watched(agent.port, &[("AWS_CSM_CLIENT_ID", &"ü".repeat(255))], &[], "s3");
    let fault = format!("<Error><Code>{}</Code><Message>{}</Message></Error>", "c".repeat(200), "ü".repeat(600));
    transport.answer(400, &[], fault);
    s3.call("ListBuckets").header("user-agent", &"a".repeat(300)).await.unwrap_err();
    for event in agent.events() {
        let length = |name: &str| event[name].as_str().unwrap().chars().count();
        let prefix = if event["Type"] == "ApiCall" { "Final" } else { "" };
        assert_eq!(length("UserAgent"), 256);
        assert_eq!(length(&format!("{prefix}AwsException")), 128);
        assert_eq!(length(&format!("{prefix}AwsExceptionMessage")), 512);
        assert_eq!(length("ClientId"), 255);
    }
    let (transport, s3) = watched(agent.port, &[("AWS_SESSION_TOKEN", &"t".repeat(9000))], &[], "s3");
    transport.answer(200, &[], "<ListAllMyBucketsResult/>");
    s3.call("ListBuckets").await.unwrap();
    let kinds: Vec<Json> = agent.events().iter().map(|event| event["Type"].clone()).collect();
    assert_eq!(kinds, ["ApiCall"]);
    // What no agent would take is told, as elsewhere.
    let (_, s3) = watched(agent.port, &[("AWS_CSM_CLIENT_ID", &"i".repeat(256))], &[], "s3");
    let error = s3.call("ListBuckets").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(
        error
            .to_string()
            .contains("csm_client_id (environment variable AWS_CSM_CLIENT_ID): at most 255 characters, not 256"),
        "{error}"
    );
}

/// Calls that providers make are calls, too; those without a signature have no key and no region.
#[tokio::test]
async fn calls_within_calls() {
    let agent = Agent::new();
    let config = "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\nweb_identity_token_file = /token\n";
    let files = [("/home/.aws/config", config), ("/token", "a-token")];
    let (transport, s3) = watched(agent.port, &[("AWS_ACCESS_KEY_ID", "")], &files, "s3");
    let answer = "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>\
                  <AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>hush</SecretAccessKey><SessionToken>hush\
                  </SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>\
                  </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>";
    transport.answer(200, &[], answer).answer(200, &[], "<ListAllMyBucketsResult/>");
    s3.call("ListBuckets").await.unwrap();
    let events: Vec<String> = agent
        .events()
        .iter()
        .map(|e| format!("{} {} {} {}", e["Type"], e["Api"], e["AccessKey"], e["Region"]).replace('"', ""))
        .collect();
    assert_eq!(
        events,
        [
            "ApiCallAttempt AssumeRoleWithWebIdentity null null",
            "ApiCall AssumeRoleWithWebIdentity null null",
            "ApiCallAttempt ListBuckets ASIA eu-west-1",
            "ApiCall ListBuckets null eu-west-1",
        ]
    );
}

#[tokio::test]
async fn nobody_listens_and_nobody_asked() {
    // An address where nobody is, and a name that there is not.
    for host in ["192.0.2.1", "::1", "monitor.invalid", ""] {
        let (transport, s3) = watched(9, &[("AWS_CSM_HOST", host)], &[], "s3");
        transport.answer(200, &[], "<ListAllMyBucketsResult/>").answer(200, &[], "<ListAllMyBucketsResult/>");
        let start = Instant::now();
        s3.call("ListBuckets").await.unwrap();
        s3.call("ListBuckets").await.unwrap();
        assert!(start.elapsed() < Duration::from_secs(1), "{host}: {:?}", start.elapsed());
    }
    let agent = Agent::new();
    let off = [("AWS_CSM_ENABLED", "false")];
    let on = "[default]\ncsm_enabled = true\n";
    let (transport, s3) = watched(agent.port, &off, &[("/home/.aws/config", on)], "s3");
    transport.answer(200, &[], "<ListAllMyBucketsResult/>");
    s3.call("ListBuckets").await.unwrap();
    assert!(agent.events().is_empty());
    // The profile says so.
    let file = format!("{on}csm_port = {}\ncsm_host = localhost\n", agent.port);
    let unset = [("AWS_CSM_ENABLED", ""), ("AWS_CSM_PORT", "")];
    let (transport, s3) = watched(agent.port, &unset, &[("/home/.aws/config", &file)], "s3");
    transport.answer(200, &[], "<ListAllMyBucketsResult/>");
    s3.call("ListBuckets").await.unwrap();
    assert_eq!(agent.events().len(), 2);
}

/// Signatures of the older kind name a key, but no region.
#[tokio::test]
async fn signatures_of_the_older_kind() {
    let agent = Agent::new();
    let config = "[default]\ns3 =\n  signature_version = s3\n";
    let (transport, s3) = watched(agent.port, &[], &[("/home/.aws/config", config)], "s3");
    transport.answer(200, &[], "<ListAllMyBucketsResult/>");
    s3.call("ListBuckets").await.unwrap();
    assert!(transport.requests()[0].headers["authorization"].to_str().unwrap().starts_with("AWS AKID:"));
    let events = agent.events();
    assert_eq!((&events[0]["AccessKey"], &events[0]["Region"]), (&"AKID".into(), &Json::Null));
}
