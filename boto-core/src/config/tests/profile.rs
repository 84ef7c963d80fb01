//! The files of profiles. Rows that say so re-express botocore's `test_configloader.py` and its fixtures.

use crate::config::{from_texts, parse, texts, Dialect};
use std::path::Path;

/// `profile.name=value` of everything in both files, sorted, or the error.
fn shown(config: &str, credentials: &str) -> Result<Vec<String>, String> {
    let found = from_texts(Some(config), Some(credentials)).map_err(|e| e.to_string())?;
    let mut all = Vec::new();
    for name in found.names() {
        let profile = found.profile(name).unwrap();
        let texts = texts(profile);
        if texts.is_empty() {
            all.push(format!("{name}."));
        }
        all.extend(texts.into_iter().map(|(k, v)| format!("{name}.{k}={v}")));
    }
    Ok(all)
}

#[test]
fn what_the_cli_accepts() {
    // what, configuration, credentials, result
    #[rustfmt::skip]
    let rows: &[(&str, &str, &str, &[&str])] = &[
        ("config", "[default]\naws_access_key_id = foo\n[profile \"personal\"]\na = fie\n", "", &["default.aws_access_key_id=foo", "personal.a=fie"]),
        ("bad_profiles_are_ignored", "[profile \"a\" \"b\"]\nx = 1\n[profile \"my profile\"]\nx = 2\n[profile \"open]\n[profile p]\nx = 3\n", "", &["my profile.x=2", "p.x=3"]),
        ("full_config_merges_creds_file_data", "[default]\nregion = r\n", "[newprofile]\nk = v\n", &["default.region=r", "newprofile.k=v"]),
        ("indented first property", "[default]\n  region = r\n  output = o\n[profile b]\nx = 1\n", "", &["default.output=o", "default.region=r", "b.x=1"]),
        ("deeper is continued", "[default]\n  a = 1\n    2\n  b = 3\n", "", &["default.a=1\n2", "default.b=3"]),
        ("comments between continuations", "[default]\ns3 =\n  # one\n  a = 1\n  ; two\n\n  b = 2\nr = x\n", "", &["default.r=x", "default.s3=\na = 1\nb = 2"]),
        ("windows line ends and a byte order mark", "\u{feff}[default]\r\nregion = r\r\ns3 =\r\n  a = b\r\n", "", &["default.region=r", "default.s3=\na = b"]),
        ("old macintosh line ends", "[default]\rregion = r\r", "", &["default.region=r"]),
        ("colons are part of names and values", "[profile a:b]\narn = arn:aws:iam::1:role/x\n", "", &["a:b.arn=arn:aws:iam::1:role/x"]),
        ("names in other scripts", "[profile größe]\nname = ü\n", "", &["größe.name=ü"]),
        ("names of properties in any case", "[default]\nREGION = r\n", "[default]\nAWS_Access_Key_ID = k\n", &["default.aws_access_key_id=k", "default.region=r"]),
        ("comments need space before them in values", "[default]\na = x#y;z # comment\nb = x ; comment\n", "", &["default.a=x#y;z", "default.b=x"]),
        ("a single quoted name", "[profile 'a b']\nx = 1\n", "", &["a b.x=1"]),
        ("text behind a title", "[default] x\na = 1\n", "", &["default.a=1"]),
        ("nested_hierarchy_parsing", "[default]\naws_access_key_id = foo\ns3 =\n    signature_version = s3v4\n    addressing_style = path\ncloudwatch =\n    signature_version = v4\nregion=us-west-2\n", "", &["default.aws_access_key_id=foo", "default.cloudwatch=\nsignature_version = v4", "default.region=us-west-2", "default.s3=\nsignature_version = s3v4\naddressing_style = path"]),
        ("nocreds", "[default]\nregion = us-west-2\n", "", &["default.region=us-west-2"]),
        ("prefix in the credentials file", "", "[profile foo]\na = 1\n[default]\na = 2\n", &["default.a=2"]),
    ];
    for (what, config, credentials, wanted) in rows {
        let mut wanted = wanted.to_vec();
        wanted.sort_unstable();
        let mut found = shown(config, credentials).unwrap_or_else(|e| panic!("{what}: {e}"));
        found.sort_unstable();
        assert_eq!(found, wanted, "{what}");
    }
}

#[test]
fn what_it_refuses_is_told_with_its_line() {
    #[rustfmt::skip]
    let rows: &[(&str, &str, &str)] = &[
        ("config_parse_error", "a = foo\n[profile x]\n", "config:1: expected a section like [default]"),
        ("nested_bad_config", "[default]\ns3 =\n    bad_syntax @ s3v4\n", "config:3: expected a nested property"),
        ("keys of the old EC2 file", "AWSAccessKeyId=foo\n", "config:1: expected a section"),
        ("no bracket", "[default]\n\n[profile x\n", "config:3: a section must end with ']'"),
        ("no equals sign", "[default]\nregion\n", "config:2: expected a property"),
        ("a colon is no equals sign", "[default]\nregion : x\n", "config:2: expected a property"),
        ("no name", "[default]\n= x\n", "config:2: a property must have a name"),
    ];
    for (what, config, part) in rows {
        let error = shown(config, "").unwrap_err();
        assert!(error.contains(part), "{what}: {error}");
    }
    let bad = parse(b"[default]\na = 1\nb = \xff\n", &Path::new("f").into(), Dialect::Aws).unwrap_err();
    assert_eq!(bad.to_string(), "f:3: not valid UTF-8");
}

#[test]
fn what_is_ignored_is_told_once() {
    let config =
        "[preview]\na = 1\n[default]\nin valid = 2\n[profile default]\n[profile in valid]\n[sso-session]\n[x\ty]\n";
    let found = from_texts(Some(config), Some("[in valid]\n")).unwrap();
    let told: Vec<String> = found.warnings().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "config:1: ignored [preview]: not a profile, sso-session or services section (is [profile preview] meant?)",
            "config:3: ignored [default]: [profile default] wins",
            "config:6: ignored [profile in valid]: not a profile, sso-session or services section",
            "config:7: ignored [sso-session]: not a profile, sso-session or services section (is [profile sso-session] meant?)",
            "config:8: ignored [x\ty]: not a profile, sso-session or services section",
            "credentials:1: ignored [in valid]: not a profile's name",
        ]
    );
    let found = from_texts(Some("[prod]\n[profile dev]\n"), Some("[profile prod]\n")).unwrap();
    assert_eq!(
        found.unknown("prod", "AWS_PROFILE").to_string(),
        "the profile \"prod\" (AWS_PROFILE) does not exist; hint: there are: dev; \
         config:1: ignored [prod]: not a profile, sso-session or services section (is [profile prod] meant?); \
         credentials:1: ignored [profile prod]: not a profile's name (is [prod] meant?)"
    );
    // Values are secrets as far as we know.
    let found = from_texts(Some("[default]\nhush hush = hush\n"), None).unwrap();
    assert_eq!(found.warnings()[0].to_string(), "config:2: ignored \"hush hush\": not a property's name");
}

#[test]
fn sessions_and_services() {
    let config = "[default]\nservices = mine\n[services mine]\ns3 =\n  Endpoint_URL = http://a\ndynamodb =\n  endpoint_url = http://b\n\
                  [sso-session \"my session\"]\nsso_region = r\n";
    let found = from_texts(Some(config), None).unwrap();
    let services = found.services("mine").unwrap();
    assert_eq!(*services.get("s3").unwrap().nested("endpoint_url").unwrap().value, "http://a");
    assert_eq!(services.get("dynamodb").unwrap().nested("endpoint_url").unwrap().line, 7);
    assert_eq!(found.sso_session("my session").unwrap().text("sso_region"), Some("r"));
}

#[test]
fn what_the_dialect_of_boto_adds() {
    let file = Path::new("boto").into();
    let found = parse(b"[Credentials]\naws_access_key_id: foo\nother = a:b\n", &file, Dialect::Boto).unwrap();
    assert_eq!(*found.sections[0].get("aws_access_key_id").unwrap().value, "foo");
    assert_eq!(*found.sections[0].get("other").unwrap().value, "a:b");
}
