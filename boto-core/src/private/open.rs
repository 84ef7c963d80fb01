//! Open enumerations: everything they can do, over two static lists each. What is generic here is compiled once for each
//! enumeration that a program uses, so searching is left to functions that are not.

use crate::field::{Mismatch, Scalar, View};
use std::{
    hash::{Hash, Hasher},
    mem::discriminant,
};

/// An enumeration of the model, as expansions write it.
pub trait Enum: Sized + PartialEq + 'static {
    /// Every known value as it goes over the wire, in the order of declaration.
    const TEXTS: &'static [&'static str];
    /// Their variants, in the same order.
    const VARIANTS: &'static [Self];
    /// The variant for any other value.
    fn unknown(value: Box<str>) -> Self;
    /// That other value.
    fn as_unknown(&self) -> Option<&str>;
}

/// The value as it goes over the wire.
pub fn enum_str<E: Enum>(value: &E) -> &str {
    if let Some(unknown) = value.as_unknown() {
        return unknown;
    }
    // Discriminants count in the order of declaration, as the table does; should that ever change, a search still finds.
    let mut number = Number(usize::MAX);
    discriminant(value).hash(&mut number);
    let wanted = discriminant(value);
    found(E::TEXTS, number.0, &|at| E::VARIANTS.get(at).is_some_and(|variant| discriminant(variant) == wanted))
}

/// Whether two values are the same variant, and two that are unknown the same text. Derived, this and the hash would cost
/// the compiler three times as much.
pub fn enum_same<E: Enum>(a: &E, b: &E) -> bool {
    discriminant(a) == discriminant(b) && a.as_unknown() == b.as_unknown()
}

/// Feeds a value to a hasher, in agreement with [`enum_same`].
pub fn enum_hash<E: Enum, H: Hasher>(value: &E, to: &mut H) {
    discriminant(value).hash(to);
    value.as_unknown().hash(to);
}

fn found(texts: &[&'static str], likely: usize, is_it: &dyn Fn(usize) -> bool) -> &'static str {
    let at = match is_it(likely) {
        true => Some(likely),
        false => (0..texts.len()).find(|at| is_it(*at)),
    };
    at.and_then(|at| texts.get(at)).copied().unwrap_or_default()
}

/// The variant of a value.
#[inline(never)]
pub fn enum_from<E: Enum + Clone>(value: &str) -> E {
    match E::VARIANTS.get(position(E::TEXTS, value)) {
        Some(variant) => variant.clone(),
        None => E::unknown(value.into()),
    }
}

/// Where a text stands; behind the end if it does not.
fn position(texts: &[&str], wanted: &str) -> usize {
    texts.iter().position(|text| *text == wanted).unwrap_or(texts.len())
}

/// [`crate::field::Field::view`] of an enumeration.
pub fn enum_view<E: Enum>(value: &E) -> View<'_> {
    View::Str(enum_str(value))
}

/// [`crate::field::Field::put`] of an enumeration.
pub fn enum_put<E: Enum + Clone>(field: &mut E, scalar: Scalar<'_>) -> Result<(), Mismatch> {
    put_text(scalar, &mut |text| *field = enum_from(text))
}

fn put_text(scalar: Scalar<'_>, set: &mut dyn FnMut(&str)) -> Result<(), Mismatch> {
    match scalar {
        Scalar::Null => {}
        Scalar::Str(text) => set(&text),
        _ => return Err(Mismatch { wanted: "string" }),
    }
    Ok(())
}

/// Catches the number that a discriminant feeds to a hasher.
struct Number(usize);

impl Hasher for Number {
    fn finish(&self) -> u64 {
        self.0 as u64
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_isize(&mut self, number: isize) {
        self.0 = usize::try_from(number).unwrap_or(usize::MAX);
    }
}
