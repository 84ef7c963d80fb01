//! [`Resource`]: one of them, known by its identifiers; its data is loaded when asked for.

use super::{params::Known, Collection, CollectionClass, ResourceClass};
use crate::{
    call::{Call, UntypedCall},
    connection::Connection,
    query::Query,
    value::{Object, Value},
    wait::Wait,
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::{
    resource::{Action, Made, Param, Relation, Source},
    suggest::snake_case,
};
use std::{
    fmt,
    future::IntoFuture,
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
    data: Mutex<Option<Value>>,
}

impl Resource {
    pub(super) fn new(
        class: Arc<ResourceClass>,
        connection: Connection,
        identifiers: Object,
        data: Option<Value>,
    ) -> Resource {
        Resource { inner: Arc::new(Inner { class, connection, identifiers, data: Mutex::new(data) }) }
    }

    /// The class.
    pub fn class(&self) -> &Arc<ResourceClass> {
        &self.inner.class
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
        self.loaded().clone()
    }

    /// Looks at the data without copying it.
    pub(crate) fn look<T>(&self, look: impl FnOnce(Option<&Value>) -> T) -> T {
        look(self.loaded().as_ref())
    }

    /// Forgets the data, if it can be loaded again.
    pub(crate) fn forget(&self) {
        if self.class().definition().load.is_some() {
            *self.loaded() = None;
        }
    }

    /// Loads the data, unless it is there.
    pub async fn load(&self) -> Result<()> {
        match self.is_loaded() {
            true => Ok(()),
            false => self.reload().await,
        }
    }

    /// Loads the data anew.
    pub async fn reload(&self) -> Result<()> {
        let Some(load) = &self.class().definition().load else {
            return Err(Error::new(ErrorKind::Usage, "this resource has no operation that loads it")
                .at(self.class().service(), self.class().name()));
        };
        let input = self.input(load)?;
        let output = Call::<Object, Value>::new(self.connection(), load.operation.clone(), input).await?;
        let found = at_path(Some(load.path.as_deref().unwrap_or("@")), &output)?;
        *self.loaded() = Some(found);
        Ok(())
    }

    /// One attribute, by its name or the same in snake_case; calls the service if the data is not there yet.
    pub async fn attribute(&self, name: &str) -> Result<Value> {
        self.load().await?;
        let loaded = self.loaded();
        let members = loaded.as_ref().and_then(Value::as_object);
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
    pub fn action(&self, name: &str) -> Result<ActionCall> {
        let class = self.class();
        let action = class.pick("action", &class.definition().actions, name, |a| &a.name)?.clone();
        let input = self.input(&action)?;
        let call = Call::new(self.connection(), action.operation.clone(), input);
        Ok(ActionCall { resource: self.clone(), action, call })
    }

    /// A collection of this resource, by its name or the same in snake_case.
    pub fn collection(&self, name: &str) -> Result<Collection> {
        let class = self.class();
        let picked = class.pick("collection", &class.definition().has_many, name, |a| &a.name)?;
        let index = class.definition().has_many.iter().position(|a| a.name == picked.name).unwrap_or_default();
        let name = picked.name.clone();
        let collection = Arc::new(CollectionClass { name, parent: Arc::clone(class), index });
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
        let relation: &Relation = class.pick("relation", &class.definition().has, name, |r| &r.name)?;
        let needs_data = |p: &Param| matches!(p.source, Source::Data(_));
        let given: Vec<Value> = given.into_iter().map(Into::into).collect();
        if relation.resource.identifiers.iter().any(needs_data) {
            self.load().await?;
        }
        let mut made = self.make(&relation.resource, given, None, None)?;
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
        Ok(input.0.into_iter().fold(wait, |wait, (name, value)| wait.param(name, value)))
    }

    pub(super) fn input(&self, action: &Action) -> Result<Object> {
        let mut input = Object::default();
        self.known(|known| known.fill(&action.params, &mut input, 0))?;
        Ok(input)
    }

    /// Does something with what is known of this resource.
    pub(super) fn known<T>(&self, look: impl FnOnce(Known<'_>) -> Result<T>) -> Result<T> {
        let data = self.data();
        look(Known { identifiers: Some(self.identifiers()), data: data.as_ref(), ..Known::default() })
    }

    /// Makes the resources that a definition describes. Where an identifier is a list, there is one resource for each
    /// of its elements; the data, if the definition has a path to it, goes to them in the same order.
    pub(super) fn make(
        &self,
        made: &Made,
        given: Vec<Value>,
        request: Option<&Value>,
        response: Option<&Value>,
    ) -> Result<Vec<Resource>> {
        let class = self.class().sibling(&made.kind)?;
        let data = self.data();
        let known = Known { identifiers: Some(self.identifiers()), data: data.as_ref(), request, response };
        let mut given = given.into_iter();
        let mut columns: Vec<(&str, Value)> = Vec::new();
        for param in &made.identifiers {
            let value = match known.value(param)? {
                Some(value) => value,
                None => given.next().ok_or_else(|| {
                    Error::new(ErrorKind::Validation, format!("identifier {} is missing", param.target))
                        .at(class.service(), class.name())
                })?,
            };
            columns.push((target(&class, made, param), value));
        }
        let found = match (&made.path, response) {
            (Some(path), Some(response)) => at_path(Some(path), response)?,
            (Some(path), None) => data.as_ref().map_or(Ok(Value::Null), |data| at_path(Some(path), data))?,
            (None, _) => Value::Null,
        };
        let lists = columns.iter().filter_map(|(_, value)| match value {
            Value::List(list) => Some(list.len()),
            _ => None,
        });
        let Some(count) = lists.max() else {
            if columns.iter().any(|(_, value)| value.is_null()) {
                return Ok(Vec::new());
            }
            let data = (!found.is_null()).then_some(found);
            let identifiers = complete(&class, columns.into_iter().collect(), data.as_ref());
            return Ok(vec![Resource::new(class, self.connection().clone(), identifiers, data)]);
        };
        let one = |index: usize| {
            let pick = |value: &Value| match value {
                Value::List(list) => list.get(index).cloned().unwrap_or_default(),
                other => other.clone(),
            };
            let data = Some(pick(&found)).filter(|value| !value.is_null());
            let identifiers = columns.iter().map(|(name, value)| (*name, pick(value))).collect();
            let identifiers = complete(&class, identifiers, data.as_ref());
            Resource::new(Arc::clone(&class), self.connection().clone(), identifiers, data)
        };
        Ok((0..count).map(one).collect())
    }

    fn loaded(&self) -> std::sync::MutexGuard<'_, Option<Value>> {
        self.inner.data.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The identifier that a parameter is for. The definitions of IAM give `PolicyArn` to a `Policy` that has only an `Arn`:
/// what the caller gives goes by position, as in boto3.
fn target<'a>(class: &'a ResourceClass, made: &'a Made, param: &'a Param) -> &'a str {
    let known = |name: &str| class.definition().identifiers.iter().any(|identifier| identifier.name == name);
    if known(&param.target) || param.source != Source::Input {
        return &param.target;
    }
    let taken = |name: &str| made.identifiers.iter().any(|param| param.target == name);
    let open = class.definition().identifiers.iter().map(|i| i.name.as_str()).find(|name| !taken(name));
    open.unwrap_or(&param.target)
}

/// Takes identifiers of which the definition says nothing from the data (as the user name of IAM's signing
/// certificates).
fn complete(class: &ResourceClass, mut identifiers: Object, data: Option<&Value>) -> Object {
    for identifier in &class.definition().identifiers {
        if identifiers[identifier.name.as_str()].is_null() {
            let names = identifier.member_name.iter().chain([&identifier.name]);
            let found = names.filter_map(|name| data?.get(name)).find(|value| !value.is_null());
            if let Some(value) = found {
                identifiers[identifier.name.as_str()] = value.clone();
            }
        }
    }
    identifiers
}

fn at_path(path: Option<&str>, value: &Value) -> Result<Value> {
    match path {
        None => Ok(Value::Null),
        Some("@") => Ok(value.clone()),
        Some(path) => Query::new(path)?.search(value),
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

/// An action about to be done.
#[must_use = "an action does nothing until it is awaited"]
pub struct ActionCall {
    pub(super) resource: Resource,
    pub(super) action: Action,
    pub(super) call: UntypedCall,
}

/// What an action answers.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The output, or the part of it that the definition names.
    Value(Value),
    /// A resource.
    Resource(Resource),
    /// Resources.
    Resources(Vec<Resource>),
}

impl Outcome {
    /// The value; `Null` if resources came.
    pub fn into_value(self) -> Value {
        match self {
            Outcome::Value(value) => value,
            _ => Value::Null,
        }
    }

    /// All resources that came.
    pub fn into_resources(self) -> Vec<Resource> {
        match self {
            Outcome::Value(_) => Vec::new(),
            Outcome::Resource(resource) => vec![resource],
            Outcome::Resources(resources) => resources,
        }
    }
}

impl ActionCall {
    /// Sets one member of the input. What the definition sets by itself can be overwritten.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.call = self.call.param(name, value);
        self
    }

    /// Sets members of the input from anything that serializes to an object.
    pub fn params<T: serde::Serialize + ?Sized>(mut self, params: &T) -> Self {
        self.call = self.call.params(params);
        self
    }

    async fn run(self) -> Result<Outcome> {
        let request = Value::Map(self.call.input().clone());
        let output = self.call.await?;
        // What was loaded may be of yesterday now; it is loaded again when it is asked for.
        self.resource.forget();
        match &self.action.resource {
            Some(made) => {
                let mut resources = self.resource.make(made, Vec::new(), Some(&request), Some(&output))?;
                let many = made.identifiers.iter().any(|param| match &param.source {
                    Source::Response(path) => path.contains("[]") || path.contains("[*]"),
                    _ => false,
                });
                match (many, resources.len()) {
                    (false, 1) => Ok(Outcome::Resource(resources.remove(0))),
                    _ => Ok(Outcome::Resources(resources)),
                }
            }
            None => match &self.action.path {
                Some(path) => at_path(Some(path), &output).map(Outcome::Value),
                None => Ok(Outcome::Value(output)),
            },
        }
    }
}

impl fmt::Debug for ActionCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}.{}", self.resource, self.action.name)
    }
}

impl IntoFuture for ActionCall {
    type Output = Result<Outcome>;
    type IntoFuture = BoxFuture<'static, Result<Outcome>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}
