//! Providers of credentials against real HTTP servers on this machine, which fail in all the ways that servers do.

use crate::server::{Peer, Server};
use boto_core::{
    host::{Command, Host, Output, System},
    BoxFuture, Credentials, DateTime, Result, Session,
};
use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicUsize, Ordering},
        Arc, Mutex,
    },
    time::Duration,
};

/// The real world with another environment and other files, and short pauses.
#[derive(Default)]
pub struct Place {
    env: BTreeMap<String, String>,
    files: Mutex<BTreeMap<PathBuf, Vec<u8>>>,
    /// Whether pauses are as long as they are.
    patient: bool,
}

impl Place {
    /// The paths of all files.
    pub fn files(&self) -> Vec<PathBuf> {
        self.files.lock().unwrap().keys().cloned().collect()
    }
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Place")
    }
}

impl Host for Place {
    fn var(&self, name: &str) -> Option<OsString> {
        self.env.get(name).map(OsString::from)
    }
    fn home(&self) -> Option<PathBuf> {
        Some("/home".into())
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.files.lock().unwrap().get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        self.files.lock().unwrap().insert(path.into(), contents.to_vec());
        Ok(())
    }
    fn now(&self) -> DateTime {
        System.now()
    }
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        System.sleep(if self.patient { duration } else { duration.min(Duration::from_millis(5)) })
    }
    fn random(&self, buffer: &mut [u8]) {
        System.random(buffer);
    }
    fn datagram(&self, host: &str, port: u16, bytes: &[u8]) {
        System.datagram(host, port, bytes);
    }
    fn run(&self, command: Command) -> BoxFuture<'static, io::Result<Output>> {
        System.run(command)
    }
}

pub fn place(env: &[(&str, String)], files: &[(&str, &str)]) -> Arc<Place> {
    placed(env, files, false)
}

/// The same, `patient` if pauses are to be as long as they are.
pub fn placed(env: &[(&str, String)], files: &[(&str, &str)], patient: bool) -> Arc<Place> {
    Arc::new(Place {
        patient,
        env: env.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect(),
        files: Mutex::new(files.iter().map(|(k, v)| (PathBuf::from(k), v.as_bytes().to_vec())).collect()),
    })
}

async fn credentials(place: Arc<Place>) -> Result<Credentials> {
    Session::builder().host(place).build().credentials()?.credentials().await
}

pub fn answer(peer: &mut Peer, status: u16, body: &str) {
    peer.send(format!("HTTP/1.1 {status} x\r\ncontent-length: {}\r\n\r\n{body}", body.len()).as_bytes());
}

pub const KEYS: &str = r#"{"Code": "Success", "AccessKeyId": "AKIDREAL", "SecretAccessKey": "hush", "Token": "hush",
                      "Expiration": "2999-01-01T00:00:00Z", "AccountId": "123456789012"}"#;

/// An instance's metadata service; `fault` answers what is to go wrong, by path and by how often that was asked.
pub fn imds(fault: impl Fn(&mut Peer, &str, usize) -> bool + Send + Sync + 'static) -> Server {
    let seen = Mutex::new(BTreeMap::<String, usize>::new());
    Server::start(move |mut peer| {
        while let Some(head) = peer.head() {
            let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
            let count = {
                let mut seen = seen.lock().unwrap();
                let count = seen.entry(path.clone()).or_default();
                *count += 1;
                *count
            };
            if fault(&mut peer, &path, count) {
                continue;
            }
            match path.as_str() {
                "/latest/api/token" if head.starts_with("PUT") => answer(&mut peer, 200, "session-token"),
                _ if !head.to_lowercase().contains("x-aws-ec2-metadata-token: session-token") => {
                    answer(&mut peer, 401, "");
                }
                "/latest/meta-data/iam/security-credentials-extended/" => answer(&mut peer, 200, "role"),
                "/latest/meta-data/iam/security-credentials-extended/role" => answer(&mut peer, 200, KEYS),
                _ => answer(&mut peer, 404, ""),
            }
        }
    })
}

async fn from_imds(server: &Server) -> Result<Credentials> {
    let endpoint = format!("http://{}", server.address);
    let timeout = "0.3".to_owned();
    credentials(place(
        &[("AWS_EC2_METADATA_SERVICE_ENDPOINT", endpoint), ("AWS_METADATA_SERVICE_TIMEOUT", timeout)],
        &[],
    ))
    .await
}

#[tokio::test]
async fn instances() {
    let server = imds(|_, _, _| false);
    let found = from_imds(&server).await.unwrap();
    assert_eq!((found.access_key_id.as_str(), found.account_id.as_deref()), ("AKIDREAL", Some("123456789012")));
    assert_eq!(server.heads().len(), 3);
}

#[tokio::test]
async fn instances_whose_token_ended_or_that_stumble() {
    let server = imds(|peer, path, count| match (path, count) {
        ("/latest/api/token", 1) => {
            answer(peer, 503, "");
            true
        }
        (path, 1) if path.ends_with("extended/") => {
            answer(peer, 401, "");
            true
        }
        (path, 1 | 2) if path.ends_with("/role") => {
            answer(peer, 500, "");
            true
        }
        _ => false,
    });
    assert_eq!(from_imds(&server).await.unwrap().access_key_id, "AKIDREAL");
    assert_eq!(server.heads().iter().filter(|h| h.starts_with("PUT")).count(), 3);
}

#[tokio::test]
async fn instances_that_talk_nonsense() {
    let garbage = imds(|peer, path, _| {
        let role = path.ends_with("/role");
        if role {
            answer(peer, 200, "{\"AccessKeyId\": ");
        }
        role
    });
    let error = from_imds(&garbage).await.unwrap_err().to_string();
    assert!(error.contains("iam-role: the answer of http://127.0.0.1") && error.contains("is not JSON"), "{error}");

    let cut = imds(|peer, path, _| {
        let role = path.ends_with("/role");
        if role {
            peer.send(b"HTTP/1.1 200 x\r\ncontent-length: 400\r\n\r\n{\"Acc");
            let _ = peer.stream.get_ref().shutdown(std::net::Shutdown::Both);
        }
        role
    });
    let error = from_imds(&cut).await.unwrap_err().to_string();
    assert!(error.contains("no credentials found") && error.contains("/role"), "{error}");
}

#[tokio::test]
async fn instances_behind_too_many_hops() {
    let slow = imds(|_, path, _| {
        if path.ends_with("token") {
            std::thread::sleep(Duration::from_millis(900));
        }
        false
    });
    let error = from_imds(&slow).await.unwrap_err().to_string();
    assert!(error.contains("answered HTTP 401") && error.contains("hop limit"), "{error}");
}

#[tokio::test]
async fn containers() {
    // The first answer is cut off, the second an error; the third comes with the token that the file has by then.
    let server = Server::start(|mut peer| {
        while let Some(head) = peer.head() {
            match peer.number {
                0 => {
                    peer.send(b"HTTP/1.1 200 x\r\ncontent-length: 400\r\n\r\n{");
                    return;
                }
                1 => {
                    answer(&mut peer, 500, "not now");
                    return;
                }
                _ if head.contains("authorization: the-token") => answer(&mut peer, 200, KEYS),
                _ => answer(&mut peer, 403, "who are you?"),
            }
        }
    });
    let place = place(
        &[
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", format!("http://{}/v1/credentials?x=1", server.address)),
            ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/var/token".to_owned()),
        ],
        &[("/var/token", "the-token")],
    );
    assert_eq!(credentials(place).await.unwrap().access_key_id, "AKIDREAL");
    assert!(server.heads()[0].starts_with("GET /v1/credentials?x=1 HTTP/1.1"));
}

/// Answers requests by their line and body.
pub fn service(handle: impl Fn(&str, &str) -> (u16, String) + Send + Sync + 'static) -> Server {
    Server::start(move |mut peer| {
        while let Some(head) = peer.head() {
            let length = head.to_lowercase().lines().find_map(|l| l.strip_prefix("content-length: ")?.parse().ok());
            let body = peer.body(length.unwrap_or(0));
            let (status, text) = handle(&head, &String::from_utf8_lossy(&body));
            answer(&mut peer, status, &text);
        }
    })
}

pub const ASSUMED: &str = "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult>\
    <AssumedRoleUser><AssumedRoleId>AROA:s</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn>\
    </AssumedRoleUser><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>hush</SecretAccessKey>\
    <SessionToken>hush</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>\
    </AssumeRoleResponse>";

pub const ROLE: &str = "[default]\nregion = eu-central-1\nrole_arn = arn:aws:iam::123456789012:role/r\nexternal_id = e+x\n\
                    source_profile = base\n[profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = hush\n";

#[tokio::test]
async fn roles() {
    let server = service(|head, body| {
        assert!(head.contains("Credential=AKIDBASE/") && head.contains("/eu-central-1/sts/aws4_request"), "{head}");
        assert!(body.contains("Action=AssumeRole&") && body.contains("ExternalId=e%2Bx"), "{body}");
        (200, ASSUMED.to_owned())
    });
    let env = [("AWS_ENDPOINT_URL_STS", format!("http://{}", server.address))];
    let found = credentials(place(&env, &[("/home/.aws/config", ROLE)])).await.unwrap();
    assert_eq!((found.access_key_id.as_str(), found.account_id.as_deref()), ("ASIAROLE", Some("123456789012")));
    assert_eq!(found.provider, "assume-role");
}

#[tokio::test]
async fn roles_that_are_refused() {
    let server = service(|_, _| {
        let code =
            "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>you may not</Message></Error>\
                    <RequestId>1-2</RequestId></ErrorResponse>";
        (403, code.to_owned())
    });
    let env = [("AWS_ENDPOINT_URL", format!("http://{}", server.address))];
    let error = credentials(place(&env, &[("/home/.aws/config", ROLE)])).await.unwrap_err().to_string();
    for part in
        ["cannot assume arn:aws:iam::123456789012:role/r", "AccessDenied: you may not", "HTTP 403", "trust policy"]
    {
        assert!(error.contains(part), "{error}");
    }
}

pub const SSO: &str =
    "[default]\nregion = us-east-1\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = Admin\n\
                   [sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://example.awsapps.com/start\n";
/// The name is the hash of the session's name.
pub const TOKEN: &str = "/home/.aws/sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json";
pub const ENDED: &str = r#"{"accessToken": "old", "expiresAt": "2020-01-01T00:00:00Z", "clientId": "id", "clientSecret": "cs",
    "registrationExpiresAt": "2999-01-01T00:00:00Z", "refreshToken": "rt"}"#;

#[tokio::test]
async fn single_sign_on_refreshes_its_token_first() {
    let oidc = service(|head, body| {
        assert!(head.starts_with("POST /token ") && !head.to_lowercase().contains("authorization:"), "{head}");
        assert!(body.contains("\"refreshToken\":\"rt\"") && body.contains("\"grantType\":\"refresh_token\""), "{body}");
        (200, r#"{"accessToken": "new", "expiresIn": 3600, "refreshToken": "rt2"}"#.to_owned())
    });
    let portal = service(|head, _| {
        assert!(head.starts_with("GET /federation/credentials?"), "{head}");
        assert!(head.contains("account_id=123456789012") && head.contains("role_name=Admin"), "{head}");
        assert!(head.contains("x-amz-sso_bearer_token: new"), "{head}");
        let keys = r#"{"roleCredentials": {"accessKeyId": "ASIASSO", "secretAccessKey": "hush", "sessionToken": "hush",
                       "expiration": 32472144000000}}"#;
        (200, keys.to_owned())
    });
    let env = [
        ("AWS_ENDPOINT_URL_SSO_OIDC", format!("http://{}", oidc.address)),
        ("AWS_ENDPOINT_URL_SSO", format!("http://{}", portal.address)),
    ];
    let place = place(&env, &[("/home/.aws/config", SSO), (TOKEN, ENDED)]);
    let found = credentials(place.clone()).await.unwrap();
    assert_eq!((found.access_key_id.as_str(), found.account_id.as_deref()), ("ASIASSO", Some("123456789012")));
    let written = String::from_utf8(place.read(TOKEN.as_ref()).unwrap()).unwrap();
    assert!(written.contains("\"refreshToken\": \"rt2\""), "{written}");
}

#[tokio::test]
async fn single_sign_on_that_cannot_be_refreshed() {
    let oidc = service(|_, _| (400, r#"{"error": "invalid_grant", "error_description": "gone"}"#.to_owned()));
    let env = [("AWS_ENDPOINT_URL_SSO_OIDC", format!("http://{}", oidc.address))];
    let place = place(&env, &[("/home/.aws/config", SSO), (TOKEN, ENDED)]);
    let error = credentials(place).await.unwrap_err().to_string();
    for part in
        ["the token expired at 2020-01-01T00:00:00Z", "refreshing it failed", "run: aws sso login --sso-session s"]
    {
        assert!(error.contains(part), "{error}");
    }
}

/// How a server fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    Status(u16),
    Garbage,
    Reset,
    Slow,
}

/// A server that fails so often and then answers.
pub fn stumbling(fault: Fault, times: usize, good: &'static str) -> Server {
    let seen = AtomicUsize::new(0);
    Server::start(move |mut peer| {
        while let Some(head) = peer.head() {
            let length = head.to_lowercase().lines().find_map(|l| l.strip_prefix("content-length: ")?.parse().ok());
            peer.body(length.unwrap_or(0));
            if seen.fetch_add(1, Ordering::SeqCst) >= times {
                answer(&mut peer, 200, good);
                continue;
            }
            match fault {
                Fault::Status(status) => answer(&mut peer, status, "oops"),
                Fault::Garbage => answer(&mut peer, 200, "<html>{"),
                Fault::Reset => {
                    peer.send(b"HTTP/1.1 200 x\r\ncontent-length: 4000\r\n\r\n{\"acc");
                    let _ = peer.stream.get_ref().shutdown(std::net::Shutdown::Both);
                    return;
                }
                Fault::Slow => std::thread::sleep(Duration::from_millis(1200)),
            }
        }
    })
}

pub const NEW_TOKEN: &str = r#"{"accessToken": "new", "expiresIn": 3600, "refreshToken": "rt2"}"#;
pub const SSO_KEYS: &str = r#"{"roleCredentials": {"accessKeyId": "ASIASSO", "secretAccessKey": "hush",
    "sessionToken": "hush", "expiration": 32472144000000}}"#;

#[tokio::test]
async fn single_sign_on_that_stumbles() {
    let faults = [Fault::Status(500), Fault::Status(503), Fault::Status(429), Fault::Reset, Fault::Slow];
    for fault in faults.into_iter().chain([Fault::Garbage]) {
        for portal_fails in [false, true] {
            // Once is made good by trying again, but for answers that came and make no sense; for ever is told.
            for times in [1, usize::MAX] {
                let failing = |here: bool| if here { times } else { 0 };
                let oidc = stumbling(fault, failing(!portal_fails), NEW_TOKEN);
                let portal = stumbling(fault, failing(portal_fails), SSO_KEYS);
                let env = [
                    ("AWS_ENDPOINT_URL_SSO_OIDC", format!("http://{}", oidc.address)),
                    ("AWS_ENDPOINT_URL_SSO", format!("http://{}", portal.address)),
                ];
                let place = place(&env, &[("/home/.aws/config", SSO), (TOKEN, ENDED)]);
                let session = Session::builder()
                    .host(place)
                    .settings(|s| {
                        s.read_timeout = Some(Duration::from_millis(300));
                        s.retry_mode = Some("standard".into());
                    })
                    .build();
                let found = session.credentials().unwrap().credentials().await;
                let what = format!("{fault:?} {times} {portal_fails}");
                if times == 1 && fault != Fault::Garbage {
                    assert_eq!(found.expect(&what).access_key_id, "ASIASSO", "{what}");
                } else {
                    let error = found.expect_err(&what).to_string();
                    assert!(
                        error.contains("sso") && !error.contains("hush") && !error.contains("rt2"),
                        "{what}: {error}"
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn containers_that_stumble() {
    // As botocore does, three attempts are made whatever went wrong.
    let faults = [Fault::Status(500), Fault::Status(404), Fault::Reset, Fault::Slow, Fault::Garbage];
    for (fault, times) in faults.into_iter().flat_map(|fault| [(fault, 2), (fault, usize::MAX)]) {
        if fault == Fault::Slow && times > 2 {
            continue; // the same as twice, for longer
        }
        let server = stumbling(fault, times, KEYS);
        let full = format!("http://{}/v1/credentials", server.address);
        let place = place(&[("AWS_CONTAINER_CREDENTIALS_FULL_URI", full)], &[]);
        let found = Session::builder().host(place).build().credentials().unwrap().credentials().await;
        match times {
            2 => assert_eq!(found.unwrap().access_key_id, "AKIDREAL", "{fault:?}"),
            _ => assert!(found.unwrap_err().to_string().contains("container"), "{fault:?}"),
        }
        assert_eq!(server.heads().len(), 3, "{fault:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_thousand_first_calls_ask_once() {
    let server = imds(|_, _, _| false);
    let endpoint = format!("http://{}", server.address);
    let session = Session::builder().host(place(&[("AWS_EC2_METADATA_SERVICE_ENDPOINT", endpoint)], &[])).build();
    let callers: Vec<_> = (0..10_000)
        .map(|_| {
            let session = session.clone();
            tokio::spawn(async move { session.credentials().unwrap().credentials().await.unwrap().access_key_id })
        })
        .collect();
    for caller in callers {
        assert_eq!(caller.await.unwrap(), "AKIDREAL");
    }
    assert_eq!(server.heads().len(), 3, "a token, the role, its credentials");
}
