//! Calls services by name: no types, no macro, any service there is.

use boto_examples::Place;
use serde_json::json;

#[tokio::main]
async fn main() -> boto_core::Result<()> {
    let place = Place::from_arguments();
    let dynamodb = place.session.connect_to("dynamodb")?;

    dynamodb
        .call("CreateTable")
        .params(&json!({
            "TableName": "boto-example",
            "AttributeDefinitions": [{"AttributeName": "city", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "city", "KeyType": "HASH"}],
            "BillingMode": "PAY_PER_REQUEST",
        }))
        .await?;
    for (city, people) in [("Bern", "134"), ("Linz", "214")] {
        let item = json!({"city": {"S": city}, "people": {"N": people}});
        dynamodb.call("PutItem").params(&json!({"TableName": "boto-example", "Item": item})).await?;
    }

    let out = dynamodb.call("Scan").param("TableName", "boto-example").await?;
    println!("{} items", out["Count"]);
    for item in out["Items"].iter() {
        let (city, people) = (item["city"]["S"].as_str(), item["people"]["N"].as_str());
        println!("  {}: {} thousand people", city.unwrap_or("?"), people.unwrap_or("?"));
    }
    dynamodb.call("DeleteTable").param("TableName", "boto-example").await?;

    // What a class knows without a connection.
    let class = place.session.get_connection("sqs")?;
    println!("sqs has {} operations, for one {}", class.operations().count(), class.operations().next().unwrap_or(""));
    Ok(())
}
