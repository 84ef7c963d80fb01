//! [`Collection`]: resources of one type, listed page by page as they are asked for, and made.

use super::{base::Doing, ActionCall, Base, BatchOutcome, CollectionClass, Each, PagesOfResources, Resource};
use crate::{
    call::{Call, UntypedCall},
    connection::Connection,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use boto_model::resource::Action;
use futures_core::Stream;
use std::{
    future::{poll_fn, Future},
    pin::Pin,
    sync::Arc,
    task::Poll,
};

/// A collection. Cheap to clone; the methods that narrow it down give a new one.
#[derive(Clone, Debug)]
pub struct Collection {
    class: Arc<CollectionClass>,
    parent: Resource,
    params: Object,
    pub(super) limit: Option<usize>,
    pub(super) page_size: Option<i64>,
}

impl Collection {
    pub(super) fn new(class: Arc<CollectionClass>, connection: Connection) -> Collection {
        let parent = Resource::new(Arc::clone(&class.parent), connection, Object::default(), None);
        Collection { class, parent, params: Object::default(), limit: None, page_size: None }
    }

    /// The collection of that resource (for collections that belong to one).
    #[must_use]
    pub fn of(mut self, parent: &Resource) -> Collection {
        let (wanted, given) = (&self.class.parent, parent.class());
        // The same resource, of other definitions: there its identifiers may be called otherwise.
        let same = Arc::ptr_eq(&wanted.set, &given.set) || wanted.definition() == given.definition();
        self.parent = match !same && wanted.identifiers().count() == given.identifiers().count() {
            true => {
                let values = given.identifiers().map(|name| parent.identifiers()[name].clone());
                let identifiers = wanted.identifiers().zip(values).collect();
                Resource::new(Arc::clone(wanted), parent.connection().clone(), identifiers, None)
            }
            false => parent.clone(),
        };
        self
    }

    /// What it belongs to; the service, for most.
    pub fn parent(&self) -> &Resource {
        &self.parent
    }

    /// The class.
    pub fn class(&self) -> &Arc<CollectionClass> {
        &self.class
    }

    /// The connection it goes through.
    pub fn connection(&self) -> &Connection {
        self.parent.connection()
    }

    /// The same collection with what a base does differently.
    #[must_use]
    pub fn with_base(mut self, base: &Arc<Base>) -> Collection {
        self.class = Arc::new(self.class.with_base(base));
        self
    }

    /// Only what the operation finds with these parameters. A list is added to what the definition has there already,
    /// such as the filter of EC2 that keeps to one VPC.
    #[must_use]
    pub fn filter(mut self, name: impl Into<String>, value: impl Into<Value>) -> Collection {
        self.params[&name.into()] = value.into();
        self
    }

    /// At most so many resources.
    #[must_use]
    pub fn limit(mut self, limit: usize) -> Collection {
        self.limit = Some(limit);
        self
    }

    /// So many resources per request, where the operation lets one choose.
    #[must_use]
    pub fn page_size(mut self, size: u32) -> Collection {
        self.page_size = Some(i64::from(size));
        self
    }

    /// All resources, in memory. See [`Self::each`] for many.
    pub async fn all(&self) -> Result<Vec<Resource>> {
        let mut each = self.each();
        let mut all = Vec::new();
        while let Some(resource) = each.next().await {
            all.push(resource?);
        }
        Ok(all)
    }

    /// The resources, one after the other; pages are fetched as they are needed.
    pub fn each(&self) -> Each {
        Each::new(self.pages())
    }

    /// Does something with every resource, with so many at once as said (at least one), all in the task that awaits it.
    /// Goes on where it fails, and tells which failed; pages are fetched meanwhile. An error that comes of listing ends
    /// it, once what is under way is done.
    pub async fn for_each<F>(&self, at_once: usize, mut work: impl FnMut(Resource) -> F) -> Result<BatchOutcome>
    where
        F: Future<Output = Result<()>>,
    {
        let mut each = self.each();
        let mut outcome = BatchOutcome::default();
        let mut under_way: Vec<(Resource, Pin<Box<F>>)> = Vec::new();
        let mut flaw = None;
        let mut more = true;
        poll_fn(|context| {
            let mut tell = |resource, result| match result {
                Ok(()) => outcome.done += 1,
                Err(error) => outcome.failed.push((resource, error)),
            };
            let mut index = 0;
            while index < under_way.len() {
                match under_way[index].1.as_mut().poll(context) {
                    Poll::Pending => index += 1,
                    Poll::Ready(result) => tell(under_way.swap_remove(index).0, result),
                }
            }
            while more && under_way.len() < at_once.max(1) {
                match Pin::new(&mut each).poll_next(context) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(Some(Ok(resource))) => {
                        let mut begun = Box::pin(work(resource.clone()));
                        match begun.as_mut().poll(context) {
                            Poll::Pending => under_way.push((resource, begun)),
                            Poll::Ready(result) => tell(resource, result),
                        }
                    }
                    Poll::Ready(end) => {
                        more = false;
                        flaw = end.and_then(Result::err);
                    }
                }
            }
            match under_way.is_empty() {
                true => Poll::Ready(()),
                false => Poll::Pending,
            }
        })
        .await;
        match flaw {
            None => Ok(outcome),
            Some(error) => Err(error),
        }
    }

    /// The resources, page by page.
    pub fn pages(&self) -> PagesOfResources {
        PagesOfResources::new(self.clone())
    }

    /// Makes a resource: the action of the parent that creates this type. The params are the operation's input.
    pub fn create(&self) -> Result<ActionCall> {
        let kind = self.class.kind();
        let actions = &self.parent.class().definition().actions;
        let makes = |a: &Action| a.resource.as_ref().is_some_and(|made| made.kind == kind);
        let named = |a: &&Action| a.name.strip_prefix("Create") == Some(kind) && (makes(a) || self.owns(a));
        let creates = |a: &&Action| a.name.starts_with("Create") && makes(a);
        let found = actions.iter().find(named).or_else(|| actions.iter().filter(creates).min_by_key(|a| a.name.len()));
        // What belongs to a resource may be made without it all the same.
        let service = &self.class.parent.set.service;
        let of_service = || service.actions.iter().find(|a| creates(a)).filter(|_| self.class.parent().is_some());
        match (found, of_service()) {
            (Some(action), _) => Ok(self.act(&self.parent, action, "create")),
            (None, Some(action)) => Ok(self.act(&self.parent.service(), action, "create")),
            (None, None) => Err(Error::new(ErrorKind::Usage, format!("there is no operation that creates one {kind}"))
                .at(self.class.parent.service(), self.class.name())),
        }
    }

    /// An action of the collection itself, or of what it belongs to, by its name or the same in snake_case.
    pub fn action(&self, name: &str) -> Result<ActionCall> {
        let class = self.parent.class();
        let actions = &class.definition().actions;
        // Where two collections have one of the same name, theirs are called after their resources.
        let own = actions.iter().find(|a| a.name == format!("{}_{name}", self.class.kind()) && self.owns(a));
        match own {
            Some(action) => Ok(self.act(&self.parent, action, name)),
            None => Ok(self.act(&self.parent, class.pick("action", actions, name, |a| &a.name)?, name)),
        }
    }

    fn owns(&self, action: &Action) -> bool {
        self.class.actions.contains(&action.name)
    }

    fn act(&self, with: &Resource, action: &Action, method: &str) -> ActionCall {
        let doing = self.doing(method, &action.operation);
        ActionCall::new(with.clone(), action.clone(), doing, self.class.base().cloned())
    }

    pub(super) fn definition(&self) -> &Action {
        self.class.definition()
    }

    /// What is being done with this collection.
    pub(super) fn doing(&self, method: &str, operation: &str) -> Doing {
        Doing { class: self.class.name().to_owned(), ..self.parent.doing(method, operation) }
    }

    /// The call of the first page, as the definition, the caller and hooks want it.
    pub(super) async fn first(&self) -> Result<UntypedCall> {
        let definition = self.definition();
        let flaw =
            |message: String| Err(Error::new(ErrorKind::Usage, message).at(self.class.service(), self.class.name()));
        if definition.operation.is_empty() {
            return flaw("this collection cannot be listed".to_owned());
        }
        // The current user of IAM is known by nothing at all.
        let unknown = self.parent.identifiers().0.is_empty() && self.class.parent.identifiers().next().is_some();
        if let (Some(parent), true) = (self.class.parent(), unknown) {
            return flaw(format!("this collection belongs to one {}: say to which with `of`", parent.name()));
        }
        let mut input = self.parent.ready(&definition.params).await?.input(definition)?;
        add(&mut input, &self.params);
        if let Some(base) = self.class.base() {
            input = base.updated(&self.doing("each", &definition.operation), input).await?;
        }
        Ok(Call::new(self.parent.connection(), definition.operation.clone(), input))
    }
}

/// Adds members to an input: objects are merged, lists appended.
fn add(input: &mut Object, params: &Object) {
    for (name, value) in &params.0 {
        match (input.0.get_or_insert_default(name.as_str()), value) {
            (Value::Map(into), Value::Map(more)) => add(into, more),
            (Value::List(into), Value::List(more)) => into.extend(more.iter().cloned()),
            (into, value) => *into = value.clone(),
        }
    }
}
