//! SQS, typed and untyped alike: the same steps, the same outcome.

use boto_core::{Result, Session, Value};
use boto_tests::{
    services::sqs::{types, Sqs},
    unique, Server,
};
use serde_json::json;

#[tokio::test]
async fn typed_embedded() -> Result<()> {
    typed(&Server::embedded().session()).await
}

#[tokio::test]
async fn untyped_embedded() -> Result<()> {
    untyped(&Server::embedded().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn typed_ministack() -> Result<()> {
    typed(&Server::ministack().session()).await
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn untyped_ministack() -> Result<()> {
    untyped(&Server::ministack().session()).await
}

async fn typed(session: &Session) -> Result<()> {
    let sqs = session.connect_to(Sqs);
    let name = unique("typed");
    let url = sqs.create_queue(&name).attributes([("VisibilityTimeout", "40")]).await?.queue_url.unwrap();
    assert!(url.ends_with(&name), "{url}");
    assert_eq!(sqs.get_queue_url(&name).await?.queue_url, Some(url.clone()));
    assert!(sqs.list_queues().queue_name_prefix(&name).await?.queue_urls.contains(&url));

    sqs.set_queue_attributes(&url, [("VisibilityTimeout", "50")]).await?;
    let attributes = sqs.get_queue_attributes(&url).attribute_names(["VisibilityTimeout"]).await?.attributes;
    assert_eq!(attributes.values().collect::<Vec<_>>(), ["50"]);

    sqs.tag_queue(&url, [("team", "tests"), ("colour", "grün")]).await?;
    let tags = sqs.list_queue_tags(&url).await?.tags;
    assert_eq!(tags.get("colour").map(String::as_str), Some("grün"));
    sqs.untag_queue(&url, ["colour"]).await?;
    assert_eq!(sqs.list_queue_tags(&url).await?.tags.len(), 1);

    let attribute = types::MessageAttributeValue {
        data_type: "String".into(),
        string_value: Some("hoch".into()),
        ..Default::default()
    };
    let sent = sqs.send_message(&url, "<hi> & \"ho\" ☃").message_attributes([("priority", attribute)]).await?;
    assert_eq!(sent.md5_of_message_body.as_deref(), Some("b594e1f4dfdeb6a13330df3545ef17d0"));
    let received =
        sqs.receive_message(&url).max_number_of_messages(10).message_attribute_names(["All"]).await?.messages;
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].body.as_deref(), Some("<hi> & \"ho\" ☃"));
    assert_eq!(received[0].message_id, sent.message_id);
    assert_eq!(received[0].message_attributes["priority"].string_value.as_deref(), Some("hoch"));
    let receipt = received[0].receipt_handle.clone().unwrap();
    sqs.change_message_visibility(&url, &receipt, 0).await?;
    let again = sqs.receive_message(&url).await?.messages;
    assert_eq!(again[0].message_id, sent.message_id, "visible again at once");
    sqs.delete_message(&url, again[0].receipt_handle.as_deref().unwrap()).await?;

    let entry = |id: &str| types::SendMessageBatchRequestEntry {
        id: id.into(),
        message_body: format!("message {id}"),
        ..Default::default()
    };
    let batch = sqs.send_message_batch(&url, [entry("a"), entry("b"), entry("c")]).await?;
    assert_eq!((batch.successful.len(), batch.failed.len()), (3, 0));
    let received = sqs.receive_message(&url).max_number_of_messages(10).await?.messages;
    assert_eq!(received.len(), 3);
    let receipts: Vec<String> = received.into_iter().filter_map(|m| m.receipt_handle).collect();
    let change = |(id, receipt): (usize, &String)| types::ChangeMessageVisibilityBatchRequestEntry {
        id: id.to_string(),
        receipt_handle: receipt.clone(),
        visibility_timeout: Some(60),
    };
    let changed = sqs.change_message_visibility_batch(&url, receipts.iter().enumerate().map(change)).await?;
    assert_eq!(changed.successful.len(), 3);
    let delete = |(id, receipt): (usize, &String)| types::DeleteMessageBatchRequestEntry {
        id: id.to_string(),
        receipt_handle: receipt.clone(),
    };
    let deleted = sqs.delete_message_batch(&url, receipts.iter().take(2).enumerate().map(delete)).await?;
    assert_eq!(deleted.successful.len(), 2);

    sqs.purge_queue(&url).await?;
    sqs.delete_queue(&url).await?;
    let gone = sqs.get_queue_url(&name).await.unwrap_err();
    assert!(gone.code().is_some_and(|code| code.contains("NonExistentQueue") || code == "QueueDoesNotExist"), "{gone}");
    Ok(())
}

async fn untyped(session: &Session) -> Result<()> {
    let sqs = session.connect_to("sqs")?;
    let name = unique("untyped");
    let created =
        sqs.call("CreateQueue").params(&json!({"QueueName": name, "Attributes": {"VisibilityTimeout": "40"}})).await?;
    let url = created["QueueUrl"].as_str().unwrap().to_owned();
    let call = |operation: &'static str, mut params: serde_json::Value| {
        params["QueueUrl"] = json!(url);
        sqs.call(operation).params(&params)
    };
    assert_eq!(sqs.call("GetQueueUrl").params(&json!({"QueueName": name})).await?, created);
    let listed = sqs.call("list_queues").params(&json!({"QueueNamePrefix": name})).await?;
    assert_eq!(listed["QueueUrls"][0].as_str(), Some(&*url));

    call("SetQueueAttributes", json!({"Attributes": {"VisibilityTimeout": "50"}})).await?;
    let attributes = call("GetQueueAttributes", json!({"AttributeNames": ["VisibilityTimeout"]})).await?;
    assert_eq!(attributes["Attributes"]["VisibilityTimeout"].as_str(), Some("50"));

    call("TagQueue", json!({"Tags": {"team": "tests", "colour": "grün"}})).await?;
    assert_eq!(call("ListQueueTags", json!({})).await?["Tags"]["colour"].as_str(), Some("grün"));
    call("UntagQueue", json!({"TagKeys": ["colour"]})).await?;
    assert_eq!(call("ListQueueTags", json!({})).await?["Tags"]["colour"], Value::Null);

    let attribute = json!({"priority": {"DataType": "String", "StringValue": "hoch"}});
    let sent = call("SendMessage", json!({"MessageBody": "<hi> & \"ho\" ☃", "MessageAttributes": attribute})).await?;
    let received = call("ReceiveMessage", json!({"MaxNumberOfMessages": 10, "MessageAttributeNames": ["All"]})).await?;
    let message = &received["Messages"][0];
    assert_eq!(message["Body"].as_str(), Some("<hi> & \"ho\" ☃"));
    assert_eq!(message["MessageId"], sent["MessageId"]);
    assert_eq!(message["MessageAttributes"]["priority"]["StringValue"].as_str(), Some("hoch"));
    let receipt = message["ReceiptHandle"].as_str().unwrap();
    call("ChangeMessageVisibility", json!({"ReceiptHandle": receipt, "VisibilityTimeout": 0})).await?;
    let again = call("ReceiveMessage", json!({})).await?;
    assert_eq!(again["Messages"][0]["MessageId"], sent["MessageId"], "visible again at once");
    call("DeleteMessage", json!({"ReceiptHandle": again["Messages"][0]["ReceiptHandle"].as_str()})).await?;

    let entries: Vec<_> =
        ["a", "b", "c"].iter().map(|id| json!({"Id": id, "MessageBody": format!("message {id}")})).collect();
    let batch = call("SendMessageBatch", json!({"Entries": entries})).await?;
    assert_eq!(batch["Successful"].as_list().len(), 3);
    let received = call("ReceiveMessage", json!({"MaxNumberOfMessages": 10})).await?;
    let messages = received["Messages"].as_list();
    assert_eq!(messages.len(), 3);
    let entries: Vec<_> = messages
        .iter()
        .enumerate()
        .map(|(i, m)| json!({"Id": i.to_string(), "ReceiptHandle": m["ReceiptHandle"].as_str()}))
        .collect();
    let timed: Vec<_> = entries
        .iter()
        .map(|entry| json!({"Id": entry["Id"], "ReceiptHandle": entry["ReceiptHandle"], "VisibilityTimeout": 60}))
        .collect();
    let changed = call("ChangeMessageVisibilityBatch", json!({"Entries": timed})).await?;
    assert_eq!(changed["Successful"].as_list().len(), 3);
    let deleted = call("DeleteMessageBatch", json!({"Entries": entries[..2]})).await?;
    assert_eq!(deleted["Successful"].as_list().len(), 2);

    call("PurgeQueue", json!({})).await?;
    call("DeleteQueue", json!({})).await?;
    let gone = sqs.call("GetQueueUrl").params(&json!({"QueueName": name})).await.unwrap_err();
    assert!(gone.code().is_some_and(|code| code.contains("NonExistentQueue") || code == "QueueDoesNotExist"), "{gone}");
    Ok(())
}
