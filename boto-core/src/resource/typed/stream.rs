//! Typed resources, one after the other or page by page.

use super::Resource;
use crate::{resource as untyped, Error, Result};
use futures_core::Stream;
use std::{
    future::poll_fn,
    marker::PhantomData,
    pin::Pin,
    task::{ready, Context, Poll},
};

/// Typed resources, one after the other. A [`Stream`]; what follows an error is its end.
#[derive(Debug)]
#[must_use = "nothing is listed before it is asked for"]
pub struct Each<T> {
    inner: Inner<untyped::Each>,
    kind: PhantomData<fn() -> T>,
}

/// Typed resources, page by page. A [`Stream`]; what follows an error is its end.
#[derive(Debug)]
#[must_use = "nothing is listed before it is asked for"]
pub struct Pages<T> {
    inner: Inner<untyped::PagesOfResources>,
    kind: PhantomData<fn() -> T>,
}

/// What there is to ask, or why there is nothing.
#[derive(Debug)]
enum Inner<S> {
    Listing(S),
    Flaw(Error),
    Over,
}

impl<S> From<Result<S>> for Inner<S> {
    fn from(listing: Result<S>) -> Inner<S> {
        match listing {
            Ok(stream) => Inner::Listing(stream),
            Err(error) => Inner::Flaw(error),
        }
    }
}

impl<A, S: Stream<Item = Result<A>> + Unpin> Inner<S> {
    fn poll<T>(&mut self, context: &mut Context<'_>, typed: impl Fn(A) -> Result<T>) -> Poll<Option<Result<T>>> {
        let next = match self {
            Inner::Listing(stream) => ready!(Pin::new(stream).poll_next(context)).map(|next| next.and_then(typed)),
            Inner::Flaw(_) => match std::mem::replace(self, Inner::Over) {
                Inner::Flaw(error) => Some(Err(error)),
                _ => None,
            },
            Inner::Over => None,
        };
        if let Some(Err(_)) | None = next {
            *self = Inner::Over;
        }
        Poll::Ready(next)
    }
}

impl<T: Resource> Each<T> {
    pub(super) fn new(listing: Result<untyped::Each>) -> Each<T> {
        Each { inner: listing.into(), kind: PhantomData }
    }

    /// The next resource; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All that is left, in memory.
    ///
    /// # Errors
    /// Those of the operation that lists.
    pub async fn collect(mut self) -> Result<Vec<T>> {
        let mut all = Vec::new();
        while let Some(one) = self.next().await {
            all.push(one?);
        }
        Ok(all)
    }
}

impl<T: Resource> Stream for Each<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        self.inner.poll(context, T::from_untyped)
    }
}

impl<T: Resource> Pages<T> {
    pub(super) fn new(listing: Result<untyped::PagesOfResources>) -> Pages<T> {
        Pages { inner: listing.into(), kind: PhantomData }
    }

    /// The next page; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<Vec<T>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T: Resource> Stream for Pages<T> {
    type Item = Result<Vec<T>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Vec<T>>>> {
        self.inner.poll(context, |page| page.into_iter().map(T::from_untyped).collect())
    }
}
