//! Credentials that stand somewhere: environment, files, a process.

use super::scene::{scene, stage, Pairs};
use crate::{config::Overrides, credentials::Store, host::Output, ErrorKind};

/// What is expected: `Ok((provider, key, secret, token, account))`, or a part of the error.
type Wanted =
    Result<(&'static str, &'static str, &'static str, Option<&'static str>, Option<&'static str>), &'static str>;

/// Names and values.
type Texts = Vec<(&'static str, &'static str)>;

const CREDENTIALS: &str = "/home/.aws/credentials";
const CONFIG: &str = "/home/.aws/config";

#[rustfmt::skip] // one scenario a row
fn rows() -> Vec<(&'static str, Texts, Texts, Wanted)> {
    let id = ("AWS_ACCESS_KEY_ID", "foo");
    let secret = ("AWS_SECRET_ACCESS_KEY", "bar");
    let token = ("AWS_SESSION_TOKEN", "baz");
    let keys = "[default]\naws_access_key_id = foo\naws_secret_access_key = bar\n";
    vec![
        ("envvars_are_found_no_token", vec![id, secret], vec![], Ok(("env", "foo", "bar", None, None))),
        ("envvars_found_with_security_token", vec![id, secret, ("AWS_SECURITY_TOKEN", "old"), token], vec![], Ok(("env", "foo", "bar", Some("old"), None))),
        ("envvars_found_with_session_token", vec![id, secret, token], vec![], Ok(("env", "foo", "bar", Some("baz"), None))),
        ("envvars_found_with_account_id", vec![id, secret, ("AWS_ACCOUNT_ID", "123")], vec![], Ok(("env", "foo", "bar", None, Some("123")))),
        ("envvars_not_found", vec![], vec![], Err("AWS_ACCESS_KEY_ID is not set")),
        ("envvars_empty_string", vec![("AWS_ACCESS_KEY_ID", ""), ("AWS_SECRET_ACCESS_KEY", "")], vec![], Err("AWS_ACCESS_KEY_ID is not set")),
        ("envvars_blank", vec![("AWS_ACCESS_KEY_ID", " "), ("AWS_SECRET_ACCESS_KEY", " ")], vec![(CREDENTIALS, keys)], Ok(("shared-credentials-file", "foo", "bar", None, None))),
        ("expiry_omitted_if_envvar_empty", vec![id, secret, ("AWS_CREDENTIAL_EXPIRATION", "")], vec![], Ok(("env", "foo", "bar", None, None))),
        ("partial_creds_is_an_error", vec![id], vec![], Err("AWS_SECRET_ACCESS_KEY is missing in the environment")),
        ("partial_creds_is_an_error_empty_string", vec![id, ("AWS_SECRET_ACCESS_KEY", "")], vec![], Err("AWS_SECRET_ACCESS_KEY is missing")),
        ("missing_access_key_id", vec![secret], vec![(CREDENTIALS, keys)], Ok(("shared-credentials-file", "foo", "bar", None, None))),
        ("expired_environment", vec![id, secret, ("AWS_CREDENTIAL_EXPIRATION", "2021-12-25T11:00:00Z")], vec![], Err("expired already")),
        ("bad_expiry", vec![id, secret, ("AWS_CREDENTIAL_EXPIRATION", "soon")], vec![], Err("AWS_CREDENTIAL_EXPIRATION is \"soon\"")),
        ("credential_file_exists_default_profile", vec![], vec![(CREDENTIALS, keys)], Ok(("shared-credentials-file", "foo", "bar", None, None))),
        ("shared_partial_creds_raise_error", vec![], vec![(CREDENTIALS, "[default]\naws_access_key_id = foo\n")], Err("aws_secret_access_key is missing in the profile \"default\" in /home/.aws/credentials")),
        ("credentials_file_exists_with_session_token", vec![], vec![(CREDENTIALS, "[default]\naws_access_key_id = foo\naws_secret_access_key = bar\naws_session_token = baz\n")], Ok(("shared-credentials-file", "foo", "bar", Some("baz"), None))),
        ("security_token_wins", vec![], vec![(CREDENTIALS, "[default]\naws_access_key_id = foo\naws_secret_access_key = bar\naws_session_token = baz\naws_security_token = old\n")], Ok(("shared-credentials-file", "foo", "bar", Some("old"), None))),
        ("credentials_file_with_multiple_profiles", vec![("AWS_PROFILE", "dev")], vec![(CREDENTIALS, "[default]\naws_access_key_id = a\naws_secret_access_key = b\n[dev]\naws_access_key_id = foo\naws_secret_access_key = bar\n")], Ok(("shared-credentials-file", "foo", "bar", None, None))),
        ("credentials_file_exists_with_account_id", vec![], vec![(CREDENTIALS, "[default]\naws_access_key_id = foo\naws_secret_access_key = bar\naws_account_id = 1\n")], Ok(("shared-credentials-file", "foo", "bar", None, Some("1")))),
        ("other_credentials_file", vec![("AWS_SHARED_CREDENTIALS_FILE", "/x/creds")], vec![("/x/creds", keys)], Ok(("shared-credentials-file", "foo", "bar", None, None))),
        ("credentials_file_does_not_exist_returns_none", vec![], vec![(CONFIG, "[default]\n")], Err("/home/.aws/credentials has no profile \"default\"")),
        ("config_file_missing_profile_config", vec![], vec![(CONFIG, "[profile other]\naws_access_key_id = a\naws_secret_access_key = b\n")], Err("/home/.aws/config has no profile \"default\"")),
        ("config_file_errors_ignored", vec![], vec![("/home/.boto", "[Credentials]\naws_access_key_id = foo\naws_secret_access_key = bar\n")], Ok(("boto-config", "foo", "bar", None, None))),
        ("config_file_with_session_token", vec![], vec![(CONFIG, "[default]\naws_access_key_id = foo\naws_secret_access_key = bar\naws_session_token = baz\nregion = us-west-2\noutput = json\n")], Ok(("config-file", "foo", "bar", Some("baz"), None))),
        ("process_not_invoked_if_profile_does_not_exist", vec![], vec![], Err("the profile \"default\" has no credential_process")),
        ("process_not_invoked_if_not_configured_for_empty_config", vec![], vec![(CONFIG, "[default]\n")], Err("the profile \"default\" has no credential_process")),
        ("noop_if_env_var_is_not_set", vec![], vec![], Err("neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor AWS_CONTAINER_CREDENTIALS_FULL_URI is set")),
        ("config_file_exists", vec![], vec![(CONFIG, keys)], Ok(("config-file", "foo", "bar", None, None))),
        ("config_partial_creds_is_error", vec![], vec![(CONFIG, "[default]\naws_access_key_id = foo\n")], Err("aws_secret_access_key is missing in the profile \"default\" in /home/.aws/config")),
        ("config_file_with_account_id", vec![], vec![(CONFIG, "[default]\naws_access_key_id = foo\naws_secret_access_key = bar\naws_account_id = 1\n")], Ok(("config-file", "foo", "bar", None, Some("1")))),
        ("credentials_before_config", vec![], vec![(CONFIG, "[default]\naws_access_key_id = c\naws_secret_access_key = d\n"), (CREDENTIALS, keys)], Ok(("shared-credentials-file", "foo", "bar", None, None))),
        ("boto_config_file_exists_in_home_dir", vec![], vec![("/home/.boto", "[Credentials]\naws_access_key_id = foo\naws_secret_access_key = bar\n")], Ok(("boto-config", "foo", "bar", None, None))),
        ("boto_etc", vec![], vec![("/etc/boto.cfg", "[Credentials]\naws_access_key_id: foo\naws_secret_access_key: bar\n")], Ok(("boto-config", "foo", "bar", None, None))),
        ("boto_home_before_etc", vec![], vec![("/etc/boto.cfg", "[Credentials]\naws_access_key_id = a\naws_secret_access_key = b\n"), ("/home/.boto", "[Credentials]\naws_access_key_id = foo\naws_secret_access_key = bar\n")], Ok(("boto-config", "foo", "bar", None, None))),
        ("env_var_set_for_boto_location", vec![("BOTO_CONFIG", "~/alt.cfg")], vec![("/home/.boto", "[Credentials]\naws_access_key_id = a\naws_secret_access_key = b\n"), ("/home/alt.cfg", "[Credentials]\naws_access_key_id = foo\naws_secret_access_key = bar\n")], Ok(("boto-config", "foo", "bar", None, None))),
        ("boto_profile", vec![("AWS_PROFILE", "dev")], vec![("/home/.boto", "[Credentials]\naws_access_key_id = a\naws_secret_access_key = b\n[profile dev]\naws_access_key_id = foo\naws_secret_access_key = bar\n")], Ok(("boto-config", "foo", "bar", None, None))),
        ("boto_partial_creds_is_error", vec![], vec![("/home/.boto", "[Credentials]\naws_access_key_id = foo\n")], Err("aws_secret_access_key is missing in [Credentials] in /home/.boto")),
        ("no_boto_config_file_exists", vec![], vec![], Err("no [Credentials] with aws_access_key_id in /home/.boto or /etc/boto.cfg")),
        ("load_ec2_credentials_file_exists", vec![("AWS_CREDENTIAL_FILE", "/x/aws_credentials")], vec![("/x/aws_credentials", "AWSAccessKeyId=foo\nAWSSecretKey=bar\n")], Ok(("ec2-credentials-file", "foo", "bar", None, None))),
        ("load_ec2_credentials_file_not_exist", vec![], vec![], Err("AWS_CREDENTIAL_FILE is not set")),
        ("environment_before_files", vec![id, secret], vec![(CREDENTIALS, "[default]\naws_access_key_id = a\naws_secret_access_key = b\n")], Ok(("env", "foo", "bar", None, None))),
        ("nonascii_is_passed_on", vec![("AWS_ACCESS_KEY_ID", "foo\u{e2}"), secret], vec![], Ok(("env", "foo\u{e2}", "bar", None, None))),
    ]
}

#[tokio::test]
async fn what_stands_somewhere_is_found() {
    for (name, env, files, wanted) in rows() {
        let found = scene(&env, &files).chain.credentials().await;
        match (found, wanted) {
            (Ok(found), Ok((provider, key, secret, token, account))) => {
                assert_eq!((found.provider, found.access_key_id.as_str()), (provider, key), "{name}");
                assert_eq!(found.secret_access_key.expose(), secret, "{name}");
                assert_eq!(found.session_token.as_ref().map(|t| t.expose()), token, "{name}");
                assert_eq!(found.account_id.as_deref(), account, "{name}");
            }
            (Err(error), Err(part)) => {
                assert_eq!(error.kind(), ErrorKind::Credentials, "{name}");
                assert!(error.to_string().contains(part), "{name}: {error}");
            }
            (found, wanted) => panic!("{name}: {found:?} instead of {wanted:?}"),
        }
    }
}

#[tokio::test]
async fn a_profile_named_in_code_puts_the_environment_out_of_play() {
    let env = [("AWS_ACCESS_KEY_ID", "env"), ("AWS_SECRET_ACCESS_KEY", "x"), ("AWS_PROFILE", "other")];
    let files = [(CREDENTIALS, "[dev]\naws_access_key_id = foo\naws_secret_access_key = bar\n[other]\n")];
    let named = Overrides { profile: Some("dev".into()), ..Default::default() };
    let chosen = stage(&env, &files, named, Store::memory()).chain.credentials().await.unwrap();
    assert_eq!(chosen.access_key_id, "foo");
    // One that the environment names does not.
    assert_eq!(scene(&env, &files).chain.credentials().await.unwrap().access_key_id, "env");
}

/// Scenario; when the first keys end; what changes in the environment; seconds until asked again; the key then.
type Renewal<'a> = (&'a str, Option<&'a str>, &'a [(&'a str, Option<&'a str>)], i64, Result<&'a str, &'a str>);

#[tokio::test]
async fn keys_of_the_environment_that_end_are_read_again() {
    const END: &str = "AWS_CREDENTIAL_EXPIRATION";
    const HOURS: i64 = 3600;
    let (one, four, past) = (Some("2021-12-25T13:00:00Z"), Some("2021-12-25T16:00:00Z"), Some("2021-12-25T11:00:00Z"));
    let new = ("AWS_ACCESS_KEY_ID", Some("new"));
    #[rustfmt::skip]
    let rows: &[Renewal<'_>] = &[
        ("credentials_refresh", one, &[new, (END, four)], 2 * HOURS, Ok("new")),
        ("credentials_refresh that came late", past, &[new, (END, four)], 0, Ok("new")),
        ("credentials_only_refresh_when_needed", four, &[new, (END, four)], HOURS, Ok("foo")),
        ("credentials_do_not_become_refreshable", None, &[new, (END, past)], 9 * HOURS, Ok("foo")),
        ("credentials_throw_error_if_expiry_goes_away", one, &[(END, None)], 2 * HOURS, Err("AWS_CREDENTIAL_EXPIRATION is not set any more")),
        ("error_when_expiry_required_but_empty", past, &[(END, Some(""))], 0, Err("AWS_CREDENTIAL_EXPIRATION is not set any more")),
        ("missing_access_key_id_raises_error", one, &[("AWS_ACCESS_KEY_ID", None)], 2 * HOURS, Err("AWS_ACCESS_KEY_ID is missing")),
        ("still expired", one, &[], 2 * HOURS, Err("expired already")),
    ];
    for (name, end, changes, seconds, wanted) in rows {
        let mut env = vec![("AWS_ACCESS_KEY_ID", "foo"), ("AWS_SECRET_ACCESS_KEY", "bar")];
        env.extend(end.map(|end| (END, end)));
        let scene = scene(&env, &[(CREDENTIALS, "[default]\naws_access_key_id = a\naws_secret_access_key = b\n")]);
        let first = scene.chain.credentials().await;
        assert_eq!(first.is_err(), *end == past, "{name}: {first:?}");
        assert!(first.is_err() || first.is_ok_and(|found| found.expiry.is_some() == end.is_some()), "{name}");
        for (variable, value) in *changes {
            match value {
                Some(value) => scene.world.set(variable, value),
                None => drop(scene.world.env.lock().unwrap().remove(*variable)),
            }
        }
        scene.world.advance(*seconds);
        match (scene.chain.credentials().await, wanted) {
            (Ok(found), Ok(key)) => assert_eq!(found.access_key_id, *key, "{name}"),
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{name}: {error}"),
            (found, wanted) => panic!("{name}: {found:?} instead of {wanted:?}"),
        }
    }
}

/// Runs a profile whose process ends like that.
async fn process(code: Option<i32>, stdout: &'static str, stderr: &'static str) -> crate::Result<crate::Credentials> {
    let files = [(CONFIG, "[default]\ncredential_process = my-process --token hush 'a b'\naws_account_id = 9\n")];
    let scene = scene(&[], &files);
    *scene.world.process.lock().unwrap() = Some(Box::new(move |command| {
        assert_eq!(command.program, "my-process");
        assert_eq!(command.arguments, ["--token", "hush", "a b"]);
        Ok(Output { code, stdout: stdout.into(), stderr: stderr.into() })
    }));
    scene.chain.credentials().await
}

#[tokio::test]
async fn processes_print_credentials() {
    let full = r#"{"Version": 1, "AccessKeyId": "foo", "SecretAccessKey": "bar", "SessionToken": "baz",
                   "Expiration": "2999-01-01T00:00:00Z", "AccountId": "123"}"#;
    let found = process(Some(0), full, "noise").await.unwrap();
    assert_eq!((found.provider, found.access_key_id.as_str()), ("custom-process", "foo"));
    assert_eq!(found.session_token.unwrap().expose(), "baz");
    assert_eq!((found.expiry.unwrap().seconds(), found.account_id.as_deref()), (32_472_144_000, Some("123")));
    let least = r#"{"Version": 1, "AccessKeyId": "foo", "SecretAccessKey": "bar"}"#;
    let found = process(Some(0), least, "").await.unwrap();
    assert_eq!((found.session_token, found.expiry, found.account_id.as_deref()), (None, None, Some("9")));
    let missing_session_token = full.replace("\"SessionToken\": \"baz\",", "");
    let found = process(Some(0), missing_session_token.leak(), "").await.unwrap();
    assert!(found.session_token.is_none() && found.expiry.is_some());
    let missing_expiration = full.replace("\"Expiration\": \"2999-01-01T00:00:00Z\",", "");
    let found = process(Some(0), missing_expiration.leak(), "").await.unwrap();
    assert!(found.session_token.is_some() && found.expiry.is_none());
}

#[tokio::test]
async fn a_process_that_gives_what_it_had_is_run_again() {
    let scene = scene(&[], &[(CONFIG, "[default]\ncredential_process = my-process\n")]);
    let runs = std::sync::atomic::AtomicUsize::new(0);
    *scene.world.process.lock().unwrap() = Some(Box::new(move |_| {
        let run = runs.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let end = ["2016-01-01T00:00:00Z", "2021-12-25T13:00:00Z", "2021-12-25T18:00:00Z"][run];
        let stdout = format!(
            r#"{{"Version": 1, "AccessKeyId": "foo{run}", "SecretAccessKey": "bar", "SessionToken": "baz", "Expiration": "{end}"}}"#
        );
        Ok(Output { code: Some(0), stdout: stdout.into(), stderr: Vec::new() })
    }));
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo1");
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo1");
    scene.world.advance(3600);
    assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "foo2");
}

#[tokio::test]
async fn processes_that_fail_say_so_without_secrets() {
    let rows: Pairs<'_> = &[
        ("", "my-process ended with exit code 1 and said: out of order"),
        (r#"{"Version": 2, "AccessKeyId": "f", "SecretAccessKey": "hush"}"#, "a Version other than 1"),
        (r#"{"AccessKeyId": "f", "SecretAccessKey": "hush"}"#, "has no Version"),
        (r#"{"Version": 1, "SecretAccessKey": "hush"}"#, "has no AccessKeyId"),
        (r#"{"Version": 1, "AccessKeyId": "f"}"#, "has no SecretAccessKey"),
        (r#"{"Version": 1, "AccessKeyId": "f", "SecretAccessKey": "hush", "Expiration": "x"}"#, "is not a time"),
        (r#"{"Version": 1, "SecretAccessKey": "hush"#, "is not JSON"),
        ("\"hush\"", "is not a JSON object"),
    ];
    for (stdout, part) in rows {
        let (code, stderr) = if stdout.is_empty() { (Some(1), "out of order\n") } else { (Some(0), "") };
        let error = process(code, stdout, stderr).await.unwrap_err().to_string();
        assert!(error.contains(part) && !error.contains("hush"), "{error}");
    }
}

#[tokio::test]
async fn shell_lines_go_to_the_shell_and_missing_programs_are_named() {
    let scene = scene(&[], &[(CONFIG, "[default]\ncredential_process = echo eyJ | base64 --decode\n")]);
    *scene.world.process.lock().unwrap() = Some(Box::new(|command| {
        assert_eq!(
            (command.program.to_str(), command.arguments[1].to_str()),
            (Some("sh"), Some("echo eyJ | base64 --decode"))
        );
        Err(std::io::ErrorKind::TimedOut.into())
    }));
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("took longer than 60 s"), "{error}");
    *scene.world.process.lock().unwrap() = None;
    let error = scene.chain.credentials().await.unwrap_err().to_string();
    assert!(error.contains("there is no program"), "{error}");
}
