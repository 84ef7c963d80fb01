//! Pages: an operation called again and again, as its paginator says, until nothing more follows.

mod machine;

pub use machine::{Machine, Step};

use crate::{
    call::Call,
    connection::Connection,
    field::Record,
    lookup,
    value::{Object, Value},
    BoxFuture, Error, ErrorKind, Result,
};
use futures_core::Stream;
use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

/// The pages of a call, fetched one by one as they are asked for.
///
/// An operation without a paginator has one page. A service that answers the same token twice in a row gets an error
/// instead of an endless loop.
pub struct Pages<I, O> {
    call: Call<I, O>,
    machine: Result<Machine, Option<Error>>,
    fetching: Option<BoxFuture<'static, Result<O>>>,
    done: bool,
}

/// Nothing here is pinned but the boxed future.
impl<I, O> Unpin for Pages<I, O> {}

impl<I, O> Pages<I, O> {
    pub(crate) fn new(call: Call<I, O>) -> Pages<I, O> {
        let machine = machine(call.connection(), call.operation()).map_err(Some);
        Pages { call, machine, fetching: None, done: false }
    }

    /// So many items per request, where the operation lets one choose.
    #[must_use]
    pub fn page_size(mut self, size: i64) -> Self {
        if let Ok(machine) = &mut self.machine {
            machine.set_page_size(size);
        }
        self
    }

    /// Goes on where a [`Self::resume_token`] was taken.
    #[must_use]
    pub fn starting_token(mut self, token: &str) -> Self {
        if let Ok(machine) = &mut self.machine {
            if let Err(error) = machine.start(token) {
                self.machine = Err(Some(error));
            }
        }
        self
    }

    /// Where to go on after the pages given so far; `None` at the end (and before the first page).
    pub fn resume_token(&self) -> Option<String> {
        self.machine.as_ref().ok()?.resume_token()
    }
}

fn machine(connection: &Connection, operation: &str) -> Result<Machine> {
    let service = connection.service();
    let operation = lookup::operation(service, operation)?;
    Machine::new(service.paginator(&operation.name).cloned().unwrap_or_default())
}

/// What pages are made of: typed outputs, or values.
pub trait Page: Send + 'static {
    /// Makes one call.
    fn fetch<I: Record + 'static>(call: Call<I, Self>) -> BoxFuture<'static, Result<Self>>
    where
        Self: Sized;
    /// The members that the expressions of a paginator look at, as a value.
    fn look(&self, machine: &Machine, connection: &Connection, operation: &str) -> Result<Value>;
}

impl<O: Record + Default + 'static> Page for O {
    fn fetch<I: Record + 'static>(call: Call<I, O>) -> BoxFuture<'static, Result<O>> {
        std::future::IntoFuture::into_future(call)
    }

    fn look(&self, machine: &Machine, connection: &Connection, operation: &str) -> Result<Value> {
        let service = connection.service();
        let output = lookup::operation(service, operation)?.output;
        let mut seen = Object::default();
        if let Some(shape) = output {
            for (index, member) in service.shape(shape).members().iter().enumerate() {
                if machine.looks_at(&member.name) {
                    let value = crate::project::to_value(service, member, self.get(index, &member.name));
                    seen.0.insert(member.name.to_string(), value);
                }
            }
        }
        Ok(Value::Map(seen))
    }
}

impl Page for Value {
    fn fetch<I: Record + 'static>(call: Call<I, Value>) -> BoxFuture<'static, Result<Value>> {
        call.fetch_value()
    }

    fn look(&self, machine: &Machine, _: &Connection, _: &str) -> Result<Value> {
        let members = self.as_object().into_iter().flat_map(|o| &o.0).filter(|(name, _)| machine.looks_at(name));
        Ok(Value::Map(members.map(|(name, value)| (name.clone(), value)).collect()))
    }
}

impl<I: Record + Clone + 'static, O: Page> Pages<I, O> {
    /// The next page; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<O>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// All pages, in memory.
    pub async fn collect(mut self) -> Result<Vec<O>> {
        let mut pages = Vec::new();
        while let Some(page) = self.next().await {
            pages.push(page?);
        }
        Ok(pages)
    }
}

/// Makes the call of the next page.
fn begin<I: Record + Clone + 'static, O: Page>(
    call: &Call<I, O>,
    machine: &Machine,
) -> Result<BoxFuture<'static, Result<O>>> {
    let connection = call.connection();
    let service = connection.service();
    let shape = lookup::operation(service, call.operation())?.input;
    let mut input = call.input().clone();
    for (name, value) in machine.params() {
        let found = shape.and_then(|shape| service.shape(shape).structure()?.member(name));
        let Some((index, member)) = found else {
            let message = format!("the paginator names {name}, which the input does not have");
            return Err(Error::new(ErrorKind::Usage, message).at(&service.metadata().name, call.operation()));
        };
        crate::project::assign(service, member, input.get_mut(index, name), value)?;
    }
    Ok(O::fetch(call.with_input(input)))
}

impl<I: Record + Clone + 'static, O: Page> Stream for Pages<I, O> {
    type Item = Result<O>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if this.done {
            return Poll::Ready(None);
        }
        let mut fetching = match (this.fetching.take(), &mut this.machine) {
            (Some(fetching), _) => fetching,
            (None, Err(error)) => {
                this.done = true;
                return Poll::Ready(error.take().map(Err));
            }
            (None, Ok(machine)) => match begin(&this.call, machine) {
                Ok(fetching) => fetching,
                Err(error) => {
                    this.done = true;
                    return Poll::Ready(Some(Err(error)));
                }
            },
        };
        let page = match fetching.as_mut().poll(context) {
            Poll::Pending => {
                this.fetching = Some(fetching);
                return Poll::Pending;
            }
            Poll::Ready(page) => page,
        };
        let outcome = page.and_then(|page| {
            let Ok(machine) = &mut this.machine else { return Ok((page, Step::Last)) };
            let seen = page.look(machine, this.call.connection(), this.call.operation())?;
            let step = machine.after(&seen)?;
            Ok((page, step))
        });
        match outcome {
            Ok((page, step)) => {
                this.done = step == Step::Last;
                Poll::Ready(Some(Ok(page)))
            }
            Err(error) => {
                this.done = true;
                Poll::Ready(Some(Err(error)))
            }
        }
    }
}

impl<I, O> fmt::Debug for Pages<I, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("call", &self.call).finish_non_exhaustive()
    }
}
