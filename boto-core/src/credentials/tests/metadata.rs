//! The metadata services of containers and instances.

use super::scene::{stage, Pairs, Scene};
use crate::{
    body::ByteStream,
    config::{tests::world::World, Overrides},
    credentials::Store,
    http::TransportErrorKind,
};
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

const KEYS: &str = r#"{"Code": "Success", "AccessKeyId": "foo", "SecretAccessKey": "bar", "Token": "baz",
                      "Expiration": "2021-12-25T18:00:00Z", "AccountId": "123456789012"}"#;

fn alone(env: Pairs<'_>, files: Pairs<'_>) -> Scene {
    stage(env, files, Overrides::default(), Store::memory())
}

const FULL: (&str, &str) = ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost/foo");

#[tokio::test]
async fn containers_are_asked_again_after_errors() {
    let scene = alone(&[FULL], &[]);
    scene.network.answer(500, &[], "later").fail(TransportErrorKind::ReadTimeout, "slow").answer(200, &[], KEYS);
    let found = scene.chain.credentials().await.unwrap();
    assert_eq!((found.provider, found.account_id.as_deref()), ("container-role", Some("123456789012")));
    assert_eq!(scene.world.slept.lock().unwrap().len(), 2);
    let request = &scene.network.requests()[0];
    assert_eq!(request.headers["accept"], "application/json");
    assert_eq!(request.timeouts.read, Some(std::time::Duration::from_secs(2)));
}

#[tokio::test]
async fn containers_that_stay_broken_are_errors() {
    #[rustfmt::skip]
    let rows: &[(u16, &str, &str)] = &[
        (404, "no such role", "http://localhost/foo answered HTTP 404: no such role"),
        (200, "garbage", "http://localhost/foo is not JSON"),
        (200, r#"{"AccessKeyId": "foo"}"#, "has no SecretAccessKey"),
        (200, r#"{"Code": "Failed", "Message": "not today"}"#, "answers Failed: not today"),
    ];
    for (status, body, part) in rows {
        let scene = alone(&[FULL], &[]);
        for _ in 0..3 {
            scene.network.answer(*status, &[], *body);
        }
        let error = scene.chain.credentials().await.unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
        assert_eq!(scene.network.requests().len(), 3);
    }
}

/// Pieces without end, each of which takes its time.
struct Endless(Arc<World>, i64);

impl futures_core::Stream for Endless {
    type Item = crate::Result<bytes::Bytes>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.advance(self.1);
        Poll::Ready(Some(Ok(bytes::Bytes::from_static(&[b' '; 1000]))))
    }
}

#[tokio::test]
async fn answers_without_end_are_given_up() {
    for (pace, part) in [(0, "the answer has more than 1024 KiB"), (1, "the answer did not end within 2 s")] {
        let scene = alone(&[FULL], &[]);
        for _ in 0..3 {
            let body = ByteStream::from_stream(Endless(Arc::clone(&scene.world), pace), None);
            scene.network.answer(200, &[], body);
        }
        let error = scene.chain.credentials().await.unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
    }
}

/// Environment, files, the token that is sent or a part of the error.
type Row<'a> = (Pairs<'a>, Pairs<'a>, Result<Option<&'a str>, &'a str>);

#[tokio::test]
async fn tokens_for_containers() {
    let file = ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/token");
    let variable = ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "from-env");
    #[rustfmt::skip]
    let rows: &[Row<'_>] = &[
        (&[FULL], &[], Ok(None)),
        (&[FULL, variable], &[], Ok(Some("from-env"))),
        (&[FULL, variable, file], &[("/token", "from-file")], Ok(Some("from-file"))),
        (&[FULL, file], &[], Err("cannot read /token")),
        (&[FULL, ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "invalid\r\ntoken")], &[], Err("cannot be sent as a header")),
        (&[FULL, file], &[("/token", "two\r\nlines")], Err("cannot be sent as a header")),
        (&[("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://evil.example.com/x")], &[], Err("may not be asked")),
        (&[("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.2@evil.example.com/x")], &[], Err("not a URL")),
        (&[("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost.evil.example.com/x")], &[], Err("may not be asked")),
        (&[("AWS_CONTAINER_CREDENTIALS_FULL_URI", "ftp://localhost/x")], &[], Err("not a URL")),
    ];
    for (env, files, wanted) in rows {
        let scene = alone(env, files);
        scene.network.answer(200, &[], KEYS);
        match (scene.chain.credentials().await, wanted) {
            (Ok(_), Ok(token)) => {
                let requests = scene.network.requests();
                let sent = requests[0].headers.get("authorization");
                assert_eq!(sent.map(|v| v.to_str().unwrap()), *token);
                assert!(sent.is_none_or(|v| v.is_sensitive()));
            }
            (Err(error), Err(part)) => {
                assert!(error.to_string().contains(part), "{error}");
                assert!(scene.network.requests().is_empty());
            }
            (found, wanted) => panic!("{found:?} instead of {wanted:?}"),
        }
    }
}

#[tokio::test]
async fn relative_addresses_are_those_of_ecs() {
    for path in ["/latest/credentials?id=foo", "latest/credentials?id=foo"] {
        let scene = alone(&[("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", path), FULL], &[]);
        scene.network.answer(200, &[], KEYS);
        let found = scene.chain.credentials().await.unwrap();
        assert_eq!((found.provider, found.account_id.as_deref()), ("container-role", Some("123456789012")));
        let url = scene.network.requests()[0].url.to_string();
        assert_eq!(url, "http://169.254.170.2/latest/credentials?id=foo");
        assert!(!scene.network.requests()[0].headers.contains_key("authorization"));
    }
}

#[tokio::test]
async fn containers_are_asked_anew_with_the_token_of_that_time() {
    let scene = alone(&[FULL, ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/token")], &[("/token", "First auth token")]);
    let until = |hour: &str| KEYS.replace("18:00", hour);
    // What has ended already is asked for once more.
    scene.network.answer(200, &[], until("11:00")).answer(200, &[], until("13:00"));
    assert_eq!(scene.chain.credentials().await.unwrap().expiry.unwrap().seconds(), 1_640_437_200);
    scene.world.put("/token", "Second auth token");
    scene.world.advance(2 * 3600);
    scene.network.answer(200, &[], until("18:00"));
    scene.chain.credentials().await.unwrap();
    let sent: Vec<_> = scene.network.requests().iter().map(|r| r.headers["authorization"].clone()).collect();
    assert_eq!(sent, ["First auth token", "First auth token", "Second auth token"]);
}

#[tokio::test]
async fn errors_of_containers_are_told_when_asked_anew_too() {
    let scene = alone(&[FULL], &[]);
    scene.network.answer(200, &[], KEYS.replace("18:00", "11:00"));
    for _ in 0..3 {
        scene.network.fail(TransportErrorKind::ReadTimeout, "slow");
    }
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("http://localhost/foo did not answer"), "{error}");
}

/// `METHOD path token` of every request.
fn asked(scene: &Scene) -> Vec<String> {
    let token = |r: &crate::http::fake::Recorded| {
        r.headers.get("x-aws-ec2-metadata-token").map_or("-".to_owned(), |v| v.to_str().unwrap().to_owned())
    };
    scene.network.requests().iter().map(|r| format!("{} {} {}", r.method, r.url.path, token(r))).collect()
}

#[tokio::test]
async fn instances_version_two() {
    let scene = alone(&[], &[]);
    scene.network.answer(200, &[], "tok").answer(200, &[], "role\n").answer(200, &[], KEYS);
    let found = scene.chain.credentials().await.unwrap();
    assert_eq!((found.provider, found.access_key_id.as_str()), ("iam-role", "foo"));
    let base = "/latest/meta-data/iam/security-credentials-extended/";
    assert_eq!(
        asked(&scene),
        ["PUT /latest/api/token -".to_owned(), format!("GET {base} tok"), format!("GET {base}role tok"),]
    );
    assert_eq!(scene.network.requests()[0].headers["x-aws-ec2-metadata-token-ttl-seconds"], "21600");
}

#[tokio::test]
async fn instances_version_one_where_it_may_be() {
    for (status, kind) in [(403, None), (404, None), (405, None), (0, Some(TransportErrorKind::ReadTimeout))] {
        let put = |scene: &Scene| match kind {
            Some(kind) => drop(scene.network.fail(kind, "slow")),
            None => drop(scene.network.answer(status, &[], "no")),
        };
        let scene = alone(&[], &[]);
        // Every GET asks for a token first, as long as there is none.
        put(&scene);
        scene.network.answer(200, &[], "role");
        put(&scene);
        scene.network.answer(200, &[], KEYS);
        assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo", "{status}");
        let off = alone(&[("AWS_EC2_METADATA_V1_DISABLED", "true")], &[]);
        put(&off);
        let error = off.chain.credentials().await.unwrap_err().to_string();
        assert!(error.contains("ec2_metadata_v1_disabled") && error.contains("hop limit"), "{error}");
        assert_eq!(off.network.requests().len(), 1);
    }
}

#[tokio::test]
async fn instances_that_fail() {
    let scene = alone(&[], &[]);
    scene.network.fail(TransportErrorKind::ConnectTimeout, "no route");
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(
        error.contains("iam-role: http://169.254.169.254/latest/api/token could not be reached within 1 s"),
        "{error}"
    );
    assert_eq!(scene.network.requests().len(), 1, "machines without the service are not kept waiting");

    let scene = alone(&[("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "3"), ("AWS_METADATA_SERVICE_TIMEOUT", "0.5")], &[]);
    for _ in 0..3 {
        scene.network.fail(TransportErrorKind::Connect, "refused");
    }
    assert!(scene.chain.credentials().await.is_err());
    assert_eq!(scene.network.requests().len(), 3);
    assert_eq!(scene.network.requests()[0].timeouts.connect, Some(std::time::Duration::from_millis(500)));

    let scene = alone(&[], &[]);
    scene.network.answer(400, &[], "bad");
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("answered HTTP 400"), "{error}");

    let scene = alone(&[], &[]);
    scene.network.answer(200, &[], "tok").answer(404, &[], "").answer(404, &[], "");
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("the instance has no role"), "{error}");

    let scene = alone(&[], &[]);
    scene.network.answer(200, &[], "tok").answer(200, &[], "role").answer(
        200,
        &[],
        "{\"Code\": \"X\", \"Message\": \"y\"}",
    );
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("answers X: y"), "{error}");
}

#[tokio::test]
async fn instances_are_asked_again_after_their_own_errors() {
    let scene = alone(&[], &[]);
    scene.network.answer(503, &[], "").answer(200, &[], "tok").answer(500, &[], "").answer(200, &[], "role");
    // The token ended early.
    scene.network.answer(401, &[], "").answer(200, &[], "tok2").answer(200, &[], KEYS);
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo");
    let last = asked(&scene).pop().unwrap();
    assert!(last.ends_with("role tok2"), "{last}");
}

#[tokio::test]
async fn endpoints_of_instances() {
    #[rustfmt::skip]
    let rows: &[(Pairs<'_>, &str)] = &[
        (&[], "169.254.169.254"),
        (&[("AWS_IMDS_USE_IPV6", "true")], "[fd00:ec2::254]"),
        (&[("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv6")], "[fd00:ec2::254]"),
        (&[("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ipv4"), ("AWS_IMDS_USE_IPV6", "true")], "169.254.169.254"),
        (&[("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1338/"), ("AWS_IMDS_USE_IPV6", "true")], "127.0.0.1:1338"),
    ];
    for (env, authority) in rows {
        let scene = alone(env, &[]);
        scene.network.answer(200, &[], "tok").answer(200, &[], "role").answer(200, &[], KEYS);
        scene.chain.credentials().await.unwrap();
        assert_eq!(scene.network.requests()[0].url.authority, *authority);
        assert_eq!(scene.network.requests()[0].url.path, "/latest/api/token");
    }
    let off = alone(&[("AWS_EC2_METADATA_DISABLED", "TRUE")], &[]);
    let error = off.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("AWS_EC2_METADATA_DISABLED is true") && off.network.requests().is_empty(), "{error}");
}

#[tokio::test]
async fn credentials_outlive_an_outage() {
    let old = KEYS.replace("18:00", "11:00");
    let scene = alone(&[], &[]);
    scene.network.answer(200, &[], "tok").answer(200, &[], "role").answer(200, &[], old.clone());
    let now = 1_640_433_600;
    let found = scene.chain.credentials().await.unwrap();
    let left = found.expiry.unwrap().seconds() - now;
    assert!((1200..1500).contains(&left), "{left}");
    // Later the service is gone altogether: still the same.
    scene.world.advance(3600);
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo");
}

#[tokio::test]
async fn regions_of_instances() {
    let scene = alone(&[], &[]);
    scene.network.answer(200, &[], "tok").answer(200, &[], "eu-west-1\n");
    assert_eq!(scene.chain.metadata_region().await.as_deref(), Some("eu-west-1"));
    let strange = alone(&[], &[]);
    strange.network.answer(200, &[], "tok").answer(200, &[], "<html>");
    assert_eq!(strange.chain.metadata_region().await, None);
    assert_eq!(alone(&[], &[]).chain.metadata_region().await, None);
}
