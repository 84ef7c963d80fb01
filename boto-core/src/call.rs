//! Stand-in.
use crate::{connection::Connection, field::Record, BoxFuture, Error, ErrorKind};
use std::{future::IntoFuture, marker::PhantomData, time::Duration};
/// A call.
#[derive(Debug)]
pub struct Call<I, O> {
    #[allow(dead_code)]
    connection: Connection,
    operation: &'static str,
    input: I,
    output: PhantomData<fn() -> O>,
}
impl<I, O> Call<I, O> {
    /// A call.
    pub fn new(connection: &Connection, operation: &'static str, input: I) -> Self {
        Call { connection: connection.clone(), operation, input, output: PhantomData }
    }
    /// Input.
    pub fn input(&self) -> &I {
        &self.input
    }
    /// Input.
    pub fn input_mut(&mut self) -> &mut I {
        &mut self.input
    }
    /// Timeout.
    #[must_use]
    pub fn timeout(self, _limit: Duration) -> Self {
        self
    }
    /// Retries.
    #[must_use]
    pub fn retries(self, _retries: u32) -> Self {
        self
    }
    /// Header.
    #[must_use]
    pub fn header(self, _name: &str, _value: &str) -> Self {
        self
    }
}
impl<I: Record + 'static, O: Record + Default + 'static> IntoFuture for Call<I, O> {
    type Output = Result<O, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { Err(Error::new(ErrorKind::Usage, self.operation)) })
    }
}
