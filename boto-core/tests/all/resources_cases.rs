//! What boto3's unit and functional tests say of resources and collections, as cases: each over a service made up for
//! them, with definitions of its own, scripted answers, and what is to be sent and given.

use boto_core::{
    http::fake::FakeTransport,
    resource::{Outcome, Resource},
    Connection, Object, Result, Session, Value,
};
use boto_model::{import, pack, resource::ResourceSet, Service};
use serde_json::{json, Value as Json};
use std::{io, path::Path, sync::Arc};

/// How many there are: none may get lost.
const CASES: usize = 95;

#[tokio::test]
async fn every_case_holds() {
    let file: Json = serde_json::from_str(include_str!("resources_cases.json")).unwrap();
    let service = service(&file);
    let cases = file["cases"].as_array().unwrap();
    let mut failures = Vec::new();
    for case in cases {
        if let Err(what) = hold(&service, case).await {
            failures.push(format!("{}: {what}", case["of"]));
        }
    }
    assert!(failures.is_empty(), "{} of {} fail\n{}", failures.len(), cases.len(), failures.join("\n"));
    assert_eq!(cases.len(), CASES);
}

/// The service that the cases are about.
fn service(file: &Json) -> Arc<Service> {
    let read = |path: &Path| {
        let part = match path.file_name().and_then(|name| name.to_str()) {
            Some("service-2.json") => &file["model"],
            Some("paginators-1.json") => &file["paginators"],
            Some("waiters-2.json") => &file["waiters"],
            _ => return Err(io::ErrorKind::NotFound.into()),
        };
        Ok(part.to_string().into_bytes())
    };
    let tables = import::folder_through("frobs", Path::new("frobs/2015-04-01"), &read).unwrap();
    Arc::new(Service::open(pack::write(tables)).unwrap())
}

/// What a step gives.
#[derive(Default)]
struct Given {
    value: Option<Value>,
    resources: Option<Vec<Resource>>,
    sizes: Vec<usize>,
    done: Option<usize>,
}

async fn hold(service: &Arc<Service>, case: &Json) -> Result<(), String> {
    let definitions = json!({"service": case["service"], "resources": case["resources"]}).to_string();
    if let Some(wrong) = case["wrong"].as_str() {
        let error = ResourceSet::parse(&definitions).err().map(|e| e.to_string());
        return equal("the mistake", &json!(error), &json!(wrong));
    }
    let transport = FakeTransport::new();
    for answer in case["answers"].as_array().into_iter().flatten() {
        match answer.as_u64() {
            Some(status) => transport.answer(status as u16, &[], r#"{"__type":"NotYet"}"#),
            None => transport.answer(200, &[], answer.to_string()),
        };
    }
    let session = crate::resources::session(&transport);
    session.add_service(Arc::clone(service));
    session.add_resources("frobs", &definitions).map_err(|e| e.to_string())?;
    let outcome = run(&session, case).await;
    if let Some(expected) = case["fails"].as_str() {
        return match outcome {
            Err(error) if error.to_string().contains(expected) => Ok(()),
            Err(error) => Err(format!("it should fail with {expected:?}, not {error}")),
            Ok(_) => Err(format!("it should fail with {expected:?}")),
        };
    }
    let (given, on) = outcome.map_err(|e| e.to_string())?;
    if !case["sent"].is_null() {
        let sent = (0..transport.requests().len()).map(|at| crate::resources::sent(&transport, at)).collect();
        equal("sent", &sent, &case["sent"])?;
    }
    if transport.left() > 0 {
        return Err(format!("{} answers are left", transport.left()));
    }
    if case.get("value").is_some() {
        let value = given.value.ok_or("a value should come")?;
        equal("value", &serde_json::to_value(&value).unwrap(), &case["value"])?;
    }
    if !case["gives"].is_null() {
        let resources = given.resources.as_ref().ok_or("resources should come")?;
        let printed: Vec<String> = resources.iter().map(|r| format!("{r:?}")).collect();
        equal("resources", &json!(printed), &case["gives"])?;
    }
    if !case["data"].is_null() {
        let data: Vec<Option<Value>> = given.resources.iter().flatten().map(Resource::data).collect();
        equal("data", &serde_json::to_value(&data).unwrap(), &case["data"])?;
    }
    if !case["sizes"].is_null() {
        equal("sizes of pages", &json!(given.sizes), &case["sizes"])?;
    }
    if !case["done"].is_null() {
        equal("how many are done", &json!(given.done), &case["done"])?;
    }
    if case.get("loaded").is_some() {
        equal("what is loaded", &serde_json::to_value(on.data()).unwrap(), &case["loaded"])?;
    }
    if let Some(printed) = case["prints"].as_str() {
        equal("printed", &json!(format!("{on:?}")), &json!(printed))?;
    }
    Ok(())
}

async fn run(session: &Session, case: &Json) -> Result<(Given, Resource)> {
    let connection = session.connect_to("frobs")?;
    names(session, &case["names"])?;
    let mut on = resource(session, &connection, &case["on"])?;
    if let Some(name) = case["first_of"].as_str() {
        on = on.collection(name)?.all().await?.remove(0);
    }
    if case["load"] == true {
        on.load().await?;
    }
    if let Some(steps) = case["through"].as_array() {
        on = on.related(steps[0].as_str().unwrap(), texts(&steps[1])).await?.unwrap();
    }
    if !case["same"].is_null() {
        let other = resource(session, &connection, &case["same"])?;
        let same = (on == other) == case["equal"].as_bool().unwrap();
        assert!(same, "{}: {on:?} and {other:?}", case["of"]);
    }
    let mut values = Vec::new();
    for name in texts(&case["attributes"]) {
        values.push(serde_json::to_value(on.attribute(&name).await?).unwrap());
    }
    assert!(case["values"].is_null() || json!(values) == case["values"], "{}: {values:?}", case["of"]);
    let given = step(&on, &case["do"]).await?;
    Ok((given, on))
}

async fn step(on: &Resource, what: &Json) -> Result<Given> {
    let text = |name: &str| what[name].as_str().map(str::to_owned);
    if let Some(name) = text("batch") {
        let mut batch = on.collection(&text("collection").unwrap())?.batch(&name)?;
        for (name, value) in what["with"].as_object().into_iter().flatten() {
            batch = batch.param(name, boto_core::value::to_value(value)?);
        }
        let outcome = batch.await?;
        assert!(outcome.failed.is_empty());
        return Ok(Given { done: Some(outcome.done), ..Given::default() });
    }
    if let Some(name) = text("action") {
        let with = if what["with"].is_null() { json!({}) } else { what["with"].clone() };
        return Ok(match on.action(&name)?.params(&with).await? {
            Outcome::Value(value) => Given { value: Some(value), ..Given::default() },
            other => Given { resources: Some(other.into_resources()), ..Given::default() },
        });
    }
    if let Some(name) = text("collection") {
        return collection(on, &name, what).await;
    }
    if let Some(name) = text("related") {
        let resources = on.related(&name, texts(&what["given"])).await?.into_iter().collect();
        return Ok(Given { resources: Some(resources), ..Given::default() });
    }
    if let Some(name) = text("wait") {
        on.wait_until(&name)?.await?;
    }
    for _ in 0..what["reload"].as_u64().unwrap_or(0) {
        on.reload().await?;
    }
    Ok(Given::default())
}

async fn collection(on: &Resource, name: &str, what: &Json) -> Result<Given> {
    let plain = on.collection(name)?;
    let mut collection = plain.clone();
    for (name, value) in what["filter"].as_object().into_iter().flatten() {
        collection = collection.filter(name, boto_core::value::to_value(value)?);
    }
    if let Some(limit) = what["limit"].as_u64() {
        collection = collection.limit(limit as usize);
    }
    if let Some(size) = what["page_size"].as_u64() {
        collection = collection.page_size(size as u32);
    }
    let (mut resources, mut sizes) = (Vec::new(), Vec::new());
    if what["pages"] == true {
        let mut pages = collection.pages();
        while let Some(page) = pages.next().await {
            let page = page?;
            sizes.push(page.len());
            resources.extend(page);
        }
    } else {
        resources = collection.all().await?;
    }
    if !what["again"].is_null() {
        resources = plain.all().await?;
    }
    Ok(Given { resources: Some(resources), sizes, ..Given::default() })
}

/// What a class says there is.
fn names(session: &Session, expected: &Json) -> Result<()> {
    let Some(kind) = expected["kind"].as_str() else { return Ok(()) };
    let class = session.get_resource("frobs", kind)?;
    let found = json!({
        "identifiers": class.identifiers().collect::<Vec<_>>(),
        "attributes": class.attributes(),
        "actions": class.actions().collect::<Vec<_>>(),
        "relations": class.relations().collect::<Vec<_>>(),
        "collections": class.collections().collect::<Vec<_>>(),
        "waiters": class.waiters().collect::<Vec<_>>(),
        "batch_actions": class.batch_actions().collect::<Vec<_>>(),
    });
    for (what, names) in expected.as_object().into_iter().flatten().filter(|(what, _)| *what != "kind") {
        // In the order of the model file, as far as the JSON reader of this build keeps it.
        let sorted = |names: &Json| {
            let mut names = texts(names);
            names.sort();
            names
        };
        assert_eq!(sorted(&found[what]), sorted(names), "{what} of {kind}");
    }
    Ok(())
}

/// The resource that a case is about; the service where it names none.
fn resource(session: &Session, connection: &Connection, on: &Json) -> Result<Resource> {
    let class = match on["kind"].as_str() {
        Some(kind) => session.get_resource("frobs", kind)?,
        None => session.get_service_resource("frobs")?,
    };
    let given = boto_core::value::to_value(&on["identifiers"])?;
    let given = given.as_object().cloned().unwrap_or_else(Object::default);
    class.new(connection, given.0)
}

fn texts(list: &Json) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn equal(what: &str, found: &Json, expected: &Json) -> Result<(), String> {
    match found == expected {
        true => Ok(()),
        false => Err(format!("{what}: {found} instead of {expected}")),
    }
}

/// boto3 wants a paginator wherever an operation looks as if it had pages (`test_collection_smoke`).
#[test]
fn collections_go_on_to_the_end() {
    const TOKENS: [&str; 9] = [
        "NextToken",
        "NextMarker",
        "Marker",
        "nextToken",
        "NextPageToken",
        "nextPageToken",
        "marker",
        "position",
        "ExclusiveStartKey",
    ];
    let mut count = 0;
    for name in boto_model::resource::services() {
        let service = boto_model::archive::open(name).unwrap();
        let set = boto_model::resource::resources(name).unwrap();
        for many in set.resources.iter().chain([&set.service]).flat_map(|resource| &resource.has_many) {
            let operation = service.operation(&many.operation).unwrap();
            let has = |shape: Option<boto_model::ShapeId>| {
                let members = shape.map_or(&[][..], |shape| service.shape(shape).members());
                members.iter().any(|member| TOKENS.contains(&&*member.name))
            };
            let looks = has(operation.input) && has(operation.output);
            assert!(!looks || service.paginator(&many.operation).is_some(), "{name} {}", many.name);
            count += 1;
        }
    }
    assert_eq!(count, 87);
}
