//! The operations of DynamoDB by name: the same steps as in [`super::typed`].

use boto_core::{Result, Session, Value};
use boto_tests::{unique, Server};
use serde_json::{json, Value as Json};

#[tokio::test]
async fn embedded() -> Result<()> {
    tables_and_items(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn ministack() -> Result<()> {
    tables_and_items(&Server::ministack().session()).await
}

fn key(order: &str, line: &str) -> Json {
    json!({"order": {"S": order}, "line": {"N": line}})
}

async fn tables_and_items(session: &Session) -> Result<()> {
    let dynamodb = session.connect_to("dynamodb")?;
    let table = unique("untyped");
    let call = |operation: &'static str, mut params: Json| {
        params["TableName"] = json!(table);
        dynamodb.call(operation).params(&params)
    };
    let created = call(
        "CreateTable",
        json!({
            "AttributeDefinitions": [
                {"AttributeName": "order", "AttributeType": "S"},
                {"AttributeName": "line", "AttributeType": "N"},
            ],
            "KeySchema": [
                {"AttributeName": "order", "KeyType": "HASH"},
                {"AttributeName": "line", "KeyType": "RANGE"},
            ],
            "BillingMode": "PAY_PER_REQUEST",
        }),
    );
    assert_eq!(created.await?["TableDescription"]["TableName"].as_str(), Some(&*table));
    let described = call("DescribeTable", json!({})).await?;
    assert_eq!(described["Table"]["TableStatus"].as_str(), Some("ACTIVE"));
    assert!(matches!(described["Table"]["CreationDateTime"], Value::Time(_)));
    let listed = dynamodb.call("ListTables").await?;
    assert!(listed["TableNames"].as_list().iter().any(|t| t.as_str() == Some(&*table)));

    let mut item = key("A-1", "1");
    item["text"] = json!({"S": "☃ \"quoted\""});
    item["price"] = json!({"N": "12.345678901234567890123456789012345678"});
    // Blobs are base64 in JSON.
    item["raw"] = json!({"B": "AAH/"});
    item["yes"] = json!({"BOOL": true});
    item["none"] = json!({"NULL": true});
    item["list"] = json!({"L": [{"N": "1"}, {"S": "two"}]});
    item["map"] = json!({"M": {"deep": {"N": "-7"}}});
    call("PutItem", json!({"Item": item})).await?;
    let read = call("GetItem", json!({"Key": key("A-1", "1"), "ConsistentRead": true})).await?;
    assert_eq!(serde_json::to_value(&read["Item"]).unwrap(), item);
    assert!(matches!(&read["Item"]["raw"]["B"], Value::Blob(b) if b[..] == [0, 1, 255]));

    let condition = json!({
        "Item": item,
        "ConditionExpression": "attribute_not_exists(#o)",
        "ExpressionAttributeNames": {"#o": "order"},
    });
    let refused = call("PutItem", condition).await.unwrap_err();
    assert!(refused.is("ConditionalCheckFailedException"), "{refused}");

    let update = json!({
        "Key": key("A-1", "1"),
        "UpdateExpression": "SET #m.deep = #m.deep + :one",
        "ExpressionAttributeNames": {"#m": "map"},
        "ExpressionAttributeValues": {":one": {"N": "1"}},
        "ReturnValues": "ALL_NEW",
    });
    assert_eq!(call("UpdateItem", update).await?["Attributes"]["map"]["M"]["deep"]["N"].as_str(), Some("-6"));

    let put = |line: &str| json!({"PutRequest": {"Item": key("A-1", line)}});
    let written =
        dynamodb.call("BatchWriteItem").params(&json!({"RequestItems": {&table: [put("2"), put("3")]}})).await?;
    assert_eq!(written["UnprocessedItems"].as_object().map_or(0, |m| m.0.len()), 0);
    let wanted = json!({"RequestItems": {&table: {"Keys": [key("A-1", "2"), key("A-1", "3")]}}});
    let read = dynamodb.call("BatchGetItem").params(&wanted).await?;
    assert_eq!(read["Responses"][&*table].as_list().len(), 2);
    let query = json!({
        "KeyConditionExpression": "#o = :o AND line > :line",
        "ExpressionAttributeNames": {"#o": "order"},
        "ExpressionAttributeValues": {":o": {"S": "A-1"}, ":line": {"N": "1"}},
    });
    assert_eq!(call("Query", query).await?["Count"], Value::Int(2));
    assert_eq!(call("Scan", json!({})).await?["Count"], Value::Int(3));

    let delete = json!({"TransactItems": [{"Delete": {"TableName": table, "Key": key("A-1", "3")}}]});
    dynamodb.call("TransactWriteItems").params(&delete).await?;
    call("DeleteItem", json!({"Key": key("A-1", "2")})).await?;
    assert_eq!(call("Scan", json!({})).await?["Count"], Value::Int(1));
    call("DeleteTable", json!({})).await?;
    let gone = call("GetItem", json!({"Key": key("A-1", "1")})).await.unwrap_err();
    assert!(gone.is("ResourceNotFoundException"), "{gone}");
    Ok(())
}
