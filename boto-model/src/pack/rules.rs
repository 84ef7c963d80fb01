//! Endpoint rules in packed form.

use super::reader::Reader;
use super::service::read_parameter_kind;
#[cfg(feature = "import")]
use super::{service::write_parameter_kind, writer::Out};
use crate::rules::{Body, Call, Condition, EndpointTemplate, Expr, Literal, Parameter, Part, Property, Rule, RuleSet};

/// How deep rules and expressions may nest; the deepest of AWS is 18.
pub(crate) const DEPTH: u32 = 128;

/// Reads the record of the rules. It has its own table of strings, numbered in the order of their first use: the rules
/// of most services differ in a name or two only, so their records are nearly the same bytes.
pub(super) fn read_record(r: &mut Reader<'_>) -> Option<RuleSet> {
    let strings = r.local_strings()?;
    read_rules(&mut r.with(&strings))
}

fn read_rules(r: &mut Reader<'_>) -> Option<RuleSet> {
    Some(RuleSet {
        parameters: r.list(|r| {
            let flags = r.byte()?;
            Some(Parameter {
                name: r.text()?,
                kind: read_parameter_kind(r)?,
                builtin: r.text_if(flags & 1 != 0)?,
                required: flags & 2 != 0,
                default: if flags & 4 != 0 { Some(read_literal(r)?) } else { None },
            })
        })?,
        rules: r.list(|r| read_rule(r, DEPTH))?,
    })
}

fn read_rule(r: &mut Reader<'_>, depth: u32) -> Option<Rule> {
    let depth = depth.checked_sub(1)?;
    let tag = r.byte()?;
    let conditions = r.list(|r| {
        let call = read_call(r, depth)?;
        let assigned = r.byte()? != 0;
        Some(Condition { call, assign: r.text_if(assigned)? })
    })?;
    let body = match tag {
        0 => Body::Tree(r.list(|r| read_rule(r, depth))?),
        1 => Body::Endpoint(Box::new(EndpointTemplate {
            url: read_expr(r, depth)?,
            properties: r.list(|r| Some((r.text()?, read_property(r, depth)?)))?,
            headers: r.list(|r| Some((r.text()?, r.list(|r| read_expr(r, depth))?)))?,
        })),
        2 => Body::Error(read_expr(r, depth)?),
        _ => return None,
    };
    Some(Rule { conditions, body })
}

fn read_property(r: &mut Reader<'_>, depth: u32) -> Option<Property> {
    let depth = depth.checked_sub(1)?;
    Some(match r.byte()? {
        0 => Property::Value(read_expr(r, depth)?),
        1 => Property::List(r.list(|r| read_property(r, depth))?),
        2 => Property::Object(r.list(|r| Some((r.text()?, read_property(r, depth)?)))?),
        _ => return None,
    })
}

fn read_call(r: &mut Reader<'_>, depth: u32) -> Option<Call> {
    Some(Call { function: r.text()?, arguments: r.list(|r| read_expr(r, depth))? })
}

pub(super) fn read_literal(r: &mut Reader<'_>) -> Option<Literal> {
    match read_expr(r, 1)? {
        Expr::Literal(literal) => Some(literal),
        _ => None,
    }
}

fn read_expr(r: &mut Reader<'_>, depth: u32) -> Option<Expr> {
    let depth = depth.checked_sub(1)?;
    Some(match r.byte()? {
        0 => Expr::Literal(Literal::String(r.text()?)),
        1 => Expr::Literal(Literal::Bool(false)),
        2 => Expr::Literal(Literal::Bool(true)),
        3 => Expr::Literal(Literal::Int(r.signed()?)),
        4 => Expr::Literal(Literal::Strings(r.texts()?)),
        5 => Expr::Ref(r.text()?),
        6 => Expr::Template(r.list(|r| {
            Some(match r.byte()? {
                0 => Part::Text(r.text()?),
                1 => Part::Ref(r.text()?, None),
                2 => Part::Ref(r.text()?, Some(r.text()?)),
                _ => return None,
            })
        })?),
        7 => Expr::Call(Box::new(read_call(r, depth)?)),
        8 => Expr::List(r.list(|r| read_expr(r, depth))?),
        _ => return None,
    })
}

/// Packs endpoint rules alone, as they stand in a service's table.
#[cfg(feature = "import")]
pub fn write_record(rules: &RuleSet) -> Vec<u8> {
    let mut out = Out::default();
    out.record(|out| write_rules(out, rules));
    let strings = out.number_repeated(false);
    let body = out.record(|out| write_rules(out, rules));
    out.record(|out| {
        out.list(&strings, |out, s| out.varint(s.len() as u64));
        strings.iter().for_each(|s| out.raw(s.as_bytes()));
        out.raw(&body);
    })
}

#[cfg(feature = "import")]
fn write_rules(out: &mut Out, rules: &RuleSet) {
    out.list(&rules.parameters, |out, p| {
        out.byte(u8::from(p.builtin.is_some()) | u8::from(p.required) << 1 | u8::from(p.default.is_some()) << 2);
        out.text(&p.name);
        write_parameter_kind(out, p.kind);
        p.builtin.iter().for_each(|b| out.text(b));
        p.default.iter().for_each(|d| write_literal(out, d));
    });
    out.list(&rules.rules, write_rule);
}

#[cfg(feature = "import")]
fn write_rule(out: &mut Out, rule: &Rule) {
    out.byte(match rule.body {
        Body::Tree(_) => 0,
        Body::Endpoint(_) => 1,
        Body::Error(_) => 2,
    });
    out.list(&rule.conditions, |out, c| {
        write_call(out, &c.call);
        out.byte(u8::from(c.assign.is_some()));
        c.assign.iter().for_each(|a| out.text(a));
    });
    match &rule.body {
        Body::Tree(rules) => out.list(rules, write_rule),
        Body::Endpoint(endpoint) => {
            write_expr(out, &endpoint.url);
            out.list(&endpoint.properties, |out, (name, property)| {
                out.text(name);
                write_property(out, property);
            });
            out.list(&endpoint.headers, |out, (name, values)| {
                out.text(name);
                out.list(values, write_expr);
            });
        }
        Body::Error(message) => write_expr(out, message),
    }
}

#[cfg(feature = "import")]
fn write_property(out: &mut Out, property: &Property) {
    match property {
        Property::Value(value) => {
            out.byte(0);
            write_expr(out, value);
        }
        Property::List(items) => {
            out.byte(1);
            out.list(items, write_property);
        }
        Property::Object(entries) => {
            out.byte(2);
            out.list(entries, |out, (name, property)| {
                out.text(name);
                write_property(out, property);
            });
        }
    }
}

#[cfg(feature = "import")]
fn write_call(out: &mut Out, call: &Call) {
    out.text(&call.function);
    out.list(&call.arguments, write_expr);
}

#[cfg(feature = "import")]
pub(super) fn write_literal(out: &mut Out, literal: &Literal) {
    match literal {
        Literal::String(s) => {
            out.byte(0);
            out.text(s);
        }
        Literal::Bool(b) => out.byte(1 + u8::from(*b)),
        Literal::Int(i) => {
            out.byte(3);
            out.signed(*i);
        }
        Literal::Strings(list) => {
            out.byte(4);
            out.texts(list);
        }
    }
}

#[cfg(feature = "import")]
fn write_expr(out: &mut Out, expr: &Expr) {
    match expr {
        Expr::Literal(literal) => write_literal(out, literal),
        Expr::Ref(name) => {
            out.byte(5);
            out.text(name);
        }
        Expr::Template(parts) => {
            out.byte(6);
            out.list(parts, |out, part| match part {
                Part::Text(text) => {
                    out.byte(0);
                    out.text(text);
                }
                Part::Ref(name, path) => {
                    out.byte(1 + u8::from(path.is_some()));
                    out.text(name);
                    path.iter().for_each(|p| out.text(p));
                }
            });
        }
        Expr::Call(call) => {
            out.byte(7);
            write_call(out, call);
        }
        Expr::List(items) => {
            out.byte(8);
            out.list(items, write_expr);
        }
    }
}
