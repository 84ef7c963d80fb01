//! [`Field`] for the types that typed structs are made of.

use crate::{
    body::ByteStream,
    field::{Container, Entries, Field, List, Mismatch, Scalar, Slot, View},
    DateTime, Map,
};
use bytes::Bytes;
use std::borrow::Cow;

impl Field for bool {
    fn view(&self) -> View<'_> {
        View::Bool(*self)
    }
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => {}
            Scalar::Bool(b) => *self = *b,
            _ => return Err(Mismatch { wanted: "boolean" }),
        }
        Ok(())
    }
}

macro_rules! integer {
    ($($type:ty: $wanted:literal),*) => {$(
        impl Field for $type {
            fn view(&self) -> View<'_> {
                View::Int(i64::from(*self))
            }
            fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
                const MISMATCH: Mismatch = Mismatch { wanted: $wanted };
                match scalar {
                    Scalar::Null => {}
                    Scalar::Int(i) => *self = <$type>::try_from(*i).map_err(|_| MISMATCH)?,
                    _ => return Err(MISMATCH),
                }
                Ok(())
            }
        }
    )*};
}
integer!(i8: "integer of 8 bits", i16: "integer of 16 bits", i32: "integer of 32 bits", i64: "integer of 64 bits");

impl Field for f64 {
    fn view(&self) -> View<'_> {
        View::Float(*self)
    }
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => {}
            Scalar::Float(f) => *self = *f,
            Scalar::Int(i) => *self = *i as f64,
            _ => return Err(Mismatch { wanted: "number" }),
        }
        Ok(())
    }
}

impl Field for f32 {
    fn view(&self) -> View<'_> {
        View::Float32(*self)
    }
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => {}
            Scalar::Float(f) => *self = *f as f32,
            Scalar::Int(i) => *self = *i as f32,
            _ => return Err(Mismatch { wanted: "number" }),
        }
        Ok(())
    }
}

impl Field for String {
    fn view(&self) -> View<'_> {
        View::Str(self)
    }
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => {}
            Scalar::Str(Cow::Borrowed(s)) => *self = (*s).to_owned(),
            Scalar::Str(Cow::Owned(s)) => *self = std::mem::take(s),
            Scalar::Number(n) => *self = (*n).to_owned(),
            Scalar::Document(crate::Value::Number(n)) => *self = std::mem::take(n).into(),
            _ => return Err(Mismatch { wanted: "string" }),
        }
        Ok(())
    }
}

impl Field for Bytes {
    fn view(&self) -> View<'_> {
        View::Blob(self)
    }
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => {}
            Scalar::Blob(b) => *self = std::mem::take(b),
            _ => return Err(Mismatch { wanted: "blob" }),
        }
        Ok(())
    }
}

impl Field for DateTime {
    fn view(&self) -> View<'_> {
        View::Time(*self)
    }
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => {}
            Scalar::Time(t) => *self = *t,
            _ => return Err(Mismatch { wanted: "timestamp" }),
        }
        Ok(())
    }
}

impl Field for ByteStream {
    fn view(&self) -> View<'_> {
        View::Stream(self)
    }
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => {}
            Scalar::Stream(s) => *self = std::mem::take(s),
            Scalar::Blob(b) => *self = ByteStream::from(std::mem::take(b)),
            _ => return Err(Mismatch { wanted: "stream" }),
        }
        Ok(())
    }
}

impl<T: Field + Default> Field for Option<T> {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        match self {
            Some(value) => value.view(),
            None => View::Absent,
        }
    }
    #[inline(never)]
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        if let Scalar::Null = scalar {
            *self = None;
            return Ok(());
        }
        some(self).accept(scalar)
    }
    #[inline(never)]
    fn open(&mut self, container: Container) -> Option<Slot<'_>> {
        some(self).open(container)
    }
    #[inline(never)]
    fn resume(&mut self, container: Container) -> Option<Slot<'_>> {
        some(self).resume(container)
    }
    fn nullable() -> bool {
        true
    }
}

/// What it holds, empty if it held nothing. One function for all that write into it: each is compiled in the user's crate,
/// for every type.
#[inline(never)]
fn some<T: Default>(option: &mut Option<T>) -> &mut T {
    if option.is_none() {
        // Nothing was there, and dropping it would be code, too.
        std::mem::forget(option.replace(T::default()));
    }
    match option {
        Some(value) => value,
        None => unreachable!("it was filled just now"),
    }
}

impl<T: Field + Default> Field for Vec<T> {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        View::List(self)
    }
    #[inline(never)]
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => Ok(()),
            _ => Err(Mismatch { wanted: "list" }),
        }
    }
    #[inline(never)]
    fn open(&mut self, container: Container) -> Option<Slot<'_>> {
        if container != Container::List {
            return None;
        }
        self.clear();
        Some(Slot::List(self))
    }
    #[inline(never)]
    fn resume(&mut self, container: Container) -> Option<Slot<'_>> {
        (container == Container::List).then_some(Slot::List(self))
    }
    #[inline(never)]
    fn unset(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Field + Default> List for Vec<T> {
    #[inline(never)]
    fn len(&self) -> usize {
        Vec::len(self)
    }
    #[inline(never)]
    fn get(&self, index: usize) -> &dyn Field {
        &self[index]
    }
    #[inline(never)]
    fn get_mut(&mut self, index: usize) -> Option<&mut dyn Field> {
        <[T]>::get_mut(self, index).map(|element| element as &mut dyn Field)
    }
    #[inline(never)]
    fn push(&mut self) -> &mut dyn Field {
        let at = Vec::len(self);
        Vec::push(self, T::default());
        &mut self[at]
    }
    #[inline(never)]
    fn push_null(&mut self) {
        if T::nullable() {
            Vec::push(self, T::default());
        }
    }
}

impl<T: Field + Default> Field for Map<T> {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
    #[inline(never)]
    fn accept(&mut self, scalar: &mut Scalar<'_>) -> Result<(), Mismatch> {
        match scalar {
            Scalar::Null => Ok(()),
            _ => Err(Mismatch { wanted: "map" }),
        }
    }
    #[inline(never)]
    fn open(&mut self, container: Container) -> Option<Slot<'_>> {
        if container != Container::Map {
            return None;
        }
        self.clear();
        Some(Slot::Map(self))
    }
    #[inline(never)]
    fn resume(&mut self, container: Container) -> Option<Slot<'_>> {
        (container == Container::Map).then_some(Slot::Map(self))
    }
    #[inline(never)]
    fn unset(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Field + Default> Entries for Map<T> {
    #[inline(never)]
    fn len(&self) -> usize {
        Map::len(self)
    }
    #[inline(never)]
    fn get(&self, place: usize) -> Option<(&str, &dyn Field)> {
        self.at(place).map(|(key, value)| (key, value as &dyn Field))
    }
    #[inline(never)]
    fn get_mut(&mut self, place: usize) -> Option<&mut dyn Field> {
        self.at_mut(place).map(|value| value as &mut dyn Field)
    }
    #[inline(never)]
    fn push(&mut self, key: String) -> &mut dyn Field {
        Map::<T>::push(self, key, T::default())
    }
    #[inline(never)]
    fn settle(&mut self) {
        Map::settle(self);
    }
    #[inline(never)]
    fn reserve(&mut self, more: usize) {
        Map::reserve(self, more);
    }
}
