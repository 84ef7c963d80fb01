//! What may stand for a string.

use crate::Map;
use std::{borrow::Cow, rc::Rc, sync::Arc};

/// What may stand for a string: strings in all their forms, and the optional strings that outputs are full of, so that
/// an answer's `next_token` goes into the next call as it is. Nothing leaves an optional member unset; where a member
/// is required it is empty.
#[diagnostic::on_unimplemented(message = "a string is wanted here, not `{Self}`", label = "not a string")]
pub trait Text {
    /// The string, if there is one.
    fn text(self) -> Option<String>;
}

impl Text for String {
    fn text(self) -> Option<String> {
        Some(self)
    }
}

impl<T: Text> Text for Option<T> {
    fn text(self) -> Option<String> {
        self.and_then(Text::text)
    }
}

impl<'a, T> Text for &'a Option<T>
where
    &'a T: Text,
{
    fn text(self) -> Option<String> {
        self.as_ref().and_then(Text::text)
    }
}

macro_rules! strings {
    ($($type:ty),*) => {$(
        impl Text for $type {
            fn text(self) -> Option<String> {
                Some(self.to_string())
            }
        }
    )*};
}
strings!(&str, &&str, &mut str, &String, &mut String, &&String, char, Cow<'_, str>, &Cow<'_, str>);
strings!(Box<str>, &Box<str>, Arc<str>, &Arc<str>, Rc<str>, &Rc<str>);

/// A required string.
pub fn text(from: impl Text) -> String {
    from.text().unwrap_or_default()
}

/// A list of strings.
pub fn texts(from: impl IntoIterator<Item = impl Text>) -> Vec<String> {
    from.into_iter().filter_map(Text::text).collect()
}

/// A map of strings.
pub fn text_map(from: impl IntoIterator<Item = (impl Text, impl Text)>) -> Map<String> {
    from.into_iter().filter_map(|(key, value)| Some((text(key), value.text()?))).collect()
}
