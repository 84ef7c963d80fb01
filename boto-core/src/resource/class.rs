//! Classes: what is known of resources and collections before there is one. Built once per session and shared.

use super::{Collection, Resource};
use crate::{
    cache::Class,
    connection::{Connection, ConnectionClass},
    lookup,
    session::Session,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use boto_model::{
    resource::{self, Action, ResourceSet},
    suggest::snake_case,
};
use std::sync::Arc;

/// The bytes of a definition: what it prints, which is near to what it holds.
fn bytes(definition: &dyn std::fmt::Debug) -> usize {
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

impl Class for CollectionClass {
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
}

impl ResourceClass {
    pub(crate) fn find(set: Arc<ResourceSet>, connection: Arc<ConnectionClass>, name: &str) -> Result<ResourceClass> {
        match set.resources.iter().position(|r| r.name == name) {
            Some(index) => Ok(ResourceClass { set, connection, index: Some(index) }),
            None => Err(lookup::unknown("resource", name, set.resources.iter().map(|r| r.name.as_str()))
                .at(connection.name(), "")),
        }
    }

    pub(crate) fn of_service(set: Arc<ResourceSet>, connection: Arc<ConnectionClass>) -> ResourceClass {
        ResourceClass { set, connection, index: None }
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
        self.definition().actions.iter().map(|a| a.name.as_str())
    }

    /// The names of its collections.
    pub fn collections(&self) -> impl Iterator<Item = &str> {
        self.definition().has_many.iter().map(|a| a.name.as_str())
    }

    /// The names of the resources it leads to.
    pub fn relations(&self) -> impl Iterator<Item = &str> {
        self.definition().has.iter().map(|r| r.name.as_str())
    }

    /// The names of what can be waited for.
    pub fn waiters(&self) -> impl Iterator<Item = &str> {
        self.definition().waiters.iter().map(|w| w.name.as_str())
    }

    /// The names of what can be done with many at once.
    pub fn batch_actions(&self) -> impl Iterator<Item = &str> {
        self.definition().batch_actions.iter().map(|a| a.name.as_str())
    }

    /// A resource of this class. All identifiers must be given, by name (`Url` or `url`).
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
            let found = given.0.remove(&identifier.name).or_else(|| given.0.remove(&snake_case(&identifier.name)));
            match found {
                Some(value) if !value.is_null() => known[&identifier.name] = value,
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

    /// The class of another resource of the same service.
    pub(super) fn sibling(&self, name: &str) -> Result<Arc<ResourceClass>> {
        ResourceClass::find(Arc::clone(&self.set), Arc::clone(&self.connection), name).map(Arc::new)
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

/// What is known of a collection: how to list and make resources of one type.
#[derive(Debug)]
pub struct CollectionClass {
    pub(super) name: String,
    /// What the collection belongs to; the service for most.
    pub(super) parent: Arc<ResourceClass>,
    /// Index among the parent's collections.
    pub(super) index: usize,
}

impl CollectionClass {
    /// Finds the collection of that name: that of the resource's type (`BucketCollection`), or the model's own name
    /// (`Buckets`). Those of the service itself go before those that belong to a resource.
    pub(crate) fn find(set: Arc<ResourceSet>, connection: Arc<ConnectionClass>, name: &str) -> Result<CollectionClass> {
        let wanted = name.strip_suffix("Collection").unwrap_or(name);
        let parents = std::iter::once(None).chain((0..set.resources.len()).map(Some));
        let mut names = Vec::new();
        for index in parents {
            let parent = ResourceClass { set: Arc::clone(&set), connection: Arc::clone(&connection), index };
            for (at, many) in parent.definition().has_many.iter().enumerate() {
                let kind = many.resource.as_ref().map_or("", |made| &made.kind);
                if many.name == wanted || kind == wanted {
                    return Ok(CollectionClass { name: name.to_owned(), parent: Arc::new(parent), index: at });
                }
                names.push(format!("{kind}Collection"));
            }
        }
        names.sort();
        names.dedup();
        Err(lookup::unknown("collection", name, names.iter().map(String::as_str)).at(connection.name(), ""))
    }

    /// Its name, `BucketCollection`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The service, `s3`.
    pub fn service(&self) -> &str {
        self.parent.service()
    }

    /// The definition.
    pub fn definition(&self) -> &Action {
        &self.parent.definition().has_many[self.index]
    }

    /// The class of its resources.
    pub fn resource(&self) -> Result<Arc<ResourceClass>> {
        let kind = self.definition().resource.as_ref().map_or("", |made| &made.kind);
        self.parent.sibling(kind)
    }

    /// The class of the resource that the collection belongs to, unless that is the service.
    pub fn parent(&self) -> Option<&Arc<ResourceClass>> {
        self.parent.index.is_some().then_some(&self.parent)
    }

    /// The collection over that connection.
    pub fn connection(self: &Arc<Self>, connection: &Connection) -> Collection {
        Collection::new(Arc::clone(self), connection.clone())
    }

    /// The collection in that session, over a connection with its settings.
    pub fn connect(self: &Arc<Self>, session: &Session) -> Collection {
        self.connection(&self.parent.connection.connect(session))
    }
}
