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

fn fault(service: &str, operation: &str, protocol: Protocol, status: u16, body: &[u8]) -> Error {
    let service = real(service);
    let operation = service.operation(operation).unwrap();
    decode_fault(&service, operation, protocol, status, &HeaderMap::new(), body)
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
fn nothing_at_all_is_an_empty_output_but_where_protocols_always_say_something() {
    for (service, operation, protocol) in ALL {
        let answered = answer(service, operation, *protocol, b"");
        match protocol {
            Protocol::Query | Protocol::Ec2 => {
                let error = answered.unwrap_err();
                assert!(error.to_string().contains("there is nothing in it"), "{error}");
                assert_eq!((error.status(), error.request_id()), (Some(200), Some("id-1")));
            }
            _ => assert_eq!(answered.unwrap(), Object::default()),
        }
    }
    // Nothing is wrong where there is nothing to say.
    assert_eq!(answer("ec2", "DeleteVolume", Protocol::Ec2, b"").unwrap(), Object::default());
}

#[test]
fn well_formed_pages_of_proxies_are_no_answers() {
    for (service, operation, protocol) in ALL {
        for page in
            ["<html><body>Bad Gateway</body></html>", "<!-- x --><HTML><body/></HTML>", "<!doctype html>\n<html/>"]
        {
            let error = answer(service, operation, *protocol, page.as_bytes()).unwrap_err();
            assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)), "{service}");
            // Whatever was to come. A page that begins with a comment is known as one by readers of XML alone.
            let known = !page.starts_with("<!--");
            assert!(!known || error.message().contains("HTML, perhaps from a proxy"), "{service}: {error}");
        }
    }
    let error = answer("sns", "ListTopics", Protocol::Query, b"<SomethingElse/>").unwrap_err();
    assert!(error.message().contains("expected ListTopicsResult, found SomethingElse"), "{error}");
}

#[test]
fn a_proxy_that_wants_a_password_is_told() {
    for (service, operation, protocol) in ALL {
        for body in ["", "<html>Proxy Authentication Required</html>"] {
            let error = fault(service, operation, *protocol, 407, body.as_bytes());
            let hint = error.hint().unwrap_or_default();
            assert!(hint.contains("a proxy wants a user name and password"), "{service}, {body:?}: {error}");
        }
        let own = fault(service, operation, *protocol, 403, b"");
        assert_eq!(own.hint(), None, "{service}");
    }
}

#[test]
fn nothing_may_stand_behind_an_answer() {
    let list = |more: &str| {
        let body = format!("<L><Name>b</Name></L>{more}");
        answer("s3", "ListObjectsV2", Protocol::RestXml, body.as_bytes())
    };
    assert!(list("\n<!-- end -->\n").is_ok());
    for more in ["x", "<L/>", "</L>", "<"] {
        assert_eq!(list(more).unwrap_err().kind(), ErrorKind::Decode, "{more}");
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
            assert_eq!(fault(service, operation, protocol, 400, &body).status(), Some(400));
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

#[test]
fn labels_do_not_count_but_what_is_in_the_body() {
    // A wrong content type is no reason to refuse what can be read.
    let service = real("dynamodb");
    let operation = service.operation("Query").unwrap();
    let mut headers = HeaderMap::new();
    headers.insert("content-type", "text/html; charset=iso-8859-1".parse().unwrap());
    let mut output = Object::default();
    let payload = Payload::Bytes(b"{\"Count\": 1}".to_vec().into());
    decode(&service, operation, Protocol::Json, 200, &headers, payload, &mut output).unwrap();
    assert_eq!(output["Count"], 1);
    // A mark of the byte order is no text.
    let marked = |text: &str| [b"\xef\xbb\xbf", text.as_bytes()].concat();
    assert_eq!(answer("dynamodb", "Query", Protocol::Json, &marked("{\"Count\":1}")).unwrap()["Count"], 1);
    let list = answer("s3", "ListObjectsV2", Protocol::RestXml, &marked("<L><Name>b</Name></L>")).unwrap();
    assert_eq!(list["Name"], "b");
}

#[test]
fn other_charsets_and_formats_are_refused_by_name() {
    let latin = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><L><Name>caf\xe9</Name></L>";
    let wide: Vec<u8> = "\u{feff}<L><Name>b</Name></L>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (service, operation, protocol, body, told) in [
        ("s3", "ListObjectsV2", Protocol::RestXml, &latin[..], "UTF-8"),
        ("s3", "ListObjectsV2", Protocol::RestXml, &wide[..], "UTF-8"),
        ("s3", "ListObjectsV2", Protocol::RestXml, b"{\"Name\":\"b\"}", "rest-xml"),
        ("dynamodb", "Query", Protocol::Json, b"{\"Items\":[{\"a\":{\"S\":\"caf\xe9\"}}]}", "UTF-8"),
        ("dynamodb", "Query", Protocol::Json, b"<L/>", "json"),
        ("cloudwatch", "ListMetrics", Protocol::RpcV2Cbor, b"{\"Metrics\":[]}", "cbor"),
    ] {
        let error = answer(service, operation, protocol, body).unwrap_err();
        assert_eq!((error.kind(), error.status(), error.request_id()), (ErrorKind::Decode, Some(200), Some("id-1")));
        assert!(error.message().contains(told), "{error}");
    }
}

#[test]
fn entities_of_a_document_are_never_expanded() {
    let bomb = b"<!DOCTYPE a [<!ENTITY x \"yyyyyyyyyy\"><!ENTITY z \"&x;&x;&x;&x;\">]><L><Name>&z;</Name></L>";
    match answer("s3", "ListObjectsV2", Protocol::RestXml, bomb) {
        Ok(output) => assert!(!output.get("Name").is_some_and(|name| name.as_str().unwrap_or("").contains("yy"))),
        Err(error) => assert_eq!(error.kind(), ErrorKind::Decode),
    }
}

#[test]
fn repetitions_in_xml_keep_the_first_or_the_last_and_numbers_their_range() {
    let body = b"<L><Name>x</Name><Name>y</Name><MaxKeys>99999999999999999999999</MaxKeys></L>";
    let output = answer("s3", "ListObjectsV2", Protocol::RestXml, body).unwrap();
    assert!(output["Name"] == "x" || output["Name"] == "y");
    // Values hold any number; a typed member of 32 bits refuses it.
    assert_eq!(output["MaxKeys"].to_json(), "99999999999999999999999");
    let mut small = 0_i32;
    assert!(crate::field::Field::change(&mut small, &mut crate::field::Change::Int(1 << 40)).is_err());
}

#[test]
fn half_an_answer_with_secrets_is_not_shown_as_a_fault_either() {
    let fault = |operation, body| fault("s3", operation, Protocol::RestXml, 500, body).to_string();
    let text = fault("CreateSession", &b"<CreateSessionResult><Credentials><SecretAccessKey>hush"[..]);
    assert!(!text.contains("hush") && text.contains("may hold secrets"), "{text}");
    // Where nothing is secret the first bytes are told.
    let text = fault("ListBuckets", b"<ListAllMyBuckets><Own");
    assert!(text.contains("ListAllMyBuckets"), "{text}");
}

#[test]
fn a_large_answer_is_not_repeated_in_its_error() {
    let large = format!("{{\"Items\": [{}", "{\"a\":{\"S\":\"x\"}},".repeat(100_000));
    let text = answer("dynamodb", "Query", Protocol::Json, large.as_bytes()).unwrap_err().to_string();
    assert!(text.len() < 500, "{}", text.len());
}
