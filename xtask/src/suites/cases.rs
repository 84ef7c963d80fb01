//! botocore's protocol tests as the runner of the conformance suites reads cases.

use serde_json::{json, Map, Value as Json};
use std::{fs, path::Path};

/// The cases of one model.
pub struct Model {
    /// A botocore model with the operations of all its cases.
    pub json: Json,
    /// Each with the model that it needs alone.
    pub cases: Vec<Json>,
}

/// Reads `tests/unit/protocols` of the source distribution. Suites whose tables do not contradict each other share a
/// model, so that there is less to compile.
pub fn read(protocols: &Path) -> Result<Vec<Model>, String> {
    let mut models = Vec::new();
    for (folder, prefix) in [("input", ""), ("output", ""), ("legacy/input", "legacy/"), ("legacy/output", "legacy/")] {
        let folder = protocols.join(folder);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .map_err(|e| format!("{}: {e}", folder.display()))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "json"))
            .collect();
        files.sort();
        for path in files {
            let text = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let suites: Vec<Json> = serde_json::from_slice(&text).map_err(|e| format!("{}: {e}", path.display()))?;
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let mut of_file = Vec::new();
            for (number, suite) in suites.iter().enumerate() {
                for (index, case) in suite["cases"].as_array().into_iter().flatten().enumerate() {
                    let own = format!("{number}.{index}");
                    let id = format!("{prefix}{stem}/{}", case["id"].as_str().unwrap_or(&own));
                    add(&mut of_file, suite, case, &id);
                }
            }
            models.extend(of_file);
        }
    }
    Ok(models)
}

/// Puts a case to the first model that allows it, or to a new one.
fn add(models: &mut Vec<Model>, suite: &Json, case: &Json, id: &str) {
    let operation = given(suite, case);
    let name = operation["name"].as_str().unwrap_or("OperationName").to_owned();
    let allows = |model: &Model| {
        let shapes = suite["shapes"].as_object().into_iter().flatten();
        let same = |old: &Json, new: &Json| old.is_null() || old == new;
        model.json["metadata"] == suite["metadata"]
            && same(&model.json["operations"][&name], &operation)
            && shapes.clone().all(|(name, shape)| same(&model.json["shapes"][name], shape))
    };
    let new = json!({"version": "2.0", "metadata": suite["metadata"], "operations": {}, "shapes": {}});
    let at = match models.iter().position(allows) {
        Some(at) => at,
        None => {
            models.push(Model { json: new.clone(), cases: Vec::new() });
            models.len() - 1
        }
    };
    let model = &mut models[at];
    let mut alone = new;
    for json in [&mut model.json, &mut alone] {
        json["operations"][&name] = operation.clone();
        for (name, shape) in suite["shapes"].as_object().into_iter().flatten() {
            json["shapes"][name] = shape.clone();
        }
    }
    model.cases.push(normal(suite, case, id, &name, alone));
}

/// The operation. botocore's runner looks for results of `query` in the wrapper that services have.
fn given(suite: &Json, case: &Json) -> Json {
    let mut operation = case["given"].clone();
    if operation["name"].is_null() {
        operation["name"] = json!("OperationName");
    }
    let output = operation["output"]["shape"].as_str().unwrap_or_default();
    let members = suite["shapes"][output]["members"].as_object();
    if suite["metadata"]["protocol"] == "query"
        && members.is_some_and(|m| !m.is_empty())
        && case["response"].is_object()
    {
        let wrapper = format!("{}Result", operation["name"].as_str().unwrap_or_default());
        operation["output"]["resultWrapper"] = json!(wrapper);
    }
    operation
}

fn normal(suite: &Json, case: &Json, id: &str, operation: &str, model: Json) -> Json {
    let protocol = suite["metadata"]["protocol"].as_str().unwrap_or_default();
    let mut normal = json!({"id": id, "protocol": protocol, "model": model, "operation": operation});
    if case["response"].is_object() {
        let response = &case["response"];
        let base64 = protocol == "smithy-rpc-v2-cbor" || response["body"].is_string() && is_events(suite, case);
        let encoding = if base64 { "base64" } else { "utf8" };
        normal["response"] = json!({
            "status": response["status_code"], "headers": response["headers"],
            "body": {"data": response["body"].as_str().unwrap_or_default(), "encoding": encoding},
        });
        normal["expect"] = match &case["error"] {
            Json::Null => json!({"output": case["result"]}),
            members => json!({"error": {
                "code": case["errorCode"], "message": case["errorMessage"], "members": members,
            }}),
        };
        return normal;
    }
    let want = &case["serialized"];
    normal["params"] = case["params"].clone();
    normal["client_endpoint"] = suite["clientEndpoint"].clone();
    let uri = want["uri"].as_str().unwrap_or("/");
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let mut expect = Map::new();
    expect.insert("path".into(), json!(path));
    expect.insert("query".into(), json!(query.split('&').filter(|p| !p.is_empty()).collect::<Vec<_>>()));
    for (ours, theirs) in [
        ("method", "method"),
        ("host", "host"),
        ("headers", "headers"),
        ("forbid_headers", "forbidHeaders"),
        ("require_headers", "requireHeaders"),
    ] {
        expect.insert(ours.into(), want[theirs].clone());
    }
    if let Some(body) = want["body"].as_str() {
        expect.insert("body".into(), expected_body(protocol, body));
    }
    normal["expect"] = Json::Object(expect);
    normal
}

fn is_events(suite: &Json, case: &Json) -> bool {
    let output = case["given"]["output"]["shape"].as_str().unwrap_or_default();
    let members = suite["shapes"][output]["members"].as_object().into_iter().flatten();
    members.filter_map(|(_, m)| m["shape"].as_str()).any(|shape| suite["shapes"][shape]["eventstream"] == true)
}

fn expected_body(protocol: &str, body: &str) -> Json {
    let json = || serde_json::from_str::<Json>(body).is_ok_and(|json| json.is_object() || json.is_array());
    let compare = match protocol {
        "smithy-rpc-v2-cbor" => return json!({"compare": "cbor", "encoding": "base64", "data": body}),
        "query" | "ec2" => "form",
        "json" | "rest-json" if json() => "json",
        "rest-xml" if body.trim_start().starts_with('<') => "xml",
        _ => "bytes",
    };
    json!({"compare": compare, "encoding": "utf8", "data": body})
}
