//! [`Batch`]: one action done with all resources of a collection, as many at once as the service takes.

use super::{
    base::{Base, Doing},
    params::Known,
    Collection, Resource, ResourceClass,
};
use crate::{
    call::Call,
    connection::Connection,
    value::{Object, Value},
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::{resource::Action, Kind, Service, ShapeId};
use std::{collections::VecDeque, future::IntoFuture, sync::Arc, time::Duration};

/// What services take at once where their models do not say it.
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html>,
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html>
const LIMITS: &[(&str, usize)] = &[
    ("DeleteMessageBatch", 10),
    ("ChangeMessageVisibilityBatch", 10),
    ("SendMessageBatch", 10),
    ("DeleteObjects", 1000),
];

/// Where nobody says it: what EC2 recommends for lists of ids.
const LIMIT: usize = 1000;

/// How often an item is tried that fails for the service's own reasons.
const ATTEMPTS: u32 = 4;

/// A batch action about to be done. Nothing happens before it is awaited.
#[must_use = "a batch does nothing until it is awaited"]
#[derive(Debug)]
pub struct Batch {
    source: Source,
    class: Arc<ResourceClass>,
    connection: Connection,
    action: Action,
    params: Object,
    at_once: usize,
}

/// Which resources it is done with.
#[derive(Debug)]
enum Source {
    Listed(Collection),
    Given(VecDeque<Resource>),
}

/// What became of a batch.
#[derive(Clone, Debug, Default)]
pub struct BatchOutcome {
    /// How many resources it was done with.
    pub done: usize,
    /// Those with which it could not be done, and why.
    pub failed: Vec<(Resource, Error)>,
    /// The outputs of all requests, in order.
    pub outputs: Vec<Value>,
}

impl BatchOutcome {
    /// An error if any resource failed: the first one's, with the number of all.
    pub fn into_result(self) -> Result<Vec<Value>> {
        match self.failed.first() {
            None => Ok(self.outputs),
            Some((resource, error)) => {
                let message =
                    format!("{} of {} failed, first {resource:?}", self.failed.len(), self.failed.len() + self.done);
                let message = match error.message() {
                    "" => message,
                    reason => format!("{message}: {reason}"),
                };
                Err(error.clone().with_message(message))
            }
        }
    }
}

impl Collection {
    /// A batch action of the collection's resources, by its name or the same in snake_case (`delete`).
    pub fn batch(&self, name: &str) -> Result<Batch> {
        Batch::new(Source::Listed(self.clone()), self.class().resource()?, self.connection(), name)
    }
}

impl Batch {
    /// A batch action of these resources, by its name or the same in snake_case. They should be of one class and
    /// connection: the first one's count.
    pub fn of(resources: Vec<Resource>, name: &str) -> Result<Batch> {
        let Some(first) = resources.first() else {
            return Err(Error::new(ErrorKind::Usage, format!("no resource is given to do {name} with")));
        };
        let (class, connection) = (Arc::clone(first.class()), first.connection().clone());
        Batch::new(Source::Given(resources.into()), class, &connection, name)
    }

    fn new(source: Source, class: Arc<ResourceClass>, connection: &Connection, name: &str) -> Result<Batch> {
        let action = class.pick("batch action", &class.definition().batch_actions, name, |a| &a.name)?.clone();
        let at_once = at_once(class.connection.service(), &action);
        Ok(Batch { source, class, connection: connection.clone(), action, params: Object::default(), at_once })
    }

    /// Sets one member of the input of every request.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.params[&name.into()] = value.into();
        self
    }

    /// How many resources go into one request.
    pub fn at_once(&self) -> usize {
        self.at_once
    }

    async fn run(mut self) -> Result<BatchOutcome> {
        let mut outcome = BatchOutcome::default();
        let mut listed = match &self.source {
            Source::Listed(collection) => Some(collection.each()),
            Source::Given(_) => None,
        };
        let mut chunk: Vec<Resource> = Vec::new();
        loop {
            let next = match (&mut listed, &mut self.source) {
                (Some(listed), _) => listed.next().await.transpose()?,
                (None, Source::Given(given)) => given.pop_front(),
                (None, Source::Listed(_)) => None,
            };
            let Some(resource) = next else { break };
            let resource = resource.ready(&self.action.params).await?;
            let apart = match chunk.last() {
                Some(last) => self.shared(last)? != self.shared(&resource)?,
                None => false,
            };
            if apart || chunk.len() >= self.at_once {
                self.send(std::mem::take(&mut chunk), &mut outcome).await?;
            }
            chunk.push(resource);
        }
        if !chunk.is_empty() {
            self.send(chunk, &mut outcome).await?;
        }
        Ok(outcome)
    }

    /// What the collection's base, or else that of the resources given, does differently, and what it is told.
    fn hooks(&self, resources: &[Resource]) -> (Option<Arc<Base>>, Option<Doing>) {
        let (method, operation) = (&self.action.name, &self.action.operation);
        match &self.source {
            Source::Listed(collection) => {
                (collection.class().base().cloned(), Some(collection.doing(method, operation)))
            }
            Source::Given(_) => (self.class.base().cloned(), resources.first().map(|r| r.doing(method, operation))),
        }
    }

    /// What is the same for a whole request: resources that differ in it do not go together.
    fn shared(&self, resource: &Resource) -> Result<Object> {
        let params: Vec<_> = self.action.params.iter().filter(|p| !p.target.contains('[')).cloned().collect();
        let mut input = Object::default();
        resource.known(|known| known.fill(&params, &mut input, 0))?;
        Ok(input)
    }

    /// Does it with these, again with those that fail for reasons that may pass.
    async fn send(&self, mut left: Vec<Resource>, outcome: &mut BatchOutcome) -> Result<()> {
        let host = Arc::clone(self.connection.session().host());
        for attempt in 1..=ATTEMPTS {
            let mut input = Object::default();
            // Where each resource stands in the lists of the input.
            let mut own = Vec::with_capacity(left.len());
            for (index, resource) in left.iter().enumerate() {
                resource.known(|known: Known<'_>| {
                    known.fill(&self.action.params, &mut input, index)?;
                    let mut alone = Object::default();
                    known.fill(&self.action.params, &mut alone, 0)?;
                    own.push(element(&Value::Map(alone)));
                    Ok(())
                })?;
            }
            input.0.extend(self.params.0.clone());
            let (base, doing) = self.hooks(&left);
            if let (Some(base), Some(doing)) = (&base, &doing) {
                input = base.updated(doing, input).await?;
            }
            let call = Call::<Object, Value>::new(&self.connection, self.action.operation.clone(), input);
            let output = match call.await {
                Ok(output) => output,
                // All of these failed; those that went before are done, though, and have to be told of.
                Err(error) => {
                    outcome.failed.extend(left.into_iter().map(|resource| (resource, error.clone())));
                    return Ok(());
                }
            };
            let output = match (&base, &doing) {
                (Some(base), Some(doing)) => base.processed(doing, output).await?,
                _ => output,
            };
            let mut again = Vec::new();
            let failures = failures(&output);
            for (resource, own) in left.into_iter().zip(own) {
                match failures.iter().find(|failure| meant(failure, own.as_ref())) {
                    None => outcome.done += 1,
                    Some(failure) if attempt < ATTEMPTS && passing(failure) => again.push(resource),
                    Some(failure) => outcome.failed.push((resource, self.error(failure))),
                }
            }
            outcome.outputs.push(output);
            if again.is_empty() {
                break;
            }
            left = again;
            host.sleep(Duration::from_millis(50 << attempt)).await;
        }
        Ok(())
    }

    fn error(&self, failure: &Object) -> Error {
        let text = |name: &str| failure[name].as_str().unwrap_or_default().to_owned();
        Error::new(ErrorKind::Service, text("Message"))
            .with_code(text("Code"))
            .with_fields(failure.clone())
            .at(self.class.service(), &self.action.operation)
    }
}

/// The entries of an output that tell of failures: a list of objects with a code each.
fn failures(output: &Value) -> Vec<&Object> {
    let members = output.as_object().into_iter().flat_map(|members| &members.0);
    let told = members.filter(|(name, _)| matches!(name.as_str(), "Errors" | "Failed" | "FailedEntries" | "Failures"));
    told.flat_map(|(_, list)| list.as_list()).filter_map(Value::as_object).collect()
}

/// What of an input is of one resource: the one element of its innermost list.
fn element(input: &Value) -> Option<Object> {
    match input {
        Value::Map(object) => object.0.values().find_map(element),
        Value::List(list) => list.first()?.as_object().cloned(),
        _ => None,
    }
}

/// Whether a failure is that of this element: what both have is the same, and both have something.
fn meant(failure: &Object, own: Option<&Object>) -> bool {
    let Some(own) = own else { return false };
    let mut common = own.0.iter().filter(|(name, _)| failure.0.contains_key(name)).peekable();
    common.peek().is_some() && common.all(|(name, value)| failure[name.as_str()] == *value)
}

/// Whether another attempt may help: not the caller's fault.
fn passing(failure: &Object) -> bool {
    let code = failure["Code"].as_str().unwrap_or_default();
    let known =
        ["InternalError", "InternalFailure", "ServiceUnavailable", "SlowDown", "RequestTimeout", "OperationAborted"];
    known.contains(&code) || code.contains("Throttl") || failure["SenderFault"].as_bool() == Some(false)
}

/// How many resources one request takes.
fn at_once(service: &Service, action: &Action) -> usize {
    let mut lists: Vec<&str> = action.params.iter().filter_map(|p| Some(p.target.split_once('[')?.0)).collect();
    lists.dedup();
    // Several lists say all of the one with all of the other (tags off resources): only one is meant.
    if lists.len() != 1 {
        return 1;
    }
    if let Some((_, limit)) = LIMITS.iter().find(|(operation, _)| *operation == action.operation) {
        return *limit;
    }
    let input = service.operation(&action.operation).and_then(|operation| operation.input);
    input.and_then(|shape| maximum(service, shape, lists[0])).unwrap_or(LIMIT).clamp(1, LIMIT)
}

/// The most elements that the list at that path may have, if the model says so.
fn maximum(service: &Service, mut shape: ShapeId, path: &str) -> Option<usize> {
    for name in path.split('.') {
        shape = service.shape(shape).structure()?.member(name)?.1.target;
    }
    match service.shape(shape).kind {
        Kind::List { .. } => {
            let max = crate::codec::text::integral(service.shape(shape).max?)?;
            usize::try_from(max).ok()
        }
        _ => None,
    }
}

impl IntoFuture for Batch {
    type Output = Result<BatchOutcome>;
    type IntoFuture = BoxFuture<'static, Result<BatchOutcome>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}
