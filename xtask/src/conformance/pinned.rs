//! Suites of the pinned source itself, as tests of ours: all services' endpoint tests and the signature suite.

use super::{endpoint_rules, endpoints, json::list, json::text, sigv4};
use crate::models::pin;
use boto_core::{
    endpoint::{Atlas, Resolver},
    user_agent::Feature,
};
use boto_model::archive;
use serde_json::{json, Value as Json};
use std::{
    fs,
    path::{Path, PathBuf},
};

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A case of botocore's files in the form that the suites share.
fn endpoint(expect: &Json) -> Json {
    if let Some(error) = expect["error"].as_str() {
        return json!({ "error": error });
    }
    let endpoint = &expect["endpoint"];
    let mut properties = endpoint["properties"].as_object().cloned().unwrap_or_default();
    let schemes = properties.remove("authSchemes").unwrap_or(Json::Array(Vec::new()));
    let headers = endpoint.get("headers").cloned().unwrap_or(json!({}));
    json!({"url": endpoint["url"], "headers": headers, "auth_schemes": schemes, "properties": properties})
}

/// Names that are no bucket names: the call is refused before its endpoint is asked for, as botocore refuses it.
const REFUSED: [&str; 2] = ["example.com#", "bucket name"];

#[test]
#[ignore = "needs the pinned source: cargo xtask test"]
fn endpoint_tests_of_all_services() {
    let folder = pin::source("botocore").unwrap().join("tests/functional/endpoint-rules");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut services: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    services.sort();
    let (mut cases, mut calls, mut failures) = (0, 0, Vec::new());
    for path in services {
        let service = path.file_name().unwrap().to_str().unwrap().to_owned();
        let file = path.join("endpoint-tests-1.json");
        if !file.is_file() {
            continue;
        }
        let tables = archive::open(&service).unwrap_or_else(|| panic!("no tables of {service}"));
        let resolver = Resolver::new(tables.rules().unwrap(), Atlas::shared()).unwrap();
        let document: Json = serde_json::from_str(&read(&file)).unwrap();
        for (index, case) in list(&document["testCases"]).enumerate() {
            cases += 1;
            let expect = endpoint(&case["expect"]);
            let answer = resolver.resolve(&endpoint_rules::params(&case["params"])).map(|found| (*found).clone());
            if let Err(why) = endpoint_rules::compare(answer, &expect) {
                failures.push(format!("{service} {index}: {why}"));
            }
            for call in list(&case["operationInputs"]) {
                calls += 1;
                let given = call.get("operationParams").cloned().unwrap_or(json!({}));
                let whole =
                    json!({"operation": call["operationName"], "builtins": call["builtInParams"], "params": given});
                let outcome = runtime.block_on(endpoints::whole_call(&service, &whole, &expect));
                let refused = given["Bucket"].as_str().is_some_and(|bucket| REFUSED.contains(&bucket));
                match outcome {
                    Ok(()) => {}
                    Err(why) if refused && why.contains("Bucket") => {}
                    Err(why) => failures.push(format!("{service} {index} {}: {why}", text(&call["operationName"]))),
                }
            }
        }
    }
    println!("{cases} cases, {calls} of them whole calls");
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
    assert!(cases > 14_000 && calls > 500, "only {cases} cases and {calls} calls were found");
}

#[test]
#[ignore = "needs the pinned source: cargo xtask test"]
fn signature_suite() {
    let folder = pin::source("botocore").unwrap().join("tests/unit/auth/aws4_testsuite");
    let mut folders = vec![folder];
    let (mut cases, mut failures) = (0, Vec::new());
    while let Some(folder) = folders.pop() {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        folders.extend(fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()));
        let part = |extension: &str| read(&folder.join(format!("{name}.{extension}"))).replace('\r', "");
        if !folder.join(format!("{name}.req")).is_file() {
            continue;
        }
        cases += 1;
        let canonical = part("creq");
        let token = canonical.lines().find_map(|line| line.strip_prefix("x-amz-security-token:"));
        let (head, body) =
            part("req").split_once("\n\n").map_or((part("req"), String::new()), |(h, b)| (h.into(), b.into()));
        let (line, lines) = head.split_once('\n').unwrap();
        let (method, rest) = line.split_once(' ').unwrap();
        let mut headers: Vec<[String; 2]> = Vec::new();
        for line in lines.lines().filter(|line| !line.is_empty()) {
            match (line.starts_with(' '), line.split_once(':'), headers.last_mut()) {
                (true, _, Some(last)) => last[1].push_str(&format!("\n{line}")),
                (_, Some((name, value)), _) => headers.push([name.to_owned(), value.to_owned()]),
                _ => panic!("{name}: header {line:?}"),
            }
        }
        // The token is put on by signing, unless the request comes with it and it is not signed anew.
        let after = token.is_none() && head.to_lowercase().contains("x-amz-security-token:");
        let case = json!({
            "algorithm": "AWS4-HMAC-SHA256", "location": "header", "region": "us-east-1", "service": "service",
            "timestamp": "2015-08-30T12:36:00Z", "normalize_path": true, "sign_body": false, "omit_session_token": after,
            "credentials": {"access_key": "AKIDEXAMPLE", "secret_key": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "token": token},
            "request": {"method": method, "target": rest.rsplit_once(' ').unwrap().0, "headers": headers, "body": body},
            "expect": {"canonical_request": canonical, "string_to_sign": part("sts"), "authorization": part("authz"),
                "signature": part("authz").rsplit_once('=').unwrap().1},
        });
        if let Err(why) = sigv4::request_case(&case) {
            failures.push(format!("{name}: {why}"));
        }
    }
    assert!(failures.is_empty(), "{} of {cases} failed:\n{}", failures.len(), failures.join("\n"));
    assert!(cases >= 30, "only {cases} cases were found");
}

/// The cases of monitoring, through a socket.
#[test]
#[ignore = "needs the pinned source: cargo xtask test"]
fn events_of_monitoring() {
    let file = pin::source("botocore").unwrap().join("tests/functional/csm/cases.json");
    let document: Json = serde_json::from_str(&read(&file)).unwrap();
    let mut count = 0;
    for case in list(&document["cases"]) {
        let mut case = case.clone();
        case["defaults"] = document["defaults"].clone();
        super::csm::one(&case).unwrap_or_else(|why| panic!("{}: {why}", case["description"]));
        count += 1;
    }
    assert!(count >= 20, "{count}");
}

/// The numbers of features, all of which are told somewhere (`boto-core/tests/all/announced.rs`) but those of others.
#[test]
#[ignore = "needs the pinned source: cargo xtask test"]
fn features_of_the_user_agent() {
    let source = read(&pin::source("botocore").unwrap().join("botocore/useragent.py"));
    let (_, table) = source.split_once("_USERAGENT_FEATURE_MAPPINGS = {").unwrap();
    let (table, _) = table.split_once('}').unwrap();
    let quotes: &[char] = &['"', '\''];
    let pairs: Vec<(&str, &str)> = table
        .lines()
        .filter_map(|line| line.trim().trim_end_matches(',').split_once(": "))
        .map(|(name, id)| (name.trim_matches(quotes), id.trim_matches(quotes)))
        .collect();
    assert!(pairs.len() >= 50, "{}", pairs.len());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("boto-core/tests/all");
    let tests = format!("{}{}", read(&folder.join("announced.rs")), read(&folder.join("transfer.rs")));
    // The lists of numbers that the tests expect: short words between commas.
    let lists = tests.split('"').filter(|text| text.contains(',') && !text.contains(", "));
    let words = lists.flat_map(|list| list.trim_start_matches(" m/").split(','));
    let told: Vec<&str> = words.filter(|word| word.len() <= 2).collect();
    for (name, id) in pairs {
        assert_eq!(Feature::named(name).map(Feature::id), Some(id), "{name}");
        // The tool for moving from the CLI's first version to its second says the one.
        assert!(told.contains(&id) || name == "CLI_V1_TO_V2_MIGRATION_DEBUG_MODE", "no test tells {name}");
    }
}
