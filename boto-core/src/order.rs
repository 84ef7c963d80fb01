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

/// What brings so many names in order: the places to swap, one pair after the other, and how many names are left then. Of
/// equal names the last stays; the others end up behind.
pub(crate) fn arranged<'a>(count: usize, name: &dyn Fn(usize) -> &'a str) -> (Vec<(usize, usize)>, usize) {
    if (1..count).all(|at| name(at - 1) < name(at)) {
        return (Vec::new(), count);
    }
    let sorted = order(count, &|a, b| name(a).cmp(name(b)));
    let is_last = |at: usize| sorted.get(at + 1).is_none_or(|next| name(*next) != name(sorted[at]));
    let (last, other): (Vec<usize>, Vec<usize>) = (0..count).partition(|at| is_last(*at));
    let len = last.len();
    // What stands at each place, and where each of them stands.
    let mut at: Vec<usize> = (0..count).collect();
    let mut place = at.clone();
    let mut swaps = Vec::new();
    for (to, wanted) in last.into_iter().chain(other).map(|at| sorted[at]).enumerate() {
        let from = place[wanted];
        if from != to {
            swaps.push((to, from));
            at.swap(to, from);
            place[at[from]] = from;
        }
    }
    (swaps, len)
}
