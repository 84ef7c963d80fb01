//! From JSON to [`ResourceSet`]. A mistake names the place in the document.

use super::{Action, Identifier, Made, Param, Relation, Resource, ResourceSet, ResourceWaiter, Source};
use crate::document::{Invalid, Json, Node, Read};

impl ResourceSet {
    /// Reads a document in the format of boto3's `resources-1.json`.
    ///
    /// # Errors
    /// What is wrong and where.
    pub fn parse(text: &str) -> Result<ResourceSet, Invalid> {
        ResourceSet::of(Node::root(&Json::parse(text.as_bytes())?))
    }

    pub(super) fn of(root: Node<'_>) -> Read<ResourceSet> {
        let Some(service) = root.get("service") else { return Err(root.error("service is missing")) };
        service.object()?;
        Ok(ResourceSet {
            service: Resource { name: String::new(), ..resource("", service)? },
            resources: named(&root, "resources", &resource)?,
            ..ResourceSet::default()
        })
    }
}

/// The entries of an object, sorted by name; none where it is absent.
pub(super) fn named<T>(at: &Node<'_>, key: &str, each: &dyn Fn(&str, Node<'_>) -> Read<T>) -> Read<Vec<T>> {
    let Some(at) = at.get(key) else { return Ok(Vec::new()) };
    let mut entries: Vec<(&str, Node<'_>)> = at.entries()?.collect();
    sort(&mut entries);
    let mut read = Vec::with_capacity(entries.len());
    for (name, at) in entries {
        at.object()?;
        read.push(each(name, at)?);
    }
    Ok(read)
}

fn sort(entries: &mut [(&str, Node<'_>)]) {
    entries.sort_unstable_by_key(|(name, _)| *name);
}

/// The elements of a list of objects; none where it is absent.
pub(super) fn listed<T>(at: &Node<'_>, key: &str, each: &dyn Fn(Node<'_>) -> Read<T>) -> Read<Vec<T>> {
    let Some(at) = at.get(key) else { return Ok(Vec::new()) };
    let mut read = Vec::new();
    for at in at.items()? {
        at.object()?;
        read.push(each(at)?);
    }
    Ok(read)
}

fn resource(name: &str, at: Node<'_>) -> Read<Resource> {
    Ok(Resource {
        name: name.to_owned(),
        identifiers: listed(&at, "identifiers", &|at| {
            Ok(Identifier {
                name: required(&at, "name")?,
                member_name: optional(&at, "memberName")?,
                optional: at.flag("optional")?,
            })
        })?,
        shape: optional(&at, "shape")?,
        load: at.get("load").map(|at| action("", at)).transpose()?,
        actions: named(&at, "actions", &action)?,
        batch_actions: named(&at, "batchActions", &action)?,
        has: named(&at, "has", &|name, at| match at.get("resource") {
            Some(made_at) => Ok(Relation { name: name.to_owned(), resource: made(made_at)? }),
            None => Err(at.error("resource is missing")),
        })?,
        has_many: named(&at, "hasMany", &action)?,
        waiters: named(&at, "waiters", &|name, at| {
            Ok(ResourceWaiter {
                name: name.to_owned(),
                waiter: required(&at, "waiterName")?,
                params: listed(&at, "params", &param)?,
                path: optional(&at, "path")?,
            })
        })?,
    })
}

fn action(name: &str, at: Node<'_>) -> Read<Action> {
    let Some(request) = at.get("request") else { return Err(at.error("request is missing")) };
    Ok(Action {
        name: name.to_owned(),
        operation: required(&request, "operation")?,
        params: listed(&request, "params", &param)?,
        resource: at.get("resource").map(made).transpose()?,
        path: optional(&at, "path")?,
    })
}

fn made(at: Node<'_>) -> Read<Made> {
    Ok(Made {
        kind: required(&at, "type")?,
        identifiers: listed(&at, "identifiers", &param)?,
        path: optional(&at, "path")?,
    })
}

fn param(at: Node<'_>) -> Read<Param> {
    let value = || at.get("value").ok_or_else(|| at.error("value is missing"));
    let source = match &*at.required("source")? {
        "identifier" => Source::Identifier(required(&at, "name")?),
        "data" => Source::Data(required(&at, "path")?),
        "response" => Source::Response(required(&at, "path")?),
        "requestParameter" => Source::RequestParameter(required(&at, "path")?),
        "input" => Source::Input,
        "string" => Source::String(required(&at, "value")?),
        "integer" => Source::Integer(value()?.int()?),
        "boolean" => Source::Boolean(value()?.boolean()?),
        other => return Err(at.error(format!("source {other:?} is unknown"))),
    };
    Ok(Param { target: required(&at, "target")?, source })
}

pub(super) fn required(at: &Node<'_>, key: &str) -> Read<String> {
    at.required(key).map(String::from)
}

pub(super) fn optional(at: &Node<'_>, key: &str) -> Read<Option<String>> {
    Ok(at.text_of(key)?.map(String::from))
}

#[cfg(all(test, feature = "definitions"))]
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
            "service.hasMany.Qs.request.params[0]: source \"moon\" is unknown"
        );
        assert!(error("{\n x").starts_with("line 2, column 2"));
        assert_eq!(error("{}"), "service is missing");
    }
}
