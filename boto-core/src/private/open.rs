//! Open enumerations: everything they can do, over static lists. What is generic here is compiled once for each
//! enumeration that a program uses, so as much as can be is left to functions that are not.

use crate::field::{Change, Changed, Mismatch, View};
use std::{
    hash::{Hash, Hasher},
    mem::discriminant,
};

/// An enumeration of the model, as expansions write it.
pub trait Enum: Clone + 'static {
    /// Every known value, and what to make of others.
    const VALUES: Values<Self>;
    /// The other value, if it holds one.
    fn as_unknown(&self) -> Option<&str>;
}

/// The values of an enumeration.
#[derive(Debug)]
pub struct Values<E: 'static> {
    /// Every known value as it goes over the wire, in the order of declaration, without anything between them: a list of
    /// texts would be 40 bytes more for each, most of them for the loader.
    pub texts: &'static str,
    /// Where each of them ends.
    pub ends: &'static [u32],
    /// Their variants, in the same order.
    pub variants: &'static [E],
    /// The variant for any other value.
    pub unknown: fn(Box<str>) -> E,
}

impl<E> Values<E> {
    fn texts(&self) -> Texts {
        Texts { all: self.texts, ends: self.ends }
    }
}

/// The lists. A constant is written out into each codegen unit that names it, so this alone does.
#[inline(never)]
fn values<E: Enum>() -> Values<E> {
    E::VALUES
}

/// The value as it goes over the wire.
pub fn enum_str<E: Enum>(value: &E) -> &str {
    match value.as_unknown() {
        Some(unknown) => unknown,
        None => {
            let values = values::<E>();
            values.texts().get(number(&values, value)).unwrap_or_default()
        }
    }
}

/// Where a variant stands. Discriminants count in the order of declaration, as the list does; should they ever be hashed
/// otherwise than by that number, a search still finds.
fn number<E>(values: &Values<E>, value: &E) -> usize {
    let is = |variant: &E| discriminant(variant) == discriminant(value);
    let mut number = Number(usize::MAX);
    discriminant(value).hash(&mut number);
    match values.variants.get(number.0) {
        Some(variant) if is(variant) => number.0,
        _ => values.variants.iter().position(is).unwrap_or(usize::MAX),
    }
}

/// The texts of an enumeration.
struct Texts {
    all: &'static str,
    ends: &'static [u32],
}

impl Texts {
    fn get(&self, number: usize) -> Option<&'static str> {
        let start = number.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before))?;
        self.all.get(*start as usize..*self.ends.get(number)? as usize)
    }

    /// Where a text stands; behind the end if it does not.
    #[inline(never)]
    fn position(&self, wanted: &str) -> usize {
        let mut start = 0;
        let is = |end: &u32| {
            let end = *end as usize;
            let text = self.all.as_bytes().get(std::mem::replace(&mut start, end)..end);
            text == Some(wanted.as_bytes())
        };
        self.ends.iter().position(is).unwrap_or(self.ends.len())
    }
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
pub fn enum_from<E: Enum>(value: &str) -> E {
    let values = values::<E>();
    match values.variants.get(values.texts().position(value)) {
        Some(variant) => variant.clone(),
        None => (values.unknown)(boxed(value)),
    }
}

#[inline(never)]
fn boxed(value: &str) -> Box<str> {
    value.into()
}

/// [`crate::field::Field::view`] of an enumeration.
pub fn enum_view<E: Enum>(value: &E) -> View<'_> {
    View::Str(enum_str(value))
}

/// [`crate::field::Field::change`] of an enumeration.
pub fn enum_change<'a, E: Enum>(field: &'a mut E, change: &Change<'_>) -> Changed<'a> {
    if let Some(text) = changed(change)? {
        *field = enum_from(text);
    }
    Ok(None)
}

#[inline(never)]
fn changed<'a>(change: &'a Change<'_>) -> Result<Option<&'a str>, Mismatch> {
    match change {
        Change::Null => Ok(None),
        Change::Str(value) => Ok(Some(value)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug)]
    enum Size {
        Small,
        Middle,
        Large,
        Unknown(Box<str>),
    }

    impl Enum for Size {
        const VALUES: Values<Self> = Values {
            texts: "smml",
            ends: &[1, 3, 4],
            variants: &[Self::Small, Self::Middle, Self::Large],
            unknown: Self::Unknown,
        };
        fn as_unknown(&self) -> Option<&str> {
            match self {
                Self::Unknown(value) => Some(value),
                _ => None,
            }
        }
    }

    /// Values in the list out of the order of declaration: what a place that is no likely one comes to.
    #[derive(Clone)]
    enum Shuffled {
        A,
        B,
        C,
    }

    impl Enum for Shuffled {
        const VALUES: Values<Self> =
            Values { texts: "cab", ends: &[1, 2, 3], variants: &[Self::C, Self::A, Self::B], unknown: |_| Self::A };
        fn as_unknown(&self) -> Option<&str> {
            None
        }
    }

    #[test]
    fn texts_and_variants_lead_to_each_other() {
        for text in ["s", "mm", "l", "", "m", "ml", "xl"] {
            let size: Size = enum_from(text);
            assert_eq!(enum_str(&size), text);
            assert_eq!(size.as_unknown().is_some(), !["s", "mm", "l"].contains(&text));
            assert!(enum_same(&size, &size.clone()));
        }
        assert!(!enum_same(&Size::Small, &Size::Large));
        assert!(!enum_same(&enum_from::<Size>("x"), &enum_from::<Size>("y")));
    }

    #[test]
    fn values_are_found_wherever_they_stand() {
        for (value, text) in [(Shuffled::A, "a"), (Shuffled::B, "b"), (Shuffled::C, "c")] {
            assert_eq!(enum_str(&value), text);
        }
    }

    #[test]
    fn strings_are_accepted_and_null_leaves_alone() {
        let mut size = Size::Small;
        assert!(enum_change(&mut size, &Change::Str("l".into())).is_ok());
        assert!(enum_change(&mut size, &Change::Null).is_ok());
        assert_eq!(enum_str(&size), "l");
        assert!(enum_change(&mut size, &Change::Int(1)).is_err_and(|error| error.wanted == "string"));
    }
}
