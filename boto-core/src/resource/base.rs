//! [`Base`]: what one's own resources and collections do differently.

use super::{Resource, ResourceClass};
use crate::{
    value::{Object, Value},
    BoxFuture, Result,
};
use boto_model::suggest::snake_case;
use std::{fmt, future::Future, sync::Arc};

/// What is being done, for hooks.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Doing {
    /// The service, `sqs`.
    pub service: String,
    /// The resource or collection, `Queue`.
    pub class: String,
    /// What was asked for: the name of the action, `load`, `each`, `create`, or the name of a waiter.
    pub method: String,
    /// The operation that does it.
    pub operation: String,
    /// The resource it is done with; the parent for collections.
    pub resource: Option<Resource>,
}

impl Doing {
    /// Whether that is what is being done: by the method's or the operation's name, as they are or in snake_case.
    fn is(&self, name: &str) -> bool {
        [&self.method, &self.operation].into_iter().any(|known| known == name || snake_case(known) == name)
    }
}

type Params = Arc<dyn Fn(Doing, Object) -> BoxFuture<'static, Result<Object>> + Send + Sync>;
type Process = Arc<dyn Fn(Doing, Value) -> BoxFuture<'static, Result<Value>> + Send + Sync>;
type Every = Arc<dyn Fn(Resource) -> BoxFuture<'static, Result<Option<Resource>>> + Send + Sync>;
type One = Arc<dyn Fn(Resource) -> BoxFuture<'static, Result<Option<Resource>>> + Send + Sync>;
type Many = Arc<dyn Fn(&Resource) -> Result<super::Collection> + Send + Sync>;

/// What one's own resources and collections do differently from the built-in ones: they change what goes to the service
/// and what comes back, and lead to others. Under its name classes are built once per session: two bases of one name are
/// taken for the same.
///
/// ```
/// # use boto_core::resource::Base;
/// # use boto_core::{Error, ErrorKind};
/// let checked = Base::new("checked").update_params_of("send_message", |_, params| async move {
///     match params["MessageBody"].as_str() {
///         Some("") => Err(Error::new(ErrorKind::Validation, "an empty message")),
///         _ => Ok(params),
///     }
/// });
/// ```
#[derive(Clone, Default)]
pub struct Base {
    name: String,
    params: Vec<(Option<String>, Params)>,
    process: Vec<(Option<String>, Process)>,
    each: Vec<Every>,
    pub(super) resource: Option<Arc<ResourceClass>>,
    one: Vec<(String, One)>,
    many: Vec<(String, Many)>,
}

impl Base {
    /// A base that changes nothing yet.
    pub fn new(name: impl Into<String>) -> Base {
        Base { name: name.into(), ..Base::default() }
    }

    /// Its name, under which classes are kept.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Changes the input of whatever is done, or keeps it from being done by an error. Runs after those of single
    /// methods.
    #[must_use]
    pub fn update_params<F>(mut self, hook: impl Fn(Doing, Object) -> F + Send + Sync + 'static) -> Base
    where
        F: Future<Output = Result<Object>> + Send + 'static,
    {
        self.params.push((None, Arc::new(move |doing, params| Box::pin(hook(doing, params)))));
        self
    }

    /// Changes the input of one method, named by itself or by its operation (`send_message`, `SendMessage`, `each`).
    #[must_use]
    pub fn update_params_of<F>(
        mut self,
        name: impl Into<String>,
        hook: impl Fn(Doing, Object) -> F + Send + Sync + 'static,
    ) -> Base
    where
        F: Future<Output = Result<Object>> + Send + 'static,
    {
        self.params.push((Some(name.into()), Arc::new(move |doing, params| Box::pin(hook(doing, params)))));
        self
    }

    /// Changes the answer to whatever is done, before anything is made of it. Runs before those of single methods. Bodies
    /// and events that stream in stand in it unread ([`Value::Stream`], [`Value::Events`]): what a hook reads of them is
    /// gone for the caller.
    #[must_use]
    pub fn post_process<F>(mut self, hook: impl Fn(Doing, Value) -> F + Send + Sync + 'static) -> Base
    where
        F: Future<Output = Result<Value>> + Send + 'static,
    {
        self.process.push((None, Arc::new(move |doing, value| Box::pin(hook(doing, value)))));
        self
    }

    /// Changes the answer to one method, named by itself or by its operation. `each` is a page of a collection.
    #[must_use]
    pub fn post_process_of<F>(
        mut self,
        name: impl Into<String>,
        hook: impl Fn(Doing, Value) -> F + Send + Sync + 'static,
    ) -> Base
    where
        F: Future<Output = Result<Value>> + Send + 'static,
    {
        self.process.push((Some(name.into()), Arc::new(move |doing, value| Box::pin(hook(doing, value)))));
        self
    }

    /// Looks at each resource that a collection lists; gives it on, another one instead, or none.
    #[must_use]
    pub fn post_process_each<F>(mut self, hook: impl Fn(Resource) -> F + Send + Sync + 'static) -> Base
    where
        F: Future<Output = Result<Option<Resource>>> + Send + 'static,
    {
        self.each.push(Arc::new(move |resource| Box::pin(hook(resource))));
        self
    }

    /// What a collection lists and makes is of that class: one with a base of its own, say. Its identifiers must be as
    /// many as those of the class that it stands for.
    #[must_use]
    pub fn change_resource(mut self, class: Arc<ResourceClass>) -> Base {
        self.resource = Some(class);
        self
    }

    /// Another resource that a resource leads to, of any service, made when [`Resource::related`] asks for it.
    #[must_use]
    pub fn has_one<F>(mut self, name: impl Into<String>, make: impl Fn(Resource) -> F + Send + Sync + 'static) -> Base
    where
        F: Future<Output = Result<Option<Resource>>> + Send + 'static,
    {
        self.one.push((name.into(), Arc::new(move |resource| Box::pin(make(resource)))));
        self
    }

    /// A collection that a resource leads to, of any service, made when [`Resource::collection`] asks for it.
    #[must_use]
    pub fn has_many(
        mut self,
        name: impl Into<String>,
        make: impl Fn(&Resource) -> Result<super::Collection> + Send + Sync + 'static,
    ) -> Base {
        self.many.push((name.into(), Arc::new(make)));
        self
    }

    pub(super) fn one(&self, name: &str) -> Option<&One> {
        self.one.iter().find(|(known, _)| known == name || snake_case(known) == name).map(|(_, make)| make)
    }

    pub(super) fn many(&self, name: &str) -> Option<&Many> {
        self.many.iter().find(|(known, _)| known == name || snake_case(known) == name).map(|(_, make)| make)
    }

    pub(super) fn names_of_many(&self) -> impl Iterator<Item = &str> {
        self.many.iter().map(|(name, _)| name.as_str())
    }

    pub(super) fn names_of_one(&self) -> impl Iterator<Item = &str> {
        self.one.iter().map(|(name, _)| name.as_str())
    }

    /// The input as the hooks want it: first those of the method, then the general ones.
    pub(super) async fn updated(&self, doing: &Doing, mut params: Object) -> Result<Object> {
        let (own, general): (Vec<_>, Vec<_>) = self.params.iter().partition(|(name, _)| name.is_some());
        for (name, hook) in own.into_iter().chain(general) {
            if name.as_deref().is_none_or(|name| doing.is(name)) {
                params = hook(doing.clone(), params).await?;
            }
        }
        Ok(params)
    }

    /// The answer as the hooks want it: first the general ones, then those of the method.
    pub(super) async fn processed(&self, doing: &Doing, mut value: Value) -> Result<Value> {
        let (general, own): (Vec<_>, Vec<_>) = self.process.iter().partition(|(name, _)| name.is_none());
        for (name, hook) in general.into_iter().chain(own) {
            if name.as_deref().is_none_or(|name| doing.is(name)) {
                value = hook(doing.clone(), value).await?;
            }
        }
        Ok(value)
    }

    /// What the hooks leave of listed resources.
    pub(super) async fn listed(&self, resources: Vec<Resource>) -> Result<Vec<Resource>> {
        let mut left = Vec::with_capacity(resources.len());
        'resources: for mut resource in resources {
            for hook in &self.each {
                match hook(resource).await? {
                    Some(changed) => resource = changed,
                    None => continue 'resources,
                }
            }
            left.push(resource);
        }
        Ok(left)
    }

    /// Whether pages of a collection pass through a hook.
    pub(super) fn looks_at_pages(&self) -> bool {
        !self.each.is_empty() || !self.process.is_empty()
    }
}

impl fmt::Debug for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Base").field("name", &self.name).finish_non_exhaustive()
    }
}
