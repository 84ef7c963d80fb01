//! [`Listing`]: a collection with the typed input of the operation that lists.

use super::{Batch, Collection, Each, Pages, Resource};
use crate::{
    call::Call,
    connection::Connection,
    field::Record,
    project,
    resource::{self as untyped, CollectionClass},
    value::{Object, Value},
    BoxFuture, Result,
};
use std::{marker::PhantomData, sync::Arc};

/// A collection of typed resources, and what it is narrowed down to: the input of the operation that lists.
pub struct Listing<I, T> {
    collection: untyped::Collection,
    /// Public for setters, as that of calls is.
    #[doc(hidden)]
    pub input: I,
    kind: PhantomData<fn() -> T>,
}

/// A collection of typed resources that is narrowed down by name.
pub type Many<T> = Listing<Object, T>;

impl<I: Clone, T> Clone for Listing<I, T> {
    fn clone(&self) -> Self {
        Listing { collection: self.collection.clone(), input: self.input.clone(), kind: PhantomData }
    }
}

impl<I: Record, T: Resource> Listing<I, T> {
    /// The collection of that name that belongs to this resource (or to the service).
    pub fn new(owner: &untyped::Resource, name: &str, input: I) -> Listing<I, T> {
        let parent = Arc::clone(owner.class());
        // A name that the macro wrote is there.
        let definition = parent.definition().has_many.iter().find(|many| many.name == name).cloned();
        let class = Arc::new(CollectionClass::of(parent, name, definition.unwrap_or_default()));
        let collection = class.connection(owner.connection()).of(owner);
        Listing { collection, input, kind: PhantomData }
    }

    /// The input of the operation that lists, as far as it is given here.
    pub fn input_mut(&mut self) -> &mut I {
        &mut self.input
    }

    /// Only what the operation finds with this parameter, by name.
    #[must_use]
    pub fn filter(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.collection = self.collection.filter(name, value.into());
        self
    }

    /// At most so many resources.
    #[must_use]
    pub fn limit(mut self, limit: usize) -> Self {
        self.collection = self.collection.limit(limit);
        self
    }

    /// So many resources per request, where the operation lets one choose.
    #[must_use]
    pub fn page_size(mut self, size: u32) -> Self {
        self.collection = self.collection.page_size(size);
        self
    }

    /// The untyped collection, narrowed down as this one is.
    pub fn untyped(&self) -> untyped::Collection {
        let definition = self.collection.class().definition();
        let known = |name: &str| definition.params.iter().any(|p| p.target.split(['.', '[']).next() == Some(name));
        let given = self.given(&definition.operation);
        given.0.into_iter().fold(self.collection.clone(), |collection, (name, value)| match &value {
            // A typed list or map that is empty is one that is not given.
            Value::List(list) if list.is_empty() => collection,
            Value::Map(map) if map.0.is_empty() => collection,
            Value::List(_) | Value::Map(_) => collection.filter(name, value),
            // A required member that the definition fills in stands empty here.
            _ if known(&name) => collection,
            _ => collection.filter(name, value),
        })
    }

    fn given(&self, operation: &str) -> Object {
        let service = self.connection().service();
        let shape = service.operation(operation).and_then(|operation| operation.input);
        shape.map(|shape| project::to_object(service, shape, &self.input)).unwrap_or_default()
    }

    /// The same collection with what a base does differently: hooks on what is listed, made and done with all.
    #[must_use]
    pub fn with_base(mut self, base: &Arc<untyped::Base>) -> Self {
        self.collection = self.collection.with_base(base);
        self
    }

    /// The connection it goes through.
    pub fn connection(&self) -> &Connection {
        self.collection.connection()
    }

    /// The call of the owner's action that makes one of these.
    pub fn create<J: Record, O>(&self, action: &str, input: J) -> Call<J, O> {
        let class = self.collection.class();
        let doing = self.collection.doing("create", "");
        super::act::act_with(self.collection.parent(), action, input, doing, class.base().cloned())
    }

    /// The resources, one after the other.
    pub fn each(&self) -> Each<T> {
        Each::new(Ok(self.untyped().each()))
    }

    /// The resources, page by page.
    pub fn pages(&self) -> Pages<T> {
        Pages::new(Ok(self.untyped().pages()))
    }

    /// All resources, in memory.
    pub fn all(&self) -> BoxFuture<'static, Result<Vec<T>>> {
        Box::pin(self.each().collect())
    }

    /// A batch action of all these resources.
    pub fn batch(&self, action: &str) -> Batch<T> {
        Batch::new(self.untyped().batch(action))
    }
}

impl<I: Record, T: Resource> Collection for Listing<I, T> {
    type Item = T;

    fn untyped(&self) -> Result<untyped::Collection> {
        Ok(Listing::untyped(self))
    }
}

impl<I, T> std::fmt::Debug for Listing<I, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {:?}", self.collection.class().name(), self.collection.parent())
    }
}
