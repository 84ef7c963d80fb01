//! What boto3's tests say of the methods that it writes by hand, as cases; and hooks on waiters.

use crate::resources::sent;
use boto_core::{
    http::fake::FakeTransport,
    resource::{Base, BatchWriter, Outcome, Resource},
    value::Object,
    BoxFuture, DateTime, ErrorKind, Result, Session, Value,
};
use serde_json::{json, Value as Json};
use std::{
    io,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

fn file() -> Json {
    serde_json::from_str(include_str!("resources_by_hand.json")).unwrap()
}

#[tokio::test]
async fn every_action_holds() {
    let file = file();
    let cases = file["actions"].as_array().unwrap();
    let mut failures = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        if let Err(what) = act(case, index).await {
            failures.push(format!("{}: {what}", case["of"]));
        }
    }
    assert!(failures.is_empty(), "{} of {} fail\n{}", failures.len(), cases.len(), failures.join("\n"));
    assert_eq!(cases.len(), 28);
}

fn transport(case: &Json) -> FakeTransport {
    let transport = FakeTransport::new();
    for answer in case["answers"].as_array().unwrap() {
        let headers = answer[2].as_object().into_iter().flatten();
        let headers: Vec<(&str, &str)> =
            headers.map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
        let status = u16::try_from(answer[0].as_u64().unwrap()).unwrap();
        transport.answer(status, &headers, answer[1].as_str().unwrap().to_owned());
    }
    transport
}

async fn act(case: &Json, index: usize) -> Result<(), String> {
    let transport = transport(case);
    let session = crate::resources::session(&transport);
    let resource = made(&session, &case["resource"]);
    let path = std::env::temp_dir().join(format!("boto-by-hand-{}-{index}", std::process::id()));
    std::fs::write(&path, "hello").unwrap();
    let outcome = done(case, &resource, &path).await;
    let written = std::fs::read_to_string(&path).unwrap();
    let _ = std::fs::remove_file(&path);
    match (&case["fails"], outcome) {
        (Json::Null, outcome) => {
            let outcome = outcome.map_err(|e| e.to_string())?;
            if let Some(value) = case.get("value") {
                let given = serde_json::to_value(outcome.clone().into_value()).unwrap();
                equal("value", &given, value)?;
            }
            if let Some(resources) = case.get("resources") {
                let given = outcome.into_resources();
                equal("resources", &given.iter().map(|one| format!("{one:?}")).collect(), resources)?;
            }
        }
        (text, Err(error)) if error.to_string().contains(text.as_str().unwrap()) => {}
        (text, outcome) => return Err(format!("it should fail with {text}, not {outcome:?}")),
    }
    if let Some(data) = case.get("data") {
        equal("data", &serde_json::to_value(resource.data()).unwrap(), data)?;
    }
    if let Some(text) = case["file"].as_str() {
        equal("the file", &json!(written), &json!(text))?;
    }
    let requests = transport.requests();
    if let Some(expected) = case.get("sent") {
        let line = |request: &boto_core::http::fake::Recorded| {
            let query = if request.url.query.is_empty() { String::new() } else { format!("?{}", request.url.query) };
            let body = match request.body.len() {
                0 => String::new(),
                length if length > 1000 => format!(" *{length}"),
                _ => format!(" {}", String::from_utf8_lossy(&request.body)),
            };
            format!("{} {}{query}{body}", request.method, request.url.path)
        };
        equal("sent", &requests.iter().map(line).collect(), expected)?;
    }
    if let Some(form) = case.get("form") {
        let body = String::from_utf8(requests[0].body.to_vec()).unwrap();
        let pairs = body.split('&').filter_map(|pair| pair.split_once('=')).filter(|(name, _)| *name != "Version");
        equal("form", &pairs.map(|(name, value)| (name.to_owned(), json!(value))).collect(), form)?;
    }
    if let (Some(name), Some(value)) = (case["header"][0].as_str(), case["header"][1].as_str()) {
        equal("header", &json!(requests[0].headers[name].to_str().unwrap()), &json!(value))?;
    }
    match transport.left() {
        0 => Ok(()),
        left => Err(format!("{left} answers are left")),
    }
}

fn made(session: &Session, of: &Json) -> Resource {
    let (service, name) = (of[0].as_str().unwrap(), of[1].as_str().unwrap());
    let connection = session.connect_to(service).unwrap();
    // Bodies as they are, without trailers.
    let connection =
        connection.with_endpoint(if service == "s3" { "http://b.localhost:1" } else { "http://localhost:1" });
    let class = match name {
        "" => session.get_service_resource(service),
        name => session.get_resource(service, name),
    };
    let identifiers = of[2].as_object().unwrap().iter();
    class.unwrap().new(&connection, identifiers.map(|(name, value)| (name.as_str(), value.as_str().unwrap()))).unwrap()
}

async fn done(case: &Json, resource: &Resource, path: &std::path::Path) -> Result<Outcome> {
    if case["load"] == true {
        resource.load().await?;
        assert!(resource.is_loaded());
    }
    if let Some(name) = case["attribute"].as_str() {
        return resource.attribute(name).await.map(Outcome::Value);
    }
    let Some(name) = case["do"].as_str() else { return Ok(Outcome::Value(Value::Null)) };
    let mut action = resource.action(name)?;
    for (name, value) in case["params"].as_object().unwrap() {
        action = match value.as_str() {
            Some("<file>" | "<new>") => action.param(name, path.to_str().unwrap()),
            Some("<6 MiB>") => action.param(name, "x".repeat(6 << 20)),
            _ => action.param(name, boto_core::to_value(value).unwrap()),
        };
    }
    action.await
}

fn equal(what: &str, given: &Json, expected: &Json) -> Result<(), String> {
    match given == expected {
        true => Ok(()),
        false => Err(format!("{what}: {given} should be {expected}")),
    }
}

/// A host whose pauses take no time, and whose random numbers are all the same.
#[derive(Debug, Default)]
pub struct Hasty {
    pub pauses: Mutex<Vec<Duration>>,
    system: boto_core::host::System,
}

impl boto_core::host::Host for Hasty {
    fn var(&self, _: &str) -> Option<std::ffi::OsString> {
        None
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn read(&self, _: &std::path::Path) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::NotFound.into())
    }
    fn write_private(&self, _: &std::path::Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    fn now(&self) -> DateTime {
        self.system.now()
    }
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.pauses.lock().unwrap().push(duration);
        Box::pin(std::future::ready(()))
    }
    fn random(&self, buffer: &mut [u8]) {
        buffer.fill(7);
    }
    fn run(&self, _: boto_core::host::Command) -> BoxFuture<'static, io::Result<boto_core::host::Output>> {
        Box::pin(std::future::ready(Err(io::ErrorKind::Unsupported.into())))
    }
}

fn item(of: &Json) -> Object {
    let text = |(name, value): (&String, &Json)| (name.clone(), Value::from([("S", value.as_str().unwrap())]));
    of.as_object().unwrap().iter().map(text).collect()
}

fn request(of: &Json) -> Json {
    let (kind, member) = match of[0].as_str().unwrap() {
        "put" => ("PutRequest", "Item"),
        _ => ("DeleteRequest", "Key"),
    };
    json!({kind: {member: serde_json::to_value(item(&of[1])).unwrap()}})
}

#[tokio::test]
async fn every_writer_holds() {
    let file = file();
    let cases = file["writers"].as_array().unwrap();
    for case in cases {
        let transport = FakeTransport::new();
        let batch = |of: &Json| of.as_array().unwrap().iter().map(request).collect::<Json>();
        let unprocessed = |left: &Json| match left.as_array().unwrap().is_empty() {
            true => json!({"UnprocessedItems": {}}),
            false => json!({"UnprocessedItems": {"MyTable": batch(left)}}),
        };
        let nothing = json!([]);
        for index in 0..10 {
            let answer = match &case["unprocessed"] {
                Json::String(_) => unprocessed(&case["do"]),
                Json::Array(each) => unprocessed(each.get(index).unwrap_or(&nothing)),
                _ => unprocessed(&nothing),
            };
            match case["refuse"] == true {
                true => transport.answer(400, &[], r#"{"__type":"ResourceNotFound","message":"gone"}"#),
                false => transport.answer(200, &[], answer.to_string()),
            };
        }
        let host = Arc::new(Hasty::default());
        let session = Session::builder().region("us-east-1").credentials("AKID", "secret");
        let session = session.settings(|s| s.max_attempts = Some(1)).host(host.clone());
        let session = session.tables(|name| boto_model::archive::open(name).map(Arc::new));
        let session = session.transport(Arc::new(transport.clone())).build();
        let dynamodb = session.connect_to("dynamodb").unwrap();
        let table = session.get_resource("dynamodb", "Table").unwrap().new(&dynamodb, [("name", "MyTable")]).unwrap();
        let keys = case["keys"].as_array().into_iter().flatten().map(|key| key.as_str().unwrap());
        let mut writer = BatchWriter::of(&table).overwrite_by_keys(keys);
        if let Some(at_once) = case["at_once"].as_u64() {
            writer = writer.at_once(usize::try_from(at_once).unwrap());
        }
        let outcome = async {
            for step in case["do"].as_array().unwrap() {
                let item = item(&step[1]);
                match step[0].as_str().unwrap() {
                    "put" => writer.put_item(item).await?,
                    _ => writer.delete_item(item).await?,
                }
            }
            match case["open"] == true {
                true => Ok(()),
                false => writer.finish().await,
            }
        };
        match (case["fails"].as_str(), outcome.await) {
            (None, Ok(())) => {}
            (Some(text), Err(error)) if error.to_string().contains(text) => {}
            (_, outcome) => panic!("{}: {outcome:?}", case["of"]),
        }
        let count = transport.requests().len();
        let given: Vec<Json> = (0..count).map(|at| sent(&transport, at)["RequestItems"]["MyTable"].clone()).collect();
        if let Some(expected) = case["count"].as_u64() {
            assert_eq!(count as u64, expected, "{}", case["of"]);
            // Pauses double while nothing gets done.
            let pauses = host.pauses.lock().unwrap();
            assert!(pauses.len() == 9 && pauses.windows(2).all(|two| two[1] == two[0] * 2), "{pauses:?}");
        } else {
            let expected: Vec<Json> = case["batches"].as_array().unwrap().iter().map(batch).collect();
            assert_eq!(given, expected, "{}", case["of"]);
        }
    }
    assert_eq!(cases.len(), 12);
}

#[tokio::test]
async fn what_was_not_sent_is_waiting_still() {
    let transport = FakeTransport::new();
    transport.answer(400, &[], r#"{"__type":"ThrottlingException"}"#).answer(200, &[], r#"{"UnprocessedItems":{}}"#);
    let dynamodb = crate::resources::session(&transport).connect_to("dynamodb").unwrap();
    let mut writer = BatchWriter::new(&dynamodb, "T");
    writer.put_item(item(&json!({"a": "1"}))).await.unwrap();
    assert!(writer.flush().await.is_err());
    assert_eq!(writer.waiting(), 1);
    writer.flush().await.unwrap();
    assert_eq!(writer.waiting(), 0);
    assert_eq!(sent(&transport, 0), sent(&transport, 1));
}

#[test]
fn actions_by_hand_are_told_of() {
    let session = crate::resources::session(&FakeTransport::new());
    let actions = |service: &str, name: &str| {
        let class = session.get_resource(service, name).unwrap();
        class.actions().map(str::to_owned).collect::<Vec<_>>()
    };
    for name in ["UploadFile", "UploadFileobj", "DownloadFile", "DownloadFileobj", "Copy"] {
        assert!(actions("s3", "Bucket").contains(&name.to_owned()), "{name}");
        assert!(actions("s3", "Object").contains(&name.to_owned()), "{name}");
        assert!(!actions("s3", "ObjectSummary").contains(&name.to_owned()), "{name}");
    }
    assert!(actions("ec2", "Instance").contains(&"DeleteTags".to_owned()));
}

#[tokio::test]
async fn hooks_see_actions_by_hand() {
    let transport = FakeTransport::new();
    transport.answer(200, &[("etag", "e")], "");
    let session = crate::resources::session(&transport);
    let base = Base::new("typed")
        .update_params_of("upload_fileobj", |doing, mut params| async move {
            assert_eq!((doing.method.as_str(), doing.operation.as_str()), ("UploadFileobj", "PutObject"));
            params["ContentType"] = "text/x".into();
            Ok(params)
        })
        .post_process(|_, mut answer| async move {
            answer["Seen"] = true.into();
            Ok(answer)
        });
    let s3 = session.connect_to("s3").unwrap().with_endpoint("http://localhost:1");
    let class = session.get_resource_with("s3", "Object", &Arc::new(base)).unwrap();
    let object = class.new(&s3, [("bucket_name", "b"), ("key", "k")]).unwrap();
    let answer = object.action("upload_fileobj").unwrap().param("Fileobj", "hi").await.unwrap().into_value();
    assert_eq!((&answer["ETag"], answer["Seen"].as_bool()), (&"e".into(), Some(true)));
    assert_eq!(transport.requests()[0].headers["content-type"], "text/x");
}

#[tokio::test]
async fn hooks_see_what_waiters_send_and_what_comes() {
    let transport = FakeTransport::new();
    transport.answer(200, &[], r#"{"Table":{"TableStatus":"CREATING"}}"#);
    transport.answer(200, &[], r#"{"Table":{"TableStatus":"UPDATING"}}"#);
    let session = crate::resources::session(&transport);
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sees = Arc::clone(&seen);
    let base = Base::new("lenient")
        .update_params_of("exists", |_, mut params| async move {
            params["TableName"] = "other".into();
            Ok(params)
        })
        .post_process_of("DescribeTable", move |doing, mut answer| {
            sees.lock().unwrap().push(doing.method);
            async move {
                if answer["Table"]["TableStatus"] == "UPDATING" {
                    answer["Table"]["TableStatus"] = "ACTIVE".into();
                }
                Ok(answer)
            }
        });
    let dynamodb = session.connect_to("dynamodb").unwrap();
    let table = session.get_resource("dynamodb", "Table").unwrap().new(&dynamodb, [("name", "t")]).unwrap();
    let hooked = table.with_base(&Arc::new(base));
    hooked.wait_until("exists").unwrap().delay(Duration::ZERO).await.unwrap();
    assert_eq!(*seen.lock().unwrap(), ["Exists", "Exists"]);
    assert_eq!(sent(&transport, 0), json!({"TableName": "other"}));
    // A hook that fails ends the waiting, with its own error.
    let refuse = |_, _| async { Err(boto_core::Error::new(ErrorKind::Usage, "not today")) };
    let refused = table.with_base(&Arc::new(Base::new("strict").update_params(refuse)));
    let error = refused.wait_until("exists").unwrap().await.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Usage, "not today"));
    assert_eq!(transport.requests().len(), 2);
    assert!(table.class().base().is_none());
}
