//! Running compiled rules.

use super::{
    compile::{Compiled, Function, Node, Op, Piece, Shape, Template},
    functions,
    partition::Atlas,
    value::Val,
    Endpoint, Param,
};
use crate::{
    error::{Error, ErrorKind, Result},
    value::Object,
    Value,
};
use boto_model::rules::{Literal, ParameterKind};
use std::{borrow::Cow, rc::Rc};

/// Runs rules with one value (or none) per parameter.
pub(super) fn run(compiled: &Compiled, atlas: &Atlas, given: &[Option<&Param>]) -> Result<Endpoint> {
    let mut slots = bind(compiled, given)?;
    let mut at = 0;
    while let Some(op) = compiled.code.get(at) {
        at += 1;
        match op {
            Op::Test { condition, assign, otherwise } => {
                let value = Run { slots: &slots, atlas }.eval(condition)?;
                if !value.holds() {
                    at = *otherwise;
                } else if let Some(slot) = assign {
                    slots[*slot] = value;
                }
            }
            Op::Endpoint(template) => return Run { slots: &slots, atlas }.endpoint(template),
            Op::Error(message) => {
                let message = Run { slots: &slots, atlas }.text(message)?.into_owned();
                return Err(Error::new(ErrorKind::Endpoint, message));
            }
        }
    }
    Err(Error::new(ErrorKind::Endpoint, "the endpoint rules have no endpoint for these parameters"))
}

/// The slots at the beginning: parameters with what was given, else their defaults.
fn bind<'v>(compiled: &'v Compiled, given: &[Option<&'v Param>]) -> Result<Vec<Val<'v>>> {
    let mut slots = Vec::with_capacity(compiled.slots);
    for (parameter, given) in compiled.parameters.iter().zip(given) {
        let value = match (given, &parameter.default) {
            (Some(param), _) => match (param, parameter.kind) {
                (Param::String(s), ParameterKind::String) => Val::Str(Cow::Borrowed(s)),
                (Param::Bool(b), ParameterKind::Boolean) => Val::Bool(*b),
                (Param::Strings(list), ParameterKind::StringArray) => {
                    Val::List(list.iter().map(|s| Cow::Borrowed(s.as_str())).collect())
                }
                _ => return Err(wrong_type(&parameter.name, parameter.kind)),
            },
            (None, Some(default)) => Val::literal(default),
            (None, None) if parameter.required => {
                let message = format!("the endpoint parameter {} is required, but has no value", parameter.name);
                return Err(Error::new(ErrorKind::Endpoint, message));
            }
            (None, None) => Val::Absent,
        };
        slots.push(value);
    }
    slots.resize(compiled.slots, Val::Absent);
    Ok(slots)
}

fn wrong_type(name: &str, kind: ParameterKind) -> Error {
    let wanted = match kind {
        ParameterKind::String => "a string",
        ParameterKind::Boolean => "a boolean",
        ParameterKind::StringArray => "a list of strings",
    };
    Error::new(ErrorKind::Endpoint, format!("the endpoint parameter {name} must be {wanted}"))
}

/// What expressions see.
struct Run<'a, 'v> {
    slots: &'a [Val<'v>],
    atlas: &'v Atlas,
}

impl<'v> Run<'_, 'v> {
    fn eval(&self, node: &'v Node) -> Result<Val<'v>> {
        Ok(match node {
            Node::Literal(literal) => Val::literal(literal),
            Node::Slot(slot) => self.slots[*slot].clone(),
            Node::Unset(_) => Val::Absent,
            Node::Template(pieces) => Val::Str(Cow::Owned(self.template(pieces)?)),
            Node::Attr(base, path) => match &**base {
                Node::Slot(slot) => self.slots[*slot].at(path),
                other => self.eval(other)?.at(path),
            },
            Node::Call(function, arguments) => self.call(*function, arguments)?,
            Node::Broken(why) => return Err(Error::new(ErrorKind::Endpoint, why.to_string())),
        })
    }

    /// Arguments are as many as the function takes: compiling has checked it.
    fn call(&self, function: Function, arguments: &'v [Node]) -> Result<Val<'v>> {
        let first = self.eval(&arguments[0])?;
        let second = || self.eval(&arguments[1]);
        Ok(match function {
            Function::IsSet => Val::Bool(!first.is_absent()),
            Function::Not => Val::Bool(!first.holds()),
            Function::BooleanEquals => Val::Bool(matches!((first, second()?), (Val::Bool(a), Val::Bool(b)) if a == b)),
            Function::StringEquals => Val::Bool(matches!((first, second()?), (Val::Str(a), Val::Str(b)) if a == b)),
            Function::UriEncode => str_or_absent(&first, |s| Val::Str(Cow::Owned(functions::uri_encode(s)))),
            Function::ParseUrl => {
                str_or_absent(&first, |s| functions::parse_url(s).map_or(Val::Absent, |u| Val::Url(Rc::new(u))))
            }
            Function::ParseArn => {
                str_or_absent(&first, |s| functions::parse_arn(s).map_or(Val::Absent, |a| Val::Arn(Rc::new(a))))
            }
            Function::Partition => {
                self.atlas.partition(first.text().unwrap_or_default()).map_or(Val::Absent, Val::Partition)
            }
            Function::IsValidHostLabel => {
                let subdomains = second()?.holds();
                Val::Bool(first.text().is_some_and(|s| functions::is_valid_host_label(s, subdomains)))
            }
            Function::IsVirtualHostableBucket => {
                let subdomains = second()?.holds();
                Val::Bool(first.text().is_some_and(|s| functions::is_virtual_hostable_bucket(s, subdomains)))
            }
            Function::Substring => match (&first, second()?, self.eval(&arguments[2])?, self.eval(&arguments[3])?) {
                (Val::Str(s), Val::Int(start), Val::Int(stop), reverse) => {
                    functions::substring(s, start, stop, reverse.holds()).map_or(Val::Absent, Val::Str)
                }
                _ => Val::Absent,
            },
            Function::Split => match (&first, second()?, self.eval(&arguments[2])?) {
                (Val::Str(s), Val::Str(delimiter), Val::Int(limit)) => {
                    functions::split(s, &delimiter, limit).map_or(Val::Absent, Val::List)
                }
                _ => Val::Absent,
            },
            Function::IfThenElse => self.eval(&arguments[if first.holds() { 1 } else { 2 }])?,
            Function::Coalesce => {
                let mut value = first;
                for argument in &arguments[1..] {
                    if !value.is_absent() {
                        break;
                    }
                    value = self.eval(argument)?;
                }
                value
            }
        })
    }

    fn template(&self, pieces: &'v [Piece]) -> Result<String> {
        let mut out = String::with_capacity(64);
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Value(Node::Slot(slot)) if matches!(self.slots[*slot], Val::Str(_)) => {
                    out.push_str(self.slots[*slot].text().unwrap_or_default());
                }
                Piece::Value(node) => out.push_str(&self.text(node)?),
            }
        }
        Ok(out)
    }

    /// An expression that must be text.
    fn text(&self, node: &'v Node) -> Result<Cow<'v, str>> {
        match self.eval(node)? {
            Val::Str(text) => Ok(text),
            Val::Bool(b) => Ok(Cow::Borrowed(if b { "true" } else { "false" })),
            Val::Int(i) => Ok(Cow::Owned(i.to_string())),
            Val::Absent => Err(Error::new(ErrorKind::Endpoint, format!("the endpoint rules use {}", unset(node)))),
            _ => Err(Error::new(ErrorKind::Endpoint, "the endpoint rules put something that is not text into a text")),
        }
    }

    fn endpoint(&self, template: &'v Template) -> Result<Endpoint> {
        let url = super::check::parse_resolved(&self.text(&template.url)?)?;
        let mut headers = Vec::new();
        for (name, values) in &template.headers {
            for value in values {
                headers.push((name.to_string(), self.text(value)?.into_owned()));
            }
        }
        Ok(Endpoint { url, headers, properties: self.object(&template.properties)? })
    }

    fn object(&self, members: &'v [(Box<str>, Shape)]) -> Result<Object> {
        let mut object = Object::default();
        for (name, shape) in members {
            object.0.insert(name.to_string(), self.property(shape)?);
        }
        Ok(object)
    }

    /// Depth is bounded: compiling refuses rules that nest deeper than some hundred levels.
    fn property(&self, shape: &'v Shape) -> Result<Value> {
        Ok(match shape {
            Shape::Value(Node::Literal(Literal::String(s))) => Value::String(s.to_string()),
            Shape::Value(node) => match self.eval(node)? {
                Val::Bool(b) => Value::Bool(b),
                Val::Int(i) => Value::Int(i),
                Val::List(list) => Value::List(list.iter().map(|s| Value::String(s.to_string())).collect()),
                _ => Value::String(self.text(node)?.into_owned()),
            },
            Shape::List(list) => Value::List(list.iter().map(|s| self.property(s)).collect::<Result<_>>()?),
            Shape::Object(members) => Value::Map(self.object(members)?),
        })
    }
}

fn str_or_absent<'v>(value: &Val<'v>, then: impl FnOnce(&Cow<'v, str>) -> Val<'v>) -> Val<'v> {
    match value {
        Val::Str(text) => then(text),
        _ => Val::Absent,
    }
}

fn unset(node: &Node) -> String {
    match node {
        Node::Unset(name) => format!("{name}, which nothing sets"),
        _ => "a value that is not set".to_owned(),
    }
}
