//! Classes found by their names in definitions.

use super::{CollectionClass, ResourceClass};
use crate::connection::ConnectionClass;
use boto_model::resource::{Action, Made, ResourceSet};
use std::sync::Arc;

impl CollectionClass {
    /// The collection of that name: one that definitions name so, that of the resource's type (`BucketCollection`), or
    /// the parent's name for it (`Buckets`). Of several the one goes first whose name is nearest, then that of the
    /// service itself.
    pub(crate) fn find(
        set: &Arc<ResourceSet>,
        connection: &Arc<ConnectionClass>,
        name: &str,
    ) -> Option<CollectionClass> {
        let class =
            |index| ResourceClass { set: Arc::clone(set), connection: Arc::clone(connection), index, base: None };
        if let Some(named) = set.collections.iter().find(|named| named.name == name) {
            let index = named.parent.as_ref().and_then(|parent| set.resources.iter().position(|r| r.name == *parent));
            let parent = class(index);
            let many = named.many.as_ref();
            let listed = many.and_then(|many| parent.definition().has_many.iter().find(|m| m.name == *many)).cloned();
            let definition = listed.unwrap_or_else(|| Action {
                name: named.kind.clone(),
                resource: Some(Made { kind: named.kind.clone(), ..Made::default() }),
                ..Action::default()
            });
            let (name, actions) = (name.to_owned(), named.actions.clone());
            return Some(CollectionClass { name, parent: Arc::new(parent), definition, actions, base: None });
        }
        let wanted = name.strip_suffix("Collection").unwrap_or(name);
        let parents = std::iter::once(None).chain((0..set.resources.len()).map(Some));
        let mut best: Option<(usize, ResourceClass, Action)> = None;
        for index in parents {
            let parent = class(index);
            for many in &parent.definition().has_many {
                let Some(rank) = rank(many, wanted) else { continue };
                if best.as_ref().is_none_or(|(known, ..)| rank < *known) {
                    best = Some((rank, class(index), many.clone()));
                }
            }
        }
        let (_, parent, definition) = best?;
        Some(CollectionClass::of(Arc::new(parent), name, definition))
    }

    /// The names that collections of a set go by.
    pub(crate) fn names(set: &ResourceSet) -> Vec<String> {
        let parents = std::iter::once(&set.service).chain(&set.resources);
        let kinds = parents.flat_map(|parent| &parent.has_many).filter_map(|many| Some(&many.resource.as_ref()?.kind));
        kinds.map(|kind| format!("{kind}Collection")).chain(set.collections.iter().map(|c| c.name.clone())).collect()
    }
}

/// How well a collection answers to a name; 0 is best.
fn rank(many: &Action, wanted: &str) -> Option<usize> {
    let kind = many.resource.as_ref().map_or("", |made| &made.kind);
    let plural = |name: &str| {
        let stem = name.strip_suffix('y').unwrap_or(name);
        many.name.strip_prefix(stem).is_some_and(|rest| ["s", "es", "ies"].contains(&rest))
    };
    match () {
        () if many.name == wanted => Some(0),
        () if kind == wanted && plural(kind) => Some(1),
        () if kind == wanted => Some(2),
        () if plural(wanted) => Some(3),
        () => None,
    }
}
