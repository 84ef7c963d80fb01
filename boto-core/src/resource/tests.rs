//! What threads share, small enough to run under miri, which watches every access:
//! `MIRIFLAGS=-Zmiri-disable-isolation cargo +nightly miri test -p boto-core --lib -- resource::tests cache::tests`.

use super::{CollectionClass, ResourceClass};
use crate::{
    http::fake::FakeTransport,
    session::Session,
    value::{Object, Value},
    wait::Wait,
};
use boto_model::{import, pack, Service};
use std::{
    future::Future,
    io,
    path::Path,
    pin::pin,
    sync::{Arc, Barrier},
    task::{Context, Poll, Waker},
};

const THREADS: usize = 64;

/// How many of them call the service: under miri a call takes many seconds.
const CALLS: usize = if cfg!(miri) { 2 } else { THREADS };

const MODEL: &str = r#"{
    "version": "2.0",
    "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "frobs", "jsonVersion": "1.0", "protocol": "json",
        "serviceFullName": "Frobs", "serviceId": "Frobs", "signatureVersion": "v4", "targetPrefix": "Frobs"},
    "operations": {
        "GetFrob": {"name": "GetFrob", "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "GetFrobInput"}, "output": {"shape": "Frob"}},
        "ListFrobs": {"name": "ListFrobs", "http": {"method": "POST", "requestUri": "/"},
            "output": {"shape": "ListFrobsOutput"}}},
    "shapes": {
        "GetFrobInput": {"type": "structure", "required": ["Name"], "members": {"Name": {"shape": "Text"}}},
        "Frob": {"type": "structure", "members": {"Name": {"shape": "Text"}, "Colour": {"shape": "Text"}}},
        "ListFrobsOutput": {"type": "structure", "members": {"Frobs": {"shape": "FrobList"}}},
        "FrobList": {"type": "list", "member": {"shape": "Frob"}},
        "Text": {"type": "string"}}}"#;

const DEFINITIONS: &str = r#"{
    "service": {"hasMany": {"Frobs": {"request": {"operation": "ListFrobs"}, "resource": {"type": "Frob", "path": "Frobs[]",
        "identifiers": [{"target": "Name", "source": "response", "path": "Frobs[].Name"}]}}}},
    "resources": {"Frob": {"identifiers": [{"name": "Name", "memberName": "Name"}], "shape": "Frob",
        "load": {"request": {"operation": "GetFrob", "params": [{"target": "Name", "source": "identifier", "name": "Name"}]}, "path": "@"}}}}"#;

fn session(transport: &FakeTransport) -> Session {
    let read = |path: &Path| match path.ends_with("service-2.json") {
        true => Ok(MODEL.as_bytes().to_vec()),
        false => Err(io::ErrorKind::NotFound.into()),
    };
    let tables = import::folder_through("frobs", Path::new("frobs/2024-01-01"), &read).unwrap();
    // Nothing of the machine is looked at, and nothing signed: miri cannot follow either.
    let session = Session::builder().region("us-east-1").anonymous().endpoint_url("http://127.0.0.1:1");
    let session = session.settings(|s| s.max_attempts = Some(1)).transport(Arc::new(transport.clone())).build();
    session.add_service(Arc::new(Service::open(pack::write(tables)).unwrap()));
    session.add_resources("frobs", DEFINITIONS).unwrap();
    session
}

/// Awaits what needs no runtime.
fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
        std::thread::yield_now();
    }
}

#[test]
fn sixty_four_threads_share_one_resource_and_one_collection_class() {
    let transport = FakeTransport::new();
    for _ in 0..THREADS {
        transport.answer(200, &[], r#"{"Name":"f","Colour":"red"}"#);
    }
    let session = session(&transport);
    let frobs = session.connect_to("frobs").unwrap();
    let shared = session.get_resource("frobs", "Frob").unwrap().new(&frobs, [("Name", "f")]).unwrap();
    let start = Barrier::new(THREADS);
    let work = &|thread: usize| -> (Arc<ResourceClass>, Arc<CollectionClass>) {
        start.wait();
        let class = session.get_resource("frobs", "Frob").unwrap();
        let collection = session.get_collection("frobs", "FrobCollection").unwrap();
        let mine = shared.clone();
        if thread < CALLS {
            assert_eq!(ready(mine.attribute("colour")).unwrap(), "red");
        }
        // Another one may forget it at any time.
        assert!(mine.data().is_none_or(|data| data["Name"] == "f"));
        mine.forget();
        assert!(mine == shared);
        assert_eq!(class.new(&frobs, [("name", "f")]).unwrap(), mine);
        let many = collection.connection(&frobs).limit(1).page_size(2);
        assert_eq!((many.limit, many.class().name()), (Some(1), "FrobCollection"));
        (class, collection)
    };
    let built: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || work(thread))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(built.iter().all(|(class, _)| Arc::ptr_eq(class, &built[0].0)));
    assert!(built.iter().all(|(_, collection)| Arc::ptr_eq(collection, &built[0].1)));
    // The connection, the resource and the collection.
    assert_eq!(session.cache().len(), 3);
}

#[test]
fn what_is_shared_may_be() {
    fn shared<T: Send + Sync>() {}
    shared::<super::Resource>();
    shared::<super::Collection>();
    shared::<ResourceClass>();
    shared::<CollectionClass>();
    fn sent<T: Send>() {}
    sent::<super::Each>();
    sent::<super::ActionCall>();
    sent::<super::Batch>();
    sent::<super::BatchWriter>();
    sent::<super::transfer::Transfer<'static>>();
    sent::<Wait<Object, Value>>();
}
