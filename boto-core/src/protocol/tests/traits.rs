//! One test for each trait of models, by name: what it does to requests and answers.

use super::service;
use crate::{
    http::{HeaderMap, Request},
    protocol::{decode, encode, Payload},
    value::Object,
    Value,
};
use boto_model::{Protocol, Service};
use std::sync::Arc;

/// A service with one operation, whose input and output is the structure `S`; `more` adds to the operation.
fn model(protocol: &str, members: &str, shapes: &str, more: &str) -> Arc<Service> {
    service(&format!(
        r#"{{"metadata": {{"protocol": "{protocol}", "apiVersion": "1", "jsonVersion": "1.0", "targetPrefix": "T"}},
        "operations": {{"Do": {{"name": "Do", "http": {{"method": "POST", "requestUri": "/"}},
            "input": {{"shape": "S", "locationName": "In"}}, "output": {{"shape": "S", "resultWrapper": "R"}} {more}}}}},
        "shapes": {{
            "S": {{"type": "structure", "members": {{{members}}}}},
            "Str": {{"type": "string"}}, "Int": {{"type": "integer"}}, "Dbl": {{"type": "double"}},
            "Strs": {{"type": "list", "member": {{"shape": "Str"}}}},
            "Pairs": {{"type": "map", "key": {{"shape": "Str"}}, "value": {{"shape": "Str"}}}} {shapes}}}}}"#
    ))
}

fn sent(service: &Arc<Service>, input: &str) -> Request {
    let Value::Map(input) = Value::from_json(input).unwrap() else { panic!("no object") };
    let protocol = service.metadata().protocol;
    encode(service, service.operation("Do").unwrap(), protocol, &input, &|| "token-1".to_owned()).unwrap().request
}

fn body(service: &Arc<Service>, input: &str) -> String {
    let bytes = sent(service, input).body.bytes().unwrap().clone();
    match service.metadata().protocol {
        Protocol::RpcV2Cbor => crate::codec::json::to_text(&crate::codec::cbor::parse(&bytes).unwrap()),
        _ => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

fn read(service: &Arc<Service>, body: &str) -> String {
    let mut output = Object::default();
    let payload = Payload::Bytes(body.to_owned().into());
    let protocol = service.metadata().protocol;
    decode(service, service.operation("Do").unwrap(), protocol, 200, &HeaderMap::new(), payload, &mut output).unwrap();
    Value::Map(output).to_json()
}

#[test]
fn flattened() {
    let members = r#""L": {"shape": "Strs", "flattened": true, "locationName": "Item"},
        "M": {"shape": "Pairs", "flattened": true}"#;
    let input = r#"{"L": ["a", "b"], "M": {"k": "v"}}"#;
    let xml = model("rest-xml", members, "", "");
    let text = "<In><Item>a</Item><Item>b</Item><M><key>k</key><value>v</value></M></In>";
    assert_eq!(body(&xml, input), text);
    assert_eq!(read(&xml, text), r#"{"L":["a","b"],"M":{"k":"v"}}"#);
    let form = body(&model("query", members, "", ""), input);
    assert_eq!(form, "Action=Do&Version=1&Item.1=a&Item.2=b&M.1.key=k&M.1.value=v");
}

#[test]
fn sparse() {
    let shapes = r#", "L": {"type": "list", "member": {"shape": "Str"}, "sparse": true},
        "M": {"type": "map", "key": {"shape": "Str"}, "value": {"shape": "Str"}, "sparse": true}"#;
    let members = r#""L": {"shape": "L"}, "M": {"shape": "M"}, "Dense": {"shape": "Strs"}"#;
    for protocol in ["json", "rest-json", "smithy-rpc-v2-json", "smithy-rpc-v2-cbor"] {
        let service = model(protocol, members, shapes, "");
        let text = r#"{"L":["a",null],"M":{"k":null}}"#;
        assert_eq!(body(&service, text), text);
        if protocol != "smithy-rpc-v2-cbor" {
            assert_eq!(read(&service, r#"{"L":["a",null],"M":{"k":null}}"#), text);
        }
    }
    let operation = model("json", members, shapes, "");
    let input = Value::from_json(r#"{"Dense": ["a", null]}"#).unwrap();
    let target = operation.operation("Do").unwrap().input.unwrap();
    let error = crate::validate::validate(&operation, target, input.as_object().unwrap(), true).unwrap_err();
    assert!(error.message().contains("Dense[1]: must not be null"), "{error}");
}

#[test]
fn union() {
    let shapes = r#", "U": {"type": "structure", "union": true, "members": {
        "A": {"shape": "Str"}, "B": {"shape": "Int", "locationName": "bee"}}}"#;
    let members = r#""U": {"shape": "U"}"#;
    let json = model("json", members, shapes, "");
    assert_eq!(body(&json, r#"{"U": {"B": 0}}"#), r#"{"U":{"bee":0}}"#);
    assert_eq!(read(&json, r#"{"U": {"__type": "x", "bee": 3, "A": null}}"#), r#"{"U":{"B":3}}"#);
    // Variants that the model does not know can be read.
    assert_eq!(read(&json, r#"{"U": {"New": {"x": [1]}}}"#), r#"{"U":{"New":{"x":[1]}}}"#);
    let xml = model("rest-xml", members, shapes, "");
    assert_eq!(read(&xml, "<In><U><bee>3</bee></U></In>"), r#"{"U":{"B":3}}"#);
}

#[test]
fn recursive_shapes() {
    let members = r#""Name": {"shape": "Str"}, "Next": {"shape": "S"}, "Many": {"shape": "Ss"}"#;
    let shapes = r#", "Ss": {"type": "list", "member": {"shape": "S"}}"#;
    let text = r#"{"Name":"a","Next":{"Next":{"Name":"b"}},"Many":[{"Name":"c"},{}]}"#;
    let json = model("json", members, shapes, "");
    assert_eq!(body(&json, text), text);
    assert_eq!(Value::from_json(&read(&json, text)).unwrap(), Value::from_json(text).unwrap());
}

#[test]
fn documents() {
    let service = model(
        "rest-json",
        r#""D": {"shape": "D"}"#,
        r#", "D": {"type": "structure", "members": {}, "document": true}"#,
        "",
    );
    let text = r#"{"D":{"a":[1,2.5,null,true,"x",{}]}}"#;
    assert_eq!(body(&service, text), text);
    assert_eq!(read(&service, text), text);
    assert_eq!(read(&service, r#"{"D": "text"}"#), r#"{"D":"text"}"#);
}

#[test]
fn numbers_that_are_big_or_not_finite() {
    let members = r#""D": {"shape": "Dbl"}, "B": {"shape": "Big"}, "L": {"shape": "Long"}"#;
    let shapes = r#", "Big": {"type": "bigdecimal"}, "Long": {"type": "long"}"#;
    let json = model("json", members, shapes, "");
    for float in ["NaN", "Infinity", "-Infinity"] {
        let text = format!(r#"{{"D":"{float}"}}"#);
        assert_eq!((body(&json, &text), read(&json, &text)), (text.clone(), text));
        let xml = model("rest-xml", members, shapes, "");
        assert_eq!(body(&xml, &format!(r#"{{"D": "{float}"}}"#)), format!("<In><D>{float}</D></In>"));
    }
    let text = r#"{"B":123456789012345678901234567890.125,"L":9223372036854775807}"#;
    assert_eq!(body(&json, text), r#"{"B":123456789012345678901234567890.125,"L":9223372036854775807}"#);
    assert_eq!(read(&json, text), text);
}

#[test]
fn timestamp_format() {
    let members = r#""U": {"shape": "T", "timestampFormat": "unixTimestamp"}, "I": {"shape": "T", "timestampFormat":
        "iso8601"}, "R": {"shape": "T", "timestampFormat": "rfc822"}, "P": {"shape": "T"}"#;
    let shapes = r#", "T": {"type": "timestamp"}"#;
    let input =
        r#"{"U": 1422172800, "I": "2015-01-25T08:00:00Z", "R": 1422172800.0, "P": "2015-01-25T09:00:00+01:00"}"#;
    let texts = r#""U":1422172800,"I":"2015-01-25T08:00:00Z","R":"Sun, 25 Jan 2015 08:00:00 GMT""#;
    let json = model("json", members, shapes, "");
    assert_eq!(body(&json, input), format!(r#"{{{texts},"P":1422172800}}"#));
    let one = r#""2015-01-25T08:00:00Z""#;
    let all = format!(r#"{{"I":{one},"P":{one},"R":{one},"U":{one}}}"#);
    assert_eq!(read(&json, &body(&json, input)), all);
    let xml = model("rest-xml", members, shapes, "");
    assert!(body(&xml, input).contains("<U>1422172800</U><I>2015-01-25T08:00:00Z</I>"));
    assert!(body(&xml, input).contains("<P>2015-01-25T08:00:00Z</P>"));
    assert_eq!(read(&xml, &body(&xml, input)), all);
}

#[test]
fn blobs_and_media_types() {
    let members = r#""B": {"shape": "B"}, "J": {"shape": "J"}"#;
    let shapes = r#", "B": {"type": "blob"}, "J": {"type": "string", "mediaType": "application/json"}"#;
    let json = model("json", members, shapes, "");
    let text = r#"{"B":"AP8=","J":"{\"a\":1}"}"#;
    assert_eq!((body(&json, text), read(&json, text)), (text.to_owned(), text.to_owned()));
    let cbor = model("smithy-rpc-v2-cbor", members, shapes, "");
    let bytes = sent(&cbor, r#"{"B": "AP8="}"#).body.bytes().unwrap().clone();
    assert_eq!(bytes, &b"\xa1\x61B\x42\x00\xff"[..], "{bytes:?}");
}

#[test]
fn rpc_v2() {
    let members = r#""Name": {"shape": "Str"}, "At": {"shape": "Time"}"#;
    let shapes = r#", "Time": {"type": "timestamp"},
        "Gone": {"type": "structure", "exception": true, "members": {"Why": {"shape": "Str"}}}"#;
    let more = r#", "errors": [{"shape": "Gone"}]"#;
    for (kind, content_type) in [("json", "application/json"), ("cbor", "application/cbor")] {
        let service = model(&format!("smithy-rpc-v2-{kind}"), members, shapes, more);
        let request = sent(&service, r#"{"Name": "x", "At": 1.5}"#);
        assert_eq!((request.method.as_str(), &*request.url.path), ("POST", "/service/T/operation/Do"));
        assert_eq!(request.headers["smithy-protocol"], format!("rpc-v2-{kind}"));
        assert_eq!(request.headers["content-type"], content_type);
        assert_eq!(request.headers["accept"], content_type);
        assert!(!request.headers.contains_key("x-amz-target"));
    }
    let json = model("smithy-rpc-v2-json", members, shapes, more);
    assert_eq!(body(&json, r#"{"Name": "x", "At": 1.5}"#), r#"{"Name":"x","At":1.5}"#);
    assert_eq!(body(&json, "{}"), "{}");
    assert_eq!(read(&json, r#"{"Name": "x", "Other": 1}"#), r#"{"Name":"x"}"#);
    assert_eq!(read(&json, ""), "{}");
    let fault = crate::protocol::decode_fault(
        &json,
        json.operation("Do").unwrap(),
        Protocol::RpcV2Json,
        400,
        &HeaderMap::new(),
        br#"{"__type": "com.acme#Gone", "message": "it is gone", "Why": "so"}"#,
    );
    assert_eq!((fault.code(), fault.message()), (Some("Gone"), "it is gone"));
    assert_eq!(fault.fields()["Why"], "so");
}

#[test]
fn jsonvalue() {
    let header = model(
        "rest-json",
        r#""J": {"shape": "Str", "jsonvalue": true, "location": "header", "locationName": "x-j"}"#,
        "",
        "",
    );
    assert_eq!(sent(&header, r#"{"J": {"a": [1]}}"#).headers["x-j"], "eyJhIjpbMV19");
    let inside = model("rest-json", r#""J": {"shape": "Str", "jsonvalue": true}"#, "", "");
    // In a body the trait means nothing, as in botocore.
    assert_eq!(body(&inside, r#"{"J": "{}"}"#), r#"{"J":"{}"}"#);
}

#[test]
fn xml_namespace_and_attribute() {
    let members = r#""G": {"shape": "G", "xmlNamespace": {"prefix": "xsi", "uri": "http://x/"}}"#;
    let shapes = r#", "G": {"type": "structure", "members": {
        "Type": {"shape": "Str", "xmlAttribute": true, "locationName": "xsi:type"}, "Name": {"shape": "Str"}}}"#;
    let xml = model("rest-xml", members, shapes, "");
    let text = r#"<In><G xmlns:xsi="http://x/" xsi:type="a&quot;b"><Name>n</Name></G></In>"#;
    assert_eq!(body(&xml, r#"{"G": {"Type": "a\"b", "Name": "n"}}"#), text);
    assert_eq!(read(&xml, text), r#"{"G":{"Name":"n","Type":"a\"b"}}"#);
}

#[test]
fn location_name_and_query_name() {
    let members = r#""A": {"shape": "Str", "locationName": "alpha"},
        "L": {"shape": "L", "locationName": "list"}, "Q": {"shape": "Str", "queryName": "Que", "locationName": "q"}"#;
    let shapes = r#", "L": {"type": "list", "member": {"shape": "Str", "locationName": "one"}}"#;
    let input = r#"{"A": "1", "L": ["2"], "Q": "3"}"#;
    assert_eq!(body(&model("json", members, shapes, ""), input), r#"{"alpha":"1","list":["2"],"q":"3"}"#);
    let xml = "<In><alpha>1</alpha><list><one>2</one></list><q>3</q></In>";
    assert_eq!(body(&model("rest-xml", members, shapes, ""), input), xml);
    let query = body(&model("query", members, shapes, ""), input);
    assert_eq!(query, "Action=Do&Version=1&alpha=1&list.one.1=2&q=3");
    let ec2 = body(&model("ec2", members, shapes, ""), input);
    assert_eq!(ec2, "Action=Do&Version=1&Alpha=1&List.1=2&Que=3");
}

#[test]
fn idempotency_token() {
    let json = model("json", r#""T": {"shape": "Str", "idempotencyToken": true}, "A": {"shape": "Str"}"#, "", "");
    assert_eq!(body(&json, "{}"), r#"{"T":"token-1"}"#);
    assert_eq!(body(&json, r#"{"T": "mine"}"#), r#"{"T":"mine"}"#);
}

#[test]
fn endpoint_host_prefix() {
    let more = r#", "endpoint": {"hostPrefix": "data.{A}-"}"#;
    let json = model("json", r#""A": {"shape": "Str", "hostLabel": true}"#, "", more);
    let prefix = |input: &str| {
        let Value::Map(input) = Value::from_json(input).unwrap() else { panic!("no object") };
        encode(&json, json.operation("Do").unwrap(), Protocol::Json, &input, &String::new).map(|e| e.host_prefix)
    };
    assert_eq!(prefix(r#"{"A": "a-1"}"#).unwrap().as_deref(), Some("data.a-1-"));
    for wrong in [r#"{"A": "a/b"}"#, r#"{"A": ""}"#, r#"{"A": "a b"}"#, "{}"] {
        assert!(prefix(wrong).unwrap_err().message().starts_with("A: "), "{wrong}");
    }
}

#[test]
fn required_members_with_the_zero_value_of_their_default_are_sent() {
    let service = service(
        r#"{"metadata": {"protocol": "json", "apiVersion": "1"},
        "operations": {"Do": {"name": "Do", "http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "S"}}},
        "shapes": {"S": {"type": "structure", "required": ["N", "B", "T", "L"], "members": {
            "N": {"shape": "N", "default": 0}, "B": {"shape": "B", "default": false}, "T": {"shape": "T", "default": ""},
            "L": {"shape": "L", "default": []}}},
            "N": {"type": "integer"}, "B": {"type": "boolean"}, "T": {"type": "string"},
            "L": {"type": "list", "member": {"shape": "T"}}}}"#,
    );
    let text = r#"{"N":0,"B":false,"T":"","L":[]}"#;
    assert_eq!(body(&service, text), text);
}
