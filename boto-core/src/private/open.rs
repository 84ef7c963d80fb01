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

/// The same behind a reference, so that what is done with it is compiled once for all.
trait Open {
    fn texts(&self) -> &'static [&'static str];
    fn as_unknown(&self) -> Option<&str>;
    fn set_unknown(&mut self, value: Box<str>);
    /// The number of the variant.
    fn number(&self) -> usize;
    /// Whether it is the variant of that number.
    fn is(&self, number: usize) -> bool;
    /// Makes it the variant of that number.
    fn set(&mut self, number: usize);
}

impl<E: Enum + Clone> Open for E {
    fn texts(&self) -> &'static [&'static str] {
        E::TEXTS
    }
    fn as_unknown(&self) -> Option<&str> {
        Enum::as_unknown(self)
    }
    fn set_unknown(&mut self, value: Box<str>) {
        *self = E::unknown(value);
    }
    fn number(&self) -> usize {
        let mut number = Number(usize::MAX);
        discriminant(self).hash(&mut number);
        number.0
    }
    fn is(&self, number: usize) -> bool {
        E::VARIANTS.get(number).is_some_and(|variant| discriminant(variant) == discriminant(self))
    }
    fn set(&mut self, number: usize) {
        if let Some(variant) = E::VARIANTS.get(number) {
            *self = variant.clone();
        }
    }
}

/// The value as it goes over the wire.
pub fn enum_str<E: Enum + Clone>(value: &E) -> &str {
    text(value)
}

fn text(value: &dyn Open) -> &str {
    if let Some(unknown) = value.as_unknown() {
        return unknown;
    }
    // Discriminants count in the order of declaration, as the table does; should that ever change, a search still finds.
    let (texts, likely) = (value.texts(), value.number());
    let found = if value.is(likely) { Some(likely) } else { (0..texts.len()).find(|number| value.is(*number)) };
    found.and_then(|number| texts.get(number)).copied().unwrap_or_default()
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
pub fn enum_view<E: Enum + Clone>(value: &E) -> View<'_> {
    View::Str(text(value))
}

/// [`crate::field::Field::put`] of an enumeration.
pub fn enum_put<E: Enum + Clone>(field: &mut E, scalar: Scalar<'_>) -> Result<(), Mismatch> {
    put(field, scalar)
}

fn put(field: &mut dyn Open, scalar: Scalar<'_>) -> Result<(), Mismatch> {
    match scalar {
        Scalar::Null => {}
        Scalar::Str(value) => {
            let texts = field.texts();
            match position(texts, &value) {
                number if number < texts.len() => field.set(number),
                _ => field.set_unknown(value.into()),
            }
        }
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
