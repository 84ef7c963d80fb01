//! [`CollectionClass`]: what is known of a collection before there is one.

use super::{Base, Collection, ResourceClass};
use crate::{
    cache::Class,
    connection::{Connection, ConnectionClass},
    session::Session,
    Result,
};
use boto_model::resource::{Action, Made, ResourceSet};
use std::sync::Arc;

/// What is known of a collection: how to list and make resources of one type.
#[derive(Clone, Debug)]
pub struct CollectionClass {
    name: String,
    /// What the collection belongs to; the service for most.
    pub(super) parent: Arc<ResourceClass>,
    /// How it is listed; without an operation if it cannot be.
    definition: Action,
    /// The actions of the parent that are its own; `None` where nobody says.
    pub(super) actions: Vec<String>,
    pub(super) base: Option<Arc<Base>>,
}

impl CollectionClass {
    /// The collection of that name: one that definitions name so, that of the resource's type (`BucketCollection`), or
    /// the parent's name for it (`Buckets`). Of several the one goes first whose name is nearest, then that of the
    /// service itself.
    pub(crate) fn find(
        set: &Arc<ResourceSet>,
        connection: &Arc<ConnectionClass>,
        name: &str,
    ) -> Option<CollectionClass> {
        let class =
            |index| ResourceClass { set: Arc::clone(set), connection: Arc::clone(connection), index, base: None };
        if let Some(named) = set.collections.iter().find(|named| named.name == name) {
            let index = named.parent.as_ref().and_then(|parent| set.resources.iter().position(|r| r.name == *parent));
            let parent = class(index);
            let many = named.many.as_ref();
            let listed = many.and_then(|many| parent.definition().has_many.iter().find(|m| m.name == *many)).cloned();
            let definition = listed.unwrap_or_else(|| Action {
                name: named.kind.clone(),
                resource: Some(Made { kind: named.kind.clone(), ..Made::default() }),
                ..Action::default()
            });
            let (name, actions) = (name.to_owned(), named.actions.clone());
            return Some(CollectionClass { name, parent: Arc::new(parent), definition, actions, base: None });
        }
        let wanted = name.strip_suffix("Collection").unwrap_or(name);
        let parents = std::iter::once(None).chain((0..set.resources.len()).map(Some));
        let mut best: Option<(usize, ResourceClass, Action)> = None;
        for index in parents {
            let parent = class(index);
            for many in &parent.definition().has_many {
                let Some(rank) = rank(many, wanted) else { continue };
                if best.as_ref().is_none_or(|(known, ..)| rank < *known) {
                    best = Some((rank, class(index), many.clone()));
                }
            }
        }
        let (_, parent, definition) = best?;
        Some(CollectionClass::of(Arc::new(parent), name, definition))
    }

    pub(super) fn of(parent: Arc<ResourceClass>, name: &str, definition: Action) -> CollectionClass {
        CollectionClass { name: name.to_owned(), parent, definition, actions: Vec::new(), base: None }
    }

    /// The names that collections of a set go by.
    pub(crate) fn names(set: &ResourceSet) -> Vec<String> {
        let parents = std::iter::once(&set.service).chain(&set.resources);
        let kinds = parents.flat_map(|parent| &parent.has_many).filter_map(|many| Some(&many.resource.as_ref()?.kind));
        kinds.map(|kind| format!("{kind}Collection")).chain(set.collections.iter().map(|c| c.name.clone())).collect()
    }

    /// The same with what a base does differently, instead of what another one did.
    pub fn with_base(&self, base: &Arc<Base>) -> CollectionClass {
        CollectionClass { base: Some(Arc::clone(base)), ..self.clone() }
    }

    /// What it does differently from the built-in one.
    pub fn base(&self) -> Option<&Arc<Base>> {
        self.base.as_ref()
    }

    /// Its name, `BucketCollection`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The service, `s3`.
    pub fn service(&self) -> &str {
        self.parent.service()
    }

    /// The definition. Its operation is empty for collections that cannot be listed.
    pub fn definition(&self) -> &Action {
        &self.definition
    }

    /// The names of the actions that are the collection's own.
    pub fn actions(&self) -> impl Iterator<Item = &str> {
        self.actions.iter().map(String::as_str)
    }

    /// The class of its resources.
    pub fn resource(&self) -> Result<Arc<ResourceClass>> {
        match self.base.as_ref().and_then(|base| base.resource.as_ref()) {
            Some(class) => Ok(Arc::clone(class)),
            None => self.parent.sibling(self.kind()),
        }
    }

    /// The name of the type of its resources.
    pub(super) fn kind(&self) -> &str {
        self.definition.resource.as_ref().map_or("", |made| &made.kind)
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

impl Class for CollectionClass {
    fn bytes(&self) -> usize {
        size_of::<Self>() + super::class::bytes(self.definition())
    }
}

/// How well a collection answers to a name; 0 is best.
fn rank(many: &Action, wanted: &str) -> Option<usize> {
    let kind = many.resource.as_ref().map_or("", |made| &made.kind);
    let plural = |name: &str| {
        let stem = name.strip_suffix('y').unwrap_or(name);
        many.name.strip_prefix(stem).is_some_and(|rest| ["s", "es", "ies"].contains(&rest))
    };
    match () {
        () if many.name == wanted => Some(0),
        () if kind == wanted && plural(kind) => Some(1),
        () if kind == wanted => Some(2),
        () if plural(wanted) => Some(3),
        () => None,
    }
}
