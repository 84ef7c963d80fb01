//! The first object layer's definitions of Elastic Transcoder, typed, over an older release's model of it.

use crate::elastictranscoder::{types, Elastictranscoder, Job, Pipeline, PipelineCollection, Preset};
use boto_core::{http::fake::FakeTransport, Session};
use std::sync::Arc;

/// Calls whatever the definitions have. A panic is a failure.
pub fn check() {
    let transport = FakeTransport::new();
    let pipeline = r#"{"Pipeline":{"Id":"p1","Status":"Active"}}"#;
    let (job, jobs) = (r#"{"Job":{"Id":"j1","Status":"Complete"}}"#, r#"{"Jobs":[{"Id":"j1"}]}"#);
    let (preset, presets) = (r#"{"Preset":{"Id":"s1","Name":"n"}}"#, r#"{"Presets":[{"Id":"s1"}]}"#);
    let pages =
        [r#"{"Pipelines":[{"Id":"p1"}],"NextPageToken":"t"}"#, r#"{"Pipelines":[{"Id":"p2","Status":"Paused"}]}"#];
    for body in [pipeline, pages[0], pages[1], pipeline, "{}", "{}", "{}", "{}"] {
        transport.answer(200, &[], body);
    }
    for body in [job, jobs, jobs, job, "{}", preset, presets, preset, "{}"] {
        transport.answer(200, &[], body);
    }
    let session = Session::builder()
        .region("us-east-1")
        .credentials("AKID", "secret")
        .transport(Arc::new(transport.clone()))
        .build();
    let connection = session.connect_to(Elastictranscoder);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let pipelines: PipelineCollection = connection.pipeline();
        let made: Pipeline = pipelines.create("p", "in", "role").await.unwrap();
        assert_eq!(made.id(), "p1");
        let all: Vec<Pipeline> = pipelines.all().await.unwrap();
        assert_eq!(all.iter().map(Pipeline::id).collect::<Vec<_>>(), ["p1", "p2"]);
        let pipeline = Pipeline::new(&connection, "p1");
        assert_eq!(pipeline.status().await.unwrap().as_deref(), Some("Active"));
        pipeline.update().name("q").await.unwrap();
        pipeline.update_notifications(types::Notifications::default()).await.unwrap();
        pipeline.update_status("Paused").await.unwrap();
        pipeline.delete().await.unwrap();

        let job: Job = connection.create_job_resource("p1", types::JobInput::default()).await.unwrap();
        assert_eq!(connection.job_each_by_pipeline("p1").all().await.unwrap(), [job.clone()]);
        assert_eq!(connection.job_each_by_status("Complete").all().await.unwrap(), [job.clone()]);
        job.reload().await.unwrap();
        job.cancel().await.unwrap();

        let preset: Preset = connection.preset().create("n", "mp4").await.unwrap();
        assert_eq!(connection.preset().all().await.unwrap(), [preset.clone()]);
        preset.reload().await.unwrap();
        preset.delete().await.unwrap();
    });
    let asked: Vec<String> = transport.requests().iter().map(|r| format!("{} {}", r.method, r.url.path)).collect();
    let expected = [
        "POST pipelines",
        "GET pipelines",
        "GET pipelines",
        "GET pipelines/p1",
        "PUT pipelines/p1",
        "POST pipelines/p1/notifications",
        "POST pipelines/p1/status",
        "DELETE pipelines/p1",
        "POST jobs",
        "GET jobsByPipeline/p1",
        "GET jobsByStatus/Complete",
        "GET jobs/j1",
        "DELETE jobs/j1",
        "POST presets",
        "GET presets",
        "GET presets/s1",
        "DELETE presets/s1",
    ];
    assert_eq!(asked, expected.map(|line| line.replacen(' ', " /2012-09-25/", 1)));
}
