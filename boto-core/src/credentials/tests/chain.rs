//! The published scenarios of smithy-rs's default chain (`aws-config/test-data/default-credential-provider-chain`): what
//! is found where, said anew. Its recorded traffic runs in the suite `credential-chain`.

use super::scene::{assumed, stage, texts, Pairs, IN_AN_HOUR};
use crate::{config::Overrides, credentials::Store, value::Object, Value};

/// Answers of the network: status and body; a status of 0 is a timeout of the connection.
type Network<'a> = &'a [(u16, &'a str)];

struct Scenario<'a> {
    name: &'a str,
    env: Pairs<'a>,
    files: Pairs<'a>,
    network: Network<'a>,
    /// The keys that STS and SSO give, in order.
    aws: &'a [&'a str],
    /// Provider and key, or a part of the error.
    wanted: Result<(&'a str, &'a str), &'a str>,
}

const CONFIG: &str = "/home/.aws/config";
const KEYS: &str =
    r#"{"AccessKeyId": "meta", "SecretAccessKey": "s", "Token": "t", "Expiration": "2021-12-25T18:00:00Z"}"#;
const STATIC: &str = "aws_access_key_id = static\naws_secret_access_key = s\n";
const RELATIVE: (&str, &str) = ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials");
const FULL: (&str, &str) = ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials");
const TOKEN_FILE: (&str, &str) = ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/token.jwt");
const WEB: [(&str, &str); 2] = [("AWS_WEB_IDENTITY_TOKEN_FILE", "/token.jwt"), ("AWS_ROLE_ARN", "r")];
const JWT: (&str, &str) = ("/token.jwt", "jwt");
const OFF: (&str, &str) = ("AWS_EC2_METADATA_DISABLED", "true");
const LEGACY_TOKEN: (&str, &str) = (
    "/home/.aws/sso/cache/13f9d35043871d073ab260e020f0ffde092cb14b.json",
    r#"{"accessToken": "t", "expiresAt": "2080-10-16T03:56:45Z"}"#,
);
const SSO: &str = "sso_start_url = https://d-92671207e4.awsapps.com/start\nsso_region = us-east-2\n\
                   sso_account_id = 123456789\nsso_role_name = MySsoRole\n";
const IMDS: Network<'_> = &[(200, "token"), (200, "role"), (200, KEYS)];

#[tokio::test]
async fn published_scenarios() {
    let role = |source: &str| format!("[default]\nrole_arn = r\n{source}\n");
    let imds_role = role("credential_source = Ec2InstanceMetadata");
    let ecs_role = role("credential_source = EcsContainer");
    let sso_role = role(&format!("source_profile = base\n[profile base]\n{SSO}"));
    let web_profile = "[default]\nrole_arn = r\nweb_identity_token_file = /token.jwt\nrole_session_name = n\n";
    let web_source = role("source_profile = base\n[profile base]\nrole_arn = w\nweb_identity_token_file = /token.jwt");
    let sso = format!("[default]\n{SSO}");
    let fixed = format!("[default]\n{STATIC}");
    let named = format!("[profile named]\n{STATIC}");
    let shouted = "[default]\nAWS_ACCESS_KEY_ID = static\nAws_Secret_Access_Key = s\n";
    let env_role = role("credential_source = Environment");
    let overriding = [WEB[0], WEB[1], OFF];
    let env_keys = [("AWS_ACCESS_KEY_ID", "env"), ("AWS_SECRET_ACCESS_KEY", "s")];
    let fips = [OFF, ("AWS_USE_FIPS_ENDPOINT", "true"), ("AWS_USE_DUALSTACK_ENDPOINT", "true")];
    let plain = Scenario { name: "", env: &[OFF], files: &[], network: &[], aws: &[], wanted: Err("") };
    #[rustfmt::skip]
    let rows = [
        Scenario { name: "e2e_fips_and_dual_stack_sso", env: &fips, files: &[(CONFIG, &sso), LEGACY_TOKEN], aws: &["sso"], wanted: Ok(("sso", "sso")), ..plain },
        Scenario { name: "ecs_assume_role", env: &[RELATIVE, OFF], files: &[(CONFIG, &ecs_role)], network: &[(200, KEYS)], aws: &["role"], wanted: Ok(("assume-role", "role")) },
        Scenario { name: "ecs_credentials", env: &[RELATIVE], network: &[(200, KEYS)], wanted: Ok(("container-role", "meta")), ..plain },
        Scenario { name: "ecs_credentials_invalid_profile", env: &[RELATIVE], files: &[(CONFIG, "[default]\nregion = us-east-1\n")], network: &[(200, KEYS)], wanted: Ok(("container-role", "meta")), ..plain },
        Scenario { name: "eks_pod_identity_credentials", env: &[FULL, TOKEN_FILE], files: &[JWT], network: &[(200, KEYS)], wanted: Ok(("container-role", "meta")), ..plain },
        Scenario { name: "eks_pod_identity_no_token_file", env: &[FULL, TOKEN_FILE], wanted: Err("cannot read /token.jwt"), ..plain },
        Scenario { name: "environment_variables", env: &env_keys, files: &[(CONFIG, &fixed)], wanted: Ok(("env", "env")), ..plain },
        Scenario { name: "environment_variables_blank", env: &[("AWS_ACCESS_KEY_ID", "  "), ("AWS_SECRET_ACCESS_KEY", "  ")], files: &[(CONFIG, &fixed)], wanted: Ok(("config-file", "static")), ..plain },
        Scenario { name: "imds_assume_role", env: &[], files: &[(CONFIG, &imds_role)], network: IMDS, aws: &["role"], wanted: Ok(("assume-role", "role")) },
        Scenario { name: "imds_config_with_no_creds", env: &[], files: &[(CONFIG, "[default]\nregion = us-east-1\n")], network: IMDS, wanted: Ok(("iam-role", "meta")), ..plain },
        Scenario { name: "imds_default_chain_error", env: &[], network: &[(200, "token"), (200, "role"), (200, r#"{"Code": "AssumeRoleUnauthorizedAccess", "Message": "no trust"}"#)], wanted: Err("answers AssumeRoleUnauthorizedAccess: no trust"), ..plain },
        Scenario { name: "imds_default_chain_retries", env: &[], network: &[(500, ""), (200, "token"), (500, ""), (200, "role"), (500, ""), (200, KEYS)], wanted: Ok(("iam-role", "meta")), ..plain },
        Scenario { name: "imds_default_chain_success", env: &[], network: IMDS, wanted: Ok(("iam-role", "meta")), ..plain },
        Scenario { name: "imds_disabled", wanted: Err("AWS_EC2_METADATA_DISABLED is true"), ..plain },
        Scenario { name: "imds_no_iam_role", env: &[], network: &[(200, "token"), (404, ""), (404, "")], wanted: Err("the instance has no role"), ..plain },
        Scenario { name: "imds_token_fail", env: &[], network: &[(0, "")], wanted: Err("could not be reached"), ..plain },
        Scenario { name: "profile_name", env: &[OFF, ("AWS_PROFILE", "named")], files: &[(CONFIG, &named)], wanted: Ok(("config-file", "static")), ..plain },
        // As for botocore: the token of the environment goes before keys in the profile.
        Scenario { name: "web identity before keys", env: &WEB, files: &[(CONFIG, &fixed), JWT], aws: &["web"], wanted: Ok(("assume-role-with-web-identity", "web")), ..plain },
        Scenario { name: "profile_overrides_web_identity", env: &overriding, files: &[(CONFIG, &env_role), JWT], wanted: Err("credential_source Environment has no credentials"), ..plain },
        Scenario { name: "profile_static_keys", files: &[(CONFIG, &fixed)], wanted: Ok(("config-file", "static")), ..plain },
        Scenario { name: "profile_static_keys_case_insensitive", files: &[(CONFIG, shouted)], wanted: Ok(("config-file", "static")), ..plain },
        Scenario { name: "sso_assume_role", files: &[(CONFIG, &sso_role), LEGACY_TOKEN], aws: &["sso", "role"], wanted: Ok(("assume-role", "role")), ..plain },
        Scenario { name: "sso_no_token_file", files: &[(CONFIG, &sso)], wanted: Err("aws sso login"), ..plain },
        Scenario { name: "sso_server_error", files: &[(CONFIG, &sso), LEGACY_TOKEN], wanted: Err("cannot get credentials of role \"MySsoRole\""), ..plain },
        Scenario { name: "web_identity_source_profile_no_env", files: &[(CONFIG, &web_source), JWT], aws: &["web", "role"], wanted: Ok(("assume-role", "role")), ..plain },
        Scenario { name: "web_identity_token_env", env: &WEB, files: &[JWT], aws: &["web"], wanted: Ok(("assume-role-with-web-identity", "web")), ..plain },
        Scenario { name: "web_identity_token_invalid_jwt", env: &WEB, files: &[JWT], wanted: Err("cannot assume r"), ..plain },
        Scenario { name: "web_identity_token_profile", files: &[(CONFIG, web_profile), JWT], aws: &["web"], wanted: Ok(("assume-role-with-web-identity", "web")), ..plain },
        Scenario { name: "web_identity_token_source_profile", files: &[(CONFIG, &web_source), JWT], aws: &["web", "role"], wanted: Ok(("assume-role", "role")), ..plain },
    ];
    for row in rows {
        let scene = stage(row.env, row.files, Overrides::default(), Store::memory());
        for (status, body) in row.network {
            match status {
                0 => scene.network.fail(crate::http::TransportErrorKind::ConnectTimeout, "no route"),
                status => scene.network.answer(*status, &[], (*body).to_owned()),
            };
        }
        for key in row.aws {
            scene.aws.answer(if *key == "sso" { bought(key) } else { assumed(key, IN_AN_HOUR) });
        }
        match (scene.chain.credentials().await, row.wanted) {
            (Ok(found), Ok(wanted)) => assert_eq!((found.provider, &*found.access_key_id), wanted, "{}", row.name),
            (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{}: {error}", row.name),
            (found, wanted) => panic!("{}: {found:?} instead of {wanted:?}", row.name),
        }
        assert_eq!(scene.network.requests().len(), row.network.len(), "{}", row.name);
        assert!(scene.aws.operations().len() >= row.aws.len(), "{}", row.name);
    }
}

fn bought(key: &str) -> Value {
    let keys = texts(&[("accessKeyId", key), ("secretAccessKey", "s"), ("sessionToken", "t")]);
    Value::Map(Object([("roleCredentials".to_owned(), keys)].into()))
}
