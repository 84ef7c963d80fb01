//! Which part of an output the items of its pages are.

use super::plan::{Hold, Plan, Step};
use super::{put, Source};
use boto_model::Kind;
use std::collections::BTreeSet;

/// Writes `Paged` for the outputs of operations that answer in pages.
pub fn write(out: &mut Source, plan: &Plan) {
    let mut done = BTreeSet::new();
    for operation in &plan.operations {
        let Some(paging) = &operation.paging else { continue };
        let model = plan.operation(operation.index);
        // Operations that share an output share the way to its items.
        if model.output.is_some_and(|id| !plan.types.name(id).is_empty() && !done.insert(id)) {
            continue;
        }
        out.belongs_to(Some(operation.index));
        let Kind::List { member, sparse } = &plan.service.shape(paging.list).kind else { continue };
        put!(out, "impl boto::Paged for {} {{ type Item = ", plan.types.output(&model.name));
        plan.types.write_element(out.buffer(), &plan.service, member, *sparse, "");
        out.text("; fn into_items(self) -> boto::Vec<Self::Item> { ");
        way(out, "self", &paging.path);
        out.text(" } }\n");
    }
}

/// Writes the expression that takes the items out of `from`.
fn way(out: &mut Source, from: &str, steps: &[Step]) {
    let Some((step, rest)) = steps.split_first() else { return out.text(from) };
    let field = format!("{from}.{}", step.field);
    if rest.is_empty() {
        out.text(&field);
    } else if step.each {
        put!(out, "boto::each({field}, |at| ");
        way(out, "at", rest);
        out.text(")");
    } else if matches!(step.hold, Hold::Optional | Hold::OptionalBoxed) {
        put!(out, "{field}.map(|at| ");
        way(out, "at", rest);
        out.text(").unwrap_or_default()");
    } else {
        way(out, &field, rest);
    }
}
