//! Rules made ready to run: a flat list of tests with jumps, and names turned into slots.
//!
//! A name can only be read by conditions and bodies that stand under the condition that set it, so a slot per depth is
//! enough and nothing has to be forgotten when a rule fails.

use super::value::{parse_path, Step};
use crate::error::{Error, ErrorKind, Result};
use boto_model::rules::{
    Body, Call, Condition, EndpointTemplate, Expr, Literal, Parameter, Part, Property, Rule, RuleSet,
};

/// Rules ready to run.
#[derive(Debug)]
pub struct Compiled {
    /// The parameters, in the order of their slots.
    pub(super) parameters: Box<[Parameter]>,
    /// Whether the rules read the parameter at all; those they don't are no part of cache keys.
    pub(super) used: Box<[bool]>,
    /// How many slots a run needs.
    pub(super) slots: usize,
    pub(super) code: Box<[Op]>,
}

/// One instruction. After the last one there is no endpoint.
#[derive(Debug)]
pub(super) enum Op {
    /// Goes on with the next instruction if the condition holds, else with that one.
    Test { condition: Node, assign: Option<usize>, otherwise: usize },
    /// The endpoint.
    Endpoint(Template),
    /// No endpoint, for this reason.
    Error(Node),
}

/// An expression.
#[derive(Debug)]
pub(super) enum Node {
    Literal(Literal),
    Slot(usize),
    /// A name that nothing sets here.
    Unset(Box<str>),
    Template(Box<[Piece]>),
    Attr(Box<Node>, Box<[Step]>),
    Call(Function, Box<[Node]>),
    /// What cannot be run; an error only when it is reached.
    Broken(Box<str>),
}

/// A piece of a template.
#[derive(Debug)]
pub(super) enum Piece {
    Text(Box<str>),
    Value(Node),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    IsSet,
    Not,
    BooleanEquals,
    StringEquals,
    Substring,
    UriEncode,
    ParseUrl,
    IsValidHostLabel,
    Partition,
    ParseArn,
    IsVirtualHostableBucket,
    Coalesce,
    IfThenElse,
    Split,
}

/// An endpoint with its templates.
#[derive(Debug)]
pub(super) struct Template {
    pub url: Node,
    pub properties: Box<[(Box<str>, Shape)]>,
    pub headers: Box<[Header]>,
}

/// A header's name and its values.
pub(super) type Header = (Box<str>, Box<[Node]>);

/// A property.
#[derive(Debug)]
pub(super) enum Shape {
    Value(Node),
    List(Box<[Shape]>),
    Object(Box<[(Box<str>, Shape)]>),
}

/// Rules or expressions nested deeper than this are refused, so that walking them cannot exhaust the stack.
const MAX_DEPTH: usize = 130;

/// Makes rules ready to run.
pub fn compile(rules: &RuleSet) -> Result<Compiled> {
    let mut work = Work {
        names: rules.parameters.iter().map(|p| p.name.to_string()).collect(),
        used: vec![false; rules.parameters.len()],
        slots: rules.parameters.len(),
        code: Vec::new(),
    };
    work.rules(&rules.rules, 0)?;
    Ok(Compiled {
        parameters: rules.parameters.clone(),
        used: work.used.into(),
        slots: work.slots,
        code: work.code.into(),
    })
}

struct Work {
    /// What can be read here; the index is the slot.
    names: Vec<String>,
    used: Vec<bool>,
    slots: usize,
    code: Vec<Op>,
}

impl Work {
    fn rules(&mut self, rules: &[Rule], depth: usize) -> Result<()> {
        rules.iter().try_for_each(|rule| self.rule(rule, depth))
    }

    fn rule(&mut self, rule: &Rule, depth: usize) -> Result<()> {
        check_depth(depth)?;
        let known = self.names.len();
        let mut tests = Vec::with_capacity(rule.conditions.len());
        for condition in &rule.conditions {
            tests.push(self.code.len());
            let op = self.condition(condition)?;
            self.code.push(op);
        }
        match &rule.body {
            Body::Tree(rules) => self.rules(rules, depth + 1)?,
            Body::Endpoint(template) => {
                let template = self.template(template)?;
                self.code.push(Op::Endpoint(template));
            }
            Body::Error(message) => {
                let message = self.expr(message, 0)?;
                self.code.push(Op::Error(message));
            }
        }
        let after = self.code.len();
        for test in tests {
            if let Op::Test { otherwise, .. } = &mut self.code[test] {
                *otherwise = after;
            }
        }
        self.names.truncate(known);
        Ok(())
    }

    fn condition(&mut self, condition: &Condition) -> Result<Op> {
        let call = self.call(&condition.call, 0)?;
        let assign = condition.assign.as_ref().map(|name| {
            self.names.push(name.to_string());
            self.slots = self.slots.max(self.names.len());
            self.names.len() - 1
        });
        Ok(Op::Test { condition: call, assign, otherwise: 0 })
    }

    fn template(&mut self, template: &EndpointTemplate) -> Result<Template> {
        let mut properties = Vec::with_capacity(template.properties.len());
        for (name, property) in &template.properties {
            properties.push((Box::from(&**name), self.property(property, 0)?));
        }
        let mut headers = Vec::with_capacity(template.headers.len());
        for (name, values) in &template.headers {
            let values = values.iter().map(|v| self.expr(v, 0)).collect::<Result<_>>()?;
            headers.push((Box::from(&**name), values));
        }
        Ok(Template { url: self.expr(&template.url, 0)?, properties: properties.into(), headers: headers.into() })
    }

    fn property(&mut self, property: &Property, depth: usize) -> Result<Shape> {
        check_depth(depth)?;
        Ok(match property {
            Property::Value(expr) => Shape::Value(self.expr(expr, depth)?),
            Property::List(list) => {
                Shape::List(list.iter().map(|p| self.property(p, depth + 1)).collect::<Result<_>>()?)
            }
            Property::Object(members) => {
                let mut shapes = Vec::with_capacity(members.len());
                for (name, member) in members {
                    shapes.push((Box::from(&**name), self.property(member, depth + 1)?));
                }
                Shape::Object(shapes.into())
            }
        })
    }

    fn expr(&mut self, expr: &Expr, depth: usize) -> Result<Node> {
        check_depth(depth)?;
        Ok(match expr {
            Expr::Literal(literal) => Node::Literal(literal.clone()),
            Expr::Ref(name) => self.reference(name),
            Expr::Template(parts) => Node::Template(parts.iter().map(|part| self.part(part)).collect()),
            Expr::Call(call) => self.call(call, depth + 1)?,
            Expr::List(_) => Node::Broken("a list stands where the rules engine knows none".into()),
        })
    }

    fn part(&mut self, part: &Part) -> Piece {
        match part {
            Part::Text(text) => Piece::Text(Box::from(&**text)),
            Part::Ref(name, None) => Piece::Value(self.reference(name)),
            Part::Ref(name, Some(path)) => Piece::Value(match parse_path(path) {
                Some(path) => Node::Attr(Box::new(self.reference(name)), path),
                None => Node::Broken(format!("{path:?} is not a path").into()),
            }),
        }
    }

    fn reference(&mut self, name: &str) -> Node {
        match self.names.iter().rposition(|known| known == name) {
            Some(slot) => {
                if let Some(used) = self.used.get_mut(slot) {
                    *used = true;
                }
                Node::Slot(slot)
            }
            None => Node::Unset(name.into()),
        }
    }

    fn call(&mut self, call: &Call, depth: usize) -> Result<Node> {
        check_depth(depth)?;
        let arguments: Vec<Node> = call.arguments.iter().map(|a| self.expr(a, depth + 1)).collect::<Result<_>>()?;
        if call.function == "getAttr" {
            return Ok(get_attr(arguments));
        }
        let Some((function, arity)) = function(&call.function) else {
            return Ok(Node::Broken(format!("the rules call an unknown function, {}", call.function).into()));
        };
        if arguments.len() < arity || (arguments.len() > arity && function != Function::Coalesce) {
            let given = arguments.len();
            return Ok(Node::Broken(format!("{} takes {arity} arguments, not {given}", call.function).into()));
        }
        Ok(Node::Call(function, arguments.into()))
    }
}

fn get_attr(mut arguments: Vec<Node>) -> Node {
    let path = match arguments.get(1) {
        Some(Node::Literal(Literal::String(path))) if arguments.len() == 2 => parse_path(path),
        _ => None,
    };
    match path {
        Some(path) => Node::Attr(Box::new(arguments.swap_remove(0)), path),
        None => Node::Broken("getAttr takes a value and a literal path".into()),
    }
}

/// The function of that name and how many arguments it takes (at least, for `coalesce`).
fn function(name: &str) -> Option<(Function, usize)> {
    Some(match name {
        "isSet" => (Function::IsSet, 1),
        "not" => (Function::Not, 1),
        "booleanEquals" => (Function::BooleanEquals, 2),
        "stringEquals" => (Function::StringEquals, 2),
        "substring" => (Function::Substring, 4),
        "uriEncode" => (Function::UriEncode, 1),
        "parseURL" => (Function::ParseUrl, 1),
        "isValidHostLabel" => (Function::IsValidHostLabel, 2),
        "aws.partition" => (Function::Partition, 1),
        "aws.parseArn" => (Function::ParseArn, 1),
        "aws.isVirtualHostableS3Bucket" => (Function::IsVirtualHostableBucket, 2),
        "coalesce" => (Function::Coalesce, 1),
        "ite" => (Function::IfThenElse, 3),
        "split" => (Function::Split, 3),
        _ => return None,
    })
}

fn check_depth(depth: usize) -> Result<()> {
    if depth < MAX_DEPTH {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Endpoint, format!("the endpoint rules nest deeper than {MAX_DEPTH} levels")))
}
