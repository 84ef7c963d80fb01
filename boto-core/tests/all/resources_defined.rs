//! Definitions of resources, the built-in ones and those of users, against the tables.

use crate::resources::{sent, session};
use boto_core::{http::fake::FakeTransport, ErrorKind, Value};
use boto_model::resource::{self, Checked};

fn add(sum: &mut Checked, one: Checked) {
    sum.actions += one.actions;
    sum.collections += one.collections;
    sum.waiters += one.waiters;
    sum.references += one.references;
    sum.sub_resources += one.sub_resources;
    sum.flaws.extend(one.flaws);
}

/// What boto3's own definitions have wrong.
const FLAWS: [&str; 4] = [
    // Never there: the reference leads nowhere.
    "resources.NetworkInterfaceAssociation.has.Address: AllocationId: no member AllocationId",
    // Comes from the data instead.
    "service.actions.CreateSigningCertificate: identifier UserName of SigningCertificate comes from nowhere",
    // Goes by position.
    "service.has.Policy: Policy has no identifier PolicyArn",
    "service.has.Policy: identifier Arn of Policy comes from nowhere",
];

#[test]
fn every_built_in_definition_holds() {
    let mut sum = Checked::default();
    for name in resource::services() {
        let service = boto_model::archive::open(name).unwrap();
        add(&mut sum, resource::resources(name).unwrap().check(&service));
    }
    let counts = (sum.actions, sum.collections, sum.waiters, sum.references, sum.sub_resources);
    assert_eq!(counts, (396, 87, 17, 82, 54), "actions, collections, waiters, references, sub-resources");
    let flaws: Vec<String> = sum.flaws.iter().map(ToString::to_string).collect();
    assert_eq!(flaws, FLAWS);
}

#[tokio::test]
async fn flaws_of_the_definitions_are_made_good() {
    let transport = FakeTransport::new();
    transport.answer(
        200,
        &[],
        "<UploadSigningCertificateResponse><UploadSigningCertificateResult><Certificate><UserName>ann</UserName>\
         <CertificateId>c1</CertificateId></Certificate></UploadSigningCertificateResult></UploadSigningCertificateResponse>",
    );
    let session = session(&transport);
    let iam = session.connect_to("iam").unwrap();
    let service = session.get_service_resource("iam").unwrap().new(&iam, [("", ""); 0]).unwrap();
    let policy = service.related("policy", ["arn:aws:iam::1:policy/p"]).await.unwrap().unwrap();
    assert_eq!(format!("{policy:?}"), "iam.Policy(Arn=\"arn:aws:iam::1:policy/p\")");
    let create = service.action("create_signing_certificate").unwrap().param("CertificateBody", "x");
    let certificate = create.await.unwrap().into_resource().unwrap();
    assert_eq!(format!("{certificate:?}"), "iam.SigningCertificate(Id=\"c1\", UserName=\"ann\")");
}

const FIRST_VERSION: &str = r#"{
  "collections": {
    "QueueCollection": {"resource": "Queue", "operations": {
      "create": {"api_name": "CreateQueue"}, "each": {"api_name": "ListQueues", "result_key": "QueueUrls"}}},
    "MessageCollection": {"resource": "Message", "identifiers": [{"var_name": "queue_url", "api_name": "$shape_name.QueueUrl"}],
      "operations": {"each": {"api_name": "ReceiveMessage", "result_key": "Messages"}, "create": {"api_name": "SendMessage"}}}},
  "resources": {
    "Queue": {"shape_name": "Queue", "identifiers": [{"var_name": "queue_url", "api_name": "$shape_name.QueueUrl"}],
      "operations": {"delete": {"api_name": "DeleteQueue"}, "get_attributes": {"api_name": "GetQueueAttributes", "result_key": "Attributes"}},
      "relations": {"messages": {"class_type": "collection", "class": "MessageCollection", "required": false, "rel_type": "1-M"}}},
    "Message": {"shape_name": "Message", "identifiers": [{"var_name": "id", "api_name": "$shape_name.Id"}], "operations": {}, "relations": {}}}
}"#;

#[tokio::test]
async fn the_first_version_of_the_format_does_as_well() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], r#"{"QueueUrl":"http://q/1"}"#)
        .answer(200, &[], r#"{"QueueUrls":["http://q/1","http://q/2"]}"#)
        .answer(200, &[], r#"{"Attributes":{"DelaySeconds":"3"}}"#)
        .answer(200, &[], r#"{"Messages":[{"MessageId":"m","Body":"hi"}]}"#)
        .answer(200, &[], "{}");
    let session = session(&transport);
    session.add_resources("sqs", FIRST_VERSION).unwrap();
    let sqs = session.connect_to("sqs").unwrap();
    let queues = session.get_collection("sqs", "QueueCollection").unwrap().connection(&sqs);
    let queue = queues.create().unwrap().param("QueueName", "one").await.unwrap().into_resource().unwrap();
    let all = queues.all().await.unwrap();
    assert_eq!((all.len(), &all[0]), (2, &queue));
    let attributes = queue.action("get_attributes").unwrap().await.unwrap().into_value();
    assert_eq!(attributes["DelaySeconds"].as_str(), Some("3"));
    assert_eq!(sent(&transport, 2)["QueueUrl"], "http://q/1");
    let messages = queue.collection("messages").unwrap().all().await.unwrap();
    assert_eq!(messages[0].identifier("id").and_then(Value::as_str), Some("m"));
    assert_eq!(messages[0].attribute("body").await.unwrap().as_str(), Some("hi"));
    queue.action("delete").unwrap().await.unwrap();
}

#[test]
fn mistakes_name_file_and_place() {
    let session = session(&FakeTransport::new());
    let path = std::env::temp_dir().join(format!("boto-resources-{}.json", std::process::id()));
    std::fs::write(&path, r#"{"service":{}, "resources":{"Q":{"actions":{"Go":{"request":{}}}}}}"#).unwrap();
    let error = session.add_resources_from("sqs", &path).unwrap_err();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(error.kind(), ErrorKind::Config);
    let text = error.to_string();
    assert!(
        text.contains("boto-resources-") && text.contains("resources.Q.actions.Go.request: operation is missing"),
        "{text}"
    );
}
