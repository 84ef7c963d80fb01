//! The format of boto3's first version (`resources` and `collections`, each operation named by hand), as the same facts.
//!
//! It names identifiers without saying where they go: there, a method took whatever it had a parameter for. So the
//! tables are asked: an identifier goes to the member of its own name, else to that of the resource's (`Id` of a `Table`
//! is `TableName`).

use super::{parse::At, Action, Identifier, Invalid, Made, Param, Relation, Resource, ResourceSet, Source};
use crate::{shape::Structure, Kind, Service, ShapeId};
use serde_json::Value as Json;

type Found<T> = Result<T, Invalid>;

impl ResourceSet {
    /// Reads a document in either format. The tables of the service are needed for the older one.
    pub fn read(text: &str, service: &Service) -> Found<ResourceSet> {
        let json: Json = serde_json::from_str(text)
            .map_err(|e| Invalid { path: format!("line {} column {}", e.line(), e.column()), what: e.to_string() })?;
        match json.get("collections").is_some() && json.get("service").is_none() {
            true => Reader { service, root: At::root(&json) }.set(),
            false => ResourceSet::parse(text),
        }
    }
}

struct Reader<'a> {
    service: &'a Service,
    root: At<'a>,
}

impl Reader<'_> {
    fn set(&self) -> Found<ResourceSet> {
        let mut set = ResourceSet {
            resources: self.root.entries("resources", |at| self.resource(at))?,
            ..ResourceSet::default()
        };
        let collections = self.root.entries("collections", |at| self.collection(at, &set.resources))?;
        for Collection { name, kind, parent, actions, many } in collections {
            // Bucket.objects is what S3ObjectCollection lists.
            let relations = self.root.entries("resources", |at| {
                let names = at.entries("relations", |at| Ok((at.name.to_owned(), at.optional("class")?)))?;
                Ok((at.name.to_owned(), names))
            })?;
            for (owner, names) in relations {
                for relation in
                    names.into_iter().filter(|(_, class)| class.as_deref() == Some(&name)).map(|(name, _)| name)
                {
                    let resource = set.resources.iter_mut().find(|resource| resource.name == owner);
                    if let (Some(resource), Some(listed)) = (resource, many.first()) {
                        resource.has_many.push(Action { name: relation, ..listed.clone() });
                    }
                }
            }
            let owner = match parent {
                Some(index) => &mut set.resources[index],
                None => &mut set.service,
            };
            let mut named = super::Collection {
                name,
                kind,
                parent: parent.map(|_| owner.name.clone()),
                many: many.first().map(|many| many.name.clone()),
                actions: Vec::new(),
            };
            owner.has_many.extend(many);
            for mut action in actions {
                // Two collections may each have their own of one name.
                if owner.actions.iter().any(|known| known.name == action.name && *known != action) {
                    action.name = format!("{}_{}", named.kind, action.name);
                }
                named.actions.push(action.name.clone());
                if !owner.actions.contains(&action) {
                    owner.actions.push(action);
                }
            }
            set.collections.push(named);
        }
        Ok(set)
    }

    fn resource(&self, at: &At<'_>) -> Found<Resource> {
        let identifiers = identifiers(at)?;
        let mut resource = Resource {
            name: at.name.to_owned(),
            shape: at.optional("shape_name")?.filter(|name| self.service.shape_named(name).is_some()),
            ..Resource::default()
        };
        for action in at.entries("operations", |at| self.action(at, &resource.name, &identifiers))? {
            match action.name.as_str() {
                "get" => resource.load = Some(Action { path: action.path.clone().or(Some("@".to_owned())), ..action }),
                _ => resource.actions.push(action),
            }
        }
        resource.has = at
            .entries("relations", |at| Ok((at.name.to_owned(), at.required("class")?, at.required("class_type")?)))?
            .into_iter()
            .filter(|(_, _, kind)| kind == "resource")
            .map(|(name, kind, _)| {
                let own = |i: &String| Param { target: i.clone(), source: Source::Identifier(i.clone()) };
                let target = self.root.json["resources"][&kind]["identifiers"].as_array();
                let wanted: Vec<String> = target.into_iter().flatten().filter_map(api_name).collect();
                let identifiers = identifiers.iter().filter(|i| wanted.contains(i)).map(own).collect();
                Relation { name, resource: Made { kind, identifiers, path: None } }
            })
            .collect();
        resource.identifiers =
            identifiers.into_iter().map(|name| Identifier { name, ..Identifier::default() }).collect();
        Ok(resource)
    }

    /// One operation of a resource or collection that has these identifiers.
    fn action(&self, at: &At<'_>, kind: &str, identifiers: &[String]) -> Found<Action> {
        let operation = at.required("api_name")?;
        let input = self.service.operation(&operation).and_then(|operation| operation.input);
        let input = input.and_then(|shape| self.service.shape(shape).structure());
        let params = identifiers.iter().filter_map(|identifier| {
            let target = member(input?, kind, identifier, identifiers.len() == 1)?.to_owned();
            Some(Param { target, source: Source::Identifier(identifier.clone()) })
        });
        Ok(Action {
            name: at.name.to_owned(),
            operation,
            params: params.collect(),
            resource: None,
            path: at.optional("result_key")?,
        })
    }

    fn collection(&self, at: &At<'_>, resources: &[Resource]) -> Found<Collection> {
        let kind = at.required("resource")?;
        let given = identifiers(at)?;
        // A collection with identifiers belongs to the resource that has the same.
        let same = |r: &Resource| r.name != kind && r.identifiers.iter().map(|i| &i.name).eq(given.iter());
        let parent = resources.iter().position(|r| !given.is_empty() && same(r));
        let made = resources.iter().find(|r| r.name == kind);
        let (actions, many) = (Vec::new(), Vec::new());
        let mut collection = Collection { name: at.name.to_owned(), kind: kind.clone(), parent, actions, many };
        for mut action in at.entries("operations", |at| self.action(at, &kind, &given))? {
            let lists = action.name == "each" || action.name.starts_with("each_by_");
            let creates = action.name == "create";
            if let (Some(made), true) = (made, lists || creates) {
                let (made, single) = self.made(made, &action, &given, creates);
                action.path = if single { None } else { action.path };
                action.resource = Some(made);
            }
            match (lists, creates) {
                (true, _) if action.name == "each" => {
                    action.name.clone_from(&kind);
                    collection.many.insert(0, action);
                }
                (true, _) => {
                    action.name = format!("{kind}_{}", action.name);
                    collection.many.push(action);
                }
                (_, true) => {
                    action.name = format!("Create{kind}");
                    collection.actions.push(action);
                }
                _ => collection.actions.push(action),
            }
        }
        Ok(collection)
    }

    /// The resources that come of an operation of a collection; whether they come of the answer as a whole.
    fn made(&self, made: &Resource, action: &Action, given: &[String], one: bool) -> (Made, bool) {
        let operation = self.service.operation(&action.operation);
        let structure = |shape: Option<ShapeId>| shape.and_then(|shape| self.service.shape(shape).structure());
        let output = structure(operation.and_then(|operation| operation.output));
        let input = structure(operation.and_then(|operation| operation.input));
        // Where nobody says where the results stand, and there is but one list: there.
        let mut lists = output.into_iter().flat_map(|output| &output.members);
        let mut lists = lists.by_ref().filter(|m| matches!(self.service.shape(m.target).kind, Kind::List { .. }));
        let only = lists.next().filter(|_| lists.next().is_none() && !one).map(|member| member.name.to_string());
        let spelt = |key: &String| {
            let members = output.into_iter().flat_map(|output| &output.members);
            members
                .map(|m| m.name.to_string())
                .find(|name| name.eq_ignore_ascii_case(key))
                .unwrap_or_else(|| key.clone())
        };
        let key = action.path.as_ref().map(spelt).or(only);
        let result = key.as_deref().and_then(|key| Some(output?.member(key)?.1.target));
        let element = result.map(|shape| match &self.service.shape(shape).kind {
            Kind::List { member, .. } => member.target,
            _ => shape,
        });
        let (place, elements) = match (&key, one) {
            (Some(key), false) => (format!("{key}[]"), element),
            (Some(key), true) => (key.clone(), element),
            (None, _) => ("@".to_owned(), operation.and_then(|operation| operation.output)),
        };
        let fields = structure(elements);
        let alone = made.identifiers.iter().filter(|i| !given.contains(&i.name)).count() == 1;
        let source = |identifier: &str| {
            if given.iter().any(|name| name == identifier) {
                return Source::Identifier(identifier.to_owned());
            }
            let below = |name: &str| if place == "@" { name.to_owned() } else { format!("{place}.{name}") };
            match fields {
                Some(fields) => match member(fields, &made.name, identifier, alone) {
                    Some(name) => Source::Response(below(name)),
                    None => {
                        let asked = input.and_then(|input| member(input, &made.name, identifier, alone));
                        Source::RequestParameter(asked.unwrap_or(identifier).to_owned())
                    }
                },
                // A list of names, URLs or ARNs: each is the identifier.
                None if elements.is_some() && place != "@" => Source::Response(place.clone()),
                None => {
                    let asked = input.and_then(|input| member(input, &made.name, identifier, alone));
                    Source::RequestParameter(asked.unwrap_or(identifier).to_owned())
                }
            }
        };
        let identifiers =
            made.identifiers.iter().map(|i| Param { target: i.name.clone(), source: source(&i.name) }).collect();
        let path = (fields.is_some() && place != "@").then(|| place.clone());
        (Made { kind: made.name.clone(), identifiers, path }, true)
    }
}

struct Collection {
    name: String,
    kind: String,
    parent: Option<usize>,
    actions: Vec<Action>,
    many: Vec<Action>,
}

fn identifiers(at: &At<'_>) -> Found<Vec<String>> {
    at.elements("identifiers", |at| match api_name(at.json) {
        Some(name) => Ok(name),
        None => at.wrong("api_name is missing"),
    })
}

/// `$shape_name.QueueUrl` names `QueueUrl`.
fn api_name(json: &Json) -> Option<String> {
    let name = json.get("api_name")?.as_str()?;
    Some(name.rsplit('.').next().unwrap_or(name).trim().to_owned())
}

/// The member that an identifier of a resource stands for.
fn member<'s>(fields: &'s Structure, kind: &str, identifier: &str, alone: bool) -> Option<&'s str> {
    let find = |wanted: &str| fields.members.iter().map(|m| &*m.name).find(|name| name.eq_ignore_ascii_case(wanted));
    let own = find(identifier).or_else(|| ["Name", "Id"].iter().find_map(|end| find(&format!("{identifier}{end}"))));
    own.or_else(|| match (alone, &*fields.members) {
        // What takes one thing only takes that.
        (true, [only]) => Some(&only.name),
        (true, _) => {
            ["Name", "Id", "Arn"].iter().find_map(|end| find(&format!("{kind}{end}"))).or_else(|| find("Name"))
        }
        (false, _) => None,
    })
}
