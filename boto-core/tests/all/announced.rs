//! The numbers of features in the user agent: those that botocore puts there, in the requests it puts them in.

use crate::credentials::{place, KEYS};
use boto_core::{
    credentials::{Provider, Store},
    http::fake::FakeTransport,
    session::SessionBuilder,
    value::{Object, Value},
    BoxFuture, Connection, Credentials, Result, Session,
};
use boto_model::{archive, Protocol};
use std::sync::Arc;

const CONFIG: &str = "/home/.aws/config";
const SHARED: &str = "/home/.aws/credentials";
const STATIC: &str = "[default]\naws_access_key_id = AKID\naws_secret_access_key = hush\n";
const BASE: &str = "[profile base]\naws_access_key_id = AKID\naws_secret_access_key = hush\n";
const ROLE: &str = "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\n";
const OUTER: &str = "[profile outer]\nrole_arn = arn:aws:iam::123456789012:role/o\n";
const WEB: &str = "web_identity_token_file = /token\n";
const SSO: &str = "sso_role_name = r\nsso_account_id = 1234567890\n";
const START: &str = "sso_region = us-east-1\nsso_start_url = https://d-92671207e4.awsapps.com/start\n";
const TOKEN: &str = r#"{"accessToken": "t", "expiresAt": "2999-01-01T00:00:00Z"}"#;
const PRINTED: &str = r#"credential_process = echo '{"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "hush"}'"#;

/// What STS and SSO answer.
fn assumed(operation: &str) -> String {
    format!(
        "<{operation}Response><{operation}Result><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>hush\
         </SecretAccessKey><SessionToken>hush</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>\
         </{operation}Result></{operation}Response>"
    )
}

const BOUGHT: &str = r#"{"roleCredentials": {"accessKeyId": "ASIA", "secretAccessKey": "hush", "sessionToken": "hush",
                         "expiration": 32472144000000}}"#;

fn table(builder: SessionBuilder, service: &str) -> Connection {
    Connection::from_table(&builder.build(), Arc::new(archive::open(service).unwrap()))
}

/// The numbers of each request to AWS.
fn numbers(transport: &FakeTransport) -> Vec<String> {
    let agents =
        transport.requests().into_iter().filter_map(|r| Some(r.headers.get("user-agent")?.to_str().ok()?.to_owned()));
    agents
        .map(|agent| agent.split(' ').find_map(|part| part.strip_prefix("m/")).unwrap_or_default().to_owned())
        .collect()
}

struct Row {
    env: &'static [(&'static str, &'static str)],
    files: Vec<(&'static str, String)>,
    /// What is answered before S3 is asked.
    answers: Vec<String>,
    /// The numbers of all requests but the last two, which are the same.
    before: &'static [&'static str],
    call: &'static str,
}

fn row(
    files: &[(&'static str, &[&str])],
    answers: &[String],
    before: &'static [&'static str],
    call: &'static str,
) -> Row {
    let files = files.iter().map(|(path, parts)| (*path, parts.concat())).collect();
    Row { env: &[], files, answers: answers.to_vec(), before, call }
}

#[tokio::test]
async fn of_credential_providers() {
    let role = || assumed("AssumeRole");
    let web = || assumed("AssumeRoleWithWebIdentity");
    let token = ("/token", &["a-token"][..]);
    let session = "/home/.aws/sso/cache/d033e22ae348aeb5660fc2140aec35850c4da997.json";
    let legacy = "/home/.aws/sso/cache/13f9d35043871d073ab260e020f0ffde092cb14b.json";
    let keys: &[(&str, &str)] = &[("AWS_ACCESS_KEY_ID", "AKID"), ("AWS_SECRET_ACCESS_KEY", "hush")];
    let web_env: &[(&str, &str)] =
        &[("AWS_WEB_IDENTITY_TOKEN_FILE", "/token"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/r")];
    let container: &[(&str, &str)] = &[("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/x")];
    let instance: &[(&str, &str)] = &[("AWS_EC2_METADATA_DISABLED", "false")];
    let two_files = |role: &str| vec![(CONFIG, format!("{role}{WEB}")), ("/token", "a-token".to_owned())];
    #[rustfmt::skip]
    let rows = [
        ("environment", Row { env: keys, ..row(&[], &[], &[], "E,Z,b,g") }),
        ("shared file", row(&[(SHARED, &[STATIC])], &[], &[], "E,Z,b,n")),
        ("config file", row(&[(CONFIG, &[STATIC])], &[], &[], "E,Z,b,n")),
        ("boto file", row(&[("/home/.boto", &["[Credentials]\naws_access_key_id = AKID\naws_secret_access_key = hush\n"])], &[], &[], "E,Z,b,x")),
        ("process", row(&[(CONFIG, &["[default]\n", PRINTED])], &[], &[], "E,Z,b,v,w")),
        ("container", Row { env: container, ..row(&[], &[KEYS.to_owned()], &[], "E,Z,b,z") }),
        ("instance", Row { env: instance, ..row(&[], &["token".into(), "role".into(), KEYS.to_owned()], &[], "E,Z,b,0") }),
        ("sso", row(&[(CONFIG, &["[default]\nsso_session = admin\n", SSO, "[sso-session admin]\n", START]), (session, &[TOKEN])],
            &[BOUGHT.to_owned()], &["E,Z,b,r"], "E,Z,b,r,s")),
        ("sso of the older form", row(&[(CONFIG, &["[default]\n", SSO, START]), (legacy, &[TOKEN])],
            &[BOUGHT.to_owned()], &["E,Z,b,t"], "E,Z,b,t,u")),
        ("role of a profile", row(&[(CONFIG, &[ROLE, "source_profile = base\n", BASE])],
            &[role()], &["E,Z,b,n,o"], "E,Z,b,i,n,o")),
        ("role of the environment", Row { env: keys, ..row(&[(CONFIG, &[OUTER, "credential_source = Environment\n"])],
            &[role()], &["E,Z,b,g,p"], "E,Z,b,g,i,p") }),
        ("role of the container", Row { env: container, ..row(&[(CONFIG, &[ROLE, "credential_source = EcsContainer\n"])],
            &[KEYS.to_owned(), role()], &["E,Z,b,p,z"], "E,Z,b,i,p,z") }),
        ("role of a role", row(&[(CONFIG, &[ROLE, "source_profile = outer\n", OUTER, "source_profile = base\n", BASE])],
            &[role(), role()], &["E,Z,b,n,o", "E,Z,b,i,n,o"], "E,Z,b,i,n,o")),
        ("role of a process", row(&[(CONFIG, &[ROLE, "source_profile = base\n[profile base]\n", PRINTED])],
            &[role()], &["E,Z,b,n,o,v,w"], "E,Z,b,i,n,o,v,w")),
        ("role of a web identity", row(&[(CONFIG, &[ROLE, "source_profile = outer\n", OUTER, WEB]), token],
            &[web(), role()], &["E,Z,b,q", "E,Z,b,k,n,o,q"], "E,Z,b,i,k,n,o,q")),
        ("web identity of a profile", Row { files: two_files(ROLE), ..row(&[], &[web()], &["E,Z,b,q"], "E,Z,b,k,q") }),
        ("web identity of the environment", Row { env: web_env, ..row(&[token], &[web()], &["E,Z,b,h"], "E,Z,b,h,k") }),
        ("web identity of both", Row { env: &web_env[1..], files: two_files("[default]\n"), ..row(&[], &[web()], &["E,Z,b,h,q"], "E,Z,b,h,k,q") }),
    ];
    for (name, row) in rows {
        let mut env: Vec<(&str, String)> = vec![("AWS_DEFAULT_REGION", "us-east-1".into())];
        if !row.env.iter().any(|(name, _)| *name == "AWS_EC2_METADATA_DISABLED") {
            env.push(("AWS_EC2_METADATA_DISABLED", "true".into()));
        }
        env.extend(row.env.iter().map(|(k, v)| (*k, (*v).to_owned())));
        let files: Vec<(&str, &str)> = row.files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let transport = FakeTransport::new();
        let answers = row.answers.iter().map(String::as_str).chain(["<ListAllMyBucketsResult/>"; 2]);
        for body in answers {
            transport.answer(200, &[], body.to_owned());
        }
        let mut builder = Session::builder().host(place(&env, &files)).transport(Arc::new(transport.clone()));
        if name == "role of the environment" {
            // Keys of the environment come before profiles, but for those named in code.
            builder = builder.profile("outer");
        }
        let s3 = table(builder, "s3");
        for _ in 0..2 {
            s3.call("ListBuckets").await.unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        assert_eq!(transport.left(), 0, "{name}");
        let expected: Vec<&str> = row.before.iter().copied().chain([row.call; 2]).collect();
        assert_eq!(numbers(&transport), expected, "{name}");
    }
}

#[tokio::test]
async fn of_sessions_of_aws_login() {
    let transport = FakeTransport::new();
    let output = r#"{"accessToken": {"accessKeyId": "ASIANEW", "secretAccessKey": "hush", "sessionToken": "hush"},
                     "tokenType": "t", "expiresIn": 900, "refreshToken": "hush-2"}"#;
    transport.answer(200, &[], output).answer(200, &[], "<ListAllMyBucketsResult/>");
    let place = crate::login::signed_in(&crate::login::cached("2020-01-01T00:00:00Z"), String::new());
    let s3 = table(Session::builder().host(place).transport(Arc::new(transport.clone())), "s3");
    s3.call("ListBuckets").await.unwrap();
    assert_eq!(numbers(&transport), ["E,Z,b,AC,AD", "E,Z,b,AC,AD"]);
}

/// Roles that are kept in files say the same as those that are fetched.
#[tokio::test]
async fn of_roles_that_were_kept() {
    let config = format!("{ROLE}source_profile = base\n{BASE}");
    let env = [("AWS_DEFAULT_REGION", "us-east-1".to_owned())];
    let place = place(&env, &[(CONFIG, &config)]);
    let transport = FakeTransport::new();
    transport.answer(200, &[], assumed("AssumeRole"));
    for _ in 0..2 {
        transport.answer(200, &[], "<ListAllMyBucketsResult/>");
        let builder = Session::builder()
            .host(place.clone())
            .transport(Arc::new(transport.clone()))
            .credential_store(Store::files(None));
        table(builder, "s3").call("ListBuckets").await.unwrap();
    }
    assert_eq!(numbers(&transport), ["E,Z,b,n,o", "E,Z,b,i,n,o", "E,Z,b,i,n,o"]);
}

#[derive(Debug)]
struct Vault;

impl Provider for Vault {
    fn name(&self) -> &'static str {
        "vault"
    }
    fn provide(&self) -> BoxFuture<'_, Result<Option<Credentials>>> {
        Box::pin(async {
            let mut found = Credentials::new("AKID", "hush", None);
            found.provider = "vault";
            Ok(Some(found))
        })
    }
}

#[tokio::test]
async fn of_code_of_providers_of_ones_own_and_of_nobody() {
    let builder = || Session::builder().region("us-east-1");
    for (builder, expected) in [
        (builder().credentials("AKID", "hush"), "E,Z,b,e"),
        (builder().provider(Arc::new(Vault)), "E,Z,b"),
        (builder().anonymous(), "E,Z,b"),
    ] {
        let transport = FakeTransport::new();
        transport.answer(200, &[], "<ListAllMyBucketsResult/>");
        table(builder.transport(Arc::new(transport.clone())), "s3").call("ListBuckets").await.unwrap();
        assert_eq!(numbers(&transport), [expected]);
    }
}

/// Who calls as nobody has no account, whatever the settings want of it.
#[tokio::test]
async fn of_accounts_of_nobody() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], "{}");
    let builder = Session::builder().region("us-east-1").anonymous();
    let builder = builder.settings(|s| s.account_id_endpoint_mode = Some("required".to_owned()));
    let dynamodb = table(builder.transport(Arc::new(transport.clone())), "dynamodb");
    dynamodb.call("DescribeTable").param("TableName", "t").await.unwrap();
    assert_eq!(numbers(&transport), ["E,Q,Z,b"]);
}

/// Service, operation, environment, input, and the numbers.
type Made<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)], Vec<(&'a str, Value)>, &'a str);

/// What else botocore counts: each where it counts it.
#[tokio::test]
async fn of_what_calls_make_use_of() {
    let input = |pairs: &[(&str, Value)]| Object(pairs.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect());
    let object = || vec![("Bucket", Value::from("b-1")), ("Key", "k".into()), ("Body", Value::Blob("x".into()))];
    let with = |name: &'static str, value: &str| [object(), vec![(name, Value::from(value))]].concat();
    let table_name = || vec![("TableName", Value::from("t"))];
    let own: &[(&str, &str)] = &[("AWS_ENDPOINT_URL", "http://127.0.0.1:9")];
    #[rustfmt::skip]
    let rows: Vec<Made<'_>> = vec![
        ("s3", "PutObject", &[], object(), "E,U,Z,b,g"),
        ("s3", "PutObject", &[], with("ChecksumAlgorithm", "CRC32C"), "E,V,Z,b,g"),
        ("s3", "PutObject", &[], with("ChecksumAlgorithm", "CRC64NVME"), "E,W,Z,b,g"),
        ("s3", "PutObject", &[], with("ChecksumAlgorithm", "SHA1"), "E,X,Z,b,g"),
        ("s3", "PutObject", &[], with("ChecksumAlgorithm", "SHA256"), "E,Y,Z,b,g"),
        ("s3", "PutObject", &[], with("ChecksumAlgorithm", "SHA512"), "E,Z,b,g,AF"),
        ("s3", "PutObject", &[], with("ChecksumSHA256", "iQ=="), "E,Y,Z,b,g"),
        ("s3", "PutObject", &[], with("ChecksumXXHASH3", "iQ=="), "E,Z,b,g,AG"),
        ("s3", "PutObject", &[], with("ChecksumXXHASH64", "iQ=="), "E,Z,b,g,AH"),
        ("s3", "PutObject", &[], with("ChecksumXXHASH128", "iQ=="), "E,Z,b,g,AI"),
        ("s3", "PutObject", &[], with("ChecksumMD5", "iQ=="), "E,Z,b,g,AE"),
        ("s3", "PutObject", &[("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required"), ("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required")], object(), "E,a,c,g"),
        ("s3", "PutObject", own, object(), "E,N,a,c,g"),
        ("s3", "ListBuckets", &[("AWS_RETRY_MODE", "legacy")], vec![], "D,Z,b,g"),
        ("s3", "ListBuckets", &[("AWS_RETRY_MODE", "adaptive")], vec![], "F,Z,b,g"),
        ("dynamodb", "DescribeTable", &[], table_name(), "E,P,Z,b,g"),
        ("dynamodb", "DescribeTable", &[("AWS_ACCOUNT_ID", "123456789012")], table_name(), "E,P,T,Z,b,g"),
        ("dynamodb", "DescribeTable", &[("AWS_ACCOUNT_ID_ENDPOINT_MODE", "disabled")], table_name(), "E,Q,Z,b,g"),
        ("dynamodb", "DescribeTable", &[("AWS_ACCOUNT_ID_ENDPOINT_MODE", "required"), ("AWS_ACCOUNT_ID", "123456789012")], table_name(), "E,R,T,Z,b,g"),
        ("cloudwatch", "PutMetricData", &[("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "1")], vec![("Namespace", "n".into()), ("MetricData", Value::List(vec![]))], "E,L,Z,b,g"),
        ("bedrock", "ListCustomModels", &[("AWS_BEARER_TOKEN_BEDROCK", "hush")], vec![], "E,Z,b,3"),
        ("bedrock", "ListCustomModels", &[], vec![], "E,Z,b,g"),
    ];
    for (service, operation, extra, params, expected) in rows {
        let mut env: Vec<(&str, String)> = vec![
            ("AWS_DEFAULT_REGION", "us-east-1".into()),
            ("AWS_ACCESS_KEY_ID", "AKID".into()),
            ("AWS_SECRET_ACCESS_KEY", "hush".into()),
        ];
        env.extend(extra.iter().map(|(k, v)| (*k, (*v).to_owned())));
        let transport = FakeTransport::new();
        let connection = table(
            Session::builder()
                .host(place(&env, &[]))
                .transport(Arc::new(transport.clone()))
                .settings(|s| s.max_attempts = Some(1)),
            service,
        );
        // Nobody answers: what was sent is what counts.
        let outcome = connection.call(operation).params(&input(&params)).await.map(drop).unwrap_err();
        assert_eq!(numbers(&transport), [expected], "{service} {operation} {extra:?} {params:?}: {outcome}");
    }
}

#[tokio::test]
async fn of_waiters_paginators_and_redirects() {
    let transport = FakeTransport::new();
    let s3 = table(
        Session::builder().region("us-east-1").credentials("AKID", "hush").transport(Arc::new(transport.clone())),
        "s3",
    );
    let last = || numbers(&transport).pop().unwrap();
    transport.answer(200, &[], "");
    s3.wait_until("BucketExists").param("Bucket", "b-1").await.unwrap();
    assert_eq!(last(), "B,E,Z,b,e");
    transport.answer(200, &[], "<ListBucketResult/>");
    let _ = s3.call("ListObjectsV2").param("Bucket", "b-1").paginate().next().await.unwrap().unwrap();
    assert_eq!(last(), "C,E,Z,b,e");
    // Nothing of that stays.
    let moved = "<Error><Code>PermanentRedirect</Code></Error>";
    transport.answer(301, &[("x-amz-bucket-region", "eu-west-1")], moved);
    for _ in 0..2 {
        transport.answer(200, &[], "<ListBucketResult/>");
        s3.call("ListObjectsV2").param("Bucket", "b-1").await.unwrap();
    }
    assert_eq!(numbers(&transport)[2..], ["E,Z,b,e", "E,Z,b,e,Ah", "E,Z,b,e,Ah"]);
}

/// Credentials of a session with a bucket are bought with others, which count.
#[tokio::test]
async fn of_directory_buckets_and_regions_by_the_set() {
    let transport = FakeTransport::new();
    let builder = Session::builder().region("us-west-2").credentials("AKID", "hush");
    let s3 = table(builder.transport(Arc::new(transport.clone())), "s3");
    let answer = "<CreateSessionResult><Credentials><SessionToken>hush</SessionToken><SecretAccessKey>hush\
                  </SecretAccessKey><AccessKeyId>ASIA</AccessKeyId><Expiration>2999-01-01T00:00:00Z</Expiration>\
                  </Credentials></CreateSessionResult>";
    transport.answer(200, &[], answer).answer(200, &[], "<ListBucketResult/>");
    s3.call("ListObjectsV2").param("Bucket", "b-1--usw2-az1--x-s3").await.unwrap();
    assert_eq!(numbers(&transport), ["E,Z,b,e", "E,J,Z,b,e"]);
    #[cfg(feature = "sigv4a")]
    {
        transport.answer(200, &[], "<ListBucketResult/>");
        let arn = "arn:aws:s3::123456789012:accesspoint:mfzwi23gnjvgw.mrap";
        s3.call("ListObjectsV2").param("Bucket", arn).await.unwrap();
        assert_eq!(numbers(&transport)[2], "E,S,Z,b,e");
    }
}

#[tokio::test]
async fn of_cbor() {
    let transport = FakeTransport::new();
    let builder = Session::builder().region("us-east-1").credentials("AKID", "hush");
    let connection = table(builder.transport(Arc::new(transport.clone())), "arc-region-switch");
    transport.answer(200, &[], "").answer(200, &[], "");
    for protocol in [Protocol::RpcV2Cbor, Protocol::Json] {
        let _ = connection.with_protocol(protocol).call("ListPlans").await;
    }
    assert_eq!(numbers(&transport), ["E,M,Z,b,e", "E,Z,b,e"]);
}

#[tokio::test]
async fn what_the_caller_brings_stands() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], "<ListAllMyBucketsResult/>");
    let s3 = table(
        Session::builder().region("us-east-1").credentials("AKID", "hush").transport(Arc::new(transport.clone())),
        "s3",
    );
    s3.call("ListBuckets").header("user-agent", "mine/1").await.unwrap();
    assert_eq!(transport.requests()[0].headers["user-agent"], "mine/1");
}
