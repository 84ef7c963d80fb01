//! Actions: a typed call with what the definition knows filled in, and resources out of its answer.

use super::Resource as Typed;
use crate::{
    call::{Acting, Call},
    connection::Connection,
    field::Record,
    lookup, pipeline, project,
    resource::{make::From, params::Known, Resource},
    value::{Object, Value},
    wait::Wait,
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::resource::{Action, Made, Param, Source};
use std::sync::Arc;

/// The resource on whose behalf a call is made.
struct Behalf {
    resource: Resource,
    made: Option<Made>,
    /// What is taken from the data, which may have to be loaded first.
    late: Vec<Param>,
}

impl Acting for Behalf {
    /// Fills in what is taken from the data, loading it unless it is there.
    fn ready<'a>(&'a self, operation: &'a str, input: &'a mut dyn Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if self.late.is_empty() || self.resource.is_loaded() {
                return Ok(());
            }
            self.resource.ready(&self.late).await?;
            fill(&self.resource, operation, &self.late, input)
        })
    }

    /// What was loaded may be of yesterday now.
    fn done(&self) {
        self.resource.forget();
    }

    fn make(&self, call: (&Connection, &str), input: &dyn Record, output: Object) -> Result<Vec<Resource>> {
        let Some(made) = &self.made else { return Ok(Vec::new()) };
        let (service, operation) = (call.0.service(), call.1);
        let shape = lookup::operation(service, operation)?.input;
        let request = shape.map(|shape| project::to_object(service, shape, input)).unwrap_or_default();
        let (request, response) = (Value::Map(request), Value::Map(output));
        self.resource.make(made, From { request: Some(&request), response: Some(&response), ..From::default() })
    }
}

/// What a call answers: the output of the operation, or resources made of it.
pub trait Answer: Sized {
    /// Makes the call.
    fn answer<I: Record + 'static>(call: Call<I, Self>) -> BoxFuture<'static, Result<Self>>;
}

impl<O: Record + Default + 'static> Answer for O {
    fn answer<I: Record + 'static>(call: Call<I, O>) -> BoxFuture<'static, Result<O>> {
        Box::pin(async move { Ok(call.send().await?.0) })
    }
}

impl<T: Typed> Answer for Vec<T> {
    fn answer<I: Record + 'static>(call: Call<I, Vec<T>>) -> BoxFuture<'static, Result<Vec<T>>> {
        let made = made(call);
        Box::pin(async move { made.await?.into_iter().map(T::from_untyped).collect() })
    }
}

impl<T: Typed> Answer for Option<T> {
    fn answer<I: Record + 'static>(call: Call<I, Option<T>>) -> BoxFuture<'static, Result<Option<T>>> {
        let made = made(call);
        Box::pin(async move { made.await?.pop().map(T::from_untyped).transpose() })
    }
}

/// [`Answer::answer`] of a type of resource.
pub fn one<I: Record + 'static, T: Typed>(call: Call<I, T>) -> BoxFuture<'static, Result<T>> {
    let made = made(call);
    Box::pin(async move {
        let none = || Error::new(ErrorKind::Decode, format!("the answer names no {}", T::NAME));
        T::from_untyped(made.await?.pop().ok_or_else(none)?)
    })
}

fn made<I: Record + 'static, O>(call: Call<I, O>) -> BoxFuture<'static, Result<Vec<Resource>>> {
    let (connection, operation, input, options) = call.into_parts();
    let mut input: Box<dyn Record> = Box::new(input);
    Box::pin(async move {
        if let Some(acting) = &options.acting {
            acting.ready(&operation, &mut *input).await?;
        }
        let mut output = Object::default();
        pipeline::run(&connection, &operation, &*input, &mut output, &options).await?;
        let Some(acting) = options.acting else { return Ok(Vec::new()) };
        acting.done();
        acting.make((&connection, &operation), &*input, output)
    })
}

/// The call of an action: what the definition knows goes into the input, over what stands there.
pub fn act<I: Record, O>(resource: &Resource, action: &str, mut input: I) -> Call<I, O> {
    let class = resource.class();
    let picked = class.pick("action", &class.definition().actions, action, |action| &action.name);
    let operation = picked.as_ref().map(|action| action.operation.clone()).unwrap_or_default();
    let prepared = picked.and_then(|action| prepare(resource, action, &mut input));
    let mut call = Call::new(resource.connection(), operation, input);
    match prepared {
        Ok(acting) => call.set_acting(acting),
        Err(error) => call.set_defect(error),
    }
    call
}

fn prepare(resource: &Resource, action: &Action, input: &mut dyn Record) -> Result<Arc<dyn Acting>> {
    fill(resource, &action.operation, &action.params, input)?;
    let late = |param: &&Param| matches!(param.source, Source::Data(_));
    let late = action.params.iter().filter(late).cloned().collect();
    Ok(Arc::new(Behalf { resource: resource.clone(), made: action.resource.clone(), late }))
}

/// Puts what is known into a typed input.
fn fill(resource: &Resource, operation: &str, params: &[Param], input: &mut dyn Record) -> Result<()> {
    let mut known = Object::default();
    resource.known(|known_of: Known<'_>| known_of.fill(params, &mut known, 0))?;
    assign(resource.connection(), operation, &known, input).map_err(|error| super::at(error, resource.class()))
}

/// Stores the members of an object in the typed input of an operation.
pub(super) fn assign(connection: &Connection, operation: &str, from: &Object, input: &mut dyn Record) -> Result<()> {
    let service = connection.service();
    let shape = lookup::operation(service, operation)?.input.map(|shape| service.shape(shape));
    let Some(structure) = shape.and_then(|shape| shape.structure()) else { return Ok(()) };
    for (name, value) in from {
        if let Some((index, member)) = structure.member(name) {
            project::assign(service, member, input.get_mut(index, name), value)?;
        }
    }
    Ok(())
}

/// A waiter of a resource, with the input filled in.
pub fn waits<I: Record, O>(resource: &Resource, waiter: &str, mut input: I) -> Wait<I, O> {
    let class = resource.class();
    let definition = class.pick("waiter", &class.definition().waiters, waiter, |waiter| &waiter.name);
    let (name, params) = definition.as_ref().map_or(("", &[][..]), |found| (&*found.waiter, &found.params[..]));
    let operation = resource.connection().service().waiter(name).map(|found| found.operation.clone());
    let operation = operation.unwrap_or_default();
    let filled = fill(resource, &operation, params, &mut input);
    let mut call = Call::new(resource.connection(), operation, input);
    if let Err(error) = filled {
        call.set_defect(error);
    }
    call.wait_until(name)
}
