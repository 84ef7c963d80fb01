//! Endpoint rules out of their JSON, which botocore and Smithy share.

use super::template;
use crate::document::{Node, Read};
use crate::pack::DEPTH;
use crate::rules::{
    Body, Call, Condition, EndpointTemplate, Expr, Literal, Parameter, ParameterKind, Property, Rule, RuleSet,
};
use crate::Text;

/// Reads `endpoint-rule-set-1.json`.
pub(super) fn rule_set(node: Node<'_>) -> Read<RuleSet> {
    let rules = match node.get("rules") {
        Some(rules) => rules.items()?.map(|r| rule(r, DEPTH)).collect::<Read<_>>()?,
        None => return Err(node.error("rules is missing")),
    };
    Ok(RuleSet { parameters: parameters(node)?, rules })
}

pub(super) fn parameters(node: Node<'_>) -> Read<Box<[Parameter]>> {
    let Some(parameters) = node.get("parameters") else { return Ok(Box::default()) };
    let read = |(name, node): (&str, Node<'_>)| {
        Ok(Parameter {
            name: name.to_owned().into(),
            kind: parameter_kind(node)?,
            builtin: node.text_of("builtIn")?,
            required: node.flag("required")?,
            default: node.get("default").map(literal).transpose()?,
        })
    };
    let parameters = parameters.entries()?.map(read).collect();
    parameters
}

/// The `type` of a parameter; models write it in both cases.
pub(super) fn parameter_kind(node: Node<'_>) -> Read<ParameterKind> {
    match node.required("type")?.to_ascii_lowercase().as_str() {
        "string" => Ok(ParameterKind::String),
        "boolean" => Ok(ParameterKind::Boolean),
        "stringarray" => Ok(ParameterKind::StringArray),
        other => Err(node.error(format!("unknown type of parameter {other:?}"))),
    }
}

/// A value without templates: a default, a static parameter.
pub(super) fn literal(node: Node<'_>) -> Read<Literal> {
    use super::Json;
    Ok(match node.json {
        Json::String(s) => Literal::String(s.clone().into()),
        Json::Bool(b) => Literal::Bool(*b),
        Json::List(_) => Literal::Strings(node.texts()?),
        _ => Literal::Int(node.int()?),
    })
}

fn deeper(node: Node<'_>, depth: u32) -> Read<u32> {
    depth.checked_sub(1).ok_or_else(|| node.error("nested too deep"))
}

fn rule(node: Node<'_>, depth: u32) -> Read<Rule> {
    let depth = deeper(node, depth)?;
    match node.get("rules") {
        Some(rules) => {
            let rules = rules.items()?.map(|r| rule(r, depth)).collect::<Read<_>>()?;
            Ok(Rule { conditions: conditions(node, depth)?, body: Body::Tree(rules) })
        }
        None => leaf(node, depth),
    }
}

/// A rule that ends in an endpoint or an error.
pub(super) fn leaf(node: Node<'_>, depth: u32) -> Read<Rule> {
    let body = if let Some(endpoint) = node.get("endpoint") {
        Body::Endpoint(Box::new(endpoint_template(endpoint, depth)?))
    } else if let Some(message) = node.get("error") {
        Body::Error(expr(message, depth)?)
    } else {
        return Err(node.error("a rule needs rules, an endpoint or an error"));
    };
    Ok(Rule { conditions: conditions(node, depth)?, body })
}

fn conditions(node: Node<'_>, depth: u32) -> Read<Box<[Condition]>> {
    match node.get("conditions") {
        Some(list) => list.items()?.map(|c| condition(c, depth)).collect(),
        None => Ok(Box::default()),
    }
}

fn endpoint_template(node: Node<'_>, depth: u32) -> Read<EndpointTemplate> {
    let url = node.get("url").ok_or_else(|| node.error("url is missing"))?;
    let properties = match node.get("properties") {
        Some(properties) => entries(properties, depth)?,
        None => Box::default(),
    };
    let headers = match node.get("headers") {
        Some(headers) => headers
            .entries()?
            .map(|(name, values)| {
                let values = values.items()?.map(|v| expr(v, depth)).collect::<Read<_>>()?;
                Ok((name.to_owned().into(), values))
            })
            .collect::<Read<_>>()?,
        None => Box::default(),
    };
    Ok(EndpointTemplate { url: expr(url, depth)?, properties, headers })
}

fn entries(node: Node<'_>, depth: u32) -> Read<Box<[(Text, Property)]>> {
    node.entries()?.map(|(name, p)| Ok((name.to_owned().into(), property(p, depth)?))).collect()
}

fn property(node: Node<'_>, depth: u32) -> Read<Property> {
    use super::Json;
    let depth = deeper(node, depth)?;
    Ok(match node.json {
        Json::List(_) => Property::List(node.items()?.map(|p| property(p, depth)).collect::<Read<_>>()?),
        Json::Object(_) => Property::Object(entries(node, depth)?),
        _ => Property::Value(expr(node, depth)?),
    })
}

pub(super) fn condition(node: Node<'_>, depth: u32) -> Read<Condition> {
    Ok(Condition { call: call(node, depth)?, assign: node.text_of("assign")? })
}

fn call(node: Node<'_>, depth: u32) -> Read<Call> {
    let function = node.required("fn")?;
    let arguments = match node.get("argv") {
        Some(arguments) => arguments.items()?.map(|a| expr(a, depth)).collect::<Read<_>>()?,
        None => Box::default(),
    };
    Ok(Call { function, arguments })
}

fn expr(node: Node<'_>, depth: u32) -> Read<Expr> {
    use super::Json;
    let depth = deeper(node, depth)?;
    Ok(match node.json {
        Json::String(s) => template::parse(s).map_err(|problem| node.error(problem))?,
        Json::List(_) => Expr::List(node.items()?.map(|e| expr(e, depth)).collect::<Read<_>>()?),
        Json::Object(_) => match node.text_of("ref")? {
            Some(name) => Expr::Ref(name),
            None => Expr::Call(Box::new(call(node, depth)?)),
        },
        _ => Expr::Literal(literal(node)?),
    })
}
