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
    let inside = |shape: &Shape| match &shape.kind {
        Kind::List { member, .. } => shapes.get(member.target.0 as usize),
        Kind::Map { value, .. } => shapes.get(value.target.0 as usize),
        _ => None,
    };
    for (number, shape) in shapes.iter().enumerate() {
        let way: Vec<&Shape> = std::iter::successors(inside(shape), |at| inside(at)).take(DEEPEST + 1).collect();
        let noun = if matches!(shape.kind, Kind::Map { .. }) { "map" } else { "list" };
        if way.iter().any(|inner| std::ptr::eq(*inner, shape)) {
            let problem = format!("a {noun} that holds itself, without a structure or union in between");
            return Err(Invalid::new(format!("shapes.{}", name(number)), problem));
        }
        // Of a way into a loop, the loop is told, when its turn comes.
        let turns = || (1..way.len()).any(|at| way[..at].iter().any(|before| std::ptr::eq(*before, way[at])));
        if way.len() > DEEPEST && !turns() {
            let problem = format!("a {noun} of lists and maps more than {DEEPEST} deep, without a structure or union");
            return Err(Invalid::new(format!("shapes.{}", name(number)), problem));
        }
    }
    Ok(())
}
