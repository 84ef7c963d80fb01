//! Classes: what is known of resources and collections before there is one. Built once per session and shared.

use super::{Base, Resource};
use crate::{
    cache::Class,
    connection::{Connection, ConnectionClass},
    lookup,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use boto_model::{
    resource::{self, Identifier, ResourceSet, Source},
    suggest::snake_case,
};
use std::sync::Arc;

/// Whether some of the identifiers of what it leads to are still to be given.
fn is_open(relation: &resource::Relation) -> bool {
    relation.resource.identifiers.iter().any(|param| param.source == Source::Input)
}

/// The bytes of a definition: what it prints, which is near to what it holds.
pub(super) fn bytes(definition: &dyn std::fmt::Debug) -> usize {
    struct Count(usize);
    impl std::fmt::Write for Count {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0 += text.len();
            Ok(())
        }
    }
    let mut count = Count(0);
    // Counting cannot fail.
    let _ = std::fmt::write(&mut count, format_args!("{definition:?}"));
    count.0
}

impl Class for ResourceClass {
    fn bytes(&self) -> usize {
        size_of::<Self>() + bytes(self.definition())
    }
}

/// What is known of one type of resource.
#[derive(Debug)]
pub struct ResourceClass {
    pub(super) set: Arc<ResourceSet>,
    pub(super) connection: Arc<ConnectionClass>,
    /// Index in the set; `None` is the service itself.
    pub(super) index: Option<usize>,
    pub(super) base: Option<Arc<Base>>,
}

impl ResourceClass {
    pub(crate) fn find(set: &Arc<ResourceSet>, connection: &Arc<ConnectionClass>, name: &str) -> Option<ResourceClass> {
        let index = set.resources.iter().position(|r| r.name == name)?;
        let (set, connection) = (Arc::clone(set), Arc::clone(connection));
        Some(ResourceClass { set, connection, index: Some(index), base: None })
    }

    pub(crate) fn of_service(set: Arc<ResourceSet>, connection: Arc<ConnectionClass>) -> ResourceClass {
        ResourceClass { set, connection, index: None, base: None }
    }

    /// The same with what a base does differently, instead of what another one did.
    pub fn with_base(&self, base: &Arc<Base>) -> ResourceClass {
        let (set, connection) = (Arc::clone(&self.set), Arc::clone(&self.connection));
        ResourceClass { set, connection, index: self.index, base: Some(Arc::clone(base)) }
    }

    /// What it does differently from the built-in one.
    pub fn base(&self) -> Option<&Arc<Base>> {
        self.base.as_ref()
    }

    /// The definition.
    pub fn definition(&self) -> &resource::Resource {
        self.index.map_or(&self.set.service, |index| &self.set.resources[index])
    }

    /// Its name, `Queue`.
    pub fn name(&self) -> &str {
        &self.definition().name
    }

    /// The service, `sqs`.
    pub fn service(&self) -> &str {
        self.connection.name()
    }

    /// The names of its identifiers.
    pub fn identifiers(&self) -> impl Iterator<Item = &str> {
        self.definition().identifiers.iter().map(|i| i.name.as_str())
    }

    /// The names of its attributes: the members of its shape that are no identifiers.
    pub fn attributes(&self) -> Vec<&str> {
        let service = self.connection.service();
        let shape = self.definition().shape.as_deref().and_then(|name| service.shape_named(name));
        let identifies = |name: &str| {
            self.definition().identifiers.iter().any(|i| i.name == name || i.member_name.as_deref() == Some(name))
        };
        let members = shape.map_or(&[][..], |shape| service.shape(shape).members());
        members.iter().map(|m| &*m.name).filter(|name| !identifies(name)).collect()
    }

    /// The names of its actions.
    pub fn actions(&self) -> impl Iterator<Item = &str> {
        let custom = super::custom::actions(self).map(|custom| custom.name);
        self.definition().actions.iter().map(|a| a.name.as_str()).chain(custom)
    }

    /// The names of its collections.
    pub fn collections(&self) -> impl Iterator<Item = &str> {
        let own = self.base.iter().flat_map(|base| base.names_of_many());
        self.definition().has_many.iter().map(|a| a.name.as_str()).chain(own)
    }

    /// The names of the resources it leads to.
    pub fn relations(&self) -> impl Iterator<Item = &str> {
        let own = self.base.iter().flat_map(|base| base.names_of_one());
        self.definition().has.iter().map(|r| r.name.as_str()).chain(own)
    }

    /// Those of [`Self::relations`] that want identifiers given: sub-resources.
    pub fn sub_resources(&self) -> impl Iterator<Item = &str> {
        self.definition().has.iter().filter(|relation| is_open(relation)).map(|r| r.name.as_str())
    }

    /// Those of [`Self::relations`] that are known from identifiers and data: references.
    pub fn references(&self) -> impl Iterator<Item = &str> {
        let own = self.base.iter().flat_map(|base| base.names_of_one());
        self.definition().has.iter().filter(|relation| !is_open(relation)).map(|r| r.name.as_str()).chain(own)
    }

    /// The names of what can be waited for.
    pub fn waiters(&self) -> impl Iterator<Item = &str> {
        self.definition().waiters.iter().map(|w| w.name.as_str())
    }

    /// The names of what can be done with many at once.
    pub fn batch_actions(&self) -> impl Iterator<Item = &str> {
        self.definition().batch_actions.iter().map(|a| a.name.as_str())
    }

    /// A resource of this class. All identifiers must be given, by name (`Url` or `url`), or by the name that data or
    /// operations have for it (`FunctionName`, `function_name`). Those of a parent that the service assumes (the default
    /// cluster of ECS) may be left out.
    #[allow(clippy::new_ret_no_self)] // what a class makes is a resource
    pub fn new<N: Into<String>, V: Into<Value>>(
        self: &Arc<Self>,
        connection: &Connection,
        identifiers: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Resource> {
        let mut given: Object = identifiers.into_iter().collect();
        let mut known = Object::default();
        let mut missing = Vec::new();
        for identifier in &self.definition().identifiers {
            let mut names = self.names_of(identifier);
            let found = names.find_map(|name| given.0.remove(name).or_else(|| given.0.remove(&snake_case(name))));
            match found {
                Some(value) if !value.is_null() => known[&identifier.name] = value,
                _ if identifier.optional => {}
                _ => missing.push(identifier.name.as_str()),
            }
        }
        let flaw = |message: String| Err(Error::new(ErrorKind::Validation, message).at(self.service(), self.name()));
        if !missing.is_empty() {
            return flaw(format!("identifiers missing: {}", missing.join(", ")));
        }
        if let Some(unknown) = given.0.keys().next() {
            let names: Vec<&str> = self.identifiers().collect();
            return flaw(format!("no identifier {unknown:?}; there are {}", names.join(", ")));
        }
        Ok(Resource::new(Arc::clone(self), connection.clone(), known, None))
    }

    /// What an identifier may be called by whoever gives it: by its own name, as the data has it, or as operations take
    /// it.
    fn names_of<'a>(&'a self, identifier: &'a Identifier) -> impl Iterator<Item = &'a str> {
        let definition = self.definition();
        let calls = definition.load.iter().chain(&definition.actions).flat_map(|call| &call.params);
        let taken = calls.filter(|p| matches!(&p.source, Source::Identifier(name) if *name == identifier.name));
        let taken = taken.map(|p| p.target.as_str()).filter(|target| !target.contains(['[', '.']));
        [identifier.name.as_str()].into_iter().chain(identifier.member_name.as_deref()).chain(taken)
    }

    /// The class of another resource of the same service.
    pub(super) fn sibling(&self, name: &str) -> Result<Arc<ResourceClass>> {
        ResourceClass::find(&self.set, &self.connection, name).map(Arc::new).ok_or_else(|| {
            lookup::unknown("resource", name, self.set.resources.iter().map(|r| r.name.as_str()))
                .at(self.connection.name(), "")
        })
    }

    /// One entry of a list of the definition, by its name or the same in snake_case.
    pub(super) fn pick<'a, T>(
        &self,
        what: &str,
        list: &'a [T],
        name: &str,
        name_of: impl Fn(&T) -> &str,
    ) -> Result<&'a T> {
        list.iter().find(|entry| name_of(entry) == name || snake_case(name_of(entry)) == name).ok_or_else(|| {
            let names: Vec<String> = list.iter().map(|entry| name_of(entry).to_owned()).collect();
            lookup::unknown(what, name, names.iter().map(String::as_str)).at(self.service(), self.name())
        })
    }
}
