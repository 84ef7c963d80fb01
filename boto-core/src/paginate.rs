//! Pages: an operation called again and again, as its paginator says, until nothing more follows.

mod define;
mod items;
mod machine;
mod merge;
mod page;
mod token;

pub use define::paginators;
pub use items::Items;
pub use machine::{Machine, Step};
pub use merge::Merged;
pub use page::Page;

use crate::{
    call::{Call, Metadata},
    connection::Connection,
    field::Record,
    lookup,
    value::Value,
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::{Kind, Paginator};
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
    fetching: Option<BoxFuture<'static, Result<(O, Metadata)>>>,
    done: bool,
}

/// Nothing here is pinned but the boxed future.
impl<I, O> Unpin for Pages<I, O> {}

impl<I, O> Pages<I, O> {
    pub(crate) fn new(call: Call<I, O>) -> Pages<I, O> {
        let machine = machine(call.connection(), call.operation()).map_err(Some);
        Pages { call, machine, fetching: None, done: false }
    }

    /// The pages by rules of one's own instead of those of the tables.
    #[must_use]
    pub fn rules(mut self, rules: Paginator) -> Self {
        self.machine = Machine::new(rules).map_err(Some);
        self
    }

    /// So many items per request. An error, told with the first page, where the operation lets nobody choose.
    #[must_use]
    pub fn page_size(mut self, size: i64) -> Self {
        let Ok(machine) = &mut self.machine else { return self };
        let key = machine.rules().limit_key.clone();
        // Route 53 and some others take the number as a string.
        let size = match key.is_some_and(|key| takes_string(&self.call, &key)) {
            true => Value::String(size.to_string()),
            false => Value::Int(size),
        };
        if let Err(error) = machine.set_page_size(size) {
            let service = &self.call.connection().service().metadata().name;
            self.machine = Err(Some(error.at(service, self.call.operation())));
        }
        self
    }

    /// So many items at most, all pages together; the last page is cut if it has more. [`Self::resume_token`] then goes
    /// on within that page.
    #[must_use]
    pub fn limit(mut self, items: usize) -> Self {
        if let Ok(machine) = &mut self.machine {
            machine.set_limit(items);
        }
        self
    }

    /// Goes on where a [`Self::resume_token`] (or botocore's) was taken. A bare token of the service does as well.
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

    /// The rules of these pages.
    pub fn machine(&self) -> Option<&Machine> {
        self.machine.as_ref().ok()
    }
}

fn machine(connection: &Connection, operation: &str) -> Result<Machine> {
    let service = connection.service();
    let operation = lookup::operation(service, operation)?;
    Machine::new(service.paginator(&operation.name).cloned().unwrap_or_default())
}

fn takes_string<I, O>(call: &Call<I, O>, member: &str) -> bool {
    let service = call.connection().service();
    let input = lookup::operation(service, call.operation()).ok().and_then(|operation| operation.input);
    let member = input.and_then(|shape| service.shape(shape).structure()?.member(member));
    member.is_some_and(|(_, member)| matches!(service.shape(member.target).kind, Kind::String { .. }))
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

    /// The items that `take` finds in the pages, one after the other.
    pub fn items_of<T>(self, take: impl Fn(O) -> Result<Vec<T>> + Send + 'static) -> Items<I, O, T> {
        Items::new(self, Box::new(take))
    }
}

impl<I: Record + Clone + 'static> Pages<I, Value> {
    /// The items one after the other: what stands at the paginator's (first) result key.
    pub fn items(self) -> Items<I, Value, Value> {
        let key = self.machine.as_ref().ok().and_then(|machine| machine.result_keys.first().cloned());
        match key {
            Some(key) => self.items_of(move |page| Ok(items::flat(key.search(&page)?))).counted(),
            None => {
                let message = "the tables do not say where the items of this operation stand; see `search`";
                let error = Error::new(ErrorKind::Usage, message);
                self.items_of(move |_| Err(error.clone()))
            }
        }
    }

    /// What a JMESPath expression finds in the pages, one after the other; the elements of lists for themselves.
    pub fn search(self, expression: &str) -> Result<Items<I, Value, Value>> {
        let query = crate::query::Query::new(expression)?;
        Ok(self.items_of(move |page| {
            Ok(match query.search(&page)? {
                Value::List(list) => list,
                one => vec![one],
            })
        }))
    }

    /// All pages as one answer: results appended, numbers summed up, and `NextToken` to go on with if a limit ended it.
    pub async fn merge(mut self) -> Result<Value> {
        let mut merged = Merged::new();
        while let Some(page) = self.next().await {
            if let (page, Ok(machine)) = (page?, &self.machine) {
                merged.add(machine, &page)?;
            }
        }
        match &self.machine {
            Ok(machine) => merged.finish(machine),
            Err(_) => Ok(Value::Null),
        }
    }
}

/// Makes the call of the next page.
fn begin<I: Record + Clone + 'static, O: Page>(
    call: &Call<I, O>,
    machine: &Machine,
) -> Result<BoxFuture<'static, Result<(O, Metadata)>>> {
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
        crate::project::assign(service, member, input.get_mut(index, name), &value)?;
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
        let outcome = page.and_then(|(mut page, _)| {
            let Ok(machine) = &mut this.machine else { return Ok((page, Step::Last)) };
            let step = page.advance(machine, this.call.connection(), this.call.operation())?;
            Ok((page, step))
        });
        let outcome = outcome.map(|(page, step)| {
            match step {
                Step::More => {}
                Step::Last => this.done = true,
                // The page itself is good; the error comes when another one is asked for.
                Step::Stuck(error) => this.machine = Err(Some(error)),
            }
            page
        });
        this.done |= outcome.is_err();
        Poll::Ready(Some(outcome))
    }
}

impl<I, O> fmt::Debug for Pages<I, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("call", &self.call).finish_non_exhaustive()
    }
}
