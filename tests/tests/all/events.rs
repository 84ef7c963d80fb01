//! Streams of events, as a server writes them: Kinesis, CloudWatch Logs, Bedrock, typed and by name.

use boto_core::{Result, Session, Value};
use boto_tests::{
    services::{bedrock_runtime, kinesis, logs},
    unique, Server,
};
use serde_json::json;
use std::time::Duration;

/// How long a server may take to say something.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn kinesis_subscribe_to_shard() -> Result<()> {
    use kinesis::types::{StartingPosition, SubscribeToShardEventStream as Event};
    let session = Server::ministack().session();
    let (typed, untyped) = (session.connect_to(kinesis::Kinesis), session.connect_to("kinesis")?);
    let name = unique("events");
    untyped.call("CreateStream").params(&json!({"StreamName": name, "ShardCount": 1})).await?;
    let described = untyped.call("DescribeStreamSummary").params(&json!({ "StreamName": name })).await?;
    let arn = described["StreamDescriptionSummary"]["StreamARN"].as_str().unwrap().to_owned();
    // Each may subscribe once.
    let mut consumers = Vec::new();
    for name in ["typed", "untyped"] {
        let params = json!({"StreamARN": arn, "ConsumerName": name});
        let consumer = untyped.call("RegisterStreamConsumer").params(&params).await?;
        consumers.push(consumer["Consumer"]["ConsumerARN"].as_str().unwrap().to_owned());
    }
    let record = json!({"StreamName": name, "PartitionKey": "p", "Data": "aGVsbG8="});
    let put = untyped.call("PutRecord").params(&record).await?;
    let shard = put["ShardId"].as_str().unwrap().to_owned();

    let position = StartingPosition { r#type: "TRIM_HORIZON".into(), ..Default::default() };
    let mut events = typed.subscribe_to_shard(&consumers[0], &shard, position).await?.event_stream;
    let records = tokio::time::timeout(PATIENCE, async {
        loop {
            match events.next().await {
                Some(Ok(Event::SubscribeToShardEvent(event))) if event.records.is_empty() => {}
                Some(Ok(Event::SubscribeToShardEvent(event))) => return event.records,
                other => panic!("no event: {other:?}"),
            }
        }
    });
    assert_eq!(records.await.expect("a record in time")[0].data, "hello");

    let params = json!({"ConsumerARN": consumers[1], "ShardId": shard, "StartingPosition": {"Type": "TRIM_HORIZON"}});
    let mut output = untyped.call("SubscribeToShard").params(&params).await?;
    let Value::Events(mut events) = output["EventStream"].take() else { panic!("no events") };
    let first = tokio::time::timeout(PATIENCE, events.next()).await.expect("an event in time").unwrap()?;
    assert!(first["SubscribeToShardEvent"].is_null() || !first["SubscribeToShardEvent"]["Records"].is_null());
    Ok(())
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn logs_start_live_tail() -> Result<()> {
    use logs::types::StartLiveTailResponseStream as Event;
    let server = Server::ministack();
    let session = Session::builder()
        .region("us-east-1")
        .endpoint_url(&server.url)
        .credentials(&server.access_key, &server.secret_key)
        // The name that the operation puts before the host's has no address here.
        .settings(|s| s.disable_host_prefix_injection = Some(true))
        .build();
    let untyped = session.connect_to("logs")?;
    let group = unique("/events");
    untyped.call("CreateLogGroup").params(&json!({ "logGroupName": group })).await?;
    let stream = json!({"logGroupName": group, "logStreamName": "s"});
    untyped.call("CreateLogStream").params(&stream).await?;
    let arn = format!("arn:aws:logs:us-east-1:000000000000:log-group:{group}");
    let logs = session.connect_to(logs::CloudWatchLogs);
    let mut events = logs.start_live_tail([arn]).await?.response_stream;
    let first = tokio::time::timeout(PATIENCE, events.next()).await.expect("an event in time").unwrap()?;
    let Event::SessionStart(start) = first else { panic!("no start: {first:?}") };
    assert!(start.session_id.is_some_and(|id| !id.is_empty()));
    Ok(())
}

#[tokio::test]
#[ignore = "needs MiniStack: cargo xtask test"]
async fn bedrock_converse_stream() -> Result<()> {
    use bedrock_runtime::types::{ContentBlock, ConversationRole, ConverseStreamOutputShape as Event, Message};
    let session = Server::ministack().session();
    let bedrock = session.connect_to(bedrock_runtime::BedrockRuntime);
    let message = Message { role: ConversationRole::User, content: vec![ContentBlock::Text("Say hello".into())] };
    let model = "anthropic.claude-3-haiku-20240307-v1:0";
    let mut events = bedrock.converse_stream(model).messages([message]).await?.stream;
    let (mut started, mut text, mut stopped) = (false, String::new(), false);
    while let Some(event) = tokio::time::timeout(PATIENCE, events.next()).await.expect("an event in time") {
        match event? {
            Event::MessageStart(start) => started = start.role == ConversationRole::Assistant,
            Event::ContentBlockDelta(delta) => {
                if let bedrock_runtime::types::ContentBlockDelta::Text(more) = delta.delta {
                    text.push_str(&more);
                }
            }
            Event::MessageStop(_) => stopped = true,
            _ => {}
        }
    }
    assert!(started && stopped && !text.is_empty(), "{started} {stopped} {text:?}");
    Ok(())
}
