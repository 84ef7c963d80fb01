//! Bodies that no service should send.

use super::{random::Random, real};
use crate::{
    http::HeaderMap,
    protocol::{decode, decode_fault, Payload},
    value::Object,
    Error, ErrorKind,
};
use boto_model::Protocol;

const ALL: &[(&str, &str, Protocol)] = &[
    ("dynamodb", "Query", Protocol::Json),
    ("lambda", "GetFunction", Protocol::RestJson),
    ("s3", "ListObjectsV2", Protocol::RestXml),
    ("sqs", "ReceiveMessage", Protocol::Json),
    ("sns", "ListTopics", Protocol::Query),
    ("ec2", "DescribeInstances", Protocol::Ec2),
    ("cloudwatch", "ListMetrics", Protocol::RpcV2Cbor),
];

fn answer(service: &str, operation: &str, protocol: Protocol, body: &[u8]) -> Result<Object, Error> {
    let service = real(service);
    let operation = service.operation(operation).unwrap();
    let mut headers = HeaderMap::new();
    headers.insert("x-amzn-requestid", "id-1".parse().unwrap());
    let mut output = Object::default();
    let payload = Payload::Bytes(body.to_vec().into());
    decode(&service, operation, protocol, 200, &headers, payload, &mut output).map(|()| output)
}

#[test]
fn malformed_answers_say_where_they_came_from() {
    for (service, operation, protocol) in ALL {
        for body in [&b"<html><body>Bad Gateway</body></html"[..], b"{\"Items\": [", b"\xff\xfe\x00", b"plain text"] {
            let error = answer(service, operation, *protocol, body).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert_eq!((error.status(), error.request_id()), (Some(200), Some("id-1")));
            let text = error.to_string();
            assert!(text.starts_with(&format!("{service} {operation}: ")), "{text}");
            assert!(text.contains("it begins") || text.contains("not shown"), "{text}");
            assert!(text.len() < 500, "{text}");
        }
    }
}

#[test]
fn html_is_shown_even_where_answers_hold_secrets() {
    let page = b"<!DOCTYPE html><html>proxy says no";
    let text = answer("sts", "AssumeRole", Protocol::Query, page).unwrap_err().to_string();
    assert!(text.contains("proxy says no"), "{text}");
    let secret = b"<AssumeRoleResponse><AssumeRoleResult><Credentials><SecretAccessKey>hush";
    let text = answer("sts", "AssumeRole", Protocol::Query, secret).unwrap_err().to_string();
    assert!(!text.contains("hush") && text.contains("not shown"), "{text}");
}

#[test]
fn nothing_at_all_is_an_empty_output() {
    for (service, operation, protocol) in ALL {
        assert_eq!(answer(service, operation, *protocol, b"").unwrap(), Object::default());
    }
}

#[test]
fn depth_is_bounded() {
    let deep = |open: &str| open.repeat(200_000).into_bytes();
    let bodies = [
        ("dynamodb", "Query", Protocol::Json, deep("[")),
        ("dynamodb", "Query", Protocol::Json, deep("{\"a\":")),
        (
            "dynamodb",
            "Query",
            Protocol::Json,
            format!("{{\"Items\":[{{\"a\":{}", "{\"L\":[".repeat(100_000)).into_bytes(),
        ),
        ("s3", "ListObjectsV2", Protocol::RestXml, deep("<a>")),
        ("ec2", "DescribeInstances", Protocol::Ec2, deep("<reservationSet>")),
        ("cloudwatch", "ListMetrics", Protocol::RpcV2Cbor, vec![0x81; 200_000]),
        ("cloudwatch", "ListMetrics", Protocol::RpcV2Cbor, [&b"\xbf\x61a"[..], &[0x9f; 200_000]].concat()),
        ("cloudwatch", "ListMetrics", Protocol::RpcV2Cbor, [&b"\xbf\x61a"[..], &[0xc1; 200_000]].concat()),
    ];
    // A quarter of what threads have; a recursion that follows the bytes would not fit.
    let run = std::thread::Builder::new().stack_size(512 << 10).spawn(move || {
        for (service, operation, protocol, body) in bodies {
            assert!(answer(service, operation, protocol, &body).is_err(), "{service}");
            let service = real(service);
            let operation = service.operation(operation).unwrap();
            let error = decode_fault(&service, operation, protocol, 400, &HeaderMap::new(), &body);
            assert_eq!(error.status(), Some(400));
        }
    });
    run.unwrap().join().unwrap();
}

#[test]
fn promised_lengths_are_not_believed() {
    for head in [
        &b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff"[..],
        b"\xbb\x7f\xff\xff\xff\xff\xff\xff\xff",
        b"\x5b\xff\xff\xff\xff\xff\xff\xff\xff",
    ] {
        let body = [&b"\xa1\x67Metrics"[..], head].concat();
        assert!(answer("cloudwatch", "ListMetrics", Protocol::RpcV2Cbor, &body).is_err());
    }
}

#[test]
fn numbers_and_repetitions() {
    let query = |body: &str| answer("dynamodb", "Query", Protocol::Json, body.as_bytes());
    let huge = format!("{{\"Count\": {}}}", "9".repeat(1000));
    assert_eq!(query(&huge).unwrap()["Count"].to_json().len(), 1000);
    assert_eq!(query("{\"Count\": 1, \"Count\": 2.0e0, \"Nope\": [{}, 1e999]}").unwrap()["Count"], 2);
    assert!(query("{\"Count\": \"many\"}").is_err());
    assert!(query("{\"Count\": {}}").is_err());
    assert!(query("{\"Count\": 01}").is_err());
    assert!(query("{\"Count\": 1} trailing").is_err());
    let surrogates = query("{\"Items\": [{\"a\": {\"S\": \"\\ud83d\\ude00 \\ud83d \\udc00x\"}}]}").unwrap();
    assert_eq!(surrogates["Items"][0]["a"]["S"], "😀 \u{fffd} \u{fffd}x");
}

#[test]
fn any_fault_is_an_error_with_a_status() {
    let mut random = Random(42);
    let seeds = [
        &b"{\"__type\":\"a#B\",\"message\":\"m\"}"[..],
        b"<ErrorResponse><Error><Code>C</Code><Message>M</Message></Error><RequestId>r</RequestId></ErrorResponse>",
        b"\xa2\x66__type\x63a#B\x67message\x61m",
    ];
    for (service, operation, protocol) in ALL {
        let service = real(service);
        let operation = service.operation(operation).unwrap();
        for seed in seeds {
            for _ in 0..60 {
                let mut body = seed.to_vec();
                for _ in 0..random.below(4) {
                    let at = random.below(body.len());
                    match random.below(3) {
                        0 => body.truncate(at),
                        1 => body.insert(at, random.next() as u8),
                        _ if !body.is_empty() => body[at] ^= 1 << random.below(8),
                        _ => {}
                    }
                }
                let error = decode_fault(&service, operation, *protocol, 503, &HeaderMap::new(), &body);
                assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(503)));
                assert!(error.code().is_some());
            }
        }
    }
}
