//! `presign`: presigned URLs through the whole pipeline, and database tokens.

use super::{
    json::{list, members, text, time},
    wire::{self, Script, World},
    Report,
};
use boto_core::{
    connection::Connection,
    identity::Credentials,
    sign::{
        post::{Condition, Form},
        token::{self, DsqlAction},
        Keys, Signing,
    },
};
use boto_model::suggest::snake_case;
use serde_json::Value as Json;
use std::time::Duration;

/// Cases we differ in, and why.
const DEVIATIONS: &[(&str, &str)] = &[(
    "s3/test_addressing_for_presigned_urls[test_case17]",
    "a custom endpoint gets Signature V4: S3-compatible servers never learnt V2, and boto's default fails there",
)];

pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    let runtime = match tokio::runtime::Builder::new_current_thread().build() {
        Ok(runtime) => runtime,
        Err(error) => return report.case("presign", Err(error.to_string())),
    };
    for case in report.cases("presign") {
        if text(&case["method"]) == "generate_presigned_post" {
            report.case(text(&case["id"]), runtime.block_on(form(&case)));
            continue;
        }
        let outcome = match text(&case["method"]) {
            "generate_presigned_url" => runtime.block_on(url(&case)),
            "generate_db_auth_token"
            | "dsql_generate_db_connect_auth_token"
            | "dsql_generate_db_connect_admin_auth_token" => database(&case),
            other => Err(format!("{other} is not understood here")),
        };
        let outcome = outcome.and_then(|ours| same(&ours, text(&case["expect"])));
        report.case(text(&case["id"]), outcome);
    }
}

async fn url(case: &Json) -> Result<String, String> {
    let connection = connect(case)?;
    let argument = |at: usize, name: &str| match &case["kwargs"][name] {
        Json::Null => case["args"][at].clone(),
        given => given.clone(),
    };
    let service = connection.service();
    let method = argument(0, "ClientMethod");
    let operation = service.operation_names().find(|name| snake_case(name) == text(&method));
    let operation = operation.ok_or_else(|| format!("no operation {method}"))?.to_owned();
    let shape = service.operation(&operation).and_then(|o| o.input);
    let params = wire::input(service, shape, &argument(1, "Params"))?;
    let expires = argument(2, "ExpiresIn").as_u64().unwrap_or(3600);
    let mut call = connection.call(operation);
    call.input_mut().clone_from(&params);
    let presigned = call.presign(Duration::from_secs(expires)).await.map_err(|e| e.to_string())?;
    Ok(presigned.url.to_string())
}

async fn form(case: &Json) -> Result<(), String> {
    let argument = |at: usize, name: &str| match &case["kwargs"][name] {
        Json::Null => case["args"][at].clone(),
        given => given.clone(),
    };
    let (fields, conditions) = (argument(2, "Fields"), argument(3, "Conditions"));
    let value = |json: &Json| boto_core::codec::json::parse(json.to_string().as_bytes()).map_err(|e| e.to_string());
    let form = Form {
        bucket: text(&argument(0, "Bucket")).to_owned(),
        key: text(&argument(1, "Key")).to_owned(),
        fields: members(&fields).map(|(name, value)| (name.clone(), text(value).to_owned())).collect(),
        conditions: list(&conditions).map(|c| value(c).map(Condition::Json)).collect::<Result<_, String>>()?,
        expires: argument(4, "ExpiresIn").as_u64().unwrap_or(3600) as u32,
    };
    let post = connect(case)?.presign_post(&form).await.map_err(|e| e.to_string())?;
    let fields: serde_json::Map<String, Json> = post.fields.into_iter().map(|(n, v)| (n, Json::String(v))).collect();
    let ours = serde_json::json!({"url": post.url.to_string(), "fields": fields});
    (ours == case["expect"]).then_some(()).ok_or_else(|| format!("{ours} instead of {}", case["expect"]))
}

fn connect(case: &Json) -> Result<Connection, String> {
    World::new(&case["client"], case["clock"].as_str()).connect(&case["client"], Script::default())
}

fn database(case: &Json) -> Result<String, String> {
    let (client, given) = (&case["client"], &case["kwargs"]);
    let argument = |at: usize, name: &str| match &given[name] {
        Json::Null => case["args"][at].clone(),
        given => given.clone(),
    };
    let credential = |own: &str, variable: &str| match client[own].as_str() {
        Some(value) => value.to_owned(),
        None => text(&client["env"][variable]).to_owned(),
    };
    let credentials = Credentials::new(
        credential("access_key", "AWS_ACCESS_KEY_ID"),
        credential("secret_key", "AWS_SECRET_ACCESS_KEY"),
        client["token"].as_str().map(str::to_owned),
    );
    let region = given["Region"].as_str().or(client["region"].as_str()).unwrap_or_default();
    let now = time(text(&case["clock"])).ok_or("no clock")?;
    let keys = Keys::new();
    let signing = Signing::new(&credentials, &keys, region, "", now, b"");
    let token = match text(&case["method"]) {
        "generate_db_auth_token" => {
            let (host, user) = (argument(0, "DBHostname"), argument(2, "DBUsername"));
            let port = argument(1, "Port").as_u64().unwrap_or_default() as u16;
            token::rds(&signing, text(&host), port, text(&user))
        }
        method => {
            let action = if method.contains("admin") { DsqlAction::ConnectAdmin } else { DsqlAction::Connect };
            let expires = given["ExpiresIn"].as_u64().unwrap_or(900) as u32;
            token::dsql(&signing, text(&argument(0, "Hostname")), action, expires)
        }
    };
    token.map_err(|e| e.to_string())
}

/// URLs with their queries in any order.
fn same(ours: &str, theirs: &str) -> Result<(), String> {
    let parts = |url: &str| {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let mut pairs: Vec<String> = query.split('&').map(str::to_owned).collect();
        pairs.sort();
        (path.to_owned(), pairs)
    };
    (parts(ours) == parts(theirs)).then_some(()).ok_or_else(|| format!("{ours} instead of {theirs}"))
}
