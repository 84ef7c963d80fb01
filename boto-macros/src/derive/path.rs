//! Paths through shapes, checked step by step; the error is on the step inside the user's literal where the compiler
//! lets us say that.

use super::super::errors::{count, did_you_mean, Errors};
use boto_model::{Kind, Service, ShapeId};
use proc_macro2::{Literal, Span};
use std::ops::Range;
use syn::LitStr;

/// Where a path leads.
pub enum Led {
    /// To that shape.
    To(ShapeId),
    /// Somewhere that only an evaluation knows.
    Open,
    /// Nowhere; it has been told.
    Nowhere,
}

/// Text and where it stands.
#[derive(Clone, Copy)]
pub struct Spot<'a> {
    /// The text.
    pub text: &'a str,
    /// Its token.
    pub span: Span,
    /// The literal, if it is one.
    pub literal: Option<&'a LitStr>,
}

impl<'a> Spot<'a> {
    /// A literal; `text` is its value.
    pub fn of(literal: &'a LitStr, text: &'a str) -> Spot<'a> {
        Spot { text, span: literal.span(), literal: Some(literal) }
    }

    /// The span of a part of the text: inside the literal where the compiler gives it away, else all of it.
    pub fn part(&self, part: Range<usize>) -> Span {
        let Some(literal) = self.literal else { return self.span };
        let token: Literal = literal.token();
        let plain = token.to_string() == format!("\"{}\"", self.text);
        plain.then(|| token.subspan(part.start + 1..part.end + 1)).flatten().unwrap_or(self.span)
    }
}

/// Follows a path of members, keys and places from a shape. A step that does not exist is told; what is more than such
/// a path is followed as far as it is one.
pub fn follow(service: &Service, from: ShapeId, spot: Spot<'_>, errors: &mut Errors) -> Led {
    if let Some(problem) = unbalanced(spot.text) {
        errors.add(spot.part(problem.0..problem.0 + 1), problem.1);
        return Led::Nowhere;
    }
    let text = spot.text;
    if text == "@" {
        return Led::To(from);
    }
    let (mut shape, mut at) = (from, 0);
    while at < text.len() {
        let rest = &text[at..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
        // `length(…)`, `"quoted"`, `[a, b]` …: for the evaluation.
        if length == 0 || rest[length..].starts_with('(') {
            return match rest.chars().next() {
                Some('.' | ']' | ')' | '}' | ',') | None => {
                    errors.add(spot.part(at..at + 1), format!("no path: a name is missing in `{text}`"));
                    Led::Nowhere
                }
                _ => Led::Open,
            };
        }
        let name = &rest[..length];
        shape = match step(service, shape, name) {
            Ok(target) => target,
            Err(problem) => {
                errors.add(spot.part(at..at + length), problem);
                return Led::Nowhere;
            }
        };
        at += length;
        while text[at..].starts_with('[') {
            let Some(close) = text[at..].find(']') else { return Led::Open };
            let place = &text[at + 1..at + close];
            let index = place.strip_prefix('-').unwrap_or(place);
            if !(matches!(place, "" | "*") || index.bytes().all(|b| b.is_ascii_digit())) {
                return Led::Open;
            }
            let Kind::List { member, .. } = &service.shape(shape).kind else {
                errors.add(spot.part(at..at + close + 1), format!("`{name}` is {}, no list", noun(service, shape)));
                return Led::Nowhere;
            };
            shape = member.target;
            at += close + 1;
        }
        match text[at..].chars().next() {
            None => return Led::To(shape),
            Some('.') if at + 1 < text.len() => at += 1,
            Some('.') => {
                errors.add(spot.part(at..at + 1), format!("no path: a name is missing in `{text}`"));
                return Led::Nowhere;
            }
            Some(_) => return Led::Open,
        }
    }
    errors.add(spot.span, "the path is empty");
    Led::Nowhere
}

/// One step: a member of a structure or an entry of a map.
fn step(service: &Service, shape: ShapeId, name: &str) -> Result<ShapeId, String> {
    let found = service.shape(shape);
    match &found.kind {
        Kind::Structure(structure) => match structure.member(name) {
            Some((_, member)) => Ok(member.target),
            None => Err(format!(
                "no member `{name}` in `{}`, which has {}{}",
                found.name,
                count(found.members().len(), "member"),
                did_you_mean(name, found.members().iter().map(|member| &*member.name))
            )),
        },
        Kind::Map { key, value, .. } => match &service.shape(key.target).kind {
            Kind::String { values } if !values.is_empty() && !values.iter().any(|known| known == name) => Err(format!(
                "no key `{name}` in `{}`, which has {}{}",
                found.name,
                count(values.len(), "key"),
                did_you_mean(name, values.iter().map(|value| &**value))
            )),
            _ => Ok(value.target),
        },
        Kind::Document => Ok(shape),
        _ => Err(format!("`{name}` of {}: it has no members", noun(service, shape))),
    }
}

/// What a shape is, for people.
pub fn noun(service: &Service, shape: ShapeId) -> &'static str {
    match &service.shape(shape).kind {
        Kind::Structure(_) => "a structure",
        Kind::List { .. } => "a list",
        Kind::Map { .. } => "a map",
        Kind::String { .. } => "a string",
        Kind::Boolean => "a boolean",
        Kind::Timestamp => "a timestamp",
        Kind::Blob { .. } => "a blob",
        Kind::Document => "a document",
        Kind::Float | Kind::Double | Kind::BigDecimal => "a number",
        _ => "an integer",
    }
}

/// The place of a bracket or quote without its partner.
fn unbalanced(text: &str) -> Option<(usize, String)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote: Option<(usize, char)> = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if let Some((_, mark)) = quote {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if c == mark => quote = None,
                _ => {}
            }
            continue;
        }
        match c {
            '"' | '\'' | '`' => quote = Some((at, c)),
            '[' | '(' | '{' => open.push((at, c)),
            ']' | ')' | '}' => {
                let wanted = match c {
                    ']' => '[',
                    ')' => '(',
                    _ => '{',
                };
                match open.pop() {
                    Some((_, opened)) if opened == wanted => {}
                    _ => return Some((at, format!("no path: nothing is closed by this `{c}` in `{text}`"))),
                }
            }
            _ => {}
        }
    }
    let (at, c) = quote.or(open.pop())?;
    Some((at, format!("no path: this `{c}` is never closed in `{text}`")))
}
