//! Bearer tokens of single sign-on: the cases of botocore's `test_tokens.py`, an hour and a half later there.

use super::scene::{scene, stage, texts, Pairs};
use crate::{config::Overrides, credentials::Store, Value};

const CONFIG: &str = "/home/.aws/config";
const PROFILE: &str = "[profile test]\nsso_session = admin\n[sso-session admin]\nsso_region = us-west-2\n\
                       sso_start_url = https://d-123.awsapps.com/start\n";
const FILE: &str = "/home/.aws/sso/cache/d033e22ae348aeb5660fc2140aec35850c4da997.json";
const ALL: &str = r#""startUrl": "https://d-123.awsapps.com/start", "region": "us-west-2", "clientId": "clientid",
    "clientSecret": "YSBzZWNyZXQ=", "refreshToken": "cachedrefreshtoken", "accessToken": "cachedtoken""#;

#[tokio::test]
async fn which_profiles_give_tokens() {
    const GOOD: &str = r#"{"accessToken": "t", "expiresAt": "2021-12-25T20:00:00Z"}"#;
    const URL: &str = "sso_start_url = https://d-abc123.awsapps.com/start\n";
    let session =
        |name: &str, lines: &str| format!("[profile test]\nsso_session = {name}\n[sso-session admin]\n{lines}");
    let plain = |lines: &str| format!("[profile test]\nregion = us-west-2\n{lines}");
    #[rustfmt::skip]
    let rows = [
        ("Full valid profile", session("admin", &format!("sso_region = us-east-1\n{URL}")), Ok(true)),
        ("Non-SSO profiles are skipped", plain(""), Ok(false)),
        ("Only start URL is invalid", session("admin", URL), Err("lacks sso_region")),
        ("Only sso_region is invalid", session("admin", "sso_region = us-east-1\n"), Err("lacks sso_start_url")),
        ("Specified sso-session must exist", session("dev", "sso_region = us-east-1\n"), Err("does not exist; hint: there are: admin")),
        ("The sso_session must be specified", plain(&format!("[sso-session admin]\nsso_region = us-east-1\n{URL}")), Ok(false)),
    ];
    for (name, config, wanted) in rows {
        let config = format!("{config}\n[profile other]\n");
        let files = [(CONFIG, config.as_str()), (FILE, GOOD)];
        let named = Overrides { profile: Some("test".into()), ..Default::default() };
        for scene in [
            scene(&[("AWS_PROFILE", "test")], &files),
            // A profile named in code goes before the environment's.
            stage(&[("AWS_PROFILE", "other")], &files, named.clone(), Store::memory()),
        ] {
            match (scene.chain.token("any").await, wanted) {
                (Ok(token), Ok(there)) => assert_eq!(token.is_some(), there, "{name}"),
                (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{name}: {error}"),
                (found, wanted) => panic!("{name}: {found:?} instead of {wanted:?}"),
            }
        }
    }
}

/// Case, cached token, the answer to refreshing it, the token or a part of the error.
type Row<'a> = (&'a str, String, Option<Pairs<'a>>, Result<&'a str, &'a str>);

#[tokio::test]
async fn cached_tokens_are_used_refreshed_or_refused() {
    let later = r#""registrationExpiresAt": "2022-12-25T13:30:00Z""#;
    let full = |end: &str, more: &str| format!(r#"{{{ALL}, "expiresAt": "2021-12-25T{end}:00Z", {more}}}"#);
    let answer: Pairs<'_> = &[("tokenType", "Bearer"), ("accessToken", "newtoken")];
    let with_next = [answer, &[("refreshToken", "newrefreshtoken")]].concat();
    #[rustfmt::skip]
    let rows: Vec<Row<'_>> = vec![
        ("Valid token with all fields", full("20:00", later), None, Ok("cachedtoken")),
        ("Minimal valid cached token", r#"{"accessToken": "cachedtoken", "expiresAt": "2021-12-25T20:00:00Z"}"#.into(), None, Ok("cachedtoken")),
        ("Minimal expired cached token", r#"{"accessToken": "cachedtoken", "expiresAt": "2021-12-25T11:30:00Z"}"#.into(), None, Err("expired at 2021-12-25T11:30:00Z and cannot be refreshed without clientId")),
        ("Token missing the expiresAt field", r#"{"accessToken": "cachedtoken"}"#.into(), None, Err("no expiresAt")),
        ("Token missing the accessToken field", r#"{"expiresAt": "2021-12-25T11:30:00Z"}"#.into(), None, Err("no accessToken")),
        ("Expired token refresh with refresh token", full("11:30", later), Some(&with_next), Ok("newtoken")),
        ("Expired token refresh without new refresh token", full("11:30", later), Some(answer), Ok("newtoken")),
        ("Expired token and expired client registration", full("11:30", r#""registrationExpiresAt": "2021-11-25T13:30:00Z""#), None, Err("the registration to refresh it with has expired too")),
    ];
    for (name, cached, response, wanted) in rows {
        let scene = scene(&[("AWS_PROFILE", "test")], &[(CONFIG, PROFILE), (FILE, &cached)]);
        if let Some(response) = response {
            let mut output = texts(response);
            if let Value::Map(output) = &mut output {
                output.0.insert("expiresIn".into(), Value::Int(28_800));
            }
            scene.aws.answer(output);
        }
        match (scene.chain.token("any").await, wanted) {
            (Ok(Some(found)), Ok(token)) => {
                assert_eq!((found.token.expose(), found.expiry.unwrap().seconds()), (token, 1_640_462_400), "{name}");
            }
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{name}: {error}"),
            (found, wanted) => panic!("{name}: {found:?} instead of {wanted:?}"),
        }
        let written = scene.world.text(FILE).unwrap();
        let Some(response) = response else {
            assert_eq!(written, cached, "{name}");
            assert!(scene.aws.operations().is_empty(), "{name}");
            continue;
        };
        for (param, value) in
            [("grantType", "refresh_token"), ("clientId", "clientid"), ("refreshToken", "cachedrefreshtoken")]
        {
            assert_eq!(scene.aws.param(0, param).as_deref(), Some(value), "{name}");
        }
        let next = match response.len() {
            3 => "\"refreshToken\": \"newrefreshtoken\", ",
            _ => "",
        };
        let wanted = format!(
            "{{\"accessToken\": \"newtoken\", \"clientId\": \"clientid\", \"clientSecret\": \"YSBzZWNyZXQ=\", \
             \"expiresAt\": \"2021-12-25T20:00:00Z\", {next}\"region\": \"us-west-2\", \"registrationExpiresAt\": \
             \"2022-12-25T13:30:00Z\", \"startUrl\": \"https://d-123.awsapps.com/start\"}}"
        );
        let sorted = |text: &str| {
            let mut parts: Vec<_> = text.trim_matches(['{', '}']).split(", ").map(str::to_owned).collect();
            parts.sort();
            parts
        };
        assert_eq!(sorted(&written), sorted(&wanted), "{name}");
    }
}

#[derive(Debug)]
struct Own(Option<&'static str>);

impl crate::credentials::TokenProvider for Own {
    fn provide<'a>(&'a self, _: &'a str) -> crate::BoxFuture<'a, crate::Result<Option<crate::Token>>> {
        let token = self.0.map(|text| crate::Token { token: crate::identity::Secret::new(text), expiry: None });
        Box::pin(async { Ok(token) })
    }
}

#[tokio::test]
async fn providers_of_ones_own_come_first() {
    let scene = scene(&[("AWS_BEARER_TOKEN_ANY", "environment")], &[]);
    for (own, wanted) in [(Some("mine"), "mine"), (None, "environment")] {
        let sources = scene.chain.sources().clone();
        let chain = crate::credentials::Chain::with_providers(sources, vec![], vec![std::sync::Arc::new(Own(own))]);
        assert_eq!(chain.token("any").await.unwrap().unwrap().token.expose(), wanted);
    }
}
