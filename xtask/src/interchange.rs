//! Whether the files in which we keep credentials and tokens are those of the AWS CLI: botocore itself reads ours and
//! writes what we read.

use crate::{models::root, test::venv};
use boto_core::{
    blocking::*,
    credentials::Store,
    host::{Command, Host, Output, System},
    http::fake::FakeTransport,
    BoxFuture, DateTime, Session,
};
use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

/// The real world with a home of its own and no environment.
#[derive(Debug)]
struct Home(PathBuf);

impl Host for Home {
    fn var(&self, _: &str) -> Option<OsString> {
        None
    }
    fn home(&self) -> Option<PathBuf> {
        Some(self.0.clone())
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        System.read(path)
    }
    fn write_private(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        System.write_private(path, contents)
    }
    fn now(&self) -> DateTime {
        System.now()
    }
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        System.sleep(duration)
    }
    fn random(&self, buffer: &mut [u8]) {
        System.random(buffer);
    }
    fn run(&self, command: Command) -> BoxFuture<'static, io::Result<Output>> {
        System.run(command)
    }
}

const CONFIG: &str =
    "[profile dev]\nregion = us-east-1\nrole_arn = arn:aws:iam::123456789012:role/r\nexternal_id = é \"x\"\n\
    duration_seconds = 1800\nrole_session_name = me\nsource_profile = base\n\
    [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = s\n\
    [profile sso]\nregion = us-east-1\nsso_session = corp\n\
    [sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://corp.awsapps.com/start\n";

const ASSUMED: &str = "<AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROA:me</AssumedRoleId>\
    <Arn>arn:aws:sts::123456789012:assumed-role/r/me</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIAOURS</AccessKeyId>\
    <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>\
    </Credentials></AssumeRoleResult></AssumeRoleResponse>";

/// `write` or `read` credentials, or read a `token`, in the home directory.
const BOTOCORE: &str = r#"
import datetime, os, sys
from botocore.session import Session
from botocore.utils import JSONFileCache

mode = sys.argv[1]
session = Session(profile="sso" if mode == "token" else "dev")
if mode == "token":
    from botocore.tokens import SSOTokenProvider
    print(SSOTokenProvider(session).load_token().get_frozen_token().token)
    sys.exit()
provider = session.get_component("credential_provider").get_provider("assume-role")
provider.cache = JSONFileCache(os.path.expanduser("~/.aws/cli/cache"))

class Sts:
    def assume_role(self, **params):
        assert mode == "write", "the file that should have been there was not used"
        end = datetime.datetime(2099, 1, 1, tzinfo=datetime.timezone.utc)
        keys = {"AccessKeyId": "ASIATHEIRS", "SecretAccessKey": "s", "SessionToken": "t", "Expiration": end}
        user = {"AssumedRoleId": "AROA:me", "Arn": "arn:aws:sts::123456789012:assumed-role/r/me"}
        return {"Credentials": keys, "AssumedRoleUser": user}

provider._client_creator = lambda *arguments, **options: Sts()
print(session.get_credentials().get_frozen_credentials().access_key)
"#;

fn botocore(python: &Path, home: &Path, mode: &str) -> String {
    let mut command = std::process::Command::new(python);
    command.args(["-c", BOTOCORE, mode]).env_clear().env("HOME", home);
    command.env("AWS_CONFIG_FILE", home.join(".aws/config"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{mode}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
#[ignore = "needs the pinned source: cargo xtask test"]
fn files_are_those_of_the_cli() {
    let work = root().join("target/xtask-test");
    std::fs::create_dir_all(&work).unwrap();
    let python = venv::ready(&root(), &work, "botocore").unwrap().join("python");
    let home = std::env::temp_dir().join(format!("boto-interchange-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(home.join(".aws")).unwrap();
    std::fs::write(home.join(".aws/config"), CONFIG).unwrap();
    let session = |profile: &str, network: &FakeTransport| {
        let builder = Session::builder().host(Arc::new(Home(home.clone()))).transport(Arc::new(network.clone()));
        builder.profile(profile).credential_store(Store::files(None)).settings(|s| s.max_attempts = Some(1)).build()
    };
    let key = |network: &FakeTransport| {
        session("dev", network).credentials().unwrap().credentials().run().unwrap().access_key_id
    };

    // What we write, botocore takes; without a call.
    let network = FakeTransport::new();
    network.answer(200, &[], ASSUMED);
    assert_eq!(key(&network), "ASIAOURS");
    assert_eq!(botocore(&python, &home, "read"), "ASIAOURS");
    // And the other way round.
    std::fs::remove_dir_all(home.join(".aws/cli")).unwrap();
    assert_eq!(botocore(&python, &home, "write"), "ASIATHEIRS");
    assert_eq!(key(&FakeTransport::new()), "ASIATHEIRS");
    assert_eq!(std::fs::read_dir(home.join(".aws/cli/cache")).unwrap().count(), 1, "they give it the same name");

    // A token that we refresh is good for botocore; the name is the hash of the session's.
    let name = ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, b"corp");
    let name: String = name.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let cached = r#"{"accessToken": "old", "expiresAt": "2020-01-01T00:00:00Z", "clientId": "i", "clientSecret": "s",
        "registrationExpiresAt": "2099-01-01T00:00:00Z", "refreshToken": "r"}"#;
    std::fs::create_dir_all(home.join(".aws/sso/cache")).unwrap();
    std::fs::write(home.join(format!(".aws/sso/cache/{name}.json")), cached).unwrap();
    let network = FakeTransport::new();
    network.answer(200, &[], r#"{"accessToken": "new", "expiresIn": 28800, "refreshToken": "r2"}"#);
    let token = session("sso", &network).credentials().unwrap().token("any").run().unwrap().unwrap();
    assert_eq!(token.token.expose(), "new");
    assert_eq!(botocore(&python, &home, "token"), "new");
    std::fs::remove_dir_all(&home).unwrap();
}
