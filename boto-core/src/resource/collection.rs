//! [`Collection`]: resources of one type, listed page by page as they are asked for, and made.

use super::{ActionCall, CollectionClass, Outcome, Resource};
use crate::{
    call::{Call, UntypedCall},
    connection::Connection,
    paginate::Pages,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use boto_model::resource::Action;
use futures_core::Stream;
use std::{
    collections::VecDeque,
    future::poll_fn,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// A collection. Cheap to clone; the methods that narrow it down give a new one.
#[derive(Clone, Debug)]
pub struct Collection {
    class: Arc<CollectionClass>,
    parent: Resource,
    params: Object,
    limit: Option<usize>,
    page_size: Option<i64>,
}

impl Collection {
    pub(super) fn new(class: Arc<CollectionClass>, connection: Connection) -> Collection {
        let parent = Resource::new(Arc::clone(&class.parent), connection, Object::default(), None);
        Collection { class, parent, params: Object::default(), limit: None, page_size: None }
    }

    /// The collection of that resource (for collections that belong to one).
    #[must_use]
    pub fn of(mut self, parent: &Resource) -> Collection {
        self.parent = parent.clone();
        self
    }

    /// The class.
    pub fn class(&self) -> &Arc<CollectionClass> {
        &self.class
    }

    /// The resource it belongs to; the service itself, if it belongs to none.
    pub fn parent(&self) -> &Resource {
        &self.parent
    }

    /// The connection it goes through.
    pub fn connection(&self) -> &Connection {
        self.parent.connection()
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
        Each { pages: self.pages(), ready: VecDeque::new(), failed: false }
    }

    /// The resources, page by page.
    pub fn pages(&self) -> PagesOfResources {
        let (pages, flaw, request) = match self.call() {
            Ok(call) => {
                let request = Value::Map(call.input().clone());
                let mut pages = call.paginate();
                let choice = pages.machine().is_some_and(|machine| machine.rules().limit_key.is_some());
                if let (Some(size), true) = (self.page_size, choice) {
                    pages = pages.page_size(size);
                }
                (Some(pages), None, request)
            }
            Err(error) => (None, Some(error), Value::Null),
        };
        PagesOfResources { collection: self.clone(), request, pages, flaw, left: self.limit }
    }

    /// Makes a resource: the action of the parent that creates this type. `params` is the operation's input.
    pub fn create(&self) -> Result<ActionCall> {
        let kind = self.definition().resource.as_ref().map_or("", |made| made.kind.as_str());
        let actions = &self.parent.class().definition().actions;
        let creates = |a: &&Action| a.name.starts_with("Create") && a.resource.as_ref().is_some_and(|m| m.kind == kind);
        match actions.iter().filter(creates).min_by_key(|a| a.name.len()) {
            Some(action) => self.parent.action(&action.name),
            None => Err(Error::new(ErrorKind::Usage, format!("there is no operation that creates one {kind}"))
                .at(self.class.parent.service(), &self.class.name)),
        }
    }

    fn definition(&self) -> &Action {
        self.class.definition()
    }

    fn call(&self) -> Result<UntypedCall> {
        if let (Some(parent), true) = (self.class.parent(), self.parent.identifiers().0.is_empty()) {
            let message = format!("this collection belongs to one {}: say to which with `of`", parent.name());
            return Err(Error::new(ErrorKind::Usage, message).at(parent.service(), &self.class.name));
        }
        let mut input = self.parent.input(self.definition())?;
        add(&mut input, &self.params);
        Ok(Call::new(self.parent.connection(), self.definition().operation.clone(), input))
    }
}

/// Adds members to an input: objects are merged, lists appended.
fn add(input: &mut Object, params: &Object) {
    for (name, value) in &params.0 {
        match (input.0.entry(name.clone()).or_default(), value) {
            (Value::Map(into), Value::Map(more)) => add(into, more),
            (Value::List(into), Value::List(more)) => into.extend(more.iter().cloned()),
            (into, value) => *into = value.clone(),
        }
    }
}

/// Resources, page by page.
#[derive(Debug)]
pub struct PagesOfResources {
    collection: Collection,
    /// The input of the first request.
    request: Value,
    /// How many resources there may be yet.
    left: Option<usize>,
    pages: Option<Pages<Object, Value>>,
    flaw: Option<Error>,
}

impl PagesOfResources {
    /// The next page; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<Vec<Resource>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl Stream for PagesOfResources {
    type Item = Result<Vec<Resource>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(flaw) = self.flaw.take() {
            return Poll::Ready(Some(Err(flaw)));
        }
        if self.left == Some(0) {
            return Poll::Ready(None);
        }
        let Some(pages) = &mut self.pages else { return Poll::Ready(None) };
        let page = match Pin::new(pages).poll_next(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(None) => return Poll::Ready(None),
            Poll::Ready(Some(page)) => page,
        };
        let collection = &self.collection;
        let made = page.and_then(|page| match &collection.definition().resource {
            Some(made) => collection.parent.make(made, Vec::new(), Some(&self.request), Some(&page)),
            None => Ok(Vec::new()),
        });
        let made = made.map(|mut resources| {
            if let Some(left) = &mut self.left {
                resources.truncate(*left);
                *left -= resources.len();
            }
            resources
        });
        Poll::Ready(Some(made))
    }
}

/// Resources, one after the other.
#[derive(Debug)]
pub struct Each {
    pages: PagesOfResources,
    ready: VecDeque<Resource>,
    failed: bool,
}

impl Each {
    /// The next resource; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<Resource>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl Stream for Each {
    type Item = Result<Resource>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(resource) = this.ready.pop_front() {
                return Poll::Ready(Some(Ok(resource)));
            }
            if this.failed {
                return Poll::Ready(None);
            }
            match Pin::new(&mut this.pages).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(Err(error))) => {
                    this.failed = true;
                    return Poll::Ready(Some(Err(error)));
                }
                Poll::Ready(Some(Ok(page))) => this.ready = page.into(),
            }
        }
    }
}

/// The outcome of [`Collection::create`] as the resource that was made.
impl Outcome {
    /// The one resource that came; an error if there is none.
    pub fn into_resource(self) -> Result<Resource> {
        let none = || Error::new(ErrorKind::Decode, "the answer names no resource");
        self.into_resources().into_iter().next().ok_or_else(none)
    }
}
