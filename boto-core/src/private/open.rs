//! Open enumerations: everything they can do, over one static table each.

use crate::field::{Mismatch, Scalar, View};
use std::{
    hash::{Hash, Hasher},
    mem::discriminant,
};

/// An enumeration of the model, as expansions write it.
pub trait Enum: Sized + PartialEq + 'static {
    /// Every known value with its variant, in the order of declaration.
    const TABLE: &'static [(&'static str, Self)];
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
    match E::TABLE.get(number.0) {
        Some((text, variant)) if variant == value => text,
        _ => E::TABLE.iter().find(|(_, variant)| variant == value).map_or("", |(text, _)| text),
    }
}

/// The variant of a value.
pub fn enum_from<E: Enum + Clone>(value: &str) -> E {
    match E::TABLE.iter().find(|(text, _)| *text == value) {
        Some((_, variant)) => variant.clone(),
        None => E::unknown(value.into()),
    }
}

/// [`crate::field::Field::view`] of an enumeration.
pub fn enum_view<E: Enum>(value: &E) -> View<'_> {
    View::Str(enum_str(value))
}

/// [`crate::field::Field::put`] of an enumeration.
pub fn enum_put<E: Enum + Clone>(field: &mut E, scalar: Scalar<'_>) -> Result<(), Mismatch> {
    match scalar {
        Scalar::Null => Ok(()),
        Scalar::Str(text) => {
            *field = enum_from(&text);
            Ok(())
        }
        _ => Err(Mismatch { wanted: "string" }),
    }
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
