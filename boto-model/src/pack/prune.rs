//! Pruning: the tables of a few operations out of those of a whole service.

use super::writer::{retarget, write_with, Tables};
use crate::{Service, ShapeId};
use std::collections::HashMap;

/// Packs only these operations: with all that they reach (shapes, errors), their paginators and waiters, and the
/// service's metadata and endpoint rules. Members keep their places in their structures.
///
/// # Errors
/// The names that are no operations of the service.
pub fn prune(service: &Service, operations: &[&str]) -> Result<Vec<u8>, Vec<String>> {
    let unknown: Vec<String> =
        operations.iter().filter(|o| service.operation_index(o).is_none()).map(|o| (*o).to_owned()).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let ids = service.closure(operations);
    let numbers: HashMap<ShapeId, ShapeId> = ids.iter().enumerate().map(|(i, id)| (*id, ShapeId(i as u32))).collect();
    // Everything that the closure refers to is in it; a dangling number stays dangling.
    let number = |id: &mut ShapeId| *id = numbers.get(id).copied().unwrap_or(ShapeId(u32::MAX));
    let mut tables = Tables { metadata: service.metadata().clone(), ..Tables::default() };
    tables.shapes = ids.iter().map(|id| service.shape(*id).clone()).collect();
    tables.shapes.iter_mut().for_each(|shape| retarget(shape, number));
    let mut names: Vec<&str> = operations.to_vec();
    names.sort_unstable();
    names.dedup();
    for name in &names {
        if let Some(found) = service.operation(name) {
            let mut operation = found.clone();
            operation.input.iter_mut().chain(&mut operation.output).chain(operation.errors.iter_mut()).for_each(number);
            tables.operations.push(operation);
        }
    }
    let kept = |operation: &str| names.binary_search(&operation).is_ok();
    tables.paginators = service.paginators().iter().filter(|p| kept(&p.operation)).cloned().collect();
    tables.waiters = service.waiters().iter().filter(|w| kept(&w.operation)).cloned().collect();
    Ok(write_with(tables, service.rules_record().to_vec()))
}
