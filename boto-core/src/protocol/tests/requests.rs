//! Requests: what the shared suites say less about.

use super::{real, service};
use crate::{
    protocol::{choose, encode, Encoded},
    value::Object,
    ByteStream, Error, Value,
};
use boto_model::Protocol;

const REST: &str = r#"{
    "metadata": {"protocol": "rest-json", "apiVersion": "1"},
    "operations": {
        "Put": {
            "name": "Put", "input": {"shape": "In"},
            "http": {"method": "PUT", "requestUri": "/a/{Id}/{Path+}?fixed=1&bare"},
            "endpoint": {"hostPrefix": "{Host}.data-"}
        },
        "Send": {"name": "Send", "input": {"shape": "Streamed"}, "http": {"method": "POST", "requestUri": "/"}}
    },
    "shapes": {
        "In": {"type": "structure", "required": ["Id"], "members": {
            "Id": {"shape": "S", "location": "uri"},
            "Path": {"shape": "S", "location": "uri"},
            "Host": {"shape": "S", "hostLabel": true},
            "Token": {"shape": "S", "idempotencyToken": true},
            "When": {"shape": "T", "location": "querystring", "locationName": "when"},
            "Since": {"shape": "T", "location": "header", "locationName": "If-Since"},
            "Extra": {"shape": "M", "location": "headers", "locationName": "x-extra-"},
            "Json": {"shape": "S", "location": "header", "locationName": "x-json", "jsonvalue": true},
            "Names": {"shape": "L", "location": "header", "locationName": "x-names"},
            "Days": {"shape": "D", "location": "header", "locationName": "x-days"}
        }},
        "L": {"type": "list", "member": {"shape": "S"}}, "D": {"type": "list", "member": {"shape": "T"}},
        "Streamed": {"type": "structure", "payload": "Body", "members": {"Body": {"shape": "B"}}},
        "S": {"type": "string"}, "T": {"type": "timestamp"}, "B": {"type": "blob", "streaming": true},
        "M": {"type": "map", "key": {"shape": "S"}, "value": {"shape": "S"}}
    }
}"#;

fn put(json: &str) -> Result<Encoded, Error> {
    let service = service(REST);
    let Value::Map(input) = Value::from_json(json).unwrap() else { panic!() };
    encode(&service, service.operation("Put").unwrap(), Protocol::RestJson, &input, &|| "token-1".to_owned())
}

#[test]
fn every_part_of_a_request() {
    let encoded = put(
        r#"{"Id": "a/b c", "Path": "x/../y z", "Host": "h-1", "When": "2015-01-25T08:00:00Z", "Since": 1422172800.5,
            "Extra": {"one": "1"}, "Json": {"k": [1]}}"#,
    )
    .unwrap();
    let request = encoded.request;
    assert_eq!(request.url.path, "/a/a%2Fb%20c/x/../y%20z");
    assert_eq!(request.url.query, "fixed=1&bare&when=2015-01-25T08%3A00%3A00Z");
    assert_eq!(encoded.host_prefix.as_deref(), Some("h-1.data-"));
    assert_eq!(request.headers["if-since"], "Sun, 25 Jan 2015 08:00:00 GMT");
    assert_eq!(request.headers["x-extra-one"], "1");
    assert_eq!(request.headers["x-json"], "eyJrIjpbMV19");
    assert_eq!(request.headers["content-type"], "application/json");
    assert_eq!(request.body.bytes().unwrap(), r#"{"Host":"h-1","Token":"token-1"}"#);
}

#[test]
fn what_cannot_be_sent_is_refused_with_its_place() {
    let refused = |json: &str| put(json).unwrap_err().message().to_owned();
    assert_eq!(refused(r#"{"Path": "p", "Host": "h"}"#), "Id: required: it is part of the URI");
    assert_eq!(refused(r#"{"Id": "", "Path": "p", "Host": "h"}"#), "Id: must not be empty: it is part of the URI");
    assert!(refused(r#"{"Id": "i", "Path": "p", "Host": "a/b"}"#).starts_with("Host: "));
    assert!(refused(r#"{"Id": "i", "Path": "p"}"#).starts_with("Host: required"));
    assert!(refused(r#"{"Id": "i", "Path": "p", "Host": "h", "Extra": {"x y": "1"}}"#).starts_with("Extra.x y: "));
    assert!(refused(r#"{"Id": "i", "Path": "p", "Host": "h", "Extra": {"x": "a\r\nb: c"}}"#).contains("Extra.x"));
    assert_eq!(refused(r#"{"Id": 5, "Path": "p", "Host": "h"}"#), "Id: expected string, found integer");
}

#[test]
fn a_stream_is_the_body_as_it_is() {
    let service = service(REST);
    let send = service.operation("Send").unwrap();
    let mut input = Object::default();
    input.insert("Body", ByteStream::from("streamed"));
    let encoded = encode(&service, send, Protocol::RestJson, &input, &String::new).unwrap();
    assert_eq!(encoded.request.body.bytes().unwrap(), "streamed");
    assert!(!encoded.request.headers.contains_key("content-type"));
    input.insert("Body", "c3RyZWFtZWQ=");
    let encoded = encode(&service, send, Protocol::RestJson, &input, &String::new).unwrap();
    assert_eq!(encoded.request.body.bytes().unwrap(), "streamed");
}

#[test]
fn data_deeper_than_any_reader_goes_is_refused() {
    let dynamodb = real("dynamodb");
    let put = dynamodb.operation("PutItem").unwrap();
    let mut value = Value::from([("S", "x")]);
    for _ in 0..200 {
        value = Value::from([("L", Value::List(vec![value]))]);
    }
    let input: Object = [("TableName", Value::from("t")), ("Item", Value::from([("a", value)]))].into_iter().collect();
    let error = encode(&dynamodb, put, Protocol::Json, &input, &String::new).unwrap_err();
    assert!(error.message().ends_with("nested deeper than 128 levels"), "{error}");
    assert!(crate::validate::validate(&dynamodb, put.input.unwrap(), &input, true).is_err());
}

#[test]
fn all_problems_come_at_once_with_their_paths() {
    let sqs = real("sqs");
    let send = sqs.operation("SendMessageBatch").unwrap();
    let input = Value::from_json(
        r#"{"QueueUrl": 1, "Entries": [{"Id": "a", "MessageBody": "m", "DelaySeconds": "soon"}, {"Id": null}], "Entrys": 1}"#,
    )
    .unwrap();
    let error = crate::validate::validate(&sqs, send.input.unwrap(), input.as_object().unwrap(), true).unwrap_err();
    let mut problems: Vec<&str> = error.message().split("; ").collect();
    problems.sort_unstable();
    assert_eq!(
        problems,
        [
            "Entries[0].DelaySeconds: expected integer, found string",
            "Entries[1].Id: required",
            "Entries[1].MessageBody: required",
            "Entrys: unknown",
            "QueueUrl: expected string, found integer",
            "did you mean Entries?",
        ]
    );
}

#[test]
fn what_is_wanted_instead_is_said_where_its_name_says_little() {
    let told = |service: &str, operation: &str, json: &str| {
        let service = real(service);
        let input = service.operation(operation).unwrap().input.unwrap();
        let given = Value::from_json(json).unwrap();
        crate::validate::validate(&service, input, given.as_object().unwrap(), true).unwrap_err().message().to_owned()
    };
    assert_eq!(
        told("dynamodb", "PutItem", r#"{"TableName": "tbl", "Item": {"id": "1", "data": {"B": "no base64!"}}}"#),
        "Item.data.B: expected blob (bytes, or base64 text), found text that is not base64; \
         Item.id: expected structure of S, N, B, SS …, found string"
    );
    assert_eq!(
        told("s3", "GetObject", r#"{"Bucket": "b", "Key": "k", "IfModifiedSince": "yesterday"}"#),
        "IfModifiedSince: expected timestamp (2030-01-31T12:00:00Z, or seconds since 1970), found text that is no date"
    );
}

#[test]
fn ranges_and_lengths_can_be_left_to_the_service() {
    let dynamodb = real("dynamodb");
    let get = dynamodb.operation("BatchGetItem").unwrap();
    let json = r#"{"RequestItems": {"": {"Keys": [], "ProjectionExpression": 1}}, "Requests": {}}"#;
    let input = Value::from_json(json).unwrap();
    let problems = |ranges| {
        let check = crate::validate::validate(&dynamodb, get.input.unwrap(), input.as_object().unwrap(), ranges);
        let error = check.unwrap_err();
        let mut problems: Vec<String> = error.message().split("; ").map(str::to_owned).collect();
        problems.sort_unstable();
        problems
    };
    let others = [
        "RequestItems..ProjectionExpression: expected string, found integer",
        "Requests: unknown",
        "did you mean RequestItems?",
    ];
    assert_eq!(problems(false), others);
    let with = [
        "RequestItems (key \"\"): at least 1 characters, not 0",
        "RequestItems..Keys: at least 1 elements, not 0",
        others[0],
        others[1],
        others[2],
    ];
    assert_eq!(problems(true), with);
}

#[test]
fn the_protocol_is_chosen_by_our_order() {
    assert_eq!(choose(real("dynamodb").metadata()), Protocol::Json);
    assert_eq!(choose(real("cloudwatch").metadata()), Protocol::Json);
    assert_eq!(choose(real("s3").metadata()), Protocol::RestXml);
    assert_eq!(choose(real("ec2").metadata()), Protocol::Ec2);
    for name in boto_model::archive::services() {
        let service = real(name);
        let chosen = choose(service.metadata());
        assert!(service.metadata().protocols.contains(&chosen) || service.metadata().protocols.is_empty(), "{name}");
    }
}

#[test]
fn lists_in_headers_keep_empty_elements_and_quote_strings_alone() {
    let header = |json: &str, name: &str| put(json).unwrap().request.headers[name].to_str().unwrap().to_owned();
    let names = |list: &str| header(&format!(r#"{{"Id": "a", "Path": "p", "Host": "h", "Names": {list}}}"#), "x-names");
    assert_eq!(names(r#"["", "b"]"#), ",b");
    assert_eq!(names(r#"["", ""]"#), ",");
    assert_eq!(names(r#"["a,b", "say \"x\""]"#), r#""a,b","say \"x\"""#);
    // Untyped instants may be text, but in a header they are dates.
    let days = header(r#"{"Id": "a", "Path": "p", "Host": "h", "Days": ["2015-01-25T08:00:00Z", 0]}"#, "x-days");
    assert_eq!(days, "Sun, 25 Jan 2015 08:00:00 GMT,Thu, 01 Jan 1970 00:00:00 GMT");
}
