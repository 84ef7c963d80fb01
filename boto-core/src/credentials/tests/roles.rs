//! Assumed roles: what is asked of STS, with whose credentials, and what is kept.

use super::scene::{assumed, scene, stage, texts, Pairs, Scene, IN_AN_HOUR};
use crate::{config::Overrides, credentials::Store, value::Object, Value};
use std::sync::atomic::Ordering;

const CONFIG: &str = "/home/.aws/config";
const KEYS: &str = "[profile longterm]\naws_access_key_id = akid\naws_secret_access_key = skid\n";

fn role(lines: &str) -> Scene {
    scene(&[("AWS_PROFILE", "dev")], &[(CONFIG, &format!("[profile dev]\nrole_arn = myrole\n{lines}\n{KEYS}"))])
}

#[tokio::test]
async fn what_the_profile_says_goes_to_sts() {
    // test, lines of the profile, parameter, value
    #[rustfmt::skip]
    let rows: &[(&str, &str, &str, Option<&str>)] = &[
        ("assume_role_with_no_cache", "", "RoleArn", Some("myrole")),
        ("role_session_name_is_ours", "", "RoleSessionName", Some("boto-session-1640433600")),
        ("role_session_name_provided", "role_session_name = mine", "RoleSessionName", Some("mine")),
        ("external_id_provided", "external_id = my_external_id", "ExternalId", Some("my_external_id")),
        ("assume_role_with_duration", "duration_seconds = 7200", "DurationSeconds", Some("7200")),
        ("assume_role_with_bad_duration", "duration_seconds = garbage value", "DurationSeconds", None),
        ("assume_role_with_mfa", "mfa_serial = mfa", "SerialNumber", Some("mfa")),
        ("assume_role_with_mfa code", "mfa_serial = mfa", "TokenCode", Some("000000")),
        ("no_mfa", "", "TokenCode", None),
    ];
    for (name, lines, param, value) in rows {
        let scene = role(&format!("source_profile = longterm\n{lines}"));
        scene.aws.answer(assumed("foo", IN_AN_HOUR));
        let found = scene.chain.credentials().await.unwrap();
        assert_eq!((found.access_key_id.as_str(), found.provider), ("foo", "assume-role"), "{name}");
        assert_eq!(found.account_id.as_deref(), Some("123456789012"), "{name}");
        assert_eq!(scene.aws.param(0, param).as_deref(), *value, "{name}");
        assert_eq!(scene.aws.signer(0).as_deref(), Some("akid"), "{name}");
    }
}

#[tokio::test]
async fn chains_of_roles_are_assumed_one_with_the_other() {
    let config = "[profile first]\nrole_arn = first\nsource_profile = second\n\
                  [profile second]\nrole_arn = second\nsource_profile = third\n\
                  [profile third]\naws_access_key_id = akid\naws_secret_access_key = skid\n";
    let scene = scene(&[("AWS_PROFILE", "first")], &[(CONFIG, config)]);
    scene.aws.answer(assumed("second", IN_AN_HOUR)).answer(assumed("first", IN_AN_HOUR));
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "first");
    assert_eq!(scene.aws.param(0, "RoleArn").as_deref(), Some("second"));
    assert_eq!((scene.aws.signer(0).as_deref(), scene.aws.signer(1).as_deref()), (Some("akid"), Some("second")));
}

#[tokio::test]
async fn sources_that_cannot_be() {
    #[rustfmt::skip]
    let rows: Pairs<'_> = &[
        ("", "neither source_profile nor credential_source"),
        ("source_profile = longterm\ncredential_source = Environment", "both source_profile and credential_source"),
        ("source_profile = missing", "\"missing\" (source_profile of profile \"dev\") does not exist"),
        ("credential_source = CustomInvalid", "\"CustomInvalid\"; it must be Environment"),
        ("credential_source = Environment", "credential_source Environment has no credentials"),
        ("source_profile = empty\n[profile empty]", "profile \"empty\" has no credentials"),
        ("source_profile = half\n[profile half]\naws_access_key_id = akid", "aws_secret_access_key is missing"),
        ("source_profile = half\n[profile half]\naws_secret_access_key = skid", "profile \"half\" has no credentials"),
        ("source_profile = dev", "in a circle: dev → dev"),
        ("source_profile = b\n[profile b]\nrole_arn = r\nsource_profile = dev", "in a circle: dev → b → dev"),
    ];
    for (lines, part) in rows {
        let scene = role(lines);
        let error = scene.chain.credentials().await.unwrap_err().to_string();
        assert!(error.contains(part), "{lines}: {error}");
        assert!(scene.aws.operations().is_empty());
    }
}

#[tokio::test]
async fn named_sources_sign_the_call() {
    let config = "[profile dev]\nrole_arn = myrole\ncredential_source = environment\n";
    let overrides = Overrides { profile: Some("dev".into()), ..Default::default() };
    let env = [("AWS_ACCESS_KEY_ID", "envkey"), ("AWS_SECRET_ACCESS_KEY", "x")];
    let scene = stage(&env, &[(CONFIG, config)], overrides, Store::memory());
    scene.aws.answer(assumed("foo", IN_AN_HOUR));
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo");
    assert_eq!(scene.aws.signer(0).as_deref(), Some("envkey"));
}

#[tokio::test]
async fn what_sts_refuses_is_told_with_the_role() {
    let scene = role("source_profile = longterm");
    scene.aws.refuse("AccessDenied");
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("cannot assume myrole: AccessDenied: refused") && error.contains("trust policy"), "{error}");
}

#[tokio::test]
async fn cache_files_are_those_of_the_cli() {
    let files = [(CONFIG, "[profile dev]\nrole_arn = myrole\nsource_profile = longterm\n[profile longterm]\naws_access_key_id = akid\naws_secret_access_key = skid\n")];
    // The file's name as botocore computes it for this role.
    let path = "/home/.aws/cli/cache/793d6e2f27667ab2da104824407e486bfec24a47.json";
    let written = stage(&[("AWS_PROFILE", "dev")], &files, Overrides::default(), Store::files(None));
    written.aws.answer(assumed("foo", IN_AN_HOUR));
    written.chain.credentials().await.unwrap();
    let text = written.world.text(path).unwrap();
    assert_eq!(
        text,
        "{\"AssumedRoleUser\": {\"Arn\": \"arn:aws:sts::123456789012:assumed-role/r/s\", \"AssumedRoleId\": \"AROA:s\"}, \
         \"Credentials\": {\"AccessKeyId\": \"foo\", \"AccountId\": \"123456789012\", \
         \"Expiration\": \"2021-12-25T13:00:00Z\", \"SecretAccessKey\": \"hush\", \"SessionToken\": \"hush\"}}"
    );
    // As older releases of the CLI wrote the time.
    let theirs = text.replace("13:00:00Z", "13:00:00UTC").replace("foo", "theirs");
    let files = [files[0], (path, theirs.as_str())];
    let read = stage(&[("AWS_PROFILE", "dev")], &files, Overrides::default(), Store::files(None));
    assert_eq!(read.chain.credentials().await.unwrap().access_key_id, "theirs");
    assert!(read.aws.operations().is_empty());
    // What ends within a quarter of an hour is not taken from the file.
    let soon = theirs.replace("13:00:00UTC", "12:14:00UTC");
    let files = [files[0], (path, soon.as_str())];
    let late = stage(&[("AWS_PROFILE", "dev")], &files, Overrides::default(), Store::files(None));
    late.aws.answer(assumed("new", IN_AN_HOUR));
    assert_eq!(late.chain.credentials().await.unwrap().access_key_id, "new");
}

#[test]
fn names_of_cache_files_are_botocores() {
    use crate::credentials::{assume_role::role_key, Role};
    let plain =
        |arn: &str| Role { arn: arn.into(), external_id: None, session_name: None, mfa_serial: None, duration: None };
    let named = Role { session_name: Some("my_session_name".into()), ..plain("myrole") };
    let safe = plain("arn:aws:iam::foo-role");
    let safe_named = Role { session_name: Some("foo_role_session_name".into()), ..safe.clone() };
    for (role, key) in [
        (safe, "3f8e35c8dca6211d496e830a2de723b2387921e3"),
        (safe_named, "5e75ce21b6a64ab183b29c4a159b6f0248121d51"),
        (plain("chained-role"), "3d440bf424caf7a5ee664fbf89139a84409f95c2"),
        (plain("arn:aws:iam::123:role/role-name"), "c29461feeacfbed43017d20612606ff76abc073d"),
        (plain("myrole"), "793d6e2f27667ab2da104824407e486bfec24a47"),
        (plain("arn:aws:iam::role/foo-role"), "75c539f0711ba78c5b9e488d0add95f178a54d74"),
        (named, "2964201f5648c8be5b9460a9cf842d73a266daf2"),
    ] {
        assert_eq!(role_key(&role), key);
    }
}

#[tokio::test]
async fn codes_are_asked_for_again_but_never_in_the_background() {
    let scene = role("source_profile = longterm\nmfa_serial = mfa");
    scene.aws.answer(assumed("one", IN_AN_HOUR)).answer(assumed("two", "2021-12-25T14:00:00Z"));
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "one");
    // In the advisory window: the background does not ask.
    scene.world.advance(46 * 60);
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "one");
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    assert_eq!(scene.prompt.asked.load(Ordering::SeqCst), 1);
    // After the end the caller does.
    scene.world.advance(15 * 60);
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "two");
    assert_eq!(scene.prompt.asked.load(Ordering::SeqCst), 2);
}

/// Scenario, the profile `dev` and others, the role that is assumed with the named source's credentials.
type Sourced<'a> = (&'a str, &'a str, &'a str);

#[tokio::test]
async fn the_source_signs_whatever_kind_it_is() {
    #[rustfmt::skip]
    let rows: &[Sourced<'_>] = &[
        ("assume_role_with_profile_provider", "source_profile = longterm", "akid"),
        ("source_profile_can_reference_self", "aws_access_key_id = own\naws_secret_access_key = skid\nsource_profile = dev", "own"),
        ("source with keys and a role of its own", "source_profile = b\n[profile b]\naws_access_key_id = own\naws_secret_access_key = x\nrole_arn = r\nsource_profile = longterm", "own"),
        ("source that is a process", "source_profile = b\n[profile b]\ncredential_process = p", "printed"),
        ("source that is a web identity", "source_profile = b\n[profile b]\nrole_arn = w\nweb_identity_token_file = /t", "web"),
        ("assume_role_with_credential_source", "credential_source = Environment", "envkey"),
        ("load_source_credentials_case_insensitive", "credential_source = eNvIrOnMeNt", "envkey"),
    ];
    for (name, lines, signer) in rows {
        let config = format!("[profile dev]\nrole_arn = myrole\n{lines}\n{KEYS}");
        let env = [("AWS_PROFILE", "dev"), ("AWS_ACCESS_KEY_ID", "envkey"), ("AWS_SECRET_ACCESS_KEY", "x")];
        let overrides = Overrides { profile: Some("dev".into()), ..Default::default() };
        let scene = stage(&env, &[(CONFIG, &config), ("/t", "jwt")], overrides, Store::memory());
        *scene.world.process.lock().unwrap() = Some(Box::new(|_| {
            let stdout = r#"{"Version": 1, "AccessKeyId": "printed", "SecretAccessKey": "x"}"#;
            Ok(crate::host::Output { code: Some(0), stdout: stdout.into(), stderr: Vec::new() })
        }));
        if *signer == "web" {
            scene.aws.answer(assumed("web", IN_AN_HOUR));
        }
        scene.aws.answer(assumed("foo", IN_AN_HOUR));
        assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo", "{name}");
        let last = scene.aws.operations().len() - 1;
        assert_eq!(scene.aws.signer(last).as_deref(), Some(*signer), "{name}");
        assert_eq!(scene.aws.param(last, "RoleArn").as_deref(), Some("myrole"), "{name}");
    }
}

#[tokio::test]
async fn sources_may_be_metadata_services() {
    let keys =
        r#"{"AccessKeyId": "metadata", "SecretAccessKey": "x", "Token": "y", "Expiration": "2021-12-25T18:00:00Z"}"#;
    for (source, env) in [
        ("EcsContainer", ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost/foo")),
        ("Ec2InstanceMetadata", ("AWS_EC2_INSTANCE_PROFILE_NAME", "role")),
    ] {
        let config = format!("[profile dev]\nrole_arn = myrole\ncredential_source = {source}\n");
        let scene = stage(&[("AWS_PROFILE", "dev"), env], &[(CONFIG, &config)], Overrides::default(), Store::memory());
        if source != "EcsContainer" {
            scene.network.answer(200, &[], "token");
        }
        scene.network.answer(200, &[], keys);
        scene.aws.answer(assumed("foo", IN_AN_HOUR));
        assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo", "{source}");
        assert_eq!(scene.aws.signer(0).as_deref(), Some("metadata"), "{source}");
    }
}

#[tokio::test]
async fn who_assumes_again_has_the_same_name() {
    let scene = role("source_profile = longterm");
    scene.aws.answer(assumed("one", IN_AN_HOUR)).answer(assumed("two", "2021-12-25T16:00:00Z"));
    scene.chain.credentials().await.unwrap();
    scene.world.advance(2 * 3600);
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "two");
    for param in ["RoleArn", "RoleSessionName"] {
        assert_eq!(scene.aws.param(0, param), scene.aws.param(1, param), "{param}");
    }
}

#[tokio::test]
async fn accounts_are_read_from_arns_only() {
    for (arn, account) in [
        ("arn:aws:iam::123456789012:role/RoleA", Some("123456789012")),
        ("invalid-arn", None),
        ("a:b:c:d:e:f", None),
        ("arn:aws:iam::", None),
        ("arn:aws:iam:::role/x", None),
    ] {
        let mut answer = assumed("foo", IN_AN_HOUR);
        if let Value::Map(answer) = &mut answer {
            answer.0.insert("AssumedRoleUser".into(), texts(&[("Arn", arn), ("AssumedRoleId", "myroleid")]));
        }
        let sources = role("source_profile = longterm");
        sources.aws.answer(answer.clone());
        assert_eq!(sources.chain.credentials().await.unwrap().account_id.as_deref(), account, "{arn}");
        let env = [("AWS_WEB_IDENTITY_TOKEN_FILE", "/t"), ("AWS_ROLE_ARN", "r")];
        let web = scene(&env, &[("/t", "jwt")]);
        web.aws.answer(answer);
        assert_eq!(web.chain.credentials().await.unwrap().account_id.as_deref(), account, "{arn}");
    }
}

fn web_answer() -> Value {
    assumed("web", IN_AN_HOUR)
}

#[tokio::test]
async fn web_identity_from_the_environment_or_the_profile() {
    let token = ("/token.jwt", "jwt\n");
    let profile =
        (CONFIG, "[default]\nrole_arn = r\nweb_identity_token_file = /token.jwt\nrole_session_name = named\n");
    let file = ("AWS_WEB_IDENTITY_TOKEN_FILE", "/token.jwt");
    let arn = ("AWS_ROLE_ARN", "env-role");
    #[rustfmt::skip]
    let rows: &[(Pairs<'_>, Pairs<'_>, &str, &str)] = &[
        (&[file, arn], &[token], "env-role", "boto-session-1640433600"),
        (&[file, arn, ("AWS_ROLE_SESSION_NAME", "n")], &[token], "env-role", "n"),
        (&[], &[token, profile], "r", "named"),
        (&[arn], &[token, profile], "env-role", "named"),
    ];
    for (env, files, role, name) in rows {
        let scene = scene(env, files);
        scene.aws.answer(web_answer());
        let found = scene.chain.credentials().await.unwrap();
        assert_eq!((found.provider, found.access_key_id.as_str()), ("assume-role-with-web-identity", "web"));
        assert_eq!(scene.aws.operations(), ["AssumeRoleWithWebIdentity"]);
        assert_eq!(scene.aws.signer(0), None, "nothing to sign with");
        assert_eq!(scene.aws.param(0, "RoleArn").as_deref(), Some(*role));
        assert_eq!(scene.aws.param(0, "RoleSessionName").as_deref(), Some(*name));
        assert_eq!(scene.aws.param(0, "WebIdentityToken").as_deref(), Some("jwt"));
    }
}

#[tokio::test]
async fn web_identity_that_lacks_something() {
    let file = ("AWS_WEB_IDENTITY_TOKEN_FILE", "/token.jwt");
    #[rustfmt::skip]
    let rows: &[(Pairs<'_>, Pairs<'_>, &str)] = &[
        (&[file], &[("/token.jwt", "t")], "no role_arn"),
        (&[file, ("AWS_ROLE_ARN", "r")], &[], "cannot read the token file /token.jwt"),
        (&[file, ("AWS_ROLE_ARN", "r")], &[("/token.jwt", " \n")], "holds no token"),
    ];
    for (env, files, part) in rows {
        let error = scene(env, files).chain.credentials().await.unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
    }
}

#[tokio::test]
async fn answers_that_make_no_sense_are_errors() {
    let scene = role("source_profile = longterm");
    scene.aws.answer(Value::Map(Object::default()));
    scene.aws.answer(Value::Map(Object([("Credentials".into(), texts(&[("AccessKeyId", "a")]))].into())));
    let first = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(first.contains("holds no credentials"), "{first}");
    let second = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(second.contains("holds no SecretAccessKey"), "{second}");
}
