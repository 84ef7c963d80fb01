//! STS and sign-in that fail in all the ways that servers do; and that nothing of it brings secrets into the log.

use crate::{
    credentials::{
        imds, place, service, stumbling, Fault, Place, ASSUMED, ENDED, KEYS, NEW_TOKEN, ROLE, SSO, SSO_KEYS, TOKEN,
    },
    login,
    server::Server,
};
use boto_core::{Credentials, Result, Session};
use std::{
    fmt::{Debug, Write},
    sync::{Arc, Mutex},
    time::Duration,
};
use tracing::{
    field::{Field, Visit},
    span, Event, Metadata, Subscriber,
};

async fn credentials(place: Arc<Place>) -> Result<Credentials> {
    let impatient = |s: &mut boto_core::config::Overrides| {
        s.read_timeout = Some(Duration::from_millis(300));
        s.retry_mode = Some("standard".into());
    };
    Session::builder().host(place).settings(impatient).build().credentials()?.credentials().await
}

const WEB: &str = "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>\
    <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>hush</SecretAccessKey><SessionToken>hush</SessionToken>\
    <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult>\
    </AssumeRoleWithWebIdentityResponse>";
const SIGNED_IN: &str = r#"{"accessToken": {"accessKeyId": "ASIAROLE", "secretAccessKey": "hush", "sessionToken": "hush"},
    "tokenType": "x", "expiresIn": 900, "refreshToken": "hush-2"}"#;

/// The three calls that get credentials, each to a server that stands at that address.
fn places(server: &Server) -> [(&'static str, Arc<Place>); 3] {
    let url = format!("http://{}", server.address);
    let sts = ("AWS_ENDPOINT_URL_STS", url.clone());
    let web = [
        sts.clone(),
        ("AWS_WEB_IDENTITY_TOKEN_FILE", "/token".to_owned()),
        ("AWS_ROLE_ARN", "arn:aws:iam::1:role/r".to_owned()),
        ("AWS_REGION", "eu-west-1".to_owned()),
    ];
    [
        ("assume-role", place(&[sts], &[("/home/.aws/config", ROLE)])),
        ("assume-role-with-web-identity", place(&web, &[("/token", "hush-jwt")])),
        ("login", login::signed_in(&login::cached("2020-01-01T00:00:00Z"), url)),
    ]
}

#[tokio::test]
async fn roles_and_sign_in() {
    let faults =
        [Fault::Status(500), Fault::Status(503), Fault::Status(429), Fault::Reset, Fault::Slow, Fault::Garbage];
    let good = [ASSUMED, WEB, SIGNED_IN];
    for fault in faults {
        for (which, answer) in good.into_iter().enumerate() {
            for times in [1, usize::MAX] {
                let server = stumbling(fault, times, answer);
                let (provider, place) = places(&server).into_iter().nth(which).unwrap();
                let found = credentials(place).await;
                let what = format!("{fault:?} {times} {provider}");
                // Once is made good by trying again, but for answers that came and make no sense; for ever is told.
                if times == 1 && fault != Fault::Garbage {
                    let found = found.expect(&what);
                    assert_eq!((found.access_key_id.as_str(), found.provider), ("ASIAROLE", provider), "{what}");
                    assert_eq!(server.heads().len(), 2, "{what}");
                } else {
                    let error = found.expect_err(&what).to_string();
                    assert!(error.starts_with(provider) && !error.contains("hush"), "{what}: {error}");
                    let attempts = if fault == Fault::Garbage { 1 } else { 3 };
                    assert_eq!(server.heads().len(), attempts, "{what}: {error}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_suspected() {
    for (code, hint) in [
        ("ExpiredToken", "is the clock of this machine right?"),
        ("RequestExpired", "is the clock of this machine right?"),
        ("AccessDenied", "trust policy"),
    ] {
        let body = format!("<ErrorResponse><Error><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>");
        let server = service(move |_, _| (403, body.clone()));
        let (_, place) = places(&server).into_iter().next().unwrap();
        let error = credentials(place).await.unwrap_err();
        assert!(error.hint().is_some_and(|text| text.contains(hint)), "{code}: {error}");
    }
}

/// Keeps whatever is logged, down to the lowest level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0.lock().unwrap(), "{field}={value:?} ");
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, attributes: &span::Attributes<'_>) -> span::Id {
        attributes.record(&mut self.clone());
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        values.record(&mut self.clone());
    }
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
        self.0.lock().unwrap().push('\n');
    }
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// Every provider once well and once failing, with the log at its most talkative.
#[test]
fn nothing_secret_is_logged_told_or_shown() {
    let log = Log::default();
    let told = tracing::subscriber::with_default(log.clone(), || {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(everything())
    });
    let logged = log.0.lock().unwrap().clone();
    assert!(logged.contains("found credentials") && logged.contains("does not count"), "{logged}");
    for text in [&logged, &told] {
        assert!(!text.contains("hush"), "{}", text.lines().find(|line| line.contains("hush")).unwrap_or_default());
    }
    assert_eq!(logged.matches("not a profile, sso-session").count(), 2, "once by each of two sessions");
}

async fn everything() -> String {
    let mut told = String::new();
    let mut ask = async |place: Arc<Place>| {
        let session = Session::builder().host(place).settings(|s| s.max_attempts = Some(1)).build();
        let chain = session.credentials().unwrap();
        let _ = writeln!(told, "{:?} {} {chain:?} {session:?}", chain.credentials().await, chain.explain().await);
        let _ = writeln!(told, "{}", session.config().unwrap().explain());
    };
    for good in [true, false] {
        let answer = move |text: &'static str| if good { text } else { r#"{"hush": "<hush>""# };
        for (which, text) in [ASSUMED, WEB, SIGNED_IN].into_iter().enumerate() {
            let server = service(move |_, _| (200, answer(text).to_owned()));
            ask(places(&server).into_iter().nth(which).unwrap().1).await;
        }
        let oidc = service(move |_, _| (200, answer(NEW_TOKEN).to_owned()));
        let portal = service(move |_, _| (200, answer(SSO_KEYS).to_owned()));
        let env = [
            ("AWS_ENDPOINT_URL_SSO_OIDC", format!("http://{}", oidc.address)),
            ("AWS_ENDPOINT_URL_SSO", format!("http://{}", portal.address)),
        ];
        let ended = ENDED.replace("\"rt\"", "\"hush\"").replace("\"cs\"", "\"hush\"");
        ask(place(&env, &[("/home/.aws/config", SSO), (TOKEN, &ended)])).await;
        let container = service(move |_, _| (200, answer(KEYS).to_owned()));
        let env = [
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", format!("http://{}/", container.address)),
            ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "hush".to_owned()),
        ];
        ask(place(&env, &[])).await;
        let instance = imds(|_, _, _| false);
        ask(place(&[("AWS_EC2_METADATA_SERVICE_ENDPOINT", format!("http://{}", instance.address))], &[])).await;
    }
    let off = ("AWS_EC2_METADATA_DISABLED", "true".to_owned());
    for config in [
        "[default]\ncredential_process = sh -c 'echo hush; exit 3'\n",
        "[default]\ncredential_process = printf '{\"Version\": 1, \"AccessKeyId\": \"a\", \"SecretAccessKey\": \"hush\"}'\n",
        "[ignored]\n[default]\naws_access_key_id = a\naws_secret_access_key = hush\naws_session_token = hush\n",
        "[default]\naws_secret_access_key = hush\naws_session_token = hush\n",
        "[default]\nregion = eu-west-1\nhush hush\n",
    ] {
        let place = place(std::slice::from_ref(&off), &[("/home/.aws/config", config)]);
        match Session::builder().host(place.clone()).build().credentials() {
            Ok(_) => ask(place).await,
            Err(error) => assert!(!error.to_string().contains("hush"), "{error}"),
        }
    }
    told
}
