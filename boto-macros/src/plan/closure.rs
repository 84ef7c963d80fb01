//! Which shapes become types, and from where they are reached.

use super::Shapes;
use boto_model::{Kind, Service, ShapeId};
use std::collections::BTreeMap;

/// The shapes that get a type under their own name.
pub struct Reach {
    /// Structures, unions and enumerations below inputs, outputs and errors, errors included.
    pub named: Shapes,
    /// Those of them that a caller may have to build.
    pub from_inputs: Shapes,
    /// How many operations return each shape.
    returned_by: BTreeMap<ShapeId, usize>,
}

impl Reach {
    /// Walks a (pruned) service from its operations.
    pub fn of(service: &Service) -> Reach {
        let mut reach = Reach { named: Shapes::new(), from_inputs: Shapes::new(), returned_by: BTreeMap::new() };
        let (mut seen_in, mut seen_out) = (Shapes::new(), Shapes::new());
        for operation in (0..service.operation_count()).map(|index| service.operation_at(index)) {
            if let Some(input) = operation.input {
                below(service, input, &mut seen_in);
            }
            if let Some(output) = operation.output {
                below(service, output, &mut seen_out);
                *reach.returned_by.entry(output).or_default() += 1;
            }
            for &error in &operation.errors {
                walk(service, vec![error], &mut seen_out);
            }
        }
        let shared = reach.returned_by.iter().filter(|(_, count)| **count > 1).map(|(id, _)| *id);
        seen_out.extend(shared);
        let has_type = |id: &ShapeId| match &service.shape(*id).kind {
            Kind::Structure(_) => true,
            Kind::String { values } => !values.is_empty(),
            _ => false,
        };
        reach.from_inputs = seen_in.iter().copied().filter(has_type).collect();
        reach.named = seen_in.union(&seen_out).copied().filter(has_type).collect();
        reach
    }

    /// Whether an output has a type under its own name, because it is nested somewhere or returned more than once.
    pub fn shares(&self, output: ShapeId) -> bool {
        self.named.contains(&output)
    }
}

/// Adds everything below the members of a shape, the shape itself only if it contains itself.
fn below(service: &Service, id: ShapeId, seen: &mut Shapes) {
    let targets = targets(service, id);
    walk(service, targets, seen);
}

fn walk(service: &Service, mut open: Vec<ShapeId>, seen: &mut Shapes) {
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(targets(service, id));
        }
    }
}

fn targets(service: &Service, id: ShapeId) -> Vec<ShapeId> {
    match &service.shape(id).kind {
        Kind::Structure(s) => s.members.iter().map(|m| m.target).collect(),
        Kind::List { member, .. } => vec![member.target],
        Kind::Map { key, value, .. } => vec![key.target, value.target],
        _ => Vec::new(),
    }
}
