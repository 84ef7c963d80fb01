//! The session itself: what it keeps, whom it asks, and the one that all share.

use crate::credentials::{place, service, ASSUMED};
use boto_core::{
    cache::ClassKind,
    credentials::{prompt, Store},
    host::Host,
    http::fake::FakeTransport,
    Session,
};
use std::sync::{
    atomic::{AtomicUsize, Ordering},
    Arc, Mutex,
};

fn tables(name: &str) -> Option<Arc<boto_model::Service>> {
    static OPENED: AtomicUsize = AtomicUsize::new(0);
    OPENED.fetch_add(1, Ordering::SeqCst);
    let found = boto_model::archive::open(name)?;
    assert!(OPENED.load(Ordering::SeqCst) < 10, "classes are built again and again");
    Some(Arc::new(found))
}

#[test]
fn the_cache_of_classes_tells_what_it_holds() {
    let session = Session::builder().host(place(&[], &[])).tables(tables).build();
    assert!(session.cache().is_empty());
    std::thread::scope(|scope| {
        for _ in 0..32 {
            scope.spawn(|| {
                let session = session.clone();
                let queue = session.get_resource("sqs", "Queue").unwrap();
                assert!(Arc::ptr_eq(&queue, &session.get_resource("sqs", "Queue").unwrap()));
                session.get_collection("sqs", "QueueCollection").unwrap();
            });
        }
    });
    let held = session.cache().sizes();
    let kinds: Vec<_> = held.iter().map(|(name, _)| (name.kind, name.name.as_str())).collect();
    assert_eq!(
        kinds,
        [(ClassKind::Connection, ""), (ClassKind::Resource, "Queue"), (ClassKind::Collection, "QueueCollection")]
    );
    assert!(held[0].1 > 4_000 && held[0].1 < 100_000, "{held:?}");
    assert!(held[1].1 > 500, "{held:?}");
    let before = session.get_connection("sqs").unwrap();
    assert!(session.cache().remove(&held[0].0));
    assert!(!Arc::ptr_eq(&before, &session.get_connection("sqs").unwrap()));
    session.cache().clear();
    assert_eq!(session.cache().len(), 0);
    assert!(session.get_connection("sqz").unwrap_err().to_string().contains("no service \"sqz\""));
    assert_eq!(session.cache().len(), 0, "failures are not kept");
}

const MFA: &str = "[default]\nregion = eu-central-1\nrole_arn = arn:aws:iam::123456789012:role/r\n\
                   mfa_serial = arn:aws:iam::123456789012:mfa/me\nsource_profile = base\n\
                   [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = hush\n";

#[tokio::test]
async fn codes_are_asked_for_and_roles_kept_for_others() {
    let server = service(|_, body| {
        assert!(body.contains("SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fme"), "{body}");
        assert!(body.contains("TokenCode=123456"), "{body}");
        (200, ASSUMED.to_owned())
    });
    let env = [("AWS_ENDPOINT_URL_STS", format!("http://{}", server.address))];
    let place = place(&env, &[("/home/.aws/config", MFA)]);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let session = || {
        let asked = Arc::clone(&asked);
        let ask = move |text: &str| {
            asked.lock().unwrap().push(text.to_owned());
            Ok("123456".to_owned())
        };
        Session::builder().host(place.clone()).prompt(prompt(ask)).credential_store(Store::files(None)).build()
    };
    let found = session().credentials().unwrap().credentials().await.unwrap();
    assert_eq!(found.access_key_id, "ASIAROLE");
    // Another session, or the CLI, finds it in the file; nobody is asked again.
    let again = session().credentials().unwrap().credentials().await.unwrap();
    assert_eq!(again.access_key_id, "ASIAROLE");
    assert_eq!((server.heads().len(), asked.lock().unwrap().len()), (1, 1));
    assert!(asked.lock().unwrap()[0].contains("arn:aws:iam::123456789012:mfa/me"));
    let name = place.files().into_iter().find(|file| file.starts_with("/home/.aws/cli/cache")).unwrap();
    assert_eq!(name.file_stem().unwrap().len(), 40, "the CLI's names are hashes: {name:?}");
    let text = String::from_utf8(place.read(&name).unwrap()).unwrap();
    for part in ["\"Credentials\": {", "\"Expiration\": \"2999-01-01T00:00:00Z\"", "\"AssumedRoleUser\": {"] {
        assert!(text.contains(part), "{part}");
    }
}

#[tokio::test]
async fn a_prompt_that_fails_is_told() {
    let place = place(&[], &[("/home/.aws/config", MFA)]);
    let refuse = |_: &str| Err(boto_core::Error::new(boto_core::ErrorKind::Credentials, "nobody is there"));
    let session = Session::builder().host(place.clone()).prompt(prompt(refuse)).build();
    let error = session.credentials().unwrap().credentials().await.unwrap_err().to_string();
    assert!(error.contains("nobody is there"), "{error}");
    let panics = Session::builder().host(place).prompt(prompt(|_| panic!("oh"))).build();
    let error = panics.credentials().unwrap().credentials().await.unwrap_err().to_string();
    assert!(error.contains("panicked"), "{error}");
}

/// Both halves in one test, for the default session is one per process.
#[test]
fn the_default_session_can_be_replaced_before_it_is_used() {
    let own = Session::builder().region("ap-south-2").build();
    boto_core::set_default_session(own).unwrap();
    let regions = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| boto_core::session().config().unwrap().region().to_owned())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(regions.iter().all(|region| region == "ap-south-2"), "{regions:?}");
    let late = boto_core::set_default_session(Session::new()).unwrap_err().to_string();
    assert!(late.contains("in use already"), "{late}");
}

#[derive(Debug, Default)]
struct Counting(AtomicUsize);

impl boto_core::credentials::Provider for Counting {
    fn name(&self) -> &'static str {
        "counting"
    }
    fn provide(&self) -> boto_core::BoxFuture<'_, boto_core::Result<Option<boto_core::Credentials>>> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Ok(Some(boto_core::Credentials::new("counted", "hush", None))) })
    }
}

#[tokio::test]
async fn who_signs_is_asked_only_when_needed() {
    let answer = || {
        let network = FakeTransport::new();
        network.answer(200, &[], "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>");
        network
    };
    // Given ones, with a token and an account, are those that sign.
    let (network, counting) = (answer(), Arc::new(Counting::default()));
    let mut given = boto_core::Credentials::new("foo", "bar", Some("baz".to_owned()));
    given.account_id = Some("bin".to_owned());
    let builder = || Session::builder().host(place(&[], &[])).region("us-west-2").tables(tables);
    let session = builder().transport(Arc::new(network.clone())).identity(given).provider(counting.clone()).build();
    assert_eq!(session.credentials().unwrap().credentials().await.unwrap().account_id.as_deref(), Some("bin"));
    session.connect_to("sts").unwrap().call("GetCallerIdentity").await.unwrap();
    let headers = &network.requests()[0].headers;
    assert!(headers["authorization"].to_str().unwrap().contains("Credential=foo/"));
    assert_eq!(headers["x-amz-security-token"], "baz");
    // Connections that do not sign ask nobody.
    let network = answer();
    let session = builder().transport(Arc::new(network.clone())).provider(counting.clone()).build();
    let mut call = session.connect_to("sts").unwrap().call("GetCallerIdentity");
    call.overrides().signature_version = Some("unsigned".into());
    call.await.unwrap();
    assert!(!network.requests()[0].headers.contains_key("authorization"));
    assert_eq!(counting.0.load(Ordering::SeqCst), 0);
    network.answer(200, &[], "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>");
    session.connect_to("sts").unwrap().call("GetCallerIdentity").await.unwrap();
    assert_eq!(counting.0.load(Ordering::SeqCst), 1);
}

#[test]
fn sessions_go_anywhere() {
    fn anywhere<T: Clone + Send + Sync + 'static>() {}
    anywhere::<Session>();
    anywhere::<boto_core::blocking::Blocking>();
    anywhere::<boto_core::Connection>();
    anywhere::<boto_core::config::Config>();
    anywhere::<boto_core::credentials::Chain>();
}
