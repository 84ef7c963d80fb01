//! Sorting, compiled once: a sort of the standard library is three thousand lines for each type and comparison.

use std::cmp::Ordering;

/// The order of so many things: their indices, sorted by the comparison of the things at two of them. What is equal stays
/// as it was.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Sorts by what `key` gives of each.
pub(crate) fn sort_by_text<T>(list: &mut Vec<T>, key: fn(&T) -> &str) {
    let order = order(list.len(), &|a, b| key(&list[a]).cmp(key(&list[b])));
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| taken[at].take()));
}
