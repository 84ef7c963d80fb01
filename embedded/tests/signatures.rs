//! The right key is accepted, everything else refused, on all three services. Requests are signed by hand here, so
//! that neither the SDK nor the server's own code decides what a signature is.
#![allow(missing_docs, clippy::unwrap_used)]

use boto_embedded::Server;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{SystemTime, UNIX_EPOCH},
};

/// One request in the making.
struct Request<'a> {
    service: &'a str,
    method: &'a str,
    path: &'a str,
    target: Option<&'a str>,
    body: &'a str,
    key: String,
    secret: String,
    age: i64,
}

impl<'a> Request<'a> {
    fn json(server: &Server, service: &'a str, target: &'a str, body: &'a str) -> Request<'a> {
        let (key, secret) = (server.access_key().to_owned(), server.secret_key().to_owned());
        Request { service, method: "POST", path: "/", target: Some(target), body, key, secret, age: 0 }
    }

    fn s3(server: &Server, method: &'a str, path: &'a str, body: &'a str) -> Request<'a> {
        let (key, secret) = (server.access_key().to_owned(), server.secret_key().to_owned());
        Request { service: "s3", method, path, target: None, body, key, secret, age: 0 }
    }

    /// Status and body of the answer.
    fn send(&self, server: &Server) -> (u16, String) {
        let (authorization, headers) = self.sign(server);
        exchange(server, self, &format!("{headers}Authorization: {authorization}\r\n"))
    }

    fn sign(&self, server: &Server) -> (String, String) {
        let host = server.url().replace("http://", "");
        let date = amz_date(self.age);
        let hash = hex(&Sha256::digest(self.body.as_bytes()));
        let mut headers = vec![("host", host), ("x-amz-content-sha256", hash.clone()), ("x-amz-date", date.clone())];
        headers.extend(self.target.map(|t| ("x-amz-target", t.to_owned())));
        let names = headers.iter().map(|(n, _)| *n).collect::<Vec<_>>().join(";");
        let canonical: String = headers.iter().map(|(n, v)| format!("{n}:{v}\n")).collect();
        let canonical = format!("{}\n{}\n\n{canonical}\n{names}\n{hash}", self.method, self.path);
        let scope = format!("{}/us-east-1/{}/aws4_request", &date[..8], self.service);
        let to_sign = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", hex(&Sha256::digest(canonical.as_bytes())));
        let mut key = format!("AWS4{}", self.secret).into_bytes();
        for part in scope.split('/').chain([to_sign.as_str()]) {
            key = mac(&key, part);
        }
        let authorization =
            format!("AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={}", self.key, hex(&key));
        (authorization, headers[1..].iter().map(|(n, v)| format!("{n}: {v}\r\n")).collect())
    }
}

fn exchange(server: &Server, request: &Request<'_>, headers: &str) -> (u16, String) {
    let host = server.url().replace("http://", "");
    let mut stream = TcpStream::connect(&host).unwrap();
    let (method, path, body) = (request.method, request.path, request.body);
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-amz-json-1.0\r\n{headers}\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer[9..12].parse().unwrap();
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    (status, body.to_owned())
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The time that many seconds ago as `20260102T030405Z`.
fn amz_date(age: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() as i64 - age;
    let (days, second) = (now.div_euclid(86_400), now.rem_euclid(86_400));
    // Days to a date, counting years from March so that leap days come last (Howard Hinnant's civil_from_days).
    let shifted = days + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}{month:02}{day:02}T{:02}{:02}{:02}Z", second / 3_600, second / 60 % 60, second % 60)
}

#[test]
fn the_right_key_is_accepted() {
    let server = Server::start().unwrap();
    let (status, body) =
        Request::json(&server, "sqs", "AmazonSQS.CreateQueue", r#"{"QueueName":"jobs"}"#).send(&server);
    assert_eq!(status, 200, "{body}");
    assert!(body.contains(&format!("{}/000000000000/jobs", server.url())), "{body}");
    let (status, body) = Request::json(&server, "dynamodb", "DynamoDB_20120810.ListTables", "{}").send(&server);
    assert_eq!(status, 200, "{body}");
    assert!(body.contains("TableNames"), "{body}");
    let (status, body) = Request::s3(&server, "PUT", "/bucket", "").send(&server);
    assert_eq!(status, 200, "{body}");
    let (status, body) = Request::s3(&server, "GET", "/", "").send(&server);
    assert_eq!(status, 200, "{body}");
    assert!(body.contains("<Name>bucket</Name>"), "{body}");
}

#[test]
fn wrong_secrets_and_keys_are_refused() {
    let server = Server::start().unwrap();
    let requests = || {
        [
            Request::json(&server, "sqs", "AmazonSQS.ListQueues", "{}"),
            Request::json(&server, "dynamodb", "DynamoDB_20120810.ListTables", "{}"),
            Request::s3(&server, "GET", "/", ""),
        ]
    };
    let codes = ["SignatureDoesNotMatch", "InvalidSignatureException", "SignatureDoesNotMatch"];
    for (mut request, code) in requests().into_iter().zip(codes) {
        request.secret.push('x');
        let (status, body) = request.send(&server);
        assert!(status == 403 || status == 400, "{}: {status} {body}", request.service);
        assert!(body.contains(code), "{}: {body}", request.service);
    }
    let codes = ["InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId"];
    for (mut request, code) in requests().into_iter().zip(codes) {
        request.key = "AKIAXXXXXXXXXXXXXXXX".to_owned();
        let (status, body) = request.send(&server);
        assert!(status == 403 || status == 400, "{}: {status} {body}", request.service);
        assert!(body.contains(code), "{}: {body}", request.service);
    }
}

#[test]
fn unsigned_old_and_tampered_requests_are_refused() {
    let server = Server::start().unwrap();
    let requests = [
        (Request::json(&server, "sqs", "AmazonSQS.ListQueues", "{}"), r#"{"MaxResults":1}"#),
        (Request::json(&server, "dynamodb", "DynamoDB_20120810.ListTables", "{}"), r#"{"Limit":1}"#),
        (Request::s3(&server, "PUT", "/bucket/key", "one"), "two"),
    ];
    assert_eq!(Request::s3(&server, "PUT", "/bucket", "").send(&server).0, 200);
    for (mut request, other_body) in requests {
        let target = request.target.map(|t| format!("x-amz-target: {t}\r\n")).unwrap_or_default();
        let (status, body) = exchange(&server, &request, &target);
        assert!(status == 403 || status == 400, "{} unsigned: {status} {body}", request.service);

        let (authorization, headers) = request.sign(&server);
        request.body = other_body;
        let (status, body) = exchange(&server, &request, &format!("{headers}Authorization: {authorization}\r\n"));
        // s3s notices a wrong payload hash while it stores, and calls that an internal error.
        assert!([400, 403, 500].contains(&status), "{} tampered: {status} {body}", request.service);

        request.age = 3_600;
        let (status, body) = request.send(&server);
        assert!(status == 403 || status == 400, "{} an hour old: {status} {body}", request.service);
    }
    assert_eq!(Request::s3(&server, "GET", "/bucket/key", "").send(&server).0, 404, "nothing may be stored");
}

#[test]
fn a_scope_for_another_service_is_refused() {
    let server = Server::start().unwrap();
    let mut request = Request::json(&server, "sqs", "DynamoDB_20120810.ListTables", "{}");
    let (status, body) = request.send(&server);
    assert_eq!(status, 400, "{body}");
    assert!(body.contains("InvalidSignatureException"), "{body}");
    request.service = "dynamodb";
    assert_eq!(request.send(&server).0, 200);
}

#[test]
fn two_servers_share_nothing_and_stop_when_dropped() {
    let (one, two) = (Server::start().unwrap(), Server::start().unwrap());
    assert_ne!(one.secret_key(), two.secret_key());
    assert_eq!(Request::s3(&one, "PUT", "/bucket", "").send(&one).0, 200);
    let (_, body) = Request::s3(&two, "GET", "/", "").send(&two);
    assert!(!body.contains("bucket</Name>"), "{body}");
    let address = one.url().replace("http://", "");
    drop(one);
    assert!(TcpStream::connect(address).is_err());
}
