//! What is kept on disk, under the names that botocore gives its files: used while it is good, and then not.

use super::scene::{assumed, stage, texts, Scene, IN_AN_HOUR};
use crate::{config::Overrides, credentials::Store, value::Object, Value};

const CONFIG: &str = "/home/.aws/config";
const PROFILES: &str = "[profile development]\nrole_arn = myrole\nsource_profile = longterm\n\
    [profile chained]\nrole_arn = chained-role\nsource_profile = development\n\
    [profile longterm]\naws_access_key_id = akid\naws_secret_access_key = skid\n\
    [profile web]\nrole_arn = arn:aws:iam::123:role/role-name\nweb_identity_token_file = /t\n\
    [profile sso]\nsso_region = us-east-1\nsso_start_url = https://d-92671207e4.awsapps.com/start\n\
    sso_role_name = test-role\nsso_account_id = 1234567890\n";
const TOKEN: &str = r#"{"accessToken": "some.sso.token", "expiresAt": "2021-12-26T12:00:00UTC"}"#;

fn bought() -> Value {
    let keys = texts(&[("accessKeyId", "fresh"), ("secretAccessKey", "bar"), ("sessionToken", "baz")]);
    Value::Map(Object([("roleCredentials".to_owned(), keys)].into()))
}

/// With a cache file whose credentials end then.
fn kept(profile: &str, file: &str, end: &str) -> Scene {
    let text = format!(
        r#"{{"Credentials": {{"AccessKeyId": "kept", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "{end}"}}}}"#
    );
    let path = format!("/home/.aws/cli/cache/{file}.json");
    let files = [
        (CONFIG, PROFILES),
        (&path, &text),
        ("/t", "jwt"),
        ("/home/.aws/sso/cache/13f9d35043871d073ab260e020f0ffde092cb14b.json", TOKEN),
    ];
    stage(&[("AWS_PROFILE", profile)], &files, Overrides::default(), Store::files(None))
}

#[tokio::test]
async fn files_of_the_cli_save_calls_while_they_are_good() {
    // Scenario, profile, the file's name, the call that it saves.
    #[rustfmt::skip]
    let rows = [
        ("assume_role_retrieves_from_cache", "development", "793d6e2f27667ab2da104824407e486bfec24a47", "AssumeRole"),
        ("chain_prefers_cache", "chained", "3d440bf424caf7a5ee664fbf89139a84409f95c2", "AssumeRole"),
        ("web identity: assume_role_retrieves_from_cache", "web", "c29461feeacfbed43017d20612606ff76abc073d", "AssumeRoleWithWebIdentity"),
        ("load_sso_credentials_with_cache", "sso", "048db75bbe50955c16af7aba6ff9c41a3131bb7e", "GetRoleCredentials"),
    ];
    for (name, profile, file, operation) in rows {
        // 1,000 seconds are enough, a quarter of an hour is not; the time may have either form.
        for end in ["2021-12-25T12:16:40Z", "2021-12-25T12:16:40UTC", "2021-12-25T12:16:40+00:00"] {
            let good = kept(profile, file, end);
            assert_eq!(good.chain.credentials().await.unwrap().access_key_id, "kept", "{name}");
            assert!(good.aws.operations().is_empty(), "{name}");
        }
        for end in ["2021-12-25T12:14:00Z", "2021-12-25T12:00:00Z", "2002-10-22T20:52:11UTC", "soon"] {
            let late = kept(profile, file, end);
            if profile == "chained" {
                late.aws.answer(assumed("between", IN_AN_HOUR));
            }
            late.aws.answer(if profile == "sso" { bought() } else { assumed("fresh", IN_AN_HOUR) });
            assert_eq!(late.chain.credentials().await.unwrap().access_key_id, "fresh", "{name} {end}");
            assert_eq!(late.aws.operations().last(), Some(&operation), "{name}");
        }
    }
}

#[tokio::test]
async fn damaged_files_are_as_none() {
    let good = r#"{"Credentials": {"AccessKeyId": "kept", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": "2021-12-25T13:00:00Z"}}"#;
    for end in (0..good.len()).step_by(3) {
        let path = "/home/.aws/cli/cache/793d6e2f27667ab2da104824407e486bfec24a47.json";
        let files = [(CONFIG, PROFILES), (path, &good[..end])];
        let scene = stage(&[("AWS_PROFILE", "development")], &files, Overrides::default(), Store::files(None));
        scene.aws.answer(assumed("fresh", IN_AN_HOUR));
        assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "fresh", "{}", &good[..end]);
        // It is written anew, whole.
        assert!(scene.world.text(path).unwrap().contains("\"AccessKeyId\": \"fresh\""));
    }
}

#[tokio::test]
async fn sessions_without_files_keep_them_in_memory() {
    let scene = stage(&[("AWS_PROFILE", "development")], &[(CONFIG, PROFILES)], Overrides::default(), Store::memory());
    scene.aws.answer(assumed("fresh", IN_AN_HOUR));
    for _ in 0..3 {
        assert_eq!(scene.chain.credentials().await.unwrap().access_key_id, "fresh");
        scene.chain.refresh();
    }
    assert_eq!(scene.aws.operations().len(), 1);
    assert_eq!(scene.world.files.lock().unwrap().len(), 1, "nothing was written");
}

#[tokio::test]
async fn every_role_has_its_own_file() {
    let scene = stage(&[("AWS_PROFILE", "chained")], &[(CONFIG, PROFILES)], Overrides::default(), Store::files(None));
    scene.aws.answer(assumed("one", IN_AN_HOUR)).answer(assumed("two", IN_AN_HOUR));
    scene.chain.credentials().await.unwrap();
    for (file, key) in
        [("793d6e2f27667ab2da104824407e486bfec24a47", "one"), ("3d440bf424caf7a5ee664fbf89139a84409f95c2", "two")]
    {
        let text = scene.world.text(&format!("/home/.aws/cli/cache/{file}.json")).unwrap();
        assert!(text.contains(&format!("\"AccessKeyId\": \"{key}\"")), "{text}");
    }
}
