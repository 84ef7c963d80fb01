//! What goes into the operation behind a method: by itself, and from whoever calls it.

use super::super::{
    super::errors::{count, did_you_mean},
    check::top,
    grammar::{Item, Options},
};
use super::{spelled, Argument, Make, Taken};
use boto_model::{
    resource::{Param, Source},
    suggest::snake_case,
    Kind, Operation, Traits,
};
use proc_macro2::Span;
use syn::{Ident, LitStr};

impl Make<'_, '_> {
    /// What a method takes, and what goes into the input by itself.
    pub(super) fn inputs(
        &mut self,
        item: &Item,
        literal: &LitStr,
        operation: &Operation,
    ) -> (Vec<Argument>, Vec<Param>) {
        let (mut arguments, members) = self.arguments(operation, &item.options);
        let params = self.params(literal, operation, &item.options, &members);
        for member in self.open(operation, &params, &members) {
            let (name, taken) = (spelled(&member, item.name.span()), self.taken(operation, &member));
            arguments.push(Argument { name, member, taken });
        }
        (arguments, params)
    }

    /// What goes in. Something that takes none of the identifiers would do the same for every resource.
    pub(super) fn params(
        &mut self,
        literal: &LitStr,
        operation: &Operation,
        options: &Options,
        arguments: &[String],
    ) -> Vec<Param> {
        let flaws = self.check.errors.len();
        let params = self.check.params(operation, &options.params, arguments);
        self.flawed = self.check.errors.len() > flaws;
        let before = self.used.len();
        self.used.extend(params.iter().filter_map(|param| match &param.source {
            Source::Identifier(name) => Some(name.clone()),
            _ => None,
        }));
        let any = params.iter().any(|param| matches!(param.source, Source::Identifier(_) | Source::Data(_)));
        // A member that is spelled wrong is told where it is spelled.
        let spelled = before > 0 || self.used.len() > before;
        if !any && spelled && !self.check.identifiers.is_empty() && options.params.is_empty() {
            let message = format!(
                "`{}` takes none of the identifiers; say where one goes: `params(Member = id(field))`",
                operation.name
            );
            self.check.errors.add(literal.span(), message);
        }
        params
    }

    /// Required members that nothing fills in are told.
    pub(super) fn filled(&mut self, literal: &LitStr, operation: &Operation, params: &[Param], arguments: &[String]) {
        if self.flawed {
            return;
        }
        for member in self.open(operation, params, arguments) {
            // An identifier that goes nowhere is told by itself.
            if self.check.identifiers.iter().any(|i| !self.used.contains(&i.name)) {
                continue;
            }
            let message =
                format!("`{}` needs `{member}`, which nothing fills in: `params({member} = …)`", operation.name);
            self.check.errors.add(literal.span(), message);
        }
    }

    /// The required members that are not filled in.
    pub(super) fn open(&self, operation: &Operation, params: &[Param], arguments: &[String]) -> Vec<String> {
        let members = operation.input.map_or(&[][..], |id| self.check.service.shape(id).members());
        let required =
            members.iter().filter(|m| m.traits.has(Traits::REQUIRED) && !m.traits.has(Traits::IDEMPOTENCY_TOKEN));
        let open = required.filter(|member| {
            !params.iter().any(|param| top(&param.target) == member.name)
                && !arguments.iter().any(|argument| *argument == *member.name)
        });
        open.map(|member| member.name.to_string()).collect()
    }

    /// The member of an input of that name, or spelled like that.
    pub(super) fn member(&mut self, operation: &Operation, wanted: &str, span: Span, exact: bool) -> Option<String> {
        let members = operation.input.map_or(&[][..], |id| self.check.service.shape(id).members());
        let is = |name: &str| name == wanted || (!exact && snake_case(name) == wanted);
        if let Some(member) = members.iter().find(|member| is(&member.name)) {
            return Some(member.name.to_string());
        }
        let spelled: Vec<String> =
            members.iter().map(|m| if exact { m.name.to_string() } else { snake_case(&m.name) }).collect();
        let near = did_you_mean(wanted, spelled.iter().map(String::as_str));
        let number = count(members.len(), "parameter");
        self.check
            .errors
            .add(span, format!("no parameter `{wanted}` of `{}`, which has {number}{near}", operation.name));
        None
    }

    /// The arguments of a method: those named, and required members that nothing fills in.
    pub(super) fn arguments(&mut self, operation: &Operation, options: &Options) -> (Vec<Argument>, Vec<String>) {
        let mut named = Vec::new();
        for (ident, name) in &options.arguments {
            let Some(member) = self.member(operation, &name.text, name.span, name.literal.is_some()) else { continue };
            let ident = ident.clone().unwrap_or_else(|| spelled(&member, name.span));
            named.push((ident, member));
        }
        let members: Vec<String> = named.iter().map(|(_, member)| member.clone()).collect();
        let made = |(name, member): (Ident, String)| {
            let taken = self.taken(operation, &member);
            Argument { name, member, taken }
        };
        (named.into_iter().map(made).collect(), members)
    }

    pub(super) fn taken(&self, operation: &Operation, member: &str) -> Taken {
        let structure = operation.input.and_then(|id| self.check.service.shape(id).structure());
        let found = structure.and_then(|structure| structure.member(member)).map(|(_, member)| member);
        match found.map(|member| &self.check.service.shape(member.target).kind) {
            Some(Kind::Blob { streaming, .. }) => {
                let streams = *streaming || found.is_some_and(|member| member.traits.has(Traits::STREAMING));
                if streams {
                    Taken::Stream
                } else {
                    Taken::Bytes
                }
            }
            Some(Kind::String { .. }) => Taken::Text,
            Some(Kind::Boolean) => Taken::Boolean,
            Some(Kind::Byte | Kind::Short | Kind::Integer | Kind::Long) => Taken::Integer,
            _ => Taken::Any,
        }
    }
}
