//! `http-traffic`: recorded exchanges with AWS. The calls that they came of are worked out of the requests and made
//! again: they have to send the same requests, and to read all that the answers say.

mod derive;

use super::{
    case::{self, value, xml},
    decoded::decoded,
    json::{list, members, text},
    world::World,
    Report,
};
use boto_core::{
    host::Host,
    http::fake::{FakeTransport, Recorded},
    Connection, DateTime, Session, Value,
};
use boto_model::{archive, Kind, Service};
use serde_json::{json, Value as Json};
use std::sync::Arc;

pub fn run(report: &mut Report) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return report.case("http-traffic", Err(error.to_string())),
    };
    for file in report.files() {
        for case in report.cases(&file) {
            report.case(text(&case["id"]), runtime.block_on(replay(&case)));
        }
    }
}

async fn replay(case: &Json) -> Result<(), String> {
    let name = match text(&case["service"]) {
        "timestreamquery" => "timestream-query",
        "timestreamwrite" => "timestream-write",
        "transcribestreaming" => "transcribe-streaming",
        name => name,
    };
    let service = Arc::new(archive::open(name).ok_or_else(|| format!("no service {name}"))?);
    let exchanges: Vec<&Json> = list(&case["http"]).collect();
    let transport = FakeTransport::new();
    for exchange in &exchanges {
        let response = &exchange["response"];
        let headers: Vec<(&str, &str)> = members(&response["headers"]).map(|(k, v)| (k.as_str(), text(v))).collect();
        let status = response["status"].as_u64().unwrap_or_default() as u16;
        transport.answer(status, &headers, case::bytes(&response["body"]));
    }
    // Before all that the recordings say ends.
    let start = DateTime::from_parts(1_234_567_890, 0);
    let world = World::new(&json!({"AWS_EC2_METADATA_DISABLED": "true"}), &Json::Null, start).shared();
    let mut done = 0;
    let mut connections = Vec::new();
    while done < exchanges.len() {
        let (first, _) = derive::call(&service, &exchanges[done]["request"])?;
        let own = done + usize::from(derive::is_companion(&first));
        if own > done {
            // Something is asked for anew, so what was known before is too old.
            world.wait(3600);
        }
        let request = &exchanges.get(own).ok_or("nothing comes of the last request")?["request"];
        let (operation, input) = derive::call(&service, request)?;
        let connection = connect(&mut connections, &service, &transport, &world, request);
        let outcome = call(&connection, &operation, &input).await;
        let after = transport.requests().len();
        if after <= own {
            return Err(format!("{operation} sent nothing: {outcome:?}"));
        }
        for (sent, exchange) in transport.requests()[done..after].iter().zip(&exchanges[done..]) {
            same_request(sent, &exchange["request"]).map_err(|why| format!("{operation}: {why}"))?;
        }
        let answer = exchanges.get(after - 1).ok_or("more was sent than there are answers")?;
        let said = outcome.map_err(|error| format!("{operation}: {error}"))?;
        everything(&said, &answer["response"]).map_err(|why| format!("{operation}: {why}"))?;
        done = after;
    }
    case::same("answers left", transport.left(), 0)
}

/// A connection in the region of the recorded request.
fn connect(
    known: &mut Vec<(String, Connection)>,
    service: &Arc<Service>,
    transport: &FakeTransport,
    world: &Arc<World>,
    request: &Json,
) -> Connection {
    let host = text(&request["uri"]).split('/').nth(2).unwrap_or_default();
    let named = |label: &&str| label.split('-').count() == 3 && label.ends_with(char::is_numeric) && label.len() < 16;
    let region = host.rsplit('.').find(named);
    let region = region.unwrap_or("us-east-1");
    if let Some((_, found)) = known.iter().find(|(known, _)| known == region) {
        return found.clone();
    }
    let session = Session::builder()
        .region(region)
        .host(Arc::clone(world) as Arc<dyn Host>)
        .credentials("ANOTREAL", "notrealrnrELgWzOk3IfjzDKtFBhDby")
        .transport(Arc::new(transport.clone()))
        .settings(|settings| {
            settings.s3_us_east_1_regional_endpoint = Some("regional".to_owned());
            settings.parameter_validation = Some(false);
        })
        .build();
    let connection = Connection::from_table(&session, Arc::clone(service));
    known.push((region.to_owned(), connection.clone()));
    connection
}

/// Makes the call and reads streams to their end.
async fn call(connection: &Connection, operation: &str, input: &Json) -> Result<Json, boto_core::Error> {
    let service = connection.service();
    let mut call = connection.call(operation.to_owned());
    if let Some(shape) = service.operation(operation).and_then(|o| o.input) {
        if let Value::Map(input) = value::input(service, shape, input) {
            *call.input_mut() = input;
        }
    }
    let (output, _) = call.send().await?;
    let mut said = value::untyped(&output);
    let shape = service.operation(operation).and_then(|o| o.output);
    for member in shape.map_or(&[][..], |shape| service.shape(shape).members()) {
        if let (Kind::Blob { .. }, Value::Stream(body)) = (&service.shape(member.target).kind, &output[&*member.name]) {
            said[&*member.name] = json!(String::from_utf8_lossy(&body.clone().collect().await?));
        }
    }
    Ok(said)
}

/// Method, place and what the body says; `x-id` is an addition of the SDK that was recorded.
fn same_request(sent: &Recorded, recorded: &Json) -> Result<(), String> {
    case::same("method", sent.method.as_str(), text(&recorded["method"]))?;
    let (place, query) = text(&recorded["uri"]).split_once('?').unwrap_or((text(&recorded["uri"]), ""));
    let ours = format!("{}://{}{}", sent.url.scheme, sent.url.authority, sent.url.path);
    case::same("place", ours.trim_end_matches('/'), place.trim_end_matches('/'))?;
    let mut wanted = decoded(query);
    wanted.retain(|(name, _)| name != "x-id");
    let mut ours = decoded(&sent.url.query);
    // botocore asks for keys in an encoding that XML can hold, and so do we; the SDK that was recorded does not.
    ours.retain(|(name, _)| name != "encoding-type" || wanted.iter().any(|(known, _)| known == name));
    case::same("query", ours, wanted)?;
    for name in ["x-amz-target", "x-amz-decoded-content-length", "x-amz-trailer", "x-amz-sdk-checksum-algorithm"] {
        if let Some(wanted) = recorded["headers"][name].as_str() {
            let ours = sent.headers.get(name).and_then(|value| value.to_str().ok());
            case::same(name, ours, Some(wanted))?;
        }
    }
    let wanted = case::bytes(&recorded["body"]);
    let content = text(&recorded["headers"]["content-type"]);
    let ours = String::from_utf8_lossy(&sent.body);
    let wanted = String::from_utf8_lossy(&wanted);
    if content.contains("form-urlencoded") {
        return case::same("form", decoded(&ours), decoded(&wanted));
    }
    if content.contains("json") {
        let parse = |text: &str| serde_json::from_str::<Json>(text).map_err(|e| e.to_string());
        return case::same("body", parse(&ours)?, parse(&wanted)?);
    }
    // Of bodies in chunks the end was recorded: the checksum, which is over all of it.
    let checksum = wanted.lines().find(|line| line.starts_with("x-amz-checksum-"));
    match checksum {
        Some(line) if !ours.contains(line) => Err(format!("{line} is not in the body")),
        _ => Ok(()),
    }
}

/// All texts of the answer are in the output. (Numbers, truths and times may be written otherwise.)
fn everything(said: &Json, response: &Json) -> Result<(), String> {
    let body = case::bytes(&response["body"]);
    let content = text(&response["headers"]["content-type"]);
    let mut texts = Vec::new();
    if content.contains("xml") {
        let root = xml::parse(&body).ok_or("the answer is no XML")?;
        xml_leaves(&root, &mut texts);
    } else if content.contains("json") {
        leaves(&serde_json::from_slice(&body).map_err(|e| e.to_string())?, &mut texts);
    } else if !body.is_empty() {
        texts.push(String::from_utf8_lossy(&body).into_owned());
    }
    let mut ours = Vec::new();
    leaves(said, &mut ours);
    let id = response["headers"]["x-amzn-requestid"].as_str();
    let counts = |text: &&String| {
        let other = text.parse::<f64>().is_ok() || text.parse::<bool>().is_ok() || DateTime::parse(text).is_some();
        !other && !text.is_empty() && Some(text.as_str()) != id
    };
    match texts.iter().filter(counts).find(|text| !ours.contains(text)) {
        Some(missing) => Err(format!("{missing:?} of the answer is not in the output {said}")),
        None => Ok(()),
    }
}

fn xml_leaves(element: &xml::Element, out: &mut Vec<String>) {
    match element.children.is_empty() {
        true => out.push(element.text.clone()),
        false => element.children.iter().for_each(|child| xml_leaves(child, out)),
    }
}

fn leaves(json: &Json, out: &mut Vec<String>) {
    match json {
        Json::String(text) => out.push(text.clone()),
        Json::Array(list) => list.iter().for_each(|one| leaves(one, out)),
        Json::Object(members) => members.values().for_each(|one| leaves(one, out)),
        _ => {}
    }
}
