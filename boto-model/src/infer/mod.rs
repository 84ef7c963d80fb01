//! Resources of services that nobody has defined any for, inferred from the tables by fixed rules (docs/resources.md).
//!
//! The same tables always give the same definitions; they are made when first asked for, which takes less time than a
//! request.

mod build;
mod draft;
mod identify;
mod overrides;
mod relate;
mod view;
mod words;

use crate::{resource::ResourceSet, Service};
use overrides::Overrides;

/// What the rules make of a service.
#[derive(Clone, Debug)]
pub struct Inferred {
    /// The definitions.
    pub set: ResourceSet,
    /// Kinds that the rules looked at and left out, each with the reason.
    pub dropped: Vec<(String, &'static str)>,
}

/// Infers the resources of a service.
pub fn infer(service: &Service) -> Inferred {
    let overrides = Overrides::of(&service.metadata().name);
    let view = view::View::new(service);
    let (drafts, dropped) = draft::drafts(&view, &overrides);
    let set = build::build(&view, &drafts, &overrides);
    Inferred { set, dropped: dropped.into_iter().collect() }
}
