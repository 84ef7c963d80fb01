//! Single sign-on and bearer tokens.

use super::scene::{scene, texts, Pairs};
use crate::{value::Object, Value};

const CONFIG: &str = "/home/.aws/config";
const LEGACY: &str = "[default]\nsso_region = us-east-1\nsso_start_url = https://d-92671207e4.awsapps.com/start\n\
                      sso_role_name = test-role\nsso_account_id = 1234567890\n";
const SESSION: &str = "[default]\nsso_session = admin\nsso_role_name = test-role\nsso_account_id = 1234567890\n\
                       [sso-session admin]\nsso_region = us-west-2\nsso_start_url = https://d-123.awsapps.com/start\n";
/// Where the tokens are: the names are hashes of the start URL and of the session's name.
const LEGACY_TOKEN: &str = "/home/.aws/sso/cache/13f9d35043871d073ab260e020f0ffde092cb14b.json";
const SESSION_TOKEN: &str = "/home/.aws/sso/cache/d033e22ae348aeb5660fc2140aec35850c4da997.json";
const TOKEN: &str = r#"{"accessToken": "some.sso.token", "expiresAt": "2021-12-26T12:00:00UTC"}"#;

fn bought() -> Value {
    let mut keys = texts(&[("accessKeyId", "foo"), ("secretAccessKey", "bar"), ("sessionToken", "baz")]);
    if let Value::Map(keys) = &mut keys {
        keys.0.insert("expiration".into(), Value::Int(1_640_440_800_999));
    }
    Value::Map(Object([("roleCredentials".to_owned(), keys)].into()))
}

#[tokio::test]
async fn tokens_buy_credentials() {
    for (config, path, region) in [(LEGACY, LEGACY_TOKEN, "us-east-1"), (SESSION, SESSION_TOKEN, "us-west-2")] {
        let scene = scene(&[], &[(CONFIG, config), (path, TOKEN)]);
        scene.aws.answer(bought());
        let found = scene.chain.credentials().await.unwrap();
        assert_eq!((found.provider, found.access_key_id.as_str()), ("sso", "foo"));
        assert_eq!((found.account_id.as_deref(), found.expiry.unwrap().seconds()), (Some("1234567890"), 1_640_440_800));
        assert_eq!(scene.aws.operations(), ["GetRoleCredentials"]);
        assert_eq!(scene.aws.param(0, "accessToken").as_deref(), Some("some.sso.token"));
        assert_eq!(scene.aws.param(0, "roleName").as_deref(), Some("test-role"));
        assert_eq!(scene.aws.calls.lock().unwrap()[0].region.as_deref(), Some(region));
        assert_eq!(scene.aws.signer(0), None);
    }
}

#[tokio::test]
async fn names_of_cache_files_are_botocores() {
    use crate::{config::Overrides, credentials::Store};
    let files = [(CONFIG, LEGACY), (LEGACY_TOKEN, TOKEN)];
    let scene = super::scene::stage(&[], &files, Overrides::default(), Store::files(Some("/c".into())));
    scene.aws.answer(bought());
    scene.chain.credentials().await.unwrap();
    let text = scene.world.text("/c/048db75bbe50955c16af7aba6ff9c41a3131bb7e.json").unwrap();
    assert!(text.contains("\"ProviderType\": \"sso\"") && text.contains("\"Expiration\": \"2021-12-25T14:00:00Z\""));
}

#[tokio::test]
async fn errors_send_people_to_the_right_command() {
    let expired = r#"{"accessToken": "t", "expiresAt": "2021-12-25T11:00:00Z"}"#;
    #[rustfmt::skip]
    let rows: &[(Pairs<'_>, &str, &str)] = &[
        (&[(CONFIG, LEGACY)], "not signed in", "run: aws sso login"),
        (&[(CONFIG, SESSION)], "not signed in", "run: aws sso login --sso-session admin"),
        (&[(CONFIG, LEGACY), (LEGACY_TOKEN, expired)], "expired at 2021-12-25T11:00:00Z", "run: aws sso login"),
        (&[(CONFIG, SESSION), (SESSION_TOKEN, expired)], "cannot be refreshed without clientId", "run: aws sso login --sso-session admin"),
        (&[(CONFIG, LEGACY), (LEGACY_TOKEN, "{")], "is damaged", "run: aws sso login"),
        (&[(CONFIG, LEGACY), (LEGACY_TOKEN, "{}")], "no accessToken", "run: aws sso login"),
    ];
    for (files, why, hint) in rows {
        let error = scene(&[], files).chain.credentials().await.unwrap_err().to_string();
        assert!(error.contains(why) && error.contains(hint), "{error}");
    }
    let scene = scene(&[], &[(CONFIG, LEGACY), (LEGACY_TOKEN, TOKEN)]);
    scene.aws.refuse("UnauthorizedException");
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("does not accept the token") && error.contains("run: aws sso login"), "{error}");
}

#[tokio::test]
async fn profiles_that_lack_something() {
    #[rustfmt::skip]
    let rows: Pairs<'_> = &[
        ("sso_role_name = r", "lacks sso_start_url, sso_region, sso_account_id"),
        ("sso_account_id = 1\nsso_role_name = r\nsso_session = nope\n[sso-session admin]\nsso_region = x", "\"nope\", which does not exist; hint: there are: admin"),
        ("sso_account_id = 1\nsso_role_name = r\nsso_session = s\n[sso-session s]\nsso_region = x", "lacks sso_start_url"),
        ("sso_account_id = 1\nsso_role_name = r\nsso_region = y\nsso_session = s\n[sso-session s]\nsso_region = x\nsso_start_url = u", "sso_region is \"y\" in profile \"default\", but \"x\" in sso-session \"s\""),
        ("sso_session = s\n[sso-session s]\nsso_region = x\nsso_start_url = u", "it gives a token, not credentials"),
    ];
    for (lines, part) in rows {
        let error = scene(&[], &[(CONFIG, &format!("[default]\n{lines}\n"))]).chain.credentials().await.unwrap_err();
        assert!(error.to_string().contains(part), "{error}");
    }
}

#[tokio::test]
async fn tokens_of_the_environment_come_first() {
    let env = [
        ("AWS_BEARER_TOKEN_BEDROCK", "env-token"),
        ("AWS_BEARER_TOKEN_FOO_BAR", "other"),
        ("AWS_BEARER_TOKEN_EMPTY", ""),
    ];
    let scene = scene(&env, &[(CONFIG, SESSION), (SESSION_TOKEN, TOKEN)]);
    for (service, token) in [
        ("bedrock", "env-token"),
        ("foo bar", "other"),
        ("foo-bar", "other"),
        ("empty", "some.sso.token"),
        ("s3", "some.sso.token"),
    ] {
        assert_eq!(scene.chain.token(service).await.unwrap().unwrap().token.expose(), token, "{service}");
    }
    assert!(scene.chain.has_environment_token("bedrock") && !scene.chain.has_environment_token("s3"));
    let none = super::scene::scene(&[], &[]);
    assert_eq!(none.chain.token("bedrock").await.unwrap(), None);
}

#[tokio::test]
async fn tokens_are_refreshed_and_written_back() {
    let cached = r#"{"startUrl": "https://d-123.awsapps.com/start", "region": "us-west-2", "accessToken": "old",
        "expiresAt": "2021-12-25T12:05:00Z", "clientId": "id", "clientSecret": "s",
        "registrationExpiresAt": "2022-12-25T13:30:00Z", "refreshToken": "r"}"#;
    let scene = scene(&[], &[(CONFIG, SESSION), (SESSION_TOKEN, cached)]);
    let mut fresh = texts(&[("accessToken", "new"), ("refreshToken", "r2")]);
    if let Value::Map(fresh) = &mut fresh {
        fresh.0.insert("expiresIn".into(), Value::Int(3600));
    }
    scene.aws.answer(fresh);
    let token = scene.chain.token("x").await.unwrap().unwrap();
    assert_eq!((token.token.expose(), token.expiry.unwrap().seconds()), ("new", 1_640_437_200));
    assert_eq!(scene.aws.operations(), ["CreateToken"]);
    let written = scene.world.text(SESSION_TOKEN).unwrap();
    assert!(
        written.contains("\"expiresAt\": \"2021-12-25T13:00:00Z\"") && written.contains("\"refreshToken\": \"r2\"")
    );
    // A refresh that fails leaves the old one in use while it is good.
    let scene = super::scene::scene(&[], &[(CONFIG, SESSION), (SESSION_TOKEN, cached)]);
    scene.aws.refuse("InternalServerException");
    assert_eq!(scene.chain.token("x").await.unwrap().unwrap().token.expose(), "old");
}
