//! Whether definitions hold against the tables: every operation, member, path, identifier, type and waiter they name.

use super::{Action, Made, Param, Resource, ResourceSet, Source};
use crate::{document::Invalid, Kind, Service, ShapeId};

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Actions, loads and batch actions.
    pub actions: usize,
    /// Collections.
    pub collections: usize,
    /// Waiters.
    pub waiters: usize,
    /// References: everything that says which they lead to is known.
    pub references: usize,
    /// Sub-resources: some identifiers are still to be given.
    pub sub_resources: usize,
    /// What does not hold, each with its place.
    pub flaws: Vec<Invalid>,
}

impl ResourceSet {
    /// Holds these definitions against the tables of their service.
    pub fn check(&self, service: &Service) -> Checked {
        let mut check = Check { set: self, service, found: Checked::default() };
        check.resource(&self.service, "service");
        for resource in &self.resources {
            check.resource(resource, &format!("resources.{}", resource.name));
        }
        check.found
    }
}

struct Check<'a> {
    set: &'a ResourceSet,
    service: &'a Service,
    found: Checked,
}

/// What sources may look at.
#[derive(Clone, Copy, Default)]
struct Shapes {
    data: Option<ShapeId>,
    input: Option<ShapeId>,
    output: Option<ShapeId>,
}

impl Check<'_> {
    fn flaw(&mut self, path: &str, what: String) {
        self.found.flaws.push(Invalid::new(path, what));
    }

    fn resource(&mut self, resource: &Resource, at: &str) {
        let data = resource.shape.as_deref().and_then(|name| self.service.shape_named(name));
        if let (Some(name), None) = (&resource.shape, data) {
            self.flaw(at, format!("no shape {name}"));
        }
        if let Some(action) = &resource.load {
            self.action(resource, action, data, &format!("{at}.load"));
            self.found.actions += 1;
        }
        for action in resource.actions.iter().chain(&resource.batch_actions) {
            self.action(resource, action, data, &format!("{at}.actions.{}", action.name));
            self.found.actions += 1;
        }
        for many in &resource.has_many {
            self.action(resource, many, data, &format!("{at}.hasMany.{}", many.name));
            if many.resource.is_none() {
                self.flaw(&format!("{at}.hasMany.{}", many.name), "a resource is missing".to_owned());
            }
            self.found.collections += 1;
        }
        for relation in &resource.has {
            let shapes = Shapes { data, ..Shapes::default() };
            self.made(resource, &relation.resource, shapes, &format!("{at}.has.{}", relation.name));
            match relation.resource.identifiers.iter().any(|param| param.source == Source::Input) {
                true => self.found.sub_resources += 1,
                false => self.found.references += 1,
            }
        }
        for waiter in &resource.waiters {
            let at = format!("{at}.waiters.{}", waiter.name);
            self.found.waiters += 1;
            let Some(found) = self.service.waiter(&waiter.waiter) else {
                self.flaw(&at, format!("no waiter {}", waiter.waiter));
                continue;
            };
            let input = self.service.operation(&found.operation).and_then(|operation| operation.input);
            self.params(resource, &waiter.params, Shapes { data, input, output: None }, &at);
        }
    }

    fn action(&mut self, owner: &Resource, action: &Action, data: Option<ShapeId>, at: &str) {
        let Some(operation) = self.service.operation(&action.operation) else {
            return self.flaw(at, format!("no operation {}", action.operation));
        };
        let shapes = Shapes { data, input: operation.input, output: operation.output };
        self.params(owner, &action.params, shapes, at);
        if let Some(path) = &action.path {
            self.path(shapes.output, path, at);
        }
        if let Some(made) = &action.resource {
            self.made(owner, made, shapes, at);
        }
    }

    fn params(&mut self, owner: &Resource, params: &[Param], shapes: Shapes, at: &str) {
        for param in params {
            self.path(shapes.input, &param.target, at);
            self.source(owner, param, shapes, at);
        }
    }

    fn made(&mut self, owner: &Resource, made: &Made, shapes: Shapes, at: &str) {
        let Some(target) = self.set.resource(&made.kind) else {
            return self.flaw(at, format!("no resource {}", made.kind));
        };
        for param in &made.identifiers {
            if !target.identifiers.iter().any(|identifier| identifier.name == param.target) {
                self.flaw(at, format!("{} has no identifier {}", made.kind, param.target));
            }
            self.source(owner, param, shapes, at);
        }
        for identifier in &target.identifiers {
            if !identifier.optional && !made.identifiers.iter().any(|param| param.target == identifier.name) {
                self.flaw(at, format!("identifier {} of {} comes from nowhere", identifier.name, made.kind));
            }
        }
        if let Some(path) = &made.path {
            self.path(shapes.output.or(shapes.data), path, at);
        }
    }

    fn source(&mut self, owner: &Resource, param: &Param, shapes: Shapes, at: &str) {
        match &param.source {
            Source::Identifier(name) if !owner.identifiers.iter().any(|identifier| identifier.name == *name) => {
                self.flaw(at, format!("no identifier {name}"));
            }
            Source::Data(path) => self.path(shapes.data, path, at),
            Source::Response(path) => self.path(shapes.output, path, at),
            Source::RequestParameter(path) => self.path(shapes.input, path, at),
            _ => {}
        }
    }

    /// Follows a path of members, lists and entries. Anything but that is not looked at.
    fn path(&mut self, shape: Option<ShapeId>, path: &str, at: &str) {
        if path == "@" || path.contains(['|', '?', '(', '`', '"', '{']) {
            return;
        }
        let Some(mut shape) = shape else { return self.flaw(at, format!("{path}: there is no data to look at")) };
        for step in path.split('.') {
            let (name, places) =
                step.split_once('[').map_or((step, 0), |(name, rest)| (name, 1 + rest.matches('[').count()));
            shape = match &self.service.shape(shape).kind {
                Kind::Structure(structure) => match structure.member(name) {
                    Some((_, member)) => member.target,
                    None => return self.flaw(at, format!("{path}: no member {name}")),
                },
                Kind::Map { value, .. } => value.target,
                _ => return self.flaw(at, format!("{path}: {name} of what is no structure")),
            };
            for _ in 0..places {
                shape = match &self.service.shape(shape).kind {
                    Kind::List { member, .. } => member.target,
                    _ => return self.flaw(at, format!("{path}: {name} is no list")),
                };
            }
        }
    }
}
