//! `csm`: the events of client-side monitoring, as they come out of a socket.

use super::{
    case,
    json::{list, members, text},
    world::World,
    Report,
};
use boto_core::{
    http::{fake::FakeTransport, TransportErrorKind},
    Connection, DateTime, Session,
};
use serde_json::{json, Value as Json};
use std::{net::UdpSocket, sync::Arc, time::Duration};

pub fn run(report: &mut Report) {
    for case in report.cases("csm") {
        report.case(text(&case["id"]), one(&case));
    }
}

/// One case: its calls are made, and the events are those expected.
pub fn one(case: &Json) -> Result<(), String> {
    let socket = UdpSocket::bind("127.0.0.1:0").map_err(|e| e.to_string())?;
    let port = socket.local_addr().map_err(|e| e.to_string())?.port();
    let given = match &case["configuration"] {
        Json::Null => &case["defaults"]["configuration"],
        own => own,
    };
    let mut env = json!({
        "AWS_ACCESS_KEY_ID": given["accessKey"], "AWS_SECRET_ACCESS_KEY": "secret-key",
        "AWS_DEFAULT_REGION": given["region"], "AWS_CSM_PORT": port.to_string(),
    });
    if !given["sessionToken"].is_null() {
        env["AWS_SESSION_TOKEN"] = given["sessionToken"].clone();
    }
    for (name, value) in members(&given["environmentVariables"]) {
        env[name] = value.clone();
    }
    let lines = members(&given["sharedConfigFile"]).map(|(name, value)| format!("{name} = {}\n", text(value)));
    let file = format!("[default]\n{}", lines.collect::<String>());
    let host = World::new(&env, &json!({"/home/.aws/config": file}), DateTime::from_parts(1_700_000_000, 0)).shared();
    let transport = FakeTransport::new();
    let mut session = Session::builder().host(host).transport(Arc::new(transport.clone()));
    if let Some(retries) = given["maxRetries"].as_u64() {
        session = session.settings(|settings| settings.max_attempts = Some(retries + 1));
    }
    let session = session.build();
    for call in list(&case["apiCalls"]) {
        make(&session, &transport, call)?;
    }
    let wanted: Vec<&Json> = list(&case["expectedMonitoringEvents"]).collect();
    let events = received(&socket, wanted.len())?;
    if events.len() != wanted.len() {
        return Err(format!("{} events instead of {}: {events:?}", events.len(), wanted.len()));
    }
    events.iter().zip(wanted).try_for_each(|(event, wanted)| same(event, wanted, case))
}

fn make(session: &Session, transport: &FakeTransport, call: &Json) -> Result<(), String> {
    let name = text(&call["operationName"]);
    let id = text(&call["serviceId"]);
    let prefix = id.to_lowercase().replace(' ', "");
    let model = json!({
        "metadata": {
            "protocol": "json", "jsonVersion": "1.0", "apiVersion": "2018-06-19", "serviceId": id,
            "endpointPrefix": prefix, "signatureVersion": "v4", "targetPrefix": "T",
        },
        "operations": { name: {
            "name": name, "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "Nothing"}, "output": {"shape": "Nothing"},
        } },
        "shapes": { "Nothing": {"type": "structure", "members": {}} },
    });
    let connection = Connection::from_table(session, case::service(&model)?);
    for answer in list(&call["attemptResponses"]) {
        let exception = &answer["sdkException"];
        if !exception.is_null() {
            let kind = match exception["isRetryable"] == true {
                true => TransportErrorKind::Broken,
                false => TransportErrorKind::Request,
            };
            transport.fail(kind, text(&exception["message"]));
            continue;
        }
        let headers: Vec<(&str, &str)> =
            members(&answer["responseHeaders"]).map(|(name, value)| (name.as_str(), text(value))).collect();
        let body = match answer["errorCode"].as_str() {
            Some(code) => json!({"__type": code, "message": answer["errorMessage"]}).to_string(),
            None => "{}".to_owned(),
        };
        let status = answer["httpStatus"].as_u64().unwrap_or_default() as u16;
        transport.answer(status, &headers, body);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
    // How the call ends is not what the case is about, but nothing of the script may be left.
    let _ = runtime.block_on(async { connection.call(name.to_owned()).await });
    case::same("answers left", transport.left(), 0)
}

fn received(socket: &UdpSocket, wanted: usize) -> Result<Vec<Json>, String> {
    let mut events = Vec::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        let patience = if events.len() < wanted { 2000 } else { 20 };
        socket.set_read_timeout(Some(Duration::from_millis(patience))).map_err(|e| e.to_string())?;
        match socket.recv(&mut buffer) {
            Ok(length) => events.push(serde_json::from_slice(&buffer[..length]).map_err(|e| e.to_string())?),
            Err(_) => return Ok(events),
        }
    }
}

fn same(event: &Json, wanted: &Json, case: &Json) -> Result<(), String> {
    let fits = |value: &Json, wanted: &Json| match wanted.as_str() {
        Some("ANY_INT") => value.is_i64(),
        Some("ANY_STR") => value.is_string(),
        _ => value == wanted,
    };
    for (name, wanted) in members(wanted) {
        if !fits(&event[name], wanted) {
            return Err(format!("{name}: {} instead of {wanted} in {event}", event[name]));
        }
    }
    let optional = &case["defaults"]["optionalEventFields"][text(&wanted["Type"])];
    let strange = members(event).find(|(name, value)| wanted[*name].is_null() && !fits(value, &optional[*name]));
    strange.map_or(Ok(()), |(name, _)| Err(format!("{name} is not expected in {event}")))
}
