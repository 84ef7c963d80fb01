//! What `aws login` left behind, over a scripted AWS; over HTTP it is in the integration tests.

use super::scene::scene;
use crate::{value::Object, Value};
use base64::{engine::general_purpose::STANDARD, Engine};
use ring::{
    rand::SystemRandom,
    signature::{EcdsaKeyPair, ECDSA_P256_SHA256_FIXED_SIGNING},
};

const CONFIG: (&str, &str) =
    ("/home/.aws/config", "[default]\nregion = us-east-1\nlogin_session = arn:aws:iam::123456789012:user/tester\n");

fn fresh() -> Value {
    let access = super::scene::texts(&[("accessKeyId", "new"), ("secretAccessKey", "hush"), ("sessionToken", "hush")]);
    let output = [
        ("accessToken".to_owned(), access),
        ("refreshToken".to_owned(), Value::from("hush-2")),
        ("expiresIn".to_owned(), Value::Int(900)),
    ];
    Value::Map(Object([("tokenOutput".to_owned(), Value::Map(Object(output.into())))].into()))
}

#[tokio::test]
async fn sessions_are_refreshed_where_they_began() {
    let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).unwrap();
    let pem = STANDARD.encode(key.as_ref());
    // The scenario, what the cache says of the region, where the call goes.
    for (scenario, said, region) in [
        ("login_credential_fetcher_uses_sign_in_region", Some("eu-west-2"), Some("eu-west-2")),
        ("login_credential_fetcher_without_sign_in_region missing", None, None),
        ("login_credential_fetcher_without_sign_in_region empty", Some(""), None),
    ] {
        let said_json = said.map(|said| format!(r#", "signInRegion": "{said}""#)).unwrap_or_default();
        let cached = format!(
            r#"{{"accessToken": {{"accessKeyId": "old", "secretAccessKey": "hush", "sessionToken": "hush",
                "accountId": "123456789012", "expiresAt": "2020-01-01T00:00:00Z"}}, "clientId": "c",
                "refreshToken": "hush-rt", "dpopKey": "-----BEGIN PRIVATE KEY-----\n{pem}\n-----END PRIVATE KEY-----"{said_json}}}"#
        );
        let scene = scene(&[("AWS_LOGIN_CACHE_DIRECTORY", "/c")], &[CONFIG]);
        let place =
            super::super::login::cache_file(&scene.chain.sources().config, "arn:aws:iam::123456789012:user/tester");
        assert!(place.starts_with("/c"), "{}", place.display());
        scene.world.put(place.to_str().unwrap(), &cached);
        scene.aws.answer(fresh());
        let found = scene.chain.credentials().await.unwrap_or_else(|e| panic!("{scenario}: {e}"));
        assert_eq!((found.provider, found.access_key_id.as_str()), ("login", "new"), "{scenario}");
        assert_eq!(found.account_id.as_deref(), Some("123456789012"), "{scenario}");
        let calls = scene.aws.calls.lock().unwrap();
        assert_eq!((calls[0].operation, calls[0].region.as_deref()), ("CreateOAuth2Token", region), "{scenario}");
        assert!(calls[0].credentials.is_none() && calls[0].stamp.is_some(), "{scenario}");
        let written = scene.world.text(place.to_str().unwrap()).unwrap();
        let kept = written.contains("\"signInRegion\": \"eu-west-2\"");
        assert_eq!((kept, written.contains("signInRegion")), (said == Some("eu-west-2"), said.is_some()), "{scenario}");
    }
}
