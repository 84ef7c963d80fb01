//! `credential-chain`: where credentials and tokens come from.

mod services;

use super::{
    json::{list, members, text, time},
    world::World,
    Report,
};
use boto_core::{
    config::{Config, Layers, Overrides},
    credentials::{container_endpoint, imds_token_url, plan, Base, Chain, NestedCall, Role, Sources},
    http::Request,
    ByteStream, DateTime, Error, ErrorKind, Session, Value,
};
use serde_json::{json, Value as Json};
use services::{value, Fixed, Script, Step};
use std::sync::PoisonError;

pub fn run(report: &mut Report) {
    type Check = fn(&Json) -> Result<(), String>;
    let parts: [(&str, Check); 7] = [
        ("provider-chain", provider_chain),
        ("container-uri", container),
        ("imds-endpoint", imds_endpoint),
        ("imds-extended", imds_extended),
        ("profile-chain", profile_chain),
        ("login", login),
        ("sso-token", sso_token),
    ];
    for (name, check) in parts {
        for case in report.cases(name) {
            report.case(text(&case["id"]), check(&case));
        }
    }
}

fn wait<T>(future: impl std::future::Future<Output = T>) -> Result<T, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
    Ok(runtime.block_on(future))
}

fn same(what: &str, ours: &Json, wanted: &Json) -> Result<(), String> {
    if ours == wanted {
        return Ok(());
    }
    Err(format!("{what}: {ours} instead of {wanted}"))
}

fn seconds(time: Option<DateTime>) -> Json {
    json!(time.map(DateTime::seconds))
}

/// An error is wanted, or none is.
fn judge<T>(found: Result<T, Error>, wanted: bool) -> Result<Option<T>, String> {
    match (found, wanted) {
        (Err(_), true) => Ok(None),
        (Ok(found), false) => Ok(Some(found)),
        (Err(error), false) => Err(error.to_string()),
        (Ok(_), true) => Err("no error".to_owned()),
    }
}

/// Before every expiry in the cases.
fn early() -> DateTime {
    time("2001-01-01T00:00:00Z").unwrap_or_default()
}

fn config(world: World, overrides: Overrides) -> Result<Config, Error> {
    Layers::new(world.shared(), overrides).resolve()
}

/// Environment → the request to the container's metadata service.
fn container(case: &Json) -> Result<(), String> {
    let mut world = World::new(&case["env"], &Json::Null, early());
    let token = &case["token_file"];
    if let (Some(path), Some(content)) =
        (case["env"]["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"].as_str(), token["content"].as_str())
    {
        world = world.with(path, content.as_bytes());
    }
    let expect = &case["expect"];
    let host = world.shared();
    let endpoint = container_endpoint(&*host)
        .and_then(|found| found.ok_or_else(|| Error::new(ErrorKind::Credentials, "not configured")));
    if expect["uri"].is_string() {
        let found = endpoint.map_err(|e| e.to_string())?;
        return same("uri", &json!(found.to_string()), &expect["uri"]);
    }
    let config = Layers::new(host, Overrides::default()).resolve().map_err(|e| e.to_string())?;
    let body = json!({"AccessKeyId": "a", "SecretAccessKey": "b", "Token": "c", "Expiration": "2030-01-01T00:00:00Z"});
    let wanted = &expect["request"];
    let url = text(&wanted["uri"]).split('?').next().unwrap_or_default().to_owned();
    let step = Step { method: "GET".to_owned(), url, answer: Some((200, body.to_string())) };
    let script = Script::of([step], false);
    let off = Overrides { ec2_metadata_disabled: Some(true), ..Overrides::default() };
    let config = config.with(off).map_err(|e| e.to_string())?;
    let chain = Chain::new(Sources::new(config, script.clone(), Fixed::new(None)));
    let found = wait(chain.credentials())?;
    if judge(found, expect["error"].is_string())?.is_none() {
        return Ok(());
    }
    let seen = script.seen.lock().unwrap_or_else(PoisonError::into_inner);
    let [request] = seen.as_slice() else { return Err(format!("{} requests", seen.len())) };
    same("method", &json!(request.method.as_str()), &wanted["method"])?;
    same("uri", &json!(request.url.to_string()), &wanted["uri"])?;
    for (name, value) in members(&wanted["headers"]) {
        let ours = request.headers.get(name).and_then(|v| v.to_str().ok());
        same(name, &json!(ours), value)?;
    }
    same(
        "authorization",
        &json!(request.headers.contains_key("authorization")),
        &json!(wanted["headers"]["Authorization"].is_string()),
    )
}

/// Where the metadata service of instances is asked for tokens. Two cases give a value in code, as their names say.
fn imds_endpoint(case: &Json) -> Result<(), String> {
    let name = text(&case["name"]);
    let overrides = Overrides {
        ec2_metadata_service_endpoint: (name == "explicit endpoint override").then(|| "https://custom".to_owned()),
        ec2_metadata_service_endpoint_mode: (name == "explicit mode override").then(|| "IPv6".to_owned()),
        ..Overrides::default()
    };
    let found = config(World::new(&case["env"], &case["files"], early()), overrides);
    match judge(found, case["expect"]["error"].is_string())? {
        Some(config) => same("token_uri", &json!(imds_token_url(&config)), &case["expect"]["token_uri"]),
        None => Ok(()),
    }
}

/// The interface with account ids, and the one before it: one resolution after the other against the same service.
fn imds_extended(case: &Json) -> Result<(), String> {
    let steps = list(&case["http"]).map(|h| Step {
        method: "GET".to_owned(),
        url: format!("http://169.254.169.254{}", text(&h["get"])),
        answer: Some((h["status"].as_u64().unwrap_or_default() as u16, text(&h["body"]).to_owned())),
    });
    let script = Script::of(steps, true);
    let overrides = Overrides {
        ec2_instance_profile_name: case["ec2_instance_profile_name"].as_str().map(str::to_owned),
        ..Overrides::default()
    };
    let config = config(World::new(&Json::Null, &Json::Null, early()), overrides).map_err(|e| e.to_string())?;
    let chain = Chain::new(Sources::new(config, script.clone(), Fixed::new(None)));
    for wanted in list(&case["expect"]) {
        chain.refresh();
        let found = wait(chain.credentials())?;
        if let Some(found) = judge(found, wanted["error"].is_string())? {
            same("account_id", &json!(found.account_id), &wanted["account_id"])?;
        }
    }
    let surprises = script.surprises.lock().unwrap_or_else(PoisonError::into_inner);
    same("not in the script", &json!(*surprises), &json!([]))?;
    script.left()
}

/// What a profile asks for, before anything is fetched.
fn profile_chain(case: &Json) -> Result<(), String> {
    let mut file = String::new();
    for (kind, all) in [("profile", &case["profiles"]), ("sso-session", &case["sso_sessions"])] {
        for (name, properties) in members(all) {
            file += &format!("[{kind} {name}]\n");
            for (key, value) in members(properties) {
                file += &format!("{key} = {}\n", text(value));
            }
        }
    }
    let profile = text(&case["selected_profile"]);
    let world = World::new(&Json::Null, &json!({"/home/.aws/config": file}), early());
    let overrides = Overrides { profile: Some(profile.to_owned()), ..Overrides::default() };
    let found = config(world, overrides).and_then(|config| plan(&config, profile));
    let Some(found) = judge(found, case["expect"]["error"].is_string())? else { return Ok(()) };
    let chain: Vec<Json> = std::iter::once(base(&found.base)).chain(found.roles.iter().map(role)).collect();
    same("chain", &Json::Array(chain), &case["expect"]["chain"])
}

fn object(pairs: &[(&str, Option<&str>)]) -> Json {
    Json::Object(pairs.iter().filter_map(|(k, v)| Some(((*k).to_owned(), json!((*v)?)))).collect())
}

fn role(role: &Role) -> Json {
    json!({"AssumeRole": object(&[
        ("role_arn", Some(&role.arn)),
        ("external_id", role.external_id.as_deref()),
        ("role_session_name", role.session_name.as_deref()),
        ("mfa_serial", role.mfa_serial.as_deref()),
    ])})
}

fn base(base: &Base) -> Json {
    match base {
        Base::Keys(keys) => json!({"AccessKey": object(&[
            ("access_key_id", Some(&keys.access_key_id)),
            ("secret_access_key", Some(keys.secret_access_key.expose())),
            ("session_token", keys.session_token.as_ref().map(|t| t.expose())),
            ("account_id", keys.account_id.as_deref()),
        ])}),
        Base::WebIdentity(identity) => json!({"WebIdentityToken": object(&[
            ("role_arn", Some(&identity.role_arn)),
            ("web_identity_token_file", identity.token_file.to_str()),
            ("role_session_name", identity.session_name.as_deref()),
        ])}),
        Base::Sso(sso) => json!({"Sso": object(&[
            ("sso_session", sso.session.as_deref()),
            ("sso_start_url", Some(&sso.start_url)),
            ("sso_region", Some(&sso.region)),
            ("sso_account_id", sso.account_id.as_deref()),
            ("sso_role_name", sso.role_name.as_deref()),
        ])}),
        Base::Login { session } => json!({"Login": {"login_session": session}}),
        Base::Process { command, .. } => json!({"CredentialProcess": {"command": command}}),
        Base::Environment => json!({"NamedSource": "Environment"}),
        Base::Container => json!({"NamedSource": "EcsContainer"}),
        Base::Instance => json!({"NamedSource": "Ec2InstanceMetadata"}),
        other => json!(format!("{other:?}")),
    }
}

/// `aws login`: the cache, and what the sign-in service answers. The cases take place at the midnight on which their
/// new credentials begin.
fn login(case: &Json) -> Result<(), String> {
    let dir = "/home/.aws/login/cache";
    let mut files: serde_json::Map<String, Json> =
        members(&case["cache"]).map(|(name, json)| (format!("{dir}/{name}"), json.clone())).collect();
    files.insert("/home/.aws/config".to_owned(), case["config_file"].clone());
    let now = time("2025-11-19T00:00:00Z").unwrap_or_default();
    let world = World::new(&Json::Null, &Json::Object(files), now).shared();
    let overrides = Overrides { profile: Some("signin".to_owned()), ..Overrides::default() };
    let config = Layers::new(world.clone(), overrides).resolve().map_err(|e| e.to_string())?;
    let exchange = &case["http"][0];
    let caller = Fixed::new(exchange["response"].is_object().then(|| exchange["response"].clone()));
    let chain = Chain::new(Sources::new(config, Script::of([], true), caller.clone()));
    for wanted in list(&case["expect"]) {
        match text(&wanted["result"]) {
            "cacheContents" => {
                for (name, contents) in members(wanted).filter(|(name, _)| *name != "result") {
                    let bytes = boto_core::host::Host::read(&*world, format!("{dir}/{name}").as_ref());
                    let ours = bytes.ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default();
                    same("cache", &ours, contents)?;
                }
            }
            result => {
                let found = wait(chain.credentials())?;
                if let Some(found) = judge(found, result == "error")? {
                    same("accessKeyId", &json!(found.access_key_id), &wanted["accessKeyId"])?;
                    same("secretAccessKey", &json!(found.secret_access_key.expose()), &wanted["secretAccessKey"])?;
                    same(
                        "sessionToken",
                        &json!(found.session_token.map(|t| t.expose().to_owned())),
                        &wanted["sessionToken"],
                    )?;
                    same("accountId", &json!(found.account_id), &wanted["accountId"])?;
                    same("expiresAt", &seconds(found.expiry), &seconds(wanted["expiresAt"].as_str().and_then(time)))?;
                }
            }
        }
    }
    let seen = caller.seen.lock().unwrap_or_else(PoisonError::into_inner);
    let wanted = list(&case["http"]).len();
    if seen.len() != wanted {
        return Err(format!("{} calls instead of {wanted}", seen.len()));
    }
    if let Some(call) = seen.first() {
        let input = &exchange["request"];
        if Value::Map(call.params.clone()) != value(input) {
            return Err(format!("another input than {input}"));
        }
        proof(call)?;
    }
    Ok(())
}

/// The proof of possession that goes with the call: a token signed with the cached key, about this request.
fn proof(call: &NestedCall) -> Result<(), String> {
    let url = boto_core::http::Url {
        scheme: "https".to_owned(),
        authority: "signin.example.com".to_owned(),
        path: "/v1/token".to_owned(),
        query: String::new(),
    };
    let (method, headers, body) = (boto_core::http::Method::POST, Default::default(), ByteStream::default());
    let mut request = Request { method, url, headers, body };
    let stamp = call.stamp.as_ref().ok_or("no proof of possession")?;
    stamp(&mut request).map_err(|e| e.to_string())?;
    let token = request.headers.get("dpop").and_then(|v| v.to_str().ok()).ok_or("no DPoP header")?;
    let (signed, signature) = token.rsplit_once('.').ok_or("no token")?;
    let decode = |text: &str| {
        use base64::{engine::general_purpose::URL_SAFE_NO_PAD, Engine};
        URL_SAFE_NO_PAD.decode(text).map_err(|e| e.to_string())
    };
    let parse = |text: &str| serde_json::from_slice::<Json>(&decode(text)?).map_err(|e| e.to_string());
    let (header, claims) = signed.split_once('.').ok_or("no claims")?;
    let (header, claims) = (parse(header)?, parse(claims)?);
    same("htu", &claims["htu"], &json!("https://signin.example.com/v1/token"))?;
    same("htm", &claims["htm"], &json!("POST"))?;
    let mut key = vec![4];
    key.extend(decode(text(&header["jwk"]["x"]))?);
    key.extend(decode(text(&header["jwk"]["y"]))?);
    ring::signature::UnparsedPublicKey::new(&ring::signature::ECDSA_P256_SHA256_FIXED, key)
        .verify(signed.as_bytes(), &decode(signature)?)
        .map_err(|_| "the proof's signature is wrong".to_owned())
}

/// Bearer tokens of single sign-on: found, refreshed and written back, or an error.
fn sso_token(case: &Json) -> Result<(), String> {
    let profile = text(&case["profile"]);
    let given = json!({
        "profiles": {profile: {"sso_session": "admin"}},
        "sso_sessions": {"admin": {"sso_region": "us-west-2", "sso_start_url": "https://d-123.awsapps.com/start"}},
    });
    let resolving = text(&case["kind"]) == "resolve";
    let settings = if resolving { &case["config"] } else { &given };
    let mut file = String::new();
    for (kind, all) in [("profile", &settings["profiles"]), ("sso-session", &settings["sso_sessions"])] {
        for (name, properties) in members(all) {
            file += &format!("[{kind} {name}]\n");
            file.extend(members(properties).map(|(key, value)| format!("{key} = {}\n", text(value))));
        }
    }
    let mut world = World::new(&Json::Null, &json!({"/home/.aws/config": file}), early());
    let expect = &case["expect"];
    let path = format!("/home/.aws/sso/cache/{}", text(&case["cache_file"]));
    if resolving {
        // The question is whether there is a token to be had; so let there be one in every session's file.
        let token = json!({"accessToken": "t", "expiresAt": "2030-01-01T00:00:00Z"}).to_string();
        for (name, _) in members(&settings["sso_sessions"]) {
            let name = ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, name.as_bytes());
            let name: String = name.as_ref().iter().map(|b| format!("{b:02x}")).collect();
            world = world.with(&format!("/home/.aws/sso/cache/{name}.json"), token.as_bytes());
        }
    } else {
        let now = time(text(&case["now"])).unwrap_or_default();
        let files = json!({"/home/.aws/config": file, &path: case["cached_token"].to_string()});
        world = World::new(&Json::Null, &files, now);
    }
    let host = world.shared();
    let overrides = Overrides { profile: Some(profile.to_owned()), ..Overrides::default() };
    let config = Layers::new(host.clone(), overrides).resolve().map_err(|e| e.to_string())?;
    let response = &case["create_token_response"];
    let caller = Fixed::new(response.is_object().then(|| response.clone()));
    let chain = Chain::new(Sources::new(config, Script::of([], true), caller));
    let found = wait(chain.token("example"))?;
    let Some(found) = judge(found, expect["error"].is_string())? else { return Ok(()) };
    if resolving {
        return same("resolves", &json!(found.is_some()), &expect["resolves"]);
    }
    let found = found.ok_or("no token")?;
    same("token", &json!(found.token.expose()), &expect["token"]["token"])?;
    same("expiration", &seconds(found.expiry), &seconds(expect["token"]["expiration"].as_str().and_then(time)))?;
    if expect["cache_writeback"].is_object() {
        let bytes = boto_core::host::Host::read(&*host, path.as_ref()).map_err(|e| e.to_string())?;
        let ours = serde_json::from_slice(&bytes).map_err(|e| e.to_string())?;
        same("cache", &ours, &expect["cache_writeback"])?;
    }
    Ok(())
}

/// The whole chain of a session, STS and SSO through the pipeline. What the script does not know is not found: the
/// scripts are older than the interface of the metadata service that we ask first.
fn provider_chain(case: &Json) -> Result<(), String> {
    let script = Script::of(list(&case["http"]).map(step), false);
    let world = World::new(&case["env"], &case["files"], early());
    let profile = case["env"]["AWS_PROFILE"].as_str().unwrap_or("default").to_owned();
    let mut builder = Session::builder().host(world.shared()).transport(script.clone());
    if text(&case["kind"]) == "profile-provider" {
        // The profile alone: named in code, it puts the environment's keys out of play.
        builder = builder.profile(profile);
    }
    let session = builder.build();
    let expect = &case["expect"];
    let wanted = &expect["ok"];
    let failing = !wanted.is_object();
    if text(&case["kind"]) == "default-token-provider-chain" {
        let found = wait(async { session.credentials()?.token("example").await })?;
        let found = found.and_then(|t| t.ok_or_else(|| Error::new(ErrorKind::Credentials, "no token")));
        let Some(found) = judge(found, failing)? else { return Ok(()) };
        same("token", &json!(found.token.expose()), &wanted["token"])?;
        return same("expiration", &seconds(found.expiry), &seconds(wanted["expiration"].as_str().and_then(time)));
    }
    let found = wait(async { session.credentials()?.credentials().await })?;
    let Some(found) = judge(found, failing)? else { return Ok(()) };
    same("access_key_id", &json!(found.access_key_id), &wanted["access_key_id"])?;
    same("secret_access_key", &json!(found.secret_access_key.expose()), &wanted["secret_access_key"])?;
    same("session_token", &json!(found.session_token.as_ref().map(|t| t.expose())), &wanted["session_token"])?;
    if let Some(account) = wanted["account_id"].as_str().or(wanted["accountId"].as_str()) {
        same("account_id", &json!(found.account_id), &json!(account))?;
    }
    same("expiry", &seconds(found.expiry), &wanted["expiry"])?;
    script.left()
}

fn step(exchange: &Json) -> Step {
    let (request, response) = (&exchange["request"], &exchange["response"]);
    let body = &response["body"];
    let body = body.as_str().or(body["data"].as_str()).unwrap_or_default().to_owned();
    Step {
        method: text(&request["method"]).to_owned(),
        url: text(&request["uri"]).split('?').next().unwrap_or_default().to_owned(),
        answer: response["status"].as_u64().map(|status| (status as u16, body)),
    }
}
