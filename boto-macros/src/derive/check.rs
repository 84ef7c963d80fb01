//! What single parts say, held against the tables: operations, members, constants, paths, identifiers.

use super::{
    super::errors::{count, did_you_mean, near, Errors},
    declared::{Declared, Role},
    grammar::{Given, Name},
    path::{follow, noun, Led, Spot},
};
use boto_model::{
    resource::{Param, Source},
    suggest::snake_case,
    Kind, Operation, Service, ShapeId,
};
use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::{Ident, LitStr};

/// An identifier of the struct.
pub struct Identifier {
    /// The field, and the name in the definition.
    pub name: String,
    /// The member it goes to; else the one that is spelled like the field.
    pub member: Option<LitStr>,
    /// The field.
    pub span: Span,
}

/// What is checked against.
pub struct Check<'a> {
    /// The tables.
    pub service: &'a Service,
    /// The service's name.
    pub name: &'a str,
    /// The identifiers.
    pub identifiers: Vec<Identifier>,
    /// The shape of the data.
    pub data: Option<ShapeId>,
    /// The operations seen.
    pub operations: BTreeSet<String>,
    /// The waiters seen.
    pub errors: &'a mut Errors,
}

impl<'a> Check<'a> {
    /// Begins to check a struct.
    pub fn new(service: &'a Service, name: &'a str, declared: &Declared, errors: &'a mut Errors) -> Check<'a> {
        let identifiers = declared.fields.iter().filter_map(|field| match &field.role {
            Role::Identifier(member) => Some(Identifier {
                name: plain(&field.ident),
                member: member.clone(),
                span: member.as_ref().map_or(field.ident.span(), LitStr::span),
            }),
            _ => None,
        });
        let identifiers = identifiers.collect();
        Check { service, name, identifiers, data: None, operations: BTreeSet::new(), errors }
    }

    /// The operation of that name; a near miss counts as meant, so that one mistake gives one error.
    pub fn operation(&mut self, literal: &LitStr) -> Option<&'a Operation> {
        let wanted = literal.value();
        let found = self.service.operation(&wanted).filter(|operation| operation.name == wanted);
        let found = found.or_else(|| {
            let names: Vec<&str> = self.service.operation_names().collect();
            self.errors.add(
                literal.span(),
                format!(
                    "no operation `{wanted}` in {}, which has {}{}",
                    self.name,
                    count(names.len(), "operation"),
                    did_you_mean(&wanted, names.iter().copied())
                ),
            );
            self.service.operation(near(&wanted, names.iter().copied()).first()?)
        })?;
        self.operations.insert(found.name.to_string());
        Some(found)
    }

    /// The operation of a waiter.
    pub fn waiter(&mut self, literal: &LitStr) -> Option<(String, &'a Operation)> {
        let wanted = literal.value();
        let all = || self.service.waiters().iter().map(|waiter| &*waiter.name);
        let Some(waiter) = self.service.waiters().iter().find(|waiter| waiter.name == wanted) else {
            let message = format!(
                "no waiter `{wanted}` in {}, which has {}{}",
                self.name,
                count(all().count(), "waiter"),
                did_you_mean(&wanted, all())
            );
            self.errors.add(literal.span(), message);
            return None;
        };
        let operation = self.service.operation(&waiter.operation)?;
        self.operations.insert(operation.name.to_string());
        Some((wanted, operation))
    }

    /// A path in the data of the resource.
    pub fn data(&mut self, literal: &LitStr) -> Led {
        match self.data {
            Some(shape) => self.path(shape, literal),
            None => {
                self.errors.add(literal.span(), "there is no data to look at: say `load = \"…\"`, or `shape = \"…\"`");
                Led::Nowhere
            }
        }
    }

    /// A path from a shape.
    pub fn path(&mut self, shape: ShapeId, literal: &LitStr) -> Led {
        let text = literal.value();
        follow(self.service, shape, Spot::of(literal, &text), self.errors)
    }

    /// A path in the answer of an operation.
    pub fn answer(&mut self, operation: &Operation, literal: &LitStr) -> Led {
        match operation.output {
            Some(shape) => self.path(shape, literal),
            None => {
                self.errors.add(literal.span(), format!("`{}` answers nothing to look at", operation.name));
                Led::Nowhere
            }
        }
    }

    /// What goes into the input of an operation: what is written, and identifiers to the members of their names.
    pub fn params(&mut self, operation: &Operation, written: &[(Name, Given)], arguments: &[String]) -> Vec<Param> {
        let mut params = Vec::new();
        for (target, given) in written {
            let shape = match operation.input {
                Some(shape) => {
                    let spot = Spot { text: &target.text, span: target.span, literal: target.literal.as_ref() };
                    match follow(self.service, shape, spot, self.errors) {
                        Led::To(shape) => Some(shape),
                        Led::Open => {
                            self.errors.add(target.span, "a value goes to members and places only: `A.B`, `List[0]`");
                            None
                        }
                        Led::Nowhere => None,
                    }
                }
                None => {
                    self.errors.add(target.span, format!("`{}` takes no parameters", operation.name));
                    None
                }
            };
            let Some(shape) = shape else { continue };
            self.given(&target.text, given, shape, &mut params);
        }
        let structure = operation.input.and_then(|shape| self.service.shape(shape).structure());
        for identifier in &self.identifiers {
            let is = |name: &str| match &identifier.member {
                Some(member) => member.value() == name,
                None => snake_case(name) == identifier.name,
            };
            let members = structure.map_or(&[][..], |structure| &structure.members);
            let Some(member) = members.iter().find(|member| is(&member.name)) else { continue };
            let taken = params.iter().any(|param: &Param| top(&param.target) == member.name);
            if !taken && !arguments.iter().any(|argument| *argument == *member.name) {
                let source = Source::Identifier(identifier.name.clone());
                params.push(Param { target: member.name.to_string(), source });
            }
        }
        params
    }

    fn given(&mut self, target: &str, given: &Given, shape: ShapeId, params: &mut Vec<Param>) {
        let found = self.service.shape(shape);
        if let (Given::List(all, _), Kind::List { member, .. }) = (given, &found.kind) {
            for (index, one) in all.iter().enumerate() {
                self.given(&format!("{target}[{index}]"), one, member.target, params);
            }
            return;
        }
        let wrong =
            |span: Span, what: &str| Some((span, format!("`{target}` is {}, not {what}", noun(self.service, shape))));
        let (source, problem) = match given {
            Given::Text(text) | Given::Value(text) => {
                let value = text.value();
                let problem = match &found.kind {
                    Kind::String { values } if values.is_empty() || values.iter().any(|known| *known == value) => None,
                    Kind::String { values } => Some((
                        text.span(),
                        format!(
                            "no value `{value}` of `{}`, which has {}{}",
                            found.name,
                            count(values.len(), "value"),
                            did_you_mean(&value, values.iter().map(|value| &**value))
                        ),
                    )),
                    Kind::Timestamp | Kind::Blob { .. } | Kind::Document | Kind::BigDecimal | Kind::BigInteger => None,
                    _ => wrong(text.span(), "a string"),
                };
                (Source::String(value), problem)
            }
            Given::Integer(number, span) => {
                let numeric = !matches!(
                    found.kind,
                    Kind::String { .. }
                        | Kind::Boolean
                        | Kind::Structure(_)
                        | Kind::List { .. }
                        | Kind::Map { .. }
                        | Kind::Blob { .. }
                );
                (Source::Integer(*number), if numeric { None } else { wrong(*span, "a number") })
            }
            Given::Boolean(truth, span) => {
                let fits = matches!(found.kind, Kind::Boolean | Kind::Document);
                (Source::Boolean(*truth), if fits { None } else { wrong(*span, "a boolean") })
            }
            Given::List(_, span) => (Source::Input, wrong(*span, "a list")),
            Given::Identifier(field) => {
                let Some(source) = self.identifier(field) else { return };
                (source, None)
            }
            Given::Data(path) => {
                self.data(path);
                (Source::Data(path.value()), None)
            }
            Given::Request(path) => {
                (Source::Input, Some((path.span(), "what is sent cannot be taken from itself".to_owned())))
            }
            Given::Input(span) => {
                (Source::Input, Some((*span, "`given` is for relations; here, write `args(…)`".to_owned())))
            }
        };
        match problem {
            Some((span, message)) => self.errors.add(span, message),
            None => params.push(Param { target: target.to_owned(), source }),
        }
    }

    /// `id(field)`.
    pub fn identifier(&mut self, field: &Ident) -> Option<Source> {
        let name = plain(field);
        if self.identifiers.iter().any(|identifier| identifier.name == name) {
            return Some(Source::Identifier(name));
        }
        let near = did_you_mean(&name, self.identifiers.iter().map(|identifier| &*identifier.name));
        self.errors.add(field.span(), format!("no identifier `{name}` among the fields{near}"));
        None
    }

    /// Every identifier must go somewhere.
    pub fn identifiers_go_somewhere(&mut self, used: &BTreeSet<String>) {
        let mut members: Vec<String> = Vec::new();
        for name in &self.operations {
            let input = self.service.operation(name).and_then(|operation| operation.input);
            members.extend(input.iter().flat_map(|id| self.service.shape(*id).members()).map(|m| m.name.to_string()));
        }
        members.sort();
        members.dedup();
        for identifier in self.identifiers.iter().filter(|identifier| !used.contains(&identifier.name)) {
            if self.operations.is_empty() {
                continue;
            }
            let wanted = identifier.member.as_ref().map_or(identifier.name.clone(), LitStr::value);
            let near = did_you_mean(&wanted, members.iter().map(String::as_str));
            let operations = self.operations.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            self.errors.add(
                identifier.span,
                format!("no member `{wanted}` in what these take: {operations}{near}; identifiers go to members, by `identifier = \"Member\"` or `params(Member = id({}))`", identifier.name),
            );
        }
    }
}

/// The member at the root of a path or target.
pub fn top(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or_default()
}

/// The name of a field without `r#`.
pub fn plain(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}
