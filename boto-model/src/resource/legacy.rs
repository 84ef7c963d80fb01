//! The format of boto3's first version (`resources` and `collections`, each operation named by hand), as the same facts.
//!
//! It names identifiers without saying where they go: there, a method took whatever it had a parameter for. So the
//! tables are asked: an identifier goes to the member of its own name, else to that of the resource's (`Id` of a `Table`
//! is `TableName`).

use super::{
    parse::{listed, named, optional, required},
    Action, Identifier, Made, Param, Relation, Resource, ResourceSet, Source,
};
use crate::{
    document::{Invalid, Json, Node, Read},
    shape::Structure,
    Kind, Service, ShapeId,
};

impl ResourceSet {
    /// Reads a document in either format. The tables of the service are needed for the older one.
    ///
    /// # Errors
    /// What is wrong and where.
    pub fn read(text: &str, service: &Service) -> Result<ResourceSet, Invalid> {
        let json = Json::parse(text.as_bytes())?;
        let root = Node::root(&json);
        match json.get("collections").is_some() && json.get("service").is_none() {
            true => Reader { service, root }.set(),
            false => ResourceSet::of(root),
        }
    }
}

struct Reader<'a> {
    service: &'a Service,
    root: Node<'a>,
}

impl Reader<'_> {
    fn set(&self) -> Read<ResourceSet> {
        let mut set = ResourceSet {
            resources: named(&self.root, "resources", &|name, at| self.resource(name, &at))?,
            ..ResourceSet::default()
        };
        let collections = named(&self.root, "collections", &|name, at| self.collection(name, &at, &set.resources))?;
        for Collection { name, kind, parent, actions, many } in collections {
            // Bucket.objects is what S3ObjectCollection lists.
            let relations = named(&self.root, "resources", &|owner, at| {
                let names = named(&at, "relations", &|name, at| Ok((name.to_owned(), optional(&at, "class")?)))?;
                Ok((owner.to_owned(), names))
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

    fn resource(&self, name: &str, at: &Node<'_>) -> Read<Resource> {
        let identifiers = identifiers(at)?;
        let mut resource = Resource {
            name: name.to_owned(),
            shape: optional(at, "shape_name")?.filter(|name| self.service.shape_named(name).is_some()),
            ..Resource::default()
        };
        for action in named(at, "operations", &|name, at| self.action(name, &at, &resource.name, &identifiers))? {
            match action.name.as_str() {
                "get" => resource.load = Some(Action { path: action.path.clone().or(Some("@".to_owned())), ..action }),
                _ => resource.actions.push(action),
            }
        }
        let relations = named(at, "relations", &|name, at| {
            Ok((name.to_owned(), required(&at, "class")?, required(&at, "class_type")?))
        })?;
        resource.has = relations
            .into_iter()
            .filter(|(_, _, kind)| kind == "resource")
            .map(|(name, kind, _)| {
                let own = |i: &String| Param { target: i.clone(), source: Source::Identifier(i.clone()) };
                let resources = self.root.json.get("resources");
                let target = resources.and_then(|all| all.get(&kind)).and_then(|target| target.get("identifiers"));
                let wanted: Vec<String> = match target {
                    Some(Json::List(identifiers)) => identifiers.iter().filter_map(api_name).collect(),
                    _ => Vec::new(),
                };
                let identifiers = identifiers.iter().filter(|i| wanted.contains(i)).map(own).collect();
                Relation { name, resource: Made { kind, identifiers, path: None } }
            })
            .collect();
        resource.identifiers =
            identifiers.into_iter().map(|name| Identifier { name, ..Identifier::default() }).collect();
        Ok(resource)
    }

    /// One operation of a resource or collection that has these identifiers.
    fn action(&self, name: &str, at: &Node<'_>, kind: &str, identifiers: &[String]) -> Read<Action> {
        let operation = required(at, "api_name")?;
        let input = self.service.operation(&operation).and_then(|operation| operation.input);
        let input = input.and_then(|shape| self.service.shape(shape).structure());
        let params = identifiers.iter().filter_map(|identifier| {
            let target = member(input?, kind, identifier, identifiers.len() == 1)?.to_owned();
            Some(Param { target, source: Source::Identifier(identifier.clone()) })
        });
        Ok(Action {
            name: name.to_owned(),
            operation,
            params: params.collect(),
            resource: None,
            path: optional(at, "result_key")?,
        })
    }

    fn collection(&self, name: &str, at: &Node<'_>, resources: &[Resource]) -> Read<Collection> {
        let kind = required(at, "resource")?;
        let given = identifiers(at)?;
        // A collection with identifiers belongs to the resource that has the same.
        let same = |r: &Resource| r.name != kind && r.identifiers.iter().map(|i| &i.name).eq(given.iter());
        let parent = resources.iter().position(|r| !given.is_empty() && same(r));
        let made = resources.iter().find(|r| r.name == kind);
        let (actions, many) = (Vec::new(), Vec::new());
        let mut collection = Collection { name: name.to_owned(), kind: kind.clone(), parent, actions, many };
        for mut action in named(at, "operations", &|name, at| self.action(name, &at, &kind, &given))? {
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

fn identifiers(at: &Node<'_>) -> Read<Vec<String>> {
    listed(at, "identifiers", &|at| api_name(at.json).ok_or_else(|| at.error("api_name is missing")))
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
