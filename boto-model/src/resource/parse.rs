//! From JSON to [`ResourceSet`]. A mistake names the place in the document.

use super::{Action, Identifier, Made, Param, Relation, Resource, ResourceSet, ResourceWaiter, Source};
use serde_json::Value as Json;
use std::fmt;

/// What is wrong with a document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The place: `resources.Queue.actions.Delete.request.operation`.
    pub path: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.what)
    }
}

impl std::error::Error for Invalid {}

type Found<T> = Result<T, Invalid>;

/// A value and its place.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) json: &'a Json,
    parent: Option<&'a At<'a>>,
    pub(super) name: &'a str,
}

impl<'a> At<'a> {
    pub(super) fn root(json: &'a Json) -> At<'a> {
        At { json, parent: None, name: "" }
    }

    fn path(&self) -> String {
        match self.parent.map(|p| p.path()) {
            Some(parent) if !parent.is_empty() => format!("{parent}.{}", self.name),
            _ => self.name.to_owned(),
        }
    }

    pub(super) fn wrong<T>(&self, what: impl Into<String>) -> Found<T> {
        Err(Invalid { path: self.path(), what: what.into() })
    }

    fn get<'b>(&'b self, name: &'b str) -> Option<At<'b>> {
        self.json.get(name).filter(|json| !json.is_null()).map(|json| At { json, parent: Some(self), name })
    }

    fn text(&self) -> Found<String> {
        self.json.as_str().map_or_else(|| self.wrong("a string is wanted"), |s| Ok(s.to_owned()))
    }

    pub(super) fn required(&self, name: &str) -> Found<String> {
        match self.get(name) {
            Some(at) => at.text(),
            None => self.wrong(format!("{name} is missing")),
        }
    }

    pub(super) fn optional(&self, name: &str) -> Found<Option<String>> {
        self.get(name).map(|at| at.text()).transpose()
    }

    fn an_object(&self) -> Found<&At<'a>> {
        match self.json.is_object() {
            true => Ok(self),
            false => self.wrong("an object is wanted"),
        }
    }

    fn flag(&self, name: &str) -> Found<bool> {
        match self.get(name) {
            Some(at) => at.json.as_bool().map_or_else(|| at.wrong("true or false is wanted"), Ok),
            None => Ok(false),
        }
    }

    /// The entries of an object, sorted by name.
    pub(super) fn entries<T>(&self, name: &str, each: impl Fn(&At<'_>) -> Found<T>) -> Found<Vec<T>> {
        let Some(at) = self.get(name) else { return Ok(Vec::new()) };
        let Some(object) = at.json.as_object() else { return at.wrong("an object is wanted") };
        let mut names: Vec<&String> = object.keys().collect();
        names.sort();
        names.into_iter().map(|name| each(At { json: &object[name], parent: Some(&at), name }.an_object()?)).collect()
    }

    /// The elements of a list.
    pub(super) fn elements<T>(&self, name: &str, each: impl Fn(&At<'_>) -> Found<T>) -> Found<Vec<T>> {
        let Some(at) = self.get(name) else { return Ok(Vec::new()) };
        let Some(list) = at.json.as_array() else { return at.wrong("a list is wanted") };
        list.iter()
            .enumerate()
            .map(|(index, json)| each(At { json, parent: Some(&at), name: &index.to_string() }.an_object()?))
            .collect()
    }
}

impl ResourceSet {
    /// Reads a document in the format of boto3's `resources-1.json`.
    pub fn parse(text: &str) -> Found<ResourceSet> {
        let json: Json = serde_json::from_str(text)
            .map_err(|e| Invalid { path: format!("line {} column {}", e.line(), e.column()), what: e.to_string() })?;
        ResourceSet::of_json(&At::root(&json))
    }

    pub(super) fn of_json(root: &At<'_>) -> Found<ResourceSet> {
        let Some(service) = root.get("service") else { return root.wrong("service is missing") };
        Ok(ResourceSet {
            service: Resource { name: String::new(), ..resource(service.an_object()?)? },
            resources: root.entries("resources", resource)?,
            ..ResourceSet::default()
        })
    }
}

fn resource(at: &At<'_>) -> Found<Resource> {
    Ok(Resource {
        name: at.name.to_owned(),
        identifiers: at.elements("identifiers", |at| {
            Ok(Identifier {
                name: at.required("name")?,
                member_name: at.optional("memberName")?,
                optional: at.flag("optional")?,
            })
        })?,
        shape: at.optional("shape")?,
        load: at.get("load").map(|at| action(&at)).transpose()?,
        actions: at.entries("actions", action)?,
        batch_actions: at.entries("batchActions", action)?,
        has: at.entries("has", |at| match at.get("resource") {
            Some(made_at) => Ok(Relation { name: at.name.to_owned(), resource: made(&made_at)? }),
            None => at.wrong("resource is missing"),
        })?,
        has_many: at.entries("hasMany", action)?,
        waiters: at.entries("waiters", |at| {
            Ok(ResourceWaiter {
                name: at.name.to_owned(),
                waiter: at.required("waiterName")?,
                params: at.elements("params", param)?,
                path: at.optional("path")?,
            })
        })?,
    })
}

fn action(at: &At<'_>) -> Found<Action> {
    let Some(request) = at.get("request") else { return at.wrong("request is missing") };
    Ok(Action {
        name: at.name.to_owned(),
        operation: request.required("operation")?,
        params: request.elements("params", param)?,
        resource: at.get("resource").map(|at| made(&at)).transpose()?,
        path: at.optional("path")?,
    })
}

fn made(at: &At<'_>) -> Found<Made> {
    Ok(Made { kind: at.required("type")?, identifiers: at.elements("identifiers", param)?, path: at.optional("path")? })
}

fn param(at: &At<'_>) -> Found<Param> {
    let value = |wanted: &str| match at.get("value") {
        Some(value) => Ok(value.json.clone()),
        None => at.wrong(format!("value is missing, {wanted}")),
    };
    let source = match at.required("source")?.as_str() {
        "identifier" => Source::Identifier(at.required("name")?),
        "data" => Source::Data(at.required("path")?),
        "response" => Source::Response(at.required("path")?),
        "requestParameter" => Source::RequestParameter(at.required("path")?),
        "input" => Source::Input,
        "string" => Source::String(at.required("value")?),
        "integer" => match value("an integer")?.as_i64() {
            Some(integer) => Source::Integer(integer),
            None => return at.wrong("value: an integer is wanted"),
        },
        "boolean" => match value("a boolean")?.as_bool() {
            Some(boolean) => Source::Boolean(boolean),
            None => return at.wrong("value: a boolean is wanted"),
        },
        other => return at.wrong(format!("source {other:?} is unknown")),
    };
    Ok(Param { target: at.required("target")?, source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_definition_parses() {
        let names: Vec<&str> = super::super::services().collect();
        assert_eq!(names, ["cloudformation", "cloudwatch", "dynamodb", "ec2", "glacier", "iam", "s3", "sns", "sqs"]);
        for name in names {
            let set = super::super::resources(name).unwrap();
            assert!(!set.resources.is_empty(), "{name}");
        }
        let sqs = super::super::resources("sqs").unwrap();
        let queue = sqs.resource("Queue").unwrap();
        assert_eq!(queue.identifiers[0].name, "Url");
        assert!(queue.actions.iter().any(|a| a.name == "SendMessage" && a.operation == "SendMessage"));
    }

    #[test]
    fn mistakes_name_their_place() {
        let error = |text: &str| ResourceSet::parse(text).unwrap_err().to_string();
        assert_eq!(
            error(r#"{"service":{}, "resources":{"Q":{"actions":{"Go":{"request":{}}}}}}"#),
            "resources.Q.actions.Go.request: operation is missing"
        );
        assert_eq!(
            error(
                r#"{"service":{"hasMany":{"Qs":{"request":{"operation":"L","params":[{"target":"x","source":"moon"}]}}}}}"#
            ),
            "service.hasMany.Qs.request.params.0: source \"moon\" is unknown"
        );
        assert!(error("{\n x").starts_with("line 2 column 2"));
        assert_eq!(error("{}"), ": service is missing");
    }
}
