//! Pages over a transport without a network.

use crate::resources::{sent, session};
use boto_core::{call::UntypedCall, http::fake::FakeTransport, paginate::paginators, ErrorKind, Object};

fn page(names: &[&str], next: Option<&str>) -> String {
    let next = next.map(|n| format!(r#","LastEvaluatedTableName":"{n}""#)).unwrap_or_default();
    format!(r#"{{"TableNames":{}{next}}}"#, serde_json::json!(names))
}

fn call(transport: &FakeTransport) -> UntypedCall {
    session(transport).connect_to("dynamodb").unwrap().call("ListTables")
}

#[tokio::test]
async fn pages_items_and_all_in_one() {
    let transport = FakeTransport::new();
    let script = || {
        transport.answer(200, &[], page(&["aaa", "bbb"], Some("bbb"))).answer(200, &[], page(&["ccc"], None));
    };
    script();
    let pages = call(&transport).paginate().page_size(2).collect().await.unwrap();
    assert_eq!(pages.len(), 2);
    assert_eq!(sent(&transport, 1), serde_json::json!({"ExclusiveStartTableName": "bbb", "Limit": 2}));
    script();
    let items = call(&transport).paginate().items().collect().await.unwrap();
    assert_eq!(items.iter().filter_map(|i| i.as_str()).collect::<Vec<_>>(), ["aaa", "bbb", "ccc"]);
    script();
    let whole = call(&transport).paginate().merge().await.unwrap();
    assert_eq!(whole["TableNames"].as_list().len(), 3);
    script();
    let lengths = call(&transport).paginate().search("length(TableNames)").unwrap().collect().await.unwrap();
    assert_eq!(lengths.iter().filter_map(|l| l.as_i64()).collect::<Vec<_>>(), [2, 1]);
}

#[tokio::test]
async fn typed_pages_are_cut_and_resumed() {
    // Any record that is no `Value` goes the way of typed outputs.
    type Typed = boto_core::Call<Object, Object>;
    let transport = FakeTransport::new();
    let dynamodb = session(&transport).connect_to("dynamodb").unwrap();
    let names = |pages: Vec<Object>| -> Vec<String> {
        let lists = pages.iter().flat_map(|page| page["TableNames"].as_list().to_vec());
        lists.filter_map(|name| name.as_str().map(str::to_owned)).collect()
    };
    transport.answer(200, &[], page(&["aaa", "bbb"], Some("bbb"))).answer(
        200,
        &[],
        page(&["ccc", "ddd", "eee"], Some("eee")),
    );
    let mut pages = Typed::new(&dynamodb, "ListTables", Object::default()).paginate().limit(3);
    let mut first = Vec::new();
    while let Some(page) = pages.next().await {
        first.push(page.unwrap());
    }
    assert_eq!(names(first), ["aaa", "bbb", "ccc"]);
    let token = pages.resume_token().unwrap();

    transport.answer(200, &[], page(&["ccc", "ddd", "eee"], Some("eee"))).answer(200, &[], page(&["fff"], None));
    let rest = Typed::new(&dynamodb, "ListTables", Object::default()).paginate().starting_token(&token);
    assert_eq!(names(rest.collect().await.unwrap()), ["ddd", "eee", "fff"]);
    assert_eq!(sent(&transport, 2)["ExclusiveStartTableName"], "bbb");
}

#[tokio::test]
async fn items_go_on_after_the_last_that_was_given() {
    let transport = FakeTransport::new();
    let second = || page(&["ccc", "ddd", "eee"], Some("eee"));
    transport.answer(200, &[], page(&["aaa", "bbb"], Some("bbb"))).answer(200, &[], second());
    let mut items = call(&transport).paginate().items();
    assert_eq!(items.resume_token(), None);
    let mut name = None;
    for _ in 0..4 {
        name = items.next().await.transpose().unwrap();
    }
    assert_eq!(name.unwrap().as_str(), Some("ddd"));
    // Within a page: it is asked for again, and what was given of it is left out. And once more, within the rest.
    let names = |items: Vec<boto_core::Value>| items.iter().map(|i| i.as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let token = items.resume_token().unwrap();
    transport.answer(200, &[], second()).answer(200, &[], page(&["fff"], None));
    let rest = call(&transport).paginate().starting_token(&token).items().collect().await.unwrap();
    assert_eq!(names(rest), ["eee", "fff"]);
    assert_eq!(sent(&transport, 2)["ExclusiveStartTableName"], "bbb");

    let first = || page(&["aaa", "bbb", "ccc"], Some("ccc"));
    transport.answer(200, &[], first()).answer(200, &[], first()).answer(200, &[], first());
    let mut items = call(&transport).paginate().items();
    items.next().await.unwrap().unwrap();
    let token = items.resume_token().unwrap();
    let mut items = call(&transport).paginate().starting_token(&token).items();
    assert_eq!(items.next().await.unwrap().unwrap().as_str(), Some("bbb"));
    let mut items = call(&transport).paginate().starting_token(&items.resume_token().unwrap()).items();
    assert_eq!(items.next().await.unwrap().unwrap().as_str(), Some("ccc"));
    assert!(transport.requests()[4..].iter().all(|request| &*request.body == b"{}"));

    // A limit ends within a page, and the token says so.
    transport.answer(200, &[], first());
    let mut items = call(&transport).paginate().limit(2).items();
    while items.next().await.transpose().unwrap().is_some() {}
    transport.answer(200, &[], first());
    let token = items.resume_token().unwrap();
    let mut items = call(&transport).paginate().starting_token(&token).items();
    assert_eq!(items.next().await.unwrap().unwrap().as_str(), Some("ccc"));
    // A token that comes again ends the walk, after what it brought.
    transport.answer(200, &[], page(&["ddd"], Some("ccc")));
    assert_eq!(items.next().await.unwrap().unwrap().as_str(), Some("ddd"));
    assert!(items.next().await.unwrap().unwrap_err().to_string().contains("same token"));
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn a_token_that_comes_again_ends_the_walk() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], page(&["aaa"], Some("aaa"))).answer(200, &[], page(&["bbb"], Some("aaa")));
    let mut pages = call(&transport).paginate();
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(error.kind() == ErrorKind::Decode && error.to_string().contains("same token"), "{error}");
    assert!(pages.next().await.is_none());
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn mistakes_are_told_with_the_first_page() {
    let transport = FakeTransport::new();
    let sts = session(&transport).connect_to("sts").unwrap();
    let error = sts.call("GetCallerIdentity").paginate().page_size(3).collect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    let error = call(&transport).paginate().starting_token("a___b___c").collect().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn numbers_become_strings_where_the_service_wants_them() {
    let transport = FakeTransport::new();
    transport.answer(
        200,
        &[],
        "<ListHostedZonesResponse><HostedZones/><IsTruncated>false</IsTruncated></ListHostedZonesResponse>",
    );
    let route53 = session(&transport).connect_to("route53").unwrap();
    route53.call("ListHostedZones").paginate().page_size(5).collect().await.unwrap();
    assert!(transport.requests()[0].url.query.contains("maxitems=5"));
}

#[test]
fn users_write_their_own() {
    let text = r#"{"pagination":{"List":{"input_token":"T","output_token":"T","result_key":["A","B"]}}}"#;
    assert_eq!(paginators(text).unwrap()[0].result_keys.len(), 2);
    let error = paginators(&text.replace("[\"A\",\"B\"]", "3")).unwrap_err().to_string();
    assert!(error.contains("pagination.List.result_key"), "{error}");
}
