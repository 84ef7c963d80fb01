//! `profile-parser`: the files of profiles. (The cases of `go-ini` are not run: they describe the dialect of an SDK that
//! is no more, which strips quotes.)

use super::{
    json::{members, text},
    world::World,
    Report,
};
use boto_core::{
    config::{from_texts, parse, texts, Dialect, Document, Layers, Overrides, Profile, Property},
    DateTime,
};
use serde_json::{json, Map, Value as Json};

pub fn run(report: &mut Report) {
    for case in report.cases("profile-parser") {
        report.case(text(&case["id"]), suite(&case));
    }
    for case in report.cases("file-location") {
        report.case(text(&case["id"]), location(&case));
    }
    for case in report.cases("botocore-cfg") {
        report.case(text(&case["id"]), fixture(&case));
    }
}

/// AWS's suite: what both files say together, or that they are refused.
fn suite(case: &Json) -> Result<(), String> {
    let found = from_texts(case["config_file"].as_str(), case["credentials_file"].as_str());
    let expect = &case["expect"];
    match (found, expect["error_containing"].as_str()) {
        (Err(_), Some(_)) => Ok(()),
        (Err(error), None) => Err(error.to_string()),
        (Ok(_), Some(wanted)) => Err(format!("accepted, but expected {wanted:?}")),
        (Ok(found), None) => {
            let profiles = found.names().filter_map(|n| Some((n.to_owned(), group(found.profile(n)?))));
            let sessions = found.sso_session_names().filter_map(|n| Some((n.to_owned(), group(found.sso_session(n)?))));
            same(&Json::Object(profiles.collect()), &expect["profiles"])?;
            let wanted = expect["sso_sessions"].as_object().cloned().unwrap_or_default();
            same(&Json::Object(sessions.collect()), &Json::Object(wanted))?;
            for (name, wanted) in members(&expect["services"]) {
                same(&found.services(name).map_or(Json::Null, group), wanted)?;
            }
            Ok(())
        }
    }
}

fn group(profile: &Profile) -> Json {
    json!(texts(profile))
}

fn same(ours: &Json, wanted: &Json) -> Result<(), String> {
    if ours == wanted {
        return Ok(());
    }
    Err(format!("{ours} instead of {wanted}"))
}

/// Where the files are, and which profile counts.
fn location(case: &Json) -> Result<(), String> {
    let windows = text(&case["platform"]) == "windows";
    let mut world = World::new(&case["environment"], &Json::Null, DateTime::default()).windows(windows);
    // The profile need not exist for the question; the settings insist on it.
    if let Some(name) = case["expect"]["profile"].as_str() {
        let home = boto_core::host::Host::home(&world).unwrap_or_default();
        world = world.with(&home.join(".aws/config").to_string_lossy(), format!("[profile {name}]").as_bytes());
    }
    let config = Layers::new(world.shared(), Overrides::default()).resolve().map_err(|e| e.to_string())?;
    let slashes = |path: Option<&std::path::Path>| {
        let path = path.map(|p| p.display().to_string()).unwrap_or_default();
        if windows {
            path.replace('/', "\\")
        } else {
            path
        }
    };
    let expect = &case["expect"];
    if let Some(profile) = expect["profile"].as_str() {
        same(&json!(config.profile_name()), &json!(profile))?;
    }
    same(&json!(slashes(config.config_file())), &expect["config_file"])?;
    same(&json!(slashes(config.credentials_file())), &expect["credentials_file"])
}

/// botocore's own fixtures: the raw sections, and the map of profiles that it makes of them.
fn fixture(case: &Json) -> Result<(), String> {
    use base64::{engine::general_purpose::STANDARD, Engine};
    let bytes = STANDARD.decode(text(&case["file_b64"])).map_err(|e| e.to_string())?;
    let file = std::path::Path::new("fixture").into();
    let expect = &case["expect"];
    let document = match (parse(&bytes, &file, Dialect::Aws), expect["error"].as_str()) {
        (Err(_), Some(_)) => return Ok(()),
        (Err(error), None) => return Err(error.to_string()),
        (Ok(_), Some(wanted)) => return Err(format!("accepted, but expected {wanted}")),
        (Ok(document), None) => document,
    };
    same(&raw(&document), &expect["raw"])?;
    let profiles = boto_core::config::Profiles::new(Some(document.clone()), None);
    let of = |profile: Option<&Profile>| profile.map_or(Json::Null, |p| section(&p.config().properties));
    let named = |names: Vec<&str>, of: &dyn Fn(&str) -> Json| {
        Json::Object(names.into_iter().map(|n| (n.to_owned(), of(n))).collect())
    };
    let map = &expect["profile_map"];
    same(&named(profiles.names().collect(), &|n| of(profiles.profile(n))), &map["profiles"])?;
    same(&named(profiles.sso_session_names().collect(), &|n| of(profiles.sso_session(n))), &map["sso_sessions"])?;
    for (name, wanted) in members(&map["services"]) {
        same(&of(profiles.services(name)), wanted)?;
    }
    for (title, wanted) in members(map).filter(|(t, _)| !["profiles", "sso_sessions", "services"].contains(&t.as_str()))
    {
        let found = document.sections.iter().find(|s| s.title == *title);
        same(&found.map_or(Json::Null, |s| section(&s.properties)), wanted)?;
    }
    Ok(())
}

fn raw(document: &Document) -> Json {
    Json::Object(document.sections.iter().map(|s| (s.title.clone(), section(&s.properties))).collect())
}

fn section(properties: &[Property]) -> Json {
    let mut map = Map::new();
    for property in properties {
        let value = if property.nested.is_empty() {
            json!(*property.value)
        } else {
            Json::Object(property.nested.iter().map(|n| (n.name.clone(), json!(*n.value))).collect())
        };
        map.insert(property.name.clone(), value);
    }
    Json::Object(map)
}
