//! What `#[derive(Resource)]` and `#[derive(Collection)]` lean on: identifiers and attributes as fields of any type, and
//! actions that give any type.

use super::{Definitions, Resource as Typed};
use crate::{
    connection::Connection,
    query::Query,
    resource::{self as untyped, ActionCall, CollectionClass, Outcome, Resource},
    value::{self, Object, Value},
    BoxFuture, Error, ErrorKind, Result,
};
use serde::{de::DeserializeOwned, Serialize};
use std::{fmt::Display, future::IntoFuture, sync::Arc};

/// Whether a name is among these: at compile time.
pub const fn has(names: &[&str], name: &str) -> bool {
    let mut index = 0;
    while index < names.len() {
        if same(names[index].as_bytes(), name.as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}

/// Whether all of these names are among those: at compile time.
pub const fn has_all(names: &[&str], among: &[&str]) -> bool {
    let mut index = 0;
    while index < names.len() {
        if !has(among, names[index]) {
            return false;
        }
        index += 1;
    }
    true
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// A field as a value; null if it is none that can be sent, which is told where it is needed.
pub fn known<T: Serialize + ?Sized>(field: &T) -> Value {
    value::to_value(field).unwrap_or_default()
}

/// Members by name; null is none.
pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Object {
    members.into_iter().filter(|(_, value)| !value.is_null()).collect()
}

/// An identifier as the type of its field.
pub fn identify<T: DeserializeOwned>(of: &Resource, name: &str) -> Result<T> {
    converted(of, name, name, &of.identifiers()[name])
}

/// An attribute as the type of its field: what an expression finds in the data.
pub fn field<T: DeserializeOwned>(of: &Resource, name: &str, path: &str, json: bool) -> Result<T> {
    converted(of, name, path, &found(of, name, path, json)?)
}

/// As [`field`]; if nothing is found, the default.
pub fn field_or_default<T: DeserializeOwned + Default>(of: &Resource, name: &str, path: &str, json: bool) -> Result<T> {
    match found(of, name, path, json)? {
        Value::Null => Ok(T::default()),
        value => converted(of, name, path, &value),
    }
}

/// As [`field`], by a conversion of one's own; it is given null if nothing is found.
pub fn field_with<T, E: Display>(
    of: &Resource,
    name: &str,
    path: &str,
    json: bool,
    convert: impl FnOnce(Value) -> Result<T, E>,
) -> Result<T> {
    convert(found(of, name, path, json)?).map_err(|problem| flaw(of, name, path, &problem))
}

fn found(of: &Resource, name: &str, path: &str, json: bool) -> Result<Value> {
    let query = Query::new(path)?;
    let found = of.look(|data| data.map_or(Ok(Value::Null), |data| query.search(data)))?;
    match (&found, json) {
        (Value::String(text), true) => {
            let parsed: Result<Value, _> = serde_json::from_str(text);
            parsed.map_err(|problem| flaw(of, name, path, &problem))
        }
        _ => Ok(found),
    }
}

fn converted<T: DeserializeOwned>(of: &Resource, name: &str, path: &str, value: &Value) -> Result<T> {
    fitted(value).map_err(|problem| match value {
        Value::Null => flaw(of, name, path, &"nothing is there"),
        _ => flaw(of, name, path, &problem.message()),
    })
}

/// A value as a type. Services are fond of numbers and booleans in strings: where a string does not fit, what it says
/// may.
fn fitted<T: DeserializeOwned>(value: &Value) -> Result<T> {
    let problem = match value.to() {
        Ok(fits) => return Ok(fits),
        Err(problem) => problem,
    };
    let said = match value {
        Value::String(text) => match (text.parse::<i64>(), text.parse::<f64>(), text.parse::<bool>()) {
            (Ok(number), _, _) => Value::Int(number),
            (_, Ok(number), _) => Value::Float(number),
            (_, _, Ok(truth)) => Value::Bool(truth),
            _ => return Err(problem),
        },
        _ => return Err(problem),
    };
    said.to().map_err(|_| problem)
}

fn flaw(of: &Resource, name: &str, path: &str, problem: &dyn Display) -> Error {
    super::at(Error::new(ErrorKind::Decode, format!("{name} ({path}): {problem}")), of.class())
}

/// The collection of that name that belongs to the service itself.
pub fn collection(definitions: &'static Definitions, connection: &Connection, name: &str) -> untyped::Collection {
    let parent = super::service(definitions, connection);
    let definition = parent.class().definition().has_many.iter().find(|many| many.name == name).cloned();
    let class = CollectionClass::of(Arc::clone(parent.class()), name, definition.unwrap_or_default());
    let class = match definitions.base() {
        Some(base) => class.with_base(base),
        None => class,
    };
    Arc::new(class).connection(parent.connection())
}

/// A collection with one more parameter, unless that is absent.
pub fn narrow<T: Serialize>(collection: untyped::Collection, name: &str, field: &T) -> Result<untyped::Collection> {
    Ok(match value::to_value(field)? {
        Value::Null => collection,
        value => collection.filter(name, value),
    })
}

/// An action about to be done, and what its answer is taken as. Nothing happens before it is awaited.
#[must_use = "an action does nothing until it is awaited"]
#[derive(Debug)]
pub struct Done<T> {
    call: Result<ActionCall>,
    take: fn(Outcome) -> Result<T>,
}

/// The call of an action by name.
pub fn done<const N: usize, T>(
    of: &Resource,
    action: &str,
    given: [(&str, Value); N],
    take: fn(Outcome) -> Result<T>,
) -> Done<T> {
    let call = of.defined_action(action);
    let call = call.map(|call| object(given).0.into_iter().fold(call, |call, (name, value)| call.param(name, value)));
    Done { call, take }
}

impl<T> Done<T> {
    /// Sets one member of the input.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.call = self.call.map(|call| call.param(name, value));
        self
    }

    /// Sets members of the input from anything that serializes to an object.
    pub fn params<P: Serialize + ?Sized>(mut self, params: &P) -> Self {
        self.call = self.call.map(|call| call.params(params));
        self
    }
}

impl<T: 'static> IntoFuture for Done<T> {
    type Output = Result<T>;
    type IntoFuture = BoxFuture<'static, Result<T>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { (self.take)(self.call?.await?) })
    }
}

/// The answer as it is.
pub fn plain(outcome: Outcome) -> Result<Value> {
    Ok(outcome.into_value())
}

/// The answer as a type.
pub fn value<T: DeserializeOwned>(outcome: Outcome) -> Result<T> {
    fitted(&outcome.into_value())
}

/// The resource that the answer tells of.
pub fn one_of<T: Typed>(outcome: Outcome) -> Result<T> {
    T::from_untyped(outcome.into_resource()?)
}

/// The resource that the answer tells of, if it tells of one.
pub fn maybe<T: Typed>(outcome: Outcome) -> Result<Option<T>> {
    outcome.into_resources().pop().map(T::from_untyped).transpose()
}

/// The resources that the answer tells of.
pub fn many<T: Typed>(outcome: Outcome) -> Result<Vec<T>> {
    outcome.into_resources().into_iter().map(T::from_untyped).collect()
}
