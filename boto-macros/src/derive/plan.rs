//! From a declared struct to the definition of a resource, and the methods that lean on it.

mod inputs;

use super::{
    check::{plain, Check},
    declared::{Declared, Derive, Role},
    grammar::{Given, Item, Name, Options},
    path::Led,
};
use boto_model::{
    resource::{self, Action, Made, Param, Relation, ResourceSet, ResourceWaiter, Source},
    suggest::snake_case,
    Operation,
};
use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::{GenericArgument, Ident, LitStr, PathArguments, Type};

/// What is to be emitted.
#[derive(Default)]
pub struct Plan {
    /// The definition.
    pub set: ResourceSet,
    /// Types of resources that are defined elsewhere, by the names they have here.
    pub others: Vec<(String, Type)>,
    /// Methods on the struct.
    pub methods: Vec<Method>,
    /// Attributes: the field and where it stands.
    pub attributes: Vec<(Ident, String)>,
    /// Parameters of a collection: the field and the member.
    pub params: Vec<(Ident, String)>,
    /// Identifiers that are given to other types, to be checked by the compiler.
    pub checks: Vec<(Type, Vec<(String, Span)>)>,
}

/// A method.
pub struct Method {
    /// Its name.
    pub name: Ident,
    /// Its name in the definition.
    pub of: String,
    /// What it calls, for the documentation.
    pub calls: String,
    /// What it takes.
    pub arguments: Vec<Argument>,
    /// What it does.
    pub does: Does,
}

/// What a method does.
pub enum Does {
    /// Calls, and gives the answer or a part of it, as that type.
    Action(Option<Type>),
    /// Calls, and gives resources.
    Makes(Type, Number),
    /// Lists.
    Lists(Type),
    /// Leads to another resource; looking at data, or not.
    Leads(Type, bool, Number),
    /// Waits.
    Waits,
    /// Does it with many.
    Batch,
}

/// How many resources come.
#[derive(Clone, Copy, PartialEq)]
pub enum Number {
    /// One.
    One,
    /// One or none.
    Maybe,
    /// Any number.
    Many,
}

/// An argument.
pub struct Argument {
    /// Its name.
    pub name: Ident,
    /// The member it goes to.
    pub member: String,
    /// What it is taken as.
    pub taken: Taken,
}

/// What an argument is taken as.
pub enum Taken {
    /// A string in any form.
    Text,
    /// A boolean.
    Boolean,
    /// An integer.
    Integer,
    /// Bytes.
    Bytes,
    /// A body that streams.
    Stream,
    /// Anything that serializes.
    Any,
}

/// Plans a struct.
pub fn plan(declared: &Declared, derive: Derive, check: &mut Check<'_>) -> Plan {
    let mut make = Make { declared, check, plan: Plan::default(), used: BTreeSet::new(), flawed: false };
    match derive {
        Derive::Resource => make.resource(),
        Derive::Collection => make.collection(),
    }
    make.plan
}

struct Make<'a, 'b> {
    declared: &'a Declared,
    check: &'a mut Check<'b>,
    plan: Plan,
    used: BTreeSet<String>,
    /// What goes into the operation at hand is wrong somewhere.
    flawed: bool,
}

impl Make<'_, '_> {
    fn resource(&mut self) {
        let declared = self.declared;
        let mut out = resource::Resource { name: plain(&declared.ident), ..resource::Resource::default() };
        out.identifiers = self
            .check
            .identifiers
            .iter()
            .map(|i| resource::Identifier { name: i.name.clone(), member_name: None, optional: false })
            .collect();
        if let Some((literal, options)) = &declared.main {
            self.refuse(options, &["args", "output", "makes", "identifiers"], "load");
            if let Some(operation) = self.check.operation(literal) {
                let led = options.path.as_ref().map(|path| self.check.answer(operation, path));
                self.check.data = match led {
                    None => operation.output,
                    Some(Led::To(shape)) => Some(shape),
                    Some(_) => None,
                };
                let params = self.params(literal, operation, options, &[]);
                self.filled(literal, operation, &params, &[]);
                let path = options.path.as_ref().map_or("@".to_owned(), LitStr::value);
                out.load = Some(Action {
                    name: "load".to_owned(),
                    operation: operation.name.to_string(),
                    params,
                    resource: None,
                    path: Some(path),
                });
            }
        }
        if let Some(shape) = &declared.shape {
            match self.check.service.shape_named(&shape.value()) {
                Some(found) => self.check.data = Some(found),
                None => {
                    let names: Vec<String> = self.check.service.shape_names().map(str::to_owned).collect();
                    let near = super::super::errors::did_you_mean(&shape.value(), names.iter().map(String::as_str));
                    let message = format!("no shape `{}` in {}{near}", shape.value(), self.check.name);
                    self.check.errors.add(shape.span(), message);
                }
            }
        }
        for item in &declared.actions {
            out.actions.extend(self.action(item));
        }
        for item in &declared.many {
            out.has_many.extend(self.many(item));
        }
        for item in &declared.has {
            out.has.extend(self.relation(item));
        }
        for item in &declared.waiters {
            out.waiters.extend(self.waiter(item));
        }
        for item in &declared.batches {
            out.batch_actions.extend(self.batch(item));
        }
        self.attributes();
        let used = std::mem::take(&mut self.used);
        self.check.identifiers_go_somewhere(&used);
        self.plan.set.resources.push(out);
    }

    fn collection(&mut self) {
        let declared = self.declared;
        let (Some((literal, options)), Some(kind)) = (&declared.main, &declared.resource) else { return };
        self.refuse(options, &["args", "output", "makes"], "list");
        if let Some(operation) = self.check.operation(literal) {
            let mut given = Vec::new();
            for field in &declared.fields {
                let Role::Param(member) = &field.role else { continue };
                let wanted = member.as_ref().map_or(plain(&field.ident), LitStr::value);
                let span = member.as_ref().map_or(field.ident.span(), LitStr::span);
                let exact = member.is_some();
                if let Some(member) = self.member(operation, &wanted, span, exact) {
                    given.push(member.clone());
                    self.plan.params.push((field.ident.clone(), member));
                }
            }
            let params = self.params(literal, operation, options, &given);
            self.filled(literal, operation, &params, &given);
            let made = self.made(kind, operation, options, literal.span());
            self.plan.set.service.has_many.push(Action {
                name: "list".to_owned(),
                operation: operation.name.to_string(),
                params,
                resource: Some(made),
                path: None,
            });
        }
        if let Some((literal, options)) = &declared.create {
            let name = Ident::new("create", literal.span());
            let mut options = Options {
                identifiers: options.identifiers.clone(),
                params: options.params.clone(),
                arguments: options.arguments.clone(),
                path: options.path.clone(),
                ..Options::default()
            };
            options.makes = Some(kind.clone());
            let item = Item { name, operation: Some(literal.clone()), kind: None, options };
            let action = self.action(&item);
            self.plan.set.service.actions.extend(action);
        }
    }

    fn attributes(&mut self) {
        for field in &self.declared.fields {
            let Role::Attribute(attribute) = &field.role else { continue };
            if let Some(path) = &attribute.path {
                self.check.data(path);
                self.plan.attributes.push((field.ident.clone(), path.value()));
                continue;
            }
            let name = plain(&field.ident);
            let Some(shape) = self.check.data else {
                let message = "there is no data to look at: say `load = \"…\"`, or `shape = \"…\"`";
                self.check.errors.add(field.ident.span(), message);
                continue;
            };
            let members = self.check.service.shape(shape).members();
            match members.iter().find(|member| snake_case(&member.name) == name) {
                Some(member) => self.plan.attributes.push((field.ident.clone(), member.name.to_string())),
                None => {
                    let names: Vec<String> = members.iter().map(|member| snake_case(&member.name)).collect();
                    let near = super::super::errors::did_you_mean(&name, names.iter().map(String::as_str));
                    let shape = &self.check.service.shape(shape).name;
                    let message = format!("no member of `{shape}` is spelled like `{name}`{near}; say where it stands: `attribute = \"Path\"`");
                    self.check.errors.add(field.ident.span(), message);
                }
            }
        }
    }

    /// Options that make no sense here.
    fn refuse(&mut self, options: &Options, words: &[&str], of: &str) {
        let mut refuse = |word: &str, span: Option<Span>| {
            if let Some(span) = span.filter(|_| words.contains(&word)) {
                self.check.errors.add(span, format!("`{word}` makes no sense for `{of}`"));
            }
        };
        refuse("args", options.arguments.first().map(|(_, name)| name.span));
        refuse("output", options.output.as_ref().map(syn::spanned::Spanned::span));
        refuse("makes", options.makes.as_ref().map(syn::spanned::Spanned::span));
        refuse("identifiers", options.identifiers.first().map(|(name, _)| name.span));
        refuse("path", options.path.as_ref().map(LitStr::span));
        refuse("params", options.params.first().map(|(name, _)| name.span));
    }

    fn action(&mut self, item: &Item) -> Option<Action> {
        let literal = item.operation.as_ref()?;
        let operation = self.check.operation(literal)?;
        let (arguments, params) = self.inputs(item, literal, operation);
        let (does, made, path) = match &item.options.makes {
            None => {
                if let Some((name, _)) = item.options.identifiers.first() {
                    self.check.errors.add(name.span, "identifiers of what? say `makes = Type` too");
                }
                if let Some(path) = &item.options.path {
                    self.check.answer(operation, path);
                }
                (Does::Action(item.options.output.clone()), None, item.options.path.as_ref().map(LitStr::value))
            }
            Some(kind) => {
                if let Some(output) = &item.options.output {
                    let message = "`output` is for what makes no resources";
                    self.check.errors.add(syn::spanned::Spanned::span(output), message);
                }
                let (kind, many) = wrapped(kind);
                let made = self.made(kind, operation, &item.options, literal.span());
                (Does::Makes(kind.clone(), many), Some(made), None)
            }
        };
        self.method(item, operation.name.to_string(), arguments, does);
        Some(Action { name: plain(&item.name), operation: operation.name.to_string(), params, resource: made, path })
    }

    fn many(&mut self, item: &Item) -> Option<Action> {
        self.refuse(&item.options, &["output", "makes"], "many");
        let (literal, kind) = (item.operation.as_ref()?, item.kind.as_ref()?);
        let operation = self.check.operation(literal)?;
        let (arguments, params) = self.inputs(item, literal, operation);
        let made = self.made(kind, operation, &item.options, literal.span());
        self.method(item, operation.name.to_string(), arguments, Does::Lists(kind.clone()));
        let (name, operation) = (plain(&item.name), operation.name.to_string());
        Some(Action { name, operation, params, resource: Some(made), path: None })
    }

    fn relation(&mut self, item: &Item) -> Option<Relation> {
        let (kind, many) = wrapped(item.kind.as_ref()?);
        self.refuse(&item.options, &["args", "output", "makes", "params"], "has");
        let mut identifiers = Vec::new();
        let (mut data, mut arguments) = (false, Vec::new());
        for (name, given) in &item.options.identifiers {
            let source = match given {
                Given::Identifier(field) => self.check.identifier(field),
                Given::Text(path) | Given::Data(path) => {
                    data = true;
                    self.check.data(path);
                    Some(Source::Data(path.value()))
                }
                Given::Input(_) => {
                    let ident = Ident::new(&name.text, name.span);
                    arguments.push(Argument { name: ident, member: name.text.clone(), taken: Taken::Text });
                    Some(Source::Input)
                }
                other => self.constant(other),
            };
            identifiers.extend(source.map(|source| Param { target: name.text.clone(), source }));
        }
        if let Some(path) = &item.options.path {
            self.check.data(path);
        }
        self.expect(kind, &item.options.identifiers, item.name.span());
        let made = Made { kind: self.kind(kind), identifiers, path: item.options.path.as_ref().map(LitStr::value) };
        let many = if data && many == Number::One { Number::Maybe } else { many };
        self.method(item, String::new(), arguments, Does::Leads(kind.clone(), data, many));
        Some(Relation { name: plain(&item.name), resource: made })
    }

    fn waiter(&mut self, item: &Item) -> Option<ResourceWaiter> {
        self.refuse(&item.options, &["args", "output", "makes", "identifiers", "path"], "waiter");
        let literal = item.operation.as_ref()?;
        let (waiter, operation) = self.check.waiter(literal)?;
        let params = self.params(literal, operation, &item.options, &[]);
        self.filled(literal, operation, &params, &[]);
        self.method(item, waiter.clone(), Vec::new(), Does::Waits);
        Some(ResourceWaiter { name: bare(&item.name), waiter, params, path: None })
    }

    fn batch(&mut self, item: &Item) -> Option<Action> {
        self.refuse(&item.options, &["args", "output", "makes", "identifiers", "path"], "batch");
        let literal = item.operation.as_ref()?;
        let operation = self.check.operation(literal)?;
        let params = self.params(literal, operation, &item.options, &[]);
        self.filled(literal, operation, &params, &[]);
        if !self.flawed && !params.iter().any(|param| param.target.contains('[')) {
            let message = "a batch puts many into one list: `params(\"Entries[*].Id\" = id(field))`";
            self.check.errors.add(literal.span(), message);
        }
        self.method(item, operation.name.to_string(), Vec::new(), Does::Batch);
        let (name, operation) = (plain(&item.name), operation.name.to_string());
        Some(Action { name, operation, params, resource: None, path: None })
    }

    /// The resources that an answer tells of.
    fn made(&mut self, kind: &Type, operation: &Operation, options: &Options, at: Span) -> Made {
        let mut identifiers = Vec::new();
        for (name, given) in &options.identifiers {
            let source = match given {
                Given::Text(path) => {
                    self.check.answer(operation, path);
                    Some(Source::Response(path.value()))
                }
                Given::Request(path) => {
                    if let Some(shape) = operation.input {
                        self.check.path(shape, path);
                    }
                    Some(Source::RequestParameter(path.value()))
                }
                Given::Identifier(field) => self.check.identifier(field),
                Given::Data(path) => {
                    self.check.data(path);
                    Some(Source::Data(path.value()))
                }
                other => self.constant(other),
            };
            identifiers.extend(source.map(|source| Param { target: name.text.clone(), source }));
        }
        if let Some(path) = &options.path {
            self.check.answer(operation, path);
        }
        self.expect(kind, &options.identifiers, at);
        Made { kind: self.kind(kind), identifiers, path: options.path.as_ref().map(LitStr::value) }
    }

    fn constant(&mut self, given: &Given) -> Option<Source> {
        let (span, message) = match given {
            Given::Text(text) | Given::Value(text) => return Some(Source::String(text.value())),
            Given::Integer(number, _) => return Some(Source::Integer(*number)),
            Given::Boolean(truth, _) => return Some(Source::Boolean(*truth)),
            Given::List(_, span) => (*span, "an identifier is no list"),
            Given::Input(span) => (*span, "`given` is for `has`"),
            Given::Request(path) => (path.span(), "nothing is sent here"),
            Given::Identifier(field) => (field.span(), "no identifier"),
            Given::Data(path) => (path.span(), "no data"),
        };
        self.check.errors.add(span, message);
        None
    }

    fn expect(&mut self, kind: &Type, identifiers: &[(Name, Given)], at: Span) {
        let names = identifiers.iter().map(|(name, _)| (name.text.clone(), name.span)).collect::<Vec<_>>();
        if names.is_empty() {
            let message = "what are the identifiers? write `identifiers(name = \"Path.In.The[].Answer\")`";
            self.check.errors.add(at, message);
            return;
        }
        self.plan.checks.push((kind.clone(), names));
    }

    /// What a type is called in the definition.
    fn kind(&mut self, kind: &Type) -> String {
        let name = match kind {
            Type::Path(path) => path.path.segments.last().map_or(String::new(), |segment| plain(&segment.ident)),
            _ => String::new(),
        };
        let own = plain(&self.declared.ident);
        if name == "Self" || (name == own && matches!(kind, Type::Path(path) if path.path.get_ident().is_some())) {
            return own;
        }
        if let Some((name, _)) = self.plan.others.iter().find(|(_, known)| shown(known) == shown(kind)) {
            return name.clone();
        }
        let name = format!("{name}:{}", self.plan.others.len());
        self.plan.others.push((name.clone(), kind.clone()));
        name
    }

    fn method(&mut self, item: &Item, calls: String, arguments: Vec<Argument>, does: Does) {
        if self.plan.methods.iter().any(|method| method.name == item.name) {
            self.check.errors.add(item.name.span(), format!("`{}` is there already", item.name));
            return;
        }
        self.plan.methods.push(Method { name: item.name.clone(), of: bare(&item.name), calls, arguments, does });
    }
}

/// `Vec<T>`, `Option<T>` or `T`.
fn wrapped(kind: &Type) -> (&Type, Number) {
    let Type::Path(path) = kind else { return (kind, Number::One) };
    let Some(segment) = path.path.segments.last() else { return (kind, Number::One) };
    let many = match segment.ident.to_string().as_str() {
        "Vec" => Number::Many,
        "Option" => Number::Maybe,
        _ => return (kind, Number::One),
    };
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return (kind, Number::One) };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => (inner, many),
        _ => (kind, Number::One),
    }
}

/// The name in the definition: what is waited for is named without the words that say so.
fn bare(ident: &Ident) -> String {
    let name = plain(ident);
    name.strip_prefix("wait_until_").map(str::to_owned).unwrap_or(name)
}

fn shown(kind: &Type) -> String {
    quote::ToTokens::to_token_stream(kind).to_string()
}

fn spelled(member: &str, span: Span) -> Ident {
    let name = super::super::names::snake(member);
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span),
        None => Ident::new(&name, span),
    }
}
