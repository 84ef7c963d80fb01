//! [`Batch`]: one action done with many typed resources, as many at once as the service takes.

use super::Resource;
use crate::{resource as untyped, value::Value, BoxFuture, Error, Result};
use std::{future::IntoFuture, marker::PhantomData};

/// A batch action about to be done. Nothing happens before it is awaited.
#[must_use = "a batch does nothing until it is awaited"]
#[derive(Debug)]
pub struct Batch<T> {
    /// Nothing, if no resources are given.
    batch: Result<Option<untyped::Batch>>,
    kind: PhantomData<fn() -> T>,
}

/// What became of a batch.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct BatchOutcome<T> {
    /// How many resources it was done with.
    pub done: usize,
    /// Those with which it could not be done, and why.
    pub failed: Vec<(T, Error)>,
    /// The outputs of all requests, in order.
    pub outputs: Vec<Value>,
}

impl<T: Resource> Batch<T> {
    pub(super) fn new(batch: Result<untyped::Batch>) -> Batch<T> {
        Batch { batch: batch.map(Some), kind: PhantomData }
    }

    /// A batch action of these resources.
    pub fn of(resources: impl IntoIterator<Item = T>, action: &str) -> Batch<T> {
        let resources: Vec<untyped::Resource> = resources.into_iter().map(|one| one.untyped().clone()).collect();
        match resources.is_empty() {
            true => Batch { batch: Ok(None), kind: PhantomData },
            false => Batch::new(untyped::Batch::of(resources, action)),
        }
    }

    /// Sets one member of the input of every request.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.batch = self.batch.map(|batch| batch.map(|batch| batch.param(name, value)));
        self
    }
}

impl<T: Resource> IntoFuture for Batch<T> {
    type Output = Result<BatchOutcome<T>>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let outcome = match self.batch? {
                Some(batch) => batch.await?,
                None => untyped::BatchOutcome::default(),
            };
            BatchOutcome::typed(outcome)
        })
    }
}

impl<T: Resource> BatchOutcome<T> {
    /// What became of untyped ones.
    pub(super) fn typed(outcome: untyped::BatchOutcome) -> Result<BatchOutcome<T>> {
        let untyped::BatchOutcome { done, failed, outputs } = outcome;
        let typed = |(resource, error)| Ok((T::from_untyped(resource)?, error));
        Ok(BatchOutcome { done, failed: failed.into_iter().map(typed).collect::<Result<_>>()?, outputs })
    }

    /// An error if any resource failed: the first one's, with the number of all.
    ///
    /// # Errors
    /// See above.
    pub fn into_result(self) -> Result<Vec<Value>> {
        let failed = self.failed.into_iter().map(|(resource, error)| (resource.untyped().clone(), error)).collect();
        untyped::BatchOutcome { done: self.done, failed, outputs: self.outputs }.into_result()
    }
}
