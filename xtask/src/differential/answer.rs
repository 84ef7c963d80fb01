//! Two outputs, or two errors.

use super::tally::Difference;
use boto_core::DateTime;
use serde_json::{Map, Value as Json};

/// In what they differ.
pub fn differences(case: &Json, got: &Json) -> Vec<Difference> {
    let mut found = Vec::new();
    match (case.get("output"), case.get("error"), got.get("output"), got.get("error")) {
        (Some(theirs), _, Some(ours), _) => walk("output", theirs, ours, &mut found),
        (_, Some(theirs), _, Some(ours)) => walk("error", theirs, ours, &mut found),
        // They could not read it, and neither could we.
        (None, None, None, Some(_)) => {}
        _ => {
            let theirs = ["output", "error", "refused"].iter().find_map(|name| case.get(*name)).unwrap_or(&Json::Null);
            found.push(("outcome".to_owned(), theirs.to_string(), got.to_string()));
        }
    }
    found
}

fn walk(path: &str, theirs: &Json, ours: &Json, found: &mut Vec<Difference>) {
    match (theirs, ours) {
        (Json::Object(a), _) if a.contains_key("$instant") => {
            let micros = ours.as_str().and_then(DateTime::parse).map(micros);
            // Python reads fractions as floats.
            let wanted = a["$instant"].as_i64();
            if micros.zip(wanted).is_none_or(|(a, b)| (a - b).abs() > 1) {
                differ(path, theirs, ours, found);
            }
        }
        (Json::Object(a), Json::Object(b)) => objects(path, a, b, found),
        (Json::Array(a), Json::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().for_each(|(i, (a, b))| walk(&format!("{path}[{i}]"), a, b, found));
        }
        (Json::Number(a), Json::Number(b)) if a.as_f64() == b.as_f64() && a.is_f64() | b.is_f64() => {}
        (a, b) if a == b => {}
        _ => differ(path, theirs, ours, found),
    }
}

fn objects(path: &str, theirs: &Map<String, Json>, ours: &Map<String, Json>, found: &mut Vec<Difference>) {
    for (name, value) in theirs {
        match ours.get(name) {
            Some(ours) => walk(&format!("{path}.{name}"), value, ours, found),
            // None is how botocore says that something is not there.
            None if value.is_null() => {}
            None => found.push((format!("{path}.{name}"), value.to_string(), String::new())),
        }
    }
    for (name, value) in ours.iter().filter(|(name, _)| !theirs.contains_key(*name)) {
        found.push((format!("{path}.{name}"), String::new(), value.to_string()));
    }
}

fn differ(path: &str, theirs: &Json, ours: &Json, found: &mut Vec<Difference>) {
    found.push((path.to_owned(), theirs.to_string(), ours.to_string()));
}

fn micros(time: DateTime) -> i64 {
    time.seconds() * 1_000_000 + i64::from(time.subsec_nanos() / 1000)
}
