//! [`CollectionClass`]: what is known of a collection before there is one.

use super::{Base, Collection, ResourceClass};
use crate::{cache::Class, connection::Connection, session::Session, Result};
use boto_model::resource::Action;
use std::sync::Arc;

/// What is known of a collection: how to list and make resources of one type.
#[derive(Clone, Debug)]
pub struct CollectionClass {
    pub(super) name: String,
    /// What the collection belongs to; the service for most.
    pub(super) parent: Arc<ResourceClass>,
    /// How it is listed; without an operation if it cannot be.
    pub(super) definition: Action,
    /// The actions of the parent that are its own; `None` where nobody says.
    pub(super) actions: Vec<String>,
    pub(super) base: Option<Arc<Base>>,
}

impl CollectionClass {
    pub(super) fn of(parent: Arc<ResourceClass>, name: &str, definition: Action) -> CollectionClass {
        CollectionClass { name: name.to_owned(), parent, definition, actions: Vec::new(), base: None }
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
