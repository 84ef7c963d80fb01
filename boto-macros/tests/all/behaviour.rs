//! What the emitted types do.

use crate::resources::session;
use boto_core::{
    field::{Change, Container, Field, Record, Slot, Special, View},
    http::fake::FakeTransport,
    Error, ErrorKind, Session, UnknownVariant, Value,
};

boto_core::service!("sqs");
boto_core::service!("dynamodb", operations = [PutItem, Query]);
boto_core::service!("s3", operations = [GetObject, PutObject, DeleteObjects]);
boto_core::service!("wafv2", operations = [CreateWebACL]);
boto_core::service!("tests/models/acme.json" as acme);
boto_core::service!("tests/models/circle.json" as circle);

use dynamodb::types::AttributeValue;
use sqs::types::{QueueAttributeName, SendMessageInput};

fn sqs() -> sqs::Connection {
    Session::new().connect_to(sqs::Sqs)
}

#[test]
fn required_members_are_arguments_and_optional_ones_setters() {
    let call = sqs().send_message("url", String::from("text")).delay_seconds(5).message_group_id("group");
    let wanted = SendMessageInput {
        queue_url: "url".into(),
        message_body: "text".into(),
        delay_seconds: Some(5),
        message_group_id: Some("group".into()),
        ..Default::default()
    };
    assert_eq!(call.input(), &wanted);
    let call = sqs().receive_message("url").message_attribute_names(["a", "b"]).attribute_names(["All"]);
    assert_eq!(call.input().message_attribute_names, ["a", "b"]);
    assert_eq!(call.input().attribute_names, [QueueAttributeName::All]);
    let made = sqs::types::CreateQueueOutput::default();
    assert_eq!(sqs().send_message(&made.queue_url, "text").input().queue_url, "");
    assert_eq!(sqs().list_queues().next_token(Some("more")).input().next_token.as_deref(), Some("more"));
    assert_eq!(sqs().list_queues().next_token(None::<String>).input().next_token, None);
    let call = sqs().create_queue("jobs").attributes([("DelaySeconds", "3")]).tags([("team", "red")]);
    assert_eq!(call.input().attributes["DelaySeconds"], "3");
}

#[test]
fn members_are_reached_by_their_place_in_the_table() {
    let mut input = SendMessageInput { queue_url: "url".into(), ..Default::default() };
    assert!(matches!(input.get(0, "QueueUrl").view(), View::Str("url")));
    assert!(matches!(input.get(2, "DelaySeconds").view(), View::Absent));
    assert!(input.get_mut(2, "DelaySeconds").put(Change::Int(7)).is_ok());
    assert_eq!(input.delay_seconds, Some(7));
    assert!(input.get(99, "").view().is_absent());
    assert!(input.get_mut(99, "").put(Change::Int(7)).is_ok());
}

#[test]
fn enumerations_are_open() {
    assert_eq!(QueueAttributeName::from("DelaySeconds"), QueueAttributeName::DelaySeconds);
    let unknown = QueueAttributeName::from("BornYesterday");
    assert_eq!(unknown.as_str(), "BornYesterday");
    assert_eq!(unknown.to_string(), "BornYesterday");
    for name in ["All", "Policy", "SqsManagedSseEnabled", "QueueArn", "another"] {
        let mut field = QueueAttributeName::default();
        assert!(field.change(&mut Change::Str(name.into())).is_ok());
        assert!(matches!(field.view(), View::Str(text) if text == name));
    }
    assert!(QueueAttributeName::default().change(&mut Change::Bool(true)).is_err());
}

#[test]
fn enumerations_are_equal_by_variant_and_hash_alike() {
    let values = || ["All", "Policy", "BornYesterday", "BornToday", ""].map(QueueAttributeName::from);
    for (at, a) in values().iter().enumerate() {
        for (other, b) in values().iter().enumerate() {
            assert_eq!(a == b, at == other, "{a:?} {b:?}");
        }
    }
    // Equal as derived: what is unknown stays so, even under a known name.
    assert_ne!(QueueAttributeName::Unknown("All".into()), QueueAttributeName::All);
    let set: std::collections::HashSet<QueueAttributeName> = values().into_iter().chain(values()).collect();
    assert_eq!(set.len(), 5);
    assert!(values().iter().all(|value| set.contains(value)));
}

#[test]
fn unions_hold_one_variant_and_keep_unknown_ones() {
    let mut value = AttributeValue::default();
    assert_eq!(value.active(), None);
    assert!(value.get_mut(1, "N").put(Change::Str("4".into())).is_ok());
    assert_eq!(value, AttributeValue::N("4".into()));
    assert_eq!(value.active(), Some(1));
    assert!(value.get(0, "S").view().is_absent());
    assert!(value.get_mut(0, "S").put(Change::Str("s".into())).is_ok());
    assert_eq!(value, AttributeValue::S("s".into()));
    value.put_unknown("Q", Value::Int(1));
    assert_eq!(value.unknown(), Some(("Q", &Value::Int(1))));
    assert_eq!(value, AttributeValue::Unknown(UnknownVariant::new("Q", 1)));
    assert_ne!(value, AttributeValue::Unknown(UnknownVariant::new("Q", 2)));
    let index = value.get_mut(7, "L").open(Container::List).is_some_and(|slot| match slot {
        Slot::List(list) => list.push().put(Change::Null).is_ok(),
        _ => false,
    });
    assert!(index);
}

#[test]
fn recursion_is_boxed_where_nothing_else_breaks_it() {
    let leaf = acme::types::Tree { leaf: Some("leaf".into()), ..Default::default() };
    let mut tree = acme::types::Tree { left: Some(Box::new(leaf.clone())), ..Default::default() };
    let Some(Slot::Record(right)) = tree.get_mut(1, "Right").open(Container::Record) else { panic!("no record") };
    assert!(right.get_mut(2, "Leaf").put(Change::Str("leaf".into())).is_ok());
    assert_eq!(tree.right, Some(Box::new(leaf)));
    let call = Session::new().connect_to(acme::Acme).ping("me").tree(tree.clone());
    assert_eq!(call.input().tree, Some(tree));
    let statement = wafv2::types::Statement::default();
    assert!(statement.not_statement.is_none());
}

#[test]
fn structures_that_require_one_another_have_a_default() {
    let egg = circle::types::Egg::default();
    assert!(egg.hen.is_none() && egg.twin.is_none());
    // What leads into the circle, or leads out of it through a union, is required as ever.
    let hen = circle::types::Hen { egg: Some(Box::new(egg)), ..Default::default() };
    let circle::types::Nest { owner } = &*hen.nest;
    assert_eq!(**owner, circle::types::Owner::default());
    let call = Session::new().connect_to(circle::Circle).lay(hen.clone());
    assert_eq!(call.input().hen, hen);
}

#[test]
fn a_union_without_members_holds_what_nobody_knows() {
    let mut song: circle::types::Song = serde_json::from_str(r#"{"Loud": 1}"#).unwrap();
    assert_eq!(song, circle::types::Song::Unknown(UnknownVariant::new("Loud", 1)));
    assert!(song.get_mut(0, "Loud").put(Change::Int(2)).is_ok() && song.get(0, "Loud").view().is_absent());
    assert_eq!(serde_json::to_string(&song).unwrap(), r#"{"Loud":1}"#);
}

#[test]
fn debug_names_what_is_there_and_hides_secrets() {
    let input = SendMessageInput { queue_url: "url".into(), delay_seconds: Some(1), ..Default::default() };
    assert_eq!(format!("{input:?}"), "SendMessageInput { queue_url: \"url\", message_body: \"\", delay_seconds: 1 }");
    let item = AttributeValue::L(vec![AttributeValue::S("a".into()), AttributeValue::Bool(true)]);
    assert_eq!(format!("{item:?}"), "L([S(\"a\"), BOOL(true)])");
    let put = s3::types::PutObjectInput {
        bucket: "b".into(),
        key: "k".into(),
        sse_customer_key: Some("secret".into()),
        ..Default::default()
    };
    let shown = format!("{put:?}");
    assert!(shown.contains("sse_customer_key: ***") && !shown.contains("secret"), "{shown}");
}

#[test]
fn values_are_compared_by_what_they_hold() {
    let map = |n: &str| -> AttributeValue {
        AttributeValue::M([("a".to_owned(), AttributeValue::N(n.into()))].into_iter().collect())
    };
    assert_eq!(map("1"), map("1"));
    assert_ne!(map("1"), map("2"));
    assert_ne!(AttributeValue::S("1".into()), AttributeValue::N("1".into()));
    let list = |items: &[&str]| SendMessageInput {
        message_system_attributes: items.iter().map(|i| ((*i).to_owned(), Default::default())).collect(),
        ..Default::default()
    };
    assert_eq!(list(&["a"]), list(&["a"]));
    assert_ne!(list(&["a"]), list(&["b"]));
    assert_ne!(list(&["a"]), list(&[]));
}

#[test]
fn bodies_stream() {
    let s3 = Session::new().connect_to(s3::S3);
    let put = s3.put_object("bucket", "key").body("hello").content_type("text/plain");
    assert!(put.input().body.is_some());
    let got = s3::types::GetObjectOutput::default();
    let _body: boto_core::ByteStream = got.body;
}

#[test]
fn expansions_can_be_shared_by_threads() {
    fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    shared(&sqs());
    shared(&SendMessageInput::default());
    shared(&AttributeValue::default());
}

#[test]
fn serde_goes_both_ways_under_the_names_of_the_model() {
    let input = SendMessageInput {
        queue_url: "url".into(),
        delay_seconds: Some(3),
        message_attributes: [("a".to_owned(), Default::default())].into_iter().collect(),
        ..Default::default()
    };
    let json = serde_json::to_value(&input).unwrap();
    assert_eq!(json["QueueUrl"], "url");
    assert_eq!(json["DelaySeconds"], 3);
    assert_eq!(serde_json::from_value::<SendMessageInput>(json).unwrap(), input);

    let item = AttributeValue::M([("n".to_owned(), AttributeValue::N("1".into()))].into_iter().collect());
    let json = serde_json::to_string(&item).unwrap();
    assert_eq!(json, r#"{"M":{"n":{"N":"1"}}}"#);
    assert_eq!(serde_json::from_str::<AttributeValue>(&json).unwrap(), item);

    let names = vec![QueueAttributeName::All, QueueAttributeName::from("Later")];
    let json = serde_json::to_string(&names).unwrap();
    assert_eq!(json, r#"["All","Later"]"#);
    assert_eq!(serde_json::from_str::<Vec<QueueAttributeName>>(&json).unwrap(), names);

    let empty: sqs::types::DeleteMessageOutput = serde_json::from_str("{}").unwrap();
    assert_eq!(serde_json::to_string(&empty).unwrap(), "{}");
}

#[test]
fn modeled_errors_are_typed() {
    let fields = serde_json::from_str::<Value>(r#"{"message": "tired of pings"}"#).unwrap();
    let error = Error::new(ErrorKind::Service, "tired of pings")
        .with_code("Tired")
        .with_fields(fields.as_object().unwrap().clone());
    let tired: acme::types::Tired = error.modeled().unwrap();
    assert_eq!(tired.message.as_deref(), Some("tired of pings"));
    // A member that makes no sense is left out, and hides no other.
    let fields = serde_json::from_str::<Value>(r#"{"message": "tired", "Since": "noon", "Other": 1}"#).unwrap();
    let error = error.with_fields(fields.as_object().unwrap().clone());
    let tired: acme::types::Tired = error.modeled().unwrap();
    assert_eq!(tired.message.as_deref(), Some("tired"));
    assert!(error.modeled::<sqs::types::QueueDoesNotExist>().is_none());
}

#[tokio::test]
async fn typed_items_are_limited_resumed_and_protected() {
    let transport = FakeTransport::new();
    let page = |ids: &[u32], next: u32| {
        let item = |id: &u32| format!(r#"{{"id":{{"N":"{id}"}}}}"#);
        let items: Vec<String> = ids.iter().map(item).collect();
        format!(r#"{{"Items":[{}],"LastEvaluatedKey":{{"id":{{"N":"{next}"}}}}}}"#, items.join(","))
    };
    let connection = session(&transport).connect_to(dynamodb::DynamoDb);
    let id = |item: boto_core::Map<AttributeValue>| match &item["id"] {
        AttributeValue::N(number) => number.clone(),
        other => panic!("{other:?}"),
    };
    transport.answer(200, &[], page(&[1, 2, 3], 3)).answer(200, &[], page(&[4, 5, 6], 6));
    let mut items = connection.query("songs").items();
    for expected in ["1", "2", "3", "4"] {
        assert_eq!(id(items.next().await.unwrap().unwrap()), expected);
    }
    let token = items.resume_token().unwrap();
    transport.answer(200, &[], page(&[4, 5, 6], 6)).answer(200, &[], page(&[7], 6));
    let mut items = connection.query("songs").items().starting_token(&token).limit(2);
    for expected in ["5", "6"] {
        assert_eq!(id(items.next().await.unwrap().unwrap()), expected);
    }
    assert!(items.next().await.is_none());
    let token = items.resume_token().unwrap();
    assert_eq!(transport.requests().len(), 3);
    // A token that comes again ends the walk, after what it brought.
    let mut items = connection.query("songs").items().starting_token(&token).page_size(9);
    assert_eq!(id(items.next().await.unwrap().unwrap()), "7");
    let sent: serde_json::Value = serde_json::from_slice(&transport.requests()[3].body).unwrap();
    assert_eq!((&sent["ExclusiveStartKey"]["id"]["N"], &sent["Limit"]), (&"6".into(), &9.into()));
    transport.answer(200, &[], page(&[8], 6));
    let error = loop {
        match items.next().await.unwrap() {
            Ok(item) => assert_eq!(id(item), "8"),
            Err(error) => break error,
        }
    };
    assert!(error.to_string().contains("same token"), "{error}");
    assert!(items.next().await.is_none());
}

#[test]
fn pages_know_their_items() {
    use boto_core::__private::Paged;
    let page = sqs::types::ListQueuesOutput { queue_urls: vec!["a".into(), "b".into()], ..Default::default() };
    assert_eq!(page.into_items(), ["a", "b"]);
    let page = dynamodb::types::QueryOutput { items: vec![Default::default()], ..Default::default() };
    assert_eq!(page.into_items().len(), 1);
    let tables = Session::new().connect_to(dynamodb::DynamoDb);
    let mut items = tables.query("songs").items();
    let _next_item = async move { items.next().await.transpose().map(|item| item.map(|item| item["title"].clone())) };
    let _pages = tables.query("songs").limit(3).paginate().page_size(2);
    let _wait = Session::new().connect_to(s3::S3).get_object("b", "k").wait_until("object_exists");
}
