//! Signatures checked with public keys; requests of one's own; settings and input that are wrong, of which nothing is
//! sent.

use base64::{engine::general_purpose::STANDARD, Engine};
use boto_core::{
    blocking::*,
    http::{fake::FakeTransport, Request},
    sign::cloudfront::{Policy, Signer},
    ByteStream, DateTime, ErrorKind, Session,
};
use ring::signature::{UnparsedPublicKey, RSA_PKCS1_2048_8192_SHA256};
use std::sync::Arc;

/// The value of a parameter of CloudFront, decoded.
fn parameter(url: &str, name: &str) -> Vec<u8> {
    let text = url.split(['?', '&']).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).unwrap();
    STANDARD.decode(text.replace('-', "+").replace('_', "=").replace('~', "/")).unwrap()
}

#[test]
fn cloudfront_accepts_what_rsa_keys_sign() {
    let public = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, include_bytes!("keys/rsa-public.der"));
    for pem in [include_str!("keys/rsa-pkcs8.pem"), include_str!("keys/rsa-pkcs1.pem")] {
        let signer = Signer::from_pem("K1", pem).unwrap();
        let until = DateTime::from_parts(1_900_000_000, 0);
        let url = signer.url("https://d1.cloudfront.net/a?b=c", until).unwrap();
        let json = "{\"Statement\":[{\"Resource\":\"https://d1.cloudfront.net/a?b=c\",\"Condition\":\
                    {\"DateLessThan\":{\"AWS:EpochTime\":1900000000}}}]}";
        public.verify(json.as_bytes(), &parameter(&url, "Signature")).unwrap();
        assert!(url.contains("&Key-Pair-Id=K1") && url.contains("&Hash-Algorithm=SHA256"), "{url}");

        let policy = Policy { resource: "https://d1.cloudfront.net/*".into(), until, from: None, source: None };
        let url = signer.url_with_policy("https://d1.cloudfront.net/x", &policy).unwrap();
        let told = parameter(&url, "Policy");
        assert_eq!(told, policy.to_json().as_bytes());
        public.verify(&told, &parameter(&url, "Signature")).unwrap();

        let cookies = signer.cookies_with_policy(&policy).unwrap();
        let cookie = |name: &str| {
            let (_, value) = cookies.iter().find(|(n, _)| n == name).unwrap();
            STANDARD.decode(value.replace('-', "+").replace('_', "=").replace('~', "/")).unwrap()
        };
        public.verify(&cookie("CloudFront-Policy"), &cookie("CloudFront-Signature")).unwrap();
        assert!(public.verify(b"something else", &cookie("CloudFront-Signature")).is_err());
    }
}

#[cfg(feature = "sigv4a")]
#[test]
fn v4a_signatures_hold_with_the_public_key() {
    use boto_core::{
        sign::{v4a, Keys, Signing},
        Credentials,
    };
    use p256::ecdsa::{signature::Verifier, DerSignature, VerifyingKey};
    // Published with the algorithm: the key that belongs to these credentials.
    let credentials = Credentials::new("AKISORANDOMAASORANDOM", "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom", None);
    let (x, y) = (
        "15d242ceebf8d8169fd6a8b5a746c41140414c3b07579038da06af89190fffcb",
        "515242cedd82e94799482e4c0514b505afccf2c0c98d6a553bf539f424c5ec0",
    );
    let bytes = |hex: &str| -> Vec<u8> {
        let hex = format!("{hex:0>64}");
        (0..32).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap()).collect()
    };
    let point = [&[4][..], &bytes(x), &bytes(y)].concat();
    let public = VerifyingKey::from_sec1_bytes(&point).unwrap();
    let keys = Keys::new();
    for (round, body) in ["", "hello", "hello again"].into_iter().enumerate() {
        let now = DateTime::from_parts(1_440_938_160 + round as i64, 0);
        let mut request = Request::new("GET", "https://example.amazonaws.com/a%20b?x=y").unwrap();
        let signing = Signing::new(&credentials, &keys, "us-east-1", "service", now, body.as_bytes());
        let signed = v4a::sign(&mut request, &signing).unwrap();
        let hex = &signed.signature;
        let der: Vec<u8> =
            (0..hex.len() / 2).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap()).collect();
        let signature = DerSignature::from_bytes(&der).unwrap();
        public.verify(signed.string_to_sign.as_bytes(), &signature).unwrap();
        assert!(public.verify(b"another", &signature).is_err());
        assert_eq!(request.headers["x-amz-region-set"], "us-east-1");
    }
}

fn session(transport: &FakeTransport) -> boto_core::session::SessionBuilder {
    Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .tables(|name| boto_model::archive::open(name).map(Arc::new))
        .settings(|s| s.max_attempts = Some(1))
        .transport(Arc::new(transport.clone()))
}

#[test]
fn requests_of_ones_own_are_signed_and_sent() {
    let transport = FakeTransport::new();
    transport.answer(418, &[("x-kind", "teapot")], "short and stout");
    let session = session(&transport).build().blocking();
    let mut request =
        Request::new("POST", "https://a1.execute-api.eu-west-1.amazonaws.com/prod/pets%2F1?x=1&a").unwrap();
    request.body = "{}".into();
    request.headers.insert("x-own", "1".parse().unwrap());
    let signed = session.sign(request.clone(), "execute-api", "eu-west-1").run().unwrap();
    let authorization = signed.headers["authorization"].to_str().unwrap().to_owned();
    assert!(authorization.contains("Credential=AKID/") && authorization.contains("/eu-west-1/execute-api/"));
    assert!(authorization.contains("SignedHeaders=host;x-amz-date;x-own,"), "{authorization}");
    let answer = session.send(signed).run().unwrap();
    assert_eq!((answer.status, answer.headers["x-kind"].to_str().unwrap()), (418, "teapot"));
    assert_eq!(answer.body.collect().run().unwrap(), "short and stout");
    let sent = &transport.requests()[0];
    assert_eq!(sent.url.to_string(), "https://a1.execute-api.eu-west-1.amazonaws.com/prod/pets%2F1?x=1&a");
    let agent = |at: usize| transport.requests()[at].headers["user-agent"].to_str().unwrap().to_owned();
    // Credentials given in code, as all calls say it.
    assert!(agent(0).starts_with("boto") && agent(0).contains(" m/e"), "{}", agent(0));
    assert_eq!(&sent.body[..], b"{}");

    // Who signs otherwise, or not at all, is told nothing of; and a user agent of one's own stays.
    transport.answer(200, &[], "").answer(200, &[], "").answer(200, &[], "");
    let foreign = "AWS4-HMAC-SHA256 Credential=AKIDOTHER/20260101/eu-west-1/x/aws4_request, SignedHeaders=host";
    for (name, value) in [("authorization", foreign), ("x-own", "1"), ("user-agent", "mine")] {
        let mut request = Request::new("GET", "https://example.com/").unwrap();
        request.headers.insert(name, value.parse().unwrap());
        session.send(request).run().unwrap();
    }
    assert!(!agent(1).contains(" m/") && !agent(2).contains(" m/"), "{} {}", agent(1), agent(2));
    assert_eq!(agent(3), "mine");

    let s3 = session.sign(Request::new("GET", "https://b.s3.amazonaws.com/a//b").unwrap(), "s3", "us-east-1");
    assert!(s3.run().unwrap().headers.contains_key("x-amz-content-sha256"));
    let anonymous = Session::builder().anonymous().build().blocking();
    let same = anonymous.sign(request.clone(), "execute-api", "eu-west-1").run().unwrap();
    assert!(!same.headers.contains_key("authorization"));

    let once: ByteStream = ByteStream::from_reader(&b"abc"[..], Some(3));
    request.body = once;
    assert_eq!(session.sign(request.clone(), "x", "eu-west-1").run().unwrap_err().kind(), ErrorKind::Usage);
    request.body = "x".into();
    assert!(session.sign(request.clone(), "x", "eu west").run().is_err());
    assert!(session.sign(request, "not a name", "eu-west-1").run().is_err());
    for (method, url) in [
        ("GET", "a/b"),
        ("GET", "ftp://a/b"),
        ("G T", "https://a/"),
        ("GET", "https://u:p@a/"),
        ("GET", "https://a/ä b"),
    ] {
        let error = Request::new(method, url).unwrap_err();
        assert!(!error.to_string().contains("u:p"), "{error}");
    }
}

#[test]
fn passwords_come_from_the_sessions_credentials() {
    let session = Session::builder().credentials("AKID", "secret").build().blocking();
    let rds = session.rds_password("db.example.com", 3306, "me", "eu-west-1").run().unwrap();
    assert!(rds.starts_with("db.example.com:3306/?Action=connect&DBUser=me&X-Amz-Algorithm="), "{rds}");
    assert!(rds.contains("%2Feu-west-1%2Frds-db%2Faws4_request") && rds.contains("X-Amz-Expires=900"), "{rds}");
    let ten = std::time::Duration::from_secs(10);
    let action = boto_core::sign::token::DsqlAction::ConnectAdmin;
    let dsql = session.dsql_password("c.dsql.eu-west-1.on.aws", action, "eu-west-1", ten).run().unwrap();
    assert!(dsql.contains("Action=DbConnectAdmin") && dsql.contains("X-Amz-Expires=10"), "{dsql}");
    let cache = session.cache_password("elasticache", "group", "me", "eu-west-1").run().unwrap();
    assert!(cache.starts_with("group/?Action=connect&User=me&"), "{cache}");
    assert!(session.eks_token("prod", "cn-north-1").run().unwrap().starts_with("k8s-aws-v1."));
    assert!(session.eks_token("prod", "no region").run().is_err());
}

#[test]
fn plain_http_where_tls_is_switched_off() {
    let transport = FakeTransport::new();
    let session = session(&transport).settings(|s| s.use_ssl = Some(false)).build().blocking();
    for (service, operation, host) in [("sqs", "ListQueues", "sqs.us-east-1"), ("s3", "ListBuckets", "s3")] {
        let url = session.connect_to(service).unwrap().call(operation).dry_run().run().unwrap().url;
        assert_eq!((url.scheme.as_str(), url.authority), ("http", format!("{host}.amazonaws.com")));
    }
}

/// What is wrong, where it comes from, and that nothing was sent.
#[test]
fn wrong_settings_are_named_with_their_origin_and_nothing_is_sent() {
    let long = "r".repeat(300);
    let regions = ["us-east-1 ", "us_east_1", "http://us-east-1", " ", &long, "us-east-1/x", "-us", "us-east-1\n", "é"];
    let urls = [
        "example.com",
        "localhost:9000",
        "https://u:p@example.com",
        "https://example.com?x=1",
        "ftp://a",
        "http://",
        "",
    ];
    let transport = FakeTransport::new();
    let check = |session: Session, setting: &str, origin: &str, value: &str| {
        let session = session.blocking();
        let call = session.connect_to("sqs").and_then(|sqs| sqs.call("ListQueues").run());
        let error = call.expect_err(value);
        let text = error.to_string();
        assert!(text.contains(setting) && text.contains(origin), "{setting} {value:?}: {text}");
        assert!(!text.contains("u:p"), "{text}");
        assert!(text.len() < 500, "{text}");
    };
    let bare = || {
        Session::builder()
            .credentials("AKID", "secret")
            .tables(|name| boto_model::archive::open(name).map(Arc::new))
            .transport(Arc::new(transport.clone()))
    };
    for region in regions {
        check(bare().region(region).build(), "region", "argument", region);
        let place = |env: &[(&str, String)], files: &[(&str, &str)]| crate::credentials::place(env, files);
        if region.trim() == region && !region.is_empty() {
            let env = [("AWS_REGION", region.to_owned())];
            check(bare().host(place(&env, &[])).build(), "region", "AWS_REGION", region);
        }
        if !region.contains('\n') && region.trim() == region && !region.is_empty() {
            let file = format!("[default]\nregion = {region}\n");
            let file = [("/home/.aws/config", file.as_str())];
            check(bare().host(place(&[], &file)).build(), "region", "/home/.aws/config:2", region);
        }
    }
    for url in urls {
        let place = |env: &[(&str, String)]| crate::credentials::place(env, &[]);
        if !url.is_empty() {
            for variable in ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SQS"] {
                let session = bare().region("us-east-1").host(place(&[(variable, url.to_owned())])).build();
                check(session, "endpoint_url", variable, url);
            }
        }
        check(bare().region("us-east-1").endpoint_url(url).build(), "endpoint_url", "argument", url);
    }
    assert!(transport.requests().is_empty());
}

#[test]
fn wrong_buckets_and_arns_are_refused_and_nothing_is_sent() {
    let transport = FakeTransport::new();
    let s3 = session(&transport).build().connect_to("s3").unwrap();
    for bucket in [
        "",
        "a/b",
        "a b",
        "bucket?x",
        "arn:aws:s3",
        "arn:aws:s3:us-east-1",
        "arn:aws:s3:us-east-1:123456789012:bucket",
        "arn:aws:s3:us-east-1:123456789012:accesspoint:",
        "arn:aws:s3:us-east-1::accesspoint:p",
        "arn:aws:s3:us east 1:123456789012:accesspoint:p",
        "arn:aws:sns:us-east-1:123456789012:topic",
        "arn:aws:s3-outposts:us-east-1:123456789012:outpost:op-1",
        "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint:p",
    ] {
        let call = s3.call("GetObject").param("Bucket", bucket).param("Key", "k").run();
        let error = call.expect_err(bucket);
        let kinds = [ErrorKind::Validation, ErrorKind::Endpoint, ErrorKind::Config, ErrorKind::Usage];
        assert!(kinds.contains(&error.kind()), "{bucket}: {error:?}");
        assert!(error.to_string().contains("s3 GetObject"), "{bucket}: {error}");
    }
    assert!(transport.requests().is_empty(), "{:?}", transport.requests());
}
