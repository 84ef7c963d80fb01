//! What a collection lists, page by page and one by one.

use super::{make::From, Collection, Resource};
use crate::{
    call::UntypedCall,
    paginate::Pages,
    value::{Object, Value},
    BoxFuture, Result,
};
use futures_core::Stream;
use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

/// Resources, page by page.
pub struct PagesOfResources {
    collection: Collection,
    /// The input of the first request.
    request: Value,
    /// How many resources there may be yet.
    left: Option<usize>,
    step: Step,
}

/// What happens next.
enum Step {
    /// The first call is put together, which may take calls of its own.
    Preparing(BoxFuture<'static, Result<UntypedCall>>),
    Walking(Pages<Object, Value>),
    /// Hooks look at a page.
    Hooked(BoxFuture<'static, Result<Vec<Resource>>>, Pages<Object, Value>),
    Done,
}

impl PagesOfResources {
    pub(super) fn new(collection: Collection) -> PagesOfResources {
        let first = collection.clone();
        let step = Step::Preparing(Box::pin(async move { first.first().await }));
        PagesOfResources { left: collection.limit, collection, request: Value::Null, step }
    }

    /// The next page; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<Vec<Resource>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    fn pages(&mut self, call: UntypedCall) -> Pages<Object, Value> {
        self.request = Value::Map(call.input().clone());
        let pages = call.paginate();
        let choice = pages.machine().is_some_and(|machine| machine.rules().limit_key.is_some());
        match (self.collection.page_size, choice) {
            (Some(size), true) => pages.page_size(size),
            _ => pages,
        }
    }

    /// At most as many as there may be yet.
    fn cut(&mut self, mut resources: Vec<Resource>) -> Vec<Resource> {
        if let Some(left) = &mut self.left {
            resources.truncate(*left);
            *left -= resources.len();
        }
        resources
    }

    fn hooked(&self, page: Value) -> BoxFuture<'static, Result<Vec<Resource>>> {
        let (collection, request) = (self.collection.clone(), self.request.clone());
        Box::pin(async move {
            let Some(base) = collection.class().base() else { return made(&collection, &request, &page) };
            let doing = collection.doing("each", &collection.definition().operation);
            let page = base.processed(&doing, page).await?;
            base.listed(made(&collection, &request, &page)?).await
        })
    }
}

/// The resources of a page.
fn made(collection: &Collection, request: &Value, page: &Value) -> Result<Vec<Resource>> {
    let Some(made) = &collection.definition().resource else { return Ok(Vec::new()) };
    let instead = collection.class().base().and_then(|base| base.resource.as_ref());
    let from = From { request: Some(request), response: Some(page), instead, ..From::default() };
    collection.parent().make(made, from)
}

impl Stream for PagesOfResources {
    type Item = Result<Vec<Resource>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if this.left == Some(0) {
                this.step = Step::Done;
            }
            match std::mem::replace(&mut this.step, Step::Done) {
                Step::Done => return Poll::Ready(None),
                Step::Preparing(mut first) => match first.as_mut().poll(context) {
                    Poll::Pending => {
                        this.step = Step::Preparing(first);
                        return Poll::Pending;
                    }
                    Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                    Poll::Ready(Ok(call)) => this.step = Step::Walking(this.pages(call)),
                },
                Step::Walking(mut pages) => {
                    let page = match Pin::new(&mut pages).poll_next(context) {
                        Poll::Pending => {
                            this.step = Step::Walking(pages);
                            return Poll::Pending;
                        }
                        Poll::Ready(None) => return Poll::Ready(None),
                        Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                        Poll::Ready(Some(Ok(page))) => page,
                    };
                    if this.collection.class().base().is_some_and(|base| base.looks_at_pages()) {
                        this.step = Step::Hooked(this.hooked(page), pages);
                        continue;
                    }
                    let resources = match made(&this.collection, &this.request, &page) {
                        Ok(resources) => resources,
                        Err(error) => return Poll::Ready(Some(Err(error))),
                    };
                    this.step = Step::Walking(pages);
                    return Poll::Ready(Some(Ok(this.cut(resources))));
                }
                Step::Hooked(mut hooks, pages) => match hooks.as_mut().poll(context) {
                    Poll::Pending => {
                        this.step = Step::Hooked(hooks, pages);
                        return Poll::Pending;
                    }
                    Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                    Poll::Ready(Ok(resources)) => {
                        this.step = Step::Walking(pages);
                        return Poll::Ready(Some(Ok(this.cut(resources))));
                    }
                },
            }
        }
    }
}

impl fmt::Debug for PagesOfResources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PagesOfResources").field("collection", &self.collection).finish_non_exhaustive()
    }
}

/// Resources, one after the other.
#[derive(Debug)]
pub struct Each {
    pages: PagesOfResources,
    ready: VecDeque<Resource>,
}

impl Each {
    pub(super) fn new(pages: PagesOfResources) -> Each {
        Each { pages, ready: VecDeque::new() }
    }

    /// The next resource; `None` after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<Resource>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All that are left, in memory.
    pub async fn collect(mut self) -> Result<Vec<Resource>> {
        let mut all = Vec::new();
        while let Some(resource) = self.next().await {
            all.push(resource?);
        }
        Ok(all)
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
            match Pin::new(&mut this.pages).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(Some(Ok(page))) => this.ready = page.into(),
            }
        }
    }
}
