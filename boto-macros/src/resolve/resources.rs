//! Which resources to emit, and what of their definitions: what leads to operations or resources that are left out is
//! left out too.

use super::{
    by_hand,
    errors::{count, did_you_mean, near, Errors},
    input::{Input, Name, Names, Resources},
    load::Loaded,
};
use boto_model::{
    resource::{Action, Made, Resource, ResourceSet},
    Service,
};
use proc_macro2::Span;

/// The resources to emit.
#[derive(Default)]
pub struct Chosen {
    /// Their definitions, pruned to what is emitted.
    pub set: ResourceSet,
    /// For each of them the token that named it.
    pub spans: Vec<Option<Span>>,
    /// For each of them the names of what was left out because it leads to a resource that is not emitted.
    pub left_out: Vec<Vec<String>>,
    /// What their methods call that no definition has.
    pub by_hand: Vec<&'static str>,
}

impl Chosen {
    /// Every operation that the resources call.
    pub fn operations(&self, service: &Service) -> Vec<String> {
        let all = std::iter::once(&self.set.service).chain(&self.set.resources);
        let called = all.flat_map(|resource| operations(resource, service));
        called.chain(self.by_hand.iter().map(|operation| (*operation).to_owned())).collect()
    }
}

/// Every operation that a definition names.
pub fn operations(resource: &Resource, service: &Service) -> Vec<String> {
    let actions =
        resource.load.iter().chain(&resource.actions).chain(&resource.batch_actions).chain(&resource.has_many);
    let waiters =
        resource.waiters.iter().filter_map(|waiter| Some(service.waiter(&waiter.waiter)?.operation.to_string()));
    actions.map(|action| action.operation.clone()).chain(waiters).collect()
}

/// Chooses. Without the option there are all resources that somebody defined beside all operations, and none beside a
/// few. `all` of a service that nobody defined any for are the inferred ones, and names may be of either kind.
pub fn choose(input: &Input, loaded: &Loaded, errors: &mut Errors) -> Chosen {
    let span = match &input.options.resources {
        Resources::None => return Chosen::default(),
        Resources::Unsaid if !cfg!(feature = "resources") => return Chosen::default(),
        Resources::Unsaid if input.options.operations.is_some() => return Chosen::default(),
        Resources::Unsaid => input.service.span(),
        Resources::All(span) => *span,
        Resources::Named(names) => names.list.first().map_or_else(|| input.service.span(), |name| name.span),
    };
    if !cfg!(feature = "resources") {
        errors.add(span, "resources need boto-core's feature `resources`, which is turned off");
        return Chosen::default();
    }
    let mut sets: Vec<ResourceSet> = loaded.resources(span, errors).into_iter().collect();
    let mut named = None;
    match &input.options.resources {
        Resources::Named(names) => {
            let unknown = |name: &Name| !sets.iter().any(|set| set.resource(&name.text).is_some());
            if names.list.iter().any(unknown) {
                sets.push(loaded.inferred());
            }
            named = Some(find(names, &loaded.name, &sets, errors));
        }
        Resources::All(_) if sets.is_empty() => sets.push(loaded.inferred()),
        _ => {}
    }
    if let (Resources::All(span), true) = (&input.options.resources, sets.iter().all(|set| set.resources.is_empty())) {
        errors.add(*span, format!("nothing in {} looks like a resource", loaded.name));
    }
    let excluded = |operation: &str| input.options.exclude.list.iter().any(|name| name.text == operation);
    let has = |operation: &str| loaded.service.operation(operation).is_some() && !excluded(operation);
    let mut chosen = Chosen::default();
    for (index, set) in sets.iter().enumerate() {
        // Of two definitions of one name the first counts, and what leads to the other leads nowhere.
        let owns = |kind: &str| sets.iter().position(|set| set.resource(kind).is_some()) == Some(index);
        let keep =
            |kind: &str| owns(kind) && named.as_ref().is_none_or(|named| named.iter().any(|(name, _)| name == kind));
        let service = pruned(&set.service, &loaded.service, &has, &keep).0;
        let into = &mut chosen.set.service;
        into.actions.extend(service.actions.into_iter().filter(|action| action.resource.is_some()));
        into.has.extend(service.has);
        into.has_many.extend(service.has_many);
        for resource in set.resources.iter().filter(|resource| keep(&resource.name)) {
            let (resource, left_out) = pruned(resource, &loaded.service, &has, &keep);
            let span = named.iter().flatten().find(|(name, _)| *name == resource.name).map(|(_, span)| *span);
            let by_hand = by_hand::of(&loaded.name, &resource.name).filter_map(|group| group.operations(&has));
            chosen.by_hand.extend(by_hand.flatten());
            chosen.spans.push(span);
            chosen.left_out.push(left_out);
            chosen.set.resources.push(resource);
        }
    }
    chosen
}

/// The resources named; a near miss is emitted all the same, so that one mistake gives one error.
fn find(names: &Names, service: &str, sets: &[ResourceSet], errors: &mut Errors) -> Vec<(String, Span)> {
    let mut all: Vec<&str> =
        sets.iter().flat_map(|set| &set.resources).map(|resource| resource.name.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    let mut found: Vec<(String, Span)> = Vec::new();
    for name in &names.list {
        let known = all.iter().copied().find(|known| *known == name.text);
        if known.is_none() {
            errors.offer(&name.text, name.span, all.iter().copied());
            errors.add(
                name.span,
                format!(
                    "no resource `{}` in {service}, which has {}{}",
                    name.text,
                    count(all.len(), "resource"),
                    did_you_mean(&name.text, all.iter().copied())
                ),
            );
        }
        let Some(kind) = known.or_else(|| near(&name.text, all.iter().copied()).first().copied()) else { continue };
        if !found.iter().any(|(known, _)| known == kind) {
            found.push((kind.to_owned(), name.span));
        } else if known.is_some() {
            errors.add(name.span, format!("`{}` is named twice", name.text));
        }
    }
    if names.open {
        errors.offer_more(all);
    }
    found
}

/// A definition without what calls other operations or leads to other resources, and the names of the latter.
fn pruned(
    resource: &Resource,
    service: &Service,
    has: &dyn Fn(&str) -> bool,
    keep: &dyn Fn(&str) -> bool,
) -> (Resource, Vec<String>) {
    let mut out = resource.clone();
    let mut left_out = Vec::new();
    let mut leads = |name: &str, made: Option<&Made>| {
        let kept = made.is_none_or(|made| keep(&made.kind));
        if !kept {
            left_out.push(boto_model::suggest::snake_case(name));
        }
        kept
    };
    let calls = |action: &Action| has(&action.operation);
    out.load = out.load.filter(calls);
    out.actions.retain(|action| calls(action) && leads(&action.name, action.resource.as_ref()));
    out.batch_actions.retain(calls);
    out.has.retain(|relation| leads(&relation.name, Some(&relation.resource)));
    out.has_many.retain(|many| calls(many) && many.resource.is_some() && leads(&many.name, many.resource.as_ref()));
    out.waiters.retain(|waiter| service.waiter(&waiter.waiter).is_some_and(|waiter| has(&waiter.operation)));
    left_out.sort();
    left_out.dedup();
    (out, left_out)
}
