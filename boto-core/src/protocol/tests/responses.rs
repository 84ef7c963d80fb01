//! Answers and faults: what the shared suites say less about.

use super::{real, service};
use crate::{
    http::{HeaderMap, HeaderName},
    protocol::{decode, decode_fault, streams, Payload},
    value::Object,
    ByteStream, Error, Value,
};
use boto_model::Protocol;

fn headers(list: &[(&str, &str)]) -> HeaderMap {
    list.iter().map(|(n, v)| (HeaderName::from_bytes(n.as_bytes()).unwrap(), v.parse().unwrap())).collect()
}

fn fault(service: &str, operation: &str, status: u16, head: &[(&str, &str)], body: &str) -> Error {
    let service = real(service);
    let operation = service.operation(operation).unwrap();
    let protocol = service.metadata().protocol;
    decode_fault(&service, operation, protocol, status, &headers(head), body.as_bytes())
}

#[test]
fn an_answer_to_head_has_only_its_status() {
    let error = fault("s3", "HeadObject", 404, &[("x-amz-request-id", "r"), ("x-amz-id-2", "h")], "");
    assert_eq!((error.code(), error.message()), (Some("404"), "Not Found"));
    assert_eq!((error.request_id(), error.extended_request_id()), (Some("r"), Some("h")));
}

#[test]
fn details_beside_an_s3_code_are_kept() {
    let body = "<?xml version=\"1.0\"?><Error><Code>PermanentRedirect</Code><Message>elsewhere</Message>\
        <Endpoint>b.s3.eu-west-1.amazonaws.com</Endpoint><RequestId>R</RequestId><HostId>H</HostId></Error>";
    let error = fault("s3", "GetObject", 301, &[], body);
    assert!(error.is("PermanentRedirect"));
    assert_eq!(error.fields()["Endpoint"], "b.s3.eu-west-1.amazonaws.com");
    assert_eq!((error.request_id(), error.extended_request_id()), (Some("R"), Some("H")));
}

#[test]
fn modeled_members_are_typed() {
    let body = r#"{"__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException", "Message": "no",
        "CancellationReasons": [{"Code": "None"}, {"Code": "ConditionalCheckFailed", "Item": {"a": {"N": "1"}}}]}"#;
    let error = fault("dynamodb", "TransactWriteItems", 400, &[("x-amzn-requestid", "r")], body);
    assert!(error.is("TransactionCanceledException"));
    assert_eq!(error.fields()["CancellationReasons"][1]["Item"]["a"]["N"], "1");
    assert_eq!(error.message(), "no");
}

#[test]
fn the_query_code_of_former_days_wins_but_the_members_stay() {
    let head = [("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender")];
    let body = r#"{"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "gone"}"#;
    let error = fault("sqs", "SendMessage", 400, &head, body);
    assert!(error.is("AWS.SimpleQueueService.NonExistentQueue"), "{error}");
    assert_eq!(error.message(), "gone");
}

#[test]
fn a_web_page_is_named_as_such() {
    let page = "<html><head></head><body>503 from proxy</body></html>";
    for (name, operation) in [("s3", "ListBuckets"), ("dynamodb", "ListTables"), ("ec2", "DescribeInstances")] {
        let error = fault(name, operation, 503, &[], page);
        assert_eq!((error.code(), error.message()), (Some("503"), "Service Unavailable"));
        assert!(error.hint().unwrap().contains("503 from proxy"), "{error}");
    }
}

const UNION: &str = r#"{
    "metadata": {"protocol": "rest-json", "apiVersion": "1"},
    "operations": {"Get": {"name": "Get", "output": {"shape": "Out"}, "http": {"method": "GET", "requestUri": "/"}}},
    "shapes": {
        "Out": {"type": "structure", "members": {
            "Choice": {"shape": "U"}, "List": {"shape": "L"}, "Sparse": {"shape": "P"}, "Status": {"shape": "I", "location": "statusCode"},
            "Doc": {"shape": "D"}, "Choices": {"shape": "US"}, "Named": {"shape": "UM"}
        }},
        "U": {"type": "structure", "union": true, "members": {"A": {"shape": "S"}, "B": {"shape": "I"}}},
        "US": {"type": "list", "member": {"shape": "U"}},
        "UM": {"type": "map", "key": {"shape": "S"}, "value": {"shape": "U"}},
        "L": {"type": "list", "member": {"shape": "S"}}, "P": {"type": "list", "member": {"shape": "S"}, "sparse": true},
        "S": {"type": "string"}, "I": {"type": "integer"}, "D": {"type": "structure", "document": true, "members": {}}
    }
}"#;

fn get(body: &str) -> Result<Value, Error> {
    let service = service(UNION);
    let mut output = Object::default();
    let payload = Payload::Bytes(body.to_owned().into());
    let operation = service.operation("Get").unwrap();
    decode(&service, operation, Protocol::RestJson, 200, &HeaderMap::new(), payload, &mut output)?;
    Ok(Value::Map(output))
}

#[test]
fn unions_nulls_and_documents() {
    let json = |body| get(body).unwrap().to_json();
    assert_eq!(json(r#"{"Choice": {"__type": "x", "A": null, "B": 3}}"#), r#"{"Choice":{"B":3},"Status":200}"#);
    assert_eq!(json(r#"{"Choice": {"New": {"x": [1]}}}"#), r#"{"Choice":{"New":{"x":[1]}},"Status":200}"#);
    assert_eq!(json(r#"{"Choice": {}, "Doc": null}"#), r#"{"Status":200}"#);
    let several = r#"{"Choices": [{"A": "x"}, {}], "Named": {"a": {"B": 1}, "b": {}}}"#;
    assert_eq!(
        json(several),
        r#"{"Choices":[{"A":"x"},null],"Named":{"a":{"B":1},"b":null},"Status":200}"#,
        "one that is not set does not take the others along"
    );
    assert_eq!(
        json(r#"{"Doc": {"a": [1.5, null]}, "Sparse": ["x", null]}"#),
        r#"{"Doc":{"a":[1.5,null]},"Sparse":["x",null],"Status":200}"#
    );
    assert!(get(r#"{"Choice": {"A": "x", "B": 3}}"#).unwrap_err().message().contains("more than one member"));
    let error = get(r#"{"List": ["a", {"b": 1}], "Choice": {"B": {}}}"#).unwrap_err();
    assert!(error.message().contains("Choice.B: expected integer, found object (at byte"), "{error}");
}

#[test]
fn a_typed_list_leaves_nulls_out() {
    let service = service(UNION);
    let shape = service.shape_named("Out").unwrap();
    let mut list: Vec<String> = Vec::new();
    let member = &service.shape(shape).members()[1];
    let mut reader = crate::codec::json::Reader {
        service: &service,
        scan: crate::codec::json::Scanner::new(br#"["a", null, "b"]"#).unwrap(),
        nothing: false,
        alike: false,
    };
    reader.value(member, &mut list, 10).unwrap();
    assert_eq!(list, ["a", "b"]);
}

#[test]
fn bodies_that_stream_are_handed_on() {
    let s3 = real("s3");
    let get = s3.operation("GetObject").unwrap();
    assert!(streams(&s3, get));
    assert!(!streams(&s3, s3.operation("ListBuckets").unwrap()));
    assert!(streams(&s3, s3.operation("SelectObjectContent").unwrap()));
    let mut output = Object::default();
    let payload = Payload::Stream(ByteStream::from("content"));
    let head =
        headers(&[("content-length", "7"), ("x-amz-meta-a", "1"), ("last-modified", "Sun, 25 Jan 2015 08:00:00 GMT")]);
    decode(&s3, get, Protocol::RestXml, 200, &head, payload, &mut output).unwrap();
    assert_eq!(output["Body"].as_bytes(), Some(&b"content"[..]));
    assert_eq!(output["ContentLength"], 7);
    assert_eq!(output["Metadata"]["a"], "1");
    assert_eq!(output["LastModified"].to_json(), "\"2015-01-25T08:00:00Z\"");
}

#[test]
fn the_location_of_a_bucket_is_the_root() {
    let s3 = real("s3");
    let mut output = Object::default();
    let body = "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">EU</LocationConstraint>";
    let get = s3.operation("GetBucketLocation").unwrap();
    decode(&s3, get, Protocol::RestXml, 200, &HeaderMap::new(), Payload::Bytes(body.into()), &mut output).unwrap();
    assert_eq!(output["LocationConstraint"], "EU");
}
