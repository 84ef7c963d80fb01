//! Where recursion needs a box: a structure that holds itself, directly or through other structures, with no list or
//! map between; and where a box is not enough.

use super::{items::is_required, Shapes};
use boto_model::{Service, ShapeId};
use std::collections::{hash_map::Entry, HashMap};

/// For each structure the component of mutually holding structures it belongs to.
pub struct Components(HashMap<ShapeId, usize>);

impl Components {
    /// Whether a member of `holder` whose type is `held` is such an edge: one within a component.
    pub fn has(&self, holder: ShapeId, held: ShapeId) -> bool {
        match (self.0.get(&holder), self.0.get(&held)) {
            (Some(a), Some(b)) => a == b,
            _ => false,
        }
    }
}

/// Where members must be boxed.
pub fn boxed_edges(service: &Service, named: &Shapes) -> Components {
    components(named, &|id| {
        let members = service.shape(id).members();
        members.iter().map(|m| m.target).filter(|target| holds_inline(service, *target)).collect()
    })
}

/// Where members that the model requires must be optional after all: of structures that require one another there is no
/// value, and so no default. Unions have one, whatever they hold.
pub fn endless_edges(service: &Service, boxed: &Components) -> Components {
    let is_plain = |id: ShapeId| holds_inline(service, id) && !service.shape(id).is_union();
    let circles: Shapes = boxed.0.keys().copied().collect();
    components(&circles, &|id| {
        let members = service.shape(id).members().iter().filter(|member| is_plain(id) && is_required(member));
        members.map(|m| m.target).filter(|target| is_plain(*target)).collect()
    })
}

/// Finds the components with more than one structure, or with one that holds itself.
fn components(named: &Shapes, held_by: &dyn Fn(ShapeId) -> Vec<ShapeId>) -> Components {
    let mut reversed: HashMap<ShapeId, Vec<ShapeId>> = HashMap::new();
    for &id in named {
        for held in held_by(id) {
            reversed.entry(held).or_default().push(id);
        }
    }
    // Kosaraju's two passes with a stack of our own: models may nest as deep as they like.
    let order = postorder(named.iter().copied(), held_by);
    let mut components: HashMap<ShapeId, usize> = HashMap::new();
    for (number, &root) in order.iter().rev().enumerate() {
        let mut open = vec![root];
        while let Some(id) = open.pop() {
            if let Entry::Vacant(entry) = components.entry(id) {
                entry.insert(number);
                open.extend(reversed.get(&id).into_iter().flatten().copied());
            }
        }
    }
    let mut sizes: HashMap<usize, usize> = HashMap::new();
    for number in components.values() {
        *sizes.entry(*number).or_default() += 1;
    }
    components.retain(|id, number| sizes[number] > 1 || held_by(*id).contains(id));
    Components(components)
}

fn holds_inline(service: &Service, id: ShapeId) -> bool {
    service.shape(id).structure().is_some_and(|s| !s.event_stream)
}

fn postorder(roots: impl Iterator<Item = ShapeId>, next: &dyn Fn(ShapeId) -> Vec<ShapeId>) -> Vec<ShapeId> {
    let (mut seen, mut order) = (Shapes::new(), Vec::new());
    for root in roots {
        let mut open = vec![(root, false)];
        while let Some((id, leaving)) = open.pop() {
            if leaving {
                order.push(id);
            } else if seen.insert(id) {
                open.push((id, true));
                open.extend(next(id).into_iter().map(|id| (id, false)));
            }
        }
    }
    order
}
