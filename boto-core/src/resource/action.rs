//! [`ActionCall`]: something about to be done with a resource, and what comes of it.

use super::{
    base::{Base, Doing},
    custom::{Custom, Run},
    make::{self, From},
    Resource, ResourceClass,
};
use crate::{
    call::{Call, UntypedCall},
    value::{Object, Value},
    BoxFuture, Error, ErrorKind, Result,
};
use boto_model::resource::{Action, Source};
use std::{fmt, future::IntoFuture, sync::Arc};

/// An action about to be done.
#[must_use = "an action does nothing until it is awaited"]
pub struct ActionCall {
    resource: Resource,
    action: Action,
    /// What is done, if that is more than one operation.
    custom: Option<Run>,
    doing: Doing,
    base: Option<Arc<Base>>,
    /// With what the caller gives; the rest of the input is filled in when it is done.
    call: UntypedCall,
}

/// What an action answers.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The output, or the part of it that the definition names.
    Value(Value),
    /// A resource.
    Resource(Resource),
    /// Resources.
    Resources(Vec<Resource>),
}

impl Outcome {
    /// The value; `Null` if resources came.
    pub fn into_value(self) -> Value {
        match self {
            Outcome::Value(value) => value,
            _ => Value::Null,
        }
    }

    /// All resources that came.
    pub fn into_resources(self) -> Vec<Resource> {
        match self {
            Outcome::Value(_) => Vec::new(),
            Outcome::Resource(resource) => vec![resource],
            Outcome::Resources(resources) => resources,
        }
    }

    /// The one resource that came; an error if there is none.
    pub fn into_resource(self) -> Result<Resource> {
        let none = || Error::new(ErrorKind::Decode, "the answer names no resource");
        self.into_resources().into_iter().next().ok_or_else(none)
    }
}

impl ActionCall {
    pub(super) fn new(resource: Resource, action: Action, doing: Doing, base: Option<Arc<Base>>) -> ActionCall {
        let call = Call::new(resource.connection(), action.operation.clone(), Object::default());
        ActionCall { resource, action, custom: None, doing, base, call }
    }

    /// An action that no definition has.
    pub(super) fn custom(
        resource: Resource,
        (custom, run): (&'static Custom, Run),
        doing: Doing,
        base: Option<Arc<Base>>,
    ) -> ActionCall {
        let action =
            Action { name: custom.name.to_owned(), operation: custom.operation.to_owned(), ..Action::default() };
        ActionCall { custom: Some(run), ..ActionCall::new(resource, action, doing, base) }
    }

    /// Sets one member of the input. What the definition sets by itself can be overwritten.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.call = self.call.param(name, value);
        self
    }

    /// Sets members of the input from anything that serializes to an object.
    pub fn params<T: serde::Serialize + ?Sized>(mut self, params: &T) -> Self {
        self.call = self.call.params(params);
        self
    }

    async fn run(self) -> Result<Outcome> {
        let ActionCall { resource, action, custom, doing, base, call } = self;
        if let Some(run) = custom {
            return more(resource, run, doing, base, call).await;
        }
        let ready = resource.ready(&action.params).await?;
        let mut input = ready.input(&action)?;
        input.0.extend(call.input().0.clone());
        if let Some(base) = &base {
            input = base.updated(&doing, input).await?;
        }
        let request = Value::Map(input.clone());
        let mut output = call.with_input(input).await?;
        if let Some(base) = &base {
            output = base.processed(&doing, output).await?;
        }
        let outcome = match &action.resource {
            Some(made) => {
                let instead: Option<&Arc<ResourceClass>> = base.as_ref().and_then(|base| base.resource.as_ref());
                let from = From { request: Some(&request), response: Some(&output), instead, ..From::default() };
                let mut resources = ready.make(made, from)?;
                let many = made.identifiers.iter().any(|param| match &param.source {
                    Source::Response(path) => path.contains("[]") || path.contains("[*]"),
                    _ => false,
                });
                match (many, resources.len()) {
                    (false, 1) => Outcome::Resource(resources.remove(0)),
                    _ => Outcome::Resources(resources),
                }
            }
            None => Outcome::Value(match &action.path {
                Some(path) => make::at_path(Some(path), &output)?,
                None => output,
            }),
        };
        // What was loaded may be of yesterday now; it is loaded again when it is asked for.
        resource.forget();
        Ok(outcome)
    }
}

/// An action that is more than one operation. Hooks see what it is given and the value that it gives.
async fn more(
    resource: Resource,
    run: Run,
    doing: Doing,
    base: Option<Arc<Base>>,
    call: UntypedCall,
) -> Result<Outcome> {
    let (about, input) = call.into_parts();
    let mut input = *input;
    let options = &about.options;
    if let Some(defect) = &options.defect {
        return Err(defect.clone());
    }
    if let Some(base) = &base {
        input = base.updated(&doing, input).await?;
    }
    let outcome = run(resource.clone(), input).await?;
    resource.forget();
    match (&base, outcome) {
        (Some(base), Outcome::Value(value)) => base.processed(&doing, value).await.map(Outcome::Value),
        (_, outcome) => Ok(outcome),
    }
}

impl fmt::Debug for ActionCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}.{}", self.resource, self.action.name)
    }
}

impl IntoFuture for ActionCall {
    type Output = Result<Outcome>;
    type IntoFuture = BoxFuture<'static, Result<Outcome>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}
