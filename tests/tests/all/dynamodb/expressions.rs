//! Expressions without placeholders, on typed calls, on resources and by name.

use boto_core::{
    attributes::{attr, key, set, Expressions, Operand},
    Map, Result, Session,
};
use boto_tests::{
    objects::dynamodb::{
        types::{
            AttributeDefinition, AttributeValue, BillingMode, KeySchemaElement, KeyType, ReturnValue,
            ScalarAttributeType,
        },
        Connection, DynamoDb,
    },
    unique, Server,
};

#[tokio::test]
async fn embedded() -> Result<()> {
    all_kinds(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() -> Result<()> {
    let session = Server::ministack().session();
    all_kinds(&session).await?;
    elements(&session).await
}

#[tokio::test]
#[ignore = "needs moto: cargo xtask test"]
async fn moto() -> Result<()> {
    let session = Server::moto().session();
    all_kinds(&session).await?;
    elements(&session).await
}

async fn table(session: &Session) -> Result<(Connection, String)> {
    let dynamodb = session.connect_to(DynamoDb);
    let name = unique("expressions");
    let element = |name: &str, kind| KeySchemaElement { attribute_name: name.into(), key_type: kind };
    let defined = |name: &str, kind| AttributeDefinition { attribute_name: name.into(), attribute_type: kind };
    dynamodb
        .create_table(&name)
        .attribute_definitions([defined("order", ScalarAttributeType::S), defined("line", ScalarAttributeType::N)])
        .key_schema([element("order", KeyType::Hash), element("line", KeyType::Range)])
        .billing_mode(BillingMode::PayPerRequest)
        .await?;
    Ok((dynamodb, name))
}

async fn all_kinds(session: &Session) -> Result<()> {
    let (dynamodb, name) = table(session).await?;
    let number = |n: i32| AttributeValue::N(n.to_string());
    let place = |line: i32| [("order", AttributeValue::S("o-1".into())), ("line", number(line))];
    // "size", "order", "state" and "count" are reserved words.
    let new = Expressions::new().condition(attr("line").not_exists() | attr("state").eq("gone"));
    for line in 1..=5 {
        let item = place(line).into_iter().chain([("count", number(line)), ("size", number(10 * line))]);
        dynamodb.put_item(&name, item).params(&new).await?;
    }
    let refused = dynamodb.put_item(&name, place(1)).params(&new).await.unwrap_err();
    assert!(refused.is("ConditionalCheckFailedException"), "{refused}");

    let query = Expressions::new()
        .key(key("order").eq("o-1") & key("line").between(2, 5))
        .filter(!attr("count").is_in([3, 4]) & attr("size").gt(attr("count")))
        .project(["line", "size"]);
    let found = dynamodb.query(&name).params(&query).await?;
    let expected = |line: i32| Map::from([("line".into(), number(line)), ("size".into(), number(10 * line))]);
    assert_eq!(found.items, [expected(2), expected(5)]);
    let items = dynamodb.table(&name).query().params(&query).limit(1).items().collect().await?;
    assert_eq!(items, found.items);
    let by_name = session.connect_to("dynamodb")?.call("Query").param("TableName", &*name).params(&query).await?;
    assert_eq!(by_name["Items"][1]["size"]["N"], "50");

    let update = Expressions::new()
        .condition(attr("size").between(10, 20) & attr("state").not_exists())
        .set("size", attr("size").plus(1))
        .set("state", attr("state").if_not_exists("new"))
        .set("lines", vec![boto_core::Value::from("first")])
        .remove("count")
        .add("tags", Operand::attribute(set(&["a".into(), "b".into()])?));
    let call = || dynamodb.update_item(&name, place(1)).return_values(ReturnValue::AllNew);
    let updated = call().params(&update).await?.attributes;
    assert_eq!((&updated["size"], &updated["state"]), (&number(11), &AttributeValue::S("new".into())));
    assert!(!updated.contains_key("count"));
    let again = call().params(&update).await.unwrap_err();
    assert!(again.is("ConditionalCheckFailedException"), "{again}");
    let text = |text: &str| AttributeValue::S(text.into());
    let more = Expressions::new()
        .set("lines", attr("lines").list_append(vec![boto_core::Value::from("second")]))
        .delete("tags", Operand::attribute(set(&["a".into()])?));
    let updated = call().params(&more).await?.attributes;
    assert_eq!(updated["tags"], AttributeValue::Ss(vec!["b".into()]));
    assert_eq!(updated["lines"], AttributeValue::L(vec![text("first"), text("second")]));

    let wrong = dynamodb.query(&name).params(&Expressions::new().key(key("order..x").eq(1))).await.unwrap_err();
    assert!(wrong.to_string().contains(r#"the path "order..x": a name is missing"#), "{wrong}");
    dynamodb.delete_table(&name).await?;
    Ok(())
}

/// Single elements of lists, which the embedded server cannot set.
async fn elements(session: &Session) -> Result<()> {
    let (dynamodb, name) = table(session).await?;
    let place = || [("order", AttributeValue::S("o-1".into())), ("line", AttributeValue::N("1".into()))];
    let change = |all| dynamodb.update_item(&name, place()).params(&all);
    let lines = vec![boto_core::Value::from("first"), boto_core::Value::from("second")];
    change(Expressions::new().set("lines", lines)).await?;
    change(Expressions::new().set("lines[1]", "2nd").condition(attr("lines[0]").eq("first"))).await?;
    let got = dynamodb.get_item(&name, place()).await?.item;
    let text = |text: &str| AttributeValue::S(text.into());
    assert_eq!(got["lines"], AttributeValue::L(vec![text("first"), text("2nd")]));
    dynamodb.delete_table(&name).await?;
    Ok(())
}
