//! `models/first.txt`: collections and resources of the first object layer, as documents of the format that it had.

use super::models;
use serde_json::{json, Map, Value as Json};

/// A document for each service, in the order of the file.
pub fn documents() -> Result<Vec<(String, Json)>, String> {
    let path = models().join("first.txt");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    read(&text).map_err(|e| format!("{}: {e}", path.display()))
}

fn read(text: &str) -> Result<Vec<(String, Json)>, String> {
    let mut documents: Vec<(String, Json)> = Vec::new();
    // Where methods go: `collections` or `resources`, and the name there.
    let mut place: Option<(&str, &str)> = None;
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let wrong = || format!("line {}: {line:?} is not understood", number + 1);
        let words: Vec<&str> = line.split_whitespace().collect();
        if let ["service", name] = words[..] {
            documents.push((name.to_owned(), json!({"collections": {}, "resources": {}})));
            continue;
        }
        let (_, document) = documents.last_mut().ok_or_else(wrong)?;
        match (line.starts_with(' '), &words[..]) {
            (false, ["collection", name, "of", kind]) => {
                place = Some(("collections", name));
                document["collections"][name] = json!({"resource": kind, "operations": {}});
            }
            (false, ["collection", name, "of", kind, "by", members @ ..]) => {
                place = Some(("collections", name));
                document["collections"][name] =
                    json!({"resource": kind, "operations": {}, "identifiers": identifiers(members)});
            }
            (false, ["resource", name, "by", members @ ..]) => {
                place = Some(("resources", name));
                document["resources"][name] = json!({
                    "shape_name": name, "identifiers": identifiers(members), "operations": {}, "relations": {}});
            }
            (true, ["leads", method, class]) => {
                let kind = if class.ends_with("Collection") { "collection" } else { "resource" };
                let (list, name) = place.ok_or_else(wrong)?;
                document[list][name]["relations"][method] = json!({"class_type": kind, "class": class});
            }
            (true, [method, operation, rest @ ..]) => {
                let mut found = Map::from_iter([("api_name".to_owned(), json!(operation))]);
                match rest {
                    [] => {}
                    [">", key] => drop(found.insert("result_key".to_owned(), json!(key))),
                    _ => return Err(wrong()),
                }
                let (list, name) = place.ok_or_else(wrong)?;
                document[list][name]["operations"][method] = Json::Object(found);
            }
            _ => return Err(wrong()),
        }
    }
    Ok(documents)
}

fn identifiers(members: &[&str]) -> Json {
    members.iter().map(|member| json!({"api_name": format!("$shape_name.{member}")})).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_line_is_understood() {
        let documents = super::documents().unwrap();
        let names: Vec<&str> = documents.iter().map(|(name, _)| name.as_str()).collect();
        let known = [
            "cloudsearch",
            "dynamodb",
            "elasticache",
            "elastictranscoder",
            "glacier",
            "iam",
            "s3",
            "ses",
            "sns",
            "sqs",
            "support",
        ];
        assert_eq!(names, known);
        let error = super::read("service a\nresource B by Id\n  get GetB < C\n").unwrap_err();
        assert_eq!(error, "line 3: \"  get GetB < C\" is not understood");
    }
}
