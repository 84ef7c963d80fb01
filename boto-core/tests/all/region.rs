//! The region where nothing names one: the instance metadata is asked, once and not for long, and only then.

use crate::{
    credentials::{answer, imds, placed, KEYS},
    server::Server,
};
use boto_core::{config::Origin, Connection, Session};
use boto_model::archive;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// An instance in Stockholm.
fn instance() -> Server {
    imds(|peer, path, _| {
        let region = path == "/latest/meta-data/placement/region";
        if region {
            answer(peer, 200, "eu-north-1");
        }
        region
    })
}

fn session(server: &Server, env: &[(&str, &str)]) -> Session {
    let mut all = vec![("AWS_EC2_METADATA_SERVICE_ENDPOINT", format!("http://{}", server.address))];
    all.extend(env.iter().map(|(name, value)| (*name, (*value).to_owned())));
    Session::builder().host(placed(&all, &[], true)).build()
}

fn sqs(session: &Session) -> Connection {
    Connection::from_table(session, Arc::new(archive::open("sqs").unwrap()))
}

async fn host(connection: &Connection) -> String {
    connection.call("ListQueues").dry_run().await.unwrap().url.authority
}

fn asked(server: &Server) -> usize {
    server.heads().iter().filter(|head| head.contains("/placement/region")).count()
}

#[tokio::test]
async fn the_instance_tells() {
    let server = instance();
    let session = session(&server, &[]);
    let connection = sqs(&session);
    // Looking at the settings before does not fix them.
    assert_eq!(connection.config().unwrap().region(), "us-east-1");
    let explained = session.config().unwrap().explain();
    assert!(explained.contains("default, since nothing names a region; calls ask"), "{explained}");

    assert_eq!(host(&connection).await, "sqs.eu-north-1.amazonaws.com");
    assert_eq!(host(&sqs(&session)).await, "sqs.eu-north-1.amazonaws.com");
    assert_eq!(session.config().unwrap().origin("region"), Some(&Origin::Metadata));
    assert!(session.config().unwrap().explain().contains("instance metadata"));
    assert_eq!(asked(&server), 1);
    // A token is fetched once, for the region and the credentials together.
    assert_eq!(server.heads().iter().filter(|head| head.starts_with("PUT")).count(), 1);

    let many = session.clone();
    let hosts = (0..20).map(|_| {
        let connection = sqs(&many);
        tokio::spawn(async move { host(&connection).await })
    });
    for found in hosts.collect::<Vec<_>>() {
        assert_eq!(found.await.unwrap(), "sqs.eu-north-1.amazonaws.com");
    }
    assert_eq!(asked(&server), 1);
}

#[tokio::test]
async fn whoever_names_a_region_is_believed() {
    let server = instance();
    let keys = [("AWS_ACCESS_KEY_ID", "AKID"), ("AWS_SECRET_ACCESS_KEY", "hush")];
    let with = |more: (&'static str, &'static str)| session(&server, &[keys[0], keys[1], more]);
    let named = with(("AWS_REGION", "ap-south-1"));
    assert_eq!(host(&sqs(&named)).await, "sqs.ap-south-1.amazonaws.com");
    let unnamed = with(("X", "y"));
    assert_eq!(host(&sqs(&unnamed).with_region("sa-east-1")).await, "sqs.sa-east-1.amazonaws.com");
    let mut call = sqs(&unnamed).call("ListQueues");
    call.overrides().region = Some("ca-central-1".into());
    assert_eq!(call.dry_run().await.unwrap().url.authority, "sqs.ca-central-1.amazonaws.com");
    // What is wrong with a call is told before anybody is asked.
    assert!(sqs(&unnamed).call("ListQueue").dry_run().await.is_err());
    let off = with(("AWS_EC2_METADATA_DISABLED", "true"));
    assert_eq!(host(&sqs(&off)).await, "sqs.us-east-1.amazonaws.com");
    assert!(off.config().unwrap().explain().contains("AWS_EC2_METADATA_DISABLED is true"));
    assert_eq!(server.heads(), Vec::<String>::new(), "nobody should have been asked");
}

#[tokio::test]
async fn silence_is_waited_for_once_and_not_for_long() {
    let keys =
        [("AWS_ACCESS_KEY_ID", "AKID"), ("AWS_SECRET_ACCESS_KEY", "hush"), ("AWS_METADATA_SERVICE_TIMEOUT", "0.2")];
    let silent = Server::start(|mut peer| while peer.head().is_some() {});
    let session = session(&silent, &keys);
    let begun = Instant::now();
    for _ in 0..3 {
        assert_eq!(host(&sqs(&session)).await, "sqs.us-east-1.amazonaws.com");
    }
    assert!(begun.elapsed() < Duration::from_millis(3 * 200 + 1000), "{:?}", begun.elapsed());
    assert_eq!(silent.heads().len(), 1);
    let explained = session.config().unwrap().explain();
    assert!(
        explained.contains("default, since nothing names a region, and no instance metadata either"),
        "{explained}"
    );
}

#[tokio::test]
async fn nonsense_is_no_region() {
    let keys = [("AWS_ACCESS_KEY_ID", "AKID"), ("AWS_SECRET_ACCESS_KEY", "hush")];
    for body in ["evil.example.com/", "", "<html>", KEYS] {
        let server = imds(move |peer, path, _| {
            let region = path.ends_with("/placement/region");
            if region {
                answer(peer, 200, body);
            }
            region
        });
        assert_eq!(host(&sqs(&session(&server, &keys))).await, "sqs.us-east-1.amazonaws.com", "{body}");
    }
}
