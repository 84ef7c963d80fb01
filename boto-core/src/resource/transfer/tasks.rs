//! The parts that are under way.

use crate::{BoxFuture, Error, ErrorKind, Result};
use std::{
    future::Future,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::task::JoinSet;

/// Tasks that run side by side. They are stopped when this is dropped.
pub(super) struct Tasks<T> {
    running: JoinSet<()>,
    done: Arc<Mutex<Vec<Result<T>>>>,
}

impl<T> Default for Tasks<T> {
    #[inline]
    fn default() -> Self {
        Tasks { running: JoinSet::new(), done: Arc::default() }
    }
}

impl<T: Send + 'static> Tasks<T> {
    /// How many there are whose results were not taken.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.running.len()
    }

    /// Starts one.
    pub(super) fn spawn(&mut self, task: impl Future<Output = Result<T>> + Send + 'static) {
        let done = Arc::clone(&self.done);
        let task: BoxFuture<'static, ()> = Box::pin(async move {
            let result = task.await;
            done.lock().unwrap_or_else(PoisonError::into_inner).push(result);
        });
        self.running.spawn(task);
    }

    /// The result of one that has ended; `None` if there is none.
    #[inline]
    pub(super) async fn next(&mut self) -> Option<Result<T>> {
        let ended = self.running.join_next().await?;
        let stopped = || Err(Error::new(ErrorKind::Stream, "the runtime is shutting down"));
        // Each that ended by itself has left one result: perhaps it is not this one's that is taken.
        let result = ended.ok().and_then(|()| self.done.lock().unwrap_or_else(PoisonError::into_inner).pop());
        Some(result.unwrap_or_else(stopped))
    }

    /// Stops them and waits until they have stopped.
    #[inline]
    pub(super) async fn stop(&mut self) {
        self.running.shutdown().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn results_come_as_tasks_end_and_stopped_ones_leave_none() {
        let mut tasks = Tasks::default();
        for n in [3u64, 1, 2] {
            tasks.spawn(async move {
                for _ in 0..n {
                    tokio::task::yield_now().await;
                }
                Ok(n)
            });
        }
        assert_eq!(tasks.len(), 3);
        assert_eq!(tasks.next().await.unwrap().unwrap(), 1);
        assert_eq!(tasks.next().await.unwrap().unwrap(), 2);
        assert_eq!(tasks.next().await.unwrap().unwrap(), 3);
        tasks.spawn(async { std::panic::resume_unwind(Box::new("no")) });
        assert!(tasks.next().await.unwrap().is_err());
        tasks.spawn(std::future::pending());
        tasks.stop().await;
        assert_eq!(tasks.len(), 0);
        assert!(tasks.next().await.is_none());
    }
}
