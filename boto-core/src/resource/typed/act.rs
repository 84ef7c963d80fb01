//! Actions: a typed call with what the definition knows filled in, and resources out of its answer.

use super::Resource as Typed;
use crate::{
    call::{About, Acting, Answer, Call, Doing as Doings, Metadata},
    connection::Connection,
    field::Record,
    lookup,
    opaque::Opaque,
    pipeline, project,
    resource::{base::Doing, make::From, params::Known, Base, Resource},
    value::{Object, Value},
    wait::Wait,
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::{
    resource::{Action, Made, Param, Source},
    ShapeId,
};
use std::sync::Arc;

/// The resource on whose behalf a call is made.
pub(crate) struct Behalf {
    resource: Resource,
    made: Option<Made>,
    /// What is taken from the data, which has to be loaded first.
    late: Vec<Param>,
    /// What the hooks are told.
    doing: Doing,
    /// Whose hooks they are: the resource's, or those of the collection that it belongs to.
    base: Option<Arc<Base>>,
}

impl Behalf {
    /// Calls for a waiter of the resource, if there are hooks that want to see them.
    pub(crate) fn waiting(resource: &Resource, waiter: &str, operation: &str) -> Option<Arc<dyn Acting>> {
        let base = Some(Arc::clone(resource.class().base()?));
        let (doing, resource) = (resource.doing(waiter, operation), resource.clone());
        Some(Arc::new(Behalf { resource, made: None, late: Vec::new(), doing, base }))
    }

    /// Fills in what is taken from the data, loading it unless it is there.
    async fn complete(&self, operation: &str, input: &mut dyn Record) -> Result<()> {
        if self.late.is_empty() {
            return Ok(());
        }
        let ready = self.resource.ready(&self.late).await?;
        fill(&ready, operation, &self.late, input)
    }

    async fn run(&self, call: Doings<'_>) -> Result<(Metadata, Option<Object>)> {
        let Doings { connection, operation, input, output, options } = call;
        self.complete(operation, input).await?;
        let Some(base) = &self.base else {
            let metadata = pipeline::run(connection, operation, input, output, options).await?;
            self.resource.forget();
            return Ok((metadata, None));
        };
        // Hooks know names only: so the call is one by name, and its answer goes into the type at the end.
        let service = connection.service();
        let shape = lookup::operation(service, operation)?.input;
        let given = shape.map(|shape| project::to_sent(service, shape, input)).unwrap_or_default();
        let sent = base.updated(&self.doing, given).await?;
        let mut answered = Object::default();
        let metadata = pipeline::run(connection, operation, &sent, &mut answered, options).await?;
        self.resource.forget();
        if let Value::Map(answer) = base.processed(&self.doing, Value::Map(answered)).await? {
            let shape = lookup::operation(service, operation)?.output;
            assign(connection, shape, &answer, output).map_err(|error| super::at(error, self.resource.class()))?;
        }
        Ok((metadata, Some(sent)))
    }
}

impl Acting for Behalf {
    fn run<'a>(&'a self, call: Doings<'a>) -> BoxFuture<'a, Result<(Metadata, Option<Object>)>> {
        Box::pin(Behalf::run(self, call))
    }

    fn make(&self, call: (&Connection, &str), input: &dyn Record, output: Object) -> Result<Vec<Resource>> {
        let Some(made) = &self.made else { return Ok(Vec::new()) };
        let (service, operation) = (call.0.service(), call.1);
        let shape = lookup::operation(service, operation)?.input;
        let request = shape.map(|shape| project::to_object(service, shape, input)).unwrap_or_default();
        let (request, response) = (Value::Map(request), Value::Map(output));
        let instead = self.base.as_ref().and_then(|base| base.resource.as_ref());
        let from = From { request: Some(&request), response: Some(&response), instead, ..From::default() };
        self.resource.make(made, from)
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
    let (about, input) = call.into_parts();
    resources(about, input)
}

fn resources(about: Opaque<About>, mut input: Box<dyn Record>) -> BoxFuture<'static, Result<Vec<Resource>>> {
    Box::pin(async move {
        let About { connection, operation, options } = &*about;
        let mut output = Object::default();
        let call = Doings { connection, operation, input: &mut *input, output: &mut output, options };
        let (_, sent) = call.run().await?;
        let Some(acting) = &options.acting else { return Ok(Vec::new()) };
        let sent = sent.as_ref().map_or(&*input, |sent| sent as &dyn Record);
        acting.make((connection, operation), sent, output)
    })
}

/// The call of an action: what the definition knows goes into the input, over what stands there.
pub fn act<I: Record, O>(resource: &Resource, action: &str, input: I) -> Call<I, O> {
    let (doing, base) = (resource.doing(action, ""), resource.class().base().cloned());
    act_with(resource, action, input, doing, base)
}

/// As [`act`], with the hooks of a collection.
pub(super) fn act_with<I: Record, O>(
    resource: &Resource,
    action: &str,
    mut input: I,
    doing: Doing,
    base: Option<Arc<Base>>,
) -> Call<I, O> {
    let class = resource.class();
    let picked = class.pick("action", &class.definition().actions, action, |action| &action.name);
    let operation = picked.as_ref().map(|action| action.operation.clone()).unwrap_or_default();
    let prepared = picked.and_then(|action| prepare(resource, action, &mut input, doing, base));
    let mut call = Call::new(resource.connection(), operation, input);
    match prepared {
        Ok(acting) => call.set_acting(acting),
        Err(error) => call.set_defect(error),
    }
    call
}

fn prepare(
    resource: &Resource,
    action: &Action,
    input: &mut dyn Record,
    doing: Doing,
    base: Option<Arc<Base>>,
) -> Result<Arc<dyn Acting>> {
    // What is taken from data that is there goes in now, and the caller may set it otherwise.
    let loaded = resource.is_loaded();
    fill(resource, &action.operation, &action.params, input)?;
    let late = |param: &&Param| !loaded && matches!(param.source, Source::Data(_));
    let late = action.params.iter().filter(late).cloned().collect();
    let doing = Doing { operation: action.operation.clone(), ..doing };
    Ok(Arc::new(Behalf { resource: resource.clone(), made: action.resource.clone(), late, doing, base }))
}

/// Puts what is known into a typed input.
fn fill(resource: &Resource, operation: &str, params: &[Param], input: &mut dyn Record) -> Result<()> {
    let mut known = Object::default();
    resource.known(|known_of: Known<'_>| known_of.fill(params, &mut known, 0))?;
    let connection = resource.connection();
    let shape = lookup::operation(connection.service(), operation)?.input;
    assign(connection, shape, &known, input).map_err(|error| super::at(error, resource.class()))
}

/// Stores the members of an object in a record of that shape.
fn assign(connection: &Connection, shape: Option<ShapeId>, from: &Object, to: &mut dyn Record) -> Result<()> {
    let service = connection.service();
    let Some(structure) = shape.and_then(|shape| service.shape(shape).structure()) else { return Ok(()) };
    for (name, value) in from {
        match structure.member(name) {
            Some((index, member)) => project::assign(service, member, to.get_mut(index, name), value)?,
            // What hooks add is there for whoever asks by name.
            None => to.put_unknown(name, value.clone()),
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
    let acting = Behalf::waiting(resource, waiter, &operation);
    let mut call = Call::new(resource.connection(), operation, input);
    if let Some(acting) = acting {
        call.set_acting(acting);
    }
    if let Err(error) = filled {
        call.set_defect(error);
    }
    call.wait_until(name)
}
