//! Resources made of what is known: of the one they are made from, of a request and its answer.

use super::{params::Known, Resource, ResourceClass};
use crate::{
    query::Query,
    value::{Object, Value},
    Error, ErrorKind, Result,
};
use boto_model::resource::{Made, Param, Source};
use std::sync::Arc;

/// What resources are made from, beside the one that makes them.
#[derive(Default)]
pub(super) struct From<'a> {
    /// What the caller gives, in the order of what is open.
    pub(super) given: Vec<Value>,
    pub(super) request: Option<&'a Value>,
    pub(super) response: Option<&'a Value>,
    /// The class to make, instead of the definition's.
    pub(super) instead: Option<&'a Arc<ResourceClass>>,
}

impl Resource {
    /// Makes the resources that a definition describes. Where an identifier is a list, there is one resource for each
    /// of its elements; the data, if the definition has a path to it, goes to them in the same order.
    pub(super) fn make(&self, made: &Made, from: From<'_>) -> Result<Vec<Resource>> {
        let named = self.class().sibling(&made.kind)?;
        let data = self.data();
        let From { given, request, response, instead } = from;
        let known = Known { identifiers: Some(self.identifiers()), data: data.as_ref(), request, response };
        let mut given = given.into_iter();
        let mut columns: Vec<(String, Value)> = Vec::new();
        for param in &made.identifiers {
            let value = match column(param, request).transpose()? {
                Some(values) => Some(Value::List(values)),
                None => known.value(param)?,
            };
            let value = match value {
                Some(value) => value,
                None => given.next().ok_or_else(|| {
                    Error::new(ErrorKind::Validation, format!("identifier {} is missing", param.target))
                        .at(named.service(), named.name())
                })?,
            };
            columns.push((target(&named, made, param).to_owned(), value));
        }
        pair(&made.identifiers, &mut columns);
        let class = match instead {
            Some(class) => stand_in(&named, class, &mut columns)?,
            None => named,
        };
        let found = match (&made.path, response) {
            (Some(path), Some(response)) => at_path(Some(path), response)?,
            (Some(path), None) => data.as_ref().map_or(Ok(Value::Null), |data| at_path(Some(path), data))?,
            (None, _) => Value::Null,
        };
        let lists = columns.iter().filter_map(|(_, value)| match value {
            Value::List(list) => Some(list.len()),
            _ => None,
        });
        let Some(count) = lists.max() else {
            let optional = |name: &str| class.definition().identifiers.iter().any(|i| i.optional && i.name == name);
            if columns.iter().any(|(name, value)| value.is_null() && !optional(name)) {
                return Ok(Vec::new());
            }
            let data = (!found.is_null()).then_some(found);
            let known = columns.into_iter().filter(|(_, value)| !value.is_null());
            let identifiers = complete(&class, known.collect(), data.as_ref());
            return Ok(vec![Resource::new(class, self.connection().clone(), identifiers, data)]);
        };
        // The columns are used up: a page's data is not copied.
        let mut columns: Vec<(String, Column)> = columns.into_iter().map(|(name, v)| (name, Column::of(v))).collect();
        let mut found = Column::of(found);
        let one = |_| {
            let data = Some(found.next()).filter(|value| !value.is_null());
            let identifiers = columns.iter_mut().map(|(name, column)| (name.as_str(), column.next()));
            let identifiers = complete(&class, identifiers.filter(|(_, v)| !v.is_null()).collect(), data.as_ref());
            Resource::new(Arc::clone(&class), self.connection().clone(), identifiers, data)
        };
        Ok((0..count).map(one).collect())
    }
}

/// The values in a list of the request, one for each element: what an element does not have is an empty string.
/// (Projections leave out what is not there, and a tag would get the value of the next one.)
fn column(param: &Param, request: Option<&Value>) -> Option<Result<Vec<Value>>> {
    let Source::RequestParameter(path) = &param.source else { return None };
    let (list, member) = path.split_once("[].")?;
    let (list, member) = match (Query::new(list), Query::new(member)) {
        (Ok(list), Ok(member)) => (list.search(request?), member),
        (Err(error), _) | (_, Err(error)) => return Some(Err(error)),
    };
    let value = |element: &Value| match member.search(element)? {
        Value::Null => Ok("".into()),
        value => Ok(value),
    };
    Some(list.and_then(|list| list.as_list().iter().map(value).collect()))
}

/// Where a request has two lists (tags, and what is tagged), everything in the one goes with everything in the other.
fn pair(params: &[Param], columns: &mut [(String, Value)]) {
    let root = |param: &Param| match &param.source {
        Source::RequestParameter(path) => path.split_once("[]").map(|(list, _)| list.to_owned()),
        _ => None,
    };
    let of: Vec<Option<String>> = params.iter().map(root).collect();
    let mut roots: Vec<(&str, usize)> = Vec::new();
    for (root, (_, column)) in of.iter().zip(columns.iter()) {
        let (Some(root), Value::List(list)) = (root, column) else { continue };
        if !roots.iter().any(|(known, _)| known == root) {
            roots.push((root, list.len()));
        }
    }
    if roots.len() < 2 {
        return;
    }
    for (root, (_, column)) in of.iter().zip(columns.iter_mut()) {
        let Some(at) = roots.iter().position(|(known, _)| Some(*known) == root.as_deref()) else { continue };
        let outer: usize = roots[..at].iter().map(|(_, count)| count).product();
        let inner: usize = roots[at + 1..].iter().map(|(_, count)| count).product();
        let repeated = column.as_list().iter().flat_map(|value| std::iter::repeat_n(value, inner)).cloned();
        let repeated: Vec<Value> = repeated.collect();
        *column = Value::List(std::iter::repeat_n(repeated, outer).flatten().collect());
    }
}

/// A value for each of many resources.
enum Column {
    Each(std::vec::IntoIter<Value>),
    All(Value),
}

impl Column {
    fn of(value: Value) -> Column {
        match value {
            Value::List(list) => Column::Each(list.into_iter()),
            other => Column::All(other),
        }
    }

    fn next(&mut self) -> Value {
        match self {
            Column::Each(list) => list.next().unwrap_or_default(),
            Column::All(value) => value.clone(),
        }
    }
}

/// Another class in place of the definition's: its identifiers are the same, or as many in the same order.
fn stand_in(
    named: &ResourceClass,
    class: &Arc<ResourceClass>,
    columns: &mut [(String, Value)],
) -> Result<Arc<ResourceClass>> {
    let (theirs, ours): (Vec<&str>, Vec<&str>) = (named.identifiers().collect(), class.identifiers().collect());
    if theirs.len() != ours.len() {
        let message = format!(
            "it cannot stand in for {}, which has {} identifiers: it has {}",
            named.name(),
            theirs.len(),
            ours.len()
        );
        return Err(Error::new(ErrorKind::Usage, message).at(class.service(), class.name()));
    }
    for (name, _) in columns {
        let at = theirs.iter().position(|known| known == name);
        if let (Some(at), false) = (at, ours.contains(&name.as_str())) {
            *name = ours[at].to_owned();
        }
    }
    Ok(Arc::clone(class))
}

/// The identifier that a parameter is for. The definitions of IAM give `PolicyArn` to a `Policy` that has only an `Arn`:
/// what the caller gives goes by position, as in boto3.
fn target<'a>(class: &'a ResourceClass, made: &'a Made, param: &'a Param) -> &'a str {
    let known = |name: &str| class.definition().identifiers.iter().any(|identifier| identifier.name == name);
    if known(&param.target) || param.source != Source::Input {
        return &param.target;
    }
    let taken = |name: &str| made.identifiers.iter().any(|param| param.target == name);
    let open = class.definition().identifiers.iter().map(|i| i.name.as_str()).find(|name| !taken(name));
    open.unwrap_or(&param.target)
}

/// Takes identifiers of which the definition says nothing from the data (as the user name of IAM's signing
/// certificates).
fn complete(class: &ResourceClass, mut identifiers: Object, data: Option<&Value>) -> Object {
    for identifier in class.definition().identifiers.iter().filter(|identifier| !identifier.optional) {
        if identifiers[identifier.name.as_str()].is_null() {
            let names = identifier.member_name.iter().chain([&identifier.name]);
            let found = names.filter_map(|name| data?.get(name)).find(|value| !value.is_null());
            if let Some(value) = found {
                identifiers[identifier.name.as_str()] = value.clone();
            }
        }
    }
    identifiers
}

pub(super) fn at_path(path: Option<&str>, value: &Value) -> Result<Value> {
    match path {
        None => Ok(Value::Null),
        Some("@") => Ok(value.clone()),
        Some(path) => Query::new(path)?.search(value),
    }
}
