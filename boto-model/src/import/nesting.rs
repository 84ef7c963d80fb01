//! Lists and maps that never end: of themselves, or of one another, without a structure or union in between.

use crate::document::Invalid;
use crate::{Kind, Shape};

/// How deep lists and maps may be nested without a structure or union in between.
const DEEPEST: usize = 64;

/// Refuses shapes that no value, and no type, could have: nothing that walks over shapes would come to an end. `name` is
/// what the model calls the shape of a number.
///
/// # Errors
/// `shapes.Tree: a list that holds itself, without a structure or union in between`.
pub(super) fn ends<'a>(shapes: &[Shape], name: impl Fn(usize) -> &'a str) -> Result<(), Invalid> {
    let loops = |shape: &Shape| way(shapes, shape).any(|inner| std::ptr::eq(inner, shape));
    let (number, problem) = if let Some(number) = shapes.iter().position(loops) {
        (number, "that holds itself, without a structure or union in between".to_owned())
    } else if let Some(number) = shapes.iter().position(|shape| way(shapes, shape).count() > DEEPEST) {
        (number, format!("of lists and maps more than {DEEPEST} deep, without a structure or union in between"))
    } else {
        return Ok(());
    };
    let noun = if matches!(shapes[number].kind, Kind::Map { .. }) { "map" } else { "list" };
    Err(Invalid::new(format!("shapes.{}", name(number)), format!("a {noun} {problem}")))
}

/// What a list or map holds, and what that holds if it is one, as far as is of interest.
fn way<'s>(shapes: &'s [Shape], shape: &Shape) -> impl Iterator<Item = &'s Shape> {
    let inside = move |shape: &Shape| match &shape.kind {
        Kind::List { member, .. } => shapes.get(member.target.0 as usize),
        Kind::Map { value, .. } => shapes.get(value.target.0 as usize),
        _ => None,
    };
    std::iter::successors(inside(shape), move |at| inside(at)).take(DEEPEST + 1)
}
