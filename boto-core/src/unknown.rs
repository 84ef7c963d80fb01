//! [`UnknownVariant`]: what a union holds that its model does not list.

use crate::{opaque::Opaque, Value};
use std::fmt;

/// A variant of a union that the model does not list: its name on the wire and what it holds. Boxed, so that unions are
/// as small as their own variants; the default, without a name, allocates nothing.
#[derive(Clone, Default)]
pub struct UnknownVariant(Option<Opaque<(String, Value)>>);

impl UnknownVariant {
    /// A variant of that name, to be sent as it is.
    pub fn new(name: impl Into<String>, value: impl Into<Value>) -> UnknownVariant {
        UnknownVariant::kept(name.into(), value.into())
    }

    fn kept(name: String, value: Value) -> UnknownVariant {
        UnknownVariant(Some(Opaque::new((name, value))))
    }

    /// The name on the wire; empty for the default, which stands for no variant at all.
    pub fn name(&self) -> &str {
        self.0.as_deref().map_or("", |(name, _)| name)
    }

    /// What it holds.
    pub fn value(&self) -> &Value {
        self.0.as_deref().map_or(&Value::Null, |(_, value)| value)
    }
}

impl PartialEq for UnknownVariant {
    fn eq(&self, other: &Self) -> bool {
        (self.name(), self.value()) == (other.name(), other.value())
    }
}

impl fmt::Debug for UnknownVariant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownVariant").field(&self.name()).field(self.value()).finish()
    }
}
