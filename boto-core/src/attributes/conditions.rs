//! Conditions of DynamoDB, and what stands in them.

use crate::Value;
use std::{
    collections::VecDeque,
    fmt::{self, Write},
    ops::{BitAnd, BitOr, Not},
};

/// An attribute by its path: `attr("total")`, `attr("address.lines[0]")`. Dots and brackets always lead further in.
pub fn attr(path: impl Into<String>) -> Attr {
    Attr(path.into())
}

/// An attribute of a key, for [`Expressions::key`](super::Expressions::key).
pub fn key(name: impl Into<String>) -> Key {
    Key(name.into())
}

/// An attribute that conditions are about; see [`attr`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Attr(String);

/// An attribute of a key; see [`key`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key(String);

/// What stands in a condition or an update: a value, an attribute, or what is made of them.
#[derive(Clone)]
pub struct Operand(pub(super) Tokens);

/// A condition on an item: `attr("total").gt(100) & attr("state").ne("new")`, `!attr("gone").exists()`.
#[derive(Clone)]
#[must_use = "a condition does nothing by itself"]
pub struct Condition(pub(super) Tokens);

/// A condition on a key: `key("id").eq("o-1") & key("at").between(1, 5)`.
#[derive(Clone)]
#[must_use = "a condition does nothing by itself"]
pub struct KeyCondition(pub(super) Tokens);

/// A part of an expression. They stand in one row, so that nothing is as deep as a condition is long.
#[derive(Clone)]
pub(super) enum Token {
    Text(&'static str),
    Path(String),
    Plain(Value),
    Attribute(Value),
    /// Why this is no expression.
    Flaw(&'static str),
}

#[derive(Clone, Default)]
pub(super) struct Tokens(pub(super) VecDeque<Token>);

impl Tokens {
    #[inline]
    fn text(mut self, text: &'static str) -> Tokens {
        self.0.push_back(Token::Text(text));
        self
    }

    pub(super) fn then(mut self, more: impl Into<Operand>) -> Tokens {
        self.0.append(&mut more.into().0 .0);
        self
    }

    pub(super) fn infix(self, word: &'static str, other: impl Into<Operand>) -> Tokens {
        self.text(word).then(other)
    }

    /// `(self word other)`
    #[inline]
    fn joined(self, word: &'static str, other: Tokens) -> Tokens {
        let (Tokens(mut left), Tokens(mut right)) = (self, other);
        // The shorter goes to the longer, from whichever end a chain grows.
        let mut all = if left.len() < right.len() {
            right.push_front(Token::Text(word));
            left.into_iter().rev().for_each(|token| right.push_front(token));
            right
        } else {
            left.push_back(Token::Text(word));
            left.append(&mut right);
            left
        };
        all.push_front(Token::Text("("));
        Tokens(all).text(")")
    }

    fn call(function: &'static str, first: impl Into<Operand>) -> Tokens {
        Tokens::default().text(function).text("(").then(first)
    }
}

/// As it reads, attributes by their names and values as `?`: they may be secrets.
impl fmt::Debug for Tokens {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|token| match token {
            Token::Text(text) => f.write_str(text),
            Token::Path(path) => f.write_str(path),
            Token::Plain(_) | Token::Attribute(_) => f.write_char('?'),
            Token::Flaw(_) => Ok(()),
        })
    }
}

macro_rules! debug {
    ($($kind:ty),*) => {$(
        impl fmt::Debug for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}
debug!(Operand, Condition, KeyCondition);

impl<T: Into<Value>> From<T> for Operand {
    #[inline]
    fn from(value: T) -> Operand {
        Operand(Tokens([Token::Plain(value.into())].into()))
    }
}

impl From<Attr> for Operand {
    #[inline]
    fn from(Attr(path): Attr) -> Operand {
        Operand(Tokens([Token::Path(path)].into()))
    }
}

impl From<Key> for Operand {
    #[inline]
    fn from(Key(name): Key) -> Operand {
        attr(name).into()
    }
}

impl Operand {
    /// What is an attribute already, as [`set`](super::set) makes them: `{"SS": ["a", "b"]}`.
    #[inline]
    pub fn attribute(value: Value) -> Operand {
        Operand(Tokens([Token::Attribute(value)].into()))
    }
}

/// Comparisons, and what they make.
macro_rules! comparisons {
    ($of:ty: $made:ident) => {
        impl $of {
            /// Equal.
            pub fn eq(self, other: impl Into<Operand>) -> $made {
                $made(Operand::from(self).0.infix(" = ", other))
            }

            /// Less.
            pub fn lt(self, other: impl Into<Operand>) -> $made {
                $made(Operand::from(self).0.infix(" < ", other))
            }

            /// Less or equal.
            pub fn lte(self, other: impl Into<Operand>) -> $made {
                $made(Operand::from(self).0.infix(" <= ", other))
            }

            /// Greater.
            pub fn gt(self, other: impl Into<Operand>) -> $made {
                $made(Operand::from(self).0.infix(" > ", other))
            }

            /// Greater or equal.
            pub fn gte(self, other: impl Into<Operand>) -> $made {
                $made(Operand::from(self).0.infix(" >= ", other))
            }

            /// From the first to the second, both included.
            pub fn between(self, low: impl Into<Operand>, high: impl Into<Operand>) -> $made {
                $made(Operand::from(self).0.infix(" BETWEEN ", low).infix(" AND ", high))
            }
        }
    };
}
comparisons!(Attr: Condition);
comparisons!(Operand: Condition);
comparisons!(Key: KeyCondition);

impl Key {
    /// A text that begins so.
    pub fn begins_with(self, prefix: impl Into<Operand>) -> KeyCondition {
        KeyCondition(Tokens::call("begins_with", self).infix(", ", prefix).text(")"))
    }
}

impl Attr {
    /// Not equal.
    pub fn ne(self, other: impl Into<Operand>) -> Condition {
        Operand::from(self).ne(other)
    }

    /// One of these, at least one and a hundred at most.
    pub fn is_in<T: Into<Operand>>(self, these: impl IntoIterator<Item = T>) -> Condition {
        Operand::from(self).is_in(these)
    }

    /// A text that begins so.
    pub fn begins_with(self, prefix: impl Into<Operand>) -> Condition {
        Condition(Tokens::call("begins_with", self).infix(", ", prefix).text(")"))
    }

    /// A text with that in it, or a set or list with that element.
    pub fn contains(self, part: impl Into<Operand>) -> Condition {
        Condition(Tokens::call("contains", self).infix(", ", part).text(")"))
    }

    /// Present.
    #[inline]
    pub fn exists(self) -> Condition {
        Condition(Tokens::call("attribute_exists", self).text(")"))
    }

    /// Not present.
    #[inline]
    pub fn not_exists(self) -> Condition {
        Condition(Tokens::call("attribute_not_exists", self).text(")"))
    }

    /// Of that type: `S`, `N`, `SS` …
    pub fn attribute_type(self, name: impl Into<Operand>) -> Condition {
        Condition(Tokens::call("attribute_type", self).infix(", ", name).text(")"))
    }

    /// How long the text, how many the bytes or elements: `attr("tags").size().gt(3)`.
    #[inline]
    pub fn size(self) -> Operand {
        Operand(Tokens::call("size", self).text(")"))
    }

    /// In updates: more by that.
    pub fn plus(self, other: impl Into<Operand>) -> Operand {
        Operand(Operand::from(self).0.infix(" + ", other))
    }

    /// In updates: less by that.
    pub fn minus(self, other: impl Into<Operand>) -> Operand {
        Operand(Operand::from(self).0.infix(" - ", other))
    }

    /// In updates: what is there, or that if nothing is.
    pub fn if_not_exists(self, other: impl Into<Operand>) -> Operand {
        Operand(Tokens::call("if_not_exists", self).infix(", ", other).text(")"))
    }

    /// In updates: the list, with the elements of another behind it.
    pub fn list_append(self, list: impl Into<Operand>) -> Operand {
        Operand(Tokens::call("list_append", self).infix(", ", list).text(")"))
    }
}

impl Operand {
    /// Not equal.
    pub fn ne(self, other: impl Into<Operand>) -> Condition {
        Condition(self.0.infix(" <> ", other))
    }

    /// One of these.
    pub fn is_in<T: Into<Operand>>(self, these: impl IntoIterator<Item = T>) -> Condition {
        let mut tokens = self.0.text(" IN (");
        for (index, one) in these.into_iter().enumerate() {
            tokens = if index == 0 { tokens.then(one) } else { tokens.infix(", ", one) };
        }
        if let Some(Token::Text(" IN (")) = tokens.0.back() {
            tokens.0.push_back(Token::Flaw("`is_in` needs one value at least"));
        }
        Condition(tokens.text(")"))
    }
}

/// How conditions are put together.
macro_rules! junctions {
    ($kind:ident) => {
        impl $kind {
            /// Both; the same as `&`.
            pub fn and(self, other: $kind) -> $kind {
                $kind(self.0.joined(" AND ", other.0))
            }
        }

        impl BitAnd for $kind {
            type Output = $kind;
            fn bitand(self, other: $kind) -> $kind {
                self.and(other)
            }
        }
    };
}
junctions!(Condition);
junctions!(KeyCondition);

impl Condition {
    /// One or both; the same as `|`.
    #[inline]
    pub fn or(self, other: Condition) -> Condition {
        Condition(self.0.joined(" OR ", other.0))
    }
}

impl BitOr for Condition {
    type Output = Condition;
    #[inline]
    fn bitor(self, other: Condition) -> Condition {
        self.or(other)
    }
}

impl Not for Condition {
    type Output = Condition;
    #[inline]
    fn not(mut self) -> Condition {
        self.0 .0.push_front(Token::Text("(NOT "));
        Condition(self.0.text(")"))
    }
}

/// Conditions on keys are conditions, of filters for one.
impl From<KeyCondition> for Condition {
    #[inline]
    fn from(KeyCondition(tokens): KeyCondition) -> Condition {
        Condition(tokens)
    }
}
