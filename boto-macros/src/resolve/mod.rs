//! From what the user wrote to tables: which service, which version, which operations. Everything that does not exist is
//! an error on the user's token with the nearest names; everything that does is resolved all the same.

use super::{
    by_hand,
    emit::Docs,
    errors::{self, count, did_you_mean, near, Errors},
    input::{self, Input, Name, Names},
    names,
    plan::Plan,
    prose::Prose,
};
use boto_model::{pack, Service};
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use std::collections::BTreeMap;

mod load;
pub mod resources;

/// What is to be emitted.
pub struct Resolved {
    /// The pruned service.
    pub service: Service,
    /// The names of all operations of the whole service.
    pub siblings: Vec<String>,
    /// A service of AWS's.
    pub official: bool,
    /// For each operation of the pruned service the token that named it; empty if all were asked for.
    pub owners: Vec<Option<Span>>,
    /// The module.
    pub module: Ident,
    /// The words of the user's own model, if they are wanted.
    pub prose: Option<Prose>,
    /// The user's files that were read.
    pub track: Vec<String>,
    /// The resources to emit.
    pub resources: resources::Chosen,
}

/// Resolves service and operations.
pub fn resolve(input: &Input, errors: &mut Errors) -> Option<Resolved> {
    let loaded = load::load(&input.service, input.options.api_version.as_ref(), errors)?;
    let siblings: Vec<String> = loaded.service.operation_names().map(str::to_owned).collect();
    let mut chosen = choose(input, &loaded.name, &siblings, errors);
    let resources = resources::choose(input, &loaded, errors);
    for operation in resources.operations(&loaded.service) {
        chosen.entry(operation).or_insert(None);
    }
    let named = input.options.operations.is_some();
    let service = if chosen.len() == siblings.len() {
        loaded.service
    } else {
        let names: Vec<&str> = chosen.keys().map(String::as_str).collect();
        let opened = pack::prune(&loaded.service, &names)
            .map_err(|unknown| format!("no operations {unknown:?}"))
            .and_then(|table| Service::open(table).map_err(|e| e.to_string()));
        match opened {
            Ok(opened) => opened,
            Err(problem) => {
                errors.add(input.service.span(), format!("the tables of {} cannot be pruned: {problem}", loaded.name));
                return None;
            }
        }
    };
    let owners = if named { chosen.into_values().collect() } else { Vec::new() };
    let module = match &input.alias {
        Some(alias) => alias.clone(),
        None => identifier(&names::module(&loaded.name), input.service.span()),
    };
    let prose = match input.options.docs {
        Docs::None => None,
        Docs::Full => loaded.prose.or_else(|| prose_beside(&service)),
        Docs::Short => prose_beside(&service),
    };
    Some(Resolved {
        service,
        siblings,
        official: loaded.official,
        owners,
        module,
        prose,
        track: loaded.track,
        resources,
    })
}

/// The tables of a service alone.
pub fn load_service(service: &syn::LitStr, errors: &mut Errors) -> Option<load::Loaded> {
    load::load(service, None, errors)
}

/// The words of the model in the directory that `BOTO_DOCS` names.
fn prose_beside(service: &Service) -> Option<Prose> {
    let directory = std::env::var_os("BOTO_DOCS")?;
    let metadata = service.metadata();
    load::prose(directory.as_ref(), &metadata.name, &metadata.api_version)
}

fn identifier(name: &str, span: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span),
        None => Ident::new(name, span),
    }
}

/// The operations to emit, sorted, each with the token that named it.
fn choose(input: &Input, service: &str, all: &[String], errors: &mut Errors) -> BTreeMap<String, Option<Span>> {
    let mut chosen = BTreeMap::new();
    match &input.options.operations {
        None => chosen.extend(all.iter().map(|name| (name.clone(), None))),
        Some(named) => {
            for name in &named.list {
                // A near miss is emitted all the same, so that one mistake gives one error.
                let found = find(name, service, all, errors);
                if let Some(operation) = found {
                    if chosen.insert(operation.clone(), Some(name.span)).is_some() && operation == &name.text {
                        errors.add(name.span, format!("`{}` is named twice", name.text));
                    }
                }
            }
            offer_more(named, all, errors);
        }
    }
    for name in &input.options.exclude.list {
        if !all.contains(&name.text) {
            unknown_operation(name, service, all, errors);
        } else if chosen.remove(&name.text).is_none() {
            errors.add(
                name.span,
                format!("`{}` is not among the operations named, so there is nothing to exclude", name.text),
            );
        }
    }
    offer_more(&input.options.exclude, all, errors);
    chosen
}

fn find<'a>(name: &Name, service: &str, all: &'a [String], errors: &mut Errors) -> Option<&'a String> {
    let exact = all.binary_search(&name.text).ok().map(|index| &all[index]);
    exact.or_else(|| {
        unknown_operation(name, service, all, errors);
        near(&name.text, all.iter().map(String::as_str))
            .first()
            .and_then(|near| all.iter().find(|operation| operation == near))
    })
}

fn unknown_operation(name: &Name, service: &str, all: &[String], errors: &mut Errors) {
    errors.offer(&name.text, name.span, all.iter().map(String::as_str));
    errors.add(
        name.span,
        format!(
            "no operation `{}` in {service}, which has {}{}",
            name.text,
            count(all.len(), "operation"),
            did_you_mean(&name.text, all.iter().map(String::as_str))
        ),
    );
}

fn offer_more(names: &Names, all: &[String], errors: &mut Errors) {
    if names.open {
        errors.offer_more(all.iter().map(String::as_str));
    }
}

/// What to derive, with the names of structures checked.
pub fn derives(input: &Input, plan: &Plan, errors: &mut Errors) -> Vec<(Option<String>, String)> {
    let mut out = Vec::new();
    for derive in &input.options.derives {
        let known = |name: &str| plan.records.iter().any(|record| record.name == name);
        if let Some(on) = derive.on.as_ref().filter(|on| !known(&on.text)) {
            let names = plan.records.iter().map(|record| record.name.as_str());
            errors.add(
                on.span,
                format!("no structure `{}` among those emitted{}", on.text, did_you_mean(&on.text, names)),
            );
            continue;
        }
        for path in &derive.paths {
            out.push((derive.on.as_ref().map(|on| on.text.clone()), path.to_token_stream().to_string()));
        }
    }
    out
}
