//! [`Opaque`]: a box of which only the library knows how it is dropped.

use std::ops::{Deref, DerefMut};

/// A box, for what is large to drop and in the hands of users. Dropping a value is code, compiled in the user's crate
/// for every codegen unit and inlined wherever one may go out of scope; of this box it is a call through a table.
pub(crate) struct Opaque<T: 'static>(Box<dyn Hidden<T>>);

trait Hidden<T>: Send + Sync {
    fn shown(&self) -> &T;
    fn shown_mut(&mut self) -> &mut T;
    fn again(&self) -> Opaque<T>;
}

impl<T: Clone + Send + Sync + 'static> Hidden<T> for T {
    fn shown(&self) -> &T {
        self
    }
    fn shown_mut(&mut self) -> &mut T {
        self
    }
    fn again(&self) -> Opaque<T> {
        Opaque::new(self.clone())
    }
}

impl<T: Clone + Send + Sync + 'static> Opaque<T> {
    pub(crate) fn new(value: T) -> Opaque<T> {
        Opaque(Box::new(value))
    }
}

impl<T> Deref for Opaque<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.shown()
    }
}

impl<T> DerefMut for Opaque<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.shown_mut()
    }
}

impl<T> Clone for Opaque<T> {
    fn clone(&self) -> Opaque<T> {
        self.0.again()
    }
}
