//! Where definitions come from: the session, the search path, boto3, the first object layer, the tables.

use crate::resources::{sent, session};
use boto_core::{http::fake::FakeTransport, resource::Origin, ErrorKind, Session, Value};
use boto_model::resource::{first_resources, first_services, Checked};
use std::{fs, path::PathBuf, sync::Arc};

/// A folder that is gone when this is.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("boto-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn file(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn session(&self) -> Session {
        Session::builder()
            .region("us-east-1")
            .credentials("AKID", "secret")
            .data_path(&self.0)
            .tables(|name| boto_model::archive::open(name).map(Arc::new))
            .transport(Arc::new(FakeTransport::new()))
            .build()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn boto3(name: &str) -> String {
    format!(r#"{{"service": {{}}, "resources": {{"{name}": {{"identifiers": [{{"name": "Url"}}]}}}}}}"#)
}

fn first(name: &str) -> String {
    format!(
        r#"{{"collections": {{"{name}Collection": {{"resource": "{name}", "operations": {{"each": {{"api_name": "ListQueues", "result_key": "QueueUrls"}}}}}}}},
            "resources": {{"{name}": {{"shape_name": "{name}", "identifiers": [{{"api_name": "$shape_name.QueueUrl"}}], "operations": {{}}, "relations": {{}}}}}}}}"#
    )
}

#[test]
fn files_of_both_formats_are_found_and_the_best_version_counts() {
    let folder = Folder::new("found");
    // The tables of SQS are of 2012-11-05.
    folder.file("sqs/2011-10-01/resources-1.json", &boto3("Older"));
    folder.file("sqs/2012-11-05/resources-1.json", &boto3("Exact"));
    folder.file("sqs/2020-01-01/resources-1.json", &boto3("Newer"));
    folder.file("kms-2013-01-01.json", &first("Before"));
    folder.file("kms-2014-10-31.json", &first("Latest"));
    folder.file("resources/sns-2099-01-01.json", &first("Late"));
    let session = folder.session();
    assert_eq!(session.origin_of("sqs", "Exact").unwrap(), Some(Origin::File));
    assert_eq!(session.origin_of("sqs", "Older").unwrap(), None);
    // What a file does not have is found where it was before.
    assert_eq!(session.origin_of("sqs", "Queue").unwrap(), Some(Origin::BuiltIn));
    assert!(session.get_resource("kms", "Latest").is_ok());
    assert_eq!(session.get_collection("kms", "LatestCollection").unwrap().name(), "LatestCollection");
    // Nothing fits, and nobody asked for a version: what there is.
    assert!(session.get_resource("sns", "Late").is_ok());
    let available = session.available_resources().unwrap();
    assert!(["kms", "sns", "sqs", "ses", "ec2"].iter().all(|name| available.contains(&(*name).to_owned())));
}

#[test]
fn mistakes_in_files_name_file_and_place() {
    let folder = Folder::new("mistakes");
    folder.file("sqs/2012-11-05/resources-1.json", r#"{"service": {"actions": {"Go": {"request": {}}}}}"#);
    folder.file("kms-2014-10-31.json", r#"{"collections": {"K": {"operations": {}}}, "resources": {}}"#);
    let session = folder.session();
    for (service, file, place) in [
        ("sqs", "resources-1.json", "service.actions.Go.request: operation is missing"),
        ("kms", "kms-2014-10-31.json", "collections.K: resource is missing"),
    ] {
        let error = session.get_resource(service, "Anything").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        let text = error.to_string();
        assert!(text.contains(file) && text.contains(place), "{text}");
    }
}

#[test]
fn a_version_that_is_asked_for_is_not_replaced_by_a_later_one() {
    let folder = Folder::new("asked");
    folder.file("sqs/2099-01-01/resources-1.json", &boto3("Late"));
    let session = Session::builder()
        .data_path(&folder.0)
        .api_version("sqs", "2013-01-01")
        .tables(|name| boto_model::archive::open(name).map(Arc::new))
        .build();
    let error = session.get_resource("sqs", "Late").unwrap_err().to_string();
    assert!(error.contains("no resources of 2013-01-01 or before; there are those of 2099-01-01"), "{error}");
}

#[test]
fn every_collection_of_the_first_object_layer_is_found() {
    let session = session(&FakeTransport::new());
    let (mut sum, mut collections, mut methods) = (Checked::default(), 0, 0);
    let mut gone = Vec::new();
    for name in first_services() {
        let Some(service) = boto_model::archive::open(name) else {
            gone.push(name);
            continue;
        };
        let set = first_resources(&service).unwrap();
        let checked = set.check(&service);
        sum.actions += checked.actions;
        sum.collections += checked.collections;
        sum.references += checked.references;
        sum.flaws.extend(checked.flaws.into_iter().map(|mut flaw| {
            flaw.path = format!("{name} {}", flaw.path);
            flaw
        }));
        for collection in &set.collections {
            let class = session.get_collection(name, &collection.name).unwrap();
            methods += collection.actions.len();
            assert_eq!(class.name(), collection.name);
            collections += 1;
        }
        for resource in &set.resources {
            session.get_resource(name, &resource.name).unwrap();
        }
    }
    // The pinned models have this service no more. `xtask/src/older.rs` holds its definitions against an older model of it.
    assert_eq!(gone, ["elastictranscoder"]);
    println!("{collections} collections with {methods} methods; {sum:?}");
    let flaws: Vec<String> = sum.flaws.iter().map(ToString::to_string).collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
    assert_eq!((sum.actions, sum.collections, sum.references, collections, methods), (233, 33, 1, 34, 72));
}

#[tokio::test]
async fn collections_of_the_first_object_layer_work() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"Messages":[{"MessageId":"m1","ReceiptHandle":"r1","Body":"hi"}]}"#).answer(
        200,
        &[],
        "{}",
    );
    let session = session(&transport);
    let sqs = session.connect_to("sqs").unwrap();
    // The queue is boto3's, the collection is not; the queue is the same all the same.
    let queue = session.get_resource("sqs", "Queue").unwrap().new(&sqs, [("Url", "http://q/1")]).unwrap();
    let messages = session.get_collection("sqs", "MessageCollection").unwrap().connection(&sqs).of(&queue);
    let all = messages.all().await.unwrap();
    assert_eq!(format!("{all:?}"), r#"[sqs.Message(QueueUrl="http://q/1", ReceiptHandle="r1")]"#);
    assert_eq!(sent(&transport, 0)["QueueUrl"], "http://q/1");
    all[0].action("delete").unwrap().await.unwrap();
    assert_eq!(sent(&transport, 1), serde_json::json!({"QueueUrl": "http://q/1", "ReceiptHandle": "r1"}));

    let emails = session.get_collection("ses", "EmailCollection").unwrap();
    assert!(emails.actions().any(|name| name == "get_send_quota"));
    let error = emails.connect(&session).all().await.unwrap_err().to_string();
    assert!(error.contains("cannot be listed"), "{error}");
    assert!(emails.connect(&session).create().is_ok() && emails.connect(&session).action("get_send_quota").is_ok());
}

#[tokio::test]
async fn inferred_resources_do_what_one_expects() {
    let transport = FakeTransport::new();
    transport
        .answer(200, &[], r#"{"Functions":[{"FunctionName":"f","Runtime":"python3.12"}]}"#)
        .answer(200, &[], r#"{"Configuration":{"FunctionName":"f","Runtime":"nodejs22.x","FunctionArn":"arn:f"}}"#)
        .answer(200, &[], r#"{"Tags":{"a":"b"}}"#)
        .answer(204, &[], "");
    let session = session(&transport);
    assert_eq!(session.origin_of("lambda", "Function").unwrap(), Some(Origin::Inferred));
    let functions = session.get_collection("lambda", "FunctionCollection").unwrap().connect(&session);
    let all = functions.all().await.unwrap();
    assert_eq!(format!("{all:?}"), r#"[lambda.Function(Name="f")]"#);
    // The list brings what loading would.
    assert_eq!(all[0].attribute("runtime").await.unwrap().as_str(), Some("python3.12"));
    let lambda = session.connect_to("lambda").unwrap();
    let function = session.get_resource("lambda", "Function").unwrap().new(&lambda, [("function_name", "f")]).unwrap();
    assert_eq!(function, all[0]);
    // Tags go by the ARN, which stands in the data: it is loaded first.
    let tags = function.action("list_tags").unwrap().await.unwrap().into_value();
    assert_eq!(tags["Tags"]["a"].as_str(), Some("b"));
    assert!(transport.requests()[2].url.path.contains("arn%3Af"), "{:?}", transport.requests()[2].url);
    function.action("delete").unwrap().await.unwrap();
    // Names that nothing has: the nearest of all are told.
    let error = session.get_resource("lambda", "Functoin").unwrap_err().to_string();
    assert!(error.contains("Function"), "{error}");
    // What boto3 has not is inferred beside what it has.
    assert_eq!(session.origin_of("ec2", "Instance").unwrap(), Some(Origin::BuiltIn));
    assert_eq!(session.origin_of("ec2", "NatGateway").unwrap(), Some(Origin::Inferred));
    assert!(session.resources_of("ec2").unwrap().len() > 100);
}

#[tokio::test]
async fn what_is_not_there_is_told() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"clusters":[],"failures":[{"reason":"MISSING"}]}"#);
    let session = session(&transport);
    let ecs = session.connect_to("ecs").unwrap();
    let cluster = session.get_resource("ecs", "Cluster").unwrap().new(&ecs, [("cluster", "gone")]).unwrap();
    let error = cluster.load().await.unwrap_err();
    assert!(error.to_string().contains(r#"there is no ecs.Cluster(Arn="gone")"#), "{error}");
    assert!(!cluster.is_loaded());
    // The cluster that a service belongs to may be the default one.
    let service = session.get_resource("ecs", "Service").unwrap().new(&ecs, [("Arn", Value::from("s"))]).unwrap();
    assert_eq!(format!("{service:?}"), r#"ecs.Service(Arn="s")"#);
}
