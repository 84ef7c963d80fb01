//! [`Resource`]: one of them, known by its identifiers; its data is loaded when asked for.

use super::{
    base::Doing, custom, make, params::Known, typed::Behalf, ActionCall, Base, Collection, CollectionClass,
    ResourceClass,
};
use crate::{
    call::Call,
    connection::Connection,
    value::{Object, Value},
    wait::Wait,
    Error, ErrorKind, Result,
};
use boto_model::{
    resource::{Action, Param, Relation, Source},
    suggest::snake_case,
};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

/// A resource. Cheap to clone; clones share the loaded data.
#[derive(Clone)]
pub struct Resource {
    inner: Arc<Inner>,
}

struct Inner {
    class: Arc<ResourceClass>,
    connection: Connection,
    identifiers: Object,
    data: Mutex<Option<Arc<Value>>>,
}

impl Resource {
    pub(super) fn new(
        class: Arc<ResourceClass>,
        connection: Connection,
        identifiers: Object,
        data: Option<Value>,
    ) -> Resource {
        Resource { inner: Arc::new(Inner { class, connection, identifiers, data: Mutex::new(data.map(Arc::new)) }) }
    }

    /// The class.
    pub fn class(&self) -> &Arc<ResourceClass> {
        &self.inner.class
    }

    /// The same resource, of a class with what a base does differently. It has its data for itself from now on.
    #[must_use]
    pub fn with_base(&self, base: &Arc<Base>) -> Resource {
        let class = Arc::new(self.class().with_base(base));
        Resource::new(class, self.connection().clone(), self.identifiers().clone(), self.data())
    }

    /// The connection it goes through.
    pub fn connection(&self) -> &Connection {
        &self.inner.connection
    }

    /// The identifiers, by the definition's names.
    pub fn identifiers(&self) -> &Object {
        &self.inner.identifiers
    }

    /// One identifier, by its name or the same in snake_case.
    pub fn identifier(&self, name: &str) -> Option<&Value> {
        let found = self.inner.identifiers.0.iter().find(|(n, _)| *n == name || snake_case(n) == name);
        found.map(|(_, value)| value)
    }

    /// Whether the data is there.
    pub fn is_loaded(&self) -> bool {
        self.loaded().is_some()
    }

    /// The data, if it is loaded.
    pub fn data(&self) -> Option<Value> {
        self.loaded().map(|data| (*data).clone())
    }

    /// Looks at the data without copying it.
    pub(crate) fn look<T>(&self, look: impl FnOnce(Option<&Value>) -> T) -> T {
        look(self.loaded().as_deref())
    }

    /// Forgets the data, if it can be loaded again.
    pub(crate) fn forget(&self) {
        if self.class().definition().load.is_some() {
            self.store(None);
        }
    }

    /// Loads the data, unless it is there.
    pub async fn load(&self) -> Result<()> {
        self.fresh().await.map(drop)
    }

    /// The data, loaded unless it is there. Others who share it may forget it meanwhile: this is what was found.
    pub(super) async fn fresh(&self) -> Result<Arc<Value>> {
        match self.loaded() {
            Some(data) => Ok(data),
            None => self.fetch().await,
        }
    }

    /// The same resource with that data for itself.
    pub(super) fn holding(&self, data: Arc<Value>) -> Resource {
        let (class, connection) = (Arc::clone(self.class()), self.connection().clone());
        let (identifiers, data) = (self.identifiers().clone(), Mutex::new(Some(data)));
        Resource { inner: Arc::new(Inner { class, connection, identifiers, data }) }
    }

    /// Loads the data anew. An error where the service answers that there is no such thing by answering with nothing.
    pub async fn reload(&self) -> Result<()> {
        self.fetch().await.map(drop)
    }

    async fn fetch(&self) -> Result<Arc<Value>> {
        let Some(load) = &self.class().definition().load else {
            return Err(Error::new(ErrorKind::Usage, "this resource has no operation that loads it")
                .at(self.class().service(), self.class().name()));
        };
        let mut input = self.input(load)?;
        let base = self.class().base().cloned();
        let doing = self.doing("load", &load.operation);
        if let Some(base) = &base {
            input = base.updated(&doing, input).await?;
        }
        let answer = Call::<Object, Value>::new(self.connection(), load.operation.clone(), input).await;
        let answer = match (&base, answer) {
            (Some(base), Ok(output)) => base.processed(&doing, output).await,
            (_, answer) => answer,
        };
        let path = Some(load.path.as_deref().unwrap_or("@"));
        let found = custom::loaded(self, answer.and_then(|output| make::at_path(path, &output)))?;
        if found.is_null() {
            return Err(Error::new(ErrorKind::Unknown, format!("there is no {self:?}"))
                .at(self.class().service(), &load.operation));
        }
        let found = Arc::new(found);
        self.store(Some(Arc::clone(&found)));
        Ok(found)
    }

    /// The same resource, with its data if one of these values stands in it.
    pub(super) async fn ready(&self, params: &[Param]) -> Result<Resource> {
        let needed = params.iter().any(|p| matches!(p.source, Source::Data(_)));
        match needed && self.class().definition().load.is_some() {
            true => Ok(self.holding(self.fresh().await?)),
            false => Ok(self.clone()),
        }
    }

    /// What is being done with this resource.
    pub(super) fn doing(&self, method: &str, operation: &str) -> Doing {
        Doing {
            service: self.class().service().to_owned(),
            class: self.class().name().to_owned(),
            method: method.to_owned(),
            operation: operation.to_owned(),
            resource: Some(self.clone()),
        }
    }

    /// One attribute, by its name or the same in snake_case; calls the service if the data is not there yet.
    pub async fn attribute(&self, name: &str) -> Result<Value> {
        let loaded = self.fresh().await?;
        let members = loaded.as_object();
        let found = members.and_then(|o| o.0.iter().find(|(n, _)| *n == name || snake_case(n) == name));
        if let Some((_, value)) = found {
            return Ok(value.clone());
        }
        let class = self.class();
        let names = class.attributes();
        if names.iter().any(|n| *n == name || snake_case(n) == name) {
            return Ok(Value::Null);
        }
        Err(crate::lookup::unknown("attribute", name, names.iter().copied()).at(class.service(), class.name()))
    }

    /// An action about to be done, by its name or the same in snake_case.
    // Transfers hang on this. Programs whose resources are typed or their own seldom call it: then it is not compiled.
    #[cfg_attr(not(feature = "resources-by-name"), inline)]
    pub fn action(&self, name: &str) -> Result<ActionCall> {
        match custom::action(self.class(), name) {
            Some(custom) => Ok(self.undefined_action(custom, custom.run())),
            None => self.defined_action(name),
        }
    }

    fn undefined_action(&self, custom: &'static custom::Custom, run: custom::Run) -> ActionCall {
        let doing = self.doing(custom.name, custom.operation);
        ActionCall::custom(self.clone(), (custom, run), doing, self.class().base().cloned())
    }

    /// An action of the definition.
    pub(crate) fn defined_action(&self, name: &str) -> Result<ActionCall> {
        let class = self.class();
        let action = class.pick("action", &class.definition().actions, name, |a| &a.name)?.clone();
        let doing = self.doing(&action.name, &action.operation);
        Ok(ActionCall::new(self.clone(), action, doing, class.base().cloned()))
    }

    /// A collection of this resource, by its name or the same in snake_case.
    pub fn collection(&self, name: &str) -> Result<Collection> {
        let class = self.class();
        if let Some(make) = class.base().and_then(|base| base.many(name)) {
            return make(self);
        }
        let picked = class.pick("collection", &class.definition().has_many, name, |a| &a.name)?;
        let collection = Arc::new(CollectionClass::of(Arc::clone(class), &picked.name, picked.clone()));
        Ok(collection.connection(self.connection()).of(self))
    }

    /// A resource that this one leads to, by the relation's name or the same in snake_case. `given` are the identifiers
    /// that are still open, in their order. A reference may lead nowhere (`None`), and needs the data loaded.
    pub async fn related<V: Into<Value>>(
        &self,
        name: &str,
        given: impl IntoIterator<Item = V>,
    ) -> Result<Option<Resource>> {
        let class = self.class();
        if let Some(make) = class.base().and_then(|base| base.one(name)) {
            return make(self.clone()).await;
        }
        let relation: &Relation = class.pick("relation", &class.definition().has, name, |r| &r.name)?;
        let given: Vec<Value> = given.into_iter().map(Into::into).collect();
        let ready = self.ready(&relation.resource.identifiers).await?;
        let from = make::From { given, ..make::From::default() };
        let mut made = ready.make(&relation.resource, from)?;
        Ok(made.pop())
    }

    /// A waiter of this resource, by its name (`Exists`, `exists`, `wait_until_exists`), with the input filled in.
    pub fn wait_until(&self, name: &str) -> Result<Wait<Object, Value>> {
        let class = self.class();
        let name = name.strip_prefix("wait_until_").unwrap_or(name);
        let waiter = class.pick("waiter", &class.definition().waiters, name, |w| &w.name)?;
        let mut input = Object::default();
        self.known(|known| known.fill(&waiter.params, &mut input, 0))?;
        let wait = self.connection().wait_until(&waiter.waiter);
        let wait = match Behalf::waiting(self, &waiter.name, wait.operation()) {
            Some(acting) => wait.on_behalf(acting),
            None => wait,
        };
        Ok(input.0.into_iter().fold(wait, |wait, (name, value)| wait.param(name, value)))
    }

    /// The service that this resource belongs to, as a resource.
    pub(super) fn service(&self) -> Resource {
        let class = self.class();
        let service = ResourceClass::of_service(Arc::clone(&class.set), Arc::clone(&class.connection));
        Resource::new(Arc::new(service), self.connection().clone(), Object::default(), None)
    }

    pub(super) fn input(&self, action: &Action) -> Result<Object> {
        let mut input = Object::default();
        self.known(|known| known.fill(&action.params, &mut input, 0))?;
        Ok(input)
    }

    /// Does something with what is known of this resource.
    pub(super) fn known<T>(&self, look: impl FnOnce(Known<'_>) -> Result<T>) -> Result<T> {
        let data = self.loaded();
        look(Known { identifiers: Some(self.identifiers()), data: data.as_deref(), ..Known::default() })
    }

    /// The data, if it is there.
    pub(super) fn loaded(&self) -> Option<Arc<Value>> {
        self.inner.data.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn store(&self, data: Option<Arc<Value>>) {
        *self.inner.data.lock().unwrap_or_else(PoisonError::into_inner) = data;
    }
}

/// Two resources are the same if class and identifiers are.
impl PartialEq for Resource {
    fn eq(&self, other: &Resource) -> bool {
        self.class().name() == other.class().name()
            && self.class().service() == other.class().service()
            && self.identifiers() == other.identifiers()
    }
}

impl fmt::Debug for Resource {
    /// `sqs.Queue(Url="…")`, as boto prints it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}(", self.class().service(), self.class().name())?;
        for (index, (name, value)) in self.identifiers().0.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            match value.as_str() {
                Some(text) => write!(f, "{comma}{name}={text:?}")?,
                None => write!(f, "{comma}{name}={value:?}")?,
            }
        }
        f.write_str(")")
    }
}
