//! Resources and collections of one's own.

use boto_core::{http::fake::FakeTransport, resource, Collection, ErrorKind, Object, Resource, Result, Session, Value};
use serde::Deserialize;
use std::{sync::Arc, time::Duration};

#[derive(Debug, Default, PartialEq, Deserialize)]
struct Redrive {
    #[serde(rename = "maxReceiveCount")]
    tries: u32,
}

/// A queue of jobs.
#[derive(Debug, Resource)]
#[resource(
    service = "sqs",
    load("GetQueueAttributes", params(AttributeNames = ["All"])),
    action(send = "SendMessage", args("DelaySeconds"), path = "MessageId", output = String),
    action(take = "ReceiveMessage", makes = Vec<Job>, path = "Messages[]",
        params(MaxNumberOfMessages = 10),
        identifiers(queue_url = id(url), receipt = "Messages[].ReceiptHandle")),
    action(purge = "PurgeQueue"),
    many(feeders: Jobs = "ListDeadLetterSourceQueues", identifiers(url = "queueUrls[]")),
    has(job: Job, identifiers(queue_url = id(url), receipt = given))
)]
struct Jobs {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(attribute = "Attributes.ApproximateNumberOfMessages")]
    waiting: u32,
    #[resource(attribute = "Attributes.FifoQueue", default)]
    fifo: bool,
    #[resource(attribute = "Attributes.RedrivePolicy", json)]
    redrive: Option<Redrive>,
    #[resource(attribute = "Attributes.VisibilityTimeout", with = seconds)]
    timeout: Duration,
    /// Nothing of the service's.
    notes: Vec<String>,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn seconds(value: Value) -> Result<Duration, std::num::ParseIntError> {
    value.as_str().map_or(Ok(Duration::ZERO), |text| text.parse().map(Duration::from_secs))
}

/// A job.
#[derive(Debug, Resource)]
#[resource(
    service = "sqs",
    shape = "Message",
    action(finish = "DeleteMessage"),
    action(postpone = "ChangeMessageVisibility"),
    batch(finish_all = "DeleteMessageBatch", params(
        "Entries[*].Id" = data("MessageId"),
        "Entries[*].ReceiptHandle" = id(receipt),
    )),
    has(jobs: Jobs, identifiers(url = id(queue_url)))
)]
struct Job {
    #[resource(identifier)]
    queue_url: String,
    #[resource(identifier = "ReceiptHandle")]
    receipt: String,
    #[resource(attribute)]
    body: Option<String>,
    #[resource(untyped)]
    untyped: resource::Resource,
}

/// Queues by the beginning of their names.
#[derive(Debug, Clone, Collection)]
#[collection(
    service = "sqs",
    list = "ListQueues",
    resource = Jobs,
    identifiers(url = "QueueUrls[]"),
    create("CreateQueue", identifiers(url = "QueueUrl"))
)]
struct AllJobs {
    #[collection(param = "QueueNamePrefix")]
    prefix: Option<String>,
    #[collection(untyped)]
    untyped: resource::Collection,
}

#[derive(Debug, Resource)]
#[resource(
    service = "s3",
    load = "HeadObject",
    action(put = "PutObject", args(body = "Body")),
    waiter(wait_until_exists = "ObjectExists"),
    has(bucket: Bucket, identifiers(name = id(bucket)))
)]
struct Photo {
    #[resource(identifier)]
    bucket: String,
    #[resource(identifier)]
    key: String,
    #[resource(attribute = "ContentLength")]
    size: u64,
    #[resource(untyped)]
    untyped: resource::Resource,
}

#[derive(Debug, Resource)]
#[resource(service = "s3", many(photos: Photo = "ListObjectsV2", identifiers(bucket = id(name), key = "Contents[].Key")))]
struct Bucket {
    #[resource(identifier = "Bucket")]
    name: String,
    #[resource(untyped)]
    untyped: resource::Resource,
}

fn session(transport: &FakeTransport) -> Session {
    Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .settings(|s| s.max_attempts = Some(1))
        .tables(|name| boto_model::archive::open(name).map(Arc::new))
        .transport(Arc::new(transport.clone()))
        .build()
}

fn sent(transport: &FakeTransport, index: usize) -> serde_json::Value {
    serde_json::from_slice(&transport.requests()[index].body).unwrap()
}

const ATTRIBUTES: &str = r#"{"Attributes":{"ApproximateNumberOfMessages":"7","VisibilityTimeout":"30",
    "RedrivePolicy":"{\"maxReceiveCount\":3}"}}"#;

#[tokio::test]
async fn fields_are_loaded_into_their_own_types() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], ATTRIBUTES).answer(200, &[], ATTRIBUTES.replace("\"7\"", "\"8\""));
    let sqs = session(&transport).connect_to("sqs").unwrap();
    let mut jobs = Jobs::new(&sqs, "http://q/1");
    assert_eq!((jobs.waiting, jobs.is_loaded(), transport.requests().len()), (0, false, 0));
    jobs.notes.push("mine".into());
    jobs.load().await.unwrap();
    jobs.load().await.unwrap();
    assert_eq!(transport.requests().len(), 1);
    assert_eq!(sent(&transport, 0), serde_json::json!({"QueueUrl": "http://q/1", "AttributeNames": ["All"]}));
    assert_eq!((jobs.url.as_str(), jobs.waiting, jobs.fifo, jobs.timeout.as_secs()), ("http://q/1", 7, false, 30));
    assert_eq!((&jobs.redrive, jobs.notes.len()), (&Some(Redrive { tries: 3 }), 1));
    jobs.reload().await.unwrap();
    assert_eq!(jobs.waiting, 8);
}

#[tokio::test]
async fn data_that_does_not_fit_is_told() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"Attributes":{}}"#).answer(200, &[], ATTRIBUTES.replace("\"7\"", "\"seven\""));
    let sqs = session(&transport).connect_to("sqs").unwrap();
    let mut jobs = Jobs::new(&sqs, "http://q/1");
    let error = jobs.load().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let text = error.to_string();
    assert!(text.contains("sqs Jobs: waiting (Attributes.ApproximateNumberOfMessages): nothing is there"), "{text}");
    let error = jobs.reload().await.unwrap_err().to_string();
    assert!(error.contains("waiting") && error.contains("seven"), "{error}");
}

#[tokio::test]
async fn actions_take_and_give_ones_own_types() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], r#"{"MessageId":"m1","MD5OfMessageBody":"49f68a5c8493ec2c0bf489821c21fc3b"}"#)
        .answer(200, &[], r#"{"Messages":[{"MessageId":"m1","ReceiptHandle":"r1","Body":"hi"}]}"#)
        .answer(200, &[], "{}")
        .answer(200, &[], r#"{"Successful":[{"Id":"m1"}],"Failed":[]}"#)
        .answer(200, &[], "{}");
    let sqs = session(&transport).connect_to("sqs").unwrap();
    let jobs = Jobs::new(&sqs, "http://q/1");
    let id: String = jobs.send(5, "hi").param("MessageGroupId", "g").await.unwrap();
    assert_eq!(id, "m1");
    assert_eq!(
        sent(&transport, 0),
        serde_json::json!({"QueueUrl": "http://q/1", "MessageBody": "hi", "DelaySeconds": 5, "MessageGroupId": "g"})
    );
    let taken: Vec<Job> = jobs.take().await.unwrap();
    assert_eq!(sent(&transport, 1), serde_json::json!({"QueueUrl": "http://q/1", "MaxNumberOfMessages": 10}));
    let job = &taken[0];
    assert_eq!((job.queue_url.as_str(), job.receipt.as_str(), job.body.as_deref()), ("http://q/1", "r1", Some("hi")));
    job.postpone(60).await.unwrap();
    assert_eq!(
        sent(&transport, 2),
        serde_json::json!({"QueueUrl": "http://q/1", "ReceiptHandle": "r1", "VisibilityTimeout": 60})
    );
    assert_eq!(Job::finish_all(taken).await.unwrap().done, 1);
    assert_eq!(sent(&transport, 3)["Entries"], serde_json::json!([{"Id": "m1", "ReceiptHandle": "r1"}]));
    let other = jobs.job("r2").unwrap();
    assert_eq!((other.receipt.as_str(), other.jobs().unwrap().url.as_str()), ("r2", "http://q/1"));
    let _: Value = other.finish().await.unwrap();
}

#[tokio::test]
async fn collections_list_and_make() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], r#"{"QueueUrls":["http://q/1","http://q/2"]}"#)
        .answer(200, &[], r#"{"QueueUrl":"http://q/3"}"#)
        .answer(200, &[], r#"{"queueUrls":["http://q/4"]}"#)
        .answer(200, &[], ATTRIBUTES);
    let sqs = session(&transport).connect_to("sqs").unwrap();
    let mut all = AllJobs::new(&sqs);
    all.prefix = Some("j".into());
    let listed = all.clone().all().await.unwrap();
    assert_eq!(listed.iter().map(|jobs| jobs.url.as_str()).collect::<Vec<_>>(), ["http://q/1", "http://q/2"]);
    assert_eq!(sent(&transport, 0), serde_json::json!({"QueueNamePrefix": "j"}));
    let made: Jobs =
        all.create("three").params(&serde_json::json!({"Attributes": {"DelaySeconds": "1"}})).await.unwrap();
    assert_eq!(made.url, "http://q/3");
    let mut feeders = made.feeders().limit(1).each().collect().await.unwrap();
    assert_eq!(sent(&transport, 2)["QueueUrl"], "http://q/3");
    feeders[0].load().await.unwrap();
    assert_eq!((feeders[0].url.as_str(), feeders[0].waiting), ("http://q/4", 7));
}

#[tokio::test]
async fn types_of_several_tables_lead_to_one_another() {
    let transport = FakeTransport::new();
    let page = "<ListBucketResult><Contents><Key>k</Key></Contents></ListBucketResult>";
    transport
        .answer(200, &[], page)
        .answer(200, &[], "")
        .answer(404, &[], "")
        .answer(200, &[("content-length", "5")], "")
        .answer(200, &[("content-length", "5")], "");
    // A connection whose tables know none of these operations.
    boto_core::service!("s3", operations = [ListBuckets]);
    let s3 = session(&transport).connect_to(s3::S3);
    let mut photos = Bucket::new(&s3, "box").photos().filter("Prefix", "p").all().await.unwrap();
    let mut photo = photos.remove(0);
    photo.put("hello").await.unwrap();
    photo.wait_until_exists().delay(Duration::ZERO).await.unwrap();
    photo.load().await.unwrap();
    assert_eq!((photo.bucket.as_str(), photo.key.as_str(), photo.size), ("box", "k", 5));
    assert_eq!(photo.bucket().unwrap().name, "box");
    let requests = transport.requests();
    assert_eq!((requests[1].method.as_str(), requests[1].url.path.as_str()), ("PUT", "/k"));
    let object: &Object = photo.identifiers();
    assert_eq!(object["key"], "k");
}

#[test]
fn derives_work_in_functions_and_modules() {
    mod inner {
        /// A topic.
        #[derive(::boto_core::Resource)]
        #[resource(service = "sns", load = "GetTopicAttributes", action(publish = "Publish"))]
        pub(crate) struct Topic {
            #[resource(identifier = "TopicArn")]
            pub arn: String,
            #[resource(attribute = "Attributes.DisplayName", default)]
            pub name: String,
            #[resource(untyped)]
            untyped: ::boto_core::resource::Resource,
        }
    }
    let sns = session(&FakeTransport::new()).connect_to("sns").unwrap();
    let topic = inner::Topic::new(&sns, "arn:aws:sns:us-east-1:1:t");
    assert_eq!((topic.name.as_str(), topic.arn.as_str()), ("", "arn:aws:sns:us-east-1:1:t"));
    let _call = topic.publish("hello");
}

#[no_implicit_prelude]
#[deny(missing_docs, warnings, clippy::all, clippy::pedantic)]
mod strict {
    /// A secret.
    #[derive(::boto_core::Resource)]
    #[resource(
        service = "secretsmanager",
        load = "DescribeSecret",
        action(read = "GetSecretValue", path = "SecretString")
    )]
    pub struct Secret {
        /// Its identifier.
        #[resource(identifier = "SecretId")]
        pub id: ::std::string::String,
        /// What rotates it.
        #[resource(attribute = "RotationLambdaARN")]
        pub rotation: ::std::option::Option<::std::string::String>,
        #[resource(untyped)]
        untyped: ::boto_core::resource::Resource,
    }
}

#[test]
fn derived_types_are_shared_by_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Jobs>();
    check::<AllJobs>();
    check::<strict::Secret>();
}

#[tokio::test]
async fn strict_surroundings_change_nothing() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"SecretString":"s"}"#).answer(200, &[], r#"{"RotationLambdaARN":"arn"}"#);
    let mut secret = strict::Secret::new(&session(&transport).connect_to("secretsmanager").unwrap(), "one");
    assert_eq!(secret.read().await.unwrap(), "s");
    secret.load().await.unwrap();
    assert_eq!((secret.id.as_str(), secret.rotation.as_deref()), ("one", Some("arn")));
}

/// A queue that does things its own way.
#[derive(Debug, Resource)]
#[resource(service = "sqs", load = "GetQueueAttributes", action(send = "SendMessage"), base = hooks)]
struct Hooked {
    #[resource(identifier = "QueueUrl")]
    url: String,
    #[resource(attribute = "Attributes.DelaySeconds", default)]
    delay: u32,
    #[resource(untyped)]
    untyped: resource::Resource,
}

/// Queues without those of others.
#[derive(Collection)]
#[collection(service = "sqs", list = "ListQueues", resource = Hooked, identifiers(url = "QueueUrls[]"), base = mine)]
struct Mine {
    #[collection(untyped)]
    untyped: resource::Collection,
}

fn hooks() -> resource::Base {
    resource::Base::new("hooked")
        .update_params_of("send", |_, mut params| async move {
            if params["MessageBody"].as_str() == Some("") {
                return Err(boto_core::Error::new(ErrorKind::Validation, "an empty message"));
            }
            params["DelaySeconds"] = 3.into();
            Ok(params)
        })
        .post_process_of("load", |_, mut answer| async move {
            answer["Attributes"]["DelaySeconds"] = "9".into();
            Ok(answer)
        })
}

fn mine() -> resource::Base {
    resource::Base::new("mine").post_process_each(|queue| async move {
        let mine = queue.identifiers()["url"].as_str().is_some_and(|url| url.ends_with("mine"));
        Ok(mine.then_some(queue))
    })
}

#[tokio::test]
async fn hooks_change_what_goes_and_what_comes() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], r#"{"QueueUrls":["http://q/theirs","http://q/mine"]}"#)
        .answer(200, &[], r#"{"MessageId":"m1","MD5OfMessageBody":"49f68a5c8493ec2c0bf489821c21fc3b"}"#)
        .answer(200, &[], r#"{"Attributes":{"DelaySeconds":"1"}}"#);
    let sqs = session(&transport).connect_to("sqs").unwrap();
    let mut listed = Mine::new(&sqs).all().await.unwrap();
    assert_eq!(listed.len(), 1);
    let queue = &mut listed[0];
    assert_eq!(queue.url, "http://q/mine");
    queue.send("hi").await.unwrap();
    assert_eq!(sent(&transport, 1)["DelaySeconds"], 3);
    let error = queue.send("").await.unwrap_err().to_string();
    assert!(error.contains("an empty message"), "{error}");
    queue.load().await.unwrap();
    assert_eq!((queue.delay, transport.requests().len()), (9, 3));
}
