//! The session that `aws login` left behind, refreshed over HTTP with a proof that the key's public half confirms.

use crate::credentials::{place, service, Place};
use base64::{
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
    Engine,
};
use boto_core::{host::Host, http::fake::FakeTransport, Result, Session};
use ring::{
    digest,
    rand::SystemRandom,
    signature::{EcdsaKeyPair, UnparsedPublicKey, ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING},
};
use serde_json::{json, Value as Json};
use std::sync::{Arc, Mutex};

const SESSION: &str = "arn:aws:sts::123456789012:assumed-role/Admin/me";
const CONFIG: &str = "[default]\nregion = eu-west-1\nlogin_session = arn:aws:sts::123456789012:assumed-role/Admin/me\n";

fn path() -> String {
    let hash = digest::digest(&digest::SHA256, SESSION.as_bytes());
    let hex: String = hash.as_ref().iter().map(|b| format!("{b:02x}")).collect();
    format!("/home/.aws/login/cache/{hex}.json")
}

pub fn cached(until: &str) -> Json {
    let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).unwrap();
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(key.as_ref()));
    json!({
        "accessToken": {"accessKeyId": "ASIAOLD", "secretAccessKey": "hush", "sessionToken": "hush",
            "accountId": "123456789012", "expiresAt": until},
        "refreshToken": "hush-rt", "idToken": "id", "clientId": "arn:aws:signin:::cli/same-device", "dpopKey": pem,
    })
}

pub fn signed_in(cache: &Json, url: String) -> Arc<Place> {
    let files = [("/home/.aws/config".to_owned(), CONFIG.to_owned()), (path(), cache.to_string())];
    let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    place(&[("AWS_ENDPOINT_URL_SIGNIN", url)], &files)
}

async fn credentials(place: &Arc<Place>) -> Result<boto_core::Credentials> {
    Session::builder().host(place.clone()).build().credentials()?.credentials().await
}

fn header<'a>(head: &'a str, name: &str) -> &'a str {
    let found = head.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}: ")));
    found.and_then(|line| line.split_once(": ")).map_or("", |(_, value)| value.trim())
}

#[tokio::test]
async fn what_is_good_is_used_and_what_ends_is_refreshed() {
    let good = signed_in(&cached("2999-01-01T00:00:00Z"), "http://127.0.0.1:1".into());
    assert_eq!(credentials(&good).await.unwrap().access_key_id, "ASIAOLD");

    let seen = Arc::new(Mutex::new(Vec::new()));
    let kept = seen.clone();
    let signin = service(move |head, body| {
        kept.lock().unwrap().push((head.to_owned(), body.to_owned()));
        let output = json!({"accessToken": {"accessKeyId": "ASIANEW", "secretAccessKey": "hush", "sessionToken": "hush"},
            "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4", "expiresIn": 900, "refreshToken": "hush-2"});
        (200, output.to_string())
    });
    let url = format!("http://{}", signin.address);
    let place = signed_in(&cached("2020-01-01T00:00:00Z"), url.clone());
    let found = credentials(&place).await.unwrap();
    assert_eq!((found.access_key_id.as_str(), found.account_id.as_deref()), ("ASIANEW", Some("123456789012")));
    assert!(found.expiry.is_some());

    let (head, body) = seen.lock().unwrap()[0].clone();
    let body: Json = serde_json::from_str(&body).unwrap();
    assert_eq!(body["grantType"], "refresh_token");
    assert_eq!(
        (&body["refreshToken"], &body["clientId"]),
        (&"hush-rt".into(), &"arn:aws:signin:::cli/same-device".into())
    );
    assert_eq!(header(&head, "authorization"), "", "the call is not signed otherwise");

    // RFC 9449: a token that names this method and URL, signed by the key that it carries.
    let proof = header(&head, "dpop").to_owned();
    let (signed, signature) = proof.rsplit_once('.').unwrap();
    let part = |index: usize| -> Json {
        let text = signed.split('.').nth(index).unwrap();
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    };
    let (header, claims) = (part(0), part(1));
    assert_eq!((&header["typ"], &header["alg"]), (&"dpop+jwt".into(), &"ES256".into()));
    assert_eq!((&claims["htm"], &claims["htu"]), (&"POST".into(), &format!("{url}/v1/token").into()));
    assert!(claims["jti"].as_str().unwrap().len() > 20 && claims["iat"].is_i64(), "{claims}");
    let coordinate = |name: &str| URL_SAFE_NO_PAD.decode(header["jwk"][name].as_str().unwrap()).unwrap();
    let public = [&[4][..], &coordinate("x"), &coordinate("y")].concat();
    let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, public).verify(signed.as_bytes(), &signature).unwrap();

    // What was refreshed is there for the CLI, and for the next process.
    let written: Json = serde_json::from_slice(&place.read(path().as_ref()).unwrap()).unwrap();
    assert_eq!(
        (&written["refreshToken"], &written["accessToken"]["accessKeyId"]),
        (&"hush-2".into(), &"ASIANEW".into())
    );
    assert_eq!(written["idToken"], "id");
    assert_eq!(credentials(&place).await.unwrap().access_key_id, "ASIANEW");
    assert_eq!(signin.heads().len(), 1);
}

#[tokio::test]
async fn what_cannot_be_refreshed_says_what_to_do() {
    for (code, said) in [
        ("TOKEN_EXPIRED", "aws login"),
        ("USER_CREDENTIALS_CHANGED", "password was changed"),
        ("INSUFFICIENT_PERMISSIONS", "signin:CreateOAuth2Token"),
        ("SOMETHING_ELSE", "cannot be refreshed"),
    ] {
        let signin = service(move |_, _| (403, json!({"__type": "AccessDeniedException", "error": code}).to_string()));
        let place = signed_in(&cached("2020-01-01T00:00:00Z"), format!("http://{}", signin.address));
        let error = credentials(&place).await.unwrap_err().to_string();
        assert!(error.contains(said) && !error.contains("hush"), "{code}: {error}");
    }
    let nonsense = service(|_, _| (200, "{}".to_owned()));
    let broken = signed_in(&cached("2020-01-01T00:00:00Z"), format!("http://{}", nonsense.address));
    assert!(credentials(&broken).await.unwrap_err().to_string().contains("makes no sense"));
    for missing in ["refreshToken", "dpopKey", "clientId", "accessToken"] {
        let mut cache = cached("2020-01-01T00:00:00Z");
        cache.as_object_mut().unwrap().remove(missing);
        let error = credentials(&signed_in(&cache, "http://127.0.0.1:1".into())).await.unwrap_err().to_string();
        assert!(error.contains(missing) && error.contains("aws login"), "{error}");
    }
    let mut cache = cached("2020-01-01T00:00:00Z");
    cache["dpopKey"] = "no key".into();
    let error = credentials(&signed_in(&cache, "http://127.0.0.1:1".into())).await.unwrap_err().to_string();
    assert!(error.contains("no usable dpopKey"), "{error}");
    let none = place(&[], &[("/home/.aws/config", CONFIG)]);
    assert!(credentials(&none).await.unwrap_err().to_string().contains("not signed in"));
}

/// The cases of botocore's `login-provider-test-cases.json`.
#[tokio::test]
async fn the_cases_of_the_pin_as_rows() {
    let (good, ended) = ("3025-09-14T04:05:45Z", "2020-01-01T00:00:00Z");
    let fresh = json!({"accessToken": {"accessKeyId": "ASIANEW", "secretAccessKey": "hush", "sessionToken": "hush"},
        "refreshToken": "hush-2", "expiresIn": 900});
    // Case, the end of the cached credentials, what the cache lacks, the answer, the key.
    let rows = [
        ("Success - Valid credentials are returned immediately", Some(good), None, None, Some("ASIAOLD")),
        ("Failure - No cache file", None, None, None, None),
        ("Failure - Missing accessToken", Some(good), Some("accessToken"), None, None),
        ("Failure - Missing refreshToken", Some(ended), Some("refreshToken"), None, None),
        ("Failure - Missing clientId in cache", Some(ended), Some("clientId"), None, None),
        ("Failure - Missing dpopKey", Some(ended), Some("dpopKey"), None, None),
        (
            "Success - Expired token triggers successful refresh",
            Some(ended),
            None,
            Some((200, &fresh)),
            Some("ASIANEW"),
        ),
        ("Failure - Expired token triggers failed refresh", Some(ended), None, Some((400, &Json::Null)), None),
    ];
    for (name, until, lacks, answer, key) in rows {
        let network = FakeTransport::new();
        if let Some((status, body)) = answer {
            network.answer(status, &[], body.to_string());
        }
        let mut cache = until.map(cached);
        if let (Some(cache), Some(lacks)) = (&mut cache, lacks) {
            cache.as_object_mut().unwrap().remove(lacks);
        }
        let place = match &cache {
            Some(cache) => signed_in(cache, String::new()),
            None => place(&[], &[("/home/.aws/config", CONFIG)]),
        };
        let session = Session::builder().host(place.clone()).transport(Arc::new(network.clone())).build();
        let found = session.credentials().unwrap().credentials().await;
        assert_eq!(found.as_ref().ok().map(|f| &*f.access_key_id), key, "{name}: {found:?}");
        assert_eq!(network.requests().len(), usize::from(answer.is_some()), "{name}");
        if key == Some("ASIANEW") {
            let written: Json = serde_json::from_slice(&place.read(path().as_ref()).unwrap()).unwrap();
            assert_eq!((&written["refreshToken"], &written["dpopKey"]), (&"hush-2".into(), &cache.unwrap()["dpopKey"]));
        }
    }
}

#[tokio::test]
async fn the_proof_names_the_url_of_the_region_where_one_signed_in() {
    let mut cache = cached("2020-01-01T00:00:00Z");
    cache["signInRegion"] = "eu-west-2".into();
    let network = FakeTransport::new();
    let session = Session::builder()
        .host(signed_in(&cache, String::new()))
        .region("us-east-1")
        .transport(Arc::new(network.clone()))
        .settings(|s| s.max_attempts = Some(1))
        .build();
    assert!(session.credentials().unwrap().credentials().await.is_err());
    let sent = &network.requests()[0];
    assert!(sent.url.authority.contains("eu-west-2") && !sent.url.authority.contains("us-east-1"), "{}", sent.url);
    let proof = sent.headers["dpop"].to_str().unwrap();
    let claims = URL_SAFE_NO_PAD.decode(proof.split('.').nth(1).unwrap()).unwrap();
    let claims: Json = serde_json::from_slice(&claims).unwrap();
    assert_eq!(claims["htu"], sent.url.to_string());
}
