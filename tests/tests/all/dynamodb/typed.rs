//! The operations of DynamoDB, typed.

use boto_core::{Map, Result, Session};
use boto_tests::{
    services::dynamodb::{
        types::{self, AttributeValue},
        DynamoDb,
    },
    unique, Server,
};

#[tokio::test]
async fn embedded() -> Result<()> {
    tables_and_items(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() -> Result<()> {
    tables_and_items(&Server::ministack().session()).await
}

fn s(text: &str) -> AttributeValue {
    AttributeValue::S(text.into())
}

fn n(number: &str) -> AttributeValue {
    AttributeValue::N(number.into())
}

fn deep(number: &str) -> AttributeValue {
    AttributeValue::M(Map::from([("deep".into(), n(number))]))
}

fn key(order: &str, line: &str) -> Map<AttributeValue> {
    Map::from([("order".into(), s(order)), ("line".into(), n(line))])
}

async fn tables_and_items(session: &Session) -> Result<()> {
    let dynamodb = session.connect_to(DynamoDb);
    let table = unique("typed");
    let attribute = |name: &str, kind| types::AttributeDefinition { attribute_name: name.into(), attribute_type: kind };
    let element = |name: &str, kind| types::KeySchemaElement { attribute_name: name.into(), key_type: kind };
    let created = dynamodb
        .create_table(&table)
        .attribute_definitions([
            attribute("order", types::ScalarAttributeType::S),
            attribute("line", types::ScalarAttributeType::N),
        ])
        .key_schema([element("order", types::KeyType::Hash), element("line", types::KeyType::Range)])
        .billing_mode(types::BillingMode::PayPerRequest)
        .await?;
    assert_eq!(created.table_description.and_then(|t| t.table_name), Some(table.clone()));
    let described = dynamodb.describe_table(&table).await?.table.unwrap();
    assert_eq!(described.table_status, Some(types::TableStatus::Active));
    assert_eq!(described.key_schema.len(), 2);
    assert!(dynamodb.list_tables().await?.table_names.contains(&table));

    let mut item = key("A-1", "1");
    item.insert("text".into(), s("☃ \"quoted\""));
    item.insert("price".into(), n("12.345678901234567890123456789012345678"));
    item.insert("raw".into(), AttributeValue::B(vec![0, 1, 255].into()));
    item.insert("yes".into(), AttributeValue::Bool(true));
    item.insert("none".into(), AttributeValue::Null(true));
    item.insert("tags".into(), AttributeValue::Ss(vec!["a".into(), "b".into()]));
    item.insert("list".into(), AttributeValue::L(vec![n("1"), s("two")]));
    item.insert("map".into(), deep("-7"));
    dynamodb.put_item(&table, item.clone()).await?;
    assert_eq!(dynamodb.get_item(&table, key("A-1", "1")).consistent_read(true).await?.item, item);

    let refused = dynamodb.put_item(&table, item.clone()).condition_expression("attribute_not_exists(#o)");
    let refused = refused.expression_attribute_names([("#o", "order")]).await.unwrap_err();
    assert!(refused.is("ConditionalCheckFailedException"), "{refused}");

    let updated = dynamodb
        .update_item(&table, key("A-1", "1"))
        .update_expression("SET #m.deep = #m.deep + :one REMOVE tags")
        .expression_attribute_names([("#m", "map")])
        .expression_attribute_values([(":one", n("1"))])
        .return_values(types::ReturnValue::AllNew)
        .await?;
    assert_eq!(updated.attributes["map"], deep("-6"));
    assert!(!updated.attributes.contains_key("tags"));

    let put = |line: &str| types::WriteRequest {
        put_request: Some(types::PutRequest { item: key("A-1", line) }),
        ..Default::default()
    };
    let written = dynamodb.batch_write_item([(table.clone(), vec![put("2"), put("3")])]).await?;
    assert!(written.unprocessed_items.is_empty());
    let wanted = types::KeysAndAttributes { keys: vec![key("A-1", "2"), key("A-1", "3")], ..Default::default() };
    let read = dynamodb.batch_get_item([(table.clone(), wanted)]).await?;
    assert_eq!(read.responses[&table].len(), 2);
    let queried = dynamodb
        .query(&table)
        .key_condition_expression("#o = :o AND line > :line")
        .expression_attribute_names([("#o", "order")])
        .expression_attribute_values([(":o", s("A-1")), (":line", n("1"))])
        .await?;
    assert_eq!((queried.count, queried.items.len()), (Some(2), 2));
    assert_eq!(dynamodb.scan(&table).await?.items.len(), 3);

    let delete = types::TransactWriteItem {
        delete: Some(types::Delete { table_name: table.clone(), key: key("A-1", "3"), ..Default::default() }),
        ..Default::default()
    };
    dynamodb.transact_write_items([delete]).await?;
    dynamodb.delete_item(&table, key("A-1", "2")).await?;
    assert_eq!(dynamodb.scan(&table).await?.count, Some(1));
    dynamodb.delete_table(&table).await?;
    let gone = dynamodb.get_item(&table, key("A-1", "1")).await.unwrap_err();
    assert!(gone.is("ResourceNotFoundException"), "{gone}");
    Ok(())
}
