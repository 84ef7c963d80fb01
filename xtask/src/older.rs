//! The first object layer's definitions of a service that newer models do not have any more, over an older one's.

use crate::models::pin;
use boto_core::{http::fake::FakeTransport, resource::Origin, Connection, ErrorKind, Session, Value};
use boto_model::{import, pack, resource::first_resources, Service};
use serde_json::json;
use std::{path::PathBuf, sync::Arc};

const NAME: &str = "elastictranscoder";
const ID: &str = "1111111111111-abcde1";

fn data() -> PathBuf {
    pin::source("botocore/elastictranscoder").unwrap().join("botocore/data")
}

/// A session with the folder of the older release on its search path, and nothing else said.
fn session(transport: &FakeTransport) -> Session {
    Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .data_path(data())
        .transport(Arc::new(transport.clone()))
        .build()
}

fn run<T>(future: impl std::future::Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
#[ignore = "needs the pinned source: cargo xtask test"]
fn every_definition_of_elastic_transcoder_holds_against_its_model() {
    let tables = import::folder(NAME, &data().join(NAME).join("2012-09-25")).unwrap();
    let service = Service::open(pack::write(tables)).unwrap();
    let set = first_resources(&service).unwrap();
    let checked = set.check(&service);
    assert!(checked.flaws.is_empty(), "{:?}", checked.flaws);
    // What the first layer's file has: 17 methods of three resources and three collections.
    assert_eq!((checked.actions, checked.collections, set.resources.len(), set.collections.len()), (13, 4, 3, 3));

    let session = session(&FakeTransport::new());
    assert!(session.available_services().unwrap().contains(&NAME.to_owned()));
    let connection = session.connect_to(NAME).unwrap();
    for collection in &set.collections {
        let class = session.get_collection(NAME, &collection.name).unwrap();
        assert_eq!(class.name(), collection.name);
        for method in &collection.actions {
            assert!(class.actions().any(|known| known == method), "{} {method}", collection.name);
            assert!(class.connection(&connection).action(method).is_ok(), "{} {method}", collection.name);
        }
    }
    for resource in &set.resources {
        let class = session.get_resource(NAME, &resource.name).unwrap();
        assert_eq!(session.origin_of(NAME, &resource.name).unwrap(), Some(Origin::First));
        let one = class.new(&connection, [("Id", ID)]).unwrap();
        for action in &resource.actions {
            assert!(one.action(&action.name).is_ok(), "{} {}", resource.name, action.name);
        }
    }
}

#[test]
fn what_is_missing_is_said_and_how_to_give_it() {
    let session = Session::builder().region("us-east-1").build();
    let class = session.get_resource(NAME, "Pipeline").map(drop);
    for error in [class, session.connect_to(NAME).map(drop)].map(Result::unwrap_err) {
        assert_eq!(error.kind(), ErrorKind::Unknown);
        let text = format!("{error} {}", error.hint().unwrap());
        for part in
            ["no model of service \"elastictranscoder\"", "elastictranscoder/VERSION/service-2.json", "AWS_DATA_PATH"]
        {
            assert!(text.contains(part), "{text}");
        }
    }
    // A service that nobody defined anything of is only unknown.
    let error = session.connect_to("elastictranscodr").unwrap_err();
    assert!(!error.to_string().contains("no model"), "{error}");
}

/// The paths asked for, in their order.
fn asked(transport: &FakeTransport) -> Vec<String> {
    let line = |request: &boto_core::http::fake::Recorded| {
        assert_eq!(request.url.authority, "elastictranscoder.us-east-1.amazonaws.com");
        format!("{} {}", request.method, request.url.path)
    };
    transport.requests().iter().map(line).collect()
}

fn names(resources: &[boto_core::resource::Resource]) -> Vec<String> {
    resources.iter().map(|one| format!("{one:?}")).collect()
}

async fn pipelines(session: &Session, connection: &Connection) {
    let pipelines = session.get_collection(NAME, "PipelineCollection").unwrap().connection(connection);
    let made = pipelines.create().unwrap().params(&json!({"Name": "p", "InputBucket": "in", "Role": "r"}));
    let made = made.await.unwrap().into_resource().unwrap();
    assert_eq!(format!("{made:?}"), format!("elastictranscoder.Pipeline(Id={ID:?})"));
    // Two pages.
    assert_eq!(names(&pipelines.all().await.unwrap()).len(), 2);
    pipelines
        .action("test_role")
        .unwrap()
        .params(&json!({"Role": "r", "InputBucket": "i", "OutputBucket": "o", "Topics": []}))
        .await
        .unwrap();

    let pipeline = session.get_resource(NAME, "Pipeline").unwrap().new(connection, [("id", ID)]).unwrap();
    assert_eq!(pipeline.attribute("status").await.unwrap(), Value::from("Active"));
    assert_eq!(pipeline.attribute("input_bucket").await.unwrap(), Value::from("in"));
    pipeline.action("update").unwrap().param("Name", "q").await.unwrap();
    let topics = json!({"Notifications": {"Progressing": "", "Completed": "", "Warning": "", "Error": ""}});
    pipeline.action("update_notifications").unwrap().params(&topics).await.unwrap();
    pipeline.action("update_status").unwrap().param("Status", "Paused").await.unwrap();
    pipeline.action("delete").unwrap().await.unwrap();
}

async fn jobs_and_presets(session: &Session, connection: &Connection) {
    let jobs = session.get_collection(NAME, "JobCollection").unwrap().connection(connection);
    let made = jobs.create().unwrap().params(&json!({"PipelineId": ID, "Input": {"Key": "a"}}));
    let job = made.await.unwrap().into_resource().unwrap();
    // It has two lists, each of which asks for something of its own.
    for (list, filter, value) in [("Job_each_by_pipeline", "PipelineId", ID), ("Job_each_by_status", "Status", "Error")]
    {
        let jobs = session.get_collection(NAME, list).unwrap().connection(connection);
        let listed = jobs.filter(filter, value).all().await.unwrap();
        assert_eq!(names(&listed), ["elastictranscoder.Job(Id=\"j1\")"]);
    }
    // What made it told its data; loading asks anew.
    assert!(job.is_loaded());
    job.reload().await.unwrap();
    assert_eq!(job.attribute("status").await.unwrap(), Value::from("Complete"));
    job.action("cancel").unwrap().await.unwrap();

    let presets = session.get_collection(NAME, "PresetCollection").unwrap().connection(connection);
    let preset = presets.create().unwrap().params(&json!({"Name": "n", "Container": "mp4"}));
    let preset = preset.await.unwrap().into_resource().unwrap();
    assert_eq!(names(&presets.limit(1).all().await.unwrap()), ["elastictranscoder.Preset(Id=\"s1\")"]);
    preset.reload().await.unwrap();
    preset.action("delete").unwrap().await.unwrap();
}

#[test]
#[ignore = "needs the pinned source: cargo xtask test"]
fn everything_that_elastic_transcoder_does_is_asked_for() {
    let transport = FakeTransport::new();
    let pipeline = r#"{"Pipeline":{"Id":"1111111111111-abcde1","Status":"Active","InputBucket":"in"}}"#;
    let job = r#"{"Job":{"Id":"j1","Status":"Complete"}}"#;
    let preset = r#"{"Preset":{"Id":"s1","Name":"n"}}"#;
    for (status, body) in [
        (201, pipeline),
        (200, r#"{"Pipelines":[{"Id":"a"}],"NextPageToken":"t"}"#),
        (200, r#"{"Pipelines":[{"Id":"b"}]}"#),
        (200, r#"{"Success":"true"}"#),
        (200, pipeline),
        (200, pipeline),
        (200, pipeline),
        (200, pipeline),
        (202, "{}"),
        (201, job),
        (200, r#"{"Jobs":[{"Id":"j1"}]}"#),
        (200, r#"{"Jobs":[{"Id":"j1"}]}"#),
        (200, job),
        (202, "{}"),
        (201, preset),
        (200, r#"{"Presets":[{"Id":"s1"},{"Id":"s2"}]}"#),
        (200, preset),
        (202, "{}"),
    ] {
        transport.answer(status, &[], body);
    }
    let session = session(&transport);
    let connection = session.connect_to(NAME).unwrap();
    run(async {
        pipelines(&session, &connection).await;
        jobs_and_presets(&session, &connection).await;
    });
    let pipeline = format!("/2012-09-25/pipelines/{ID}");
    let expected = [
        "POST /2012-09-25/pipelines",
        "GET /2012-09-25/pipelines",
        "GET /2012-09-25/pipelines",
        "POST /2012-09-25/roleTests",
        &format!("GET {pipeline}"),
        &format!("PUT {pipeline}"),
        &format!("POST {pipeline}/notifications"),
        &format!("POST {pipeline}/status"),
        &format!("DELETE {pipeline}"),
        "POST /2012-09-25/jobs",
        &format!("GET /2012-09-25/jobsByPipeline/{ID}"),
        "GET /2012-09-25/jobsByStatus/Error",
        "GET /2012-09-25/jobs/j1",
        "DELETE /2012-09-25/jobs/j1",
        "POST /2012-09-25/presets",
        "GET /2012-09-25/presets",
        "GET /2012-09-25/presets/s1",
        "DELETE /2012-09-25/presets/s1",
    ];
    assert_eq!(asked(&transport), expected);
}
