use super::{to_value, Object, Value};
use crate::{record, ByteStream, DateTime};
use bytes::Bytes;
use serde::{de::DeserializeOwned, Serialize};
use std::collections::BTreeMap;

fn sample() -> Value {
    Value::from([
        ("null", Value::Null),
        ("int", Value::from(i64::MIN)),
        ("big", Value::Number("123456789012345678901234567890".into())),
        ("float", Value::from(0.5)),
        ("nan", Value::from(f64::NAN)),
        ("text", Value::from("q\"\u{1}é")),
        ("blob", Value::from(Bytes::from_static(b"\x00\xff"))),
        ("time", Value::from(DateTime::from_millis(1_422_172_800_500))),
        ("list", [1, 2].into_iter().collect()),
        ("stream", Value::from(ByteStream::from("abc"))),
    ])
}

#[test]
fn json_text_and_serde_say_the_same() {
    let text = concat!(
        r#"{"big":123456789012345678901234567890,"blob":"AP8=","float":0.5,"int":-9223372036854775808,"list":[1,2],"#,
        r#""nan":"NaN","null":null,"stream":"YWJj","text":"q\"\u0001é","time":"2015-01-25T08:00:00.5Z"}"#
    );
    assert_eq!(sample().to_json(), text);
    assert_eq!(sample().to_string(), text);
    let through_serde = serde_json::to_string(&sample()).unwrap();
    // serde has no number of any size: its digits become a string.
    assert_eq!(through_serde, text.replace("123456789012345678901234567890", "\"123456789012345678901234567890\""));
    let read: Value = serde_json::from_str(&through_serde).unwrap();
    assert_eq!(read["text"], "q\"\u{1}é");
    assert_eq!(Value::from_json(text).unwrap()["big"], sample()["big"]);
    assert_eq!(read["time"].as_time(), Some(DateTime::from_millis(1_422_172_800_500)));
    assert!(Value::from_json("{\"a\": }").unwrap_err().to_string().contains("at byte 6"));
}

#[test]
fn access_never_panics() {
    let mut value = sample();
    assert!(value["no"]["such"][7].is_null());
    assert_eq!(value["list"][1], 2);
    assert_eq!(value.get("list").unwrap().iter().count(), 2);
    assert_eq!(value["int"].as_i64(), Some(i64::MIN));
    assert_eq!(value["stream"].as_bytes(), Some(&b"abc"[..]));
    value["new"]["deep"] = 5.into();
    assert_eq!(value["new"]["deep"].as_f64(), Some(5.0));
    assert_eq!(value["float"].as_i64(), None);
    assert_eq!(Value::from(4.0).as_i64(), Some(4));
}

/// Serde without derives: what derived code would do.
fn there_and_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(data: T) {
    assert_eq!(to_value(&data).unwrap().to::<T>().unwrap(), data);
}

#[test]
fn any_type_of_serde_goes_there_and_back() {
    there_and_back(BTreeMap::from([("a".to_owned(), vec![Some(1u8), None]), ("b".to_owned(), vec![])]));
    there_and_back((1u64, -1i8, "x".to_owned(), 'c', true, 0.25f32, Some(9u8)));
    there_and_back(BTreeMap::from([(7u32, [1.5, 2.5]), (8, [0.0, -1.0])]));
    there_and_back(vec![Ok::<u8, String>(1), Err("no".to_owned())]);
    there_and_back(u64::MAX);
    assert_eq!(to_value("x").unwrap(), "x");
    assert!(to_value(&BTreeMap::from([(vec![1], 1)])).unwrap_err().to_string().contains("keys"));
    assert!(Value::from("x").to::<u8>().unwrap_err().to_string().contains("invalid type"));
    let time = Value::from(DateTime::from_seconds(60));
    assert_eq!((time.to::<String>().unwrap(), time.to::<i64>().unwrap()), ("1970-01-01T00:01:00Z".to_owned(), 60));
    assert_eq!(Value::from("-Infinity").to::<f64>().unwrap(), f64::NEG_INFINITY);
}

#[test]
fn records_go_through_serde_by_their_tables() {
    let service = boto_model::archive::open("dynamodb").unwrap();
    let shape = service.operation("PutItem").unwrap().input.unwrap();
    let json = r#"{"Item":{"a":{"B":"AP8="},"b":{"L":[{"N":"1"},{"NULL":true}]}},"TableName":"t"}"#;
    let mut input = Object::default();
    let mut deserializer = serde_json::Deserializer::from_str(json);
    record::deserialize_record(&service, shape, &mut input, &mut deserializer).unwrap();
    assert_eq!(input["Item"]["a"]["B"], Value::from(Bytes::from_static(b"\x00\xff")));
    let written = serde_json::to_string(&record::RecordRef { service: &service, shape, record: &input }).unwrap();
    let sorted = |text: &str| Value::from_json(text).unwrap().to_json();
    assert_eq!(sorted(&written), sorted(json));
    for (wrong, say) in [
        (r#"{"TableName": 5}"#, "string for TableName"),
        (r#"{"Item": []}"#, "map for Item"),
        (r#"{"Item": {"a": {"B": "*"}}}"#, "B: expected blob"),
        (r#"{"ReturnValues": {"x": 1}}"#, "string for ReturnValues"),
    ] {
        let mut deserializer = serde_json::Deserializer::from_str(wrong);
        let outcome = record::deserialize_record(&service, shape, &mut Object::default(), &mut deserializer);
        let text = outcome.unwrap_err().to_string();
        assert!(text.contains(say), "{text}");
    }
}
