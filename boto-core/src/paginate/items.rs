//! [`Items`]: what pages hold, one after the other.

use super::{Page, Pages};
use crate::{field::Record, value::Value, Result};
use futures_core::Stream;
use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

type Take<O, T> = Box<dyn Fn(O) -> Result<Vec<T>> + Send>;

/// The items of pages, one after the other; a page is fetched when the one before is used up.
pub struct Items<I, O, T> {
    pages: Pages<I, O>,
    take: Take<O, T>,
    ready: VecDeque<T>,
    /// How many of the page at hand were given.
    given: usize,
    /// Whether they are those that the paginator counts.
    counted: bool,
    failed: bool,
}

impl<I, O, T> Unpin for Items<I, O, T> {}

impl<I, O, T> Items<I, O, T> {
    pub(super) fn new(pages: Pages<I, O>, take: Take<O, T>) -> Items<I, O, T> {
        Items { pages, take, ready: VecDeque::new(), given: 0, counted: false, failed: false }
    }

    /// These are the items that the paginator counts.
    pub(crate) fn counted(mut self) -> Self {
        self.counted = true;
        self
    }

    /// As [`Pages::page_size`].
    #[must_use]
    pub fn page_size(mut self, size: i64) -> Self {
        self.pages = self.pages.page_size(size);
        self
    }

    /// So many items at most.
    #[must_use]
    pub fn limit(mut self, items: usize) -> Self {
        self.pages = self.pages.limit(items);
        self
    }

    /// Goes on where a [`Self::resume_token`] was taken.
    #[must_use]
    pub fn starting_token(mut self, token: &str) -> Self {
        self.pages = self.pages.starting_token(token);
        self
    }

    /// Where to go on after the items given so far, also within a page; `None` at the end (and before the first). What
    /// [`Pages::search`] or [`Pages::items_of`] found cannot be counted: there it is after the pages fetched so far.
    pub fn resume_token(&self) -> Option<String> {
        if self.counted && !self.ready.is_empty() {
            if let Some(token) = self.pages.machine().and_then(|machine| machine.resume_within(self.given)) {
                return Some(token);
            }
        }
        self.pages.resume_token()
    }
}

impl<I: Record + Clone + 'static, O: Page, T> Items<I, O, T> {
    /// The next item; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All items, in memory.
    pub async fn collect(mut self) -> Result<Vec<T>> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }
}

impl<I: Record + Clone + 'static, O: Page, T> Stream for Items<I, O, T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(item) = this.ready.pop_front() {
                this.given += 1;
                return Poll::Ready(Some(Ok(item)));
            }
            if this.failed {
                return Poll::Ready(None);
            }
            let page = match Pin::new(&mut this.pages).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(page)) => page,
            };
            match page.and_then(|page| (this.take)(page)) {
                Ok(items) => (this.ready, this.given) = (items.into(), 0),
                Err(error) => {
                    this.failed = true;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

impl<I, O, T> fmt::Debug for Items<I, O, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}

/// What counts as items of a result: the elements of a list, the entries of a map as `{name, value}`, nothing of null.
pub(super) fn flat(found: Value) -> Vec<Value> {
    match found {
        Value::Null => Vec::new(),
        Value::List(list) => list,
        Value::Map(object) => {
            let entry =
                |(name, value)| Value::Map([("name", Value::String(name)), ("value", value)].into_iter().collect());
            object.0.into_iter().map(entry).collect()
        }
        one => vec![one],
    }
}
