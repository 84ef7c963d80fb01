//! [`Wait`]: an operation called again and again, as its waiter says, until what is waited for is there.

mod define;
mod judge;

pub use define::waiters;
pub use judge::{Answer, Judge, Search, Verdict};

use crate::{
    call::Call,
    connection::Connection,
    feature::Feature,
    field::Record,
    host::Host,
    lookup,
    paginate::Page,
    query::Query,
    value::{Object, Value},
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::Waiter;
use std::{fmt, future::IntoFuture, time::Duration};

/// About to wait. Nothing happens before it is awaited; to drop the future is to stop waiting.
///
/// Awaited, it gives the answer that ended the waiting, or `None` if that was an error that was waited for (as by
/// waiters for things to be gone). An error of kind [`ErrorKind::Wait`] tells why there is nothing to wait for any more,
/// and the last answer: its code and status, or the output in [`Error::fields`].
#[must_use = "waiting does nothing until it is awaited"]
pub struct Wait<I, O> {
    call: Call<I, O>,
    waiter: Result<Waiter>,
    delay: Option<Duration>,
    jitter: f64,
    max_attempts: Option<u32>,
    max_time: Option<Duration>,
    progress: Option<Progress>,
}

type Progress = Box<dyn FnMut(&Attempt) + Send>;

/// An attempt after which waiting goes on.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Attempt {
    /// Its number, from 1.
    pub number: u32,
    /// How many there may be.
    pub max_attempts: u32,
    /// The time waited so far.
    pub elapsed: Duration,
    /// The time until the next one.
    pub pause: Duration,
    /// The rule that says to go on, if one does.
    pub rule: Option<String>,
    /// The error that was answered, if one was.
    pub error: Option<Error>,
}

impl Connection {
    /// Waits until what that waiter of the service is for, `BucketExists` or `bucket_exists`; the input is given with
    /// [`Wait::param`].
    pub fn wait_until(&self, waiter: &str) -> Wait<Object, Value> {
        let found = find(self, waiter);
        let operation = found.as_ref().map(|waiter| waiter.operation.clone()).unwrap_or_default();
        Wait::new(self.call(operation), found)
    }
}

impl<I, O> Call<I, O> {
    /// Repeats this call until what that waiter of the service is for, `BucketExists` or `bucket_exists`. A waiter for
    /// another operation is an error when it is awaited.
    pub fn wait_until(self, waiter: &str) -> Wait<I, O> {
        let found = find(self.connection(), waiter).and_then(|waiter| {
            let service = self.connection().service();
            let operation = lookup::operation(service, self.operation())?;
            match waiter.operation == operation.name {
                true => Ok(waiter),
                false => Err(Error::new(
                    ErrorKind::Usage,
                    format!("waiter {} repeats {}, not {}", waiter.name, waiter.operation, operation.name),
                )
                .at(&service.metadata().name, &operation.name)),
            }
        });
        Wait::new(self, found)
    }

    /// Repeats this call by a waiter of one's own, see [`waiters`]. Its operation is not looked at.
    pub fn wait_with(self, waiter: Waiter) -> Wait<I, O> {
        Wait::new(self, Ok(waiter))
    }
}

fn find(connection: &Connection, name: &str) -> Result<Waiter> {
    let service = connection.service();
    service.waiter(name).cloned().ok_or_else(|| {
        lookup::unknown("waiter", name, service.waiters().iter().map(|waiter| &*waiter.name))
            .at(&service.metadata().name, "")
    })
}

#[cfg(feature = "resources")]
impl<I, O> Wait<I, O> {
    /// The operation that is repeated.
    pub(crate) fn operation(&self) -> &str {
        self.call.operation()
    }

    /// The same on behalf of somebody.
    pub(crate) fn on_behalf(mut self, acting: std::sync::Arc<dyn crate::call::Acting>) -> Self {
        self.call.set_acting(acting);
        self
    }
}

impl<I, O> Wait<I, O> {
    fn new(call: Call<I, O>, waiter: Result<Waiter>) -> Wait<I, O> {
        Wait { call, waiter, delay: None, jitter: 0.0, max_attempts: None, max_time: None, progress: None }
    }

    /// The pause between two attempts, instead of the waiter's.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = Some(delay);
        self
    }

    /// Makes each pause shorter by a random share of up to that much, 0 (the default) to 1, so that many who wait do not
    /// ask at the same time.
    pub fn jitter(mut self, share: f64) -> Self {
        self.jitter = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        self
    }

    /// How many attempts there may be, instead of the waiter's number. There is always one.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }

    /// How long to wait at most. No attempt begins after that; one under way is not broken off.
    pub fn max_time(mut self, time: Duration) -> Self {
        self.max_time = Some(time);
        self
    }

    /// Called after every attempt after which waiting goes on.
    pub fn on_progress(mut self, progress: impl FnMut(&Attempt) + Send + 'static) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }
}

impl Wait<Object, Value> {
    /// Sets one member of the input.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.call = self.call.param(name, value);
        self
    }

    /// Sets members of the input from anything that serializes to an object.
    pub fn params<T: serde::Serialize + ?Sized>(mut self, params: &T) -> Self {
        self.call = self.call.params(params);
        self
    }
}

impl<I: Record + Clone + 'static, O: Page> Wait<I, O> {
    async fn run(mut self) -> Result<Option<O>> {
        let waiter = self.waiter?;
        let judge = Judge::new(&waiter)?;
        let connection = self.call.connection().clone();
        let place = |error: Error| error.at(&connection.service().metadata().name, &waiter.operation);
        let host = connection.session().host();
        let max_attempts = self.max_attempts.unwrap_or(waiter.max_attempts).max(1);
        let delay = self.delay.unwrap_or(Duration::from_secs(u64::from(waiter.delay)));
        let start = host.now();
        let mut number = 0;
        loop {
            let call = self.call.with_input(self.call.input().clone()).making_use_of(Feature::Waiter);
            number += 1;
            let answer = match O::fetch(call).await {
                Err(error) if error.kind() != ErrorKind::Service => return Err(error),
                answer => answer,
            };
            let (rule, error) = match (judged(&judge, &self.call, &answer)?, &answer) {
                (Verdict::Success, _) => return Ok(answer.ok().map(|(output, _)| output)),
                (Verdict::Failure(rule), _) => {
                    let reason = format!("waiter {} failed: {rule}", waiter.name);
                    return Err(place(told(reason, &self.call, &answer)));
                }
                (Verdict::Unknown, _) => {
                    let reason = format!("waiter {} failed: the service answered with an error", waiter.name);
                    return Err(place(told(reason, &self.call, &answer)));
                }
                (Verdict::Retry(rule), answer) => (rule, answer.as_ref().err().cloned()),
            };
            let elapsed = host.now().since(start);
            let pause = delay.mul_f64(1.0 - self.jitter * share(&**host));
            let late = self.max_time.is_some_and(|time| elapsed.saturating_add(pause) > time);
            if number >= max_attempts || late {
                let last = rule.map(|rule| format!("; the last answer: {rule}")).unwrap_or_default();
                let end = match late {
                    true => format!("the time is over after {:.1} s and {number} attempts", elapsed.as_secs_f64()),
                    false => format!("still waiting after {number} attempts"),
                };
                return Err(place(told(format!("waiter {} failed: {end}{last}", waiter.name), &self.call, &answer)));
            }
            if let Some(progress) = &mut self.progress {
                progress(&Attempt { number, max_attempts, elapsed, pause, rule, error });
            }
            host.sleep(pause).await;
        }
    }
}

type Answered<O> = Result<(O, crate::Metadata)>;

fn judged<I: Record, O: Page>(judge: &Judge, call: &Call<I, O>, answer: &Answered<O>) -> Result<Verdict> {
    let (connection, operation) = (call.connection(), call.operation());
    match answer {
        Ok((output, metadata)) => {
            let search = |query: &Query, both: bool| match both {
                false => output.search(query, connection, operation),
                true => {
                    let service = connection.service();
                    let shape = lookup::operation(service, operation)?.input;
                    let input = shape.map(|shape| crate::project::to_object(service, shape, call.input()));
                    let output = output.untyped(connection, operation);
                    let both = [("input", Value::Map(input.unwrap_or_default())), ("output", output)];
                    query.search(&Value::Map(both.into_iter().collect()))
                }
            };
            judge.verdict(Answer { search: Some(&search), code: None, status: Some(metadata.status) })
        }
        Err(error) => {
            judge.verdict(Answer { search: None, code: Some(error.code().unwrap_or_default()), status: error.status() })
        }
    }
}

/// An error that tells the last answer.
fn told<I, O: Page>(reason: String, call: &Call<I, O>, answer: &Answered<O>) -> Error {
    match answer {
        Ok((output, metadata)) => {
            let fields = match output.untyped(call.connection(), call.operation()) {
                Value::Map(fields) => fields,
                _ => Object::default(),
            };
            Error::new(ErrorKind::Wait, reason)
                .with_status(metadata.status)
                .with_request_id(metadata.request_id.clone(), metadata.extended_request_id.clone())
                .with_fields(fields)
        }
        Err(last) => {
            let message = match last.message() {
                "" => reason,
                message => format!("{reason}: {message}"),
            };
            let error = Error::new(ErrorKind::Wait, message)
                .with_request_id(last.request_id().map(str::to_owned), last.extended_request_id().map(str::to_owned))
                .with_fields(last.fields().clone());
            let error = last.status().into_iter().fold(error, Error::with_status);
            last.code().into_iter().fold(error, Error::with_code)
        }
    }
}

/// A random number from 0 to 1.
fn share(host: &dyn Host) -> f64 {
    let mut bytes = [0; 4];
    host.random(&mut bytes);
    f64::from(u32::from_ne_bytes(bytes)) / f64::from(u32::MAX)
}

impl<I: Record + Clone + 'static, O: Page> IntoFuture for Wait<I, O> {
    type Output = Result<Option<O>>;
    type IntoFuture = BoxFuture<'static, Result<Option<O>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl<I, O> fmt::Debug for Wait<I, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait").field("call", &self.call).finish_non_exhaustive()
    }
}
